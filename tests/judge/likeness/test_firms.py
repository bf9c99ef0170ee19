from __future__ import annotations

import time

import pytest

from filter.judge.likeness.firms import ADDRESS_CHARS, CANDIDATES, Firms, firm_words, firms
from filter.judge.site import Supplier


def test_firm_words() -> None:
    """A firm's legal form is no word of its name."""
    assert firm_words("Stahlkontor Harlow GmbH & Co. KG") == firm_words("Stahlkontor Harlow Ltd.") == ("stahlkontor", "harlow")


@pytest.fixture(scope="module")
def suppliers() -> Firms:
    """The firms of a site."""
    names = ("Stahlkontor Harlow GmbH & Co. KG", "Brightwater", "Cove Ltd", "M\u00fchl & Tarrant Solicitors", "Kern & Horn GmbH")
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
        ("stahlkontor-harlow.billing-desk", ("stahlkontor", "harlow")),
        ("harlowstahlkontor", ("stahlkontor", "harlow")),
        ("stahlkontor.harlow.accounts71", ("stahlkontor", "harlow")),
        ("payments-brightwater", ("brightwater",)),
        ("stahlk0ntor22-har1ow", ("stahlkontor", "harlow")),
        ("brightwaterinvoices", ("brightwater",)),
        ("muehl-solicitors", ("muhl", "solicitors")),
        ("muhlsolicitors.desk", ("muhl", "solicitors")),
        ("kernhorn", ("kern", "horn")),
        ("mail." * 40 + "brightwater", ("brightwater",)),
    ],
)
def test_inside(suppliers: Firms, address: str, words: tuple[str, ...]) -> None:
    """Two words of a firm in an address, or its only long one, name it, however they are joined, ordered and spelt."""
    found = suppliers.inside(address)
    assert found is not None and sorted(found[1]) == sorted(words)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "anna.harlow",
        "stahlkontor-nord",
        "stahlkontors.harlowby",
        "muehl.desk",
        "tarrant.accounts",
        "cove-accounts",
        "other-solicitors",
        "solicitors.solicitors",
        "wrightwaters",
        "brightwaterfall",
        "kernel.hornby",
    ],
)
def test_not_inside(suppliers: Firms, address: str) -> None:
    """One word of several, a short one, what many firms do, and words inside of others name nobody."""
    assert suppliers.inside(address) is None


def test_the_firm_with_most_words_is_named() -> None:
    """Where two firms share a word, the one whose other word stands there too."""
    known = firms(Supplier(name, ()) for name in ("Stahlkontor Nord", "Stahlkontor Harlow", "Harlow Nord Bell"))
    assert known.inside("stahlkontor-harlow") == (Supplier("Stahlkontor Harlow", ()), ("stahlkontor", "harlow"))
    assert known.inside("harlow-nord-bell-stahlkontor") == (Supplier("Harlow Nord Bell", ()), ("harlow", "nord", "bell"))


def test_inside_bounds() -> None:
    """Of an address no more characters are read than the limit says, and of firms no more looked at: a hostile one costs little."""
    names = [f"Stahlkontor Harlow{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(600)]
    known = firms(Supplier(name, ()) for name in names)
    assert known.inside("stahlkontor.harlowaa") is not None
    assert known.inside("stahlkontor.harlowaa" + ".a" * ADDRESS_CHARS) is None
    first, beyond = (f"stahlkontor.{names[place].split()[1].lower()}" for place in (CANDIDATES - 1, CANDIDATES))
    assert known.inside(first) is not None and known.inside(beyond) is None
    start = time.perf_counter()
    known.inside("stahlkontor." * 2000)
    known.inside("stahlkontor" * 2000)
    assert time.perf_counter() - start < 0.5
