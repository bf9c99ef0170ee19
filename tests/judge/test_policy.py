from __future__ import annotations

import math

import pytest

from filter.judge.policy import Action, Disposition, Policies, Policy, Thresholds, decide
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


SITE, FIRST, SECOND = Policy(), Policy(overall=ROW, group="first"), Policy(spam=ROW, group="second")


@pytest.mark.parametrize(
    ("recipient", "policy"),
    [
        ("ann@example.org", FIRST),
        ("Ann@EXAMPLE.org", FIRST),
        ("ann+list@example.org", FIRST),
        ("ann+@example.org", FIRST),
        ("ann+a+b@example.org", FIRST),
        ("bob@example.org", SECOND),
        ("+ann@example.org", SECOND),
        ("annette@example.org", SECOND),
        ("ann@sub.example.org", SITE),
        ("ann@example.net", SITE),
        ("ann@example.org.evil.test", SITE),
        ("cal+x@example.net", FIRST),
        ("cal@example.net", SITE),
        ("cal+y@example.net", SITE),
        ("ann", SITE),
        ("@example.org", SECOND),
        ("", SITE),
    ],
)
def test_the_policy_of_a_recipient(recipient: str, policy: Policy) -> None:
    """The first group that has the address, the address without its detail, or the domain; whatever the case; else the site's."""
    groups = ((frozenset({"ann@example.org", "cal+x@example.net"}), FIRST), (frozenset({"@example.org"}), SECOND))
    assert Policies(SITE, groups).of(recipient) is policy


def test_the_first_group_wins() -> None:
    """The order of the groups decides, not how closely they name a recipient."""
    ann, everybody = frozenset({"ann@example.org"}), frozenset({"@example.org"})
    assert Policies(SITE, ((everybody, FIRST), (ann, SECOND))).of("ann@example.org") is FIRST
    assert Policies(SITE, ((ann, SECOND), (everybody, FIRST))).of("ann@example.org") is SECOND


@pytest.mark.parametrize("recipient", ["ann@example.org.", '"ann"@example.org', '"a\\nn"@example.org', '"ann+x"@Example.org.'])
def test_the_same_mailbox_written_otherwise(recipient: str) -> None:
    """A sender does not choose the policy by how it writes an address: quotes and the dot of the root change no mailbox."""
    assert Policies(SITE, ((frozenset({"ann@example.org"}), FIRST),)).of(recipient) is FIRST


def test_without_groups_everybody_has_the_sites() -> None:
    """Whatever the address."""
    assert Policies(SITE).of("ann@example.org") is SITE


def test_a_group_is_named_in_the_cause() -> None:
    """What a group's threshold asked for says so; what is delivered has no cause."""
    assert decide(verdict(spam=7.0), FIRST) == Disposition(Action.REJECT, "first:overall")
    assert decide(verdict(spam=7.0), SECOND) == Disposition(Action.REJECT, "second:spam")
    assert decide(verdict(), FIRST) == Disposition(Action.DELIVER, "")


def test_policies_that_refuse_alike() -> None:
    """Only the log-odds of refusals count, each threat's for itself."""
    assert Policy(overall=Thresholds(tag=1.0, reject=6.0)).refusals == Policy(overall=ROW, group="x").refusals
    assert Policy(spam=ROW).refusals != Policy(phish=ROW).refusals
    assert Policy().refusals == (math.inf,) * 4
