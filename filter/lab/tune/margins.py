"""Policies against arrays of verdicts: margins, the thresholds that a line means in each row, what a policy acts on. Pure arithmetic."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from filter.errors import UsageError
from filter.judge.policy import Policy, Thresholds
from filter.judge.verdict import THREATS
from filter.lab.metrics import Scores
from filter.lab.tune.found import ACTIONS, LABELS, Tally

ROWS = ("overall", *THREATS)
"""The rows of a policy, in the order of the columns of `values`."""

STEP = 100
"""Thresholds are written in hundredths."""

FURTHEST = 100.0
"""Lines stay between this and its negative: nobody needs odds beyond e^100."""

_SLACK = 1e-9
"""What a line is above a margin at least: far more than subtracting an offset rounds away, far less than a hundredth."""


def values(score: Scores, log_odds: Scores) -> Scores:
    """What the rows look at (n, 4), from the scores (n,) and log-odds (n, 3)."""
    return np.column_stack((score, log_odds))


def thresholds(policy: Policy) -> Scores:
    """(4, 3): a row's threshold for each action."""
    rows = (getattr(policy, name) for name in ROWS)
    return np.array([[getattr(row, action) for action in ACTIONS] for row in rows])


def offsets(policy: Policy) -> Scores:
    """(4,): where each row begins to act, at its mildest action; inf for one that never does. UsageError for -inf, which is no place."""
    begins = thresholds(policy).min(axis=1)
    if np.isneginf(begins).any():
        name = ROWS[int(np.argmin(begins))]
        raise UsageError(f"policy.{name} acts on all mail (-inf): give it a number to tune from")
    tags = thresholds(policy)[:, 0]
    return np.where(np.isfinite(tags), tags, begins)


def apart(policy: Policy) -> Scores:
    """(4, 3): how far above its row's offset each action begins: the lines, where a policy was made of such; inf for never."""
    found = thresholds(policy)
    start = offsets(policy)
    return np.where(np.isfinite(found), found - np.where(np.isfinite(start), start, 0.0)[:, None], math.inf)


def margins(policy: Policy, seen: Scores) -> Scores:
    """(n, 3): by how much each message is above the offsets of the rows that take an action or a stronger one, -inf where none does.

    A row that only takes stronger actions counts for the milder ones too, so that "or worse" is never counted too low.
    """
    start, taken = offsets(policy), np.isfinite(thresholds(policy))
    columns = []
    for place in range(len(ACTIONS)):
        rows = taken[:, place:].any(axis=1)
        above = seen[:, rows] - start[rows]
        columns.append(above.max(axis=1, initial=-math.inf))
    return np.column_stack(columns)


def line_above(margin: float) -> float:
    """The lowest line that can be written and that nothing of this margin reaches; inf above an infinite one."""
    if margin >= FURTHEST:
        return math.inf
    return math.floor((max(margin, -FURTHEST) + _SLACK) * STEP + 1) / STEP


def moved(policy: Policy, lines: tuple[float, float, float]) -> Policy:
    """The policy with each action's line moved: a row that takes it does so from its offset + line, in hundredths, rounded up.

    A value that reaches such a threshold has a margin above every one that the line is above. What is inf stays inf.
    """
    start, before = offsets(policy), thresholds(policy)
    written = np.full_like(before, math.inf)
    for place, line in enumerate(lines):
        for row in np.flatnonzero(np.isfinite(before[:, place])):
            written[row, place] = _rounded_up(start[row] + line)
    return of_rows(written, policy.group)


def of_rows(written: Scores, group: str = "") -> Policy:
    """The policy of thresholds (4, 3)."""
    overall, spam, phish, bec = (Thresholds(*map(float, row)) for row in written)
    return Policy(overall, spam, phish, bec, group)


def _rounded_up(threshold: float) -> float:
    return math.ceil((threshold - _SLACK) * STEP) / STEP if math.isfinite(threshold) else threshold


def acted(policy: Policy, seen: Scores) -> npt.NDArray[np.bool_]:
    """(n, 3): whether the policy takes each action, or a stronger one, on each message; what `judge.policy.decide` would do."""
    at = thresholds(policy)
    return np.column_stack([(seen >= at[:, place:].min(axis=1)).any(axis=1) for place in range(len(ACTIONS))])


def tallies(policy: Policy, seen: Scores, label: npt.NDArray[np.str_]) -> tuple[Tally, ...]:
    """What the policy does with the messages of each label, in the order of LABELS."""
    taken = acted(policy, seen)
    found = ((name, label == name) for name in LABELS)
    return tuple(Tally(name, int(of.sum()), *map(int, taken[of].sum(axis=0))) for name, of in found)
