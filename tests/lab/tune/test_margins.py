from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tunable import POLICY

from filter.errors import UsageError
from filter.judge.policy import Action, Policy, Thresholds, decide
from filter.judge.verdict import EVEN, PerThreat, Verdict
from filter.lab.tune.found import ACTIONS
from filter.lab.tune.margins import FURTHEST, acted, apart, line_above, margins, moved, of_rows, offsets, tallies, thresholds, values

ODDS = st.floats(-30, 30)
SEEN = st.lists(st.tuples(ODDS, ODDS, ODDS, ODDS), min_size=1, max_size=20).map(np.array)


@st.composite
def _rows(draw: st.DrawFn) -> Thresholds:
    finite = sorted(draw(st.lists(st.floats(-10, 15).map(lambda number: round(number, 3)), min_size=3, max_size=3)))
    return Thresholds(*(level if draw(st.booleans()) else math.inf for level in finite))


POLICIES = st.builds(Policy, _rows(), _rows(), _rows(), _rows()).filter(lambda one: bool(np.isfinite(thresholds(one)).any()))


def verdict(seen: np.ndarray) -> Verdict:
    return Verdict("", float(seen[0]), PerThreat(*map(float, seen[1:])), EVEN, (), EVEN, (), (), "", "")


@given(POLICIES, SEEN)
@settings(max_examples=60, deadline=None)
def test_what_is_acted_on_is_what_the_relay_would_do(policy: Policy, seen: np.ndarray) -> None:
    """For every message the arrays say the action that `decide` takes on its verdict."""
    order = list(Action)
    for row, taken in zip(seen, acted(policy, seen), strict=True):
        action = decide(verdict(row), policy).action
        assert list(taken) == [order.index(action) >= order.index(Action(name)) for name in ACTIONS]


@given(POLICIES, SEEN, st.tuples(ODDS, ODDS, ODDS).map(sorted))
@settings(max_examples=100, deadline=None)
def test_nothing_is_acted_on_whose_margin_is_below_the_line(policy: Policy, seen: np.ndarray, above: list[float]) -> None:
    """A policy moved to lines above some margins takes no action on a message of those margins: the proof carries over to what is
    written in hundredths, row by row."""
    lines = tuple(map(line_above, above))
    taken = acted(moved(policy, lines), seen)  # type: ignore[arg-type]  (three)
    assert not (taken & (margins(policy, seen) <= np.array(above))).any()


def test_margin_0_is_where_the_current_policy_tags() -> None:
    """The margin is that of the row which is furthest above its tag threshold."""
    seen = np.array([[5.4, 3.0, 0, 0], [6.0, 5.5, 0, 0], [0, -9, 9, 4.0]])
    assert margins(POLICY, seen)[:, 0] == pytest.approx([0.0, 2.0, -0.25])


def test_a_row_counts_only_for_the_actions_that_it_takes_or_milder_ones() -> None:
    """What only refuses counts into held and tagged, as refused mail does; what never refuses does not count there."""
    policy = Policy(overall=Thresholds(tag=5.0), spam=Thresholds(reject=8.0))
    assert margins(policy, np.array([[0.0, 9.0, 0, 0], [7.0, 0.0, 0, 0]])).tolist() == [[1, 1, 1], [2, -8, -8]]


def test_an_action_that_no_row_takes_has_no_margin() -> None:
    """It is -inf: no line is reached."""
    assert margins(Policy(overall=Thresholds(tag=5.0)), np.array([[9.0, 9, 9, 9]])).tolist() == [[4.0, -math.inf, -math.inf]]


def test_a_row_that_acts_on_everything_cannot_be_tuned_from() -> None:
    """The error names it."""
    with pytest.raises(UsageError, match=r"policy\.bec acts on all mail"):
        offsets(Policy(bec=Thresholds(tag=-math.inf)))


@given(st.floats(-FURTHEST + 1, FURTHEST - 1))
def test_a_line_is_the_next_hundredth_above(margin: float) -> None:
    """It is above the margin, by no more than a hundredth, and has no more than two decimals."""
    line = line_above(margin)
    assert margin < line <= margin + 0.010001
    assert line == round(line, 2)


def test_lines_stay_where_thresholds_make_sense() -> None:
    """Above a margin beyond all odds there is no line, and under one there is a lowest."""
    assert line_above(FURTHEST) == line_above(math.inf) == math.inf
    assert line_above(-math.inf) == line_above(-1e9) == -FURTHEST + 0.01


def test_rows_move_together_and_never_stays_never() -> None:
    """Each threshold is its row's offset and the action's line; an infinite one is as it was."""
    assert moved(POLICY, (-1.0, 0.5, math.inf)) == Policy(Thresholds(4.4, 5.9), Thresholds(2.5, 4.0), Thresholds(), Thresholds(3.25, 4.75))


def test_a_threshold_of_more_decimals_is_rounded_up() -> None:
    """Up, so that it is reached by nothing more."""
    assert moved(Policy(Thresholds(1.2345)), (1.0, 1.0, 1.0)).overall.tag == 2.24


def test_apart_gives_the_lines_of_a_policy_back() -> None:
    """What moved rows by lines finds the same lines in what it made, relative to itself."""
    assert apart(POLICY)[:, 1].tolist() == pytest.approx([1.85, 1.5, math.inf, 1.25])
    assert of_rows(thresholds(POLICY)) == POLICY


def test_tallies_count_each_label() -> None:
    """A stronger action counts into the milder; labels without mail are there with nothing."""
    score, label = np.array([0.0, 6.0, 8.0, 13.0, 13.0]), np.array(["ham", "ham", "spam", "spam", ""])
    seen = values(score, np.full((5, 3), -20.0))
    found = {tally.label: (tally.total, tally.tag, tally.quarantine, tally.reject) for tally in tallies(POLICY, seen, label)}
    assert found == {"ham": (2, 1, 0, 0), "spam": (2, 2, 2, 1), "phish": (0, 0, 0, 0), "bec": (0, 0, 0, 0), "": (1, 1, 1, 1)}
    assert [tallies(POLICY, seen, label)[1].only(action) for action in ACTIONS] == [0, 1, 1]
