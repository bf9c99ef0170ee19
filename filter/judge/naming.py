"""Structure tokens of who is named where: the sender's domain, its links' hosts and the recipient in what the reader sees.

A firm signs with the name that its domain has and greets whom it knows. Who writes in another's name from elsewhere has the name in
the text and not in the domain; who writes to thousands knows of each no more than an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import re2

from filter.judge import limits
from filter.judge.confusables import folded
from filter.judge.domains import FREEMAIL, SHORTENERS, same_owner, under
from filter.judge.hostnames import HostName, host_name
from filter.judge.mail import Address, Message

# In RE2: links, addresses, and hosts with a path. A host by itself may be how a firm calls itself.
_LINKS = re2.compile(rb"[!-~]{0,64}(?:://|@|www\.)[!-~]*|[a-z0-9-]{1,63}\.[a-z]{2,63}[/?#:][!-~]*")
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz")  # signs and other scripts part words, as spaces do
_SPACED = bytes(code if code in _LETTERS else 0x20 for code in range(256))
_NO_LETTERS = bytes(code for code in range(256) if code not in _LETTERS)
_WORD = re.compile(rb"[a-z]{2,}")
# What folding leaves of Latin letters, and how domains write out what it takes the marks from.
_LEFT = tuple((written.encode(), plain) for written, plain in (("ß", b"ss"), ("æ", b"ae"), ("ø", b"o"), ("ł", b"l"), ("đ", b"d")))
_UMLAUTS = ((b"ae", b"a"), (b"oe", b"o"), (b"ue", b"u"))
_SHORTEST, _TELLING, _RARE = 3, 4, 5  # letters of a label, of a word in one, of a label that is no word of every letter
_GREETING = 160  # octets in which a greeting stands
_NOBODY = Address("", "", "")
_HOW = ("named", "named in part", "not named")
_SHARES = ("all", "part", "nothing")
_FREE = ", from freemail"
_BELOW = "only what stands below the sender's domain is in the display name"
_ROLES = frozenset(b"info mail office contact sales support admin team service hello post kontakt".split())

TOKENS = frozenset(
    (
        *[f"sender's domain is {how} in the {where}" for how in _HOW for where in ("text", "display name")],
        _BELOW,
        *[f"{share} of the display name is in the text{whence}" for share in _SHARES for whence in ("", _FREE)],
        *[f"a link's host is {how} in the mail" for how in _HOW],
        *[f"the name of the recipient's domain is in the {where}" for where in ("subject", "display name")],
        *[f"the recipient's address is in the {where}" for where in ("text", "subject")],
        *[f"{a} word of the recipient's name or address is at the beginning" for a in ("a", "no")],
    )
)
"""All that can be told."""


class _Shown(NamedTuple):
    """What a reader sees of one place: its words between spaces, and its letters in a row, which tell what need not be looked for."""

    words: bytes
    letters: bytes


class _Places(NamedTuple):
    text: _Shown
    subject: _Shown
    name: _Shown


def tokens(message: Message, text: bytes, subject: bytes) -> Iterator[str]:
    """What a message with this normalised `text` and `subject` says of them."""
    sender, prose = message.sender or _NOBODY, _prose(text)
    name = _prose(folded(sender.name).lower().encode("utf-8", "replace"))
    places = _Places(_shown(prose), _shown(_prose(subject)), _shown(name))
    yield from _of_sender(sender, name, places)
    yield from _of_links(message, sender, places)
    for recipient in [address for address in message.recipients[:1] if address.domain]:
        yield from _of_recipient(recipient, sender, places)
        yield from _of_its_address(recipient, message)
        yield from _of_greeting(recipient, prose[: prose.find(b" ", _GREETING)] if b" " in prose[_GREETING:] else prose)


def _prose(text: bytes) -> bytes:
    """A text without links and addresses, for nobody is named in them, its Latin letters plain."""
    if any(mark in text for mark in (b"://", b"@", b".")):
        text = bytes(_LINKS.sub(b" ", text))
    if not text.isascii():
        for written, plain in _LEFT:
            text = text.replace(written, plain)
    return text


def _shown(octets: bytes) -> _Shown:
    return _Shown(b" %b " % octets.translate(_SPACED), octets.translate(None, _NO_LETTERS))


def _of_sender(sender: Address, name: bytes, places: _Places) -> Iterator[str]:
    is_free = sender.domain in FREEMAIL
    host = None if is_free else host_name(sender.domain)
    if host and (how := _named(host, places.text)):
        yield f"sender's domain is {how} in the text"
        if name.strip():
            in_name = _named(host, places.name)
            yield f"sender's domain is {in_name} in the display name"
            if how == in_name == _HOW[-1] and _is_below(sender.domain, host, places.name):
                yield _BELOW
    if words := _WORD.findall(name)[: limits.NAME_WORDS]:
        count = sum(_holds(places.text, word) for word in words)
        share = "all" if count == len(words) else "part" if count else "nothing"
        yield f"{share} of the display name is in the text{_FREE if is_free else ''}"


def _is_below(domain: str, host: HostName, place: _Shown) -> bool:
    """Whether a place names what stands below the owner's domain in a longer one: anybody may write a firm's name there."""
    labels = [label.replace("-", "").encode() for label in domain.removesuffix(host.domain).split(".")[-limits.HOST_LABELS :]]
    return any(len(label) >= _TELLING and label.isalpha() and _holds_parted(place, label) for label in labels)


def _of_links(message: Message, sender: Address, places: _Places) -> Iterator[str]:
    """Hosts of others than the sender; of what everybody can have there is nothing to say."""
    for host in dict.fromkeys([link.host for link in message.links]):
        if same_owner(host, sender.domain) or under(host, SHORTENERS):
            continue
        if (name := host_name(host)) and name.place and (how := _named(name, *places)):
            yield f"a link's host is {how} in the mail"


def _of_recipient(recipient: Address, sender: Address, places: _Places) -> Iterator[str]:
    """Of a sender from elsewhere: that one is at the recipient's domain says nothing, for a sender may write both as it likes."""
    if not sender.domain or recipient.domain in FREEMAIL or same_owner(recipient.domain, sender.domain):
        return
    host = host_name(recipient.domain)
    for where, place in (("subject", places.subject), ("display name", places.name)):
        if host and len(host.label.replace("-", "")) >= _RARE and _named(host, place) == "named":
            yield f"the name of the recipient's domain is in the {where}"


