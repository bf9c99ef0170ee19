"""What a condition looks for in one value of a field: a pattern, a member of a list, anything at all. Compiled once; pure; never raises.

Every pattern is RE2's, so no message makes one slow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import re2

from filter.judge.domains import under
from filter.judge.rules.fields import RE2_OPTIONS, octets


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a regular expression matches in a value, without regard to case.

    `beyond_ascii` says that a match holds a character beyond ASCII, so that values without one need no search. `given` is what it was
    made of: patterns, or plain texts where it is `literal`.
    """

    regex: Any  # google-re2 ships no types
    beyond_ascii: bool
    given: tuple[str, ...]
    literal: bool

    @classmethod
    def of(cls, alternatives: Iterable[str], beyond_ascii: bool = False, literal: bool = False) -> Pattern:
        """Compile. ValueError where RE2 cannot, or where the pattern would match nothing at all and so every value."""
        given = tuple(alternatives)
        try:
            regex = re2.compile("|".join(re2.escape(one) if literal else f"(?:{one})" for one in given).encode(), RE2_OPTIONS)
        except re2.error as error:
            reason = error.args[0] if error.args else b"unknown"
            raise ValueError(reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)) from None
        if regex.search(b""):
            raise ValueError("matches the empty text, so every message")
        return cls(regex, beyond_ascii, given, literal)

    def first(self, value: str) -> str | None:
        """The first piece that matches; None where none does."""
        if not value or (self.beyond_ascii and value.isascii()):
            return None
        match = self.regex.search(octets(value))
        return match.group().decode("utf-8", "replace") if match else None

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

    def first(self, value: str) -> str | None:
        """The value, or None."""
        lowered = value.lower()
        return value if lowered in self.words or (self.hosts and under(lowered, self.words)) else None

    def within(self, value: str) -> Iterator[str]:
        """The value, or nothing."""
        return iter(()) if self.first(value) is None else iter((value,))


@dataclass(frozen=True, slots=True)
class Present:
    """The value itself, where there is one: for counting."""

    def first(self, value: str) -> str | None:
        """The value, or None."""
        return value or None

    def within(self, value: str) -> Iterator[str]:
        """The value, or nothing."""
        return iter((value,) if value else ())
