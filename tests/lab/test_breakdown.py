from __future__ import annotations

import json
from dataclasses import replace

import pytest
from judged import PLAIN, scored

from filter.judge.policy import Action
from filter.lab.breakdown import Slice, by, differing, outcome, outcomes
from filter.lab.evaluate import figures
from filter.lab.metrics import Share


def test_a_slice_counts_what_was_acted_on_of_either_side() -> None:
    """Ham and bad mail that share the fact; other mail is in its own slice, and a side may be empty."""
    dutch = replace(PLAIN, language="nl")
    told = scored("a", "ham", 0.0, 0.0) + scored("a", "ham", 0.0, action=Action.TAG) + scored("a", "spam", 0.0, action=Action.REJECT)
    told += scored("b", "bec", 0.0, facts=dutch)
    assert by("language", told) == (Slice("language", "en", Share(1, 3), Share(1, 1)), Slice("language", "nl", Share(0, 0), Share(0, 1)))
    assert json.loads(json.dumps(by("language", told)[1].as_dict())) == {
        "by": "language",
        "value": "nl",
        "ham_acted_on": Share(0, 0).as_dict(),
        "bad_acted_on": Share(0, 1).as_dict(),
    }


@pytest.mark.parametrize(
    ("fact", "values"),
    [("length", ("0-199", "200-999", "1000-3999", "4000 or more")), ("year", ("", "1999", "2024")), ("kind", ("", "bank", "seo"))],
)
def test_slices_stand_in_their_order(fact: str, values: tuple[str, ...]) -> None:
    """Numbers as numbers, words by the alphabet, the unknown first."""
    told = [one for value in reversed(values) for one in scored("a", "ham", 0.0, facts=replace(PLAIN, **{fact: value}))]
    assert tuple(one.value for one in by(fact, told)) == values


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [(Share(90, 100), Share(60, 100), "won"), (Share(60, 100), Share(90, 100), "lost"), (Share(9, 10), Share(6, 10), "tied")],
)
def test_an_outcome_needs_intervals_apart(mine: Share, theirs: Share, told: str) -> None:
    """The same shares of fewer mails are a tie."""
    assert outcome(mine, theirs) == told


def test_outcomes_are_of_every_row_at_every_rate() -> None:
    """Over all mail first, then by pair, under the rates' names."""
    ham = scored("trec07p", "ham", *([0.0] * 99), 9.0)
    good = figures((*ham, *scored("trec07p", "spam", *([1.0] * 50))), (0.5, 0.0))
    poor = figures((*ham, *scored("trec07p", "spam", *([-1.0] * 50))), (0.5, 0.0))
    found = outcomes(good, poor)
    assert [one.title for one in found] == [row.title for row in good.rows]
    assert len(found) == 2
    assert {one.at for one in found} == {("won", "tied")}
    assert {one.at for one in outcomes(poor, good)} == {("lost", "tied")}
    assert found[0].as_dict(good.rates)["recall"] == {"0.5": "won", "0.0": "tied"}


def test_messages_differ_where_the_dispositions_do() -> None:
    """Those with the largest difference in score first; what both would do alike is not told, whatever its score."""
    mine = [*scored("a", "ham", 1.0, 5.0, 9.0), *scored("a", "spam", 3.0, action=Action.TAG)]
    theirs = [
        *scored("a", "ham", 2.0, 1.0, action=Action.TAG),
        *scored("a", "ham", 0.0)[:1],
        *scored("a", "spam", 8.0, action=Action.REJECT),
    ]
    found = differing(mine, theirs)
    assert [(one.path, one.gap) for one in found] == [("a/spam/0", 5.0), ("a/ham/1", 4.0), ("a/ham/0", 1.0)]
    assert found[0].as_dict() == {"path": "a/spam/0", "label": "spam", "scores": [3.0, 8.0], "dispositions": ["tag", "reject"]}
    assert differing(mine, mine) == ()
    with pytest.raises(ValueError, match="shorter"):
        differing(mine, theirs[1:])
