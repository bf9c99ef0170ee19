"""What a rule asks of one scene: signals, operators on fields, and all, any, not over them. Compiled once; pure; never raises.

A match leaves its evidence: the piece of the message that a field's operator saw, or what signals say (a condition that `speaks`).
Shortening it for a hit is `rules`' business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from filter.judge.domains import registered
from filter.judge.rules.fields import cost_of
from filter.judge.rules.operators import Member, Pattern, Present
from filter.judge.scene import Scene, Signal
from filter.judge.signals.catalogue import CATALOGUE

_COST = {"ask": 0, "body": 5}  # asks are known already: the features have them
_READING = {"warns-of-fraud": 7, "awareness-training": 7}
_OTHER_COST = 1
"""Signals of the body search the text, as far as they get, and of these names all of it; the others look at a few values. Each is looked
for once a mail."""

SPOKEN = "; "
"""Between what several signals say."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Matches when its fields' values hold what the operator looks for, at least so many times in all."""

    fields: tuple[str, ...]
    operator: Pattern | Member | Present
    count_at_least: int = 1
    speaks: ClassVar[bool] = False

    @property
    def cost(self) -> int:
        """How dear it is to look, for ordering."""
        return max(map(cost_of, self.fields))

    def find(self, scene: Scene) -> str | None:
        """The first piece that matched; None where too few did."""
        if self.count_at_least == 1:
            return self._first(scene)
        count, first = 0, ""
        for name in self.fields:
            for value in scene.values(name):
                for piece in self.operator.within(value):
                    first = first or piece
                    count += 1
                    if count == self.count_at_least:
                        return first
        return None

    def _first(self, scene: Scene) -> str | None:
        for name in self.fields:
            for value in scene.values(name):
                if (piece := self.operator.first(value)) is not None:
                    return piece
        return None


@dataclass(frozen=True, slots=True)
class Holds:
    """Matches when so many of its signals are true."""

    signals: tuple[Signal, ...]
    count_at_least: int = 1
    names: frozenset[str] = field(init=False, repr=False, compare=False)
    speaks: ClassVar[bool] = True

    def __post_init__(self) -> None:
        """The names, which are asked for at once where all are known."""
        object.__setattr__(self, "names", frozenset(signal.name for signal in self.signals))

    @property
    def cost(self) -> int:
        """How dear it is to look, for ordering."""
        return max(_READING.get(signal.name) or _COST.get(signal.group, _OTHER_COST) for signal in self.signals)

    def find(self, scene: Scene) -> str | None:
        """What the first so many true ones say; None where too few are true."""
        if scene.known_false(self.names):
            return None
        said: list[str] = []
        for signal in self.signals:
            if evidence := scene.evidence(signal):
                said.append(evidence)
                if len(said) == self.count_at_least:
                    return said[0] if len(said) == 1 else SPOKEN.join(dict.fromkeys(said))
        return None

    def __reduce__(self) -> tuple[object, ...]:
        """By the signals' names, to another process: what a signal does is code, which is there already."""
        return _named, (tuple(signal.name for signal in self.signals), self.count_at_least)


def _named(names: tuple[str, ...], count_at_least: int) -> Holds:
    return Holds(tuple(CATALOGUE[name] for name in names), count_at_least)


@dataclass(frozen=True, slots=True)
class Differs:
    """Matches when both fields name hosts and no host of the first has its registrable domain among those of the other."""

    field: str
    other: str
    speaks: ClassVar[bool] = False

    @property
    def cost(self) -> int:
        """How dear it is to look, for ordering."""
        return max(cost_of(self.field), cost_of(self.other))

    def find(self, scene: Scene) -> str | None:
        """The first field's first host; None where they agree or either is missing."""
        here = [host for host in scene.values(self.field) if host]
        if not here:
            return None
        there = {registered(host) for host in scene.values(self.other) if host}
        return here[0] if there and there.isdisjoint(map(registered, here)) else None


@dataclass(frozen=True, slots=True)
class All:
    """Every part matches. `parts` stand as the rule gives them; `asked` are their places, the cheapest first."""

    parts: tuple[Match, ...]
    asked: tuple[int, ...]

    @classmethod
    def of(cls, parts: Iterable[Match]) -> All:
        """The cheapest part is asked first, whatever order the rule gives them; of two as cheap the one that is more than an absence."""
        given = tuple(parts)
        return cls(given, tuple(sorted(range(len(given)), key=lambda place: (given[place].cost, isinstance(given[place], Not)))))

    @property
    def cost(self) -> int:
        """As dear as its dearest part."""
        return max(part.cost for part in self.parts)

    @property
    def speaks(self) -> bool:
        """Whether a part speaks."""
        return any(part.speaks for part in self.parts)

    def find(self, scene: Scene) -> str | None:
        """What its parts leave, joined; None as soon as one does not match."""
        pieces = [""] * len(self.parts)
        for place in self.asked:
            piece = self.parts[place].find(scene)
            if piece is None:
                return None
            pieces[place] = piece
        said = [piece for part, piece in zip(self.parts, pieces, strict=True) if piece and part.speaks]
        return SPOKEN.join(dict.fromkeys(said)) if said else _seen(pieces[place] for place in self.asked)

    @property
    def gate(self) -> Match:
        """The part that is asked first."""
        return self.parts[self.asked[0]]

    def lacking(self, scene: Scene) -> tuple[Match, ...]:
        """The parts that do not match."""
        return tuple(part for part in self.parts if part.find(scene) is None)


def _seen(pieces: Iterable[str]) -> str:
    """Pieces of a message, joined, less what stands in another piece."""
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

    @property
    def speaks(self) -> bool:
        """Whether a part speaks."""
        return any(part.speaks for part in self.parts)

    def find(self, scene: Scene) -> str | None:
        """What the first part to match did; None where none does."""
        for part in self.parts:
            if (piece := part.find(scene)) is not None:
                return piece
        return None


@dataclass(frozen=True, slots=True)
class Not:
    """Its part does not match; leaves no evidence."""

    part: Match
    speaks: ClassVar[bool] = False

    @property
    def cost(self) -> int:
        """As dear as its part."""
        return self.part.cost

    def find(self, scene: Scene) -> str | None:
        """Empty where the part does not match, None where it does."""
        return "" if self.part.find(scene) is None else None


Match = Condition | Holds | Differs | All | Any | Not
