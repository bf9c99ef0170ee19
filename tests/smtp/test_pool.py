from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest
from actors import SECONDS, unavailable
from servers import Clock, Kept, certificate, pooled, settings, taken

from filter.config.types import Server
from filter.smtp import pool as pools
from filter.smtp.pool import Pool

SHORT = 0.1


async def test_a_connection_is_kept() -> None:
    """What is given back after its transaction is what the next one gets, without another greeting."""
    next_hop = Kept()
    async with pooled(next_hop) as pool:
        first = await taken(pool)
        await pool.give_back(first)
        assert await taken(pool) is first
        await pool.give_back(first)
    assert next_hop.talks == [["EHLO relay.test", "QUIT"]]


async def test_connections_are_not_shared() -> None:
    """Two transactions at a time have a connection each."""
    next_hop = Kept()
    async with pooled(next_hop) as pool:
        first, second = await asyncio.gather(taken(pool), taken(pool))
        assert first is not second
        first.abort()
        second.abort()
    assert len(next_hop.talks) == 2


async def test_the_connection_used_last_is_used_next() -> None:
    """So the others can grow old and be let go."""
    async with pooled(Kept()) as pool:
        first, second, third = [await taken(pool) for _ in range(3)]
        for channel in (second, third, first):
            await pool.give_back(channel)
        assert [await taken(pool) for _ in range(3)] == [first, third, second]
        for channel in (first, second, third):
            channel.abort()


@pytest.mark.parametrize("max_messages", [1, 3])
async def test_a_connection_serves_so_many_messages(max_messages: int) -> None:
    """After `max_messages` a connection is ended with QUIT, and the next message has a new one."""
    next_hop = Kept()
    async with pooled(next_hop, max_messages=max_messages) as pool:
        for _ in range(max_messages):
            await pool.give_back(await taken(pool))
        await next_hop.left(0)
        await pool.give_back(await taken(pool))
        assert len(next_hop.talks) == 2
        assert next_hop.talks[0] == ["EHLO relay.test", "QUIT"]


async def test_a_connection_with_a_refusal_on_it_is_not_kept() -> None:
    """Servers count what they refuse, and punish for it: the next message shall not pay for the last one."""
    next_hop = Kept(says={"RCPT": "550 5.1.1 nobody"})
    async with pooled(next_hop) as pool:
        channel = await taken(pool)
        assert (await channel.ask("RCPT TO:<nobody@example.net>")).code == 550
        await pool.give_back(channel)
        await next_hop.left(0)
        assert await taken(pool) is not channel
    assert next_hop.talks[0][-1] == "QUIT"


