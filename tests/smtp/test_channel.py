from __future__ import annotations

import asyncio
from typing import Any

import pytest
from actors import SECONDS
from servers import Octets, settings

from filter.config.types import Server
from filter.smtp import channel, stuffing
from filter.smtp.channel import FAILURES, LINE_OCTETS, REPLY_LINES, Channel, Said

SHORT = 0.15
HELLO = (b"220 next.test ESMTP\r\n", b"250-next.test\r\n250 DSN\r\n")
PIPELINING = (b"220 next.test ESMTP\r\n", b"250-next.test\r\n250 PIPELINING\r\n")


class Transport:
    """Remembers what is written, and whether it was dropped."""

    def __init__(self) -> None:
        self.written = b""
        self.aborted = False

    def write(self, octets: bytes) -> None:
        self.written += octets

    def abort(self) -> None:
        self.aborted = True


def wired() -> tuple[Any, Transport]:
    """A channel without a server, and its transport."""
    made, transport = Channel(Server("192.0.2.1", 25), settings()), Transport()
    made.connection_made(transport)  # type: ignore[arg-type]
    return made, transport


async def opened(server: Server, **more: Any) -> Channel:
    return await Channel.open(server, settings(server, **more), "relay.test", None)


REPLIES = [
    (b"250 2.1.0 ok\r\n", Said(250, ["2.1.0 ok"])),
    (b"250-a\r\n250-\r\n250 b \r\n", Said(250, ["a", "", "b "])),
    (b"250\r\n", Said(250, [""])),
    (b"250-a\r\n250\r\n", Said(250, ["a", ""])),
    (b"550 no\n", Said(550, ["no"])),
    (b"550-no\r\n451 later\r\n", Said(451, ["no", "later"])),
    (b"550 \xe4\xff\x00\r\n", Said(550, ["\ufffd\ufffd\x00"])),
    (b"250-a\r\n" * (REPLY_LINES - 1) + b"250 b\r\n", Said(250, ["a"] * (REPLY_LINES - 1) + ["b"])),
    (b"250 " + b"x" * (LINE_OCTETS - 10) + b"\r\n", Said(250, ["x" * (LINE_OCTETS - 10)])),
]


@pytest.mark.parametrize(("octets", "said"), REPLIES)
@pytest.mark.parametrize("piece", [1, 3, 10**6])
async def test_a_reply_is_read(octets: bytes, said: Said, piece: int) -> None:
    """Its code and its lines, however it comes (RFC 5321 4.2)."""
    made, _ = wired()
    for at in range(0, len(octets), piece):
        assert not list(made._said)
        made.data_received(octets[at : at + piece])
    assert await made.done() == said
    assert made.usable
    assert made.spotless is (said.code < 400)


GARBAGE = [b"\r\n", b"hello\r\n", b"25x ok\r\n", b"2500 ok\r\n", b"250_ok\r\n", b" 250 ok\r\n", b"25\r\n", b"25\n", b"\xb2\xb5\xb0 ok\r\n"]
ENDLESS = [b"250 " + b"x" * LINE_OCTETS, b"x" * (LINE_OCTETS + 1), b"250-a\r\n" * (REPLY_LINES + 1), b"250-ok\r\nno\r\n250 ok\r\n"]


@pytest.mark.parametrize("octets", [*GARBAGE, *ENDLESS])
async def test_what_is_no_reply_is_a_failure(octets: bytes) -> None:
    """Garbage, a line without end, lines without end: who waits hears of it, and the connection is dropped."""
    made, transport = wired()
    waiting = asyncio.ensure_future(made.ask("NOOP"))
    await asyncio.sleep(0)
    made.data_received(octets)
    with pytest.raises(ConnectionError, match="no reply"):
        await asyncio.wait_for(waiting, SECONDS)
    assert transport.aborted
    assert not made.usable


async def test_a_server_that_never_stops_talking_is_dropped() -> None:
    """Replies that nobody asked for do not pile up in memory."""
    made, transport = wired()
    for _ in range(100):
        if not transport.aborted:
            made.data_received(b"250 ok\r\n" * 1_000)
    assert transport.aborted
    assert len(made._said) < 10_000
    assert not made.usable


@pytest.mark.parametrize("unasked", [b"421 closing\r\n", b"250 ok\r\n", b"250-", b"x"])
async def test_a_connection_with_something_unasked_on_it_is_not_usable(unasked: bytes) -> None:
    """What a server says without a question makes the next answer uncertain."""
    made, _ = wired()
    made.data_received(unasked)
    assert not made.usable


