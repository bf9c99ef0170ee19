from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from tunable import POLICY, columns, mixed

from filter.lab.tune.cost import Rates, cheapest, costing, of_tallies, rates
from filter.lab.tune.found import Costs, Part, Tally, Volume
from filter.lab.tune.margins import moved, tallies, values
from filter.lab.tune.parts import part

ANYWHERE = (-math.inf, -math.inf, -math.inf)
EVEN = Rates(1.0, 1.0)
THREE = Costs(10.0, 200.0, 2.0)
FOUR = Costs(10.0, 200.0, 2.0, 3.0)


def mail(label: list[str], score: list[float]) -> Part:
    return part(columns(label, score), np.arange(len(label)), POLICY)


def spent(one: Part, lines: tuple[float, float, float], costs: Costs, weigh: Rates) -> float:
    """What a policy with these lines costs, by what it does."""
    return of_tallies(tallies(moved(POLICY, lines), values(one.score, one.log_odds), one.label), costs, weigh)


def test_a_policys_cost_is_that_of_what_it_does() -> None:
    """Ham tagged, held, refused: 0, alarm and review, alarm. Bad mail delivered or tagged, held, refused: a miss, a review, nothing."""
    done = (Tally("ham", 10, 6, 3, 1), Tally("spam", 20, 15, 9, 4), Tally("phish", 1, 0, 0, 0), Tally("", 50, 50, 50, 50))
    assert of_tallies(done, THREE, EVEN) == 2 * 202 + 1 * 200 + 11 * 10 + 5 * 2 + 10
    assert of_tallies(done, FOUR, Rates(2.0, 0.5)) == 2 * (3 * 3 + 2 * 202 + 200) + 0.5 * (5 * 10 + 6 * 3 + 5 * 2 + 10)


def test_a_days_mail_is_weighed_into_a_day() -> None:
    """By how much of either side the mail tuned on has; as it is where nobody knows the volume."""
    label = np.array(["ham"] * 4 + ["spam", "bec", ""])
    assert rates(Volume(100.0, 50.0, 1.0, 3.0, False), label) == Rates(25.0, 25.0)
    assert rates(None, label) == EVEN


@pytest.mark.parametrize("costs", [THREE, FOUR], ids=["three", "with tag"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_lines_cost_less(seed: int, costs: Costs) -> None:
    """Tried one by one, no pair of a tag and a quarantine line in tenths costs less; and the lines found cost what is said."""
    one, weigh = mail(*mixed(60, 40, seed)), Rates(3.0, 0.7)
    found = cheapest(one, (0.0, math.inf, 6.6), ANYWHERE, costs, weigh)
    least = spent(one, found.lines, costs, weigh)
    assert least == pytest.approx(found.cost[(found.tried <= 6.6)].min())
    steps = np.arange(-180, 66) / 10
    pairs = product(steps if costs.tag is not None else [-18.0], steps)
    tried = [spent(one, (low, high, 6.6), costs, weigh) for low, high in list(pairs)[:: 1 if costs.tag is None else 17] if low <= high]
    assert least <= min(tried) + 1e-6


def test_lines_stay_at_or_above_their_floors() -> None:
    """Where it would be cheaper below, the floor is the line: what was proven there stays proven."""
    one = mail(*mixed(60, 40))
    free = cheapest(one, (0.0, math.inf, 9.0), ANYWHERE, FOUR, EVEN).lines
    floors = (free[0] + 1.0, free[1] + 2.0, 9.0)
    bound = cheapest(one, (0.0, math.inf, 9.0), floors, FOUR, EVEN).lines
    assert bound[0] >= floors[0]
    assert bound[1] >= floors[1]


def test_flat_is_only_where_a_line_may_be() -> None:
    """Not below the floor, though it costs no more there, nor above the line to refuse at."""
    one = mail(["ham", "spam"], [0.0, 10.0])
    low, high = one.margins[:, 1]
    found = cheapest(one, (0.0, math.inf, high - 1), (low + 1, low + 2, high - 1), THREE, EVEN)
    (_, first, last), _ = costing(found, THREE, 5.0, 2.0, a_day=False).flat
    assert (first, last) == (pytest.approx(low + 2, abs=0.011), pytest.approx(high - 1, abs=0.011))


def test_where_no_line_is_proven_none_is_chosen() -> None:
    """A floor of infinity leaves the action off."""
    lines = cheapest(mail(*mixed(60, 40)), (1.0, math.inf, math.inf), (1.0, math.inf, math.inf), THREE, EVEN).lines
    assert lines == (1.0, math.inf, math.inf)


def test_the_line_is_in_the_middle_of_where_it_costs_least() -> None:
    """Between ham at 0 and spam at 10 nothing is nearer to either."""
    one = mail(["ham", "spam"], [0.0, 10.0])
    found = cheapest(one, (0.0, math.inf, math.inf), ANYWHERE, THREE, EVEN)
    low, high = one.margins[:, 1]
    assert found.lines[1] == pytest.approx((low + high) / 2, abs=0.02)
    told = costing(found, THREE, 5.0, 2.0, a_day=False)
    assert told.flat[0] == (0.01, pytest.approx(low, abs=0.011), pytest.approx(high, abs=0.011))
    assert (told.current, told.proposed, told.a_day) == (5.0, 2.0, False)


def test_holding_nothing_may_be_the_cheapest() -> None:
    """Where a false alarm is dear and all that scores high is ham, the line is infinite, and nothing around it is flat."""
    found = cheapest(mail(["spam", "ham", "ham"], [0.0, 9.0, 10.0]), (0.0, math.inf, math.inf), ANYWHERE, THREE, EVEN)
    assert found.lines[1] == math.inf
    assert costing(found, THREE, 0.0, 0.0, a_day=True).flat == ()


def test_a_tag_line_above_the_quarantines_comes_down_to_it() -> None:
    """What is held counts as tagged or worse."""
    one = mail(["spam"] * 3 + ["ham"], [-8.0, -7.0, -6.0, -12.0])
    assert cheapest(one, (0.0, math.inf, math.inf), ANYWHERE, THREE, EVEN).lines[0] < 0.0
