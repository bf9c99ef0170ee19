from __future__ import annotations

import asyncio
from typing import Any

import pytest
from actors import HELD, MESSAGE, Client, NextHop, Stage
from cast import Onward

from filter.smtp import replies
from filter.smtp.dialogue import Dialogue
from filter.smtp.intake import COMMAND_OCTETS
from filter.smtp.introduction import MAX_ERRORS

pytestmark = pytest.mark.usefixtures("prompt")


async def test_greeting_and_extensions(stage: Stage) -> None:
    """The greeting names the configured host, EHLO offers what is kept and nothing else, QUIT ends it."""
    stage.settings["max_message_bytes"] = 70_000
    stage.listen["trusted_networks"] = []
    async with stage.relay() as relay:
        client = await Client.connect(relay.port)
        assert await client.reply() == "220 relay.test ESMTP Sievert"
        offers = ("PIPELINING", "SIZE 70000", "ENHANCEDSTATUSCODES", "CHUNKING", "8BITMIME")
        assert (await client.say("EHLO client.test")).split("\n") == [*(f"250-{line}" for line in ("relay.test", *offers)), "250 SMTPUTF8"]
        assert await client.say("QUIT") == "221 2.0.0 Bye"
        assert await client.reply() == ""
        await client.close()


async def test_a_message_is_delivered(stage: Stage) -> None:
    """Content arrives to the octet behind stamp and traces, with the name and the address of the client."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.send()).startswith("250 2.0.0 Ok: accepted ")
        await client.close()
    (delivered,) = stage.delivered()
    assert delivered.endswith(MESSAGE)
    assert b"Received: from client.test ([127.0.0.1])\r\n\tby relay.test (Sievert) with ESMTP\r\n" in delivered


async def test_held_mail_is_answered_like_any_other(stage: Stage) -> None:
    """The client of a held message hears 250 and nothing of a quarantine."""
    stage.judge.score = HELD
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.send()).startswith("250 2.0.0 Ok: accepted ")
        await client.close()
    assert [mail.content for mail in stage.quarantine.held] == [MESSAGE]
    assert stage.delivered() == []


async def test_lmtp_on_the_wire(stage: Stage) -> None:
    """An LMTP client hears a line for each recipient."""
    stage.listen["protocol"] = "lmtp"
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port, "LHLO")
        assert (await client.send(MESSAGE, "bob@example.net", "eve@example.net")).startswith("250 2.0.0")
        assert (await client.reply()).startswith("250 2.0.0")
        assert (await client.say("NOOP")) == "250 2.0.0 Ok"
        await client.close()
    assert b"with LMTP" in stage.delivered()[0]


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
    assert stage.delivered()[0].startswith(b"Return-Path: <>\r\n")


async def test_parameters_reach_the_next_hop(stage: Stage) -> None:
    """DSN parameters are accepted and reach the next hop in their own case."""
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
    """MAIL and RCPT are answered by the next hop, line by line, while the transaction happens."""
    async with NextHop(says={"RCPT": "550-5.1.1 no such\r\n550 5.1.1 user"}).running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            assert await client.begin() == "550-5.1.1 no such\n550 5.1.1 user"
            next_hop.says.clear()
            assert await client.say("RCPT TO:<eve@example.net>") == "250 2.0.0 ok"
            assert (await client.say("DATA")).startswith("354")
            assert (await client.finish(b"\r\nx\r\n.\r\n")).startswith("250")
            await client.close()
    assert stage.judge.judged[0].envelope is not None
    assert stage.judge.judged[0].envelope.recipients == ("eve@example.net",)


async def test_a_bug_in_a_command_is_a_451(stage: Stage, logged: list[Any]) -> None:
    """Where aiosmtpd would say 500 and keep the envelope we say 451 and forget it; the next message passes."""
    async with stage.relay() as relay:
        proper, relay.site.next_hop = relay.site.next_hop, Onward()
        relay.site.next_hop.hop.says["rcpt"] = ValueError("secret")
        client = await Client.greeted(relay.port)
        assert await client.begin() == "451 4.3.0 Temporary failure, try again later"
        assert (await client.say("DATA")).startswith("503")
        relay.site.next_hop = proper
        assert (await client.send()).startswith("250")
        await client.close()
    assert any(event["event"] == "command failed" for event in logged)


async def test_too_large_a_message(stage: Stage) -> None:
    """Past the size limit it is 552 after the dot, or at MAIL where SIZE says so; the connection lives on."""
    stage.settings["max_message_bytes"] = 65_536
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.say("MAIL FROM:<a@b> SIZE=65537")).startswith("552 5.3.4")
        assert (await client.send(b"\r\n" + b"x" * 300_000 + b"\r\n")).startswith("552 5.3.4")
        assert (await client.send()).startswith("250")
        await client.close()
        assert relay.site.budget.free == relay.site.settings.max_in_flight_bytes
    assert len(stage.delivered()) == 1


async def test_long_lines_pass(stage: Stage) -> None:
    """A line of any length is content."""
    content = b"\r\n" + b"x" * 200_000 + b"\r\n"
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.send(content)).startswith("250")
        await client.close()
    assert stage.delivered()[0].endswith(content)


# --- command lines


@pytest.mark.parametrize("line", ["MAIL FROM:<" + "x" * COMMAND_OCTETS + "@b>", "NOOP " + "x" * 200_000, "x" * (COMMAND_OCTETS - 1)])
async def test_a_command_line_past_the_limit(stage: Stage, line: str) -> None:
    """A line past COMMAND_OCTETS is 500, one at it is not, and the connection lives on."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.say(line)).startswith("500 5.5.2 Command line too long")
        longest = f"MAIL FROM:<a@b> ENVID={'x' * (COMMAND_OCTETS - 24)}"
        assert len(longest) == COMMAND_OCTETS - 2
        assert (await client.say(longest)).startswith("250")
        await client.close()


