"""The numbers of the pictures and of the report: curves, histograms, counts by line. Draws and writes nothing; over time they are `days`'.

A **view** is the actions whose margins are the same, for they share a curve and a histogram: by default tag and quarantine look at three
rows of the policy and reject at one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from filter.lab.metrics import Curve, Scores, Share, det_curve, deviates
from filter.lab.tune.budget import upper
from filter.lab.tune.found import ACTIONS, BAD, HAM, Part, Tally, Tuned

HEADS = ("overall", *BAD)
POINTS = 2000
"""Points that stand for a curve, or for a label's counts, at most."""

EXACT = 1000
"""Of a label's counts by line, the lowest this many stay exact."""

BARS = 100
"""Bars of a histogram at most."""

_WIDTHS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
_TAIL = 0.005
"""The share of a label's messages at either end that do not stretch a histogram's axis."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Actions that have a line and the same margins (n,) of the mail tuned on."""

    actions: tuple[str, ...]
    margins: Scores

    @property
    def title(self) -> str:
        """Its actions, as a sentence has them."""
        *firsts, last = self.actions
        return f"{', '.join(firsts)} and {last}" if firsts else last


def views(tuned: Tuned) -> tuple[View, ...]:
    """The actions that the current policy takes, those with the same margins together, mildest first."""
    found: list[View] = []
    for proof in tuned.site.proofs:
        column = tuned.tuning.margins[:, ACTIONS.index(proof.action)]
        same = next((place for place, view in enumerate(found) if np.array_equal(view.margins, column)), None)
        if proof.off:
            continue
        if same is None:
            found.append(View((proof.action,), column))
        else:
            found[same] = View((*found[same].actions, proof.action), column)
    return tuple(found)


def of_head(part: Part, head: str) -> npt.NDArray[np.bool_]:
    """Which messages a head of HEADS looks for (n,)."""
    return part.bad if head == "overall" else np.asarray(part.label == head)


def curves(tuned: Tuned, view: View) -> tuple[Curve, ...]:
    """Of each head that has mail: what its mail and all ham make of every line of the view, thinned to about POINTS."""
    ham = view.margins[tuned.tuning.ham]
    bad = ((head, view.margins[of_head(tuned.tuning, head)]) for head in HEADS)
    return tuple(_thinned(Curve(head, *det_curve(ham, those), len(ham), len(those))) for head, those in bad if len(those))


def _thinned(curve: Curve) -> Curve:
    """The curve without the points that are within a hair of the one before."""
    if len(curve.miss) <= POINTS:
        return curve
    x, y = deviates(curve.false_positive, curve.ham), deviates(curve.miss, curve.bad)
    hairs = np.floor(np.column_stack((x, y)) / (np.ptp(x) + np.ptp(y)) * POINTS)
    kept = np.concatenate([[True], (np.diff(hairs, axis=0) != 0).any(axis=1)])
    kept[-1] = True
    return Curve(curve.head, curve.false_positive[kept], curve.miss[kept], curve.ham, curve.bad)


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """How many of `total` messages are at or above a line: `count` (m,) of the last `value` (m,), highest first, that is at least the line.

    Where there are more than POINTS values, counts below `exact` are of a line next to it: rounded up or down, as asked for.
    """

    value: Scores
    count: npt.NDArray[np.intp]
    total: int
    exact: float


def counts(margins: Scores, *, up: bool) -> Counts:
    """The counts by line of these messages (n,), rounded `up` or down. At least one message."""
    value, each = np.unique(margins, return_counts=True)
    value, count = value[::-1], np.cumsum(each[::-1])
    if len(value) <= POINTS:
        return Counts(value, count, len(margins), -math.inf)
    targets = (np.geomspace if up else np.linspace)(EXACT, len(margins), POINTS - EXACT)
    places = np.minimum(np.searchsorted(count, targets), len(count) - 1)
    ends = np.unique(np.concatenate([np.arange(EXACT), places]))
    starts = np.concatenate([[0], ends[:-1] + 1])
    merged = np.flatnonzero(starts != ends)
    exact = float(value[starts[merged[0]] - 1]) if len(merged) else -math.inf
    return Counts(value[starts if up else ends], count[ends], len(margins), exact)


def bounds(found: Counts, confidence: float) -> Scores:
    """(m,) What each count proves of its rate at most, for one line named beforehand."""
    return np.array([upper(int(count), found.total, confidence) for count in found.count])


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """Messages (k,) of each label, in the order of LABELS as given, between edges (k+1,); the end bars hold all beyond."""

    edges: Scores
    of: tuple[tuple[str, npt.NDArray[np.intp]], ...]


def histogram(tuned: Tuned, view: View) -> Histogram:
    """Ham and each kind of bad mail by their margins, in at most BARS bars of a round width."""
    label = tuned.tuning.label
    found = tuple((name, view.margins[label == name]) for name in (HAM, *BAD) if (label == name).any())
    lines = [tuned.line(action) for action in view.actions if math.isfinite(tuned.line(action))]
    low = min(0.0, *lines, *(float(np.quantile(of, _TAIL)) for _, of in found))
    high = max(0.0, *lines, *(float(np.quantile(of, 1 - _TAIL)) for _, of in found))
    width = next((width for width in _WIDTHS if (high - low) / width <= BARS - 2), (high - low) / (BARS - 2))
    edges = np.arange(math.floor(low / width), math.floor(high / width) + 2, dtype=np.float64) * width
    return Histogram(edges, tuple((name, _counted(of, edges)) for name, of in found))


def _counted(margins: Scores, edges: Scores) -> npt.NDArray[np.intp]:
    places = np.clip(np.searchsorted(edges, margins, "right") - 1, 0, len(edges) - 2)
    return np.bincount(places, minlength=len(edges) - 1)


def outcome(tallies: tuple[Tally, ...], action: str) -> tuple[Share, Share]:
    """The shares of ham and of all bad mail that an action or a stronger one is taken on."""
    of = {tally.label: tally.share(action) for tally in tallies}
    bad = [of[label] for label in BAD if label in of]
    return of[HAM], Share(sum(one.count for one in bad), sum(one.total for one in bad))


def percent(rate: float) -> str:
    """A rate in percent, with as many digits as it takes to tell it apart."""
    return f"{rate * 100:.3g}\N{NO-BREAK SPACE}%"
