from __future__ import annotations

import time

import pytest

from filter.judge.mail import Address, Message
from filter.judge.scene import Scene
from filter.judge.signals.lookalike import CORRESPONDENTS, OWN_NAMES, SIGNALS
from filter.judge.site import NOWHERE, Site, Supplier

HERE = Site(
    domains=frozenset({"harlowvance.example"}),
    suppliers=(Supplier("Stahlkontor Wolde", ("stahlkontor-wolde.example", "harlow-vance.example")),),
)
FIND = {signal.name: signal.find for signal in SIGNALS}


def found(name: str, sender: str, *to: str, text: str = "", site: Site = HERE) -> str:
    """A signal's evidence for a mail from this address to those."""
    local, _, domain = sender.rpartition("@")
    recipients = tuple(Address("", *address.split("@")) for address in to)
    return FIND[name](Scene(Message(sender=Address("", local, domain), recipients=recipients, text=text), site))


def test_own() -> None:
    """A domain that could be taken for the own one is told, with what differs."""
    told = "sender's domain har1owvance.example looks like the own harlowvance.example (look-alike letters)"
    assert found("lookalike-own-domain", "a@har1owvance.example") == told


def test_supplier() -> None:
    """A domain that could be taken for a supplier's is told, with what differs."""
    told = "sender's domain stahlkontor-wo1de.example looks like the supplier's stahlkontor-wolde.example (look-alike letters)"
    assert found("lookalike-supplier", "a@stahlkontor-wo1de.example") == told


@pytest.mark.parametrize(
    "name",
    ["lookalike-own-domain", "lookalike-supplier", "lookalike-correspondent", "misspelt-correspondent", "own-name-in-foreign-domain"],
)
@pytest.mark.parametrize(
    "domain", ["harlowvance.example", "mail.harlowvance.example", "harlow-vance.example", "tidehull.example", "gmail.com", ""]
)
def test_no_lookalike(name: str, domain: str) -> None:
    """An own domain, a supplier's, a provider's, one that is like none, and none at all, are no imitation."""
    assert not found(name, f"a@{domain}", "b@harlowvance.example", "c@gmai1.com", text="c@stahlkontor-wolde.example")


def test_correspondent() -> None:
    """A domain like that of a recipient or of an address in the text is told, freemail and what lies past the limit aside."""
    told = "sender's domain tidehul1.example looks like another in this mail: tidehull.example (look-alike letters)"
    assert found("lookalike-correspondent", "a@tidehul1.example", "b@tidehull.example", site=NOWHERE) == told
    assert found("lookalike-correspondent", "a@tidehul1.example", text="From: B <b@TideHull.example>", site=NOWHERE) == told
    assert not found("lookalike-correspondent", "a@gmai1.com", "b@gmail.com", site=NOWHERE)
    many = "".join(f"x@other{number}.example " for number in range(CORRESPONDENTS))
    assert not found("lookalike-correspondent", "a@tidehul1.example", text=f"{many} b@tidehull.example", site=NOWHERE)


def test_misspelt() -> None:
    """A domain that differs from a recipient's by letters, a hyphen or the ending is told; one that adds a word is a lookalike only."""
    for domain in ("tidehul1.example", "tide-hull.example", "tidehull.test"):
        assert found("misspelt-correspondent", f"a@{domain}", "b@tidehull.example", site=NOWHERE)
    for domain in ("tidehull-group.example", "tidehull-hk.example", "gruppo-tidehull.example"):
        assert found("lookalike-correspondent", f"a@{domain}", "b@tidehull.example", site=NOWHERE)
        assert not found("misspelt-correspondent", f"a@{domain}", "b@tidehull.example", site=NOWHERE)
    assert not found("misspelt-correspondent", "a@tidehull.example", "b@tidehull.example", site=NOWHERE)


def test_punycode() -> None:
    """A punycode domain is told with what a reader sees; a plain one is not."""
    told = "sender's domain xn--mller-kva.example is shown as m\u00fcller.example"
    assert found("punycode-sender", "a@xn--mller-kva.example") == told
    assert not found("punycode-sender", "a@mueller.example")


def test_mixed() -> None:
    """Letters of two scripts in a domain are told, in punycode or not; accents are not."""
    written = "h\u0430rlow"
    puny = f"xn--{written.encode('punycode').decode()}.example"
    told = f"sender's domain {written}.example mixes kinds of letters"
    assert found("mixed-script-domain", f"a@{puny}") == found("mixed-script-domain", f"a@{written}.example") == told
    assert not found("mixed-script-domain", "a@xn--mller-kva.example")