@pytest.mark.parametrize("error", [None, ConnectionResetError("reset")])
async def test_a_server_that_hangs_up_is_a_failure(error: Exception | None) -> None:
    """Whoever waits hears of it at once, and so does whoever asks later; a reply that came before still counts."""
    made, _ = wired()
    made.data_received(b"250 ok\r\n")
    made.connection_lost(error)
    assert (await made.done()).code == 250
    for _ in range(2):
        with pytest.raises(FAILURES):
            await made.ask("NOOP")
    assert not made.usable
    made, _ = wired()
    waiting = asyncio.ensure_future(made.ask("NOOP"))
    await asyncio.sleep(0)
    made.connection_lost(error)
    with pytest.raises(FAILURES):
        await asyncio.wait_for(waiting, SECONDS)


async def test_commands_go_in_one_where_the_server_takes_them_so() -> None:
    """With PIPELINING all are written at once, and each has its reply (RFC 2920)."""
    server = Octets((*PIPELINING, b"", b"250 first\r\n550 second\r\n250 third\r\n"))
    async with server.running() as where:
        made = await opened(where)
        said = await made.ask_all("XFORWARD A=1", "MAIL FROM:<>", "RCPT TO:<a@b>")
        assert said == [Said(250, ["first"]), Said(550, ["second"]), Said(250, ["third"])]
        assert (made.usable, made.spotless) == (True, False)
        made.abort()


async def test_commands_go_one_by_one_where_it_does_not() -> None:
    """Without PIPELINING nothing is written before the last reply came."""
    made, transport = wired()
    waiting = asyncio.ensure_future(made.ask_all("XFORWARD A=1", "MAIL FROM:<>"))
    await asyncio.sleep(0)
    assert transport.written == b"XFORWARD A=1\r\n"
    made.data_received(b"250 ok\r\n")
    await asyncio.sleep(0)
    assert transport.written == b"XFORWARD A=1\r\nMAIL FROM:<>\r\n"
    made.data_received(b"550 no\r\n")
    assert await asyncio.wait_for(waiting, SECONDS) == [Said(250, ["ok"]), Said(550, ["no"])]


async def test_a_reply_that_came_before_its_command_is_not_its_reply() -> None:
    """A server that says more than it was asked puts every later reply out of step: better no connection than a wrong reply."""
    made, _ = wired()
    made.data_received(b"250 ok\r\n")
    with pytest.raises(FAILURES):
        await asyncio.wait_for(made.ask("RCPT TO:<bob@example.net>"), SHORT)


@pytest.mark.parametrize("octets", [10, 3 * stuffing.BLOCK_OCTETS])
async def test_an_acceptance_that_came_before_the_content_is_none(octets: int) -> None:
    """Nothing that was said before the end of the content promises anything for it; a refusal may come early."""
    made, _ = wired()
    made.data_received(b"250 queued\r\n")
    with pytest.raises(FAILURES):
        await made.send(b"", b"x" * octets, 0)
        await asyncio.wait_for(made.done(), SHORT)


@pytest.mark.parametrize("said", [b"", b"552 5.3.4 too large\r\n", b"552-5.3.4 too"])
async def test_a_server_that_breaks_off_in_the_content_is_not_waited_for(said: bytes) -> None:
    """Whatever it said before, the connection's end ends the sending at once."""
    made = Channel(Server("192.0.2.1", 25), settings())
    made.connection_made(Transport())  # type: ignore[arg-type]
    made.pause_writing()
    sending = asyncio.ensure_future(made.send(b"", b"x\r\n", 0))
    await asyncio.sleep(0)
    made.data_received(said)
    await asyncio.sleep(0)
    made.connection_lost(None)
    with pytest.raises(EOFError):
        await asyncio.wait_for(sending, SECONDS)


@pytest.mark.parametrize("reply", [b"", b"250 ok\r\n", b"250-", b"25"])
async def test_a_connection_that_owes_a_reply_is_not_usable(reply: bytes) -> None:
    """Who gives up a question leaves its reply outstanding, whether or not it comes in the same moment."""
    made, _ = wired()
    asking = asyncio.ensure_future(made.ask("NOOP"))
    await asyncio.sleep(0)
    made.data_received(reply)
    asking.cancel()
    await asyncio.wait([asking])
    assert asking.cancelled()
    assert not made.usable
    made.data_received(b"\r\n" if reply else b"250 ok\r\n")
    assert not made.usable


async def test_a_connection_that_owes_one_of_several_replies_is_not_usable() -> None:
    """With LMTP content has a reply for each recipient: who gives up after the first leaves the others outstanding."""
    made, _ = wired()
    await made.send(b"", b"x\r\n", 0)
    made.data_received(b"250 first\r\n")
    assert (await made.done()).text == "first"
    waiting = asyncio.ensure_future(made.done())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    assert not made.usable


