from __future__ import annotations

from typing import Any

import pytest

from filter.judge.site import NOWHERE, Site, Supplier, Vip
from filter.store.rulelint import LintError, Place
from filter.store.rulesamples import site_of

PLACE = Place("samples.toml")
ANNA = {"name": "Anna  Weiss", "addresses": ["Anna@own.example"]}


def test_every_key_becomes_a_fact() -> None:
    """As the configuration would keep them; what is not there is empty."""
    table = {
        "domains": ["Own.example"],
        "authserv_ids": ["MX.own.example"],
        "freemail": ["mail.example"],
        "vip": [ANNA],
        "supplier": [{"name": "Kestrel", "domains": ["kestrel.example", "k.example"]}],
    }
    assert site_of(PLACE, table) == Site(
        frozenset({"own.example"}),
        (Vip("Anna Weiss", ("anna@own.example",)),),
        (Supplier("Kestrel", ("kestrel.example", "k.example")),),
        frozenset({"mx.own.example"}),
        frozenset({"mail.example"}),
    )
    assert site_of(PLACE, {}) == NOWHERE


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ({"domians": ["a.example"]}, "domians is not known; the nearest is 'domains'"),
        ({"domains": "a.example"}, "domains must be a list of texts"),
        ({"domains": ["a.example", "a@b.example"]}, "domains[1] 'a@b.example': "),
        ({"vip": 3}, "vip must be tables"),
        ({"vip": [ANNA, {"name": "B"}]}, "vip[1].addresses is missing"),
        ({"vip": [{**ANNA, "adress": 1}]}, "vip[0].adress is not known; the nearest is 'addresses'"),
        ({"supplier": [{"name": "Kestrel", "domains": ["gmail.com"]}]}, "supplier[0].domains[0] 'gmail.com': "),
        ({"supplier": [{"name": 3, "domains": ["a.example"]}]}, "supplier[0].name must be text"),
    ],
)
def test_a_fault_names_its_key(table: dict[str, Any], line: str) -> None:
    """With what would do, in the words that the configuration has for it."""
    with pytest.raises(LintError) as caught:
        site_of(PLACE, table)
    assert [told.removeprefix("samples.toml:1: ").startswith(line) for told in caught.value.lines] == [True]
