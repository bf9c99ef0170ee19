"""Whether a mail is the answer that it looks like: subject, thread ids, and what it quotes.

All of it is the sender's to write; only what contradicts itself is evidence, and only the site's past confirms a thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from filter.judge.confusables import folded
from filter.judge.likeness.domains import likeness, owner
from filter.judge.mail import Address
from filter.judge.scene import Scene, Signal
from filter.judge.signals.authentication import is_own

PEOPLE = 100
"""Quoted mailboxes looked at."""

DOMAINS = 20
"""Quoted domains compared with the sender's."""

_ANSWER = re.compile(r"\s*+(re|aw|antw|odp|res|rif|réf|rép|r|sv)(?:\s?\[\d{1,3}\])?\s?:", re.IGNORECASE)
_FORWARD = re.compile(r"\s*+(fwd?|wg|tr|rv|enc|i|doorst|pd)(?:\s?\[\d{1,3}\])?\s?:", re.IGNORECASE)
_NAME_WORD = re.compile(r"\w{2,}")
_IDS = frozenset({"in-reply-to", "references"})


def _has_ids(scene: Scene) -> bool:
    return any(name in _IDS and value.strip() for name, value in scene.message.headers)


@lru_cache(maxsize=1024)
def _words(name: str) -> frozenset[str]:
    """The words of a person's name in any order; none where it is too little to tell somebody by."""
    words = frozenset(_NAME_WORD.findall(folded(name).lower()))
    return words if len(words) > 1 else frozenset()


def _everyone(scene: Scene) -> Iterator[Address]:
    """Whom the quoted text names, with what address."""
    found = scene.quotes
    yield from (one for one in (*found.authors, *found.named)[:PEOPLE] if one.domain)


def _fake_reply(scene: Scene) -> str:
    begins = _ANSWER.match(scene.message.subject)
    if begins is None or _has_ids(scene):
        return ""
    return f"subject begins with {begins[0].strip()} but there is neither In-Reply-To nor References"


def _fake_forward(scene: Scene) -> str:
    begins = _FORWARD.match(scene.message.subject)
    if begins is None or _has_ids(scene) or scene.quotes.quoted or _encloses(scene):
        return ""
    return f"subject begins with {begins[0].strip()} but no forwarded mail is recognised in it"


def _encloses(scene: Scene) -> bool:
    """Whether a mail is attached, or was returned."""
    return scene.message.enclosed > 0 or any(attachment.kind == "message/rfc822" for attachment in scene.message.attachments)


def _quotes_without_thread(scene: Scene) -> str:
    found = scene.quotes
    if not (found.blocks or found.attributions) or _has_ids(scene):
        return ""
    author = found.authors[0]
    return f"quotes a mail of {author.name or author} but there is neither In-Reply-To nor References"


def _sender_not_in_quote(scene: Scene) -> str:
    """Only where an answer quotes a mail with both ends of it: whoever answers wrote it or got it."""
    sender, found = scene.message.sender, scene.quotes
    if sender is None or not sender.domain or not (found.blocks and found.named) or not _ANSWER.match(scene.message.subject):
        return ""
    author, to, text = found.authors[0], found.named[0], found.quoted.lower()
    if not (author.domain and to.domain) or any(owner(one.domain) == owner(sender.domain) for one in _everyone(scene)):
        return ""
    if sender.domain in text or (sender.name and folded(sender.name).lower() in folded(text)):
        return ""
    return f"answers a mail of {author} to {to}, sender is {sender}"


def _vip_wrong_address(scene: Scene) -> str:
    named = [(words, one) for one in _everyone(scene) if (words := _words(one.name)) and not is_own(one.domain, scene.site)]
    for vip in scene.site.vips if named else ():
        theirs = _words(vip.name)
        for words, one in named:
            if words == theirs and str(one).lower() not in vip.addresses:
                return f"the quoted thread has {vip.name} (VIP) at {one}, not known as theirs"
    return ""


def _new_domain(scene: Scene) -> str:
    sender = scene.message.sender
    words = _words(sender.name) if sender and sender.domain and scene.quotes.quoted else frozenset()
    if sender is None or not words:
        return ""
    domains = [one.domain for one in _everyone(scene) if _words(one.name) == words]
    if not domains or any(owner(domain) == owner(sender.domain) for domain in domains):
        return ""
    return f"the quoted thread has {sender.name} at {domains[0]}, this mail comes from {sender.domain}"


def _lookalike(scene: Scene) -> str:
    sender = scene.message.sender
    domains = dict.fromkeys([one.domain for one in _everyone(scene)]) if sender and sender.domain else ()
    if sender is None or not domains or sender.domain in domains:
        return ""
    for domain in islice(domains, DOMAINS):
        if how := likeness(sender.domain, domain):
            return f"the quoted thread has {domain}, this mail comes from {sender.domain}: {how}"
    return ""


def _self_reply(scene: Scene) -> str:
    sender, found = scene.message.sender, scene.quotes
    if sender is None or not found.authors or not _ANSWER.match(scene.message.subject):
        return ""
    if not sender.domain or str(found.authors[0]).lower() != str(sender).lower():
        return ""
    return f"answers a mail of {sender}, its own sender"


def _established(scene: Scene) -> str:
    past, sender = scene.past, scene.message.sender
    if past is None or sender is None or not (past.replied_to_us or past.between) or not _has_ids(scene):
        return ""
    if past.replied_to_us:
        return f"answers in a thread, a mail that was sent to {sender}"
    return f"in a thread, {past.between} mails from {sender} to these recipients before"


_GROUP = "thread"
SIGNALS: tuple[Signal, ...] = (
    Signal("fake-reply", _GROUP, "RFC 5322 3.6.4 and 3.6.5; rspamd FAKE_REPLY; sublime-rules: fake thread", _fake_reply),
    Signal("fake-forward", _GROUP, "RFC 5322 3.6.5; sublime-rules: fake forward", _fake_forward),
    Signal("quotes-without-thread", _GROUP, "sublime-rules: fake thread, quoted headers without thread ids", _quotes_without_thread),
    Signal("sender-not-in-quote", _GROUP, "sublime-rules: fake thread, sender not in the quoted thread", _sender_not_in_quote),
    Signal("quoted-vip-wrong-address", _GROUP, "sublime-rules: fake thread with a VIP and a wrong address", _vip_wrong_address),
    Signal("quoted-lookalike", _GROUP, "sublime-rules: look-alike of a domain in the thread; MITRE ATT&CK T1566", _lookalike),
    Signal("new-domain-in-thread", _GROUP, "MITRE ATT&CK T1566: thread hijacking", _new_domain),
    Signal("self-reply", _GROUP, "sublime-rules: fake thread, sender answers itself", _self_reply),
    Signal("established-thread", _GROUP, "RFC 5322 3.6.4; rspamd replies, REPLY", _established),
)
