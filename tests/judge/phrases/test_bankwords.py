from __future__ import annotations

import pytest
import re2

from filter.judge.phrases import bankwords
from filter.judge.search.notation import phrases, spelt


def _found(part: str, text: str) -> bool:
    (phrase,) = phrases([f"zahlwort {part}"])
    return bool(re2.search(phrase.pattern.encode(), b" ".join(spelt(f"zahlwort {text}"))))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (bankwords.IBAN, "gb82 west 1234 5698 7654 32"),
        (bankwords.IBAN, "de89370400440532013000"),
        (bankwords.EN_NUMBER, "sort code 20-11-45"),
        (bankwords.EN_NUMBER, "05-99-71 / 3390 4418"),
        (bankwords.EN_NUMBER, "routing number 041207836"),
        (bankwords.PL_NUMER, "31 1050 1445 1000 0097"),
        (bankwords.EN_ACCOUNT, "remittance details"),
        (bankwords.DE_KONTO, "bankverbindung"),
        (bankwords.IT_CONTO, "c/c"),
    ],
)
def test_found(part: str, text: str) -> None:
    """Names and numbers of accounts are found as they are written."""
    assert _found(part, text)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (bankwords.IBAN, "2024 1234 5678"),
        (bankwords.EN_NUMBER, "routing of parcels"),
        (bankwords.PL_NUMER, "31 10 1445"),
        (bankwords.EN_ACCOUNT, "account manager"),
    ],
)
def test_not_found(part: str, text: str) -> None:
    """Other numbers and words are none."""
    assert not _found(part, text)
