from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from proposed import costing, tuned
from scipy.stats import norm

from filter.lab.metrics import Share, deviates
from filter.lab.page.plotted import document
from filter.lab.tune.margins import acted, moved, thresholds, values
from filter.lab.tune.series import curves, histogram, views

WHOLE = replace(tuned(later={"ham": 300, "spam": 90}), costing=costing(tuned().site))
DOCUMENT = document(WHOLE)


def test_it_is_json_without_a_word_of_a_message() -> None:
    """Numbers that JSON has, and neither paths nor evidence nor addresses."""
    text = json.dumps(DOCUMENT, allow_nan=False)
    for near in WHOLE.nearest:
        assert near.path not in text
        assert near.why not in text
    assert "lists.example" not in text


def test_curves_are_those_of_the_pictures() -> None:
    """At the same deviates, with the counts that they are shares of."""
    for view, found in zip(DOCUMENT["views"], views(WHOLE), strict=True):
        for told, curve in zip(view["curves"], curves(WHOLE, found), strict=True):
            assert told["x"] == pytest.approx(deviates(curve.false_positive, curve.ham).tolist(), abs=1e-4)
            assert told["false_positives"] == [round(rate * curve.ham) for rate in curve.false_positive]
            assert told["missed"] == [round(rate * curve.bad) for rate in curve.miss]
        drawn = histogram(WHOLE, found)
        assert view["bars"] == {label: count.tolist() for label, count in drawn.of}


def test_a_line_counts_what_the_thresholds_would() -> None:
    """At the proposed lines the counts by line are the tallies'; the row's thresholds are offset and line."""
    view = DOCUMENT["views"][0]
    for place, action in enumerate(("tag", "quarantine")):
        line = view["lines"][place]["line"]
        assert line == WHOLE.line(action)
        above = sum(value >= line for value in view["ham"]["value"])
        assert view["ham"]["count"][above - 1] == getattr(WHOLE.site.proposed[0], action)
    lines = (0.37, 1.0, 20.0)
    policy = moved(WHOLE.site.before, lines)
    rows = dict(zip(("overall", "spam", "phish", "bec"), thresholds(policy)[:, 0], strict=True))
    assert {name: pytest.approx(at + 0.37) for name, at in view["offsets"]} == {name: at for name, at in rows.items() if np.isfinite(at)}
    seen = values(WHOLE.tuning.score, WHOLE.tuning.log_odds)[WHOLE.tuning.bad]
    caught = sum(value >= 0.37 for value in view["bad"]["overall"]["value"])
    assert view["bad"]["overall"]["count"][caught - 1] == acted(policy, seen)[:, 0].sum()


def test_intervals_are_exact() -> None:
    """Those of `Share`, at every count, to where all are caught."""
    bec = DOCUMENT["views"][0]["bad"]["bec"]
    for count, low, high in zip(bec["count"], bec["low"], bec["high"], strict=True):
        share = Share(count, bec["total"])
        assert (low, high) == pytest.approx((share.low, share.high), abs=1e-6)
    assert bec["count"][-1] == bec["total"]


def test_marks_stand_where_the_tallies_say() -> None:
    """Each action as it stands and as proposed, with the bound; one never proposed only as it stands."""
    marks = [mark for view in DOCUMENT["views"] for mark in view["marks"]]
    named = [(mark["action"], mark["proposed"]) for mark in marks]
    assert named[:4] == [("tag", False), ("tag", True), ("quarantine", False), ("quarantine", True)]
    tag, proof = marks[1], WHOLE.site.proofs[0]
    assert proof.bound is not None
    assert norm.cdf(tag["x"]) == pytest.approx(proof.above / proof.ham)
    assert norm.cdf(tag["bound"]) == pytest.approx(proof.bound) == tag["proven"]
    few = document(tuned({"ham": 30, "spam": 9}))
    assert [mark["proposed"] for view in few["views"] for mark in view["marks"]] == [False, False, False]
    assert all(line["line"] is None for view in few["views"] for line in view["lines"])


def test_days_and_cost_are_there_where_they_are_known() -> None:
    """The days' means and the cost curve with the proposed line; null without."""
    assert [side["kind"] for side in DOCUMENT["days"]["sides"]] == ["ham", "bad", "unknown"]
    assert len(DOCUMENT["days"]["start"]) == len(DOCUMENT["days"]["sides"][0]["current"])
    assert DOCUMENT["days"]["later"] == "2026-03-06"
    assert DOCUMENT["cost"]["proposed_line"] == WHOLE.line("quarantine")
    assert len(DOCUMENT["cost"]["x"]) == len(DOCUMENT["cost"]["y"]) <= 2000
    bare = replace(WHOLE, costing=None, volume=None, later=None)
    nothing = np.full(len(bare.tuning), np.datetime64("NaT", "s"))
    told = document(replace(bare, tuning=replace(bare.tuning, date=nothing)))
    assert (told["cost"], told["days"], told["ham_a_day"]) == (None, None, None)
