"""A zip that lost its directory, read from its start: each member's own header says what follows (APPNOTE.TXT 4.3.7).

A member that was packed without its size being known then says it behind itself; a deflated one ends where its deflate does.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from filter.store.archives import limits
from filter.store.archives.damage import DamageError, Messages, OnDamage
from filter.store.archives.decoders import Inflated
from filter.store.archives.members import member
from filter.store.archives.streams import Pieces, bounded

_LOCAL = b"PK\x03\x04"
_HEADER = struct.Struct("<4s2xHH4xIIIHH")
_ENCRYPTED, _SIZE_BEHIND, _UTF8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
METHODS = frozenset({_STORED, _DEFLATED})
"""How a member may be packed (APPNOTE.TXT 4.4.5). bzip2 and LZMA, rare in zips, zipfile expands without a bound."""
_UNKNOWN = 0xFFFFFFFF
_RAW_DEFLATE = -15


@dataclass(frozen=True, slots=True)
class _Local:
    """A member's own header."""

    name: str
    method: int
    flags: int
    sum: int
    packed: int

    @property
    def sized(self) -> bool:
        """Whether the header knows how long the member is. Nothing deflates to nothing: then its writing ended before it was known."""
        open_ended = self.method == _DEFLATED and not self.packed and not self.name.endswith("/")
        return not self.flags & _SIZE_BEHIND and self.packed != _UNKNOWN and not open_ended


def messages(name: str, stream: IO[bytes], on_damage: OnDamage) -> Messages:
    """The messages of every whole member from the start on, under `name:path`, up to the first place that is no member."""
    stream.seek(0)
    while (local := _next(stream)) is not None:
        inner, start = f"{name}:{local.name}", stream.tell()
        reader = _Member(local, stream)
        if local.flags & _ENCRYPTED:
            on_damage(inner, "encrypted")
        elif local.method not in METHODS:
            on_damage(inner, not_read(local.method))
        elif not local.sized and local.method == _STORED:
            on_damage(inner, "packed in a way that cannot be read without a directory")
        elif not local.name.endswith("/"):
            yield from member(inner, local.name, Pieces(bounded(reader.pieces(), lambda: stream.tell() - start)), on_damage)  # noqa: B023  (read at once)
        if not reader.skip():
            return


def not_read(method: int) -> str:
    """What is said of a member whose method is none of METHODS."""
    return f"packed in a way that is not read (method {method}): unpack it first"


def _next(stream: IO[bytes]) -> _Local | None:
    """The header at hand, or behind at most a descriptor of sizes; None where there is none, which is an end as good as another."""
    place = stream.tell()
    at = stream.read(_HEADER.size + 24).find(_LOCAL)
    if at < 0:
        return None
    stream.seek(place + at)
    octets = stream.read(_HEADER.size)
    if len(octets) < _HEADER.size:
        return None
    _, flags, method, total, packed, _, name, extra = _HEADER.unpack(octets)
    text = stream.read(name).decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    stream.seek(extra, 1)
    return _Local(text, method, flags, total, packed)


class _Member:
    """The content of one member, from where the stream stands."""

    def __init__(self, local: _Local, stream: IO[bytes]) -> None:
        self._local = local
        self._stream = stream
        self._start = stream.tell()
        self._end: int | None = self._start + local.packed if local.sized else None

    def pieces(self) -> Iterator[bytes]:
        """What it holds; DamageError where it is cut short, or is not what its sum says."""
        total = 0
        for piece in self._stored() if self._local.method == _STORED else self._inflated():
            total = zlib.crc32(piece, total)
            yield piece
        if not self._local.flags & _SIZE_BEHIND and total != self._local.sum:
            raise DamageError("damaged: its sum is another")

    def skip(self) -> bool:
        """Goes behind the member; False where nobody can tell where that is."""
        if self._end is None and self._local.method == _DEFLATED and not self._local.flags & _ENCRYPTED:
            self._stream.seek(self._start)
            try:
                for _ in bounded(self._inflated(), lambda: self._stream.tell() - self._start):
                    pass
            except DamageError:
                return False
        if self._end is not None:
            self._stream.seek(self._end)
        return self._end is not None

    def _stored(self) -> Iterator[bytes]:
        left = self._local.packed
        while left:
            octets = self._stream.read(min(left, limits.PIECE_BYTES))
            if not octets:
                raise DamageError(f"cut short: {left} of its {self._local.packed} octets are missing")
            left -= len(octets)
            yield octets

    def _inflated(self) -> Iterator[bytes]:
        decoder = Inflated(_RAW_DEFLATE)
        while not decoder.eof:
            # No further than the member: what follows is another's, and would be read again for each one before it.
            left = limits.PIECE_BYTES if self._end is None else self._end - self._stream.tell()
            octets = self._stream.read(min(left, limits.PIECE_BYTES))
            if not octets:
                raise DamageError("cut short")
            yield from decoder.expand(octets)
        self._end = self._stream.tell() - len(decoder.unused_data)
