"""The connection of a client, once more: under TLS."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from actors import MESSAGE, Client, NextHop, Stage
from cast import break_off
from host import until
from neighbours import certificate

from filter.smtp import replies
from filter.smtp.relay import Relay

pytestmark = pytest.mark.debian


pytestmark = pytest.mark.usefixtures("prompt")


@pytest.fixture(scope="session")
def made(debian: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for relay.test and its key."""
    return certificate(debian("openssl"), tmp_path_factory.mktemp("tls"))


@pytest.fixture
def secured(stage: Stage, made: tuple[Path, Path]) -> Stage:
    """A stage whose relay offers STARTTLS."""
    stage.listen |= {"tls": "opportunistic", "tls_certificate": made[0], "tls_key": made[1]}
    return stage


def trusting(made: tuple[Path, Path]) -> ssl.SSLContext:
    """What a client needs to verify it."""
    return ssl.create_default_context(cafile=str(made[0]))


async def over_tls(port: int, made: tuple[Path, Path], before: str = "EHLO") -> Client:
    """A client whose TLS has just begun."""
    client = await Client.greeted(port, before)
    assert (await client.say("STARTTLS")).startswith("220 2.0.0")
    await client.writer.start_tls(trusting(made), server_hostname="relay.test")
    return client


@asynccontextmanager
async def half_way(relay: Relay) -> AsyncIterator[Client]:
    """A client that asked for TLS, was told to begin, and has not."""
    client = await Client.greeted(relay.port)
    assert (await client.say("STARTTLS")).startswith("220 2.0.0")
    (connection,) = relay.connections
    await until(lambda: connection._tls_protocol is not None)
    try:
        yield client
    finally:
        client.writer.transport.abort()


async def gone(relay: Relay) -> None:
    """Wait until the relay has no client any more."""
    async with asyncio.timeout(5):
        await until(lambda: not relay.connections)


async def test_a_message_over_tls(secured: Stage, made: tuple[Path, Path]) -> None:
    """After the handshake the client greets again, and its mail of any size arrives to the octet, and says how it came."""
    content = MESSAGE + b"x" * 1_000_000 + b"\r\n"
    async with secured.relay() as relay:
        client = await over_tls(relay.port, made)
        assert (await client.say("MAIL FROM:<a@b>")).startswith("503 5.5.1 Need EHLO")
        assert "STARTTLS" not in await client.say("EHLO again.test")
        assert (await client.send(content)).startswith("250 2.0.0 Ok: accepted ")
        assert (await client.say("STARTTLS")).startswith("503 5.5.1")
        assert (await client.say("QUIT")).startswith("221")
        assert await client.reply() == ""
        await client.close()
        await gone(relay)
    (delivered,) = secured.delivered()
    assert delivered.endswith(content)
    assert b"Received: from again.test ([127.0.0.1])\r\n\tby relay.test (Sievert) with ESMTPS\r\n" in delivered


async def test_what_was_pipelined_behind_starttls_is_thrown_away(secured: Stage, made: tuple[Path, Path]) -> None:
    """Commands that came in the clear are neither obeyed nor answered once TLS is on (CVE-2011-0411)."""
    async with secured.relay() as relay:
        client = await Client.greeted(relay.port)
        client.writer.write(b"STARTTLS\r\nEHLO evil.test\r\nMAIL FROM:<evil@example.org>\r\nRCPT TO:<bob@example.net>\r\n")
        assert (await client.reply()).startswith("220 2.0.0")
        await client.writer.start_tls(trusting(made), server_hostname="relay.test")
        assert (await client.say("HELP")).startswith("214 ")
        assert (await client.say("DATA")).startswith("503 5.5.1 Need MAIL")
        assert (await client.say("MAIL FROM:<a@b>")).startswith("503 5.5.1 Need EHLO")
        await client.close()


async def test_half_a_line_before_tls_is_thrown_away(secured: Stage, made: tuple[Path, Path]) -> None:
    """What was begun in the clear is not continued under TLS."""
    async with secured.relay() as relay:
        client = await Client.greeted(relay.port)
        client.writer.write(b"STARTTLS\r\nMAIL FROM:<evil@example.org> X")
        assert (await client.reply()).startswith("220 2.0.0")
        await client.writer.start_tls(trusting(made), server_hostname="relay.test")
        assert await client.say("NOOP") == str(replies.OK)
        await client.close()


