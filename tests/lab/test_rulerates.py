from __future__ import annotations

from dataclasses import replace

import pytest
from scipy.stats import binom
from weights import random_judge

from filter.judge.mail import Message
from filter.judge.rules.book import Rulebook
from filter.judge.rules.conditions import Condition
from filter.judge.rules.operators import Pattern
from filter.judge.scene import Scene
from filter.lab.rulerates import CHANCE, EXAMPLES, Matched, at_least, matched

RULE = replace(random_judge().rulebook.rules[0], rate=0.01, match=Condition(("text",), Pattern.of(["yes"])))


@pytest.mark.parametrize(
    ("count", "total", "rate"), [(1, 10, 0.001), (1, 100, 0.001), (7, 2000, 0.001), (140, 100_000, 0.001), (60, 1000, 0.05)]
)
def test_the_chance_of_so_many_is_exact(count: int, total: int, rate: float) -> None:
    """The upper tail of the binomial, as SciPy has it."""
    assert at_least(count, total, rate) == pytest.approx(binom.sf(count - 1, total, rate), rel=1e-4)


def test_no_more_than_expected_is_never_too_many() -> None:
    """A rule that matches no more than its rate is beyond question, none at all included."""
    assert at_least(0, 1000, 0.001) == at_least(1, 1000, 0.001) == at_least(0, 0, 0.001) == 1.0


@pytest.mark.parametrize(
    ("count", "total", "exceeds"), [(0, 100, False), (4, 100, False), (5, 100, True), (1, 1, False), (16, 1000, False), (19, 1000, True)]
)
def test_a_rate_is_exceeded_where_chance_does_not_explain_it(count: int, total: int, exceeds: bool) -> None:
    """On little mail it takes more to say so than on much."""
    assert Matched(RULE, count, total, ()).exceeds is exceeds
    assert CHANCE == 0.01


def test_matches_are_counted_and_named() -> None:
    """For every rule how many mails it matched, of how many, and the first of their names."""
    book = Rulebook((RULE, replace(RULE, id="never", match=Condition(("hidden",), Pattern.of(["yes"])))), "abc")
    mails = ((f"m{number}", Scene(Message(text="yes" if number % 2 else "no"))) for number in range(20))
    often, never = matched(book, mails)
    assert (often.count, often.total, often.examples) == (10, 20, ("m1", "m3", "m5")[:EXAMPLES])
    assert (never.rule.id, never.count, never.total, never.examples) == ("never", 0, 20, ())
    assert [one.total for one in matched(book, ())] == [0, 0]
