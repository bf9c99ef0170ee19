"""Names of the files in an archive, and whether a password locks it, read from directories and headers: nothing is unpacked but the
bounded beginning of a gzip stream.

Formats: ZIP (APPNOTE 4.3.7, 4.3.12), RAR 4 and 5, 7z, tar (IEEE 1003.1 ustar), gzip (RFC 1952). Bounded by `limits`; never raises.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from filter.judge import limits
from filter.judge.inside import magic

_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
_ZIP_LOCKED = 0x1  # APPNOTE 4.4.4, bit 0
_SEVEN_AES = b"\x06\xf1\x07\x01"  # 7zAES among the coders of a header
_RAR4_FILE, _RAR4_MAIN, _RAR4_LONG = 0x74, 0x73, 0x8000
_RAR5_FILE, _RAR5_ENCRYPTION = 2, 4
_BLOCK = 512  # of tar


class Contents(NamedTuple):
    """Names as they are written in the archive, those of programs first, and whether a password is needed for any of it."""

    names: tuple[str, ...] = ()
    locked: bool = False


def contents(nature: str, head: bytes, tail: bytes) -> Contents:
    """What an archive holds, by its first octets and its last ones (empty where the first are all)."""
    if nature == magic.ZIP:
        entries = [*_zip(tail or head, _CENTRAL, 8, 28, 46), *_zip(head, _LOCAL, 6, 26, 30)]
    elif nature == magic.RAR:
        entries = list(_rar5(head) if head.startswith(b"Rar!\x1a\x07\x01\x00") else _rar4(head))
    elif nature == magic.SEVEN:
        entries = [("", _SEVEN_AES in (tail or head))]
    else:
        entries = [(name, False) for name in (_gzip(head) if nature == magic.GZIP else _tar(head))]
    names = dict.fromkeys([name[-limits.EVIDENCE_CHARS :] for name, _ in entries if name])
    ordered = sorted(names, key=lambda name: magic.ending(name) not in magic.PROGRAMS | magic.SHORTCUTS)
    return Contents(tuple(ordered[: limits.ARCHIVE_NAMES]), any(locked for _, locked in entries))


def _number(octets: bytes, place: int, length: int = 2) -> int:
    return int.from_bytes(octets[place : place + length], "little")


def _name(octets: bytes) -> str:
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("cp437")


def _zip(octets: bytes, mark: bytes, flags: int, length: int, name: int) -> Iterator[tuple[str, bool]]:
    """Entries by their mark, wherever they lie: a directory may be cut, or hidden from readers that trust its end record."""
    place = octets.find(mark)
    for _ in range(limits.ARCHIVE_ENTRIES):
        if not 0 <= place <= len(octets) - name:
            return
        start = place + name
        end = start + min(_number(octets, place + length), limits.URL_CHARS)
        yield _name(octets[start:end]), bool(_number(octets, place + flags) & _ZIP_LOCKED)
        place = octets.find(mark, end)


def _rar4(octets: bytes) -> Iterator[tuple[str, bool]]:
    place = 7
    for _ in range(limits.ARCHIVE_ENTRIES):
        kind, flags, size = _number(octets, place + 2, 1), _number(octets, place + 3), _number(octets, place + 5)
        if size < 7 or place + size > len(octets):
            return
        if kind == _RAR4_MAIN and flags & 0x80:  # the headers are encrypted
            yield "", True
            return
        if kind == _RAR4_FILE:
            name = octets[place + 32 : place + 32 + _number(octets, place + 26)]
            yield _name(name.split(b"\0")[0]), bool(flags & 0x4)
        place += size + (_number(octets, place + 7, 4) if kind == _RAR4_FILE or flags & _RAR4_LONG else 0)


def _rar5(octets: bytes) -> Iterator[tuple[str, bool]]:
    place = 8
    for _ in range(limits.ARCHIVE_ENTRIES):
        size, start = _vint(octets, place + 4)
        kind, at = _vint(octets, start)
        flags, at = _vint(octets, at)
        extra, at = _vint(octets, at) if flags & 0x1 else (0, at)
        follows, at = _vint(octets, at) if flags & 0x2 else (0, at)
        if not size or start + size > len(octets):
            return
        if kind == _RAR5_ENCRYPTION:
            yield "", True
            return
        if kind == _RAR5_FILE:
            yield _rar5_name(octets, at), _rar5_locked(octets, start + size - extra, start + size)
        place = start + size + follows


def _rar5_name(octets: bytes, place: int) -> str:
    flags, place = _vint(octets, place)
    place = _vint(octets, _vint(octets, place)[1])[1]  # size, attributes
    place += (4 if flags & 0x2 else 0) + (4 if flags & 0x4 else 0)  # time, checksum
    length, place = _vint(octets, _vint(octets, _vint(octets, place)[1])[1])  # after method and system
    return _name(octets[place : place + min(length, limits.URL_CHARS)])


def _rar5_locked(octets: bytes, place: int, end: int) -> bool:
    """Whether the first record of a file's extra area says that it is encrypted (type 1), as it does where it is."""
    return place < end and _vint(octets, _vint(octets, place)[1])[0] == 1


def _vint(octets: bytes, place: int) -> tuple[int, int]:
    """A number of seven bits an octet, and the place after it."""
    number = 0
    for shift in range(0, 64, 7):
        octet = _number(octets, place, 1)
        number |= (octet & 0x7F) << shift
        place += 1
        if octet < 0x80:
            break
    return number, place


def _tar(octets: bytes) -> Iterator[str]:
    place = 0
    for _ in range(limits.ARCHIVE_ENTRIES):
        header = octets[place : place + _BLOCK]
        if len(header) < _BLOCK or not header[0]:
            return
        yield _name(header[:100].split(b"\0")[0])
        size = header[124:136].strip(b"\0 ")
        length = int(size, 8) if size.isdigit() and not size.strip(b"01234567") else 0
        place += _BLOCK * (1 + -(-length // _BLOCK))


def _gzip(octets: bytes) -> Iterator[str]:
    """The name it was packed under, and those of a tar inside."""
    if len(octets) > 10 and octets[3] & 0x8:
        start = 10 + (2 + _number(octets, 10) if octets[3] & 0x4 else 0)
        yield _name(octets[start : start + limits.URL_CHARS].split(b"\0")[0])
    try:
        inner = zlib.decompressobj(31).decompress(octets, limits.UNPACKED_BYTES)
    except zlib.error:
        return
    if magic.nature(inner[: limits.ATTACHMENT_HEAD]) == magic.TAR:
        yield from _tar(inner)
