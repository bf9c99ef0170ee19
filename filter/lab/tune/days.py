"""Messages acted on a day, over time: the numbers of a picture. Draws nothing, and reads no clock."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from filter.judge.policy import Policy
from filter.lab.metrics import Scores
from filter.lab.tune.found import HAM, Part, Tuned
from filter.lab.tune.margins import acted, values

SPANS = 120
"""Spans of time at most: of a day, a week, or as many weeks as it takes."""

_TAIL = 20
"""One in so many dates at either end is drawn only if it is no further from the rest than half of what these span."""

Day = npt.NDArray[np.int64]
"""Days since 1970."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """Means a day in each of k spans: (k, 3) messages that get each very action under the site's proposed thresholds, and (k,) that get
    any under the current ones. `kind` is "ham", "bad" or "unknown"."""

    kind: str
    proposed: Scores
    current: Scores


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """Spans of `width` days from `start` (k,) datetime64[D] on, the last one perhaps shorter, and the kinds of mail there are.

    `later` is the day on which the mail kept for checking begins, NaT without; `outside` messages are dated far from all others, and
    `undated` have no date: both are left out.
    """

    start: npt.NDArray[np.datetime64]
    width: int
    sides: tuple[Side, ...]
    later: np.datetime64
    outside: int
    undated: int

    @property
    def left_out(self) -> str:
        """What is not among them, in words; "" if all is."""
        counted = ((self.undated, "without a date"), (self.outside, "dated far from the rest"))
        return " and ".join(f"{count:,} {what}" for count, what in counted if count)


def days(tuned: Tuned) -> Days | None:
    """All mail, that kept for checking too; None where no message has a date."""
    parts = tuple(part for part in (tuned.tuning, tuned.later) if part is not None)
    dates = np.concatenate([part.date for part in parts]).astype("datetime64[D]")
    known = np.flatnonzero(~np.isnat(dates))
    if not len(known):
        return None
    day = dates[known].astype(np.int64)
    low, high = _reach(day)
    inside = (day >= low) & (day <= high)
    width = 1 if high - low < SPANS else 7 * math.ceil((high - low + 1) / SPANS / 7)
    start = np.arange(low, high + 1, width)
    full = np.minimum(width, high + 1 - start)
    sides = _sides(parts, tuned, known[inside], (day[inside] - low) // width, full)
    undated = len(dates) - len(known)
    return Days(start.astype("datetime64[D]"), width, sides, _first(tuned.later, low), int(np.count_nonzero(~inside)), undated)


def _reach(day: Day) -> tuple[int, int]:
    """The first and last day drawn: a clock that was wrong does not stretch the axis."""
    ordered = np.sort(day)
    low, high = ordered[len(day) // _TAIL], ordered[-1 - len(day) // _TAIL]
    margin = max((high - low) // 2, 1)
    near = ordered[(ordered >= low - margin) & (ordered <= high + margin)]
    return int(near[0]), int(near[-1])


def _first(later: Part | None, low: int) -> np.datetime64:
    """The day the later mail begins on, of those drawn."""
    if later is None or np.isnat(later.date).all():
        return np.datetime64("NaT", "D")
    dated = later.date[~np.isnat(later.date)].astype("datetime64[D]")
    return np.datetime64(max(dated.min(), np.datetime64(low, "D")), "D")


def _sides(parts: tuple[Part, ...], tuned: Tuned, chosen: npt.NDArray[np.intp], place: Day, full: Day) -> tuple[Side, ...]:
    """The kinds of mail there are, of the rows chosen of all parts, each in the span at its place."""
    seen = np.concatenate([values(part.score, part.log_odds) for part in parts])[chosen]
    label = np.concatenate([part.label for part in parts])[chosen]
    after, before = _very(tuned.site.after, seen), acted(tuned.site.before, seen)[:, :1]
    kinds = {HAM: label == HAM, "bad": (label != HAM) & (label != ""), "unknown": label == ""}
    return tuple(
        Side(kind, _a_day(place[of], after[of], full), _a_day(place[of], before[of], full)[:, 0]) for kind, of in kinds.items() if of.any()
    )


def _very(policy: Policy, seen: Scores) -> npt.NDArray[np.bool_]:
    """(n, 3): whether a message gets this very action, none stronger."""
    taken = acted(policy, seen)
    return np.asarray(taken & ~np.column_stack((taken[:, 1:], np.zeros(len(taken), np.bool_))))


def _a_day(place: Day, taken: npt.NDArray[np.bool_], full: Day) -> Scores:
    """(k, m): how often each of m columns is true in each span, over its days."""
    columns = (np.bincount(place, weights=taken[:, column], minlength=len(full)) for column in range(taken.shape[1]))
    return np.column_stack(tuple(columns)) / full[:, None]
