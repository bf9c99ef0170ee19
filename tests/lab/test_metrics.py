from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, norm

from filter.lab.metrics import (
    BINS,
    Bin,
    Share,
    calibration_error,
    det_curve,
    deviates,
    halves,
    lam,
    recall_at,
    reliability,
    roc_area,
    threshold_at,
    within,
)

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


def test_lam_is_the_mean_of_the_log_odds() -> None:
    """Of 10 % false positives and 20 % misses; what ties with the line is not called bad."""
    ham, bad = np.array([0.0] * 9 + [1.0]), np.array([1.0] * 4 + [0.5])
    assert lam(ham, bad, 0.5) == pytest.approx(1 / (1 + math.sqrt(9 * 4)))


@pytest.mark.parametrize(("ham", "bad", "rates"), [([0.0] * 5, [1.0] * 10, (0.1, 0.05)), ([1.0] * 5, [0.0] * 10, (0.9, 0.95))])
def test_lam_of_no_error_or_all_is_half_a_message_off(ham: list[float], bad: list[float], rates: tuple[float, float]) -> None:
    """A perfect or a useless filter has a finite lam."""
    odds = math.sqrt(math.prod(rate / (1 - rate) for rate in rates))
    assert lam(np.array(ham), np.array(bad), 0.5) == pytest.approx(odds / (1 + odds))


def test_a_rate_is_kept_half_a_message_from_its_ends() -> None:
    """Rates between are not changed."""
    assert [within(rate, 10) for rate in (0.0, 0.05, 0.5, 0.95, 1.0)] == [0.05, 0.05, 0.5, 0.95, 0.95]


@given(SCORES, SCORES)
def test_a_det_curve_has_both_error_rates_at_every_threshold(ham: np.ndarray, bad: np.ndarray) -> None:
    """From everything called bad to nothing, one rate falling while the other grows, and each as counted."""
    false_positive, miss = det_curve(ham, bad)
    assert (false_positive[0], miss[0], false_positive[-1], miss[-1]) == (1.0, 0.0, 0.0, 1.0)
    assert np.all(np.diff(false_positive) <= 0)
    assert np.all(np.diff(miss) >= 0)
    cuts = sorted({*ham.tolist(), *bad.tolist()})
    assert false_positive[1:].tolist() == pytest.approx([np.mean(ham > cut) for cut in cuts])
    assert miss[1:].tolist() == pytest.approx([np.mean(bad <= cut) for cut in cuts])


def test_a_side_weighs_half() -> None:
    """However many it has; of one side alone each weighs the same."""
    assert halves(np.array([True, False, False, False, False])).tolist() == [0.5, 0.125, 0.125, 0.125, 0.125]
    assert halves(np.array([False, False])).tolist() == [0.25, 0.25]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=80), st.integers(1, 20))
def test_bins_hold_every_mail_once(mails: list[tuple[float, bool]], bins: int) -> None:
    """They are in order, as many at most as asked for, weigh one together, and keep the mean of what is in them."""
    probability, true = np.array([one for one, _ in mails]), np.array([one for _, one in mails])
    found = reliability(probability, true, np.full(len(mails), 3.0), bins)
    assert 1 <= len(found) <= bins
    assert sum(one.count for one in found) == len(mails)
    assert sum(one.weight for one in found) == pytest.approx(1)
    assert sum(one.weight * one.probability for one in found) == pytest.approx(probability.mean())
    assert sum(one.weight * one.share for one in found) == pytest.approx(true.mean())
    assert all(low.probability < high.probability or low.probability == pytest.approx(high.probability) for low, high in pairwise(found))


def test_bins_are_of_equal_weight_and_keep_ties_together() -> None:
    """Thirty mails in fifteen bins are two a bin; heavy mails fill theirs alone; equal probabilities are never torn apart."""
    probability = np.arange(30) / 30
    assert [one.count for one in reliability(probability, probability > 2, np.ones(30))] == [2] * BINS
    heavy = reliability(np.array([0.1, 0.2, 0.3, 0.9]), np.array([False, False, False, True]), np.array([1.0, 1.0, 1.0, 3.0]), 2)
    assert heavy == (Bin(3, 0.5, pytest.approx(0.2), 0.0), Bin(1, 0.5, pytest.approx(0.9), 1.0))
    (tied,) = reliability(np.full(99, 0.25), np.arange(99) < 33, np.ones(99))
    assert (tied.count, tied.weight, tied.probability, tied.share) == (99, 1.0, 0.25, pytest.approx(1 / 3))


def test_the_calibration_error_is_the_mean_gap() -> None:
    """By weight, whichever way the gap is; 0 where every bin holds what it promises."""
    assert calibration_error((Bin(9, 0.75, 0.1, 0.3), Bin(1, 0.25, 0.9, 0.5))) == pytest.approx(0.25)
    assert calibration_error((Bin(5, 1.0, 0.4, 0.4),)) == 0


def test_rates_become_normal_deviates() -> None:
    """Phi of them gives the rates back; none and all of ten stand at a twentieth from the end."""
    rates = np.array([0.0, 0.1, 0.5, 0.9, 1.0])
    assert norm.cdf(deviates(rates, 10)).tolist() == pytest.approx([0.05, 0.1, 0.5, 0.9, 0.95])
