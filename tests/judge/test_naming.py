from __future__ import annotations

from dataclasses import replace

import pytest

from filter.judge.features import extract, normalise
from filter.judge.limits import HOST_LABELS
from filter.judge.links import host
from filter.judge.mail import Address, Link, Message
from filter.judge.naming import TOKENS, tokens

SHOP = Address("Velora Garden", "news", "velora-garden.example")
FREE = Address("Ann Kerr", "ann", "gmail.com")
BOB = Address("Bo Lund", "blund7", "lundcofirm.example")


def told(message: Message) -> list[str]:
    """The tokens of a message, its text and subject normalised as features are; none that `TOKENS` does not know."""
    found = list(tokens(message, normalise(message.text), normalise(message.subject)))
    assert set(found) <= TOKENS
    return found


def links(*urls: str) -> tuple[Link, ...]:
    return tuple(Link(url, host(url), "here") for url in urls)


def own(domain: str, name: str = "") -> Address:
    return Address(name, "a", domain)


@pytest.mark.parametrize(
    ("sender", "text", "how"),
    [
        (SHOP, "Your order from Velora Garden", "named"),
        (SHOP, "Your order from V\u00e9lora-Garden's shop", "named"),
        (own("veloragarden.example"), "Velora Garden", "named"),
        (SHOP, "Velora thanks you", "named in part"),
        (SHOP, "Your order", "not named"),
        (SHOP, "See https://velora-garden.example/x or write to a@velora-garden.example", "not named"),
        (SHOP, "See www.velora-garden.example/velora, http://velora-garden or velora-garden.example/x", "not named"),
        (SHOP, "\u4e2dwww.velora-garden.example\u4e2d velora garden", "named"),
        (SHOP, "Your Velora-Garden.example order", "named"),
        (SHOP, "Thank you.Velora Garden", "named"),
        (SHOP, "\u201cVelora Garden\u201d \u00ae", "named"),
        (SHOP, "Your order at Velora Garden\u2122, thank you", "named"),
        (own("velora.example"), "Velora\u00ae thanks", "named"),
        (SHOP, "Velora Garden\u69d8", "named"),
        (own("mueller-bau.example"), "M\u00fcller Bau sagt", "named"),
        (own("muellerbau.example"), "Mu\u0308ller Bau sagt", "named"),
        (own("mueller-bau.example"), "Herr M\u00fcller", "named in part"),
        (own("stroemgaard.example"), "Str\u00f8mgaard", "named"),
        (own("strauss.example"), "Strau\u00df", "named"),
        (own("ing.example"), "we are calling", "not named"),
        (own("ing.example"), "ING calls", "named"),
        (own("ikea.example"), "I would like a chair", "not named"),
        (own("ebay.example"), "down at the bay", "not named"),
        (own("the-velora.example"), "the order", "not named"),
        (own("xn--velra-tce.example"), "Velora", "named"),
    ],
)
def test_the_senders_domain_in_the_text(sender: Address, text: str, how: str) -> None:
    """Whole words only, one or several in a row; links, addresses and hosts name nobody."""
    assert [token for token in told(Message(sender=sender, text=text)) if "in the text" in token and "domain" in token] == [
        f"sender's domain is {how} in the text"
    ]


@pytest.mark.parametrize(
    "domain", ["1and1.example", "hp.example", "3m.example", "xn--fiqs8s.example", "\u043f\u043e\u0447\u0442\u0430.example"]
)
def test_a_label_that_cannot_be_looked_for_is_not_told_of(domain: str) -> None:
    """Digits, two letters, letters that are not Latin."""
    assert not [token for token in told(Message(sender=own(domain), text="you and me, HP, 3M")) if "domain" in token]


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("Velora Garden", "named"),
        ("Velora-Garden.example", "named"),
        ("Velora Service", "named in part"),
        ("Bank", "not named"),
        ("a@velora-garden.example x", "not named"),
    ],
)
def test_the_senders_domain_in_the_display_name(name: str, how: str) -> None:
    """The same of the name; an address in it is no name."""
    assert f"sender's domain is {how} in the display name" in told(Message(sender=SHOP._replace(name=name)))


