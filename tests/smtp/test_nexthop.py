from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from actors import MESSAGE, SECONDS
from servers import ANN, BOB, Kept, Octets, begun, onward, settings, through

from filter.config.relay import NextHop
from filter.errors import NextHopError
from filter.smtp import replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.esmtp import MAILDIR, UNKNOWN
from filter.smtp.maildir import MaildirHop
from filter.smtp.nexthop import Destination, ServerHop
from filter.smtp.stamp import Stamped

SHORT = 0.3
QUEUED = "250 2.0.0 queued as 4711"
HELLO = "EHLO relay.test"
MAIL = "MAIL FROM:<ann@example.org>"
RCPT = "RCPT TO:<bob@example.net>"
IMPATIENT = dict.fromkeys(("connect_seconds", "reply_seconds", "handover_seconds", "done_seconds"), SHORT)


async def test_a_message_goes_through() -> None:
    """The next hop gets the commands and the octets, its own 250 comes back, and the connection is kept for the next message."""
    next_hop = Kept()
    async with onward(next_hop) as destination:
        for _ in range(3):
            assert str(await through(destination)) == QUEUED
        assert next_hop.talks == [[HELLO, *(MAIL, RCPT, "DATA") * 3]]
    assert next_hop.accepted == [MESSAGE] * 3
    assert next_hop.heard[-1] == "QUIT"


@pytest.mark.parametrize("moment", ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "content", "dot"])
@pytest.mark.parametrize("how", ["dies", "hangs"])
async def test_a_next_hop_that_fails_at_any_moment_is_temporary(moment: str, how: str) -> None:
    """Dead or silent, in whatever phase: a 451, nothing counts as delivered, and the connection is gone."""
    next_hop = Kept(**{how: moment})
    async with onward(next_hop, **(IMPATIENT if how == "hangs" else {})) as destination:
        with pytest.raises(NextHopError) as error:
            await through(destination)
        assert destination._pool._idle == []  # type: ignore[union-attr]
    assert str(error.value) == str(replies.NEXT_HOP_FAILED)
    assert next_hop.accepted == []


async def test_a_next_hop_that_is_not_there_is_temporary() -> None:
    """Nobody listening is a 451, with the cause under it for the log."""
    async with Octets((b"",)).running() as where:
        pass
    with pytest.raises(NextHopError) as error:
        await through(Destination(settings(where), "relay.test"))
    assert error.value.code == 451
    assert isinstance(error.value.__cause__, OSError)


@pytest.mark.parametrize(
    ("moment", "said", "heard"),
    [
        ("greeting", "554 5.7.1 go away", "451 "),
        ("greeting", "nonsense", "451 "),
        ("MAIL", "550 5.1.8 bad sender", "550 5.1.8 bad sender"),
        ("MAIL", "452 4.3.1 full", "452 4.3.1 full"),
        ("MAIL", "421 4.3.2 closing", "451 "),
        ("RCPT", "550-5.1.1 no\r\n550 5.1.1 such user", "550 5.1.1 no\n5.1.1 such user"),
        ("RCPT", "450 greylisted", "450 4.0.0 greylisted"),
        ("RCPT", "421 4.3.2 closing", "451 "),
        ("RCPT", "354 what", "451 "),
        ("DATA", "554 5.5.1 no", "554 5.5.1 no"),
        ("DATA", "250 what", "451 "),
        ("DATA", "334 what", "451 "),
        ("dot", "552 5.2.2 mailbox full", "552 5.2.2 mailbox full"),
        ("dot", "452 4.2.2 mailbox full", "452 4.2.2 mailbox full"),
        ("dot", "421 4.3.2 closing", "451 "),
        ("dot", "251 what", "451 "),
        ("dot", "354 what", "451 "),
        ("dot", "gibberish", "451 "),
    ],
)
async def test_a_refusal_comes_back_as_it_was(moment: str, said: str, heard: str) -> None:
    """4xx and 5xx replies come back with their text, everything that makes no sense as 451, and nothing as a 250."""
    next_hop = Kept(says={moment: said})
    async with onward(next_hop) as destination:
        with pytest.raises(NextHopError) as error:
            await through(destination)
    assert str(error.value).startswith(heard)
    assert next_hop.accepted == []