def _of_its_address(recipient: Address, message: Message) -> Iterator[str]:
    address = str(recipient).lower()
    for where, text in (("text", message.text.lower()), ("subject", message.subject.lower())):
        if address in text and re.search(rf"(?<![\w.+'-]){re.escape(address)}(?![\w-]|\.\w)", text):
            yield f"the recipient's address is in the {where}"


def _of_greeting(recipient: Address, beginning: bytes) -> Iterator[str]:
    called = _WORD.findall(f"{folded(recipient.name)} {recipient.local}".lower().encode("utf-8", "replace"))
    if called := [word for word in called[: limits.NAME_WORDS] if word not in _ROLES]:
        shown = _shown(beginning)
        is_called = any(_holds(shown, word) for word in called)
        yield f"{'a' if is_called else 'no'} word of the recipient's name or address is at the beginning"


def _named(host: HostName, *places: _Shown) -> str:
    """How the label of a host's own stands in some places; "" of one that is not all letters, or too few of them."""
    letters = host.label.replace("-", "").encode()
    if len(letters) < _SHORTEST or not letters.isalpha():
        return ""
    if any(_holds_parted(place, written) for written in _spellings(letters) for place in places):
        return "named"
    words = [written for word in host.words if len(word) >= _TELLING for written in _spellings(word.encode())]
    return "named in part" if any(_holds(place, word) for word in words for place in places) else "not named"


def _spellings(letters: bytes) -> tuple[bytes, ...]:
    """Letters as they stand, and with what may be written-out umlauts, and then the Nordic a, as folding leaves those."""
    plain = letters
    for written, folding in _UMLAUTS:
        plain = plain.replace(written, folding)
    return tuple(dict.fromkeys((letters, plain, plain.replace(b"aa", b"a"))))


def _holds(place: _Shown, word: bytes) -> bool:
    return b" %b " % word in place.words


def _holds_parted(place: _Shown, letters: bytes) -> bool:
    """Whether some words, one after the other, are these letters: a firm may part its name where its domain does not."""
    if letters not in place.letters:
        return False
    return _holds(place, letters) or bool(
        re2.search(b" %b " % b" *".join([letters[at : at + 1] for at in range(len(letters))]), place.words)
    )
