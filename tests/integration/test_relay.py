"""The whole relay between real sockets: what is promised is kept, whatever dies and whenever."""

from __future__ import annotations

import asyncio
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from actors import HAM, HELD, MESSAGE, REJECTED, TAGGED, Client, NextHop, Stage

from filter.judge.policy import Policy, Thresholds
from filter.smtp import recorder

MOMENTS = ("greeting", "EHLO", "MAIL", "RCPT", "DATA", "content", "dot")
TIMES = ("connect_seconds", "reply_seconds", "handover_seconds", "done_seconds")
CLIENTS = 5
MESSAGES = 20


@pytest.fixture(autouse=True)
def _prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "GATHER_SECONDS", 0.0)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("how", ["dies", "hangs"])
@pytest.mark.parametrize("octets", [100, 300_000])
async def test_a_next_hop_that_fails_at_any_moment(stage: Stage, moment: str, how: str, octets: int) -> None:
    """Dead or silent in whatever phase: the client hears 4xx, never 250, and nothing is held or delivered."""
    async with NextHop(**{how: moment}).running() as next_hop:
        stage.hand_on_to(next_hop.port, **dict.fromkeys(TIMES, 0.2))
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
        stage.hand_on_to(next_hop.port, **dict.fromkeys(TIMES, 0.2))
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
    """Held and refused mail ends downstream in RSET after RCPT; DATA is never said, and the connection serves the next mail."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            stage.judge.score = score
            assert (await client.send()).startswith("250" if score == HELD else "550 5.7.1")
            stage.judge.score = HAM
            assert (await client.send()).startswith("250")
            await client.close()
    verbs = [line.split(" ")[0] for line in next_hop.heard]
    assert verbs == ["EHLO", "MAIL", "RCPT", "RSET", "MAIL", "RCPT", "DATA", "QUIT"]
    assert len(next_hop.accepted) == 1
    assert len(stage.quarantine.held) == (score == HELD)


async def test_each_recipient_gets_what_its_policy_says(stage: Stage) -> None:
    """Delivered to one, tagged for another, held for a third: each copy once, through a real next hop."""
    strict, lax = (
        Policy(overall=Thresholds(quarantine=2.0, reject=12.0), group="strict"),
        Policy(overall=Thresholds(reject=12.0), group="lax"),
    )
    stage.policies = replace(stage.policies, groups=((frozenset({"strict@x.test"}), strict), (frozenset({"@lax.test"}), lax)))
    stage.judge.score = TAGGED
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            assert (await client.send(MESSAGE, "strict@x.test", "a@lax.test", "bob@example.net", "b@lax.test")).startswith("250")
            await client.close()
    assert [mail.envelope and mail.envelope.recipients for mail in stage.quarantine.held] == [("strict@x.test",)]
    assert [b"X-Spam-Flag: YES" in copy for copy in next_hop.accepted] == [False, True]
    transactions = "\n".join(next_hop.heard).split("DATA")
    assert [re.findall("RCPT TO:<(.*?)>", part)[-count:] for part, count in zip(transactions, (2, 1), strict=False)] == [
        ["a@lax.test", "b@lax.test"],
        ["bob@example.net"],
    ]


@pytest.mark.parametrize(
    "end", [{"dies": "dot 2"}, {"hangs": "dot 2"}, {"says": {"dot 2": "421 4.3.2 going down"}}, {"says": {"dot 2": "no reply at all"}}]
)
async def test_an_lmtp_next_hop_that_breaks_off_between_its_replies(stage: Stage, end: dict[str, Any]) -> None:
    """Whoever it took the message for hears 250, the others 451: a retry doubles nothing."""
    stage.listen["protocol"] = "lmtp"
    async with NextHop(lmtp=True, **end).running() as next_hop:
        stage.hand_on_to(next_hop.port, kind="lmtp", **({"done_seconds": 0.5} if "hangs" in end else {}))
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port, "LHLO")
            said = [await client.send(MESSAGE, "bob@example.net", "eve@example.net"), await client.reply()]
            await client.close()
    assert [reply[:3] for reply in said] == ["250", "451"]
    assert len(next_hop.accepted) == 1


SMUGGLED = b"MAIL FROM:<evil@example.org>\r\nRCPT TO:<eve@example.net>\r\nDATA\r\nSubject: smuggled\r\n\r\nevil"
FORMS = (
    b"\n.\n",
    b"\n.\r\n",
    b"\r.\r",
    b"\r.\r\n",
    b"\r.\n",
    b"\n.\r",
    b"\r\n.\n",
    b"\r\n.\r",
    b"\r\r\n.\r\r\n",
    b"\r\n.\r\r\n",
    b"\n\r\n.\n",
    b"\n\n.\r\n",
    b"\n.\n\r\n",
    b"\r\n\r.\r\n",
    b"\n\r.\n\r",
    b"\r\n.\x00\r\n",
    b"\r\n\x00.\r\n",
    b"\r\n. \r\n",
    b"\r\n..\r\n",
    b"\x85.\x85",
    b"\xe2\x80\xa8.\xe2\x80\xa8",
)
BARE = re.compile(rb"\r(?!\n)|(?<!\r)\n")


@pytest.mark.parametrize("command", ["DATA", "BDAT"])
@pytest.mark.parametrize("newlines", ["normalise", "refuse"])
@pytest.mark.parametrize("form", [*FORMS, b"\r\n.\r\n"])
async def test_no_second_message_is_smuggled(stage: Stage, form: bytes, newlines: str, command: str) -> None:
    """Whatever pretends to end the content, the next hop gets one message, of the octets that were judged; or it is refused."""
    content = b"Subject: x\r\n\r\nhello" + form + SMUGGLED + b"\r\n"
    if command == "DATA" and form not in FORMS:
        content = content.replace(form, b"\r\n..\r\n")  # as a client must
    stage.settings["bare_newlines"] = newlines
    refused = newlines == "refuse" and BARE.search(content) is not None
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with stage.relay() as relay:
            client = await Client.greeted(relay.port)
            await client.say("MAIL FROM:<ann@example.org>")
            await client.say("RCPT TO:<bob@example.net>")
            if command == "DATA":
                assert (await client.say("DATA")).startswith("354")
                reply = await client.finish(content + b".\r\n")
            else:
                reply = await client.finish(b"BDAT %d LAST\r\n%s" % (len(content), content))
            assert reply.startswith("550 5.5.2" if refused else "250")
            assert (await client.say("QUIT")).startswith("221")
            await client.close()
    assert len(next_hop.accepted) == len(stage.judge.judged) == (not refused)
    assert "evil" not in "".join(next_hop.heard)
    for accepted, judged in zip(next_hop.accepted, stage.judge.judged, strict=True):
        assert accepted.endswith(judged.content)
        assert judged.content.endswith(b"evil\r\n")
        assert BARE.search(accepted) is None


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
