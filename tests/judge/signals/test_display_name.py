from __future__ import annotations

import pytest

from filter.judge.likeness.names import NAME_CHARS
from filter.judge.mail import Address, Message
from filter.judge.scene import Scene
from filter.judge.signals.display_name import RECIPIENTS, SIGNALS
from filter.judge.site import NOWHERE, Site, Vip

HERE = Site(
    domains=frozenset({"harlowvance.example"}),
    vips=(Vip("Anna Weiss", ("anna.weiss@harlowvance.example", "anna.weiss.home@gmail.com")),),
)
FIND = {signal.name: signal.find for signal in SIGNALS}


def found(signal: str, name: str, address: str, *to: Address, site: Site = HERE) -> str:
    """A signal's evidence for a mail of this display name and address."""
    local, _, domain = address.rpartition("@")
    return FIND[signal](Scene(Message(sender=Address(name, local, domain), recipients=to), site))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Anna Weiss, CEO", "ceo"),
        ("Gesch\u00e4ftsf\u00fchrer Anna Weiss", "geschaftsfuhrer"),
        ("Anna Weiss (PDG)", "pdg"),
        ("Director General", "director general"),
        ("L'amministratore delegato", "amministratore delegato"),
        ("Directeur Harlow", "directeur"),
        ("Prezes zarz\u0105du", "prezes zarzadu"),
        ("Diretora Financeira", "diretora financeira"),
        ("Algemeen directeur", "algemeen directeur"),
    ],
)
def test_title(name: str, word: str) -> None:
    """An executive's title in the display name is told in eight languages."""
    assert found("title-in-name", name, "a@office.example") == f"display name {name} has the title word {word}"


@pytest.mark.parametrize("name", ["", "Anna Weiss", "Dr. Anna Weiss", "Oceo Weiss", "Chief Harlow", "Directory Desk"])
def test_no_title(name: str) -> None:
    """Courtesy titles and words that only hold a title's letters are none."""
    assert not found("title-in-name", name, "ceo@gmail.com")


@pytest.mark.parametrize("local", ["ceo123", "office.ceo", "director.desk", "ceodesk", "geschaeftsfuehrung.hv", "a_pdg"])
def test_title_local(local: str) -> None:
    """A title in a freemail local part is told; at a firm's domain it is not."""
    assert found("title-local-part", "", f"{local}@gmail.com").startswith(f"freemail address {local}@gmail.com has the title word ")
    assert not found("title-local-part", "", f"{local}@office.example")


@pytest.mark.parametrize("local", ["ceola.harlow", "directors", "anna.weiss", "rocio"])
def test_no_title_local(local: str) -> None:
    """Letters inside a longer word are no title."""
    assert not found("title-local-part", "", f"{local}@gmail.com")


def test_address_in_name() -> None:
    """Another owner's address in the display name is told; the sender's own and one past the limit are not."""
    told = "display name holds anna@tidehull.example, sender is desk@gmail.com"
    assert found("address-in-name", "Anna (anna@tidehull.example)", "desk@gmail.com") == told
    assert not found("address-in-name", "anna@tidehull.example", "desk@mail.tidehull.example")
    assert not found("address-in-name", "Anna @ Tidehull", "desk@gmail.com")
    assert not found("address-in-name", f"{'a ' * NAME_CHARS}anna@tidehull.example", "desk@gmail.com")


def test_own_domain_in_name() -> None:
    """An own address or domain in the display name of a sender from elsewhere is told; from an own domain it is not."""
    signal = "own-domain-in-name"
    assert (
        found(signal, "anna@harlowvance.example", "d@gmail.com")
        == "display name holds the own anna@harlowvance.example, sender is d@gmail.com"
    )
    assert (
        found(signal, "HarlowVance.example Desk", "d@gmail.com") == "display name holds the own HarlowVance.example, sender is d@gmail.com"
    )
    assert not found(signal, "harlowvance.example", "anna@mail.harlowvance.example")
    assert not found(signal, "notharlowvance.example", "d@gmail.com")
    assert not found(signal, "harlowvance.example", "d@gmail.com", site=NOWHERE)


