"""Structure tokens: what the sender chose besides the words. Each is a fact about the message that a reader could check.

Only what senders control and archives keep: no trace headers, no authentication results, no thread ids, no dates, and nothing that
marks an era, a language or a markup by itself. A missing header gives no token, so headerless archives look like any other mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from filter.judge import hostnames, limits
from filter.judge.confusables import beyond_ascii, folded
from filter.judge.domains import FREE_HOSTS, FREEMAIL, SHORTENERS, is_address, registered, same_owner, under
from filter.judge.mail import Address, Link, Message

_ADDRESS = re.compile(r"[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,8}[a-z]{2,24})", re.IGNORECASE)
_SHOWN_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?:[/:?].*)?", re.IGNORECASE)
_PORT = re.compile(r"^[a-z]+://[^/?#]*:\d+(?:[/?#]|$)", re.IGNORECASE)
_USERINFO = re.compile(r"^[a-z]+://[^/?#]*@", re.IGNORECASE)
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff")
_MONEY = re.compile(r"[$€£¥](?:\s?\d|(?<=\d.)|(?<=\d\s.))")
_NAME_WORD = re.compile(r"[a-z]{3,}")
_RETURNED = frozenset({"message/rfc822", "text/rfc822-headers"})
_FEW_WORDS = 6
_OF_LINKS = ("a link", "no link", "link ", "links ")  # how the tokens begin that tell of links, those of `hostnames` and `naming` too
_CASES = bytes(ord("A" if chr(code).isupper() else "a" if chr(code).isalpha() else " ") if code < 0x80 else ord("a") for code in range(256))
_ENDINGS = 3  # most top-level domains named
_COMMON_TLDS = frozenset("com org net edu gov".split())  # noqa: SIM905  (so it reads better)
_WEB_ENDINGS = frozenset("php asp aspx jsp cgi exe zip scr js".split())  # noqa: SIM905  (so it reads better)
_FILE_ENDINGS = frozenset(
    "pdf doc docx xls xlsx ppt pptx txt csv ics zip rar 7z gz html htm shtml svg exe scr js vbs iso img lnk eml p7s asc patch".split()  # noqa: SIM905
)


def tokens(message: Message) -> tuple[str, ...]:
    """The message's structure tokens, each once, in a fixed order."""
    names = hostnames.words_of(message.sender.name) if message.sender else ()
    found = [*_sender(message, names), *_reply_path(message), *_recipients(message), *_links(message, names)]
    found += [*_attachments(message), *_shape(message)]
    return tuple(dict.fromkeys(found))


def without_links(tokens: Iterable[str]) -> tuple[str, ...]:
    """Those that would be true without any link."""
    return tuple([token for token in tokens if not token.startswith(_OF_LINKS)])


def _sender(message: Message, names: tuple[str, ...]) -> Iterator[str]:
    sender = message.sender
    if sender is None or not sender.domain:
        return
    yield "sender is freemail" if sender.domain in FREEMAIL else "sender has an own domain"
    if sum(char.isdigit() for char in sender.local) >= 4:
        yield "digits in the sender's local part"
    if "xn--" in sender.domain:
        yield "sender's domain is punycode"
    yield from _name(sender)
    yield from hostnames.of_sender(sender.domain, names)
    shown = _ADDRESS.search(sender.name)
    if shown and not same_owner(shown[1].lower(), sender.domain):
        yield "display name holds another domain's address"
    if sender.name.isupper() and len(sender.name) > 3:
        yield "display name in capitals"
    if message.subject.isupper() and len(message.subject) > 6:
        yield "subject in capitals"


def _name(sender: Address) -> Iterator[str]:
    """How the display name goes with the address: people and firms choose one for the other, senders of lists of names do not."""
    words = [word[0] for word in islice(_NAME_WORD.finditer(folded(sender.name).lower()), limits.NAME_WORDS)]
    local = folded(sender.local).lower()
    if not sender.name:
        yield "sender has no name"
    elif "@" in sender.name:
        yield "sender's name is an address"
    elif any(word in local or (len(local) > 2 and local in word) for word in words):
        yield "sender's name is in the local part"
    elif any(word in sender.domain for word in words):
        yield "sender's name is in the domain"
    elif any(word[0] == local[:1] for word in words) and len(words) > 1:
        yield "sender's initial is in the local part"
    elif words:
        yield "sender's name has nothing of the address"


def _reply_path(message: Message) -> Iterator[str]:
    if message.sender is None:
        return
    for address in message.reply_to[:1]:
        if not address.domain or str(address).lower() == str(message.sender).lower():
            continue
        own, other = message.sender.domain in FREEMAIL, address.domain in FREEMAIL
        if other:
            yield "replies go to another freemail address" if own else "replies go to freemail, sender is not"
        elif not same_owner(address.domain, message.sender.domain):
            yield "replies go to another domain"


