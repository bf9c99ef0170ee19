from __future__ import annotations

import pytest

from filter.judge.search.negation import negated


def undone(text: str, find: str) -> bool:
    """Whether a find in a text is negated."""
    start = text.index(find)
    return negated(text.encode(), start, start + len(find))


@pytest.mark.parametrize(
    "text",
    [
        "we did not buy vouchers",
        "never on a friday, they say, buy vouchers",
        "wir haben keine buy vouchers",
        "nie n est pas buy vouchers",
        "no pedimos buy vouchers",
        "non e buy vouchers",
        "geen buy vouchers",
        "zadnych buy vouchers",
    ],
)
def test_negated(text: str) -> None:
    """A negation in the clause before, or "never" in the sentence, in each language."""
    assert undone(text, "buy vouchers")


@pytest.mark.parametrize(
    "text",
    [
        "buy vouchers",
        "it is not far. buy vouchers",
        "not now, buy vouchers",
        "i could not reach you buy vouchers",
        "do not forget to buy vouchers",
        "no subject buy vouchers",
        "geen onderwerp buy vouchers",
        "nicht nur buy vouchers",
    ],
)
def test_not_negated(text: str) -> None:
    """A negation of something else, of another clause, or one that asks all the more."""
    assert not undone(text, "buy vouchers")


def test_within() -> None:
    """A negation inside what was found."""
    assert undone("buy no vouchers but never tell", "buy no vouchers but never tell")