async def test_lines_past_the_limit_are_errors(stage: Stage) -> None:
    """They are counted like any other, and the client is let go in the end."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        client.writer.write((b"x" * COMMAND_OCTETS + b"\r\n") * (MAX_ERRORS + 1))
        said = [await client.reply() for _ in range(MAX_ERRORS + 2)]
        assert {reply[:3] for reply in said[:MAX_ERRORS]} == {"500"}
        assert said[MAX_ERRORS:] == [str(replies.TOO_MANY_ERRORS), ""]
        await client.close()


async def test_nothing_is_obeyed_after_the_end(stage: Stage) -> None:
    """What a client sent behind the command that ended its connection is not done in silence."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        assert (await client.say("MAIL FROM:<a@b>")).startswith("250")
        assert (await client.say("RCPT TO:<c@d>")).startswith("250")
        client.writer.write(b"BDAT of no length\r\nBDAT 4 LAST\r\nx\r\n\r\n")
        assert (await client.reply()).startswith("501 5.5.4")
        assert await client.reply() == ""
        await client.close()
    assert stage.judge.judged == []
    assert stage.delivered() == []


async def test_a_whole_session_in_one_go(stage: Stage) -> None:
    """A client that writes everything and half-closes at once gets every reply."""
    async with stage.relay() as relay:
        client = await Client.connect(relay.port)
        commands = b"EHLO c\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n"
        client.writer.write(commands + b"Subject: x\r\n\r\n.\r\nMAIL FROM:<a@b>\r\nRSET\r\nQUIT\r\n")
        client.writer.write_eof()
        said = [(await client.reply())[:3] for _ in range(10)]
        assert said == ["220", "250", "250", "250", "354", "250", "250", "250", "221", ""]
        await client.close()
    assert len(stage.delivered()) == 1


async def test_a_client_that_pipelines_leaves_others_their_turn(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many commands came at once, the event loop goes round between them."""
    obeyed, most, obey = 0, 0, Dialogue.obey

    async def counting(self: Dialogue, line: bytes) -> None:
        nonlocal obeyed
        obeyed += 1
        await obey(self, line)

    monkeypatch.setattr(Dialogue, "obey", counting)
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        client.writer.write(b"NOOP\r\n" * 20_000)
        reading = asyncio.create_task(client.reader.readexactly(len(f"{replies.OK}\r\n") * 20_000))
        while not reading.done():
            before = obeyed
            await asyncio.sleep(0)
            most = max(most, obeyed - before)
        await client.close()
    assert most < 1_000
