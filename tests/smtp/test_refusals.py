from __future__ import annotations

import asyncio
from typing import Any

import pytest
from actors import Client, Stage
from cast import ADDRESSED, MX, OPEN, TLS, Cast, Talk, break_off
from host import until

from filter.errors import NextHopError
from filter.smtp import refusals, replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.introduction import MAX_ERRORS
from filter.smtp.refusals import Refusals, shown
from filter.smtp.replies import Reply

ANN, BOB = "ann@example.org", "bob@example.net"
HALF = b"Subject: Lunch\r\n\r\nHalf of a mess"
CLIENT = {"client": "192.0.2.7", "helo": "client.test"}


def told(logged: list[Any], *keys: str) -> list[tuple[Any, ...]]:
    """The events with their levels, and these of their facts."""
    return [(one["event"], one["log_level"], *(one.get(key) for key in keys)) for one in logged]


# --- what is refused at MAIL and RCPT


@pytest.mark.parametrize(
    ("line", "reply", "sender"),
    [
        (f"MAIL FROM:<{ANN}> SIZE=99999999999", replies.TOO_LARGE, ANN),
        (f"MAIL FROM:<{ANN}> RET=HALF", replies.BAD_PARAMETER, ANN),
        ("MAIL FROM:<ann @example\x1b.org>", replies.BAD_SENDER, "FROM:<ann @example?.org>"),
    ],
)
async def test_a_sender_that_is_refused(line: str, reply: Reply, sender: str, logged: list[Any]) -> None:
    """It has a line, with who it was and what was said; what is no address is told as it came, fit for a terminal."""
    talk = await Talk().after("EHLO client.test")
    assert await talk.hear(line) == str(reply)
    assert logged == [{"log_level": "info", "event": "sender refused", **CLIENT, "sender": sender, "reply": str(reply)}]


@pytest.mark.parametrize(
    ("listen", "before", "reply"), [(OPEN, [], replies.NEED_HELLO), (TLS | {"tls": "required"}, ["EHLO x"], replies.NEED_TLS)]
)
async def test_mail_before_its_time(listen: dict[str, Any], before: list[str], reply: Reply, logged: list[Any]) -> None:
    """A client that did not greet, or does not go over to TLS, is told of too, and it counts as a mistake."""
    talk = await Talk(listen).after(*before)
    assert await talk.hear(f"MAIL FROM:<{ANN}>") == str(reply)
    assert told(logged, "sender", "reply") == [("sender refused", "info", ANN, str(reply))]
    for _ in range(MAX_ERRORS):
        last = await talk.hear(f"MAIL FROM:<{ANN}>")
    assert last == str(replies.TOO_MANY_ERRORS)


async def test_a_relay_that_is_denied(logged: list[Any]) -> None:
    """Whom we take no mail for: client, sender, recipient, reply."""
    talk = await Talk(MX).after("EHLO client.test", f"MAIL FROM:<{ANN}>")
    assert await talk.hear("RCPT TO:<eve@victim.example>") == str(replies.RELAY_DENIED)
    about = {**CLIENT, "sender": ANN, "recipient": "eve@victim.example", "reply": str(replies.RELAY_DENIED)}
    assert logged == [{"log_level": "info", "event": "recipient refused", **about}]


@pytest.mark.parametrize("reply", [Reply(550, "5.1.1 no such user"), Reply(450, "4.2.0 greylisted")])
async def test_what_the_next_hop_refuses(reply: Reply, logged: list[Any]) -> None:
    """Its reply, to MAIL or RCPT, and that it is the next hop's."""
    cast = Cast()
    cast.session.mail(EnvelopePath(ANN))
    cast.hop.says["rcpt"] = reply
    assert await cast.session.rcpt(EnvelopePath(BOB)) == reply
    assert told(logged, "sender", "recipient", "reply", "next_hop") == [("recipient refused", "info", ANN, BOB, str(reply), str(reply))]


async def test_a_next_hop_that_cannot_be_had(logged: list[Any]) -> None:
    """A warning, with the cause."""
    cast = Cast()
    cast.session.mail(EnvelopePath(ANN))
    cast.hop.says["rcpt"] = NextHopError(451, "4.4.1 later")
    cast.hop.says["rcpt"].__cause__ = OSError("no route")
    assert (await cast.session.rcpt(EnvelopePath(BOB))).code == 451
    assert told(logged, "recipient", "cause", "next_hop") == [("recipient refused", "warning", BOB, "OSError: no route", None)]


