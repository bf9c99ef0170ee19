from __future__ import annotations

import asyncio
import socket
import time
from pathlib import Path
from typing import Any

import pytest
from actors import HELD, MESSAGE, Client, NextHop, Stage, verdict

from filter.errors import UsageError
from filter.judge.mail import Mail
from filter.judge.verdict import Verdict
from filter.smtp import server
from filter.smtp.commands import EnvelopePath
from filter.smtp.intake import COMMAND_OCTETS
from filter.smtp.nexthop import MaildirHop
from filter.smtp.replies import Reply
from filter.smtp.server import Relay


class SlowJudge:
    """Takes its time, off the event loop."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.judged: list[Mail] = []

    def judge(self, mail: Mail) -> Verdict:
        self.judged.append(mail)
        time.sleep(self.seconds)
        return verdict()


class BrokenHop(MaildirHop):
    """Has a bug."""

    def __init__(self) -> None:
        super().__init__(Path(), "relay.test")

    async def mail(self, sender: EnvelopePath) -> Reply:
        raise ValueError("secret")


async def until(condition: Any) -> None:
    """Wait for it, a few seconds at most."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110  (what is waited for has no event)
            await asyncio.sleep(0.01)


async def test_greeting_and_extensions(stage: Stage) -> None:
    """The greeting names the configured host, EHLO offers what is kept and nothing else."""
    stage.listen["max_message_bytes"] = 70_000
    async with stage.relay() as relay:
        client = await Client.connect(relay.port)
        assert await client.reply() == "220 relay.test ESMTP Sievert"
        lines = (await client.say("EHLO client.test")).split("\n")
        assert lines == ["250-relay.test", "250-SIZE 70000", "250-8BITMIME", "250-SMTPUTF8", "250 HELP"]
        assert await client.say("QUIT") == "221 Bye"
        await client.close()


async def test_a_message_is_delivered(stage: Stage) -> None:
    """Content arrives to the octet behind stamp and traces, with the helo name the client gave."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.send()).startswith("250 2.0.0 Ok: accepted ")
        await client.close()
    (delivered,) = stage.delivered()
    assert delivered.endswith(MESSAGE)
    assert b"Received: from client.test ([127.0.0.1])\r\n\tby relay.test" in delivered


async def test_only_admitted_networks_are_greeted(stage: Stage) -> None:
    """Anybody else gets 554 for a greeting and the end of the connection."""
    stage.listen["allowed_networks"] = ["192.0.2.0/24"]
    async with stage.relay() as relay:
        client = await Client.connect(relay.port)
        assert (await client.reply()).startswith("554 5.7.1 ")
        assert await client.reply() == ""
        await client.close()


async def test_the_null_sender(stage: Stage) -> None:
    """Bounces come from <> and are delivered as such."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.send(sender="")).startswith("250")
        await client.close()
    assert stage.judge.judged[0].envelope.sender == ""
    assert stage.delivered()[0].startswith(b"Return-Path: <>\r\n")


async def test_parameters_nobody_offered(stage: Stage) -> None:
    """DSN parameters that Postfix sends unannounced are accepted and reach the next hop in their own case."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            mail = "MAIL FROM:<ann@example.org> SIZE=99 BODY=8BITMIME RET=HDRS ENVID=aB+3Dc"
            rcpt = "RCPT TO:<bob@example.net> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;Bob@example.net"
            assert (await client.say(mail)).startswith("250")
            assert (await client.say(rcpt)).startswith("250")
            await client.close()
    assert next_hop.heard[1:3] == [mail, rcpt]


async def test_the_next_hops_replies_are_mirrored(stage: Stage) -> None:
    """MAIL and RCPT are answered by the next hop, while the transaction happens."""
    async with NextHop(says={"RCPT": "550-5.1.1 no such\r\n550 5.1.1 user"}).running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            assert await client.begin() == "550-5.1.1 no such\n550 5.1.1 user"
            next_hop.says.clear()
            assert await client.say("RCPT TO:<eve@example.net>") == "250 ok"
            assert (await client.say("DATA")).startswith("354")
            assert (await client.finish(b"\r\nx\r\n.\r\n")).startswith("250")
            await client.close()
    assert stage.judge.judged[0].envelope.recipients == ("eve@example.net",)


async def test_a_judge_that_fails_is_a_451_and_the_next_message_passes(stage: Stage) -> None:
    """A bug gives 451 without its text, and leaves no envelope behind."""
    stage.judge.error = ValueError("secret")
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert await client.send() == "451 4.3.0 Temporary failure, try again later"
        stage.judge.error = None
        assert (await client.send(MESSAGE, "eve@example.net")).startswith("250")
        await client.close()
    assert stage.judge.judged[1].envelope.recipients == ("eve@example.net",)
    assert len(stage.delivered()) == 1


async def test_a_bug_in_a_command_is_a_451(stage: Stage, logged: list[Any]) -> None:
    """Where aiosmtpd would say 500 and keep the envelope we say 451 and forget it."""
    async with stage.relay() as relay:
        hop, relay.site.open_hop = relay.site.open_hop, BrokenHop
        client = await Client.greeted(relay.port)
        assert await client.begin() == "451 4.3.0 Temporary failure, try again later"
        relay.site.open_hop = hop
        assert (await client.send()).startswith("250")
        await client.close()
    assert any(event["event"] == "command failed" for event in logged)


async def test_too_large_a_message(stage: Stage) -> None:
    """Past the size limit it is 552 after the dot, or at MAIL where SIZE says so; the connection lives on."""
    stage.listen["max_message_bytes"] = 65_536
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.say("MAIL FROM:<a@b> SIZE=65537")).startswith("552 5.3.4")
        assert (await client.send(b"\r\n" + b"x" * 300_000 + b"\r\n")).startswith("552 5.3.4")
        assert (await client.send()).startswith("250")
        await client.close()
    assert len(stage.delivered()) == 1


async def test_too_many_recipients(stage: Stage) -> None:
    """The recipient past the limit is 452, the others get the message."""
    stage.listen["max_recipients"] = 100
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.begin(*(f"u{number}@example.net" for number in range(101)))).startswith("452 4.5.3")
        assert (await client.say("DATA")).startswith("354")
        assert (await client.finish(b"\r\n.\r\n")).startswith("250")
        await client.close()
    assert stage.delivered()[0].count(b"Delivered-To") == 100


async def test_long_lines_pass(stage: Stage) -> None:
    """A line of any length is content."""
    content = b"\r\n" + b"x" * 200_000 + b"\r\n"
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.send(content)).startswith("250")
        await client.close()
    assert stage.delivered()[0].endswith(content)


async def test_a_loop_is_refused(stage: Stage) -> None:
    """More than 50 Received fields are 554 5.4.6."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.send(b"Received: x\r\n" * 51 + MESSAGE)).startswith("554 5.4.6")
        await client.close()
    assert stage.delivered() == []


