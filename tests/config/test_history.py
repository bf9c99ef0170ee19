from __future__ import annotations

import pytest
from configured import loaded, problems

from filter.config.history import MAX_DAYS, HistorySection


def test_a_history_is_kept_unless_told_otherwise() -> None:
    """By default in the folder of state, for two years; 0 days keep none."""
    assert loaded("").history == HistorySection(url="sqlite:///sievert-state/history.db", days=730)
    assert loaded("[history]\ndays = 0").history.days == 0


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("days = -1", "history.days: "),
        (f"days = {MAX_DAYS + 1}", "history.days: "),
        ('days = "730"', "history.days: "),
        ('url = "history.db"', "history.url: expected a database URL such as sqlite:///folder/file.db"),
        ('url = ""', "history.url: expected a database URL"),
        ("enabled = true", "history.enabled: unknown key; "),
    ],
)
def test_what_is_wrong_is_said(text: str, problem: str) -> None:
    """Each wrong value by its key."""
    (told,) = problems(f"[history]\n{text}")
    assert told.startswith(problem)
