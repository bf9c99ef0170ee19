from __future__ import annotations

import json

import numpy as np
import pytest
from judged import scored

from filter.judge.policy import Action, Policy, Thresholds
from filter.judge.verdict import THREATS, PerThreat
from filter.lab import evaluate as module
from filter.lab.corpora import BY_NAME
from filter.lab.evaluate import PAIRS, RATES, diagram, figures
from filter.lab.metrics import calibration_error, lam, recall_at, roc_area

POLICY = Policy(overall=Thresholds(tag=0.0, quarantine=2.0, reject=4.0))
BOTH = (*scored("trec07p", "ham", 1.0), *scored("trec07p", "spam", 2.0))


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
    low, high = PerThreat(0.0, 0.0, -1.0), PerThreat(0.0, 0.0, 1.0)
    mine = scored("own", "ham", 9.0, 9.0, log_odds=low) + scored("own", "bec", 0.0, 0.0, log_odds=high)
    (found,) = figures(tuple(mine)).pairs
    assert (found.area, found.recall[0].rate) == (1.0, 1.0)


def test_a_pair_without_mail_on_one_side_is_left_out() -> None:
    """Figures of nothing are not told."""
    assert figures(tuple(scored("trec07p", "ham", 1.0))).pairs == ()
    assert [pair.title for pair in figures(BOTH).pairs] == [PAIRS[0].title]


def test_all_mail_is_compared_by_score() -> None:
    """Overall every bad mail of any corpus stands against every ham; without one side there is no such row, and no calibration."""
    told = (*scored("enron", "ham", 0.0, 3.0), *scored("mine.mbox", "bec", 2.0), *scored("lists", "fraud", 4.0))
    found = figures(told, (0.5,))
    assert found.overall is not None
    assert found.overall.area == roc_area(np.array([0.0, 3.0]), np.array([2.0, 4.0])) == 0.75
    assert found.overall.roca_percent == 25.0
    assert found.overall.recall == (recall_at(np.array([0.0, 3.0]), np.array([2.0, 4.0]), 0.5),)
    assert found.rows == (found.overall,)
    alone = figures(tuple(scored("enron", "ham", 0.0)))
    assert (alone.overall, alone.calibration_error, alone.rows) == (None, None, ())


def test_lam_is_of_what_the_policy_did() -> None:
    """Ham that was tagged or more and bad mail that was not are its errors, whatever their scores."""
    told = scored("a", "ham", *([0.0] * 9)) + scored("a", "ham", 0.0, action=Action.TAG)
    told += scored("a", "spam", *([0.0] * 4), action=Action.QUARANTINE) + scored("a", "spam", 9.0)
    overall = figures(tuple(told)).overall
    assert overall is not None
    assert overall.lam == lam(np.array([0.0] * 9 + [1.0]), np.array([1.0] * 4 + [0.0]), 0.5)
    assert overall.lam == pytest.approx(1 / (1 + (9 * 4) ** 0.5))


def test_kinds_count_what_was_acted_on() -> None:
    """Of each corpus and label: how many were tagged or more, and how many of these were held or refused."""
    told = [one for action in Action for one in scored("enron", "ham", 0.0, action=action)]
    told += scored("lists", "spam", 0.0, 0.0, action=Action.REJECT)
    found = {
        kind.kind: ((kind.tagged.count, kind.tagged.total), (kind.stopped.count, kind.stopped.total)) for kind in figures(tuple(told)).kinds
    }
    assert found == {"enron ham": ((3, 4), (2, 4)), "lists spam": ((2, 2), (2, 2))}


def test_an_archive_called_as_its_mail_is_named_once() -> None:
    """Not "ham ham"."""
    told = scored("ham", "ham", 0.0) + scored("bec", "bec", 1.0) + scored("bec", "ham", 0.0)
    assert [kind.kind for kind in figures(tuple(told)).kinds] == ["bec", "bec ham", "ham"]


def test_calibration_compares_a_threats_probability_with_its_mail() -> None:
    """Ham and bad mail weigh half each, however many there are; mail of other threats is not of this one."""
    sure, none = PerThreat(-40.0, 40.0, -40.0), PerThreat(-40.0, -40.0, -40.0)
    told = (
        *scored("a", "ham", *([0.0] * 8), log_odds=none),
        *scored("a", "phish", 1.0, log_odds=sure),
        *scored("a", "spam", 1.0, log_odds=sure),
    )
    low, high = diagram(told, "phish")
    assert (low.count, low.probability, low.share) == (8, pytest.approx(0.0), 0.0)
    assert (high.count, high.weight, high.probability, high.share) == (2, pytest.approx(0.5), pytest.approx(1.0), pytest.approx(0.5))
    found = figures(told).calibration_error
    assert found is not None
    assert list(found) == pytest.approx([0.25, 0.25, 0.0])
    assert list(found) == [calibration_error(diagram(told, threat)) for threat in THREATS]


def test_figures_fit_into_json() -> None:
    """As a manifest has them: every rate by its name, every share with its counts."""
    whole = json.loads(json.dumps(figures(BOTH).as_dict()))
    assert set(whole["pairs"][0]["recall"]) == {str(rate) for rate in RATES}
    assert whole["pairs"][0]["recall"][str(RATES[0])]["count"] == 1
    assert (whole["pairs"][0]["roc_area"], whole["pairs"][0]["one_minus_roca_percent"], whole["pairs"][0]["lam_percent"]) == (
        1.0,
        0.0,
        50.0,
    )
    assert whole["overall"]["recall"] == whole["pairs"][0]["recall"]
    assert set(whole["calibration_error"]) == set(THREATS)
    assert {kind["kind"] for kind in whole["kinds"]} == {"trec07p ham", "trec07p spam"}
    assert "calibration" not in whole
    assert set(figures(BOTH, (0.25,)).as_dict()["overall"]["recall"]) == {"0.25"}  # type: ignore[index]
    assert (figures(()).as_dict()["overall"], figures(()).as_dict()["calibration_error"]) == (None, None)


def test_pairs_name_corpora_that_there_are() -> None:
    """Every pair compares corpora of the table, and none is named twice."""
    assert {name for pair in PAIRS for name in (pair.ham, pair.bad)} <= set(BY_NAME)
    assert len({pair.title for pair in PAIRS}) == len(PAIRS)
