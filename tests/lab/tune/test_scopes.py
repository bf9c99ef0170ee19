from __future__ import annotations

import math

import numpy as np
import pytest
from tunable import POLICY, asked, columns

from filter.lab.metrics import Share
from filter.lab.tune.budget import upper
from filter.lab.tune.found import Scope
from filter.lab.tune.margins import moved
from filter.lab.tune.scopes import Change, Chosen, Mail, scope

HAM = 400
NEVER = math.inf


def told(late: int = 100, **more: object) -> Scope:
    """400 ham and as many later ones as said, of which every twentieth is at 6.0; a tag line above which 25 may be."""
    count = HAM + late
    rows = columns(["ham"] * count, [6.0 if place % 20 == 0 else -5.0 for place in range(count)], **more)
    mail = Mail(rows, np.arange(HAM), np.arange(HAM, count))
    chosen = Chosen((1.0, NEVER, NEVER), (25, None, None), (0.09, 0.001, 0.0001))
    return scope(mail, Change(POLICY, moved(POLICY, chosen.lines), chosen), asked("0.09"))


def test_the_bound_is_of_what_was_allowed() -> None:
    """Not of the 20 that are above, which the margins chose."""
    tag, quarantine, _ = told().proofs
    assert (tag.ham, tag.above, tag.allowed, tag.bound) == (HAM, 20, 25, upper(25, HAM, 0.95))
    assert (quarantine.bound, quarantine.refused, quarantine.named, quarantine.needed) == (None, True, False, 2995)


def test_an_action_the_policy_never_takes_is_off() -> None:
    """Then nothing was sought, and nothing is refused."""
    rows = columns(["ham"] * 10, [0.0] * 10)
    policy = moved(POLICY, (0.0, 0.0, NEVER))
    chosen = Chosen((1.0, NEVER, NEVER), (None, None, None), (0.09, 0.01, 0.001))
    proofs = scope(Mail(rows, np.arange(10), np.arange(0)), Change(policy, policy, chosen), asked("0.09")).proofs
    assert [(proof.off, proof.refused) for proof in proofs] == [(False, True), (False, True), (True, False)]


def test_each_sender_has_a_vote() -> None:
    """One sender of all that is above: its share of its own mail is its vote among all senders."""
    senders = tuple("loud@example.org" if place % 20 == 0 or place % 20 == 1 else f"s{place}@example.org" for place in range(HAM + 100))
    found = told(senders=senders).proofs[0].senders
    assert found is not None
    assert (found.count, found.votes, found.loudest, found.of_loudest) == (HAM - 40 + 1, 0.5, "loud@example.org", 20)
    assert found.bound == pytest.approx(upper(0.5, HAM - 39, 0.95))


def test_later_ham_checks_each_budget_of_an_action_that_is_taken() -> None:
    """With who most of it is from; an action that is never taken keeps any budget, so it is checked against none."""
    tag, quarantine, reject = told(lists=("news",) * (HAM + 100)).checks
    assert (tag.budget, tag.measured, tag.loudest, tag.of_loudest) == (0.09, Share(5, 100), "news", 5)
    assert quarantine.budget is None
    assert reject.budget is None


def test_later_ham_checks_no_line_that_is_the_sites() -> None:
    """The group's mail proved nothing of it that could be refuted."""
    rows = columns(["ham"] * 20, [6.0] * 20)
    chosen = Chosen((1.0, 1.0, NEVER), (5, None, None), (0.09, 0.01, 0.001))
    change = Change(POLICY, POLICY, chosen, (False, True, False))
    tag, quarantine, _ = scope(Mail(rows, np.arange(10), np.arange(10, 20)), change, asked("0.09")).checks
    assert (tag.budget, quarantine.budget, quarantine.kept) == (0.09, None, None)


def test_both_policies_are_counted_on_both_parts() -> None:
    """In the order of the labels, ham first; without later mail there is nothing later."""
    whole, alone = told(), told(late=0)
    assert [(side[0].total, side[0].tag) for side in (whole.current, whole.proposed)] == [(HAM, 20)] * 2
    assert [(side[0].total, side[0].tag) for side in (whole.later_current, whole.later_proposed)] == [(100, 5)] * 2
    assert (alone.later_current, alone.later_proposed, alone.checks) == ((), (), ())


def test_without_ham_nothing_is_proven_and_nobody_voted() -> None:
    """A group may have had none."""
    rows = columns(["spam"] * 3, [1.0] * 3)
    chosen = Chosen((NEVER,) * 3, (None,) * 3, (0.1, 0.01, 0.001))
    proof = scope(Mail(rows, np.arange(3), np.arange(0)), Change(POLICY, POLICY, chosen), asked("0.1")).proofs[0]
    assert (proof.ham, proof.senders, proof.tightest, proof.rate) == (0, None, 1.0, 0.0)
