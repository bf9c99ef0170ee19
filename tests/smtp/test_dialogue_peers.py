"""Who is admitted, and who may speak for another: XFORWARD and XCLIENT."""

from __future__ import annotations

import pytest
from cast import BOB, MAIL, MX, OPEN, RCPT, Talk

from filter.judge.mail import Envelope
from filter.smtp import replies


def test_who_is_admitted() -> None:
    """Roles before and behind a queue are for their networks alone; an mx is for everybody."""
    assert Talk({"allowed_networks": ["192.0.2.0/24"]}).refusal is None
    assert Talk({"allowed_networks": ["198.51.100.0/24"]}).refusal == replies.NOT_ADMITTED
    assert Talk({"role": "after-queue", "allowed_networks": []}).refusal == replies.NOT_ADMITTED
    assert Talk(MX).refusal is None


TRUSTING = {**OPEN, "trusted_networks": ["192.0.2.0/24"]}


@pytest.mark.parametrize("command", ["XFORWARD ADDR=198.51.100.9", "XCLIENT ADDR=127.0.0.1", "XFORWARD", "XCLIENT x"])
async def test_who_is_not_trusted_speaks_for_nobody(command: str) -> None:
    """Neither command is offered to, nor taken from, a client that is not trusted: also where a trusted proxy brought it."""
    talk = Talk({**MX, "proxy_protocol": True, "trusted_networks": ["127.0.0.0/8"]})
    assert "XFORWARD" not in (offers := await talk.hear("EHLO client.test"))
    assert "XCLIENT" not in offers
    assert (await talk.hear(command)).startswith("550 5.7.0")
    await talk.after(MAIL)
    assert (await talk.hear("RCPT TO:<x@elsewhere.test>")).startswith("554 5.7.1")


async def test_xforward_from_who_is_trusted() -> None:
    """It is offered, says whom the mail comes from, and its malformed forms and places change nothing."""
    talk = Talk(TRUSTING)
    assert "XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE" in await talk.hear("EHLO client.test")
    for line in ("XFORWARD", "XFORWARD ADDR", "XFORWARD ADDR=x", "XFORWARD LOGIN=x", "XFORWARD NAME=+0D+0A", "XFORWARD NAME=+Z"):
        assert (await talk.hear(line)).startswith("501 5.5.4")
    await talk.after("XFORWARD ADDR=198.51.100.9 HELO=far.test NAME=[UNAVAILABLE]", MAIL, RCPT)
    assert (await talk.hear("XFORWARD ADDR=198.51.100.10")).startswith("503 5.5.1")
    await talk.hear("DATA", b"x\r\n.\r\n")
    assert talk.cast.judge.judged[0].envelope == Envelope("198.51.100.9", "far.test", "ann@example.org", (BOB,))


async def test_xclient_from_who_is_trusted() -> None:
    """The named client is greeted in the peer's place, has to greet itself, and has its own rights."""
    talk = Talk({**MX, "trusted_networks": ["192.0.2.0/24"]})
    assert "XCLIENT NAME ADDR PORT PROTO HELO LOGIN DESTADDR DESTPORT" in await talk.hear("EHLO proxy.test")
    assert (await talk.hear("XCLIENT ADDR=x")).startswith("501 5.5.4")
    assert await talk.hear("XCLIENT ADDR=127.0.0.1 HELO=here.test") == f"220 relay.test {replies.GREETING}"
    assert (await talk.hear(MAIL)).startswith("503 5.5.1 Need EHLO")
    await talk.after("EHLO client.test", MAIL, "RCPT TO:<x@elsewhere.test>")
    assert (await talk.hear("XCLIENT ADDR=198.51.100.9")).startswith("503 5.5.1")
    await talk.after("RSET", "XCLIENT ADDR=IPV6:2001:db8::1", "EHLO client.test", MAIL)
    assert (await talk.hear("RCPT TO:<x@elsewhere.test>")).startswith("554 5.7.1")


async def test_xclient_names_nobody() -> None:
    """A client whose address the peer does not know has no network, least of all the peer's."""
    talk = Talk({**MX, "allowed_networks": ["192.0.2.0/24"], "trusted_networks": ["192.0.2.0/24"]})
    await talk.after("XCLIENT ADDR=[UNAVAILABLE] NAME=[UNAVAILABLE]", "EHLO client.test", MAIL)
    assert (await talk.hear("RCPT TO:<x@elsewhere.test>")).startswith("554 5.7.1")


async def test_xclient_names_who_is_not_admitted() -> None:
    """Whoever would not be greeted is let go."""
    talk = Talk({"allowed_networks": ["192.0.2.0/24"], "trusted_networks": ["192.0.2.0/24"]})
    assert await talk.hear("XCLIENT ADDR=198.51.100.9") == str(replies.NOT_ADMITTED)
    assert talk.gone
