from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.smtp.intake import BLOCK_OCTETS, COMMAND_OCTETS, Intake, normalised
from filter.smtp.nexthop import stuffed

LIMIT = 100_000


def stream(*blocks: bytes) -> asyncio.StreamReader:
    reader = asyncio.StreamReader(limit=2**22)
    for block in blocks:
        reader.feed_data(block)
    reader.feed_eof()
    return reader


class Dribble(asyncio.StreamReader):
    """Gives its octets in the pieces it was fed."""

    def __init__(self, pieces: list[bytes]) -> None:
        super().__init__()
        self._pieces = pieces

    async def read(self, n: int = -1) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


async def content(wire: bytes, limit: int = LIMIT) -> bytes | None:
    return await Intake(stream(wire)).content(limit, lambda: None)


@pytest.mark.parametrize("content_octets", [b"", b"\r\n", b"a\r\n", b".\r\n", b"..\r\n.a\r\n\r\n.\r\n"])
async def test_content_comes_back(content_octets: bytes) -> None:
    """What was made transparent for the wire is read back to the octet."""
    assert await content(stuffed(content_octets)) == content_octets


@pytest.mark.parametrize("form", [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r\n.\n", b"\r\r\n.\r\r\n", b"\r.\r\n", b"\r\n.\r", b"\n.\r"])
async def test_only_crlf_dot_crlf_ends_the_content(form: bytes) -> None:
    """No look-alike of the end of data ends it, and none is an end of data when it goes on to the next hop."""
    taken = await content(b"a" + form + b"MAIL FROM:<evil@example.org>\r\n.\r\n")
    assert taken is not None
    assert taken.endswith(b"MAIL FROM:<evil@example.org>\r\n")
    assert stuffed(taken).count(b"\r\n.\r\n") == 1
    assert taken.count(b"\r") == taken.count(b"\n") == taken.count(b"\r\n")


@given(st.lists(st.sampled_from([b"\r", b"\n", b".", b"a", b"\r\n", b"\r\n."]), max_size=40), st.lists(st.integers(1, 7)))
def test_neither_content_nor_blocks_make_a_second_message(parts: list[bytes], cuts: list[int]) -> None:
    """However octets and blocks fall, the first CRLF.CRLF ends the content, and what goes on has exactly one such end."""
    wire = b"".join(parts) + b"\r\n.\r\nQUIT\r\n"
    pieces, rest = [], wire
    for cut in cuts:
        pieces, rest = [*pieces, *([rest[:cut]] if rest else [])], rest[cut:]
    pieces = [*pieces, rest] if rest else pieces

    async def read() -> tuple[bytes | None, bytes]:
        intake = Intake(Dribble(pieces))
        taken = await intake.content(LIMIT, lambda: None)
        left = b""
        try:
            while True:
                left += await intake.readuntil()
        except asyncio.CancelledError:
            return taken, left

    taken, left = asyncio.run(read())
    assert taken is not None
    end = (b"\r\n" + wire).find(b"\r\n.\r\n")
    assert left == (b"\r\n" + wire)[end + 5 :]
    assert (b"\r\n" + stuffed(taken)).count(b"\r\n.\r\n") == 1
    assert taken.count(b"\r") == taken.count(b"\n") == taken.count(b"\r\n")


@given(st.lists(st.sampled_from([b"\r", b"\n", b".", b"a", b"\x00\xff", b"\r\n"])).map(b"".join))
def test_what_is_well_formed_stays(octets: bytes) -> None:
    """Content without a bare CR or LF comes out to the octet, and normalising twice changes nothing."""

    def through(content: bytes) -> bytes:
        return normalised((b"\r\n" + content).replace(b"\r\n.", b"\r\n.."))

    assert through(through(octets)) == through(octets)
    if b"\r" not in (bare := octets.replace(b"\r\n", b"")) and b"\n" not in bare:
        assert through(octets) == octets


async def test_what_is_too_large_is_read_to_its_end() -> None:
    """Content one octet past the limit is None, content at the limit is not, and the command behind it is found either way."""
    for octets, fits in ((LIMIT, True), (LIMIT + 1, False), (9 * LIMIT, False)):
        intake = Intake(stream(stuffed(b"a" * (octets - 2) + b"\r\n") + b"QUIT\r\n"))
        assert (await intake.content(LIMIT, lambda: None) is not None) is fits
        assert await intake.readuntil() == b"QUIT\r\n"


async def test_what_normalising_makes_too_large_is_too_large() -> None:
    """Bare line feeds cannot double the content past the limit."""
    assert await content(b"\n" * (LIMIT - 2) + b"\r\n.\r\n") is None


async def test_too_large_content_is_not_kept() -> None:
    """Memory stays bounded while content far past the limit is read."""
    intake = Intake(Dribble([b"a" * BLOCK_OCTETS] * 400 + [b"\r\n.\r\n"]))
    most = 0

    def look() -> None:
        nonlocal most
        most = max(most, len(intake._buffer))

    assert await intake.content(LIMIT, look) is None
    assert most <= 2 * LIMIT + 3 * BLOCK_OCTETS


async def test_every_block_is_announced() -> None:
    """A client that sends steadily is heard with every block."""
    heard: list[int] = []
    await Intake(Dribble([b"a\r\n"] * 5 + [b".\r\n"])).content(LIMIT, lambda: heard.append(1))
    assert len(heard) == 6


async def test_a_client_that_goes_away_cancels() -> None:
    """Half a content is never taken for a whole one."""
    with pytest.raises(asyncio.CancelledError):
        await content(b"half a message\r\n.")


async def test_a_command_line_past_the_limit() -> None:
    """A line of more than COMMAND_OCTETS is refused, and can be thrown away up to its end."""
    intake = Intake(stream(b"x" * COMMAND_OCTETS + b"\r\nNOOP\r\n"))
    with pytest.raises(asyncio.LimitOverrunError) as error:
        await intake.readuntil()
    await intake.read(error.value.consumed)
    assert await intake.readuntil() == b"\r\n"
    assert await intake.readuntil() == b"NOOP\r\n"
