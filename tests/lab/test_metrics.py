from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from filter.lab.metrics import Share, recall_at, roc_area, threshold_at

# Few distinct values, so that there are ties.
SCORES = st.lists(st.integers(-5, 5).map(float) | st.floats(-1e6, 1e6), min_size=1, max_size=40).map(np.array)
RATES = st.floats(0.0, 0.999)


@given(SCORES, RATES)
def test_a_threshold_is_passed_by_no_more_ham_than_allowed(ham: np.ndarray, rate: float) -> None:
    """At most floor(rate * n) of the ham exceeds it, ties included."""
    assert np.count_nonzero(ham > threshold_at(ham, rate)) <= math.floor(rate * len(ham))


@given(SCORES, RATES)
def test_a_threshold_is_the_lowest_score_of_ham_that_holds(ham: np.ndarray, rate: float) -> None:
    """It is a score of the ham, and the next lower one would let too many pass."""
    threshold = threshold_at(ham, rate)
    assert threshold in ham
    lower = ham[ham < threshold]
    assert not len(lower) or np.count_nonzero(ham > lower.max()) > math.floor(rate * len(ham))


@given(SCORES, SCORES, RATES)
def test_recall_counts_what_exceeds_the_threshold(ham: np.ndarray, bad: np.ndarray, rate: float) -> None:
    """Bad mail that ties with the threshold is not caught: the ham that sets it is not passed either."""
    share = recall_at(ham, bad, rate)
    assert (share.count, share.total) == (sum(value > threshold_at(ham, rate) for value in bad), len(bad))


def test_recall_by_hand() -> None:
    """Ten ham, a tenth of which may pass: the threshold is the second highest of them."""
    ham = np.array([0.0, 1, 2, 3, 4, 5, 6, 7, 8, 20])
    bad = np.array([7.5, 8.0, 8.5, 30.0])
    assert threshold_at(ham, 0.1) == 8
    assert (recall_at(ham, bad, 0.1).count, recall_at(ham, bad, 0.099).count) == (2, 1)


@given(SCORES, SCORES)
def test_the_area_is_the_chance_that_a_bad_mail_outranks_a_wanted_one(ham: np.ndarray, bad: np.ndarray) -> None:
    """It equals the share of pairs in the right order, ties counting half."""
    pairs = [1.0 if high > low else 0.5 * (high == low) for high in bad for low in ham]
    assert roc_area(ham, bad) == pytest.approx(sum(pairs) / len(pairs))


@given(st.integers(1, 3000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_an_interval_is_exact(counted: tuple[int, int]) -> None:
    """At either end as many or more (as few or fewer) would be seen in 2.5 % of the samples (Clopper and Pearson 1934)."""
    count, total = counted
    share = Share(count, total)
    assert share.low <= share.rate <= share.high
    assert binom.sf(count - 1, total, share.low) == pytest.approx(0.025 if count else 1.0)
    assert binom.cdf(count, total, share.high) == pytest.approx(0.025 if count < total else 1.0)


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(0, 2995, 0.0, 0.0012309), (5, 10, 0.1870860, 0.8129140), (10, 10, 0.6915029, 1.0), (1, 100, 0.0002531, 0.0544594)],
)
def test_known_intervals(count: int, total: int, low: float, high: float) -> None:
    """Published values; with 0 of 2,995 the one-sided 95 % bound is 0.1 %."""
    assert (Share(count, total).low, Share(count, total).high) == pytest.approx((low, high), abs=1e-6)
    assert binom.cdf(0, 2995, 0.001) == pytest.approx(0.05, abs=1e-4)


def test_a_share_tells_itself() -> None:
    """As text and as JSON; of nothing it is 0, and could be anything."""
    share = Share(1, 4)
    assert str(share) == f"0.2500 [{share.low:.4f}, {share.high:.4f}]"
    assert share.as_dict() == {"count": 1, "total": 4, "rate": 0.25, "low": share.low, "high": share.high}
    assert (Share(0, 0).rate, Share(0, 0).low, Share(0, 0).high) == (0.0, 0.0, 1.0)
