"""Octets behind a compression, expanded as they are read: in bounded memory, and to a bounded size.

Whatever is whole before a break comes out first; then the break is raised, as DamageError. Knows nothing of mail or of archives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from filter.store.archives import limits
from filter.store.archives.damage import DamageError, OnDamage
from filter.store.archives.decoders import DECODERS, Decoder

_TARS = {".tgz": ".tar.gz", ".tbz": ".tar.bz2", ".tbz2": ".tar.bz2", ".txz": ".tar.xz", ".tzst": ".tar.zst"}


class Readable(Protocol):
    """What is asked of a stream: some octets, and none only at its end."""

    def read(self, size: int, /) -> bytes:
        """At most `size` octets."""


def ending(name: str) -> tuple[str, str]:
    """A file's name in lower case without the ending of its compression, and that ending, "" without one: `.tgz` is `.tar.gz`."""
    lowered = name.lower()
    for short, long in _TARS.items():
        if lowered.endswith(short):
            lowered = lowered.removesuffix(short) + long
    packed = next((end for end in DECODERS if lowered.endswith(end)), "")
    return lowered.removesuffix(packed), packed


def expanded(name: str, stream: Readable, on_damage: OnDamage) -> Readable:
    """The stream behind the compression that the end of its name tells; or the stream itself. What lies behind its end is told."""
    packed = ending(name)[1]
    if not packed:
        return stream
    return Pieces(_Packed(stream, DECODERS[packed](name), lambda why: on_damage(name, why)).pieces())


def whole(stream: Readable, limit: int, first: bytes = b"") -> bytes:
    """`first` and all that follows it in the stream, up to one octet past the limit."""
    parts, wanted = [first], limit + 1 - len(first)
    while wanted > 0 and (octets := stream.read(min(wanted, limits.READ_BYTES))):
        parts.append(octets)
        wanted -= len(octets)
    return parts[0] if len(parts) == 1 else b"".join(parts)


class Pieces:
    """Pieces of octets, read as a stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = memoryview(b"")

    def read(self, size: int, /) -> bytes:
        """At most `size` octets."""
        while not self._held and (piece := next(self._pieces, None)) is not None:
            self._held = memoryview(piece)
        octets, self._held = bytes(self._held[:size]), self._held[size:]
        return octets


def bounded(pieces: Iterator[bytes], packed: Callable[[], int]) -> Iterator[bytes]:
    """The same pieces, until they are more than `packed()` octets can honestly stand for."""
    size = 0
    for piece in pieces:
        size += len(piece)
        yield piece
        if size > limits.FREE_EXPANSION_BYTES and size > limits.MAX_EXPANSION * packed():
            raise DamageError(f"expands to more than {limits.MAX_EXPANSION} times its size, as a bomb does: not read past octet {size}")


class _Packed:
    """Frames of one compression, one behind the other, as concatenated files of it are; zeros between them are padding."""

    def __init__(self, stream: Readable, begin: Callable[[], Decoder], tell: Callable[[str], None]) -> None:
        self._stream = stream
        self._begin = begin
        self._tell = tell
        self._taken = 0

    def pieces(self) -> Iterator[bytes]:
        """What they stand for, bounded."""
        return bounded(self._frames(), lambda: self._taken)

    def _frames(self) -> Iterator[bytes]:
        decoder: Decoder | None = None
        begun = False
        while octets := self._stream.read(limits.READ_BYTES):
            self._taken += len(octets)
            while octets:
                if decoder is None and not (octets := octets.lstrip(b"\0") if begun else octets):
                    break
                fresh, decoder = decoder is None, decoder or self._begin()
                try:
                    yield from decoder.expand(octets)
                except DamageError as error:
                    if fresh and begun:
                        self._tell(f"what lies behind its end is not of its kind: {error}")
                        return
                    raise DamageError(f"damaged within {self._taken} octets from its start: {error}") from None
                begun, octets = True, decoder.unused_data if decoder.eof else b""
                decoder = None if decoder.eof else decoder
        if decoder is not None:
            raise DamageError(f"cut short after {self._taken} octets")
