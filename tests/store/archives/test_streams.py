from __future__ import annotations

import gzip
import io

import pytest

from filter.store.archives import limits
from filter.store.archives.damage import DamageError, OnDamage, refuse
from filter.store.archives.streams import Pieces, bounded, ending, expanded, whole

CONTENT = bytes(range(256)) * 4000


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Inbox.mbox", ("inbox.mbox", "")),
        ("a.EML.GZ", ("a.eml", ".gz")),
        ("b.tgz", ("b.tar", ".gz")),
        ("b.tbz", ("b.tar", ".bz2")),
        ("b.tbz2", ("b.tar", ".bz2")),
        ("b.txz", ("b.tar", ".xz")),
        ("b.tzst", ("b.tar", ".zst")),
        ("c.zst", ("c", ".zst")),
    ],
)
def test_an_ending_tells_the_compression(name: str, parts: tuple[str, str]) -> None:
    """Long endings and short ones, in letters of either case."""
    assert ending(name) == parts


def read(octets: bytes, on_damage: OnDamage = refuse) -> bytes:
    return whole(expanded("x.gz", io.BytesIO(octets), on_damage), 10_000_000)


def test_frames_behind_each_other_are_one_stream() -> None:
    """Files of gzip put together, with zeros between them and behind, read as one."""
    assert read(gzip.compress(CONTENT) + bytes(99) + gzip.compress(b"more") + bytes(7)) == CONTENT + b"more"


@pytest.mark.parametrize("each", [1, 77, 1 << 20])
def test_frames_may_end_anywhere_in_a_read(monkeypatch: pytest.MonkeyPatch, each: int) -> None:
    """Wherever a read cuts, nothing is lost."""
    monkeypatch.setattr(limits, "READ_BYTES", each)
    assert read(b"".join(gzip.compress(b"part %d" % number) + bytes(number) for number in range(9))) == b"".join(
        b"part %d" % number for number in range(9)
    )


def test_what_lies_behind_the_end_is_told_and_all_before_it_read() -> None:
    """Octets of another kind behind a whole frame lose nothing."""
    told: list[str] = []
    assert read(gzip.compress(CONTENT) + b"\0\0and more", lambda name, why: told.append(f"{name}: {why}")) == CONTENT
    assert len(told) == 1
    assert told[0].startswith("x.gz: what lies behind its end")


def test_a_cut_is_raised_behind_what_is_whole() -> None:
    """A stream that lost its end gives what came before, and then says where it ends."""
    octets = gzip.compress(CONTENT, 0)[:-100_000]
    stream = expanded("x.gz", io.BytesIO(octets), refuse)
    found = bytearray()
    with pytest.raises(DamageError, match=f"cut short after {len(octets)} octets"):
        while piece := stream.read(1000):
            found += piece
    assert CONTENT.startswith(found)
    assert len(found) > len(CONTENT) - 110_000


def test_a_stream_without_compression_is_itself() -> None:
    """Nothing is put around what needs nothing."""
    stream = io.BytesIO(b"x")
    assert expanded("x.mbox", stream, refuse) is stream


def test_expansion_is_bounded_past_what_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small things may expand however much; past that, no more than the ratio."""
    monkeypatch.setattr(limits, "FREE_EXPANSION_BYTES", 1000)
    assert sum(map(len, bounded(iter([b"x" * 500] * 2), lambda: 1))) == 1000
    assert sum(map(len, bounded(iter([b"x" * 500] * 500), lambda: 1000))) == 250_000
    with pytest.raises(DamageError, match="expands to more than 250 times its size"):
        list(bounded(iter([b"x" * 500] * 501), lambda: 1000))


def test_pieces_read_as_a_stream() -> None:
    """A read gives some octets, never more than asked, and none only at the end."""
    stream = Pieces(iter([b"abcdef", b"", b"g"]))
    assert [stream.read(4), stream.read(4), stream.read(4), stream.read(4), stream.read(4)] == [b"abcd", b"ef", b"g", b"", b""]


def test_whole_stops_past_the_limit() -> None:
    """One octet past the limit tells that there is more; nothing else is read."""
    stream = io.BytesIO(b"x" * 100)
    assert whole(stream, 10, b"yy") == b"yy" + b"x" * 9
    assert stream.tell() == 9
