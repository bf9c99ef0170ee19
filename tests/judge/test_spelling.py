from __future__ import annotations

import pytest

from filter.judge.spelling import joined, joined_octets


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("s e n d  f i v e cards", "send  five cards"),
        ("g-i-f-t and _c_a_r_d_s_", "gift and _cards_"),
        ("g*i*f*t", "gift"),
        ("a b c", "a b c"),
        ("plan b or c", "plan b or c"),
        ("x1 2 3 4", "x1 2 3 4"),
        ("\u017a r \u00f3 d", "\u017a r \u00f3 d"),
    ],
)
def test_joined(text: str, read: str) -> None:
    """Four letters and more that stand apart are a word; fewer, and digits, are what they are."""
    assert joined(text) == read
    assert joined_octets(text.encode()) == read.encode()
