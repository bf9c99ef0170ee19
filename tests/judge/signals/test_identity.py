from __future__ import annotations

from dataclasses import replace

import pytest

from filter.judge.mail import Address, Envelope, Message
from filter.judge.parse import parse
from filter.judge.scene import Scene
from filter.judge.signals.identity import ENDING_CHARS, SIGNALS, SIGNATURE_CHARS, SIGNATURE_LINES, SUBJECT_WORDS
from filter.judge.site import NOWHERE, Site, Supplier, Vip

HERE = Site(
    domains=frozenset({"harlowvance.example"}),
    vips=(
        Vip("Anna Weiss", ("anna.weiss@harlowvance.example", "anna.weiss.home@gmail.com")),
        Vip("Karl Ehmling", ("karl@harlowvance.example",)),
    ),
    suppliers=(Supplier("Stahlkontor Wolde GmbH", ("stahlkontor-wolde.example",)),),
    freemail=frozenset({"townmail.example"}),
)
FIND = {signal.name: signal.find for signal in SIGNALS}


def found(name: str, sender: str, *, site: Site = HERE, **parts: str) -> str:
    """A signal's evidence for a mail of this From."""
    written, _, address = sender.rpartition(" <")
    local, _, domain = address.strip("<>").partition("@")
    return FIND[name](Scene(Message(sender=Address(written, local, domain), **parts), site))  # type: ignore[arg-type]


FOREIGN, FREEMAIL = "vip-name-foreign-address", "vip-name-freemail"


def test_vip_name() -> None:
    """A VIP's name at an address that is not theirs is told, as it stands or as it is written otherwise."""
    assert found(FOREIGN, "Anna Weiss <desk44@office.example>") == "display name is Anna Weiss (VIP), desk44@office.example is not theirs"
    told = found(FOREIGN, "Weiss, Anna (CEO) <desk44@gmail.com>")
    assert told == "display name Weiss, Anna (CEO) names Anna Weiss (VIP), address is not theirs"


def test_vip_name_freemail() -> None:
    """The same from freemail is told as such, also from a provider of the site's own list."""
    told = "display name names Anna Weiss (VIP), freemail address desk44@gmail.com is not theirs"
    assert found(FREEMAIL, "Anna Weiss <desk44@gmail.com>") == told
    assert found(FREEMAIL, "Anna Weiss <desk44@townmail.example>")
    assert not found(FREEMAIL, "Anna Weiss <desk44@office.example>")


@pytest.mark.parametrize("name", [FOREIGN, FREEMAIL])
@pytest.mark.parametrize(
    "sender",
    [
        "Anna Weiss <anna.weiss@harlowvance.example>",
        "Anna Weiss <Anna.Weiss.Home@gmail.com>",
        "Anna Weiss <a.weiss@mail.harlowvance.example>",
        "Anna Wolff <desk44@gmail.com>",
        "Anna Weiss <desk44>",
        " <desk44@gmail.com>",
    ],
)
def test_no_borrowed_name(name: str, sender: str) -> None:
    """A VIP's own address, an own domain, another name and a sender without a domain or name borrow nothing."""
    assert not found(name, sender)


def test_namesakes() -> None:
    """An address of either of two VIPs with one name is no foreign one."""
    site = replace(HERE, vips=(*HERE.vips, Vip("Anna Weiss", ("anna2@tidehull.example",))))
    assert not found(FOREIGN, "Anna Weiss <anna2@tidehull.example>", site=site)


def test_near_name() -> None:
    """A name a letter off a VIP's is told; the VIP's own, another one and a colleague's are not."""
    told = "display name Anna Wiess resembles Anna Weiss (VIP)"
    assert found("vip-near-name", "Anna Wiess <desk44@gmail.com>") == told
    assert not found("vip-near-name", "Anna Weiss <desk44@gmail.com>")
    assert not found("vip-near-name", "Nora Weiss <desk44@gmail.com>")
    assert not found("vip-near-name", "Anna Wiess <anna.wiess@harlowvance.example>")
    assert not found("vip-near-name", "Anna Weis <anna.weiss.home@gmail.com>")


def test_name_in_subject() -> None:
    """A VIP's name in the subject of another's mail is told; half a name, the VIP's own mail and what lies past the limit are not."""
    told = "subject has the name of Anna Weiss (VIP), sender is desk44@office.example"
    assert found("vip-name-in-subject", "Desk <desk44@office.example>", subject="Request of Anna WEISS, today") == told
    assert not found("vip-name-in-subject", "Desk <desk44@office.example>", subject="Request of Anna, Karl and Weiss")
    assert not found("vip-name-in-subject", "Desk <anna.weiss@harlowvance.example>", subject="Request of Anna Weiss")
    assert not found("vip-name-in-subject", "Desk <desk44@office.example>", subject=f"{'a ' * SUBJECT_WORDS}Anna Weiss")


LETTER = "Hello Karl,\n\nplease call me.\n\nRegards\n{}\n"


def test_signed() -> None:
    """A text that ends with a VIP's name is told where the sender is another, also above a quoted mail."""
    told = "text is signed Anna Weiss (VIP), sender is desk44@office.example"
    sender = "Desk <desk44@office.example>"
    assert found("vip-signs", sender, text=LETTER.format("Anna Weiss")) == told
    assert found("vip-signs", sender, text=LETTER.format("Dr. Anna Weiss, CEO\nHarlow Vance")) == told
    quote = "\nOn 3 May 2024 at 10:11 Karl Ehmling <karl@harlowvance.example> wrote:\n> I am here\n"
    assert found("vip-signs", sender, text=LETTER.format("Anna Weiss") + quote) == told


