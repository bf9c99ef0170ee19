from __future__ import annotations

from filter.judge.search.common import COMMON


def test_common_words_cost_more() -> None:
    """Every word listed is folded, listed once, and dearer to look for than one that is not listed."""
    assert all(word.isascii() and word == word.lower() and cost > 1 for word, cost in COMMON.items())
    assert COMMON["the"] > COMMON["account"]