def _recipients(message: Message) -> Iterator[str]:
    sent_to = {str(to).lower() for to in message.recipients}
    if message.header("list-post"):
        yield "posted through a mailing list"
    if any(str(to).lower() in sent_to for to in message.reply_to):
        yield "replies go where it was sent"
    if message.sender and str(message.sender).lower() in sent_to:
        yield "sent to the sender"
    if "undisclosed" in message.header("to").lower():
        yield "undisclosed recipients"
    if len(message.recipients) >= 10:
        yield "ten or more recipients"


def _links(message: Message, names: tuple[str, ...]) -> Iterator[str]:
    followed = [link for link in message.links if link.host]
    if not followed:
        return
    hosts = dict.fromkeys([link.host for link in followed])
    recipients = [str(address).lower() for address in message.recipients if address.domain]
    for link in followed:
        yield from _one_link(link, recipients)
    yield from _endings(hosts)
    for host in hosts:
        yield from _of_host(host)
    yield from hostnames.of_links(hosts, names)
    if message.sender and message.sender.domain:
        own = any(same_owner(host, message.sender.domain) for host in hosts)
        yield "a link to the sender's domain" if own else "no link to the sender's domain"


def _one_link(link: Link, recipients: list[str]) -> list[str]:
    found = []
    is_itself = "@" not in link.url and link.url in (link.text, f"http://{link.text}")  # as in plain text
    shown = _SHOWN_HOST.fullmatch(link.text) if "." in link.text and not is_itself else None
    if shown and (name := shown[1].lower()) != link.host and not same_owner(name, link.host):
        found.append("link text shows another host")
    url = link.url.lower()
    if url.count(":") > 1 and _PORT.match(url):
        found.append("link with a port")
    if "@" in url and _USERINFO.match(url):
        found.append("link with a user name before its host")
    path, _, ending = url.partition("?")[0].partition("#")[0].rpartition(".")
    if ending in _WEB_ENDINGS and path.count("/") > 2:
        found.append(f"link to .{ending}")
    if "@" in url and any(address in url for address in recipients):
        found.append("link holds the recipient's address")
    return found


def _endings(hosts: Iterable[str]) -> Iterator[str]:
    """Which top-level domains the links lead to, but for the common ones; not the names of many, with which a sender could say
    anything."""
    endings = dict.fromkeys([host.rpartition(".")[2] for host in hosts if not is_address(host)])
    told = [ending for ending in endings if ending not in _COMMON_TLDS]
    if len(told) > _ENDINGS:
        yield "links to many top-level domains"
    else:
        yield from (f"link to .{ending}" for ending in told)


@lru_cache(maxsize=4096)
def _of_host(host: str) -> tuple[str, ...]:
    return tuple(_host(host))


def _host(host: str) -> Iterator[str]:
    if is_address(host):
        yield "link to an IP address"
        return
    label = registered(host).rpartition(".")[0]
    if "xn--" in host:
        yield "link to a punycode host"
    if under(host, SHORTENERS):
        yield "link by a shortener"
    if under(host, FREE_HOSTS):
        yield "link to a free host"
    if sum(char.isdigit() for char in label) >= 3:
        yield "link host with many digits"


def _attachments(message: Message) -> Iterator[str]:
    if any(attachment.kind in _RETURNED and not attachment.name and not attachment.size for attachment in message.attachments):
        yield "a returned mail"
    if message.images or any(attachment.kind.startswith("image/") for attachment in message.attachments):
        words = len(message.text.split(None, _FEW_WORDS))
        if words < _FEW_WORDS:
            yield "images and hardly a word"
    for attachment in message.attachments:
        ending = attachment.extension
        if ending in _FILE_ENDINGS:
            yield f"attached .{ending}"
        elif attachment.name and not attachment.kind.startswith("image/"):
            yield "attached file of another kind"


def _shape(message: Message) -> Iterator[str]:
    text = message.text
    letters, capitals = _case(text)
    if letters > 60 and capitals > 0.3 * letters:
        yield "text mostly in capitals"
    if text.count("!") >= 4:
        yield "many exclamation marks"
    if ("$" in text or (not text.isascii() and any(sign in text for sign in "€£¥"))) and _MONEY.search(text):
        yield "an amount of money"
    if not (text.isascii() or _INVISIBLE.isdisjoint(beyond_ascii(text))):
        yield "invisible characters"
    if len(message.hidden) > max(200, len(text)):
        yield "more hidden than visible text"
    if message.forms:
        yield "a form"


def _case(text: str) -> tuple[int, int]:
    """How many letters the text opens with, and how many are capitals; letters beyond ASCII count as small."""
    cases = text[:1000].encode("utf-8", "replace").translate(_CASES)
    capitals = cases.count(b"A")
    return capitals + cases.count(b"a"), capitals
