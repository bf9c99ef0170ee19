"""docs/postfix.md with a real Postfix: its blocks run as they stand, on the ports they name, in a network of their own."""

from __future__ import annotations

import asyncio
import email
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from actors import HELD, MESSAGE, REJECTED, Client, NextHop, Stage
from host import own_network, running, until
from neighbours import PAGE, block, client, postfix, serving, sink

from filter.config.file import load
from filter.judge.policy import Policies, Policy, Thresholds
from filter.smtp.relay import Relay

pytestmark = [pytest.mark.debian, pytest.mark.usefixtures("network")]
Find = Callable[[str], str]

PUBLIC, RELAY, BACK = 25, 10025, 10026
BACK_IN = block("master.cf: the way back in")
BEFORE = block("master.cf: the public side, before the queue")
MAIN_AFTER, AFTER = block("main.cf: after the queue"), block("master.cf: the way to Sievert, after the queue")
PLAIN = "smtp      inet  n       -       n       -       -       smtpd\n"
TOML = {place: block(f"sievert.toml: {place}") for place in ("before the queue", "after the queue", "in front of Postfix")}
MESSAGES = 5_000
BODY = MESSAGE.partition(b"\r\n\r\n")[2]


@pytest.fixture
def network() -> Iterator[None]:
    """The ports that the page names are free."""
    with own_network(PUBLIC, RELAY, BACK):
        yield


@pytest.fixture
def find(debian: Find) -> Find:
    """`debian`, by a shorter name."""
    return debian


def relay(stage: Stage, folder: Path, place: str) -> Relay:
    """A relay as the page configures it, with the stage's judge and stores."""
    file = folder / "sievert.toml"
    file.write_text(TOML[place])
    return Relay(load(file), stage.judge, stage.policies, stage.quarantine, stage.journal)


async def test_before_the_queue(stage: Stage, find: Find, tmp_path: Path) -> None:
    """Mail is delivered once and stamped, DSN parameters and SMTPUTF8 arrive as they came, and a refusal is the sender's reply."""
    async with NextHop().running() as final, postfix(find, final.port, "", BEFORE, BACK_IN, ports=(PUBLIC, BACK)) as instance:
        async with relay(stage, tmp_path, "before the queue"):
            sender = await client(PUBLIC)
            assert (await sender.say("MAIL FROM:<jörg@example.org> SMTPUTF8 RET=HDRS ENVID=aB+3Dc")).startswith("250")
            assert (await sender.say("RCPT TO:<bob@example.net> NOTIFY=FAILURE ORCPT=rfc822;Bob@example.net")).startswith("250")
            assert (await sender.say("DATA")).startswith("354")
            reply = await sender.finish((b"\r\n" + MESSAGE).replace(b"\r\n.", b"\r\n..")[2:] + b".\r\n")
            assert reply.startswith("250 2.0.0 Ok: accepted "), instance.log
            stage.judge.score = REJECTED
            assert await sender.send() == "550 5.7.1 Message refused"
            stage.judge.score = HELD
            assert (await sender.send()).startswith("250 2.0.0 Ok: accepted ")
            await sender.close()
        await instance.settled()
    (content,) = final.accepted
    assert email.message_from_bytes(content)["X-Sievert-Verdict"].startswith("deliver;")
    assert content.endswith(BODY)
    mail, rcpt = [set(line.split(" ")[1:]) for line in final.heard if line[:4] in ("MAIL", "RCPT")]
    assert {"FROM:<jörg@example.org>", "SMTPUTF8", "RET=HDRS", "ENVID=aB+3Dc"} <= mail
    assert {"NOTIFY=FAILURE", "ORCPT=rfc822;Bob@example.net"} <= rcpt
    assert stage.journal.outcomes == ["delivered", "refused", "held"]


async def test_before_the_queue_with_something_down(stage: Stage, find: Find, tmp_path: Path) -> None:
    """Without Sievert, and without the way back in, the sender hears 451, and nothing is taken."""
    async with NextHop().running() as final, postfix(find, final.port, "", BEFORE, ports=(PUBLIC,)) as instance:
        sender = await client(PUBLIC)
        assert (await sender.send()).startswith("451 ")
        async with relay(stage, tmp_path, "before the queue"):
            assert (await sender.send()).startswith("451 ")
        await sender.close()
        await instance.settled()  # it removes its file of a refused message a moment after the reply
    assert final.accepted == []


