from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from invented import mail

from filter.judge.hashing import SLOTS
from filter.judge.judge import Judge
from filter.judge.linear import COLUMNS, LinearModel
from filter.judge.mail import Mail
from filter.judge.policy import Action, Policy, Thresholds, decide
from filter.judge.rules import Rulebook
from filter.judge.verdict import PerThreat
from filter.lab import evaluate as module
from filter.lab.corpora import BY_NAME, TEST, TRAIN, Sample
from filter.lab.evaluate import PAIRS, RATES, Scored, by_threat, figures, held_back, score
from filter.lab.metrics import recall_at, roc_area

POLICY = Policy(overall=Thresholds(tag=0.0, quarantine=2.0, reject=4.0))


def judge() -> Judge:
    """A judge of random weights and no rules."""
    weights = np.random.default_rng(6).integers(-127, 128, size=(SLOTS, COLUMNS), dtype=np.int8)
    return Judge(LinearModel(weights, PerThreat(0.03, 0.03, 0.03), PerThreat(0, 0, 0), "m"), Rulebook((), "r"))


def sample(corpus: str = "lists", label: str = "ham", number: int = 0, part: str = TEST, campaign: str = "") -> Sample:
    return Sample(corpus, f"{corpus}/{label}/{number}", label, part, campaign or f"c{number}", "", "", mail(label, number))


def scored(corpus: str, label: str, *scores: float, bec: float = 0.0, action: Action = Action.DELIVER) -> list[Scored]:
    """Samples with these scores."""
    return [Scored(sample(corpus, label, n), value, PerThreat(0.0, 0.0, bec), action) for n, value in enumerate(scores)]


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
    for one, found in zip(samples, score(served, POLICY, iter(samples), jobs=jobs), strict=True):
        verdict = served.judge(Mail(one.content))
        assert found == Scored(replace(one, content=b""), verdict.score, verdict.log_odds, decide(verdict, POLICY).action)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.labels != {"bec"}], ids=lambda pair: pair.title)
def test_a_pair_compares_its_own_mail_by_score(pair: module.Pair) -> None:
    """Area and recall are of that corpus' ham against that corpus' bad mail, whatever else was judged."""
    ham, bad = [0.0, 1.0, 2.0, 3.0], [2.5, 3.5]
    label = min(pair.labels)
    mine = scored(pair.ham, "ham", *ham) + scored(pair.bad, label, *bad)
    noise = scored("enron", "ham", 9.0, 9.0) + scored("nazario", "phish", -9.0)
    (found,) = (one for one in figures((*mine, *noise)).pairs if one.title == pair.title)
    assert found.area == roc_area(np.array(ham), np.array(bad))
    assert found.recall == tuple(recall_at(np.array(ham), np.array(bad), rate) for rate in RATES)


def test_bec_is_ranked_by_its_own_log_odds() -> None:
    """The pair of BEC looks at the bec log-odds and not at the score."""
    mine = scored("own", "ham", 9.0, 9.0, bec=-1.0) + scored("own", "bec", 0.0, 0.0, bec=1.0)
    (found,) = figures(tuple(mine)).pairs
    assert (found.area, found.recall[0].rate) == (1.0, 1.0)


def test_a_pair_without_mail_on_one_side_is_left_out() -> None:
    """Figures of nothing are not told."""
    assert figures(tuple(scored("trec07p", "ham", 1.0))).pairs == ()
    assert [pair.title for pair in figures((*scored("trec07p", "ham", 1.0), *scored("trec07p", "spam", 2.0))).pairs] == [PAIRS[0].title]


def test_kinds_count_what_was_acted_on() -> None:
    """Of each corpus and label: how many were tagged or more, and how many of these were held or refused."""
    told = [one for action in Action for one in scored("enron", "ham", 0.0, action=action)]
    told += scored("lists", "spam", 0.0, 0.0, action=Action.REJECT)
    found = {
        kind.kind: ((kind.tagged.count, kind.tagged.total), (kind.stopped.count, kind.stopped.total)) for kind in figures(tuple(told)).kinds
    }
    assert found == {"enron ham": ((3, 4), (2, 4)), "lists spam": ((2, 2), (2, 2))}


def test_actions_by_threat_are_the_policys_on_the_overall_score() -> None:
    """Ham first, then each threat there is; three log-odds that are each below a threshold can pass it together."""
    log_odds = np.array([[1.0, 1.0, 1.0], [-9.0, -9.0, -9.0], [-9.0, 5.0, -9.0], [-9.0, -9.0, 0.5]])
    found = by_threat(log_odds, ["phish", "ham", "phish", "ham"], POLICY)
    assert [(kind.kind, kind.tagged.count, kind.stopped.count, kind.tagged.total) for kind in found] == [
        ("ham", 1, 0, 2),
        ("phish", 2, 2, 2),
    ]


def test_figures_fit_into_json() -> None:
    """As a manifest has them: every rate by its name, every share with its counts."""
    told = figures((*scored("trec07p", "ham", 1.0), *scored("trec07p", "spam", 2.0))).as_dict()
    whole = json.loads(json.dumps(told))
    assert set(whole["pairs"][0]["recall"]) == {str(rate) for rate in RATES}
    assert whole["pairs"][0]["recall"][str(RATES[0])]["count"] == 1
    assert {kind["kind"] for kind in whole["kinds"]} == {"trec07p ham", "trec07p spam"}
    assert "calibration" not in whole


def test_pairs_name_corpora_that_there_are() -> None:
    """Every pair compares corpora of the table, and none is named twice."""
    assert {name for pair in PAIRS for name in (pair.ham, pair.bad)} <= set(BY_NAME)
    assert len({pair.title for pair in PAIRS}) == len(PAIRS)
