from __future__ import annotations

import asyncio

import pytest
from actors import Journal, Judge, Quarantine

from filter.config import Listen, NextHop
from filter.judge.policy import Policy
from filter.smtp.nexthop import opener
from filter.smtp.site import Site, client_address


def site(**listen: object) -> Site:
    hop = opener(NextHop(), "relay.test")
    return Site(Listen.model_validate(listen), "relay.test", Judge(), Policy(), Quarantine(), Journal(), hop)


@pytest.mark.parametrize(
    ("peer", "address"),
    [
        (("192.0.2.7", 25), "192.0.2.7"),
        (("::ffff:192.0.2.7", 25, 0, 0), "192.0.2.7"),
        (("2001:db8::1", 25, 0, 0), "2001:db8::1"),
        ("", ""),
        (None, ""),
    ],
)
def test_the_address_of_a_client(peer: object, address: str) -> None:
    """An address is its plain text, and an IPv4 client is one whatever socket it came over."""
    assert client_address(peer) == address


@pytest.mark.parametrize(
    ("client", "admitted"),
    [("127.0.0.1", True), ("::1", True), ("192.0.2.7", False), ("2001:db8::1", False), ("", False), ("nonsense", False)],
)
def test_loopback_alone_may_relay_unless_told_otherwise(client: str, admitted: bool) -> None:
    """The default networks admit this machine and nobody else, and what is no address is nobody."""
    assert site().admits(client) is admitted


def test_networks_are_as_configured() -> None:
    """Only the networks of the configuration are admitted."""
    assert site(allowed_networks=["192.0.2.0/24"]).admits("192.0.2.7")
    assert not site(allowed_networks=["192.0.2.0/24"]).admits("127.0.0.1")


async def test_kept_work_is_not_lost() -> None:
    """Work that is kept stands in `pending` until it is done."""

    async def work() -> int:
        await asyncio.sleep(0)
        return 7

    shared = site()
    task = shared.keep(work())
    assert shared.pending == {task}
    assert await task == 7
    await asyncio.sleep(0)
    assert not shared.pending