@pytest.mark.parametrize("speed_adjust", [True, False])
async def test_before_the_queue_for_groups_that_differ(stage: Stage, find: Find, tmp_path: Path, speed_adjust: bool) -> None:
    """Where recipients differ in what is refused, only without speed_adjust does a 452 concern one of them alone."""
    strict = Policy(overall=Thresholds(reject=1.0))
    stage.policies = Policies(stage.policies.of(""), ((frozenset(["eve@example.net"]), strict),))
    front = BEFORE if speed_adjust else BEFORE.replace("  -o smtpd_proxy_options=speed_adjust\n", "")
    async with NextHop().running() as final, postfix(find, final.port, "", front, BACK_IN, ports=(PUBLIC, BACK)) as instance:
        async with relay(stage, tmp_path, "before the queue"):
            sender = await client(PUBLIC)
            replies = [
                await sender.say(line) for line in ("MAIL FROM:<>", "RCPT TO:<bob@example.net>", "RCPT TO:<eve@example.net>", "DATA")
            ]
            replies.append(await sender.finish(b"\r\nx\r\n.\r\n"))
            await sender.close()
        await instance.settled()
    codes = [reply[:3] for reply in replies]
    assert codes == ["250", "250", "250", "354", "452"] if speed_adjust else ["250", "250", "452", "354", "250"]
    assert len(final.accepted) == (0 if speed_adjust else 1)


async def test_after_the_queue(stage: Stage, find: Find, tmp_path: Path) -> None:
    """Mail is delivered once and stamped; what is held or would be refused is held, and nobody gets a bounce."""
    async with (
        NextHop().running() as final,
        postfix(find, final.port, MAIN_AFTER, PLAIN, AFTER, BACK_IN, ports=(PUBLIC, BACK)) as instance,
        relay(stage, tmp_path, "after the queue"),
    ):
        sender = await client(PUBLIC)
        for number, score in enumerate((stage.judge.score, HELD, REJECTED), 1):
            stage.judge.score = score
            assert (await sender.send()).startswith("250")
            await until(lambda: len(stage.judge.judged) == number, lambda: instance.log)  # noqa: B023  (waited for right here)
        await sender.close()
        await instance.settled()
        assert "status=bounced" not in instance.log
    (content,) = final.accepted
    assert email.message_from_bytes(content)["X-Sievert-Verdict"].startswith("deliver;")
    assert [BODY in held.content for held in stage.quarantine.held] == [True, True]
    assert stage.journal.outcomes == ["delivered", "held", "held"]
    assert not [line for line in final.heard if line.startswith("MAIL FROM:<>")]


async def test_after_the_queue_in_circles(stage: Stage, find: Find, tmp_path: Path) -> None:
    """Without the way back in's empty content_filter a message goes round 25 times, and then it bounces."""
    back = BACK_IN.replace("  -o content_filter=\n", "")
    async with (
        NextHop().running() as final,
        postfix(find, final.port, MAIN_AFTER, PLAIN, AFTER, back, ports=(PUBLIC, BACK)) as instance,
        relay(stage, tmp_path, "after the queue"),
    ):
        sender = await client(PUBLIC)
        assert (await sender.send()).startswith("250")
        await sender.close()
        await until(lambda: final.accepted, lambda: instance.log)
        await instance.settled()
    assert len(stage.judge.judged) == 25
    (bounce,) = final.accepted
    assert b"Error: too many hops" in bounce


async def test_after_the_queue_without_sievert(find: Find) -> None:
    """While Sievert is away mail waits in the queue."""
    async with (
        NextHop().running() as final,
        postfix(find, final.port, MAIN_AFTER, PLAIN, AFTER, BACK_IN, ports=(PUBLIC, BACK)) as instance,
    ):
        sender = await client(PUBLIC)
        assert (await sender.send()).startswith("250")
        await sender.close()
        await until(lambda: "status=deferred" in instance.log, lambda: instance.log)
        assert len(instance.queued()) == 1
    assert final.accepted == []


@pytest.mark.parametrize("place", ["before the queue", "after the queue"])
async def test_the_first_week(find: Find, tmp_path: Path, place: str) -> None:
    """All is delivered, and the journal has what would be done and the client's own address, which came by XFORWARD."""
    main, *services = ("", BEFORE) if place == "before the queue" else (MAIN_AFTER, PLAIN, AFTER)
    harsh = "[policy.overall]\ntag = -99.0\nquarantine = -99.0\nreject = -99.0\n"
    async with (
        NextHop().running() as final,
        postfix(find, final.port, main, *services, BACK_IN, ports=(PUBLIC, BACK)) as instance,
        serving(tmp_path, TOML[place] + block("sievert.toml: the first week") + harsh) as sievert,
    ):
        sender = await client(PUBLIC, source="127.0.0.7")
        assert (await sender.send()).startswith("250")
        await sender.close()
        await instance.settled()
        await until(sievert.journal)
        (event,), (entry,) = sievert.events("transaction"), sievert.journal()
        reinjected = re.findall(r"postfix/reinject/smtpd.*: client=localhost\S+, .*orig_client=(\S+)", instance.log)
    assert b"observed=reject;" in final.accepted[0]
    assert (event["client"], event["helo"]) == ("127.0.0.7", "client.test")
    assert (entry.client, entry.action, entry.outcome) == ("127.0.0.7", "reject", "delivered")
    assert reinjected == ["unknown[127.0.0.7]"]
    (query,) = re.findall(r'sqlite3 sievert-state/journal.db "(.*)"', PAGE.read_text())
    with closing(sqlite3.connect(tmp_path / "sievert-state" / "journal.db")) as database:
        ((_, *row),) = database.execute(query.replace('\\"', '"'))
    assert row == ["ann@example.org", "reject", entry.score]


