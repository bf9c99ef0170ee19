from __future__ import annotations

import pytest

from filter.judge.likeness.distance import WORD_CHARS, deletions, distance


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("weiss", "weiss", 0),
        ("weiss", "weis", 1),
        ("weis", "weiss", 1),
        ("weiss", "waiss", 1),
        ("weiss", "wiess", 1),
        ("harlow", "halrwo", 2),
        ("harlow", "harlo", 1),
        ("kontor", "contar", 2),
        ("", "ab", 2),
    ],
)
def test_distance(one: str, other: str, edits: int) -> None:
    """A letter put in, left out, changed or swapped with the next is one edit, from either side."""
    assert distance(one, other, 2) == distance(other, one, 2) == edits


@pytest.mark.parametrize(("one", "other"), [("weiss", "wolff"), ("anna", "anneliese"), ("abcdef", "fedcba"), ("abcabc", "cbacba")])
def test_too_far(one: str, other: str) -> None:
    """Words further apart than asked have no distance."""
    assert distance(one, other, 2) is None


def test_long_words() -> None:
    """A word beyond the limit is compared with none, and has no more deletions than the limit."""
    long = "a" * (WORD_CHARS + 1)
    assert distance(long, f"{long}b", 2) is None
    assert distance(long[1:], f"{long[2:]}b", 2) == 1
    assert len(list(deletions(long * 9))) == WORD_CHARS


def test_deletions() -> None:
    """A word has one deletion for each of its letters, and shares one with any word in which one letter is changed."""
    assert list(deletions("abc")) == ["bc", "ac", "ab"]
    assert set(deletions("weiss")) & set(deletions("waiss")) == {"wiss"}
