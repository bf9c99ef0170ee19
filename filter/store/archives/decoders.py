"""Decompressors of one frame each, with one face: gzip, bzip2, xz, zstd. Bounded in memory; they open and read nothing."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from filter.errors import UsageError
from filter.store.archives import limits
from filter.store.archives.damage import DamageError

_STEPS = (1 << 10, 1 << 5, 1)
"""Octets by which a damaged place is come closer to: each step copies a window of 32 KiB, and each row of them expands once more."""


class Decoder(Protocol):
    """One compressed frame, from its first octet on."""

    @property
    def eof(self) -> bool:
        """Whether the frame is over."""

    @property
    def unused_data(self) -> bytes:
        """What was given and lies behind its end."""

    def expand(self, octets: bytes) -> Iterator[bytes]:
        """What the next octets stand for, in pieces. DamageError where they stand for nothing."""


class Inflated:
    """Deflate, which gzip and zip have inside. `bits` as zlib's: 31 is gzip with its sum checked, -15 has neither head nor sum."""

    def __init__(self, bits: int = 31) -> None:
        self._inner = zlib.decompressobj(bits)
        self.eof = False
        self.unused_data = b""

    def expand(self, octets: bytes) -> Iterator[bytes]:
        """See Decoder."""
        while not self._inner.eof:
            before = self._inner.copy()
            try:
                piece = self._inner.decompress(octets, limits.PIECE_BYTES)
            except zlib.error as error:
                yield _before_damage(before, octets)
                raise DamageError(str(error)) from None
            if not piece:
                break
            yield piece
            octets = self._inner.unconsumed_tail
        self.eof, self.unused_data = self._inner.eof, self._inner.unused_data


def _before_damage(inner: Any, octets: bytes) -> bytes:
    """What comes before a damaged place, which zlib drops with it: all but what the first octet stands for that is wrong.

    It is found in ever smaller steps. All of them together give no more than the call that failed, so PIECE_BYTES.
    """
    found = bytearray()
    for step in _STEPS:
        for at in range(0, len(octets), step):
            ahead, fed = inner.copy(), octets[at : at + step]
            try:
                found += ahead.decompress(fed, limits.PIECE_BYTES)
            except zlib.error:
                octets = fed
                break
            inner = ahead
    return bytes(found)


class Buffered:
    """bzip2 and xz, whose decompressors of the standard library are of one kind. `begin` makes one.

    What a damaged place takes with it is at most PIECE_BYTES before it.
    """

    def __init__(self, begin: Callable[[], Any]) -> None:
        self._inner = begin()
        self.eof = False
        self.unused_data = b""

    def expand(self, octets: bytes) -> Iterator[bytes]:
        """See Decoder."""
        try:
            while not self._inner.eof and (piece := self._inner.decompress(octets, limits.PIECE_BYTES)):
                yield piece
                octets = b""
        except (OSError, ValueError, lzma.LZMAError) as error:
            raise DamageError(str(error)) from None
        self.eof, self.unused_data = self._inner.eof, self._inner.unused_data


class Zstd:
    """zstd, which gives everything at once: so it is given little at once."""

    def __init__(self, inner: Any, broken: type[Exception]) -> None:
        self._inner = inner
        self._broken = broken
        self.eof = False
        self.unused_data = b""

    def expand(self, octets: bytes) -> Iterator[bytes]:
        """See Decoder."""
        for at in range(0, len(octets), limits.ZSTD_FEED_BYTES):
            feed = octets[at : at + limits.ZSTD_FEED_BYTES]
            try:
                piece = self._inner.decompress(feed)
            except self._broken as error:
                raise DamageError(str(error)) from None
            if piece:
                yield piece
            if self._inner.eof:
                self.eof, self.unused_data = True, self._inner.unused_data + octets[at + len(feed) :]
                return


def _gzip(_: str) -> Callable[[], Decoder]:
    return Inflated


def _bzip2(_: str) -> Callable[[], Decoder]:
    return lambda: Buffered(bz2.BZ2Decompressor)


def _xz(_: str) -> Callable[[], Decoder]:
    return lambda: Buffered(lambda: lzma.LZMADecompressor(memlimit=limits.MAX_WINDOW_BYTES))


def _zstd(name: str) -> Callable[[], Decoder]:
    try:
        import zstandard  # noqa: PLC0415  (an extra: only this compression needs it)
    except ImportError:
        raise UsageError(f"{name}: needs zstandard (pip install 'sievert[replay]')") from None
    made = zstandard.ZstdDecompressor(max_window_size=limits.MAX_WINDOW_BYTES)
    return lambda: Zstd(made.decompressobj(), zstandard.ZstdError)


DECODERS: dict[str, Callable[[str], Callable[[], Decoder]]] = {".gz": _gzip, ".bz2": _bzip2, ".xz": _xz, ".zst": _zstd}
"""By the end of a file's name; given the whole name, for the error where a library is missing."""
