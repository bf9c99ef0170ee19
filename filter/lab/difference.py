"""One message that two judgements dispose of otherwise: how, and which rules and reasons weigh otherwise. Pure; counts nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from filter.judge.policy import Action
from filter.judge.verdict import Hit, Reason
from filter.store.rows import Row

SCORE_STEP = 0.5
"""Log-odds by which a score has to move to be counted where the disposition stays."""


class Kind(StrEnum):
    """How two judgements of a message differ."""

    CAUGHT = "caught"
    FREED = "freed"
    MOVED = "moved"
    SCORED = "scored"


class Change(NamedTuple):
    """A rule or a reason that weighs otherwise, in log-odds; 0 where it was not among what is kept. Of a rule `evidence` is its id."""

    threat: str
    kind: str
    evidence: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A message that is disposed of otherwise: delivered before and not after (caught), the reverse (freed), else moved."""

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
        """Rules, of which all are known, then reasons, of which the heaviest are; what changed most first in either."""
        rules = _changes(map(_of_hit, self.before.verdict.hits), map(_of_hit, self.after.verdict.hits))
        return rules + _changes(*(filter(_is_no_rule, row.verdict.reasons) for row in (self.before, self.after)))


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


def _is_no_rule(reason: Reason) -> bool:
    return reason.kind != "rule"


def _changes(before: Iterable[Reason], after: Iterable[Reason]) -> tuple[Change, ...]:
    was, becomes = _weights(before), _weights(after)
    keys = [key for key in {**was, **becomes} if was.get(key) != becomes.get(key)]
    found = (Change(*key, was.get(key, 0.0), becomes.get(key, 0.0)) for key in keys)
    return tuple(sorted(found, key=lambda one: -abs(one.after - one.before)))


def _weights(reasons: Iterable[Reason]) -> dict[tuple[str, str, str], float]:
    """By (threat, kind, evidence)."""
    weights: dict[tuple[str, str, str], float] = {}
    for threat, kind, evidence, weight in reasons:
        weights[threat, kind, evidence] = weights.get((threat, kind, evidence), 0.0) + weight
    return weights
