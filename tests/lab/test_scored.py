from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from invented import mail
from judged import sample, scored

from filter.judge.hashing import SLOTS
from filter.judge.judge import Judge
from filter.judge.linear import COLUMNS, LinearModel
from filter.judge.mail import Mail
from filter.judge.parse import parse
from filter.judge.policy import Action, Policy, Thresholds, decide
from filter.judge.rules.book import Rulebook
from filter.judge.verdict import THREATS, PerThreat
from filter.lab import scored as module
from filter.lab.corpora import TRAIN, Sample
from filter.lab.facts import facts_of
from filter.lab.scored import HEADS, Scored, held_back, score, score_each, sides

POLICY = Policy(overall=Thresholds(tag=0.0, quarantine=2.0, reject=4.0))


def judge(seed: int = 6) -> Judge:
    """A judge of random weights and no rules."""
    weights = np.random.default_rng(seed).integers(-127, 128, size=(SLOTS, COLUMNS), dtype=np.int8)
    return Judge(LinearModel(weights, PerThreat(0.03, 0.03, 0.03), PerThreat(0, 0, 0), "m"), Rulebook((), "r"))


def expected(served: Judge, one: Sample) -> Scored:
    """What the judge and the policy say of it."""
    verdict = served.judge(Mail(one.content))
    facts = facts_of(one, parse(one.content))
    return Scored(replace(one, content=b""), verdict.score, verdict.log_odds, verdict.probability, decide(verdict, POLICY).action, facts)


def test_held_back_mail_has_no_brother_in_training() -> None:
    """Only the test side is judged, without mails whose body was learnt from."""
    samples = [sample(number=1, part=TRAIN), sample(number=2), sample(number=3, campaign="learnt")]
    assert list(held_back(samples, frozenset({"learnt"}))) == [samples[1]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_proof_is_the_judge_that_serves(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    """Score, log-odds and action of each sample are the judge's and the policy's, in their order, on any number of cores."""
    monkeypatch.setattr(module, "BATCH", 3)
    samples = [sample(label=label, number=number) for number in range(4) for label in ("ham", "spam")]
    served = judge()
    assert list(score(served, POLICY, iter(samples), jobs=jobs)) == [expected(served, one) for one in samples]


def test_each_judge_sees_the_same_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a stream that can be read once, every sample is judged by all of them, in their order."""
    monkeypatch.setattr(module, "BATCH", 2)
    judges = (judge(6), judge(7))
    samples = [sample(number=number) for number in range(5)]
    found = list(score_each(judges, POLICY, iter(samples), jobs=1))
    assert found == [tuple(expected(served, one) for served in judges) for one in samples]
    assert any(one.score != other.score for one, other in found)
    assert list(score_each(judges, POLICY, iter(()), jobs=1)) == []


def test_a_probability_is_the_verdicts() -> None:
    """To the last bit."""
    served = judge()
    for content in (mail("phish", 0), b"List-Id: <choir.lists.example>\r\n" + mail("phish", 0)):
        (one,) = score(served, POLICY, [replace(sample(label="phish"), content=content)], jobs=1)
        verdict = served.judge(Mail(content))
        assert [one.probability(threat) for threat in THREATS] == list(verdict.probability)


def test_a_mail_is_of_one_threat_and_bad_or_neither() -> None:
    """Fraud is spam, ham is nothing; each head ranks by its own number."""
    (fraud,) = scored("lists", "fraud", 4.0, log_odds=PerThreat(1.0, 2.0, 3.0))
    (ham,) = scored("lists", "ham", 4.0)
    assert [fraud.is_of(head) for head in HEADS] == [True, True, False, False]
    assert [ham.is_of(head) for head in HEADS] == [False] * 4
    assert (fraud.is_bad, ham.is_bad) == (True, False)
    assert [fraud.value(head) for head in HEADS] == [4.0, 1.0, 2.0, 3.0]


def test_what_is_tagged_or_more_is_acted_on() -> None:
    """Delivering as it came is the one action that is none."""
    assert [one.is_tagged for action in Action for one in scored("lists", "ham", 0.0, action=action)] == [False, True, True, True]


def test_sides_are_ham_and_what_a_head_looks_for() -> None:
    """Other threats' mail is on neither side of a threat's head."""
    told = scored("a", "ham", 1.0, 2.0) + scored("b", "spam", 3.0, log_odds=PerThreat(5.0, 0.0, 0.0)) + scored("b", "bec", 4.0)
    assert [side.tolist() for side in sides(told, "overall")] == [[1.0, 2.0], [3.0, 4.0]]
    assert [side.tolist() for side in sides(told, "spam")] == [[0.0, 0.0], [5.0]]
    assert [len(side) for side in sides(told, "phish")] == [2, 0]