async def test_what_is_no_recipient(logged: list[Any]) -> None:
    """Told as it came, once MAIL was taken; RCPT without MAIL is not told: its MAIL was."""
    talk = await Talk().after("EHLO client.test")
    assert await talk.hear("RCPT TO:<a b>") == str(replies.NEED_MAIL)
    assert logged == []
    await talk.after(f"MAIL FROM:<{ANN}>")
    assert await talk.hear("RCPT TO:<a b>") == str(replies.BAD_RECIPIENT)
    assert told(logged, "recipient") == [("recipient refused", "info", "TO:<a b>")]


async def test_what_is_taken_is_not_told(logged: list[Any]) -> None:
    """A transaction that nobody refuses has its one line after the content."""
    talk = await Talk().after(*ADDRESSED)
    await talk.hear("RSET")
    await talk.hear("QUIT")
    assert logged == []


# --- who is let go, and who goes


async def test_a_client_with_too_many_errors(logged: list[Any]) -> None:
    """It is told once, that it was sent away."""
    talk = await Talk().after("EHLO client.test")
    for _ in range(MAX_ERRORS + 1):
        await talk.hear("BOGUS")
    assert logged == [{"log_level": "info", "event": "client dismissed", **CLIENT, "reply": str(replies.TOO_MANY_ERRORS)}]


async def test_a_client_that_is_gone_within_its_message(stage: Stage, logged: list[Any]) -> None:
    """Whose message it would have been and how much of it came; nothing of the message itself."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        await client.begin()
        client.writer.write(HALF)
        await asyncio.sleep(0.05)
        break_off(client)
        await until(lambda: not relay.connections)
    (event,) = [one for one in logged if one["event"] == "transaction broken off"]
    assert (event["client"], event["cause"], event["recipients"]) == ("127.0.0.1", "the client is gone", 1)
    assert event["sender"]
    assert event["recipient"]
    assert 0 < event["octets"] <= len(HALF)
    assert "Lunch" not in str(logged)


@pytest.mark.parametrize("begun", [True, False])
async def test_a_client_that_is_silent_within_its_message(begun: bool, stage: Stage, logged: list[Any]) -> None:
    """It is told once, with the 421; one that has nothing under way is nothing to tell of."""
    stage.settings["idle_seconds"] = 0.2
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        if begun:
            await client.begin()
        assert (await client.reply()).startswith("421 4.4.2")
        await client.close()
        await until(lambda: not relay.connections)
    assert told(logged, "reply") == [("transaction broken off", "info", str(replies.IDLE))] * begun


async def test_a_client_with_too_many_errors_within_its_message(stage: Stage, logged: list[Any]) -> None:
    """One line, that of the transaction."""
    async with stage.relay() as relay:
        client = await Client.greeted(relay.port)
        await client.say("MAIL FROM:<a@b>")
        for _ in range(MAX_ERRORS + 1):
            last = await client.say("BOGUS")
        assert last.startswith("421 4.7.0")
        await client.close()
        await until(lambda: not relay.connections)
    assert told(logged, "sender", "reply") == [("transaction broken off", "info", "a@b", str(replies.TOO_MANY_ERRORS))]


# --- the bound


async def test_a_client_cannot_flood_the_log(logged: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection has so many lines, whatever it is refused in however many transactions; the rest is counted once it is gone."""
    monkeypatch.setattr(refusals, "LINES", 5)
    talk = await Talk(MX).after("EHLO client.test")
    for _ in range(4):
        await talk.after(f"MAIL FROM:<{ANN}>")
        for _ in range(3):
            await talk.hear("RCPT TO:<eve@victim.example>")
        await talk.hear("RSET")
    assert len(logged) == 5
    talk.dialogue.session.gone()
    assert logged[5:] == [{"log_level": "warning", "event": "refusals not told", "client": "192.0.2.7", "number": 7}]


def test_within_the_bound_nothing_is_counted(logged: list[Any]) -> None:
    """The last line is told, and then there is nothing to add."""
    seen = Refusals()
    for _ in range(refusals.LINES):
        seen.tell("info", "x")
    seen.close("192.0.2.7")
    assert len(logged) == refusals.LINES


def test_what_stood_for_an_address_is_short_and_harmless() -> None:
    """No control characters, no octets that are no text, no more than an address may have."""
    assert shown("TO:<a\x1b[2J\r\nb\udcff>") == "TO:<a?[2J??b?>"
    assert len(shown("x" * 5000)) == refusals.SHOWN_CHARACTERS
