"""The connection of a client, once more: clients that go, are silent, are slow, or do not read."""

from __future__ import annotations

import asyncio

import pytest
from actors import SECONDS, Client, NextHop, Stage
from cast import Stuck, break_off, judging, unread
from host import until

from filter.smtp.intake import BUFFER_OCTETS, COMMANDS_OCTETS

pytestmark = pytest.mark.usefixtures("prompt")


async def test_a_half_close_after_the_dot_does_not_cancel(stage: Stage) -> None:
    """A client that shuts its side after the dot still gets its 250, and the message is delivered once."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            await client.begin()
            client.writer.write(b"Subject: x\r\n\r\n.\r\n")
            client.writer.write_eof()
            assert (await client.reply()).startswith("250")
            assert await client.reply() == ""
            await client.close()
    assert len(next_hop.accepted) == 1


@pytest.mark.parametrize("how", ["close", "half-close", "reset"])
@pytest.mark.parametrize("moment", ["RCPT", "DATA", "BDAT"])
async def test_a_client_that_goes_before_the_end(stage: Stage, moment: str, how: str) -> None:
    """Half a message is delivered nowhere, takes no room afterwards, and the next hop hears RSET in place of DATA."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            assert (await client.begin())[:3] == "354" if moment == "DATA" else await client.say("MAIL FROM:<a@b>")
            if moment != "DATA":
                await client.say("RCPT TO:<c@d>")
            client.writer.write({"RCPT": b"", "DATA": b"Subject: x\r\n\r\nhalf", "BDAT": b"BDAT 100\r\nSubject: x"}[moment])
            if how == "reset":
                break_off(client)
            if how == "half-close":
                client.writer.write_eof()
                assert await client.reply() == ""
            await client.close()
            await until(lambda: next_hop.heard[-1] == "RSET")
            assert not relay.connections
            assert relay.site.budget.free == relay.site.settings.max_in_flight_bytes
    assert "DATA" not in next_hop.heard
    assert stage.judge.judged == []


async def test_a_client_that_is_reset_after_the_dot(stage: Stage, stuck: Stuck) -> None:
    """A commit under way is seen through even if the connection breaks, and stopping waits for it."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await judging(relay, stuck)
            break_off(client)
            await until(lambda: not relay.connections)
            stuck.go.set()
    assert len(next_hop.accepted) == 1
    assert stage.journal.outcomes == ["delivered"]


async def test_a_next_hop_that_waits_does_not_keep_a_client_that_is_gone(stage: Stage) -> None:
    """A client that breaks off while its RCPT is on its way is forgotten at once, here and at the next hop."""
    async with NextHop(hangs="RCPT").running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            await client.say("MAIL FROM:<a@b>")
            client.writer.write(b"RCPT TO:<c@d>\r\n")
            await until(lambda: next_hop.heard[-1].startswith("RCPT"))
            break_off(client)
            async with asyncio.timeout(SECONDS / 2):
                await until(lambda: not relay.connections and not relay.site.pending)
    assert next_hop.heard[-1].startswith("RCPT")


async def test_a_silent_client_is_let_go(stage: Stage) -> None:
    """After idle_seconds a silent client hears 421, in DATA too, and nothing is delivered."""
    stage.settings["idle_seconds"] = 0.2
    async with stage.relay() as relay:
        silent, halfway = await Client.greeted(relay.port), await Client.greeted(relay.port)
        await halfway.begin()
        assert (await silent.reply()).startswith("421 4.4.2")
        assert (await halfway.reply()).startswith("421 4.4.2")
        assert await silent.reply() == await halfway.reply() == ""
        await asyncio.gather(silent.close(), halfway.close())
    assert stage.delivered() == []


async def test_a_client_that_never_ends_a_line_is_silent(stage: Stage) -> None:
    """Single octets of a command do not keep a connection open."""
    stage.settings["idle_seconds"] = 0.3
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        said = asyncio.create_task(client.reply())
        while not said.done():
            client.writer.write(b"x")
            await asyncio.wait([said], timeout=0.05)
        assert (await said).startswith("421 4.4.2")
        await client.close()


async def test_a_slow_client_is_not_a_silent_one(stage: Stage, stuck: Stuck) -> None:
    """Content that comes steadily, and judging, may each take longer than idle_seconds."""
    stage.settings["idle_seconds"] = 0.6
    async with stage.relay() as relay:
        relay.site.judge = stuck
        client = await Client.greeted(relay.port)
        await client.begin()
        for _ in range(8):
            client.writer.write(b"\r\n" + b"x" * 20_000)
            await asyncio.sleep(0.1)
        client.writer.write(b"\r\n.\r\n")
        await asyncio.sleep(0.8)
        stuck.go.set()
        assert (await client.reply()).startswith("250")
        await client.close()
    assert len(stage.delivered()) == 1


async def test_a_client_that_sends_while_it_is_waited_for(stage: Stage, stuck: Stuck) -> None:
    """What comes before its time stays with the client, past a bound."""
    async with stage.relay() as relay:
        client = await judging(relay, stuck)
        (connection,) = relay.connections
        client.writer.write(b"NOOP x\r\n" * 1_000_000)
        await until(lambda: len(connection.intake._buffer) > COMMANDS_OCTETS)
        await asyncio.sleep(0.1)
        assert len(connection.intake._buffer) < COMMANDS_OCTETS + BUFFER_OCTETS
        break_off(client)
        stuck.go.set()


@pytest.mark.parametrize("last", [b"HELP\r\n" * 10_000, b"QUIT\r\n", b"", None])
async def test_a_client_that_does_not_read(stage: Stage, last: bytes | None) -> None:
    """It is let go after idle_seconds, whatever it said last: more, QUIT, nothing, or the end of the stream."""
    stage.settings["idle_seconds"] = 0.3
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        (connection,) = relay.connections
        try:
            await unread(client, connection)
            if last is None:
                client.writer.write_eof()
            else:
                client.writer.write(last)
            async with asyncio.timeout(5):
                await until(lambda: not relay.connections)
        finally:
            break_off(client)
