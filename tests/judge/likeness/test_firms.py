from __future__ import annotations

import time

import pytest

from filter.judge.likeness.firms import ADDRESS_CHARS, Firms, firm_words, firms
from filter.judge.site import Supplier


def test_firm_words() -> None:
    """A firm's legal form is no word of its name."""
    assert firm_words("Stahlkontor Harlow GmbH & Co. KG") == firm_words("Stahlkontor Harlow Ltd.") == ("stahlkontor", "harlow")


@pytest.fixture(scope="module")
def suppliers() -> Firms:
    """The firms of a site."""
    names = ("Stahlkontor Harlow GmbH & Co. KG", "Brightwater", "Cove Ltd", "M\u00fchl & Tarrant Solicitors")
    return firms(Supplier(name, ()) for name in names)


@pytest.mark.parametrize(
    ("name", "firm"),
    [
        ("Stahlkontor Harlow", "Stahlkontor Harlow GmbH & Co. KG"),
        ("Anna Weiss, Stahlkontor Harlow GmbH", "Stahlkontor Harlow GmbH & Co. KG"),
        ("STAHLKONTOR HARLOW Buchhaltung", "Stahlkontor Harlow GmbH & Co. KG"),
        ("Brightwater AG", "Brightwater"),
    ],
)
def test_firm(suppliers: Firms, name: str, firm: str) -> None:
    """A firm is named by all its words in their order, whatever its legal form."""
    found = suppliers.named(name)
    assert found is not None and found.name == firm


@pytest.mark.parametrize("name", ["", "Anna Harlow", "Harlow Stahlkontor", "Stahlkontor", "Anna Brightwater", "Cove"])
def test_no_firm(suppliers: Firms, name: str) -> None:
    """Some of a firm's words, a person of its name and a name too short are no firm."""
    assert suppliers.named(name) is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("stahlkontor-harlow.billing-desk.example", ("stahlkontor", "harlow")),
        ("harlowstahlkontor.example", ("stahlkontor", "harlow")),
        ("harlow-stahl.brightwater-rechnung.example", ("brightwater",)),
        ("brightwater22.pay@example", ("brightwater",)),
        ("muehl-solicitors.example", ("muhl", "solicitors")),
        ("muhlsolicitors.desk", ("muhl", "solicitors")),
        ("tarrant.accounts", ("tarrant",)),
        ("brlghtwater.brightwater", ("brightwater",)),
    ],
)
def test_inside(suppliers: Firms, address: str, words: tuple[str, ...]) -> None:
    """Two words of a firm in an address, or a long one alone, name it, however they are joined, ordered and spelt."""
    found = suppliers.inside(address)
    assert found is not None and sorted(found[1]) == sorted(words)


@pytest.mark.parametrize(
    "address",
    ["", "anna.harlow", "muehl.desk", "cove-accounts.example", "other-solicitors.example", "solicitors.solicitors", "wrightwaters.example"],
)
def test_not_inside(suppliers: Firms, address: str) -> None:
    """A short word alone, what many firms do, and words in the middle of others name nobody."""
    assert suppliers.inside(address) is None


def test_inside_bounds() -> None:
    """Of an address no more characters are read than the limit says, and a hostile one among thousands of firms costs little."""
    known = firms(Supplier(f"Stahlkontor Harlow{number}", ()) for number in range(2000))
    assert known.inside("a." * ADDRESS_CHARS + "stahlkontor") is None
    start = time.perf_counter()
    assert known.inside("stahlkontor." * 2000) is not None
    assert time.perf_counter() - start < 0.5
