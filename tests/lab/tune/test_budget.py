from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import binom

from filter.lab.tune.budget import allowed, below, needed, tightest, upper
from filter.lab.tune.margins import line_above


@pytest.mark.parametrize(("above", "total"), [(0, 100), (3, 2995), (40, 41), (7, 50_000)])
def test_the_bound_is_the_rate_at_which_so_few_are_as_rare_as_doubted(above: int, total: int) -> None:
    """At the bound, seeing so few or fewer has the probability 1 - confidence: the definition of Clopper and Pearson."""
    assert binom.cdf(above, total, upper(above, total, 0.95)) == pytest.approx(0.05)


def test_all_of_them_and_none_at_all_bound_nothing() -> None:
    """Where every message had it, or there was no message, the bound is 1."""
    assert upper(5, 5, 0.95) == upper(0, 0, 0.95) == 1.0


@pytest.mark.parametrize("budget", [0.5, 0.01, 0.001, 1e-4])
@pytest.mark.parametrize("ham", [1, 58, 300, 4_000, 40_000])
def test_allowed_is_the_largest_number_within_the_budget(ham: int, budget: float) -> None:
    """So many keep the bound within the budget and one more does not; None is said only where even none does not."""
    most = allowed(ham, budget, 0.95)
    if most is None:
        assert upper(0, ham, 0.95) > budget
    else:
        assert upper(most, ham, 0.95) <= budget < upper(most + 1, ham, 0.95)


@pytest.mark.parametrize("confidence", [0.5, 0.9, 0.95, 0.999])
@pytest.mark.parametrize("budget", [0.9, 0.1, 0.001, 1e-5, 1e-7])
def test_needed_is_the_least_ham_that_proves_a_budget(budget: float, confidence: float) -> None:
    """So much ham allows a line, and one message less allows none."""
    least = needed(budget, confidence)
    assert allowed(least, budget, confidence) is not None
    assert least == 1 or allowed(least - 1, budget, confidence) is None


def test_the_tightest_budget_is_just_provable() -> None:
    """It can be proven by so much ham, and nothing lower can."""
    lowest = tightest(2_000, 0.95)
    assert allowed(2_000, lowest, 0.95) == 0
    assert allowed(2_000, lowest * 0.999, 0.95) is None


def test_below_is_an_order_statistic() -> None:
    """It is the (k + 1)-th largest margin, ties counted."""
    margins = np.array([3.0, 9.0, 7.0, 7.0, 1.0])
    assert [below(margins, above) for above in range(5)] == [9.0, 7.0, 7.0, 3.0, 1.0]


def _tail(line: float, step: float) -> float:
    """The true share of standard normal margins, cut to multiples of a step if there is one, that reach a line."""
    start = math.ceil(line / step - 1e-9) * step if step else line
    return 0.5 * math.erfc(start / math.sqrt(2))


@pytest.mark.parametrize("step", [0.0, 0.5], ids=["continuous", "ties"])
@pytest.mark.parametrize(("ham", "budget"), [(400, 0.02), (300, 0.01), (1_000, 0.01)])
def test_the_bound_holds_though_the_line_was_chosen_by_the_same_ham(ham: int, budget: float, step: float) -> None:
    """Over 4,000 samples of a known distribution the true rate is within the bound as often as claimed, ties or none; without ties it
    is beyond it about as often as allowed, so the claim is no timid one either."""
    chance, most = np.random.default_rng(7), allowed(ham, budget, 0.95)
    assert most is not None
    samples = chance.standard_normal((4_000, ham))
    samples = np.floor(samples / step) * step if step else samples
    bound = upper(most, ham, 0.95)
    held = np.mean([_tail(line_above(below(margins, most)), step) <= bound for margins in samples])
    two_errors = 2 * math.sqrt(0.95 * 0.05 / 4_000)
    assert held >= (0.95 if step else 0.95 - two_errors)
    assert step or held <= 0.95 + 2 * two_errors  # lines are rounded up


def test_a_line_chosen_by_the_rate_seen_would_break_the_claim() -> None:
    """With as much ham above as the budget's share of it, the truth is beyond the budget about every other time: the bound is needed."""
    chance, broken = np.random.default_rng(7), 0
    for _ in range(300):
        margins = chance.standard_normal(400)
        broken += _tail(below(margins, int(0.02 * 400)), 0.0) > 0.02
    assert broken > 100
