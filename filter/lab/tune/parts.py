"""Which rows are tuned on and which check it: each message once, earlier mail before later; whom it was for; how many came a day."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import numpy.typing as npt

from filter.errors import UsageError
from filter.judge.policy import Policies, Policy
from filter.lab.metrics import Truth
from filter.lab.tune.found import BAD, HAM, Part, Volume
from filter.lab.tune.margins import margins, values
from filter.store.labels import VALUES, contradictory
from filter.store.runs import Columns

Places = npt.NDArray[np.intp]
"""Rows of the columns."""


def contradicted(columns: Columns) -> frozenset[str]:
    """The ids of messages whose rows have labels that cannot all be true of one."""
    under = {value: {columns.ids[place] for place in np.flatnonzero(columns.label == value)} for value in VALUES}
    pairs = (pair for pair in combinations(VALUES, 2) if contradictory(pair))
    return frozenset().union(*(under[one] & under[other] for one, other in pairs))


def once(columns: Columns, left_out: frozenset[str] = frozenset()) -> Places:
    """The rows of messages not seen before, by their id, in their order; a row with a label before one without."""
    first: dict[str, int] = {}
    labelled = columns.label != ""
    for place, name in enumerate(columns.ids):
        known = first.setdefault(name, place)
        if labelled[place] and not labelled[known]:
            first[name] = place
    return np.array(sorted(place for name, place in first.items() if name not in left_out), np.intp)


def split(columns: Columns, places: Places, verify_share: float) -> tuple[Places, Places]:
    """Earlier and later rows: of those with a date the latest share is later, of those without the last in their order."""
    dates = columns.date[places]
    undated = np.isnat(dates)
    dated = places[~undated][np.argsort(dates[~undated], kind="stable")]
    cuts = [(rows, len(rows) - int(len(rows) * verify_share)) for rows in (dated, places[undated])]
    return np.concatenate([rows[:cut] for rows, cut in cuts]), np.concatenate([rows[cut:] for rows, cut in cuts])


def part(columns: Columns, places: Places, policy: Policy) -> Part:
    """These rows as arrays, their margins against a policy's rows."""
    score, odds = columns.score[places], columns.log_odds[places]
    return Part(columns.label[places], score, odds, margins(policy, values(score, odds)), columns.date[places], places)


def checked(columns: Columns) -> None:
    """UsageError where there is nothing to tune on: a score that no threshold is above or below, or no ham."""
    wrong = ~np.isfinite(columns.score) | ~np.isfinite(columns.log_odds).all(axis=1)
    if wrong.any():
        raise UsageError(f"{columns.paths[int(np.argmax(wrong))]}: its score is no finite number")
    if not (columns.label == HAM).any():
        known = int(np.count_nonzero(columns.label != ""))
        unlabelled = "none of them has a label: give sievert replay --labels"
        lacking = f"{known:,} of them have a label, and none is ham: thresholds need labelled ham" if known else unlabelled
        raise UsageError(f"{len(columns):,} messages, {lacking}" if len(columns) else "no rows: the run is empty")


def addressed(columns: Columns, places: Places, policies: Policies) -> tuple[Truth, ...]:
    """For each group, in the order of the policies, which of the rows had a recipient in it (m,)."""
    group_of = {id(policy): group for group, (_, policy) in enumerate(policies.groups)}
    masks = tuple(np.zeros(len(places), np.bool_) for _ in group_of)
    known: dict[str, int | None] = {}
    for row, place in enumerate(places if masks else ()):
        for recipient in columns.recipients[place]:
            if recipient not in known:
                known[recipient] = group_of.get(id(policies.of(recipient)))
            if (group := known[recipient]) is not None:
                masks[group][row] = True
    return masks


def senders(columns: Columns, places: Places) -> tuple[str, ...]:
    """Who wrote each message, as votes are counted: its list, else its sender; one that names neither is a sender of its own."""
    named = ((columns.lists[place] or columns.senders[place].lower(), place) for place in places)
    return tuple(name or f"#{place}" for name, place in named)


def volume(columns: Columns, places: Places, ham_a_day: float | None) -> Volume | None:
    """Messages a day, those without a date too, over the days that the others came on; with the ham a day stated, all in proportion to
    that. None with neither."""
    label, dates = columns.label[places], columns.date[places]
    days = _days(dates[label == HAM])
    if not days and ham_a_day is None:
        return None
    kinds = (dates[kind] for kind in (label == HAM, np.isin(label, BAD), label == ""))
    ham, bad, unknown = (len(kind) / (_span(kind, days) if days else 1.0) for kind in kinds)
    if ham_a_day is None:
        return Volume(ham, bad, unknown, days, stated=False)
    return Volume(ham_a_day, bad * ham_a_day / ham, unknown * ham_a_day / ham, days, stated=True)


def _span(dates: npt.NDArray[np.datetime64], ham: float) -> float:
    """The days that a kind of mail came on; the ham's, where most of it has no date: a few dates span too little."""
    dated = int(np.count_nonzero(~np.isnat(dates)))
    return _days(dates) if dated and 2 * dated >= len(dates) else ham


def _days(dates: npt.NDArray[np.datetime64]) -> float:
    """The days that mail came on, at least one, 0 without a date: from the first to the 99th percentile, so that a clock that was wrong
    does not stretch them, and in proportion for the rest."""
    seconds = np.sort(dates[~np.isnat(dates)].astype("datetime64[s]").astype(np.int64))
    if not len(seconds):
        return 0.0
    low, high = seconds[len(seconds) // 100], seconds[-1 - len(seconds) // 100]
    kept = (len(seconds) - 2 * (len(seconds) // 100)) / len(seconds)
    return max(float(high - low) / 86_400 / kept, 1.0)