@pytest.mark.parametrize(
    "text",
    [
        LETTER.format("Anna Wolff"),
        LETTER.format("Managing director: Anna Weiss"),
        LETTER.format("I met Anna Weiss today"),
        LETTER.format("On 3 May 2024 at 10:11 Karl <k@office.example> wrote:\n> Anna Weiss\n"),
        "Anna Weiss,\n\nplease call me.\n",
        LETTER.format("Anna Weiss") + "line\n" * SIGNATURE_LINES,
        LETTER.format("Anna Weiss\n" + "x" * ENDING_CHARS),
        LETTER.format(f"Anna Weiss, {'x' * SIGNATURE_CHARS}"),
        "",
    ],
)
def test_not_signed(text: str) -> None:
    """Another's name, a footer, a sentence, a quoted mail, a salutation and what lies past the limits are no signature."""
    assert not found("vip-signs", "Desk <desk44@office.example>", text=text)


def test_signed_by_themselves() -> None:
    """A VIP's signature under their own mail is nothing to tell."""
    assert not found("vip-signs", "Anna <anna.weiss.home@gmail.com>", text=LETTER.format("Anna Weiss"))


def test_private_address() -> None:
    """A VIP's address outside is told as theirs; one inside, a stranger's and a site without domains have none."""
    told = "anna.weiss.home@gmail.com is a private address of Anna Weiss (VIP)"
    assert found("vip-private-address", "A <anna.weiss.home@gmail.com>") == told
    assert not found("vip-private-address", "A <anna.weiss@harlowvance.example>")
    assert not found("vip-private-address", "A <anna.weiss.home2@gmail.com>")
    assert not found("vip-private-address", "A <anna.weiss.home@gmail.com>", site=replace(HERE, domains=frozenset()))


def test_supplier_name() -> None:
    """A supplier's name from elsewhere is told; from the supplier's or an own domain, or in part, it is not."""
    told = "display name names the supplier Stahlkontor Wolde GmbH, gmail.com is not theirs"
    name = "supplier-name-foreign-address"
    assert found(name, "Stahlkontor Wolde Buchhaltung <wolde@gmail.com>") == told
    assert not found(name, "Stahlkontor Wolde <info@mail.stahlkontor-wolde.example>")
    assert not found(name, "Stahlkontor Wolde <wolde@harlowvance.example>")
    assert not found(name, "Petra Wolde <wolde@gmail.com>")
    assert found(name, "Stahlkontor Wolde <info@notstahlkontor-wolde.example>")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("From: A <a@b.example>\nFrom: C <c@d.example>\n", "2 From fields"),
        ("From: A <a@b.example>, c@d.example\n", "From has 2 addresses: a@b.example, c@d.example"),
        ('From: "a@b.example, Desk" <c@d.example>\n', ""),
        ("From: A <a@b.example>, A <A@b.example>\n", ""),
        ("From: A (c@d.example, Desk) <a@b.example>\n", ""),
        ("From: A <a@b.example>\n", ""),
        ("From: ,@@, ,\n", ""),
        ("To: A <a@b.example>\n", ""),
    ],
)
def test_several_from(head: str, told: str) -> None:
    """Several From fields or addresses are told; a comma in a quoted name or a comment and one address twice are not."""
    assert FIND["several-from"](Scene(parse(f"{head}\nHello\n".encode()))) == told


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ('"The Shop", "The Shop" <a@b.example>', "The Shop"),
        ("Service,\n <a@b.example>, Service, <a@b.example>", "Service"),
        ('"The Shop"<>4711<a@b.example>', "The Shop"),
        ("Shop <>, a@b.example", "Shop"),
        ('"c@d.example", <a@b.example>', "c@d.example"),
        ('C <c@d.example>, "The Shop", <a@b.example>', "The Shop"),
        ("Brook, Ann <a@b.example>", ""),
        ('"Brook, Ann" <a@b.example>', ""),
        ('"Ann" <a@b.example>, "Bob" <c@d.example>', ""),
        ("a@b.example (Ann, <x>)", ""),
        ("Ann <>", ""),
        ("Ann, Bob", ""),
        ("", ""),
    ],
)
def test_a_name_apart(value: str, name: str) -> None:
    """A name, in quotes or not, where an address had to follow, and empty brackets; not a surname before a comma, nor a field without
    any address, as archives write it that hide them."""
    evidence = f"From has the name {name} by itself, without an address" if name else ""
    assert FIND["from-name-apart"](Scene(parse(f"From: {value}\n\nHello\n".encode()))) == evidence


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("bounce@mailer.example", "From is of office.example, envelope sender of mailer.example"),
        ("bounce@mail.office.example", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_not_envelope(path: str | None, told: str) -> None:
    """An envelope sender of another owner is told; the null sender, an unknown one and the same owner's are not."""
    message = Message(sender=Address("", "desk", "office.example"))
    assert FIND["from-not-envelope"](Scene(message, envelope=Envelope(sender=path))) == told
    assert not FIND["from-not-envelope"](Scene(message))


def test_own_and_freemail() -> None:
    """An own domain and a freemail provider in From are told, each where it is so."""
    assert found("own-domain-sender", "A <a@harlowvance.example>") == "From claims the own domain harlowvance.example"
    assert found("freemail-sender", "A <a@gmail.com>") == "sender writes from freemail gmail.com"
    assert not found("own-domain-sender", "A <a@notharlowvance.example>") and not found("freemail-sender", "A <a@office.example>")


def test_silent() -> None:
    """A mail without a sender and a site that knows nobody say nothing of anybody."""
    letter = Message(sender=Address("Anna Weiss", "desk", "office.example"), subject="Anna Weiss", text=LETTER.format("Anna Weiss"))
    assert not any(find(Scene(replace(letter, sender=None, subject=""), HERE)) for find in FIND.values())
    assert not any(find(Scene(letter, NOWHERE)) for find in FIND.values())
