"""What one past mail tells of the site it was kept at: who wrote to whom, what it was about, which server took it. Counts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple

import re2

from filter.judge import quotes
from filter.judge.confusables import folded
from filter.judge.correspondents import addresses
from filter.judge.mail import Address, Message
from filter.judge.parameters import unquoted
from filter.judge.parse import parse
from filter.judge.rules.fields import octets
from filter.lab.bywords import FIRM, PAYING, TITLE, TRADE
from filter.store.exchange import came

SIGNATURE_LINES = 12
"""Lines at the end of somebody's own text in which a signature is looked for."""

LINE_CHARS = 80
"""Characters of the longest line that is taken for one of a signature."""

TEXT_CHARS = 4000
"""Characters of the text in which words of paying and trade are looked for."""

_DELIVERED = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to")
_AUTOMATIC = ("list-id", "list-unsubscribe", "auto-submitted", "x-autoreply")
_MARKS = ("(", "|", " - ", " \u2013 ", ",")
_BY = re2.compile(rb"\bby\s+([\w.-]+\.[\w-]+)")
_FOR = re2.compile(rb"\bfor\s+<?([^\s<>;]+@[^\s<>;]+)")
_COMMENT = re2.compile(rb"\([^()]*\)")


class Sighting(NamedTuple):
    """One mail. `sender` is the header From's address, lower case, `name` as it is shown; `recipients` are all that headers name,
    `delivered` those that the server which took it names; `by` is that server and `authserv_id` who signed the topmost
    Authentication-Results, "" where there is none. `title` and `firm` are lines of the signature; `pays` and `trades` the words found;
    `answers` the domains of those whom it quotes.
    """

    sender: str
    name: str
    when: datetime | None
    recipients: tuple[str, ...]
    delivered: tuple[str, ...]
    by: str
    authserv_id: str
    title: str
    firm: str
    pays: str
    trades: str
    answers: frozenset[str]
    is_automatic: bool


def sighting(content: bytes) -> Sighting | None:
    """What a mail tells; None where it has no sender."""
    message = parse(content)
    if message.sender is None or not message.sender.domain or not message.sender.local:
        return None
    own = quotes.read(message.text)
    name, post = _parted(" ".join(message.sender.name.split()))
    plain = octets(folded(f"{message.subject}\n{own.new[:TEXT_CHARS]}").lower())
    received, delivered = message.header("received"), _delivered(message)
    return Sighting(
        sender=str(message.sender).lower(),
        name=name,
        when=came(message),
        recipients=addresses((*map(str, message.recipients), *delivered)),
        delivered=delivered,
        by=_first(_BY, received).rstrip("."),
        authserv_id=_authserv_id(message.header("authentication-results")),
        title=post or _title(name, own.new),
        firm=_firm(message.sender, own.new),
        pays=_first(PAYING, plain),
        trades=_first(TRADE, plain),
        answers=frozenset(author.domain for author in own.authors if author.domain),
        is_automatic=any(message.header(name) not in {"", "no"} for name in _AUTOMATIC),
    )


def _first(pattern: re2._Regexp[bytes], text: str | bytes) -> str:
    """The first find, or what its group took; "" where there is none."""
    found = pattern.search(octets(text) if isinstance(text, str) else text)
    return found.group(found.re.groups).decode("utf-8", "replace").strip(' \t\r\n.,:;!?()"').lower() if found else ""


def _delivered(message: Message) -> tuple[str, ...]:
    named = [message.header(name).strip("<> ") for name in _DELIVERED]
    return addresses((*named, _first(_FOR, message.header("received"))))


def _authserv_id(value: str) -> str:
    """The field's first word (RFC 8601 2.2); "" where the server leaves it out, as some do."""
    words = _COMMENT.sub(b" ", octets(value.partition(";")[0])).decode("utf-8", "replace").split()
    name = unquoted(words[0]).lower() if words else ""
    return "" if "=" in name else name


def _signature(text: str) -> Iterator[str]:
    """The last lines of a text, short ones only."""
    lines = [" ".join(line.split()) for line in text[-TEXT_CHARS:].splitlines()]
    for line in islice((line for line in reversed(lines) if line), SIGNATURE_LINES):
        if len(line) <= LINE_CHARS:
            yield line


def _has_title(text: str) -> bool:
    return bool(TITLE.search(octets(folded(text).lower())))


def _parted(name: str) -> tuple[str, str]:
    """A display name and the title that stands behind it: "Anna Weiss (CFO)"."""
    for mark in _MARKS:
        head, found, tail = name.partition(mark)
        if found and head.strip() and _has_title(tail):
            return head.strip(), tail.strip(" )")
    return name, ""


def _title(name: str, text: str) -> str:
    """The line with a title at or under somebody's name in the signature; "" where there is none."""
    names = [word for word in folded(name).lower().split() if len(word) > 2]
    lines = list(_signature(text))[::-1]
    for number, line in enumerate(lines):
        if any(word in folded(line).lower() for word in names):
            return next((one for one in lines[number : number + 3] if _has_title(one)), "")
    return ""


def _firm(sender: Address, text: str) -> str:
    """The line of the signature that names a firm whose domain it could be."""
    label = sender.domain.partition(".")[0]
    for line in _signature(text):
        plain = folded(line).lower()
        words = [word for word in plain.replace("&", " ").replace(",", " ").replace("-", " ").split() if len(word) > 3]
        if any(word in label for word in words) and FIRM.search(octets(plain)):
            return line.strip("-\u2013|* ")
    return ""
