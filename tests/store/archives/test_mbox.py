from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.store.archives import limits
from filter.store.archives.mbox import Piece, split

LIMIT = 10_000
LINE = b"From ann@example.org Wed May  1 12:00:00 2024"


def parted(octets: bytes, limit: int = LIMIT, first: int = 64) -> list[bytes | None]:
    """What `split` gives when the first octets were read already."""
    return [piece.content for piece in split(octets[:first], io.BytesIO(octets[first:]), limit)]


def written(messages: list[bytes], end: bytes) -> bytes:
    """An mbox as mboxrd writers make it: `From ` lines quoted, an empty line behind each message."""
    quoted = [
        b"".join(b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in message.splitlines(keepends=True))
        for message in messages
    ]
    return b"".join(LINE + end + message + end for message in quoted)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("read", [1, 7, 1 << 20])
def test_messages_come_out_as_they_went_in(monkeypatch: pytest.MonkeyPatch, end: bytes, read: int) -> None:
    """Whatever the line ends, and wherever a read cuts, each message comes back without its separator and quoting."""
    monkeypatch.setattr(limits, "READ_BYTES", read)
    one = end.join((b"Subject: 1", b"", b"From me", b">From you", b">>From them", b"> From no", b"", b"", b"end", b""))
    messages = [one, end.join((b"Subject: 2", b"", b"", b"")), b"Subject: 3" + end]
    assert parted(written(messages, end)) == messages


lines = st.lists(st.sampled_from([b"From x", b">From y", b"", b"text", b"a: b", b"From", b">"]), min_size=1, max_size=8)


@given(st.lists(lines.map(lambda each: b"".join(line + b"\n" for line in each)), min_size=1, max_size=5), st.integers(1, 80))
def test_any_message_survives(messages: list[bytes], first: int) -> None:
    """What an mboxrd writer wrote is read back exactly, whatever its lines look like."""
    assert parted(written(messages, b"\n"), first=max(first, len(LINE) + 1)) == messages


def test_a_last_message_without_an_end_is_whole() -> None:
    """A file that does not end with an empty line, or any line end, loses nothing."""
    assert parted(LINE + b"\nSubject: 1\n\none\n\n" + LINE + b"\nSubject: 2\n\ntwo") == [
        b"Subject: 1\n\none\n",
        b"Subject: 2\n\ntwo",
    ]


def test_from_without_an_empty_line_before_parts_nothing() -> None:
    """Only behind an empty line does `From ` begin a message."""
    assert parted(LINE + b"\nSubject: 1\n\none\nFrom here on\n") == [b"Subject: 1\n\none\nFrom here on\n"]


@pytest.mark.parametrize("read", [100, 1 << 20])
def test_a_message_past_the_limit_is_none(monkeypatch: pytest.MonkeyPatch, read: int) -> None:
    """Messages of more octets than the limit stand as None, first, middle or last, and those beside them are whole."""
    monkeypatch.setattr(limits, "READ_BYTES", read)
    large, small = b"Subject: large\n\n" + b"x" * LIMIT + b"\n", b"Subject: small\n\nx\n"
    assert parted(written([large, small, large, small, large], b"\n")) == [None, small, None, small, None]


def test_whole_messages_come_before_what_the_stream_raises() -> None:
    """A stream that breaks in the third message has given the first two."""

    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError("cut")

    messages = [b"Subject: 1\n", b"Subject: 2\n", b"Subject: 3\n"]
    got: list[Piece] = []
    reading = split(written(messages, b"\n"), Broken(), LIMIT)
    with pytest.raises(OSError, match="cut"):
        got.extend(iter(lambda: next(reading), None))
    assert [piece.content for piece in got] == messages[:2]


@pytest.mark.parametrize("read", [1, 50, 1 << 20])
def test_each_piece_has_its_place(monkeypatch: pytest.MonkeyPatch, read: int) -> None:
    """The offset of a message is that of its line in the file, those of messages too large among them."""
    monkeypatch.setattr(limits, "READ_BYTES", read)
    octets = written([b"Subject: 1\n", b"x" * 3000 + b"\n", b"Subject: 3\n"], b"\n")
    pieces = list(split(octets[:64], io.BytesIO(octets[64:]), 1000))
    assert [piece.content for piece in pieces] == [b"Subject: 1\n", None, b"Subject: 3\n"]
    assert all(octets[piece.offset :].startswith(LINE) for piece in pieces)
    assert len({piece.offset for piece in pieces}) == 3


def test_a_quoted_line_loses_one_mark_and_nothing_else() -> None:
    """`>From ` in the midst of a line is text; at its start, of any number of marks, it loses one."""
    content = b"Subject: x\n\n>>From a\nsee >From b\n>From c\n"
    assert parted(LINE + b"\n" + content) == [b"Subject: x\n\n>From a\nsee >From b\nFrom c\n"]
