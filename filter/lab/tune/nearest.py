"""The messages next to the lines, on both sides: what an analyst looks at before moving one. Reads the runs again for reasons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from filter.judge.verdict import Verdict
from filter.lab.metrics import Scores
from filter.lab.tune.found import ACTIONS, Near, Part
from filter.store.runs import Columns, read
from filter.store.verdicts import reason_told

NEAREST = 5
"""Messages shown on each side of a line."""

SHOWN_LINES = ("tag", "quarantine")


def nearest(columns: Columns, whole: Part, lines: Sequence[float], files: Sequence[Path]) -> tuple[Near, ...]:
    """Those of the messages that are next to the tag and the quarantine line, highest first; `lines` by action."""
    found = [
        (action, float(whole.margins[row, column] - lines[column]), int(whole.place[row]))
        for column, action in enumerate(ACTIONS)
        if action in SHOWN_LINES and np.isfinite(lines[column])
        for row in _both_sides(whole.margins[:, column] - lines[column])
    ]
    why = _reasons(files, frozenset(place for _, _, place in found))
    return tuple(
        Near(action, distance, columns.paths[place], float(columns.score[place]), str(columns.label[place]), why.get(place, ""))
        for action, distance, place in found
    )


def _both_sides(distance: Scores) -> list[int]:
    """Rows by distance, highest first: the nearest at or above 0 and the nearest below."""
    above, below = np.flatnonzero(distance >= 0), np.flatnonzero(distance < 0)
    over = above[np.argsort(distance[above], kind="stable")[:NEAREST]][::-1]
    under = below[np.argsort(-distance[below], kind="stable")[:NEAREST]]
    return [int(row) for row in chain(over, under)]


def _reasons(files: Sequence[Path], places: frozenset[int]) -> dict[int, str]:
    """The leading reason of the rows at these places; nothing where a run came through a pipe, which is read once."""
    if not places or any(str(file) == "-" for file in files):
        return {}
    last, found = max(places), {}
    for place, row in enumerate(chain.from_iterable(map(read, files))):
        if place in places:
            found[place] = _leading(row.verdict)
        if place == last:
            break
    return found


def _leading(verdict: Verdict) -> str:
    """What speaks most for the leading threat."""
    reason = max(verdict.reasons_for(verdict.leading), key=lambda one: one.weight, default=None)
    return f"{verdict.leading}: {reason_told(reason)}" if reason else verdict.leading
