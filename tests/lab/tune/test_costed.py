from __future__ import annotations

from pathlib import Path

import pytest
from tunable import asked, columns, mixed

from filter.judge.policy import Policies, Policy, Thresholds
from filter.lab.tune import proposal
from filter.lab.tune.asked import Asked
from filter.lab.tune.found import Costs, Tuned
from filter.store.runs import Columns

COSTS = Costs(10.0, 200.0, 2.0)
MANY = columns(*mixed(4_000, 1_000))


def tune(rows: Columns, what: Asked, policies: Policies) -> Tuned:
    """Without the nearest messages' reasons, which need a file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proposal, "nearest", lambda *_: ())
        return proposal.tune(rows, policies, what, [Path("run.parquet")])


def test_cost_may_hold_more_than_now_where_that_is_proven() -> None:
    """A budget that nobody asked for keeps the line where it is; costs are asked for, and what they choose has the same proof."""
    late = Policies(Policy(Thresholds(5.4, 11.0, 12.0)))
    still, least = tune(MANY, asked("0.001"), late), tune(MANY, asked("0.001", costs=COSTS), late)
    named = tune(MANY, asked("0.001", "quarantine=0.001", costs=COSTS), late)
    assert still.line("quarantine") == pytest.approx(11.0 - 5.4)
    assert least.line("quarantine") < still.line("quarantine")
    assert least.site.proofs[1].bound == still.site.proofs[1].bound
    assert least.costing is not None and named.costing is not None
    assert least.costing.proposed == named.costing.proposed
    assert least.line("reject") >= late.site.overall.reject - 5.4
