"""The whole relay between real sockets: what is promised is kept, whatever dies and whenever."""

from __future__ import annotations

import asyncio
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from actors import HAM, HELD, MESSAGE, REJECTED, TAGGED, Client, NextHop, Stage

MOMENTS = ("greeting", "EHLO", "MAIL", "RCPT", "DATA", "content", "dot")
CLIENTS = 5
MESSAGES = 20


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("how", ["dies", "hangs"])
@pytest.mark.parametrize("octets", [100, 300_000])
async def test_a_next_hop_that_fails_at_any_moment(stage: Stage, moment: str, how: str, octets: int) -> None:
    """Dead or silent in whatever phase: the client hears 4xx, never 250, and nothing is held or delivered."""
    async with NextHop(**{how: moment}).running() as next_hop:
        stage.hand_on_to(next_hop.port, connect_seconds=0.2, reply_seconds=0.2)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            reply = await client.send(b"\r\n" + b"x\r\n" * (octets // 3))
            assert re.match(r"45[0-9] 4\.\d\.\d ", reply)
            await client.close()
    assert next_hop.accepted == []
    assert stage.quarantine.held == []


@pytest.mark.parametrize("moment", ["dies", "hangs"])
async def test_a_retry_after_a_failure_is_delivered_once(stage: Stage, moment: str) -> None:
    """The same client on the same connection tries again after a 4xx, and the message arrives once."""
    async with NextHop(**{moment: "DATA"}).running() as next_hop:
        stage.hand_on_to(next_hop.port, reply_seconds=0.2)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            assert (await client.send()).startswith("451")
            next_hop.dies = next_hop.hangs = ""
            assert (await client.send()).startswith("250")
            await client.close()
    assert len(next_hop.accepted) == 1
    assert stage.journal.outcomes == ["tempfail", "delivered"]


@pytest.mark.parametrize("score", [HELD, REJECTED])
async def test_what_is_not_delivered_leaves_no_trace_at_the_next_hop(stage: Stage, score: float) -> None:
    """Held and refused mail ends downstream in QUIT after RCPT; DATA is never said."""
    stage.judge.score = score
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            assert (await client.send()).startswith("250" if score == HELD else "550 5.7.1")
            await client.close()
    assert [line.split(" ")[0] for line in next_hop.heard] == ["EHLO", "MAIL", "RCPT", "QUIT"]
    assert len(stage.quarantine.held) == (score == HELD)


SMUGGLED = b"MAIL FROM:<evil@example.org>\r\nRCPT TO:<eve@example.net>\r\nDATA\r\nSubject: smuggled\r\n\r\nevil"


@pytest.mark.parametrize(
    "form", [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r\n.\n", b"\r\r\n.\r\r\n", b"\r.\r\n", b"\n.\r", b"\r\n.\r", b"\r\n\x00.\r\n"]
)
async def test_no_second_message_is_smuggled(stage: Stage, form: bytes) -> None:
    """Whatever pretends to end the content, the next hop gets one message, and its octets are the ones that were judged."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            await client.begin()
            assert (await client.finish(b"Subject: x\r\n\r\nhello" + form + SMUGGLED + b"\r\n.\r\n")).startswith("250")
            assert (await client.say("QUIT")).startswith("221")
            await client.close()
    (accepted,) = next_hop.accepted
    (judged,) = stage.judge.judged
    assert accepted.endswith(judged.content)
    assert judged.content.endswith(b"evil\r\n")
    assert b"evil@example.org" not in "".join(next_hop.heard).encode()
    assert accepted.count(b"\r") == accepted.count(b"\n") == accepted.count(b"\r\n")


async def test_clients_side_by_side_are_all_accounted_for(stage: Stage) -> None:
    """Of many messages by several clients every 250 is one message in Maildir or quarantine, and no other message is."""
    scores = (HAM, TAGGED, HELD, REJECTED)
    promised: list[bytes] = []
    refused: list[bytes] = []

    class ByContent:
        """Scores by the number in the content, so that each message has a known fate."""

        def judge(self, mail):  # type: ignore[no-untyped-def]
            stage.judge.score = scores[int(re.search(rb"number (\d+)", mail.content)[1]) % len(scores)]
            return stage.judge.judge(mail)

    async def run(number: int, port: int) -> None:
        client = await Client.greeted(port)
        for count in range(MESSAGES):
            token = b"client %d number %d." % (number, count)
            reply = await client.send(b"Subject: x\r\n\r\n" + token + b"\r\n")
            (promised if reply.startswith("250") else refused).append(token)
        await client.close()

    async with stage.relay() as relay:
        relay.site.judge = ByContent()
        await asyncio.gather(*(run(number, relay.port) for number in range(CLIENTS)))
    found = [re.search(rb"client \d+ number \d+\.", octets)[0] for octets in stage.delivered()]
    found += [re.search(rb"client \d+ number \d+\.", mail.content)[0] for mail in stage.quarantine.held]
    assert sorted(found) == sorted(promised)
    assert len(promised) + len(refused) == len(stage.journal.outcomes) == CLIENTS * MESSAGES
    assert len(refused) == CLIENTS * MESSAGES // len(scores)


@pytest.mark.debian
async def test_swaks_delivers(stage: Stage, debian: Callable[[str], str], tmp_path: Path) -> None:
    """A client nobody here wrote delivers a message through the relay into the Maildir."""
    swaks = debian("swaks")
    body = tmp_path / "mail.eml"
    body.write_bytes(MESSAGE.replace(b"\r\n", b"\n"))
    async with stage.relay() as relay:
        arguments = (
            "--server",
            f"127.0.0.1:{relay.port}",
            "--from",
            "ann@example.org",
            "--to",
            "bob@example.net,eve@example.net",
        )
        process = await asyncio.create_subprocess_exec(
            swaks, *arguments, "--data", f"@{body}", stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        said, _ = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 0, said.decode()
    (delivered,) = stage.delivered()
    assert delivered.startswith(b"Return-Path: <ann@example.org>\r\nDelivered-To: bob@example.net\r\nDelivered-To: eve@example.net\r\n")
    assert MESSAGE in delivered