@pytest.mark.parametrize(("moment", "said"), [("EHLO", "250 next.test"), ("MAIL", "250 ok"), ("RCPT", "250 ok"), ("DATA", "354 go on")])
async def test_a_reply_too_many_accepts_nothing(moment: str, said: str) -> None:
    """A next hop out of step cannot make a refusal look like an acceptance, and its connection is not kept."""
    next_hop = Kept(says={moment: f"{said}\r\n250 2.0.0 ok", "dot": "550 5.7.1 refused"})
    async with onward(next_hop, **IMPATIENT) as destination:
        with pytest.raises(NextHopError):
            await through(destination)
        assert destination._pool._idle == []  # type: ignore[union-attr]
    assert next_hop.accepted == []


async def test_closing_before_data_takes_nothing() -> None:
    """A transaction that is closed after RCPT ends in RSET without DATA, and its connection serves the next one."""
    next_hop = Kept()
    async with onward(next_hop) as destination:
        hop = destination.open({}, ANN)
        await begun(hop, BOB)
        await hop.close()
        await hop.close()
        await through(destination)
    assert next_hop.talks == [[HELLO, MAIL, RCPT, "RSET", MAIL, RCPT, "DATA", "QUIT"]]


@pytest.mark.parametrize("how", ["dies", "hangs"])
async def test_closing_does_not_wait_for_a_silent_next_hop(how: str) -> None:
    """A next hop that does not answer RSET is dropped, and nothing is raised."""
    next_hop = Kept(**{how: "RSET"})
    async with onward(next_hop, **IMPATIENT) as destination:
        hop = destination.open({}, ANN)
        await begun(hop, BOB)
        async with asyncio.timeout(SECONDS):
            await hop.close()
        assert destination._pool._idle == []  # type: ignore[union-attr]


async def test_what_was_not_taken_is_not_sent_after_all() -> None:
    """A next hop that stalls in the middle of the content and reads on later never sees its end: the client was told 451."""
    go_on, seen = asyncio.Event(), asyncio.get_running_loop().create_future()

    async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 next.test\r\n")
        while await reader.readline() != b"DATA\r\n":
            writer.write(b"250 ok\r\n")
        writer.write(b"354 go on\r\n")
        await go_on.wait()
        try:
            seen.set_result(await reader.read())
        except ConnectionError:
            seen.set_result(b"")
        writer.close()

    server = await asyncio.start_server(stall, "127.0.0.1", 0)
    next_hop = Kept(port=server.sockets[0].getsockname()[1])
    with pytest.raises(NextHopError):
        await through(Destination(settings(next_hop.server, handover_seconds=SHORT), "relay.test"), b"x\r\n" * 5_000_000)
    go_on.set()
    assert b"\r\n.\r\n" not in await asyncio.wait_for(seen, SECONDS)
    server.close()


@pytest.mark.parametrize("content", [b"", b".\r\n", b"\r\n.\r\n", b"." * 70_000 + b"\r\n", b".x\r\n" * 70_000])
async def test_octets_arrive_unchanged(content: bytes) -> None:
    """Dots, empty content, endless lines and many blocks arrive as they are, behind what stands in front of them."""
    next_hop = Kept()
    async with onward(next_hop) as destination:
        hop = destination.open({}, ANN)
        await begun(hop, BOB)
        assert (await hop.deliver(Stamped(b"Received: x\r\n", b"cut\r\n" + content, 5), (0,)))[0].accepted
        await hop.close()
    assert next_hop.accepted == [b"Received: x\r\n" + content]


PARAMETERS = ("RET=HDRS", "ENVID=qQ+2B", "SIZE=100", "BODY=8BITMIME", "AUTH=<>", "X-Own=Yes")