async def test_the_session_before_tls_is_forgotten(secured: Stage, made: tuple[Path, Path]) -> None:
    """A transaction begun in the clear ends at the next hop, and what was forwarded with it is gone."""
    async with NextHop().running() as next_hop:
        secured.hand_on_to(next_hop.port)
        async with secured.relay() as relay:
            client = await Client.greeted(relay.port)
            assert (await client.say("XFORWARD ADDR=198.51.100.9 HELO=far.test")).startswith("250")
            assert (await client.say("MAIL FROM:<a@b>")).startswith("250")
            assert (await client.say("RCPT TO:<c@d>")).startswith("250")
            assert (await client.say("STARTTLS")).startswith("220")
            await client.writer.start_tls(trusting(made), server_hostname="relay.test")
            await until(lambda: next_hop.heard[-1] == "RSET")
            assert (await client.say("DATA")).startswith("503 5.5.1 Need MAIL")
            assert (await client.say("EHLO client.test")).startswith("250")
            assert (await client.send()).startswith("250")
            await client.close()
    assert secured.judge.judged[0].envelope is not None
    assert secured.judge.judged[0].envelope.client == "127.0.0.1"


async def test_tls_that_is_required(secured: Stage, made: tuple[Path, Path]) -> None:
    """Nothing is taken in the clear, everything under TLS."""
    secured.listen["tls"] = "required"
    async with secured.relay() as relay:
        clear = await Client.greeted(relay.port)
        assert (await clear.send()).startswith("530 5.7.0")
        client = await over_tls(relay.port, made)
        await client.say("EHLO client.test")
        assert (await client.send()).startswith("250")
        await asyncio.gather(clear.close(), client.close())
    assert len(secured.delivered()) == 1


@pytest.mark.parametrize("how", ["close", "half a message", "reset"])
async def test_a_client_that_goes_under_tls(secured: Stage, made: tuple[Path, Path], how: str) -> None:
    """It is forgotten like any other, and half a message is delivered nowhere."""
    async with secured.relay() as relay:
        client = await over_tls(relay.port, made)
        await client.say("EHLO client.test")
        await client.begin()
        if how != "close":
            client.writer.write(b"Subject: x\r\n\r\nhalf")
            await client.writer.drain()
        if how == "reset":
            client.writer.transport.abort()
        await client.close()
        await gone(relay)
    assert secured.delivered() == []


async def test_a_silent_client_under_tls(secured: Stage, made: tuple[Path, Path]) -> None:
    """It hears 421 under TLS, and is gone."""
    secured.settings["idle_seconds"] = 0.5
    async with secured.relay() as relay:
        client = await over_tls(relay.port, made)
        assert (await client.reply()).startswith("421 4.4.2")
        await client.close()
        await gone(relay)


@pytest.mark.parametrize("octets", [b"EHLO in the clear\r\n", b"\x16\x03\x01\x00\x05hello", b"", None])
async def test_a_handshake_that_fails(secured: Stage, octets: bytes | None, logged: list[Any]) -> None:
    """Garbage, a client that goes, and one that breaks off: each leaves the relay without a connection."""
    async with secured.relay() as relay:
        async with half_way(relay) as client:
            if octets is None:
                break_off(client)
            elif octets:
                client.writer.write(octets)
            else:
                client.writer.write_eof()
            try:
                await gone(relay)
            finally:
                relay.connections.clear()  # or the drain would wait for it for ever
        assert not relay.connections
    assert any(event["event"] == "TLS failed" for event in logged)


async def test_a_handshake_that_does_not_come(secured: Stage) -> None:
    """A client silent in the middle of it is let go after idle_seconds."""
    secured.settings["idle_seconds"] = 0.3
    async with secured.relay() as relay, half_way(relay):
        try:
            await gone(relay)
        finally:
            relay.connections.clear()


async def test_a_drain_in_the_middle_of_a_handshake(secured: Stage) -> None:
    """A relay that stops does not wait for a client that is about to begin TLS."""
    async with secured.relay() as relay, half_way(relay):
        draining = asyncio.create_task(relay.drain())
        try:
            await asyncio.wait_for(asyncio.shield(draining), 5)
        finally:
            relay.connections.clear()
            relay._gone.set()


async def test_a_drain_under_tls(secured: Stage, made: tuple[Path, Path]) -> None:
    """An idle client under TLS hears 421 under TLS."""
    async with secured.relay() as relay:
        client = await over_tls(relay.port, made)
        await client.say("EHLO client.test")
        draining = asyncio.create_task(relay.drain())
        assert (await client.reply()).startswith("421 4.3.2")
        await client.close()
        await asyncio.wait_for(draining, 5)
