from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge import newlines
from filter.judge.newlines import BLOCK_OCTETS, bare, bare_cr

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