def test_in_local() -> None:
    """The name of an own or a recipient's domain in a foreign local part is told."""
    told = "sender's local part harlow.vance-payments holds the name of harlowvance.example"
    assert found("recipient-domain-in-local", "Harlow.Vance-payments@gmail.com") == told
    assert found("recipient-domain-in-local", "pay.tidehull@gmail.com", "b@tidehull.example", site=NOWHERE)


@pytest.mark.parametrize(
    ("sender", "to"),
    [
        ("harlowvance@harlowvance.example", ()),
        ("tidehull@tidehull.example", ("b@tidehull.example",)),
        ("gmail.desk@office.example", ("b@gmail.com",)),
        ("cove.desk@gmail.com", ("b@cove.example",)),
        ("harlow.desk@gmail.com", ()),
        ("hv@gmail.com", ()),
    ],
)
def test_not_in_local(sender: str, to: tuple[str, ...]) -> None:
    """Its owner's own local part, a provider's name, a short name and a part of one are not."""
    assert not found("recipient-domain-in-local", sender, *to)


def test_name_inside() -> None:
    """The own name as a label or a word of a foreign domain is told; inside another word it is not."""
    told = "sender's domain harlowvance.helpdesk.example has the name of the own domain harlowvance.example"
    assert found("own-name-in-foreign-domain", "a@harlowvance.helpdesk.example") == told
    assert found("own-name-in-foreign-domain", "a@pay-harlowvance-desk.example")
    assert not found("own-name-in-foreign-domain", "a@newharlowvances.example")
    assert not found("own-name-in-foreign-domain", "a@harlowvance.helpdesk.example", site=NOWHERE)


def test_supplier_inside() -> None:
    """Words of a supplier's name below a foreign domain, or beside others, are told; its own domain, another's and freemail are not."""
    told = "sender's domain wolde-stahlkontor.desk.example has words of the supplier Stahlkontor Wolde: wolde, stahlkontor"
    assert found("supplier-name-in-foreign-domain", "a@wolde-stahlkontor.desk.example") == told
    assert found("supplier-name-in-foreign-domain", "a@woldestahlkontor22.example")
    assert not found("supplier-name-in-foreign-domain", "a@stahlkontor22.example")
    for domain in ("stahlkontor-wolde.example", "mail.stahlkontor-wolde.example", "wolde.example", "wolde.stahlkontor", "gmail.com", ""):
        assert not found("supplier-name-in-foreign-domain", f"a@{domain}")
    assert not found("supplier-name-in-foreign-domain", "a@wolde-stahlkontor.desk.example", site=NOWHERE)


def test_supplier_in_local() -> None:
    """Words of a supplier's name in a freemail address are told; at a domain of somebody's own, or one short word of it, they are not."""
    told = "freemail address wolde.stahlkontor7@gmail.com has words of the supplier Stahlkontor Wolde: wolde, stahlkontor"
    assert found("supplier-name-in-local", "wolde.stahlkontor7@gmail.com") == told
    assert not found("supplier-name-in-local", "wolde.stahlkontor7@tidehull.example")
    assert not found("supplier-name-in-local", "anna.wolde7@gmail.com")
    assert not found("supplier-name-in-local", "wolde.stahlkontor7@gmail.com", site=NOWHERE)


def test_cheap() -> None:
    """A much abused ending is told; the same word elsewhere in a domain is not."""
    assert found("cheap-tld", "a@tidehull.top") == "sender's domain tidehull.top ends in .top, much abused"
    assert not found("cheap-tld", "a@top.example") and not found("cheap-tld", "a@")


def test_bounds() -> None:
    """No more own names are looked for than the limit, and a hostile domain costs little."""
    site = Site(domains=frozenset(f"harlow{number:03}vance.example" for number in range(OWN_NAMES + 1)))
    assert found("recipient-domain-in-local", "harlow099vance@gmail.com", site=site)
    assert not found("recipient-domain-in-local", "harlow100vance@gmail.com", site=site)
    start = time.perf_counter()
    for name in FIND:
        found(name, f"{'harlow' * 600}@{'harlow-' * 400}.{'a.' * 400}top", text="a@b-c." * 2000)
    assert time.perf_counter() - start < 0.2
