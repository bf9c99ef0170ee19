from __future__ import annotations

import pytest

from filter.errors import UsageError
from filter.lab.tune.asked import Budget, budgets, costs
from filter.lab.tune.found import Costs, Volume

SITE = Volume(ham=600.0, bad=100.0, unknown=0.0, days=30.0, stated=False)


def test_a_bare_budget_is_the_tags_and_each_stronger_action_has_a_tenth() -> None:
    """Only what was asked for by name is named."""
    assert budgets(["0.01"]) == (
        Budget("tag", 0.01, False, True),
        Budget("quarantine", 0.001, False, False),
        Budget("reject", 0.0001, False, False),
    )


def test_an_actions_own_budget_is_its_own() -> None:
    """And the next stronger one follows from it, in its unit."""
    tag, quarantine, reject = budgets(["quarantine=3/day", "tag=1e-2"])
    assert (tag.amount, quarantine.amount, quarantine.a_day, quarantine.named) == (0.01, 3.0, True, True)
    assert (reject.amount, reject.a_day, reject.named) == (pytest.approx(0.3), True, False)
    assert budgets([]) == ()
    assert budgets(["0.1%"]) == budgets(["0.001"])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["0"], "expected a rate such as 0.001"),
        (["1"], "expected a rate"),
        (["nan"], "expected a rate"),
        (["inf/day"], "expected a rate"),
        (["-3/day"], "expected a rate"),
        (["1e-17"], "--budget 1e-17: less than 1e-09, which nothing proves"),
        (["1e308/day"], "expected a rate"),
        (["3%/day"], "--budget 3%/day: expected a rate"),
        (["hold=0.1"], "'hold' is no action; expected one of tag, quarantine, reject"),
        (["=0.1"], "'' is no action"),
        (["0.1", "tag=0.2"], "tag has a budget already"),
        (["quarantine=0.1"], "give the tag's too"),
    ],
)
def test_what_is_no_budget_is_told(words: list[str], says: str) -> None:
    """With the word and what would be right."""
    with pytest.raises(UsageError) as told:
        budgets(words)
    assert says in str(told.value)


def test_messages_a_day_become_a_rate_by_the_volume() -> None:
    """A rate is one already, volume or none."""
    assert budgets(["3/day"])[0].rate(SITE) == pytest.approx(0.005)
    assert budgets(["0.25"])[0].rate(None) == 0.25


def test_messages_a_day_of_an_unknown_or_lower_volume_are_refused() -> None:
    """They say what is missing."""
    with pytest.raises(UsageError, match="give --volume"):
        budgets(["3/day"])[0].rate(None)
    with pytest.raises(UsageError, match="600/day is all ham: 600 come a day"):
        budgets(["600/day"])[0].rate(SITE)
    with pytest.raises(UsageError, match="tag: 1e-09/day of 600 is less than 1e-09"):
        budgets(["1e-9/day"])[0].rate(SITE)


def test_costs_are_read_by_name() -> None:
    """In any order; that of a tag may be left out."""
    assert costs("review=2,miss=10, alarm=200") == Costs(10.0, 200.0, 2.0, None)
    assert costs("miss=1,alarm=1,review=0,tag=0.5") == Costs(1.0, 1.0, 0.0, 0.5)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("miss=10,alarm=200", "says nothing of review"),
        ("miss=10,alarm=200,review=2,miss=3", "'miss=3'"),
        ("miss=10,alarm=200,reviews=2", "'reviews=2': expected each of miss, alarm, review, tag once"),
        ("miss=-1,alarm=200,review=2", "'miss=-1'"),
        ("miss=inf,alarm=200,review=2", "'miss=inf'"),
        ("miss=1e308,alarm=200,review=2", "none above 1e+12"),
        ("miss", "'miss'"),
    ],
)
def test_what_is_no_cost_is_told(text: str, says: str) -> None:
    """With the word that is wrong, or what is lacking."""
    with pytest.raises(UsageError) as told:
        costs(text)
    assert says in str(told.value)