BELOW = "only what stands below the sender's domain is in the display name"


@pytest.mark.parametrize(
    ("sender", "text", "said"),
    [
        (own("velora-garden.reading-desk.example", "Velora Garden"), "Your order", True),
        (own("mail.velora.reading-desk.example", "Velora Garden"), "Your order", True),
        (own("velora.reading-desk.example", "Velora Garden"), "Your order, from the Reading Desk", False),
        (own("velora.reading-desk.example", "Velora by Reading Desk"), "Your order", False),
        (own("velora.reading-desk.example", "Velora, reading room"), "Your order", False),
        (own("news.reading-desk.example", "Velora Garden"), "Your order", False),
        (own("ann.reading-desk.example", "Ann Kerr"), "Your order", False),
        (own("a1velora.reading-desk.example", "A1velora"), "Your order", False),
        (own("velora.example", "Velora"), "Your order", False),
        (own("velora.reading-desk.example", ""), "Your order", False),
    ],
)
def test_a_name_below_the_senders_domain(sender: Address, text: str, said: bool) -> None:
    """A long word of the display name stands below a domain that is named nowhere."""
    assert (BELOW in told(Message(sender=sender, text=text))) is said


def test_labels_far_from_the_domain_are_not_looked_at() -> None:
    """Those next to it are."""
    for others, said in ((HOST_LABELS - 2, True), (HOST_LABELS - 1, False)):
        sender = own(f"velora.{'a.' * others}reading-desk.example", "Velora")
        assert (BELOW in told(Message(sender=sender, text="Your order"))) is said


@pytest.mark.parametrize(
    ("sender", "text", "share"),
    [
        (SHOP, "Velora Garden", "all"),
        (SHOP, "the garden club", "part"),
        (SHOP, "the gardener", "nothing"),
        (own("x.example", "Bj\u00f8rn"), "Yours Bj\u00f8rn", "all"),
    ],
)
def test_the_display_name(sender: Address, text: str, share: str) -> None:
    """Its words; that it comes from freemail is told with it."""
    assert f"{share} of the display name is in the text" in told(Message(sender=sender, text=text))
    assert f"{share} of the display name is in the text, from freemail" in told(
        Message(sender=sender._replace(domain="gmail.com"), text=text)
    )


def test_what_stands_in_the_middle_of_a_long_text_is_seen() -> None:
    """The model reads the ends of a long text; what is said to be named nowhere in it is nowhere in it."""
    for first in ("e", "\u00e9"):
        text = first + " word" * 2000 + " Velora Garden" + " word" * 1000
        assert "sender's domain is named in the text" in extract(Message(sender=SHOP, text=text)).tokens


@pytest.mark.parametrize(
    ("sender", "texts"),
    [
        (None, ()),
        (Address("", "ann", ""), ()),
        (Address("", "ann", "gmail.com"), ()),
        (Address("", "ann", "192.0.2.7"), ()),
        (Address("", "ann", "[ipv6:2001:db8::1]"), ()),
        (Address("", "ann", "velora.example"), ("sender's domain is not named in the text",)),
        (Address("-", "ann", "gmail.com"), ()),
        (Address("a@x.example", "ann", "gmail.com"), ()),
        (Address("", "ann", "xn--abc-8e4p.example"), ()),
    ],
)
def test_of_whom_it_does_not_tell_nothing_is_said(sender: Address | None, texts: tuple[str, ...]) -> None:
    """No sender, no domain of an own, no display name, no recipient, no link."""
    assert told(Message(sender=sender, text="Hello")) == list(texts)