@pytest.mark.parametrize("line", ["MAIL FROM:<" + "x" * COMMAND_OCTETS + "@b>", "NOOP " + "x" * 200_000])
async def test_a_command_line_past_the_limit(stage: Stage, line: str) -> None:
    """A line past COMMAND_OCTETS is 500, one of the length that DSN needs is not, and the connection lives on."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.say(line)).startswith("500")
        assert (await client.say(f"MAIL FROM:<a@b> ENVID={'x' * 1500}")).startswith("250")
        await client.close()


@pytest.mark.parametrize("line", ["MAIL FROM:<a@b>", "RCPT TO:<a@b>", "DATA", "MAIL", "MAIL FROM:<\xff>", "DATA x"])
async def test_commands_out_of_order_are_refused(stage: Stage, line: str) -> None:
    """Before EHLO every one of them is a 5xx, and none of them kills the connection."""
    async with stage.relay() as relay:
        client = await Client.connect(relay.port)
        await client.reply()
        assert (await client.say(line)).startswith("50")
        assert (await client.say("NOOP")).startswith("250")
        await client.close()


async def test_rset_ehlo_and_helo_end_a_transaction(stage: Stage) -> None:
    """After each of them the next hop was told QUIT without DATA, and the envelope is empty."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            for number, line in enumerate(("RSET", "EHLO again.test", "HELO again.test"), 1):
                assert (await client.send()).startswith("250")
                await client.say("MAIL FROM:<a@b>")
                await client.say("RCPT TO:<c@d>")
                assert (await client.say(line)).startswith("250")
                assert (await client.say("DATA")).startswith("503")
                await until(lambda number=number: next_hop.heard.count("QUIT") == 2 * number)
            await client.close()
    assert len(next_hop.accepted) == 3


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


async def test_a_whole_session_in_one_go(stage: Stage) -> None:
    """A client that writes everything and half-closes at once gets every reply."""
    async with stage.relay() as relay:
        client = await Client.connect(relay.port)
        commands = b"EHLO c\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n"
        client.writer.write(commands + b"Subject: x\r\n\r\n.\r\nMAIL FROM:<a@b>\r\nRSET\r\nQUIT\r\n")
        client.writer.write_eof()
        replies = [(await client.reply())[:3] for _ in range(10)]
        assert replies == ["220", "250", "250", "250", "354", "250", "250", "250", "221", ""]
        await client.close()
    assert len(stage.delivered()) == 1


async def test_a_client_that_goes_in_the_middle_of_data(stage: Stage) -> None:
    """Half a message is delivered nowhere, and the next hop hears QUIT instead of DATA."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            await client.begin()
            client.writer.write(b"Subject: x\r\n\r\nhalf")
            await client.close()
            await until(lambda: next_hop.heard[-1] == "QUIT")
            assert not relay.connections
    assert "DATA" not in next_hop.heard


async def test_a_client_that_is_reset_after_the_dot(stage: Stage) -> None:
    """A commit under way is seen through even if the connection breaks, and stopping waits for it."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        slow = SlowJudge(0.3)
        async with stage.relay() as relay:
            relay.site.judge = slow
            client = await Client.greeted(relay.port)
            await client.begin()
            client.writer.write(b"Subject: x\r\n\r\n" + b"x" * 100_000 + b"\r\n.\r\n")
            await until(lambda: slow.judged)
            linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
            client.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            client.writer.transport.abort()
            await until(lambda: not relay.connections)
    assert len(next_hop.accepted) == 1
    assert stage.journal.outcomes == ["delivered"]


