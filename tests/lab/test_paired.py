from __future__ import annotations

from dataclasses import replace

import pytest
from ran import row

from filter.lab.paired import Pair, paired
from filter.store.rows import row_from_json, row_to_json

ROWS = [row_from_json(row_to_json(row(number))) for number in range(6)]


def numbers(pairs: list[Pair]) -> list[tuple[int | None, int | None]]:
    """Which message of either run stands in each pair."""
    return [tuple(int(one.verdict.id, 16) if one else None for one in pair) for pair in pairs]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([0, 1, 2, 3], [0, 1, 2, 3]),
        ([3, 2, 1, 0], [0, 1, 2, 3]),
        ([1, 2, 3, 0], [0, 1, 2, 3]),
        ([0, 0, 1], [1, 0, 0]),
    ],
)
def test_messages_are_joined_in_any_order(before: list[int], after: list[int]) -> None:
    """Each is had once; the same message twice in both is two."""
    found = numbers(list(paired([ROWS[n] for n in before], [ROWS[n] for n in after])))
    assert sorted(found) == sorted((n, n) for n in before)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([0, 1, 2], [1], [(0, None), (1, 1), (2, None)]),
        ([], [0, 1], [(None, 0), (None, 1)]),
        ([0], [0, 0], [(0, 0), (None, 0)]),
        ([4, 5], [0, 1, 5], [(4, None), (5, 5), (None, 0), (None, 1)]),
    ],
)
def test_what_one_run_lacks_stands_alone(before: list[int], after: list[int], told: list[tuple[int | None, int | None]]) -> None:
    """At the end, whole, beside nothing."""
    found = list(paired([ROWS[n] for n in before], [ROWS[n] for n in after]))
    assert sorted(numbers(found), key=repr) == sorted(told, key=repr)
    assert all(one in ROWS for pair in found for one in pair if one)


def test_the_path_counts_as_well() -> None:
    """The same octets at another place are another message."""
    moved = replace(ROWS[0], path="elsewhere")
    assert list(paired([ROWS[0]], [moved])) == [(ROWS[0], None), (None, moved)]


def test_runs_in_one_order_are_read_side_by_side() -> None:
    """Nothing is read ahead, so that neither is ever in memory."""
    read = []
    pairs = paired((read.append(one) or one for one in ROWS), iter(ROWS))  # type: ignore[func-returns-value]
    for taken in range(1, len(ROWS) + 1):
        assert next(pairs) == (ROWS[taken - 1], ROWS[taken - 1])
        assert len(read) == taken
