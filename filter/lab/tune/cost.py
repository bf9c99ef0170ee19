"""What lines cost, and where that is least: exact over every line that can be written. Pure arithmetic.

Refusing a message costs no review, so these costs alone would refuse whatever they hold: the reject line is not theirs to choose. It
stays where it is, and they place the quarantine line, and the tag line where a tag has a cost.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from filter.lab.metrics import Scores
from filter.lab.tune.found import ACTIONS, BAD, HAM, Costing, Costs, Part, Tally, Volume
from filter.lab.tune.margins import FURTHEST, STEP

FLAT = (0.01, 0.1)
"""How far above the minimum still counts as flat: shares of it."""

Lines = tuple[float, float, float]
"""One by action."""


@dataclass(frozen=True, slots=True)
class Rates:
    """How much one ham and one bad message of the mail tuned on count for: a day's share, or 1."""

    ham: float
    bad: float


def rates(volume: Volume | None, label: npt.NDArray[np.str_]) -> Rates:
    """So that the mail tuned on costs what a day's does; as it is where the volume is unknown."""
    if volume is None:
        return Rates(1.0, 1.0)
    ham, bad = int(np.count_nonzero(label == HAM)), int(np.count_nonzero(np.isin(label, BAD)))
    return Rates(volume.ham / max(ham, 1), volume.bad / max(bad, 1))


def of_tallies(tallies: tuple[Tally, ...], costs: Costs, weigh: Rates) -> float:
    """What a policy costs that does this."""
    total = 0.0
    for tally in tallies:
        if tally.label:
            steps = _steps(costs, ham=tally.label == HAM)
            acted = (tally.total - tally.tag, *(tally.only(action) for action in ACTIONS))
            total += (weigh.ham if tally.label == HAM else weigh.bad) * sum(map(float.__mul__, steps, map(float, acted)))
    return total


class Least(NamedTuple):
    """The lines of least cost; the quarantine lines tried (m,), and the cost with each (m,), inf where a floor or reject forbids it."""

    lines: Lines
    tried: Scores
    cost: Scores


def cheapest(part: Part, lines: Lines, floors: Lines, costs: Costs, weigh: Rates) -> Least:
    """The lines of least cost, none below its floor. `lines` hold where costs do not choose: reject's, tag's unless a tag has a cost."""
    tried = _lines(part.margins[:, 1])
    sides = _Sides(part, costs, weigh)
    tagging = np.where(tried >= floors[0], sides.tagging(tried), math.inf)
    best = np.minimum.accumulate(tagging)  # the tag line is anywhere up to the quarantine line
    allowed = (tried >= max(floors[0], floors[1])) & (tried <= lines[2])
    cost = np.where(allowed, best + sides.holding(tried, lines[2]) + sides.rest(lines[2]), math.inf)
    place = _middle_of_least(cost, np.flatnonzero(allowed))
    line = math.inf if place is None or place == len(tried) - 1 else float(tried[place])
    tag = min(lines[0], line)
    if costs.tag is not None and place is not None:
        tag = float(tried[_middle_of_least(tagging, np.flatnonzero((tried >= floors[0]) & (tried <= line))) or 0])
    return Least((tag, line, lines[2]), tried, cost)


def costing(found: Least, costs: Costs, current: float, proposed: float, *, a_day: bool) -> Costing:
    """The same as it is told: with how flat the minimum is around the chosen line."""
    shown, line = np.isfinite(found.cost), found.lines[1]
    tried, cost = found.tried[shown], found.cost[shown]
    flat = tuple(_flat(tried, cost, line, share) for share in FLAT) if math.isfinite(line) else ()
    return Costing(costs, tried, cost, line, flat, current, proposed, a_day)


class _Sides:
    """The labelled messages of a part, and what each costs under each action, weighed."""

    def __init__(self, part: Part, costs: Costs, weigh: Rates) -> None:
        known = part.label != ""
        self._margins, ham = part.margins[known], part.ham[known]
        both = zip(_steps(costs, ham=True), _steps(costs, ham=False), strict=True)
        self._cost = tuple(np.where(ham, of_ham * weigh.ham, of_bad * weigh.bad) for of_ham, of_bad in both)

    def tagging(self, tried: Scores) -> Scores:
        """(m,): what tagging rather than delivering adds, at each line."""
        return _above(tried, self._margins[:, 0], self._cost[1] - self._cost[0])

    def holding(self, tried: Scores, refuse: float) -> Scores:
        """(m,): what holding rather than tagging adds, at each line; of what is not refused."""
        left = self._margins[:, 2] < refuse
        return _above(tried, self._margins[left, 1], (self._cost[2] - self._cost[1])[left])

    def rest(self, refuse: float) -> float:
        """What delivering all costs, and what refusing some rather than tagging it adds."""
        refused = self._margins[:, 2] >= refuse
        return float(self._cost[0].sum() + (self._cost[3] - self._cost[1])[refused].sum())


def _above(tried: Scores, margins: Scores, cost: Scores) -> Scores:
    """(m,): the sum of the cost over the messages that reach each line."""
    order = np.argsort(margins)
    sums = np.concatenate((np.cumsum(cost[order][::-1])[::-1], [0.0]))
    return np.asarray(sums[np.searchsorted(margins[order], tried, "left")])


def _steps(costs: Costs, *, ham: bool) -> tuple[float, float, float, float]:
    """What a message costs delivered, tagged, held, refused."""
    if ham:
        return 0.0, costs.tag or 0.0, costs.alarm + costs.review, costs.alarm
    return costs.miss, costs.miss if costs.tag is None else costs.tag, costs.review, 0.0


def _lines(margins: Scores) -> Scores:
    """Every line in hundredths from the lowest margin to above the highest."""
    low, high = np.clip((margins.min(), margins.max()), -FURTHEST, FURTHEST)
    return np.arange(math.floor(low * STEP), math.floor(high * STEP) + 2) / STEP


def _middle_of_least(cost: Scores, places: npt.NDArray[np.intp]) -> int | None:
    """The middle of the first run of places where the cost is least: as far from what would change it on either side."""
    if not len(places):
        return None
    least = cost[places].min()
    at = places[cost[places] <= least + 1e-9 * abs(least)]
    breaks = np.flatnonzero(np.diff(at) > 1)
    run = at[: breaks[0] + 1] if len(breaks) else at
    return int(run[-1] if run[-1] == len(cost) - 1 else run[len(run) // 2])


def _flat(grid: Scores, cost: Scores, line: float, share: float) -> tuple[float, float, float]:
    place = int(np.argmin(abs(grid - line)))
    dear = np.flatnonzero(cost > cost[place] * (1 + share))
    low, high = dear[dear < place], dear[dear > place]
    return share, float(grid[low[-1] + 1 if len(low) else 0]), float(grid[high[0] - 1 if len(high) else -1])
