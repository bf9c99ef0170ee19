from __future__ import annotations

import pytest
from configured import loaded, problems

from filter.config.schema import Config
from filter.config.site import NAME_CHARS, SiteSection, name_key

VIP = '[[site.vip]]\nname = "Ann Example"\naddresses = ["ann@firm.example"]\n'
SUPPLIER = '[[site.supplier]]\nname = "Paper Ltd"\ndomains = ["paper.example"]\n'


def test_nothing_said_is_nothing_known() -> None:
    """A configuration without the section is one whose section is empty."""
    assert Config().site == SiteSection() == loaded("[site]").site
    assert Config().site.folder is None


def test_what_is_said_is_kept_in_one_spelling() -> None:
    """Domains, addresses and authserv-ids are kept in lower case, without the final dot and each once; names with single spaces."""
    site = loaded(
        '[site]\ndomains = ["Firm.Example."]\nauthserv_ids = ["MX.firm.example"]\nfreemail = ["post.example"]\nfolder = "lists"\n'
        '[[site.vip]]\nname = " Ann   Example "\naddresses = ["Ann@Firm.example", "ann@firm.example", "a.e+x@gmail.com"]\n' + SUPPLIER
    ).site
    assert (site.domains, site.authserv_ids, site.freemail) == (("firm.example",), ("mx.firm.example",), ("post.example",))
    assert str(site.folder) == "lists"
    assert [(one.name, one.addresses) for one in site.vip] == [("Ann Example", ("ann@firm.example", "a.e+x@gmail.com"))]
    assert [(one.name, one.domains) for one in site.supplier] == [("Paper Ltd", ("paper.example",))]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[site]\ndomain = []", "site.domain: unknown key; did you mean site.domains?"),
        ("[site]\nvips = []", "site.vips: unknown key; did you mean site.vip?"),
        (f"{VIP}adresses = []", "site.vip.0.adresses: unknown key; did you mean site.vip.addresses?"),
        ('[site.vip]\nname = "Ann"', "site.vip: expected a list of tables; write [[site.vip]]"),
        ('[site.supplier]\nname = "Ann"', "site.supplier: expected a list of tables; write [[site.supplier]]"),
        ('[[site.vip]]\nname = "Ann"', "site.vip.0.addresses: Field required"),
        ('[[site.vip]]\nname = "Ann"\naddresses = []', "site.vip.0.addresses: expected at least one, not []"),
        ('[[site.supplier]]\nname = "Ann"\ndomains = []', "site.supplier.0.domains: expected at least one, not []"),
    ],
)
def test_a_wrong_table_is_told_with_the_right_one(text: str, problem: str) -> None:
    """A key nobody knows, a table that should be a list, and one that lacks what it is for are told by path."""
    assert problems(text) == (problem,)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("firm", "expected a domain such as example.org"),
        ("firm..example", "expected a domain such as example.org"),
        ("-firm.example", "expected a domain such as example.org"),
        ("fi rm.example", "expected a domain such as example.org"),
        ("a." * 130 + "example", "expected a domain such as example.org"),
        (".firm.example", "did you mean firm.example?"),
        ("*.firm.example", "did you mean firm.example?"),
        ("ann@firm.example", "ann@firm.example is an address; did you mean firm.example?"),
        ("bücher.example", "did you mean xn--bcher-kva.example?"),
        ("gmail.com", "gmail.com is a freemail provider's"),
        ("co.uk", "co.uk is an ending under which anybody may have a domain"),
    ],
)
def test_what_is_no_domain_of_ones_own_is_told(value: str, told: str) -> None:
    """What is no domain is refused with the nearest one; so is a domain that everybody writes from, for the site and for a supplier."""
    for text, path in (
        (f'[site]\ndomains = ["{value}"]', "site.domains.0"),
        (SUPPLIER.replace("paper.example", value), "site.supplier.0.domains.0"),
    ):
        (problem,) = problems(text)
        assert problem.startswith(f"{path}: ")
        assert told in problem


@pytest.mark.parametrize(
    "value", ["ann", "ann@", "@firm.example", "Ann <ann@firm.example>", "a b@firm.example", "a@b@firm.example", "a@firm"]
)
def test_what_is_no_address_is_told(value: str) -> None:
    """A VIP's address has a local part and a domain, and nothing around them."""
    (problem,) = problems(VIP.replace("ann@firm.example", value))
    assert problem.startswith("site.vip.0.addresses.0: expected a")


@pytest.mark.parametrize("value", ["", "a b", "mx; spf=pass", "spf=pass"])
def test_what_is_no_authserv_id_is_told(value: str) -> None:
    """It is one word, as it opens the field."""
    (problem,) = problems(f'[site]\nauthserv_ids = ["{value}"]')
    assert problem.startswith("site.authserv_ids.0: expected the first word of Authentication-Results")


@pytest.mark.parametrize("value", ["", " ", "123", "a" * (NAME_CHARS + 1), "ann@firm.example"])
def test_what_is_no_name_is_told(value: str) -> None:
    """A name has a letter, a bounded length, and is no address."""
    (problem,) = problems(VIP.replace("Ann Example", value))
    assert problem.startswith("site.vip.0.name: expected a name")
    assert loaded(VIP.replace("Ann Example", "a" * NAME_CHARS)).site.vip


def test_a_name_stands_once() -> None:
    """Two tables for one name, however it is spelt, are refused: which of them held would be left to chance."""
    told = "stands there twice; put all of theirs into one table"
    assert problems(VIP + VIP.replace("Ann Example", "EXAMPLE Ánn")) == (f"site.vip: EXAMPLE Ánn {told}",)
    assert problems(SUPPLIER + SUPPLIER) == (f"site.supplier: Paper Ltd {told}",)
    assert len(loaded(VIP + VIP.replace("Ann Example", "Anne Example")).site.vip) == 2


def test_the_site_is_not_its_own_supplier() -> None:
    """A supplier's domain that is one of the site's own would make everybody inside a supplier."""
    assert problems('[site]\ndomains = ["paper.example"]\n' + SUPPLIER) == (
        "site: supplier Paper Ltd has paper.example, which is one of the site's own domains",
    )


def test_spellings_of_one_name_share_a_key() -> None:
    """Case, accents and the order of the words do not count; other words do."""
    assert name_key("Weiß-Müller  Anna") == name_key("anna weiß-muller") != name_key("anna weiss")