async def test_only_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past MAX_IDLE a connection is ended instead."""
    monkeypatch.setattr(pools, "MAX_IDLE", 2)
    next_hop = Kept()
    async with pooled(next_hop) as pool:
        for channel in [await taken(pool) for _ in range(4)]:
            await pool.give_back(channel)
        await next_hop.left(2)
        assert [talk[-1] for talk in next_hop.talks] == ["EHLO relay.test"] * 2 + ["QUIT"] * 2


async def test_what_nobody_uses_is_let_go() -> None:
    """Connections idle for `idle_seconds` are ended with QUIT, without anybody looking for one."""
    next_hop = Kept()
    async with pooled(next_hop, idle_seconds=SHORT) as pool:
        for channel in [await taken(pool) for _ in range(2)]:
            await pool.give_back(channel)
        await next_hop.left(0)
        await pool.give_back(await taken(pool))
        await next_hop.left(0)
    assert next_hop.talks == [["EHLO relay.test", "QUIT"]] * 3


async def test_what_is_used_stays(clock: Clock) -> None:
    """A connection used meanwhile is let go only when it has been idle as long itself."""
    next_hop = Kept()
    async with pooled(next_hop, idle_seconds=60) as pool:
        old, used = [await taken(pool) for _ in range(2)]
        await pool.give_back(old)
        await pool.give_back(used)
        clock.now += 59
        assert await taken(pool) is used
        await pool.give_back(used)
        clock.now += 1
        pool._swept()
        await next_hop.left(1)
        assert await taken(pool) is used
        await pool.give_back(used)
        clock.now += 60
        pool._swept()
        await next_hop.left(0)
        assert pool._sweep is None


async def test_closing_ends_every_connection() -> None:
    """Every connection kept is ended with QUIT, and a server that does not answer is not waited for long."""
    next_hop = Kept()
    async with pooled(next_hop) as pool:
        for channel in [await taken(pool) for _ in range(3)]:
            await pool.give_back(channel)
        await pool.close()
        await next_hop.left(0)
    assert next_hop.talks == [["EHLO relay.test", "QUIT"]] * 3


async def test_a_connection_that_the_server_ended_is_not_used() -> None:
    """A kept connection that was closed meanwhile is passed over, and that is no failure of the server."""
    next_hop = Kept()
    async with pooled(next_hop) as pool:
        kept = [await taken(pool) for _ in range(3)]
        for channel in kept:
            await pool.give_back(channel)
        await next_hop.hang_up()
        async with asyncio.timeout(SECONDS):
            while any(channel.usable for channel in kept):  # noqa: ASYNC110  (what is waited for has no event)
                await asyncio.sleep(0)
        fresh = await taken(pool)
        assert fresh not in kept
        assert (fresh.usable, pool.failure, pool._idle) == (True, None, [])
        fresh.abort()


async def test_a_connection_that_the_server_spoke_on_is_not_used() -> None:
    """Something unasked on a kept connection, such as 421, is an end too: it is closed, and a new one made."""
    next_hop = Kept()
    async with pooled(next_hop) as pool:
        kept = await taken(pool)
        await pool.give_back(kept)
        next_hop.open[0].write(b"421 4.3.2 closing\r\n")
        async with asyncio.timeout(SECONDS):
            while kept.usable:  # noqa: ASYNC110  (what is waited for has no event)
                await asyncio.sleep(0)
        fresh = await taken(pool)
        await next_hop.left(1)
        assert (fresh.usable, pool.failure, next_hop.talks[0]) == (True, None, ["EHLO relay.test"])
        fresh.abort()


async def test_a_server_with_an_ipv6_address() -> None:
    """Is connected to as any other."""
    probe = socket.socket(socket.AF_INET6)
    try:
        probe.bind(("::1", 0))
    except OSError:
        unavailable("this machine has no IPv6")
    finally:
        probe.close()
    next_hop = Kept()
    server = await asyncio.start_server(next_hop._serve, "::1", 0)
    where = Server("::1", server.sockets[0].getsockname()[1])
    pool = Pool(settings(where), "relay.test")
    assert (await taken(pool)).server == where
    assert next_hop.talks == [["EHLO relay.test"]]
    server.close()


@pytest.fixture
def made(debian: Any, tmp_path: Path) -> Any:
    """Makes a certificate for a name."""
    return lambda name: certificate(debian("openssl"), tmp_path, name)


@pytest.mark.parametrize(
    ("tls", "name", "trusted", "failure"),
    [
        ("off", "DNS:other.test", False, None),
        ("opportunistic", "DNS:other.test", False, None),
        ("opportunistic", "DNS:other.test", True, None),
        ("required", "IP:127.0.0.1", True, None),
        ("required", "IP:127.0.0.1", False, "certificate verify failed"),
        ("required", "DNS:other.test", True, "IP address mismatch"),
    ],
)
async def test_tls_as_it_is_asked_for(tls: str, name: str, trusted: bool, failure: str | None, made: Any) -> None:
    """Off says no STARTTLS, opportunistic takes any certificate, required one for this server from authorities that are trusted."""
    authority, context = made(name)
    next_hop = Kept(extensions=("STARTTLS",), certificate=context)
    async with pooled(next_hop, tls=tls, tls_ca=authority if trusted else None) as pool:
        channel = await pool.channel(set())
        assert (channel is None) is (failure is not None)
        assert (failure or "None") in str(pool.failure)
        assert ("STARTTLS" in next_hop.heard) is (tls != "off")
        await next_hop.left(0 if failure else 1)


def test_authorities_that_cannot_be_read(tmp_path: Path) -> None:
    """Are an error before any mail is taken."""
    with pytest.raises(OSError, match="No such file"):
        Pool(settings(tls="required", tls_ca=tmp_path / "none.pem"), "relay.test")