async def test_in_front_of_postfix(stage: Stage, find: Find, tmp_path: Path) -> None:
    """A stranger reaches the relayed domain and no other, hears of unknown recipients at once, and Postfix logs its address."""
    main = "relay_domains = example.org\nrelay_recipient_maps = inline:{ann@example.org=1}\n"
    async with (
        NextHop().running() as final,
        postfix(find, final.port, main, block("master.cf: behind Sievert"), ports=(BACK,)) as instance,
        relay(stage, tmp_path, "in front of Postfix"),
    ):
        stranger = await client(PUBLIC)
        assert (await stranger.say("XCLIENT ADDR=192.0.2.7 NAME=stranger.test")).startswith("220 ")
        assert (await stranger.say("EHLO stranger.test")).startswith("250-")
        assert (await stranger.say("MAIL FROM:<eve@example.com>")).startswith("250")
        assert (await stranger.say("RCPT TO:<bob@example.net>")) == "554 5.7.1 Relay access denied"
        assert (await stranger.say("RCPT TO:<nobody@example.org>")).startswith("550 5.1.1 ")
        assert (await stranger.say("RCPT TO:<ann@example.org>")).startswith("250 2.1.5 ")
        assert (await stranger.say("DATA")).startswith("354")
        assert (await stranger.finish(b"Subject: x\r\n\r\nx\r\n.\r\n")).startswith("250 2.0.0 Ok: accepted")
        await stranger.close()
        # Sievert lets loopback relay; the smtpd behind it relays for nobody.
        local = await client(PUBLIC)
        assert "554 5.7.1 <bob@example.net>: Relay access denied" in await local.send(MESSAGE, "bob@example.net")
        await local.close()
        await instance.settled()
        assert re.findall(r"postfix/behind/smtpd.* orig_client=(\S+)", instance.log)[0].endswith("[192.0.2.7]")
    assert len(final.accepted) == 1
    assert stage.judge.judged[0].envelope.client == "192.0.2.7"


async def test_five_thousand_messages(find: Find, tmp_path: Path) -> None:
    """What smtp-source sent is counted at smtp-sink, in the journal and in the log, one for one."""
    async with sink(find, "-c", port=BACK) as dumps, serving(tmp_path, TOML["before the queue"]) as sievert:
        load_options = ("-s", "10", "-l", "2000", "-m", str(MESSAGES), "-f", "ann@example.org", "-t", "bob@example.net")
        async with running(find("smtp-source"), *load_options, f"127.0.0.1:{RELAY}", log=tmp_path / "source") as source:
            assert await asyncio.wait_for(source.wait(), 120) == 0, (tmp_path / "source").read_text()
        await until(lambda: len(sievert.journal(MESSAGES + 1)) == MESSAGES)
        outcomes = [entry.outcome for entry in sievert.journal(MESSAGES + 1)]
        logged = [event["outcome"] for event in sievert.events("transaction")]
        counted = [int(number) for number in re.findall(r"mesg=(\d+)", (dumps / "log").read_text())]
    assert sorted(outcomes) == sorted(logged)
    assert outcomes.count("delivered") == counted[-1]
    assert outcomes.count("delivered") + outcomes.count("held") + outcomes.count("refused") == MESSAGES


async def test_the_sink_gets_the_octets_that_were_judged(stage: Stage, find: Find, tmp_path: Path) -> None:
    """A mail server nobody here wrote gets the message whole."""
    async with sink(find, "-d", "dump.", port=BACK) as dumps:
        async with relay(stage, tmp_path, "before the queue"):
            sender: Client = await client(RELAY)
            assert (await sender.send()).startswith("250")
            await sender.close()
        (dump,) = dumps.glob("dump.*")
        assert MESSAGE.replace(b"\r\n", b"\n") in dump.read_bytes()