async def test_a_server_that_falls_silent_later() -> None:
    """A reply to a command and the reply to the content each have their own limit."""
    for step, limit in ((Channel.ask, "reply_seconds"), (Channel.done, "done_seconds")):
        made = Channel(Server("192.0.2.1", 25), settings(**{limit: SHORT}))
        made.connection_made(Transport())  # type: ignore[arg-type]
        made.pause_writing()
        arguments: tuple[Any, ...] = ("NOOP",) if step is Channel.ask else ()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(step(made, *arguments), SECONDS)
        assert step is Channel.done or not made.usable


@pytest.mark.parametrize("said", [None, SHORT / 2])
async def test_all_that_is_hurried_has_one_time(said: float | None) -> None:
    """Commands and content draw on the same seconds, those of the settings or those left: however often a block is taken."""
    made = Channel(Server("192.0.2.1", 25), settings(handover_seconds=SHORT))
    transport = Transport()
    made.connection_made(transport)  # type: ignore[arg-type]
    loop = asyncio.get_running_loop()
    began = loop.time()

    async def taking_its_time() -> None:
        while True:
            made.pause_writing()
            await asyncio.sleep(SHORT / 20)
            made.resume_writing()
            await asyncio.sleep(0)

    slow = asyncio.ensure_future(taking_its_time())
    with pytest.raises(TimeoutError), made.hurried(said and began + said):
        await asyncio.wait_for(made.send(b"", b"x" * (1000 * stuffing.BLOCK_OCTETS), 0), SECONDS)
    slow.cancel()
    assert (said or SHORT) <= loop.time() - began < SECONDS / 2
    assert not transport.written.endswith(b".\r\n")


@pytest.mark.parametrize("step", ["ask", "send"])
async def test_a_silent_server_has_no_more_than_what_is_left(step: str) -> None:
    """Whatever a reply or the content may take by itself: what is awaited ends with the time for all of it."""
    made, _ = wired()
    made.pause_writing()
    loop = asyncio.get_running_loop()
    began = loop.time()
    with pytest.raises(TimeoutError), made.hurried(began + SHORT):
        await (made.ask("NOOP") if step == "ask" else made.send(b"", b"x\r\n", 0))
    assert SHORT <= loop.time() - began < SECONDS / 2


async def test_content_is_not_begun_too_late() -> None:
    """Where its time is over not an octet is sent, the end of data least of all."""
    made, transport = wired()
    with pytest.raises(TimeoutError), made.hurried(0.0):
        await made.send(b"", b"x\r\n", 0)
    assert transport.written == b""


async def test_a_server_cannot_stretch_its_time_by_talking() -> None:
    """Pieces of a reply do not count for a reply."""
    made = Channel(Server("192.0.2.1", 25), settings(reply_seconds=SHORT))
    made.connection_made(Transport())  # type: ignore[arg-type]
    asking = asyncio.ensure_future(made.ask("NOOP"))
    async with asyncio.timeout(SECONDS):
        while not asking.done():
            await asyncio.sleep(SHORT / 5)
            made.data_received(b"250-wait\r\n")
    assert isinstance(asking.exception(), TimeoutError)


@pytest.mark.parametrize("lines", [1, 40_000])
async def test_content_is_sent(lines: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Front and content arrive made transparent and whole, in one block or in many, to a server that takes its time."""
    monkeypatch.setattr(channel, "QUIT_SECONDS", SHORT)
    server = Octets((*HELLO, b"354 go on\r\n"))
    async with server.running() as where:
        made = await opened(where)
        assert (await made.ask("DATA")).code == 354
        await made.send(b"Received: x\r\n", b"dropped\r\n" + b".dots\r\n" * lines, 9)
        assert not made.usable
        await made.quit()
        await server.gone()
    assert server.heard == b"EHLO relay.test\r\nDATA\r\nReceived: x\r\n" + b"..dots\r\n" * lines + b".\r\nQUIT\r\n"


async def test_large_content_leaves_others_their_turn() -> None:
    """Between its blocks something else runs, even while the server takes all at once."""
    made, _ = wired()
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.ensure_future(other())
    await made.send(b"", b"x" * (10 * stuffing.BLOCK_OCTETS), 0)
    task.cancel()
    assert turns >= 10


@pytest.mark.parametrize("says", [b"", b"garbage\r\n", b"250-"])
async def test_a_goodbye_is_short(says: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """QUIT is said and the connection closed, whatever comes in reply, and twice does no harm."""
    monkeypatch.setattr(channel, "QUIT_SECONDS", SHORT)
    server = Octets((*HELLO, says))
    async with server.running() as where:
        made = await opened(where)
        async with asyncio.timeout(SECONDS):
            await made.quit()
            await server.gone()
            await made.quit()
    assert server.heard == b"EHLO relay.test\r\nQUIT\r\n"
