from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.confusables import folded, visible
from filter.judge.hashing import TEXT_OCTETS


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\u0440\u0430\u0443\u0440\u0430l", "paypal"),
        ("\u0391\u03a1\u03a1LE", "APPLE"),
        ("\u1d18\u1d00\u028f", "pay"),
        ("M\u00edcr\u00f6s\u00f2ft", "Microsoft"),
        ("\uff30\uff41\uff59", "Pay"),
        ("\U0001d5e3\U0001d5ee\U0001d606", "Pay"),
        ("pa\u200by\u00adpal\u2060", "paypal"),
        ("it\u2019s \u2013 ok\u2026", "it's - ok..."),
        ("\u65e5\u672c\u8a9e", "\u65e5\u672c\u8a9e"),
        ("\u20ac 5", "\u20ac 5"),
    ],
)
def test_what_looks_alike_is_alike(text: str, plain: str) -> None:
    """Letters of other scripts, accents, mathematical and wide forms become the plain letter; other writing stays."""
    assert folded(text) == plain


@given(st.text(max_size=200))
def test_folding_leaves_nothing_to_fold(text: str) -> None:
    """No invisible character, no accent and no compatibility form is left, and folding again changes nothing more."""
    once = folded(text)
    assert folded(once).split() == once.split()
    assert not any("\u0300" <= char <= "\u036f" for char in unicodedata.normalize("NFKD", once))


def test_a_run_of_marks_is_bounded() -> None:
    """Marks without end cost no more than what is hashed."""
    assert len(folded("a" + "\u0315\u0316" * 500_000)) <= 2 * TEXT_OCTETS


@given(st.text("e\u0301\u0327\u05b0\uff41 x", max_size=40), st.integers(480, 520))
def test_a_long_text_is_folded_as_a_short_one(text: str, before: int) -> None:
    """Where its stretches end makes no difference, not even between a letter and its accent."""
    assert folded(f"{'x' * before}{text}\uff41") == "x" * (before - 1) + folded(f"x{text}\uff41")


def test_what_is_visible_of_a_text() -> None:
    """Neither invisible characters nor signs of trade marks are there to fill an end of it."""
    assert visible("a\u200b\u00ae  b\u2122\n\u2120c") == "a b c"
    assert visible("a  b") == "a b"
