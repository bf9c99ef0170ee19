"""The messages that are sent: the demo's, each with tokens that occur nowhere else, and where each copy of it should end.

A token is the local part of a recipient, so the next hop, the Maildir and the quarantine all name it, whatever they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import count

import filter.demo
from filter.assemble import build_judge
from filter.config.schema import Config
from filter.judge.mail import Mail

PLAIN, STRICT, TAGGING = "faults.example", "strict.faults.example", "tagging.faults.example"
"""Domains of recipients: as the site has it; whose mail is held always, and whose is tagged always, unless it is refused."""

TAG, HOLD, REFUSE = 3.5, 10.0, 16.0
"""Nothing of the demo is so near below one of them that it is above where its sender is a stranger, which the first of each is."""
POLICY = f"""
policy.overall = {{tag = {TAG}, quarantine = {HOLD}, reject = {REFUSE}}}
policy.spam = {{tag = inf, quarantine = inf}}
policy.bec = {{tag = inf, quarantine = inf}}
[[policy.group]]
name = "strict"
recipients = ["@{STRICT}"]
overall = {{tag = -100.0, quarantine = -100.0}}
[[policy.group]]
name = "tagging"
recipients = ["@{TAGGING}"]
overall = {{tag = -100.0}}
"""
LONG_OCTETS = 8_000_000
"""A message that no socket buffers take whole."""

_numbers = count()


class Place(StrEnum):
    """Where a message should be in the end."""

    DELIVERED = "delivered"
    HELD = "held"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message, its recipients' addresses by token, and the place of each one's copy."""

    content: bytes
    recipients: dict[str, str]
    places: dict[str, Place]

    def part(self, tokens: Iterable[str]) -> Letter:
        """The same for some of its recipients."""
        return replace(self, recipients={token: self.recipients[token] for token in tokens})

    @property
    def wire(self) -> bytes:
        """The content as it follows DATA, its end included."""
        stuffed = self.content.replace(b"\r\n.", b"\r\n..")
        return (b"." if stuffed.startswith(b".") else b"") + stuffed + b".\r\n"


@lru_cache(maxsize=1)
def specimens() -> dict[Place, tuple[bytes, ...]]:
    """The demo's mails as SMTP carries them, by what the shipped judge and `POLICY` make of them. Each place has some."""
    judge = build_judge(Config())
    found: dict[Place, list[bytes]] = {place: [] for place in Place}
    for mail in filter.demo.mails():
        content = re.sub(rb"\r\n?|\n", b"\r\n", mail.content)
        score = judge.judge(Mail(content)).score
        place = Place.NOWHERE if score >= REFUSE else Place.HELD if score >= HOLD else Place.DELIVERED
        found[place].append(content)
    if not all(found.values()):
        raise RuntimeError("the demo's mails are no longer delivered, held and refused: move TAG, HOLD and REFUSE")
    return {place: tuple(contents) for place, contents in found.items()}


def letter(place: Place = Place.DELIVERED, *domains: str, octets: int = 0, front: bytes = b"") -> Letter:
    """A new message for a recipient in each domain (none: one in `PLAIN`) that ends in `place`, or as the domain has it.

    It is filled up to so many octets, and begins with `front`: header lines.
    """
    number = next(_numbers)
    tokens = {f"t{number}-{index}": domain for index, domain in enumerate(domains or (PLAIN,))}
    among = specimens()[place]
    told = re.sub(rb"(?im)^message-id:[^\r]*", f"Message-ID: <t{number}@{PLAIN}>".encode(), among[number % len(among)], count=1)
    filling = b"The rest is silence.\r\n" * ((octets - len(told)) // 22 + 1) if octets > len(told) else b""
    always = {STRICT: Place.HELD, TAGGING: Place.DELIVERED}
    places = {token: place if place is Place.NOWHERE else always.get(domain, place) for token, domain in tokens.items()}
    return Letter(front + told + filling, {token: f"{token}@{domain}" for token, domain in tokens.items()}, places)


def assorted(many: int) -> Iterator[Letter]:
    """So many messages: of ten, seven are delivered, two held and one is refused."""
    for number in range(many):
        yield letter(Place.NOWHERE if number % 10 == 9 else Place.HELD if number % 10 in (3, 6) else Place.DELIVERED)
