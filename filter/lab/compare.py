"""Two judgements of the same mail: what one catches, frees or moves that the other did not, and why. Pure: rows in, a `Comparison` out.

Which rows are of one message is `paired`'s.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC
from itertools import count
from typing import NamedTuple

from filter.lab.difference import Difference, Kind, kind_of
from filter.lab.paired import Pair, paired
from filter.store.rows import Row

LISTED = 25
"""Differing messages kept of each kind."""

TOP = 15
"""Senders, lists and weeks kept, those with the most newly caught and newly freed."""


class Count(NamedTuple):
    """Messages, and how many of them are labelled ham and bad."""

    messages: int = 0
    ham: int = 0
    bad: int = 0

    def plus(self, label: str) -> Count:
        """And one more of this label."""
        return Count(self.messages + 1, self.ham + (label == "ham"), self.bad + (label not in ("", "ham")))


class Group(NamedTuple):
    """What was newly caught and newly freed of one sender, list or week; `value` is "" where a message has none."""

    value: str
    caught: Count
    freed: Count


class Groups(NamedTuple):
    """By one fact: how many values it has among what was caught and freed, and the `TOP` of them."""

    by: str
    values: int
    top: tuple[Group, ...]


class Side(NamedTuple):
    """The ids of what judged the first message of a run, "" where there is none."""

    model: str = ""
    rulebook: str = ""

    @classmethod
    def of(cls, row: Row) -> Side:
        """Those of a row."""
        return cls(row.verdict.model, row.verdict.rulebook)


class Counts(NamedTuple):
    """Of each `Kind`. `scored`: disposed of as before, with a score that moved by more than `SCORE_STEP`."""

    caught: Count = Count()
    freed: Count = Count()
    moved: Count = Count()
    scored: Count = Count()


@dataclass(frozen=True, slots=True)
class Comparison:
    """`messages` are in both runs; `listed` are the first of each kind, those that their label speaks against first."""

    before: Side
    after: Side
    messages: int
    only_before: int
    only_after: int
    counts: Counts
    listed: tuple[Difference, ...]
    groups: tuple[Groups, ...]

    @property
    def turned(self) -> int:
        """All that are disposed of otherwise: newly caught, newly freed and moved together."""
        return sum(tally.messages for tally in (self.counts.caught, self.counts.freed, self.counts.moved))


def compare(before: Iterable[Row], after: Iterable[Row], on_difference: Callable[[Difference], object] = lambda _: None) -> Comparison:
    """Compare two runs; `on_difference` hears of each message that differs, as it is come upon."""
    return compared(paired(before, after), on_difference)


def compared(pairs: Iterable[Pair], on_difference: Callable[[Difference], object] = lambda _: None) -> Comparison:
    """The same of messages that stand side by side already."""
    tally = _Tally()
    for before, after in pairs:
        found = tally.add(before, after)
        if found:
            on_difference(found)
    return tally.comparison()


class _Tally:
    """Counts as pairs come."""

    def __init__(self) -> None:
        self._sides = (Side(), Side())
        self._messages = self._only_before = self._only_after = 0
        self._counts = dict.fromkeys(Kind, Count())
        self._first: dict[Kind, list[tuple[bool, float, int, Difference]]] = {kind: [] for kind in Kind}
        self._groups: dict[str, dict[str, Group]] = {by: {} for by in _FACTS}
        self._order = count(0, -1)  # of equals the first is kept

    def add(self, before: Row | None, after: Row | None) -> Difference | None:
        """Count a message; how it differs."""
        if before is None or after is None:
            self._only_before += after is None
            self._only_after += before is None
            return None
        if not self._messages:
            self._sides = (Side.of(before), Side.of(after))
        self._messages += 1
        kind = kind_of(before, after)
        if kind is None:
            return None
        found = Difference(kind, before, after)
        self._counts[kind] = self._counts[kind].plus(found.label)
        first = self._first[kind]
        heapq.heappush(first, (found.is_wrong, abs(found.gap), next(self._order), found))
        if len(first) > LISTED:
            heapq.heappop(first)
        if kind in (Kind.CAUGHT, Kind.FREED):
            self._group(found)
        return found

    def _group(self, found: Difference) -> None:
        for by, fact in _FACTS.items():
            value = fact(found.after)
            group = self._groups[by].get(value, Group(value, Count(), Count()))
            name = found.kind.value
            self._groups[by][value] = group._replace(**{name: getattr(group, name).plus(found.label)})

    def comparison(self) -> Comparison:
        """All that was counted."""
        listed = tuple(one[-1] for kind in Kind for one in sorted(self._first[kind], key=lambda one: one[:3], reverse=True))
        groups = tuple(Groups(by, len(found), tuple(heapq.nsmallest(TOP, found.values(), _size))) for by, found in self._groups.items())
        counts = Counts(**{kind.value: self._counts[kind] for kind in Kind})
        return Comparison(*self._sides, self._messages, self._only_before, self._only_after, counts, listed, groups)


def _week(row: Row) -> str:
    """ISO 8601, such as 2024-W05; "" without a date."""
    return row.date.astimezone(UTC).strftime("%G-W%V") if row.date else ""


_FACTS: dict[str, Callable[[Row], str]] = {"sender": lambda row: row.sender, "list": lambda row: row.list_id, "week": _week}


def _size(group: Group) -> tuple[int, str]:
    return -group.caught.messages - group.freed.messages, group.value