@pytest.mark.parametrize(
    ("url", "text", "said"),
    [
        ("http://velora-garden.example/", "", []),
        ("http://news.velora-garden.example/", "", []),
        ("http://parcelwing.example/", "Parcel Wing has a letter", ["a link's host is named in the mail"]),
        ("http://parcel-hold.example/", "Parcel Wing has a letter", ["a link's host is named in part in the mail"]),
        ("http://parcelwing.example/", "A letter", ["a link's host is not named in the mail"]),
        ("http://192.0.2.7/", "", []),
        ("http://bit.ly/x", "", []),
        ("http://velora.weebly.com/", "", []),
        ("http://localhost/", "", []),
    ],
)
def test_the_hosts_of_links(url: str, text: str, said: list[str]) -> None:
    """Hosts of others than the sender, and of those only what somebody registered."""
    message = Message(sender=SHOP, text=text, links=links(url))
    assert [token for token in told(message) if token.startswith("a link")] == said


def test_a_host_may_be_named_in_the_subject_or_the_display_name() -> None:
    """What the reader sees is all of it."""
    message = Message(sender=SHOP, links=links("http://parcelwing.example/"))
    assert "a link's host is not named in the mail" in told(message)
    assert "a link's host is named in the mail" in told(replace(message, subject="Parcel Wing"))
    assert "a link's host is named in the mail" in told(replace(message, sender=SHOP._replace(name="Parcel Wing")))


@pytest.mark.parametrize(
    ("message", "token"),
    [
        (Message(sender=SHOP, subject="Lundco Firm: your password"), "the name of the recipient's domain is in the subject"),
        (Message(sender=SHOP, subject="Quota of lundcofirm.example"), "the name of the recipient's domain is in the subject"),
        (Message(sender=SHOP._replace(name="Lundcofirm IT")), "the name of the recipient's domain is in the display name"),
        (Message(text="Dear Lund,"), "a word of the recipient's name or address is at the beginning"),
        (Message(text="Dear Bo,"), "a word of the recipient's name or address is at the beginning"),
        (Message(text="Dear customer,"), "no word of the recipient's name or address is at the beginning"),
        (Message(text="x" * 150 + " lundquist lund"), "no word of the recipient's name or address is at the beginning"),
        (Message(text="Lundquist" + " word" * 40 + " Lund"), "no word of the recipient's name or address is at the beginning"),
        (Message(text="for blund7@lundcofirm.example."), "the recipient's address is in the text"),
        (Message(subject="BLund7@lundcofirm.example"), "the recipient's address is in the subject"),
    ],
)
def test_the_recipient(message: Message, token: str) -> None:
    """Whom it was sent to first, by name, domain and address."""
    assert token in told(replace(message, recipients=(BOB, FREE)))


@pytest.mark.parametrize(
    "message",
    [
        Message(sender=own("lundcofirm.example"), subject="Lundcofirm"),
        Message(subject="Lundcofirm"),
        Message(sender=SHOP, subject="The lund co firms"),
        Message(text="write to blund9@lundcofirm.example"),
        Message(text="write to jblund7@lundcofirm.example or blund7@lundcofirm.example.org"),
        Message(text="write to o'blund7@lundcofirm.example or blund7@lundcofirm.example-firm.org"),
    ],
)
def test_near_misses_of_the_recipient(message: Message) -> None:
    """A colleague does not borrow a name, nobody borrows none; another address is another."""
    assert not [token for token in told(replace(message, recipients=(BOB,))) if token.startswith("the ")]


@pytest.mark.parametrize("recipient", [Address("", "info", "x.example"), Address("", "a", "x.example"), Address("", "Bob", "")])
def test_of_a_role_no_word_is_looked_for(recipient: Address) -> None:
    """`info` at the beginning is no greeting; a letter is no word; who has no domain is nobody."""
    assert told(Message(text="For more info, a Bob", recipients=(recipient,))) == []


def test_everybodys_domain_is_nobodys() -> None:
    """Two at one freemail provider are no colleagues."""
    assert not [token for token in told(Message(sender=FREE, recipients=(FREE,))) if "domain" in token]


def test_an_address_of_any_letters_is_found() -> None:
    """Not only of those that a pattern for words knows."""
    for local in ("o'brien", "bj\u00f6rn", "a+b"):
        message = Message(text=f"for {local}@lund.example, here", recipients=(Address("", local, "lund.example"),))
        assert "the recipient's address is in the text" in told(message)
