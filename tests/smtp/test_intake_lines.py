from __future__ import annotations

import asyncio
from typing import Any

import pytest
from actors import SECONDS
from feeding import PLENTY, content, fed, intake, pieces
from hypothesis import given
from hypothesis import strategies as st

from filter.smtp.intake import BUFFER_OCTETS, COMMAND_OCTETS, COMMANDS_OCTETS

CUTS = st.lists(st.integers(1, 7), max_size=60)


class Transport:
    """Says whether it reads."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def pause_reading(self) -> None:
        self.said.append("pause")

    def resume_reading(self) -> None:
        self.said.append("resume")


@pytest.mark.parametrize("early", [True, False])
@pytest.mark.parametrize(
    ("reading", "arguments", "before"),
    [
        ("data", (content(),), b"half a message\r\n."),
        ("data", (content(),), b""),
        ("chunk", (17, content()), b"half a message\r\n"),
        ("readuntil", (), b"half a line\r"),
        ("readexactly", (17,), b"half a message\r\n"),
        ("read", (17,), b""),
        ("skip_line", (), b"half a line\r"),
    ],
)
async def test_a_client_that_goes_away_cancels(early: bool, reading: str, arguments: tuple[Any, ...], before: bytes) -> None:
    """Half of anything is never taken for a whole, whether the client goes before or while it is waited for."""
    source = intake()
    source.feed(before)
    if early:
        source.end()
    task = asyncio.ensure_future(getattr(source, reading)(*arguments))
    await asyncio.sleep(0)
    source.end()
    await asyncio.wait([task], timeout=SECONDS)
    assert task.cancelled()


async def test_what_came_before_the_end_is_still_read() -> None:
    """A client that sends its last command and closes its half of the connection is answered."""
    source = intake()
    source.feed(b"NOOP\r\nQUIT\r\nha")
    source.end()
    assert [await source.readuntil(), await source.readuntil()] == [b"NOOP\r\n", b"QUIT\r\n"]
    with pytest.raises(asyncio.CancelledError):
        await source.readuntil()


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), CUTS)
def test_command_lines_do_not_depend_on_how_they_come(lengths: list[int], cuts: list[int]) -> None:
    """Lines come one by one with their LF, however the wire is cut."""
    lines = [b"x" * octets + b"\r\n" for octets in lengths]
    source = intake()

    async def each() -> list[bytes]:
        return [await source.readuntil() for _ in lines]

    assert asyncio.run(fed(source, pieces(b"".join(lines), cuts), each())) == lines


@pytest.mark.parametrize("cuts", [(), (1_000, 1_000, 47, 1, 1, 1)])
async def test_a_command_line_past_the_limit(cuts: tuple[int, ...]) -> None:
    """A line of COMMAND_OCTETS is read, a longer one is refused and can be skipped, and the next one is found."""
    longest = b"x" * (COMMAND_OCTETS - 2) + b"\r\n"
    source = intake()

    async def talk() -> tuple[bytes, bytes]:
        first = await source.readuntil()
        with pytest.raises(asyncio.LimitOverrunError):
            await source.readuntil()
        await source.skip_line()
        return first, await source.readuntil()

    assert await fed(source, pieces(longest + b"x" + longest + b"NOOP\r\n", cuts), talk()) == (longest, b"NOOP\r\n")


async def test_octets_are_read_as_of_a_stream() -> None:
    """So many octets exactly, or at least one and at most so many."""
    source = intake()
    assert await fed(source, [b"ab", b"cd", b"ef"], source.readexactly(5)) == b"abcde"
    assert await source.read(9) == b"f"
    assert await fed(source, [b"ghi"], source.read(2)) == b"gh"


async def test_what_is_forgotten_does_not_come_back() -> None:
    """What came before TLS is gone, and what comes after it is read."""
    source = intake()
    source.feed(b"MAIL FROM:<evil@example.org>\r\nRC")
    source.forget()
    assert await fed(source, [b"QUIT\r\n"], source.readuntil()) == b"QUIT\r\n"


async def test_a_client_with_too_many_commands_waits() -> None:
    """A client more than COMMANDS_OCTETS ahead is paused once, and heard again when all of them are read."""
    transport = Transport()
    source, lines = intake(transport=transport), COMMANDS_OCTETS // 8
    source.feed(b"NOOP  \r\n" * lines)
    assert transport.said == []
    source.feed(b"NOOP  \r\n")
    source.feed(b"NOOP  \r\n")
    assert transport.said == ["pause"]
    for _ in range(lines + 2):
        await source.readuntil()
    assert transport.said == ["pause"]
    assert await fed(source, [b"QUIT\r\n"], source.readuntil()) == b"QUIT\r\n"
    assert transport.said == ["pause", "resume"]


@pytest.mark.parametrize("reading", ["data", "chunk"])
async def test_a_client_with_too_much_content_waits(reading: str) -> None:
    """A client more than BUFFER_OCTETS of content ahead is paused once, and heard again when more is wanted."""
    transport = Transport()
    source, into = intake(transport=transport), content(PLENTY)
    wire = b"a" * (2 * BUFFER_OCTETS - 2) + b"\r\n"
    task = asyncio.ensure_future(source.data(into) if reading == "data" else source.chunk(len(wire) + 3, into))
    await asyncio.sleep(0)
    source.feed(wire[:BUFFER_OCTETS])
    assert transport.said == []
    source.feed(wire[BUFFER_OCTETS:-1])
    source.feed(wire[-1:])
    assert transport.said == ["pause"]
    await asyncio.sleep(0)
    assert transport.said == ["pause", "resume"]
    source.feed(b".\r\n")
    await asyncio.wait_for(task, SECONDS)
    assert (into.finish() or b"").startswith(wire)
    source.feed(b"x" * (COMMANDS_OCTETS + 1))
    assert transport.said == ["pause", "resume", "pause"]
