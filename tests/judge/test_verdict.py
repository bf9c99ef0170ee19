from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.verdict import EVEN, THREATS, Hit, PerThreat, Reason, Verdict, overall, probabilities

NUMBERS = st.floats(-700, 700)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_probabilities_and_score_say_the_same(spam: float, phish: float, bec: float) -> None:
    """The three probabilities sum to sigmoid(score), at any size of the log-odds."""
    log_odds = PerThreat(spam, phish, bec)
    score = overall(log_odds)
    unwanted = 1 / (1 + math.exp(-score)) if score > -700 else 0.0
    assert sum(probabilities(log_odds)) == pytest.approx(unwanted, abs=1e-12)
    assert score >= max(log_odds)


def test_even_odds() -> None:
    """A threat alone at log-odds 0 is as likely as wanted mail."""
    log_odds = PerThreat(0.0, -800.0, -800.0)
    assert overall(log_odds) == 0.0
    assert probabilities(log_odds) == PerThreat(0.5, 0.0, 0.0)


def test_by_name_and_in_order() -> None:
    """Three numbers are found by name and come in the order of `THREATS`."""
    numbers = PerThreat(1.0, 2.0, 3.0)
    assert [numbers.of(threat) for threat in THREATS] == list(numbers) == [1.0, 2.0, 3.0]
    assert numbers.as_dict() == {"spam": 1.0, "phish": 2.0, "bec": 3.0}


def test_the_leading_threat_and_its_reasons() -> None:
    """The highest log-odds lead; reasons are told by threat."""
    reasons = (Reason("spam", "text", "a", 1.0), Reason("bec", "text", "b", 2.0))
    verdict = Verdict("", 0.0, PerThreat(-1.0, -2.0, 3.0), PerThreat(0, 0, 0), reasons, PerThreat(0, 0, 0), (), (), "", "")
    assert verdict.leading == "bec"
    assert verdict.reasons_for("bec") == (reasons[1],)


def test_hits_add_up_by_threat() -> None:
    """Each hit adds its weight to its own threat, and nothing else changes."""
    hits = [Hit("a", "bec", 2.0, "", ""), Hit("b", "spam", 0.5, "", ""), Hit("c", "bec", 1.0, "", "")]
    assert PerThreat(1.0, 2.0, 3.0).plus(hits) == PerThreat(1.5, 2.0, 6.0)
    assert EVEN.plus(()) == EVEN
