"""Figures broken down by a fact of the mail, and set beside those of another model. Counts what was judged; judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filter.judge.policy import Action
from filter.lab.evaluate import Figures, PairFigures
from filter.lab.metrics import Share
from filter.lab.scored import Scored

WON, TIED, LOST, UNKNOWN = "won", "tied", "lost", "too little ham"

_NUMBER = re.compile(r"\d*")


@dataclass(frozen=True, slots=True)
class Slice:
    """The mail that shares one value of a fact: how much of its ham and of its bad mail the policy acted on (tagged or more)."""

    by: str
    value: str
    ham: Share
    bad: Share

    def as_dict(self) -> dict[str, object]:
        """For JSON lines."""
        return {"by": self.by, "value": self.value, "ham_acted_on": self.ham.as_dict(), "bad_acted_on": self.bad.as_dict()}


def by(fact: str, scored: Sequence[Scored]) -> tuple[Slice, ...]:
    """A slice for each value of a field of `Facts`, in the order of their first numbers, then of the alphabet."""
    groups: dict[str, list[Scored]] = {}
    for one in scored:
        groups.setdefault(getattr(one.facts, fact), []).append(one)
    return tuple(
        Slice(fact, value, _acted_on(groups[value], False), _acted_on(groups[value], True)) for value in sorted(groups, key=_place)
    )


def _place(value: str) -> tuple[int, str]:
    match = _NUMBER.match(value)
    return int(match[0]) if match and match[0] else 0, value


def _acted_on(scored: Sequence[Scored], bad: bool) -> Share:
    side = [one.is_tagged for one in scored if one.is_bad is bad]
    return Share(sum(side), len(side))


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How one model did against another in one row: "won", "tied", "lost" or "too little ham" to tell at each rate."""

    title: str
    at: tuple[str, ...]

    def as_dict(self, rates: Sequence[float]) -> dict[str, object]:
        """For JSON lines; `rates` are those of the recall."""
        return {"title": self.title, "recall": dict(zip(map(str, rates), self.at, strict=True))}


def outcomes(mine: Figures, theirs: Figures) -> tuple[Outcomes, ...]:
    """Won, tied or lost by recall, over all mail and by pair; both figures are of the same mail at the same rates."""
    rows = zip(mine.rows, theirs.rows, strict=True)
    return tuple(Outcomes(one.title, tuple(_outcomes(one, other, mine.rates))) for one, other in rows)


def _outcomes(mine: PairFigures, theirs: PairFigures, rates: Sequence[float]) -> Iterator[str]:
    for rate, one, other in zip(rates, mine.recall, theirs.recall, strict=True):
        yield outcome(one, other) if mine.shows(rate) else UNKNOWN


def outcome(mine: Share, theirs: Share) -> str:
    """Won or lost where the intervals do not overlap, else tied."""
    if mine.low > theirs.high:
        return WON
    return LOST if mine.high < theirs.low else TIED


@dataclass(frozen=True, slots=True)
class Differing:
    """A message that two models' verdicts lead to other dispositions of; scores and actions are (one model's, the other's)."""

    path: str
    label: str
    scores: tuple[float, float]
    actions: tuple[Action, Action]

    @property
    def gap(self) -> float:
        """How far the scores are apart."""
        return abs(self.scores[0] - self.scores[1])

    def as_dict(self) -> dict[str, object]:
        """For JSON lines."""
        actions = [action.value for action in self.actions]
        return {"path": self.path, "label": self.label, "scores": list(self.scores), "dispositions": actions}


def differing(mine: Sequence[Scored], theirs: Sequence[Scored]) -> tuple[Differing, ...]:
    """The messages on which the dispositions differ, the largest difference in score first; both judged the same mail in one order."""
    found = (
        Differing(one.sample.path, one.sample.label, (one.score, other.score), (one.action, other.action))
        for one, other in zip(mine, theirs, strict=True)
        if one.action is not other.action
    )
    return tuple(sorted(found, key=lambda one: (-one.gap, one.path)))
