from __future__ import annotations

import math

from invented import mail
from weights import random_judge

from filter.judge.policy import Policy, Thresholds
from filter.lab.attacks import ATTACKS
from filter.lab.evasion import Cost, costs
from filter.lab.metrics import Share

BAD = tuple(mail("phish", number) for number in range(4))


def test_every_attack_is_tried_on_every_mail() -> None:
    """One row an attack, in their order, before and after of all bad mail."""
    found = costs(random_judge(), Policy(), BAD, ("wanted text",), jobs=1)
    assert [cost.attack for cost in found] == list(ATTACKS)
    assert {(cost.before.total, cost.after.total) for cost in found} == {(4, 4)}


def test_what_is_acted_on_is_counted() -> None:
    """All where every score is over the line, none where none is."""
    always, never = Policy(overall=Thresholds(tag=-math.inf)), Policy()
    assert {(cost.before.count, cost.after.count) for cost in costs(random_judge(), always, BAD, ("x",), jobs=1)} == {(4, 4)}
    assert {(cost.before.count, cost.after.count) for cost in costs(random_judge(), never, BAD, ("x",), jobs=1)} == {(0, 0)}


def test_the_cost_is_in_points_of_recall() -> None:
    """Ninety per cent before and seventy after are twenty points; what grows is below zero."""
    assert round(Cost("a", Share(9, 10), Share(7, 10)).points, 9) == 20
    assert round(Cost("a", Share(7, 10), Share(9, 10)).points, 9) == -20
