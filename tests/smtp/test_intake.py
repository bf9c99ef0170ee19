from __future__ import annotations

import asyncio
import re
import tracemalloc
from collections.abc import Sequence

import pytest
from feeding import LIMIT, PLENTY, content, fed, intake, pieces
from hypothesis import given
from hypothesis import strategies as st

from filter.smtp.intake import Budget, Content, Intake, Overrun

WIRE = st.lists(st.sampled_from([b"\r", b"\n", b".", b"a", b"\xff", b"\r\n", b"\r\n.", b"..", b"\n.\n"]), max_size=40).map(b"".join)
CUTS = st.lists(st.integers(1, 7), max_size=60)


async def rest(intake: Intake) -> bytes:
    """What was not read yet."""
    left = b""
    intake.end()
    try:
        while True:
            left += await intake.read(PLENTY)
    except asyncio.CancelledError:
        return left


async def read(cut: Sequence[bytes], into: Content) -> tuple[bytes | None, bytes]:
    """The content of a DATA whose wire comes so, and what is left behind it."""
    source = intake()
    await fed(source, cut, source.data(into))
    return into.finish(), await rest(source)


def normal(octets: bytes) -> bytes:
    """What the module promises of line ends, written once more."""
    return re.sub(rb"\r\n|\r|\n", b"\r\n", octets)


def reference(wire: bytes) -> tuple[bytes, bytes]:
    """What RFC 5321 4.1.1.4 and 4.5.2 make of a wire that begins behind DATA: the content, and what is left."""
    text, _, left = (b"\r\n" + wire).partition(b"\r\n.\r\n")
    return normal(re.sub(rb"\r\n\.", b"\r\n", text + b"\r\n")[2:]), left


@given(WIRE, CUTS)
def test_content_does_not_depend_on_how_it_comes(wire: bytes, cuts: list[int]) -> None:
    """However the wire is cut, its content ends at the first CRLF.CRLF, without transparency, with CRLF for every line end."""
    wire += b"\r\n.\r\nQUIT\r\n"
    into = content()
    assert asyncio.run(read(pieces(wire, cuts), into)) == reference(wire)
    assert asyncio.run(read([wire], content())) == reference(wire)
    unstuffed = re.sub(rb"\r\n\.", b"\r\n", b"\r\n" + wire[: len(wire) - len(reference(wire)[1]) - 3])[2:]
    assert into.bare is (normal(unstuffed) != unstuffed)


@given(WIRE, CUTS, CUTS)
def test_chunks_do_not_depend_on_how_they_come(octets: bytes, chunks: list[int], cuts: list[int]) -> None:
    """However content is cut into BDATs and these on the wire, it is theirs joined, dots and all, with CRLF for every line end."""
    into, source = content(), intake()

    async def read() -> tuple[bytes | None, bytes]:
        async def each() -> None:
            for chunk in pieces(octets, chunks):
                await source.chunk(len(chunk), into)

        await fed(source, pieces(octets + b"QUIT\r\n", cuts), each())
        return into.finish(), await rest(source)

    assert asyncio.run(read()) == (normal(octets), b"QUIT\r\n")
    assert into.bare is (normal(octets) != octets)


