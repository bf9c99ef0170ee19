from __future__ import annotations

import pytest

from filter.judge import limits
from filter.judge.hostnames import of_links, of_sender

OF_SENDER = [
    ("velora.example", ["velora"], []),
    ("mail.velora.example", ["velora"], ["sender's domain is below a registered one"]),
    ("www.velora.example", [], []),
    (
        "velora-account.example",
        ["velora"],
        [
            "sender's domain has a hyphen",
            'sender\'s domain has the word "velora"',
            'sender\'s domain has the word "account"',
            "sender's domain has the sender's name and more",
        ],
    ),
    (
        "joinery-north.example",
        ["velora"],
        ["sender's domain has a hyphen", 'sender\'s domain has the word "joinery"', 'sender\'s domain has the word "north"'],
    ),
    ("veloraservice.example", ["velora"], ["sender's domain has the sender's name in one word with more"]),
    ("velora.example", ["the", "velora", "shop"], []),
    ("gmail.com", ["velora"], []),
    ("192.0.2.7", ["velora"], []),
    ("24-7.example", [], ["sender's domain has a hyphen"]),
]


@pytest.mark.parametrize(("domain", "names", "told"), OF_SENDER)
def test_what_a_senders_domain_says(domain: str, names: list[str], told: list[str]) -> None:
    """Its hyphens, its words where it has several, and the sender's name with more beside it; a name by itself gives no word."""
    assert list(of_sender(domain, names)) == told


@pytest.mark.parametrize(
    ("domain", "count"), [("a-b.example", "a hyphen"), ("a-b-c.example", "two hyphens"), ("a-b-c-d-e.example", "many hyphens")]
)
def test_hyphens_are_counted(domain: str, count: str) -> None:
    """One, two, or more."""
    assert f"sender's domain has {count}" in list(of_sender(domain, []))


def test_what_the_hosts_of_links_say() -> None:
    """The same, and whether they are what somebody registered or stand below it; nothing of an address."""
    told = list(of_links(["velora-login.example", "www.shop.co.uk", "pay.shop.co.uk", "192.0.2.7"], ["velora"]))
    assert told == [
        "a link's host is a registered one",
        "a link's host has a hyphen",
        'a link\'s host has the word "velora"',
        'a link\'s host has the word "login"',
        "a link's host has the sender's name and more",
        "a link's host is a registered one",
        "a link's host is below a registered one",
    ]


def test_many_hosts_say_no_more_than_few() -> None:
    """Links by the dozen do not outvote a mail."""
    hosts = [f"word{'abcdefghij'[number]}-one.example" for number in range(limits.LINK_HOSTS + 3)]
    assert list(of_links(hosts, [])) == list(of_links(hosts[: limits.LINK_HOSTS], []))
