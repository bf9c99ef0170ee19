"""One message on which two judgements differ: how, and which rules and reasons weigh otherwise. Pure; counts nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from filter.judge import layer, linear
from filter.judge.policy import Action
from filter.judge.verdict import Hit, Reason
from filter.store.rows import REASONS, Row

SCORE_STEP = 0.5
"""Log-odds by which a score has to move to be told where the disposition stays."""

_Key = tuple[str, str, str, int]
"""Threat, kind and evidence of a reason, and its number among those that are alike."""


class Kind(StrEnum):
    """How two judgements of a message differ."""

    CAUGHT = "caught"
    FREED = "freed"
    MOVED = "moved"
    SCORED = "scored"


class Change(NamedTuple):
    """A rule or a reason that weighs otherwise, in log-odds, and by how much at least. Of a rule `evidence` is its id.

    0 where it is none; None where that is not known, as it is not among the reasons that are kept, which are heavier.
    """

    threat: str
    kind: str
    evidence: str
    before: float | None
    after: float | None
    by: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A message that is delivered before and not after (caught), the reverse (freed), disposed of otherwise else (moved); or scored so."""

    kind: Kind
    before: Row
    after: Row

    @property
    def label(self) -> str:
        """Whichever run has one."""
        return self.after.label or self.before.label

    @property
    def gap(self) -> float:
        """How far the score moved, in log-odds."""
        return self.after.verdict.score - self.before.verdict.score

    @property
    def is_wrong(self) -> bool:
        """Whether the label speaks against it: ham that is caught, bad mail that is freed."""
        return bool(self.label) and (self.kind, self.label == "ham") in {(Kind.CAUGHT, True), (Kind.FREED, False)}

    def changes(self) -> tuple[Change, ...]:
        """Rules, of which all are known, then reasons, of which the heaviest are; what changed most first in either. A reason that is
        named on one side only is told if it would be named on the other too, had it the same weight there."""
        before, after = self.before.verdict, self.after.verdict
        rules = _changes(_Named(map(_of_hit, before.hits), is_whole=True), _Named(map(_of_hit, after.hits), is_whole=True))
        return rules + tuple(one for one in _changes(_Named(before.reasons), _Named(after.reasons)) if one.kind != "rule" and one.by > 0)


def kind_of(before: Row, after: Row) -> Kind | None:
    """How two judgements of a message differ; None where the disposition is the same and the score nearly so."""
    if kind := kind_of_actions(before.disposition.action, after.disposition.action):
        return kind
    return Kind.SCORED if abs(after.verdict.score - before.verdict.score) > SCORE_STEP else None


def kind_of_actions(was: str, becomes: str) -> Kind | None:
    """The kind of a difference between two actions by their names; None where they are one."""
    if was == becomes:
        return None
    if was == Action.DELIVER:
        return Kind.CAUGHT
    return Kind.FREED if becomes == Action.DELIVER else Kind.MOVED


def _of_hit(hit: Hit) -> Reason:
    return Reason(hit.threat, "rule", hit.rule, hit.weight)


class _Named:
    """What a row names of a verdict: the whole of it, or the heaviest."""

    def __init__(self, reasons: Iterable[Reason], *, is_whole: bool = False) -> None:
        self._reasons = tuple(reasons)
        self._is_whole = is_whole
        self.weights: dict[_Key, float] = {}
        for threat, kind, evidence, weight in self._reasons:
            number = next(number for number in count() if (threat, kind, evidence, number) not in self.weights)
            self.weights[threat, kind, evidence, number] = weight

    def unnamed(self, key: _Key) -> float:
        """How heavy that may be here and yet not be named: the row cuts, and what gave the reasons had cut them before."""
        if key in self.weights or self._is_whole:
            return 0.0
        threat, kind, *_ = key
        of_all = [abs(one.weight) for one in self._reasons]
        is_like = {"site"} if kind == "site" else {one.kind for one in self._reasons} - {"site", "rule"}
        alike = [abs(one.weight) for one in self._reasons if one.threat == threat and one.kind in is_like]
        cuts = ((of_all, REASONS), (alike, layer.REASONS if kind == "site" else linear.REASONS))
        return max((min(sizes) for sizes, most in cuts if len(sizes) >= most), default=0.0)


def _changes(before: _Named, after: _Named) -> tuple[Change, ...]:
    keys = [key for key in {**before.weights, **after.weights} if before.weights.get(key) != after.weights.get(key)]
    found = (_change(key, before, after) for key in keys)
    return tuple(sorted((one for one in found if one), key=lambda one: -one.by))


def _change(key: _Key, before: _Named, after: _Named) -> Change | None:
    """None where it may weigh the same, and is only not named on one side."""
    hidden = (before.unnamed(key), after.unnamed(key))
    was, becomes = (None if cut else side.weights.get(key, 0.0) for cut, side in zip(hidden, (before, after), strict=True))
    by = abs((becomes or 0.0) - (was or 0.0)) - max(hidden)
    return Change(*key[:3], was, becomes, by) if by > 0 or not any(hidden) else None