async def test_a_silent_client_is_let_go(stage: Stage) -> None:
    """After idle_seconds a silent client hears 421, in DATA too, and nothing is delivered."""
    stage.listen["idle_seconds"] = 0.2
    async with stage.relay() as relay:
        silent, stuck = await Client.greeted(relay.port), await Client.greeted(relay.port)
        await stuck.begin()
        assert (await silent.reply()).startswith("421 4.4.2")
        assert (await stuck.reply()).startswith("421 4.4.2")
        assert await silent.reply() == await stuck.reply() == ""
        await asyncio.gather(silent.close(), stuck.close())
    assert stage.delivered() == []


async def test_a_slow_client_is_not_a_silent_one(stage: Stage) -> None:
    """Content that comes steadily, and judging, may each take longer than idle_seconds."""
    stage.listen["idle_seconds"] = 0.3
    async with stage.relay() as relay:
        relay.site.judge = SlowJudge(0.5)
        client = await Client.greeted(relay.port)
        await client.begin()
        for _ in range(6):
            client.writer.write(b"\r\n" + b"x" * 20_000)
            await asyncio.sleep(0.1)
        assert (await client.finish(b"\r\n.\r\n")).startswith("250")
        await client.close()
    assert len(stage.delivered()) == 1


async def test_a_drain_lets_transactions_finish(stage: Stage) -> None:
    """While it stops, idle clients hear 421, the one in a transaction gets its 250 and then 421, and no new one is greeted."""
    async with stage.relay() as relay:
        idle, busy = await Client.greeted(relay.port), await Client.greeted(relay.port)
        await busy.begin()
        port = relay.port
        drained = asyncio.create_task(relay.drain())
        assert (await idle.reply()).startswith("421 4.3.2")
        with pytest.raises(ConnectionError):
            await Client.connect(port)
        assert not drained.done()
        assert (await busy.finish(b"Subject: x\r\n\r\n.\r\n")).startswith("250")
        assert (await busy.reply()).startswith("421 4.3.2")
        await asyncio.wait_for(drained, 5)
        await asyncio.gather(idle.close(), busy.close())
    assert len(stage.delivered()) == 1


async def test_whoever_comes_during_a_drain_is_sent_away(stage: Stage) -> None:
    """A client that was in the listen queue when the drain began hears 421 for a greeting."""
    async with stage.relay() as relay:
        relay.draining = True
        client = await Client.connect(relay.port)
        assert (await client.reply()).startswith("421 4.3.2")
        await client.close()


async def test_a_drain_has_an_end(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that does not finish its transaction within DRAIN_SECONDS hears 421; a commit under way is still waited for."""
    monkeypatch.setattr(server, "DRAIN_SECONDS", 0.1)
    async with stage.relay() as relay:
        relay.site.judge = SlowJudge(0.5)
        stuck, busy = await Client.greeted(relay.port), await Client.greeted(relay.port)
        await asyncio.gather(stuck.begin(), busy.begin())
        busy.writer.write(b"\r\n" + b"x" * 100_000 + b"\r\n.\r\n")
        await until(lambda: relay.site.pending)
        await relay.drain()
        assert (await stuck.reply()).startswith("421 4.3.2")
        assert (await busy.reply()).startswith("250")
        await asyncio.gather(stuck.close(), busy.close())
    assert len(stage.delivered()) == 1


async def test_a_port_that_is_taken(stage: Stage) -> None:
    """A port in use is told as such."""
    async with stage.relay() as relay:
        stage.listen["port"] = relay.port
        with pytest.raises(UsageError, match=f"port {relay.port}"):
            async with stage.relay():
                pass


async def test_a_maildir_that_cannot_be_made(stage: Stage) -> None:
    """A Maildir in the way of a file is told before any mail is taken."""
    stage.maildir.write_text("a file")
    with pytest.raises(UsageError, match="maildir"):
        async with stage.relay():
            pass


def test_a_relay_that_does_not_listen_has_no_port(stage: Stage) -> None:
    """The port is known once it listens."""
    relay = Relay.__new__(Relay)
    relay._server = None
    with pytest.raises(RuntimeError):
        _ = relay.port


async def test_held_mail_is_answered_like_any_other(stage: Stage) -> None:
    """The client of a held message hears 250 and nothing of a quarantine."""
    stage.judge.score = HELD
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        reply = await client.send()
        await client.close()
    assert reply.startswith("250 2.0.0 Ok: accepted ")
    assert [mail.content for mail in stage.quarantine.held] == [MESSAGE]
    assert stage.delivered() == []
