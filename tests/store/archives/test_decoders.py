from __future__ import annotations

import bz2
import gzip
import lzma
import sys
import zlib
from collections.abc import Callable
from typing import Any

import pytest
import zstandard

from filter.errors import UsageError
from filter.store.archives import limits
from filter.store.archives.damage import DamageError
from filter.store.archives.decoders import DECODERS

CONTENT = b"".join(b"line %d\n" % number for number in range(30_000))
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}


@pytest.mark.parametrize("ending", DECODERS)
@pytest.mark.parametrize("feed", [1, 1000, 1 << 20])
def test_a_frame_comes_out_as_it_went_in(ending: str, feed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is fed, a frame gives its content in pieces of the limit, says when it is over, and keeps what lies behind."""
    monkeypatch.setattr(limits, "PIECE_BYTES", 5000)
    content = CONTENT[:3000] if feed == 1 else CONTENT
    octets = PACKERS[ending](content) + b"behind"
    decoder = DECODERS[ending]("x")()
    pieces: list[bytes] = []
    at = 0
    while not decoder.eof:
        pieces.extend(decoder.expand(octets[at : at + feed]))
        at += feed
    assert b"".join(pieces) == content
    assert decoder.unused_data + octets[at:] == b"behind"
    assert ending == ".zst" or max(map(len, pieces)) <= 5000


@pytest.mark.parametrize("ending", DECODERS)
def test_what_is_no_frame_is_damage(ending: str) -> None:
    """Other octets are refused in the library's words."""
    with pytest.raises(DamageError):
        list(DECODERS[ending]("x")().expand(b"these octets are nothing packed"))


def test_gzip_gives_all_that_comes_before_damage() -> None:
    """Up to its last octet, though zlib drops what it had."""
    octets = gzip.compress(CONTENT)[:-8] + bytes(8)
    found = bytearray()
    with pytest.raises(DamageError, match="incorrect data check"):
        for piece in DECODERS[".gz"]("x")().expand(octets):
            found += piece
    assert bytes(found) == CONTENT


class Counted:
    """zlib's decompressor, which counts its calls and the octets given to it, in all its copies."""

    def __init__(self, inner: Any, counts: list[int]) -> None:
        self._inner, self._counts = inner, counts

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def copy(self) -> Counted:
        return Counted(self._inner.copy(), self._counts)

    def decompress(self, octets: bytes, most: int) -> bytes:
        self._counts.append(len(octets))
        piece: bytes = self._inner.decompress(octets, most)
        return piece


def damaged(content: bytes, pad: int) -> bytes:
    """Content, `pad` empty blocks, and a block of a kind that is not."""
    packing = zlib.compressobj(9, wbits=31)
    return packing.compress(content) + packing.flush(zlib.Z_SYNC_FLUSH) + b"\0\0\0\xff\xff" * pad + b"\x07" * 100_000


@pytest.mark.parametrize("pad", [0, 50_000])
def test_damage_is_found_in_linear_time(monkeypatch: pytest.MonkeyPatch, pad: int) -> None:
    """However much a few octets stand for, and however little, each octet around a damaged place is gone through a few times."""
    counts: list[int] = []
    begin = zlib.decompressobj
    monkeypatch.setattr(zlib, "decompressobj", lambda bits: Counted(begin(bits), counts))
    octets = damaged(b"x" * 200_000, pad)
    pieces: list[bytes] = []
    with pytest.raises(DamageError, match="invalid block type"):
        pieces.extend(DECODERS[".gz"]("x")().expand(octets))
    assert sum(counts) < 3 * len(octets)
    assert len(counts) < 100 + len(octets) / 1000
    assert b"".join(pieces) == b"x" * 200_000


def test_a_bomb_before_damage_comes_in_pieces() -> None:
    """What comes before a damaged place is no larger at a time than anything else, and nothing of it is lost."""
    sizes: list[int] = []
    with pytest.raises(DamageError):
        sizes.extend(map(len, DECODERS[".gz"]("x")().expand(damaged(bytes(10_000_001), 0))))
    assert sum(sizes) == 10_000_001
    assert max(sizes) <= limits.PIECE_BYTES


def test_a_window_past_the_limit_is_refused() -> None:
    """A zstd frame that needs more memory than the limit is damage, and so is such an xz."""
    parameters = zstandard.ZstdCompressionParameters(window_log=28)
    packing = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    octets = packing.compress(b"x" * 1000) + packing.flush()
    with pytest.raises(DamageError, match="memory"):
        list(DECODERS[".zst"]("x")().expand(octets))
    large = lzma.compress(b"x", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 28}])
    with pytest.raises(DamageError, match=r"[Mm]emory"):
        list(DECODERS[".xz"]("x")().expand(large))


def test_zstd_without_its_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where zstandard is not installed the error says what to install, and for which file."""
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(UsageError, match=r"mail\.tar\.zst: needs zstandard \(pip install 'sievert\[replay\]'\)"):
        DECODERS[".zst"]("mail.tar.zst")