LOOKALIKES = [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r\n.\n", b"\r\r\n.\r\r\n", b"\r.\r\n", b"\r\n.\r", b"\n.\r", b"\r\n..\r\n", b"\r\n. \r\n"]


@pytest.mark.parametrize("form", [*LOOKALIKES, b"\r\n.\x00\r\n", b"\r\n\x00.\r\n", b"\x85.\x85", b"\xe2\x80\xa8.\xe2\x80\xa8"])
@pytest.mark.parametrize("cuts", [(), (1, 1, 1, 1, 1, 1, 1)])
async def test_only_crlf_dot_crlf_ends_the_content(form: bytes, cuts: tuple[int, ...]) -> None:
    """No look-alike of the end of data ends it, and none is left in the content to become one at the next hop."""
    smuggled = b"MAIL FROM:<evil@example.org>\r\n"
    taken, left = await read(pieces(b"a" + form + smuggled + b".\r\nQUIT\r\n", cuts), content())
    assert taken is not None
    assert taken.endswith(smuggled)
    assert left == b"QUIT\r\n"
    assert taken.count(b"\r") == taken.count(b"\n") == taken.count(b"\r\n")


@pytest.mark.parametrize(("wire", "expected"), [(b".\r\n", b""), (b"\r\n.\r\n", b"\r\n"), (b"..\r\n.\r\n", b".\r\n")])
async def test_content_that_ends_at_once(wire: bytes, expected: bytes) -> None:
    """The CRLF of the DATA line counts for the end of data, and so it does for transparency."""
    assert await read([wire], content()) == (expected, b"")
    assert await read([bytes([octet]) for octet in wire], content()) == (expected, b"")


async def test_a_cr_that_waits_for_its_lf() -> None:
    """A CRLF across two chunks is one line end, and a CR at the very end is a bare one."""
    into = content()
    into.add(b"a\r")
    into.add(b"\nb\r")
    assert not into.bare
    assert into.finish() == b"a\r\nb\r\n"
    assert into.bare


async def test_what_is_too_large_is_read_to_its_end() -> None:
    """Content one octet past the limit is dropped, at the limit it is kept, and the command behind it is found either way."""
    for octets, overrun in ((LIMIT, None), (LIMIT + 1, Overrun.LIMIT), (9 * LIMIT, Overrun.LIMIT)):
        into = content()
        taken, left = await read(pieces(b"a" * (octets - 2) + b"\r\n.\r\nQUIT\r\n", [LIMIT // 2]), into)
        assert (taken is None, into.overrun, left) == (overrun is not None, overrun, b"QUIT\r\n")


@pytest.mark.parametrize("wire", [b"\n" * (LIMIT - 2), b"a" * LIMIT + b"\r"])
async def test_what_normalising_makes_too_large_is_too_large(wire: bytes) -> None:
    """Neither bare line ends inside nor one at the very end make content larger than the limit; what was dropped stays so."""
    into = content()
    into.add(wire)
    assert into.finish() is None
    into.add(b"the end of it")
    assert (into.finish(), into.overrun) == (None, Overrun.LIMIT)


async def test_content_past_the_budget_is_dropped() -> None:
    """What there is no room for among all clients' content is dropped, its room is free at once, and its end is found."""
    budget = Budget(1_000)
    first, second = Content(LIMIT, budget), Content(LIMIT, budget)
    assert (await read([b"a" * 598 + b"\r\n.\r\n"], first))[0] is not None
    assert await read([b"b" * 300, b"b" * 300 + b"\r\n.\r\nQUIT\r\n"], second) == (None, b"QUIT\r\n")
    assert (second.overrun, budget.free) == (Overrun.BUDGET, 400)
    second.release()
    assert budget.free == 400


async def test_room_is_given_back_once() -> None:
    """Content holds its room until it is released, in the middle or at its end, and gives back what it took and no more."""
    budget = Budget(1_000)
    for finished in (True, False):
        into = Content(LIMIT, budget)
        into.add(b"a\nb" * 100)
        assert not finished or into.finish() is not None
        assert budget.free == 600
        into.release()
        into.release()
        assert budget.free == 1_000


def test_what_nobody_waits_for_makes_room() -> None:
    """Where room lacks, and only there, it is asked for how much is wanted; what it gives back is taken, and too little is none."""
    budget, asked = Budget(1_000), list[int]()
    budget.spare = lambda octets: (asked.append(octets), budget.give(200))[1]
    assert budget.take(900)
    assert asked == []
    assert budget.take(300)
    assert (asked, budget.free) == ([300], 0)
    assert not budget.take(201)
    assert budget.free == 200
    assert budget.room(400)
    assert not budget.room(601)
    assert budget.free == 600


async def test_a_chunk_that_nobody_wants_is_skipped() -> None:
    """The octets of a BDAT that was refused are read over, the next command is found behind them."""
    source = intake()
    source.feed(b"MAIL FROM:<a@b>\r\nQUIT\r\n")
    await source.chunk(17, None)
    assert await source.readuntil() == b"QUIT\r\n"


def held(cut: Sequence[bytes], into: Content) -> int:
    """The most memory that the content of these pieces took, in octets."""

    async def chunks() -> None:
        source = intake()
        for piece in cut:
            source.feed(piece)
            await source.chunk(len(piece), into)

    tracemalloc.start()
    try:
        asyncio.run(chunks())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_too_large_content_is_not_kept() -> None:
    """Memory stays bounded while content far past the limit is read."""
    assert held([b"a" * 100_000] * 200, content()) < 2_000_000


def test_the_budget_is_what_memory_is_taken() -> None:
    """Content that comes in tiny pieces takes hardly more memory than its octets: the budget counts these."""
    assert held([b"ab"] * 40_000, content()) < 400_000


async def test_every_block_is_announced() -> None:
    """A client that sends steadily, in DATA or BDAT, is heard with every block."""
    heard: list[int] = []
    source = intake(lambda: heard.append(1))
    await fed(source, [b"a\r\n"] * 5 + [b".\r\n"], source.data(content()))
    assert len(heard) == 6
    await fed(source, [b"a\r\n"] * 5, source.chunk(15, content()))
    assert len(heard) == 11