@pytest.mark.parametrize(
    ("extensions", "expected"),
    [
        (("DSN", "SIZE 1000", "8BITMIME", "AUTH PLAIN"), "RET=HDRS ENVID=qQ+2B SIZE=100 BODY=8BITMIME AUTH=<> X-Own=Yes"),
        (("DSN",), "RET=HDRS ENVID=qQ+2B X-Own=Yes"),
        ((), "X-Own=Yes"),
    ],
)
async def test_parameters_go_on_where_the_next_hop_knows_them(extensions: tuple[str, ...], expected: str) -> None:
    """Parameters pass in their own case and order if their extension is offered; what we do not know always passes."""
    next_hop = Kept(extensions=extensions)
    async with onward(next_hop) as destination:
        await begun(destination.open({}, EnvelopePath("", PARAMETERS)), EnvelopePath("b@c", ("NOTIFY=NEVER",)))
    assert next_hop.heard[1:3] == [f"MAIL FROM:<> {expected}", f"RCPT TO:<b@c>{' NOTIFY=NEVER' if 'DSN' in extensions else ''}"]


async def test_internationalised_mail_is_refused_where_it_would_be_corrupted() -> None:
    """SMTPUTF8 that the next hop lacks is a 5.6.7 at MAIL; where it is offered it goes on."""
    sender, lacking, offering = EnvelopePath("ä@example.org", ("SMTPUTF8",)), Kept(extensions=("8BITMIME",)), Kept()
    async with onward(lacking) as destination:
        with pytest.raises(NextHopError) as error:
            await through(destination, sender=sender)
    assert str(error.value) == str(replies.NEEDS_SMTPUTF8)
    assert MAIL[:4] not in {line[:4] for line in lacking.heard}
    async with onward(offering) as destination:
        await through(destination, sender=sender)
    assert "MAIL FROM:<ä@example.org> SMTPUTF8" in offering.heard


async def test_8_bit_content_is_refused_where_it_would_be_corrupted() -> None:
    """8-bit octets for a next hop without 8BITMIME are a 5.6.3, 7-bit ones declared 8BITMIME go on."""
    sender, next_hop = EnvelopePath("ann@example.org", ("BODY=8BITMIME",)), Kept(extensions=())
    async with onward(next_hop) as destination:
        with pytest.raises(NextHopError) as error:
            await through(destination, MESSAGE + b"\xff\r\n", sender)
        await through(destination, MESSAGE, sender)
    assert str(error.value) == str(replies.NEEDS_8BIT)
    assert next_hop.accepted == [MESSAGE]
    assert next_hop.talks == [[HELLO, MAIL, RCPT, "RSET", MAIL, RCPT, "DATA", "QUIT"]]


async def test_the_kind_decides(tmp_path: Path) -> None:
    """`kind` picks the hop, each transaction gets its own, and what can be passed on is known from the start."""
    maildir = Destination(NextHop(kind="maildir", path=tmp_path / "m"), "relay.test")
    await maildir.prepare()
    assert isinstance(maildir.open({}, ANN), MaildirHop)
    assert (maildir.extensions, maildir.answers_each, (tmp_path / "m" / "new").is_dir()) == (MAILDIR, False, True)
    await maildir.close()
    server = Destination(settings(), "relay.test")
    assert isinstance(server.open({}, ANN), ServerHop)
    assert server.open({}, ANN) is not server.open({}, ANN)
    assert (server.extensions, server.answers_each) == (UNKNOWN, False)


async def test_a_next_hop_that_is_down_may_come_later() -> None:
    """Getting ready raises nothing where no server answers, and knows what is offered once one does."""
    next_hop = Kept(dies="greeting", extensions=("SIZE 1000",))
    async with onward(next_hop) as destination:
        await destination.prepare()
        assert destination.extensions is UNKNOWN
        next_hop.dies = ""
        await through(destination)
        assert dict(destination.extensions.offered) == {"SIZE": "1000"}
