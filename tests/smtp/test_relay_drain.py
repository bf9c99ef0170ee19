"""The way out of a relay: a drain, and a relay that is replaced."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from actors import HELD, Client, Stage
from cast import LONG, Hop, Onward, Stuck, break_off, judging, unread
from host import listening, until

from filter.smtp import relay as room
from filter.smtp.commands import EnvelopePath
from filter.smtp.replies import Reply

pytestmark = pytest.mark.usefixtures("prompt")

SHORT = b"Subject: x\r\n\r\n.\r\n"


async def ends(work: asyncio.Task[Any]) -> None:
    """Wait a few seconds for it, no longer."""
    await asyncio.wait_for(asyncio.shield(work), 5)


async def test_a_drain_lets_transactions_finish(stage: Stage) -> None:
    """While it stops, idle clients hear 421, the one in a transaction gets its 250 and then 421, and no new one is greeted."""
    async with stage.relay() as relay:
        idle, busy = await Client.greeted(relay.port), await Client.greeted(relay.port)
        await busy.begin()
        port = relay.port
        draining = asyncio.create_task(relay.drain())
        assert (await idle.reply()).startswith("421 4.3.2")
        with pytest.raises(ConnectionError):
            await Client.connect(port)
        assert not draining.done()
        assert (await busy.finish(SHORT)).startswith("250")
        assert (await busy.reply()).startswith("421 4.3.2")
        await ends(draining)
        await asyncio.gather(idle.close(), busy.close())
    assert len(stage.delivered()) == 1
    assert stage.journal.outcomes == ["delivered"]


async def test_a_drain_begins_no_second_transaction(stage: Stage) -> None:
    """Whoever ends its transaction during a drain without content hears 421 behind the reply."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        await client.say("MAIL FROM:<a@b>")
        draining = asyncio.create_task(relay.drain())
        await until(lambda: relay.draining)
        assert (await client.say("RSET")).startswith("250")
        assert (await client.reply()).startswith("421 4.3.2")
        await ends(draining)
        await client.close()


async def test_whoever_comes_during_a_drain_is_sent_away(stage: Stage) -> None:
    """A client that was in the listen queue when the drain began hears 421 for a greeting."""
    async with stage.relay() as relay:
        relay.draining = True
        client = await Client.connect(relay.port)
        assert (await client.reply()).startswith("421 4.3.2")
        await client.close()


async def test_a_drain_has_an_end(stage: Stage, stuck: Stuck, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that does not finish its transaction within DRAIN_SECONDS hears 421; a commit under way is still waited for."""
    monkeypatch.setattr(room, "DRAIN_SECONDS", 0.1)
    async with stage.relay() as relay:
        relay.site.judge = stuck
        slow, busy = await Client.greeted(relay.port), await Client.greeted(relay.port)
        await asyncio.gather(slow.begin(), busy.begin())
        busy.writer.write(LONG)
        await stuck.begun.wait()
        draining = asyncio.create_task(relay.drain())
        assert (await slow.reply()).startswith("421 4.3.2")
        assert not draining.done()
        stuck.go.set()
        assert (await busy.reply()).startswith("250")
        await ends(draining)
        await asyncio.gather(slow.close(), busy.close())
    assert len(stage.delivered()) == 1


async def test_a_drain_waits_for_commits_without_a_client(stage: Stage, stuck: Stuck) -> None:
    """A mail whose client is gone is seen through before the process may end, and noted."""
    async with stage.relay() as relay:
        client = await judging(relay, stuck)
        break_off(client)
        draining = asyncio.create_task(relay.drain())
        await until(lambda: not relay.connections)
        assert not draining.done()
        stuck.go.set()
        await ends(draining)
        assert len(stage.delivered()) == 1
        assert stage.journal.outcomes == ["delivered"]


class Slow(Hop):
    """Takes its time for RCPT."""

    async def rcpt(self, recipient: EnvelopePath) -> Reply:
        self.reached.set()
        await self.gate.wait()
        return await super().rcpt(recipient)


async def test_a_drain_ends_for_whoever_waited_for_us_at_its_end(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that is waiting for the reply to a command when DRAIN_SECONDS are over gets it, and 421 behind it."""
    monkeypatch.setattr(room, "DRAIN_SECONDS", 0.1)
    async with stage.relay() as relay:
        relay.site.next_hop = onward = Onward()
        onward.hop = hop = Slow()
        hop.gate.clear()
        client = await Client.greeted(relay.port)
        await client.say("MAIL FROM:<a@b>")
        client.writer.write(b"RCPT TO:<c@d>\r\n")
        await hop.reached.wait()
        draining = asyncio.create_task(relay.drain())
        await asyncio.sleep(0.3)
        hop.gate.set()
        try:
            await ends(draining)
            assert (await client.reply()).startswith("250")
            assert (await client.reply()).startswith("421 4.3.2")
        finally:
            break_off(client)


async def test_a_drain_ends_for_whoever_does_not_read(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that said QUIT and never takes the reply does not keep the relay."""
    monkeypatch.setattr(room, "DRAIN_SECONDS", 0.1)
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        (connection,) = relay.connections
        try:
            await unread(client, connection)
            client.writer.write(b"QUIT\r\n")
            await asyncio.sleep(0.1)
            await ends(asyncio.create_task(relay.drain()))
        finally:
            break_off(client)


# --- replaced


async def test_a_relay_that_is_replaced_lets_sessions_finish(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """It greets nobody, serves whoever is there as before, and lets go of who is silent between transactions."""
    monkeypatch.setattr(room, "LEAVE_IDLE_SECONDS", 0.5)
    stage.judge.score = HELD
    async with stage.relay() as relay:
        port = relay.port
        silent, busy = await Client.greeted(port), await Client.greeted(port)
        leaving = asyncio.create_task(relay.leave())
        await until(lambda: not listening(port))
        for _ in range(4):
            await busy.begin()
            await asyncio.sleep(0.2)
            assert (await busy.finish(SHORT)).startswith("250")
        assert (await silent.reply()).startswith("421 4.4.2")
        await busy.begin()
        await asyncio.sleep(0.7)
        assert (await busy.finish(SHORT)).startswith("250")
        assert not leaving.done()
        assert (await busy.reply()).startswith("421 4.4.2")
        await ends(leaving)
        await asyncio.gather(silent.close(), busy.close())
    assert len(stage.quarantine.held) == 5


async def test_a_relay_that_is_replaced_leaves_in_the_end(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """After LEAVE_SECONDS it goes, whoever is still there: then it drains."""
    monkeypatch.setattr(room, "LEAVE_SECONDS", 0.3)
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        await client.begin()
        await ends(asyncio.create_task(relay.leave()))
        assert (await client.finish(SHORT)).startswith("250")
        await client.close()
    assert len(stage.delivered()) == 1


async def test_a_relay_without_clients_leaves_at_once(stage: Stage) -> None:
    """Nobody has to be waited for."""
    async with stage.relay() as relay:
        await ends(asyncio.create_task(relay.leave()))
