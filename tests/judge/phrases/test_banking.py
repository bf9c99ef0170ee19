from __future__ import annotations

import time

import pytest

from filter.judge.phrases.banking import NUMBERS, account_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gb82 west 1234 5698 7654 32", "IBAN GB82 WEST 1234 5698 7654 32"),
        ("konto de89370400440532013000, danke", "IBAN DE89370400440532013000"),
        ("iban de41 6005 0101 7731 2094 18 eine kurze antwort", "IBAN DE41 6005 0101 7731 2094 18"),
        ("routing 041207836 account 70028841173", "routing number 041207836 and an account number"),
        ("account 70028841173 routing 041207836", "routing number 041207836 and an account number"),
        ("clabe 012 680 00150923347 1", "CLABE 012 680 00150923347 1"),
        ("sort code 09-01-99", "sort code 09-01-99"),
        ("bsb 814-297 acct 5119 0382", "sort code 814-297"),
        ("it is now 60-83-71 / 20419936", "sort code 60-83-71"),
    ],
)
def test_told(text: str, told: str) -> None:
    """An account number is told as it is written, by its kind."""
    assert account_in(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "de41 6005 0101 7731 2094 18",
        "gb82 west 1234 5698 7654 3",
        "konto de89 3704 0044 0532 0130 00ab",
        "part no zz82 west 1234 5698 7654 32 at the bank",
        "the routing of parcels takes 3 days",
        "on 12-05-24 we met",
        "",
    ],
)
def test_not_told(text: str) -> None:
    """A number that does not check where nothing speaks of banks, is too short or too long, or is of no country, is none."""
    assert account_in(text) == ""


def test_bound() -> None:
    """So many candidates are looked at, and no more."""
    wrong, right = "gb00 west 1234 5698 7654 32. ", "gb82 west 1234 5698 7654 32"
    assert account_in(wrong * (NUMBERS - 1) + right)
    assert account_in(wrong * NUMBERS + right) == ""


def test_hostile() -> None:
    """A text of beginnings is read in bounded time."""
    start = time.process_time()
    for beginning in ("gb82 west ", "routing ", "account 1234 ", "clabe 1 2 3 ", "sort code "):
        account_in(beginning * 1600)
    assert time.process_time() - start < 2
