from __future__ import annotations

import random

import pytest

from filter.judge import limits
from filter.judge.hostnames import of_links, of_sender, words_of

OF_SENDER = [
    ("velora.example", ["velora"], []),
    ("mail.velora.example", ["velora"], ["sender's domain is below a registered one"]),
    ("www.velora.example", [], []),
    (
        "velora-account.example",
        ["velora"],
        [
            "sender's domain has the sender's name and more",
            'sender\'s domain has the word "velora"',
            'sender\'s domain has the word "account"',
        ],
    ),
    (
        "joinery-north.example",
        ["velora"],
        ['sender\'s domain has the word "joinery"', 'sender\'s domain has the word "north"'],
    ),
    ("veloraservice.example", ["velora"], ["sender's domain has the sender's name in one word with more"]),
    ("24-7.example", [], []),
]


@pytest.mark.parametrize(("domain", "names", "told"), OF_SENDER)
def test_what_a_senders_domain_says(domain: str, names: list[str], told: list[str]) -> None:
    """Its words where it has several, and the sender's name with more beside it; a name by itself gives no word."""
    assert list(of_sender(domain, names)) == told


@pytest.mark.parametrize(
    "domain",
    ["gmail.com", "192.0.2.7", "[ipv6:2001:db8::1]", "[192.0.2.7]", "localhost", "co.uk", "a" * 64 + ".example", "a-b." * 80 + "example"],
)
def test_what_is_everybodys_or_no_host_says_nothing(domain: str) -> None:
    """Freemail, addresses, names outside the public tree, names too long for it."""
    assert not list(of_sender(domain, ["velora"]))
    assert domain == "gmail.com" or not list(of_links([domain], ["velora"]))


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("velora.example", "The Velora Shop"),
        ("acmetools.example", "Acme Tools"),
        ("acme-tools.example", "Acme Tools"),
        ("acmetools-north.example", "Acme Tools North"),
        ("acmeag.example", "Acme AG"),
        ("studio54.example", "Studio54"),
        ("li-wang.example", "Li Wang"),
        ("mueller-bau.example", "M\u00fcller Bau"),
        ("xn--bjrn-hansen-hgb.example", "Bj\u00f8rn Hansen"),
        ("johnson-on.example", "Ann Smith"),
        ("on-road.example", "Johnson Smith"),
        ("casa-de-campo.example", "Maria de Souza"),
        ("the-road.example", "The Shop"),
        ("maxwells.example", "Max"),
    ],
)
def test_a_name_that_is_all_or_there_by_chance_is_not_a_name_and_more(domain: str, name: str) -> None:
    """A firm may write its name in one word; two letters of a name, a filler, or three letters within a word are no name."""
    assert not [token for token in of_sender(domain, words_of(name)) if "name" in token]


@pytest.mark.parametrize("domain", ["dhx-parcel.example", "li-wang-invoice.example", "muller-bau-pay.example"])
def test_a_name_and_more(domain: str) -> None:
    """Short names count where they are a word by themselves."""
    assert "sender's domain has the sender's name and more" in list(of_sender(domain, words_of("DHX Li Wang M\u00fcller Bau")))


@pytest.mark.parametrize(
    "domain",
    [
        "xn--velra-account-rrj.example",  # with a Greek omicron, as Punycode
        "vel\u03bfra-account.example",
        "v\u00e9lora-account.example",
    ],
)
def test_a_label_is_read_as_the_eye_takes_it(domain: str) -> None:
    """Look-alike letters are folded, Punycode is undone: a letter is no hyphen, and the name is the name."""
    told = list(of_sender(domain, ["velora"]))
    assert "sender's domain has the sender's name and more" in told
    assert 'sender\'s domain has the word "velora"' in told
    assert not [token for token in told if token.endswith(('"vel"', '"ra"'))]


def test_a_label_that_cannot_be_read_says_nothing() -> None:
    """Broken Punycode, whatever it is; tokens stay ASCII."""
    chance = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
    labels = ["".join(chance.choices(letters, k=chance.randrange(1, 50))) for _ in range(500)]
    told = [token for label in labels for token in of_sender(f"xn--{label}.example", ["velora"])]
    assert all(token.isascii() and token.isprintable() for token in told)
    for label in ("a\uff02b c\u2474-x\x1b[1m-pay", "xn--99999999", "xn--velora-1i92a"):
        assert list(of_sender(f"{label}.example", ["velora"])) == []


def test_what_the_hosts_of_links_say() -> None:
    """The same, and whether they are what somebody registered or stand below it; nothing of an address, a place of everybody's none."""
    told = list(of_links(["velora-login.example", "pay.shop.co.uk", "192.0.2.7", "a.weebly.com", "localhost"], ["velora"]))
    assert told == [
        "a link's host is a registered one",
        "a link's host is below a registered one",
        "a link's host has the sender's name and more",
        'a link\'s host has the word "velora"',
        'a link\'s host has the word "login"',
    ]


IN_FRONT = [
    "192.0.2.1",
    *[f"h{number}.word-shop.example" for number in range(9)],
    *[f"{word}.example" for word in ("one", "two", "three", "four", "five", "six")],
]
LAST = "velora-login.example"


def test_hosts_in_front_do_not_hide_one() -> None:
    """Of words a few domains are told, each once, only those that have several; first those with the sender's name and more."""
    assert 'a link\'s host has the word "login"' in list(of_links([*IN_FRONT, LAST], []))
    many = [f"w{letter}-x{letter}.example" for letter in "abcdefgh"][: limits.LINK_DOMAINS]
    assert 'a link\'s host has the word "login"' not in list(of_links([*many, LAST], []))
    assert 'a link\'s host has the word "login"' in list(of_links([*many, LAST], ["velora"]))
