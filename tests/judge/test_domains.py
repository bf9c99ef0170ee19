from __future__ import annotations

import pytest

from filter.judge.domains import FREE_HOSTS, FREEMAIL, SHORTENERS, is_address, is_host, registered, same_owner, under


@pytest.mark.parametrize(
    ("host", "owner"),
    [
        ("shop.example", "shop.example"),
        ("mail.a.shop.co.uk", "shop.co.uk"),
        ("one.github.io", "one.github.io"),
        ("co.uk", "co.uk"),
        ("localhost", "localhost"),
        ("", ""),
        ("..", ".."),
        ("a" * 3000, "a" * 3000),
    ],
)
def test_registered(host: str, owner: str) -> None:
    """The registrable domain is one label below the public suffix, and what has none stands for itself."""
    assert registered(host) == owner


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a.shop.example", "shop.example", True),
        ("one.co.uk", "two.co.uk", False),
        ("one.github.io", "two.github.io", False),
        ("shop.example", "shop.example.evil.test", False),
        ("", "", False),
        ("shop.example", "", False),
    ],
)
def test_same_owner(one: str, other: str, same: bool) -> None:
    """Two hosts have one owner when they share a registrable domain; no host has none."""
    assert same_owner(one, other) is same_owner(other, one) is same


def test_under() -> None:
    """A host is under a domain when it is that domain or stands below it, not when it only ends alike."""
    domains = frozenset({"bit.ly", "sites.google.com"})
    assert under("bit.ly", domains) and under("x.bit.ly", domains) and under("sites.google.com", domains)
    assert not under("rabbit.ly", domains) and not under("google.com", domains) and not under("", domains)


@pytest.mark.parametrize("listed", [FREEMAIL, SHORTENERS, FREE_HOSTS])
def test_lists_hold_hosts(listed: frozenset[str]) -> None:
    """Every entry is a lower-case host with a dot in it."""
    assert all(host == host.lower().strip(".") and "." in host and " " not in host for host in listed)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("192.0.2.1", True),
        ("[2001:db8::1]", True),
        ("[ipv6:2001:db8::1]", True),
        ("a1", False),
        ("1.2.3", False),
        ("a.example", False),
        ("", False),
    ],
)
def test_addresses_are_told_from_names(host: str, address: bool) -> None:
    """A host is an address where it is written as one, and a name wherever a digit only ends it."""
    assert is_address(host) is address


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("shop.example", True),
        (f"{'a' * 63}.example", True),
        (f"{'a' * 64}.example", False),
        ("a." * 123 + "example", True),
        ("a." * 124 + "example", False),
    ],
)
def test_names_too_long_are_no_hosts(name: str, host: bool) -> None:
    """A label has at most 63 characters, a name 253."""
    assert is_host(name) is host
