"""What the script of the report plots and tells: one JSON document of numbers. No text of any message is in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from scipy.special import ndtri
from scipy.stats import beta

from filter.lab.metrics import MARKED, Curve, Scores, Share, deviates, within
from filter.lab.tune.days import Side, days
from filter.lab.tune.found import ACTIONS, BAD, Costing, Proof, Tuned
from filter.lab.tune.margins import ROWS, offsets, thresholds
from filter.lab.tune.series import Counts, View, bounds, counts, curves, histogram, of_head, outcome, views


def document(tuned: Tuned) -> dict[str, Any]:
    """All plots: a view each with its curves, histogram, counts by line and lines; messages a day; cost."""
    return {
        "confidence": tuned.confidence,
        "ham_a_day": tuned.volume.ham if tuned.volume else None,
        "ticks": [[float(ndtri(tick)), f"{tick * 100:g} %", tick] for tick in MARKED],
        "views": [_view(tuned, view) for view in views(tuned)],
        "days": _days(tuned),
        "cost": _cost(tuned, tuned.costing) if tuned.costing else None,
    }


def _view(tuned: Tuned, view: View) -> dict[str, Any]:
    drawn, part = histogram(tuned, view), tuned.tuning
    heads = [head for head in ("overall", *BAD) if of_head(part, head).any()]
    found = {head: counts(view.margins[of_head(part, head)], up=False) for head in heads}
    ham = counts(view.margins[part.ham], up=True)
    proofs = [proof for proof in tuned.site.proofs if proof.action in view.actions]
    return {
        "title": view.title,
        "curves": [_curve(curve) for curve in curves(tuned, view)],
        "edges": _rounded(drawn.edges),
        "bars": {label: count.tolist() for label, count in drawn.of},
        "ham": {**_counts(ham), "bound": _rounded(bounds(ham, tuned.confidence), 8)},
        "bad": {head: {**_counts(one), **_interval(one)} for head, one in found.items()},
        "lines": [_line(proof) for proof in proofs],
        "marks": [mark for proof in proofs for mark in _marks(tuned, proof)],
        "offsets": _offsets(tuned, view),
    }


def _curve(curve: Curve) -> dict[str, Any]:
    """Places on normal-deviate axes, and the counts that a reader is told."""
    return {
        "head": curve.head,
        "x": _rounded(deviates(curve.false_positive, curve.ham), 4),
        "y": _rounded(deviates(curve.miss, curve.bad), 4),
        "false_positives": np.rint(curve.false_positive * curve.ham).astype(int).tolist(),
        "missed": np.rint(curve.miss * curve.bad).astype(int).tolist(),
        "ham": curve.ham,
        "bad": curve.bad,
    }


def _counts(found: Counts) -> dict[str, Any]:
    """To the last bit: a line in hundredths must fall on the same side of a message here as in the filter."""
    exact = found.exact if math.isfinite(found.exact) else None
    return {"value": found.value.tolist(), "count": found.count.tolist(), "total": found.total, "exact": exact}


def _interval(found: Counts) -> dict[str, list[float]]:
    """Exact 95 % intervals of the shares (Clopper and Pearson 1934), as `Share` has them."""
    count, total = found.count, found.total
    high = np.where(count < total, beta.ppf(0.975, count + 1, np.maximum(total - count, 1)), 1.0)
    return {"low": _rounded(beta.ppf(0.025, count, total - count + 1), 6), "high": _rounded(high, 6)}


def _line(proof: Proof) -> dict[str, Any]:
    known = math.isfinite(proof.line)
    return {"action": proof.action, "line": proof.line if known else None}


def _marks(tuned: Tuned, proof: Proof) -> Iterator[dict[str, Any]]:
    """An action's place on the trade-off as thresholds stand and, if it is ever taken, as proposed, with the bound there."""
    yield _mark(proof.action, outcome(tuned.site.current, proof.action), None, proposed=False)
    if math.isfinite(proof.line):
        yield _mark(proof.action, outcome(tuned.site.proposed, proof.action), proof.bound, proposed=True)


def _mark(action: str, found: tuple[Share, Share], bound: float | None, *, proposed: bool) -> dict[str, Any]:
    ham, bad = found
    x, y = (float(ndtri(within(rate, total))) for rate, total in ((ham.rate, ham.total), (1 - bad.rate, bad.total)))
    reach = None if bound is None else float(ndtri(bound))
    return {"action": action, "x": x, "y": y, "above": ham.count, "bound": reach, "proven": bound, "proposed": proposed}


def _offsets(tuned: Tuned, view: View) -> list[list[Any]]:
    """The rows that take the view's mildest action, and where they begin to act now: a threshold is this and the line."""
    takes = np.isfinite(thresholds(tuned.site.before))[:, ACTIONS.index(view.actions[0])]
    return [[name, float(at)] for name, at, taken in zip(ROWS, offsets(tuned.site.before), takes, strict=True) if taken]


def _days(tuned: Tuned) -> dict[str, Any] | None:
    drawn = days(tuned)
    if drawn is None:
        return None
    later = None if np.isnat(drawn.later) else str(drawn.later)
    start = [str(day) for day in drawn.start]
    return {"start": start, "width": drawn.width, "later": later, "sides": [_side(side) for side in drawn.sides]}


def _side(side: Side) -> dict[str, Any]:
    actions = {action: _rounded(side.proposed[:, place], 3) for place, action in enumerate(ACTIONS)}
    return {"kind": side.kind, "proposed": actions, "current": _rounded(side.current, 3)}


def _cost(tuned: Tuned, costing: Costing) -> dict[str, Any]:
    step = max(1, math.ceil(len(costing.lines) / 2000))
    line = tuned.line("quarantine")
    return {
        "x": _rounded(costing.lines[::step]),
        "y": _rounded(costing.cost[::step], 6),
        "flat": [list(one) for one in costing.flat],
        "current": costing.current,
        "proposed": costing.proposed,
        "proposed_line": line if math.isfinite(line) else None,
        "a_day": costing.a_day,
    }


def _rounded(values: Scores | Iterable[float], digits: int = 2) -> list[float]:
    return [float(value) for value in np.round(np.asarray(values, np.float64), digits)]
