from __future__ import annotations

import math

import pytest

from filter.judge.policy import Action, Disposition, Policy, Thresholds, decide
from filter.judge.verdict import PerThreat, Verdict, overall, probabilities

ROW = Thresholds(tag=1.0, quarantine=3.0, reject=6.0)


def verdict(spam: float = -9.0, phish: float = -9.0, bec: float = -9.0) -> Verdict:
    """A verdict with these log-odds and nothing else."""
    log_odds = PerThreat(spam, phish, bec)
    return Verdict("id", overall(log_odds), log_odds, probabilities(log_odds), (), log_odds, (), (), "model", "rules")


@pytest.mark.parametrize(
    ("log_odds", "action"),
    [
        (0.99, Action.DELIVER),
        (1.0, Action.TAG),
        (2.99, Action.TAG),
        (3.0, Action.QUARANTINE),
        (6.0, Action.REJECT),
        (math.inf, Action.REJECT),
    ],
)
def test_an_action_begins_at_its_threshold(log_odds: float, action: Action) -> None:
    """From the threshold upwards, and not below."""
    assert ROW.action(log_odds) is action


def test_no_threshold_means_never() -> None:
    """A policy without thresholds delivers whatever comes."""
    assert decide(verdict(spam=50.0, bec=50.0), Policy()) == Disposition(Action.DELIVER, "")


def test_the_strongest_action_wins() -> None:
    """Each row is asked, and the strongest answer counts with its cause."""
    policy = Policy(overall=Thresholds(tag=1.0), bec=Thresholds(quarantine=2.0))
    assert decide(verdict(bec=2.5), policy) == Disposition(Action.QUARANTINE, "bec")
    assert decide(verdict(spam=2.5), policy) == Disposition(Action.TAG, "overall")


def test_of_equal_actions_the_leading_threat_is_named() -> None:
    """Where several rows ask for the same, the threat with the highest log-odds is the cause, and the score comes last."""
    policy = Policy(overall=ROW, spam=ROW, phish=ROW)
    assert decide(verdict(spam=3.5, phish=4.0), policy) == Disposition(Action.QUARANTINE, "phish")
