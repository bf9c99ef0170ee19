from __future__ import annotations

import pytest

from filter.lab.metrics import Share
from filter.lab.tune.checked import Check


@pytest.mark.parametrize(
    ("budget", "count", "total", "kept"),
    [(0.01, 10, 1000, "kept"), (0.01, 11, 1000, "unproven"), (0.01, 40, 1000, "refuted"), (None, 40, 1000, None), (0.01, 0, 0, None)],
)
def test_later_mail_keeps_a_budget_or_not_or_refutes_it(budget: float | None, count: int, total: int, kept: str | None) -> None:
    """It refutes it where the whole interval is above; it says nothing without a budget or without ham."""
    assert Check("tag", budget, Share(count, total)).kept == kept


@pytest.mark.parametrize(
    ("budget", "count", "too_few"), [(0.01, 0, False), (0.01, 10, True), (0.01, 11, False), (0.01, 40, False), (None, 0, False)]
)
def test_a_budget_may_be_kept_by_mail_that_does_not_prove_it(budget: float | None, count: int, too_few: bool) -> None:
    """Then the interval of what was measured reaches above the budget."""
    assert Check("tag", budget, Share(count, 1000)).too_few is too_few