def test_other_domain_in_name() -> None:
    """A domain in the display name that is not the sender's is told; one of the same owner and a name with a dot are not."""
    signal = "name-domain-mismatch"
    assert (
        found(signal, "Tidehull.example Orders", "d@office.example")
        == "display name holds Tidehull.example, sender's domain is office.example"
    )
    assert not found(signal, "Tidehull.example Orders", "d@mail.tidehull.example")
    assert not found(signal, "anna.weiss", "d@office.example")
    assert not found(signal, "anna@tidehull.example", "d@office.example")
    assert not found(signal, "Dr.Weiss St.Harlow", "d@office.example")


KARL = Address("Karl Ehmling", "karl", "harlowvance.example")
ANNA = Address("", "anna.weiss", "harlowvance.example")


def test_recipient() -> None:
    """A display name that is a recipient's name or address is told, by the header or by the site's VIPs."""
    signal = "name-is-recipient"
    assert (
        found(signal, "Ehmling, Karl", "d@gmail.com", KARL)
        == "display name Ehmling, Karl is that of the recipient karl@harlowvance.example"
    )
    assert (
        found(signal, "Anna Weiss", "d@gmail.com", ANNA)
        == "display name Anna Weiss is that of the recipient anna.weiss@harlowvance.example"
    )
    assert (
        found(signal, "KARL@harlowvance.example", "d@gmail.com", KARL)
        == "display name holds the recipient's address karl@harlowvance.example"
    )


@pytest.mark.parametrize(
    ("name", "address", "to"),
    [
        ("Karl Ehmling", "karl@harlowvance.example", (KARL,)),
        ("Anna Weiss", "anna.weiss.home@gmail.com", (ANNA,)),
        ("Karl Bell", "d@gmail.com", (KARL,)),
        ("", "d@gmail.com", (KARL, ANNA)),
        ("Desk", "d@gmail.com", (Address("Desk", "x", "office.example"),)),
        ("Karl Ehmling", "d@gmail.com", (ANNA,) * RECIPIENTS + (KARL,)),
        ("Karl Ehmling", "d@gmail.com", ()),
    ],
)
def test_no_recipient(name: str, address: str, to: tuple[Address, ...]) -> None:
    """A mail to oneself, another name, a name of one word and a recipient past the limit are not."""
    assert not found("name-is-recipient", name, address, *to)


def test_confusable() -> None:
    """Letters of two scripts in one word of the name are told; a name in its own script is not."""
    assert found("confusable-name", "Ann\u0430 Weiss", "d@gmail.com") == "display name Ann\u0430 Weiss mixes kinds of letters in one word"
    assert not found("confusable-name", "\u0410\u043d\u043d\u0430 Wei\u00df", "d@gmail.com")


def test_odd_local() -> None:
    """A person's name on a freemail address with nothing of it is told."""
    told = "freemail address officemail.desk@gmail.com has nothing of the name Anna Weiss"
    assert found("person-name-odd-local", "Anna Weiss", "officemail.desk@gmail.com") == told


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Anna Weiss", "annaw81@gmail.com"),
        ("Anna Weiss", "aw1981@gmail.com"),
        ("Anna Weiss", "w.a.1981@gmail.com"),
        ("Anna Weiss", "mrs_weiss@gmail.com"),
        ("J\u00fcrgen B\u00e4r", "juergen@gmail.com"),
        ("Anna Weiss", "officemail.desk@office.example"),
        ("Accounts", "officemail.desk@gmail.com"),
        ("", "officemail.desk@gmail.com"),
    ],
)
def test_no_odd_local(name: str, address: str) -> None:
    """A word or the initials of the name suffice; a firm's domain and a name that is no person's are not compared."""
    assert not found("person-name-odd-local", name, address)
