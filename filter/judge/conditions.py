"""What a rule asks of one parsed message: operators on fields, and all, any, not over them. Compiled once; pure; never raises.

Every pattern is RE2's, so no message makes one slow. A match leaves the piece of the message that it saw, whole: shortening it
for a hit is `rules`' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any as Anything

import re2

from filter.judge.domains import registered, under
from filter.judge.fields import RE2_OPTIONS, cost_of, octets, values
from filter.judge.mail import Message


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a regular expression matches in a value, without regard to case.

    `beyond_ascii` says that a match holds a character beyond ASCII, so that values without one need no search.
    """

    regex: Anything  # google-re2 ships no types
    beyond_ascii: bool = False

    @classmethod
    def of(cls, alternatives: Iterable[str], beyond_ascii: bool = False) -> Pattern:
        """Compile. ValueError where RE2 cannot, or where the pattern would match nothing at all and so every value."""
        try:
            regex = re2.compile("|".join(f"(?:{one})" for one in alternatives).encode(), RE2_OPTIONS)
        except re2.error as error:
            reason = error.args[0] if error.args else b"unknown"
            raise ValueError(reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)) from None
        if regex.search(b""):
            raise ValueError("matches the empty text, so every message")
        return cls(regex, beyond_ascii)

    @classmethod
    def literal(cls, alternatives: Iterable[str]) -> Pattern:
        """The same for plain text."""
        return cls.of(map(re2.escape, alternatives))

    def within(self, value: str) -> Iterator[str]:
        """Every piece that matches, in order."""
        if not value or (self.beyond_ascii and value.isascii()):
            return iter(())
        return (match.group().decode("utf-8", "replace") for match in self.regex.finditer(octets(value)))


@dataclass(frozen=True, slots=True)
class Member:
    """The value itself, if it is one of these, without regard to case; a host also if it stands below one of them."""

    words: frozenset[str]
    hosts: bool = False

    def within(self, value: str) -> Iterator[str]:
        """The value, or nothing."""
        lowered = value.lower()
        if lowered in self.words or (self.hosts and under(lowered, self.words)):
            yield value


@dataclass(frozen=True, slots=True)
class Present:
    """The value itself, where there is one: for counting."""

    def within(self, value: str) -> Iterator[str]:
        """The value, or nothing."""
        if value:
            yield value


@dataclass(frozen=True, slots=True)
class Condition:
    """Matches when its fields' values hold what the operator looks for, at least so many times in all."""

    fields: tuple[str, ...]
    operator: Pattern | Member | Present
    count_at_least: int = 1

    @property
    def cost(self) -> int:
        """How dear it is to look, for ordering."""
        return max(map(cost_of, self.fields))

    def find(self, message: Message) -> str | None:
        """The first piece that matched; None where too few did."""
        count, first = 0, ""
        for field in self.fields:
            for value in values(field, message):
                for piece in self.operator.within(value):
                    first = first or piece
                    count += 1
                    if count == self.count_at_least:
                        return first
        return None


@dataclass(frozen=True, slots=True)
class Differs:
    """Matches when both fields name hosts and no host of the first has its registrable domain among those of the other."""

    field: str
    other: str

    @property
    def cost(self) -> int:
        """How dear it is to look, for ordering."""
        return max(cost_of(self.field), cost_of(self.other))

    def find(self, message: Message) -> str | None:
        """The first field's first host; None where they agree or either is missing."""
        here = [host for host in values(self.field, message) if host]
        if not here:
            return None
        there = {registered(host) for host in values(self.other, message) if host}
        return here[0] if there and there.isdisjoint(map(registered, here)) else None


@dataclass(frozen=True, slots=True)
class All:
    """Every part matches."""

    parts: tuple[Match, ...]

    @classmethod
    def of(cls, parts: Iterable[Match]) -> All:
        """The cheapest part is asked first, whatever order the rule gives them."""
        return cls(tuple(sorted(parts, key=lambda part: part.cost)))

    @property
    def cost(self) -> int:
        """As dear as its dearest part."""
        return max(part.cost for part in self.parts)

    def find(self, message: Message) -> str | None:
        """What each part matched, joined, less what stands in another piece; None as soon as one does not match."""
        pieces = []
        for part in self.parts:
            piece = part.find(message)
            if piece is None:
                return None
            pieces.append(piece)
        distinct = dict.fromkeys(pieces)
        return " · ".join([piece for piece in distinct if not any(piece in other for other in distinct if other != piece)])


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part matches."""

    parts: tuple[Match, ...]

    @property
    def cost(self) -> int:
        """As dear as its dearest part."""
        return max(part.cost for part in self.parts)

    def find(self, message: Message) -> str | None:
        """What the first part to match did; None where none does."""
        return next((piece for part in self.parts if (piece := part.find(message)) is not None), None)


@dataclass(frozen=True, slots=True)
class Not:
    """Its part does not match; leaves no evidence."""

    part: Match

    @property
    def cost(self) -> int:
        """As dear as its part."""
        return self.part.cost

    def find(self, message: Message) -> str | None:
        """Empty where the part does not match, None where it does."""
        return "" if self.part.find(message) is None else None


Match = Condition | Differs | All | Any | Not
