from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge import newlines
from filter.judge.newlines import BLOCK_OCTETS, COMPARED, SHORT_OCTETS, bare, bare_cr, first_place, places, with_lf

# Written once more, in another way: what the functions must agree with.
CR_ALONE = re.compile(rb"\r(?!\n)")
ANY_ALONE = re.compile(rb"\r(?!\n)|(?<!\r)\n")

OCTETS = st.lists(st.sampled_from([b"\r", b"\n", b"\r\n", b"a", b"\x00", b"\x8d", b"\xff"]), max_size=30).map(b"".join)


@given(OCTETS, st.integers(1, 9))
def test_every_line_end_is_seen(content: bytes, block: int) -> None:
    """Whatever the content and wherever its blocks part, a CR or LF alone is found, and nothing else is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(newlines, "BLOCK_OCTETS", block)
        assert bare_cr(content) is (CR_ALONE.search(content) is not None)
        assert bare(content) is (ANY_ALONE.search(content) is not None)


@given(OCTETS, st.integers(1, 9), st.booleans())
def test_every_line_end_as_lf(content: bytes, block: int, small: bool) -> None:
    """Whatever the content and wherever its blocks part, CRLF, CR and LF become one LF each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(newlines, "BLOCK_OCTETS", block)
        patch.setattr(newlines, "SMALL_OCTETS", len(content) if small else 0)
        assert with_lf(content) == re.sub(rb"\r\n?", b"\n", content)


@given(OCTETS, st.sampled_from([b"\n", b"\n\n", b"\n\r\n", b"\na\r"]), st.integers(1, 9), st.booleans())
def test_places(content: bytes, opening: bytes, block: int, small: bool) -> None:
    """Each place within a range is found, in order, however the range is looked through; of overlapping ones perhaps the first alone."""
    start, end = len(content) // 4, len(content) - len(content) // 8
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(newlines, "BLOCK_OCTETS", block)
        patch.setattr(newlines, "SHORT_OCTETS", len(content) if small else -1)
        found, first = list(places(content, opening, start, end)), first_place(content, opening, start, end)
    assert found == sorted(found)
    every = [place for place in range(start, end) if content.startswith(opening, place, end)]
    assert (set(found) <= set(every) and found[:1] == every[:1]) if small else found == every
    assert first == next(iter(every), -1)


def test_a_near_miss_counts_as_a_place_in_a_long_range() -> None:
    """So that lines that begin nearly alike need not be compared one by one."""
    opening, near = b"\n--boundary", b"\n--boundarx"
    assert list(places(near, opening, 0, len(near))) == []
    assert near[:COMPARED] == opening[:COMPARED]
    assert list(places(near + b" " * SHORT_OCTETS, opening, 0, SHORT_OCTETS + len(near))) == [0]


@pytest.mark.parametrize("edge", [-2, -1, 0, 1])
@pytest.mark.parametrize("end", [b"\r\n", b"\r", b"\n", b"\n\r", b"\r\r\n"])
def test_a_line_end_where_blocks_part(edge: int, end: bytes) -> None:
    """A line end that lies across two blocks is seen as the one it is."""
    content = b"x" * (BLOCK_OCTETS + edge) + end + b"x" * 10
    assert bare_cr(content) is (end not in (b"\r\n", b"\n"))
    assert bare(content) is (end != b"\r\n")


@pytest.mark.parametrize("octets", [0, 1, BLOCK_OCTETS - 1, BLOCK_OCTETS, BLOCK_OCTETS + 1, 2 * BLOCK_OCTETS])
def test_content_of_any_length(octets: int) -> None:
    """Content that fills its blocks exactly, or not at all, has its last octet looked at too."""
    assert not bare(b"x" * octets)
    assert not bare(b"x" * octets + b"\r\n")
    assert bare(b"x" * octets + b"\n")
    assert bare(b"x" * octets + b"\r")
    assert bare_cr(b"x" * octets + b"\r")
    assert not bare_cr(b"x" * octets + b"\n")
