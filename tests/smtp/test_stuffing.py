from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.smtp import stuffing
from filter.smtp.stuffing import stuffed

OCTETS = st.lists(st.sampled_from([b"\r\n", b".", b"a", b"\x00\xff", b"\r\n.\r\n", b"a" * 9]), max_size=30).map(b"".join)


@given(st.just(b"") | OCTETS.map(lambda octets: octets + b"\r\n"), OCTETS.map(lambda octets: octets + b"\r\n"), OCTETS, st.integers(2, 20))
def test_content_is_made_transparent(front: bytes, dropped: bytes, content: bytes, block: int) -> None:
    """Whatever the content and wherever its blocks part: each leading dot doubled, the end of data on a line of its own."""
    whole = front + content
    lines = (whole if whole.endswith(b"\r\n") or not whole else whole + b"\r\n").split(b"\r\n")[:-1]
    expected = b"".join((b"." + line if line.startswith(b".") else line) + b"\r\n" for line in (*lines, b"")[: len(lines)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stuffing, "BLOCK_OCTETS", block)
        blocks = list(stuffed(front, dropped + content, len(dropped)))
    assert b"".join(blocks) == expected + b".\r\n"
    assert all(len(one) <= 2 * block + 3 for one in blocks[bool(front) :])
