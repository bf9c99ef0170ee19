"""Zips, read member by member, nothing unpacked to disk: names are names and lead nowhere.

Without a directory, which stands at a zip's end and is lost with it, `cutzip` reads what is whole before the cut.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import IO, cast

from filter.store.archives import cutzip, limits
from filter.store.archives.damage import BROKEN, Messages, OnDamage, reporting, said
from filter.store.archives.members import member
from filter.store.archives.streams import Pieces, bounded

_ENCRYPTED = 0x1


def messages(name: str, stream: IO[bytes], on_damage: OnDamage) -> Messages:
    """The messages of every file in a zip, in the order of its directory, under `name:path`."""
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        on_damage(name, f"no directory at its end, read from its start as far as it goes: {said(error)}")
        yield from cutzip.messages(name, stream, on_damage)
        return
    with archive:
        overlapping = _overlapping(archive.infolist())
        for entry in archive.infolist():
            inner = f"{name}:{entry.filename}"
            if entry.flag_bits & _ENCRYPTED:
                on_damage(inner, "encrypted")
            elif entry.header_offset in overlapping:
                on_damage(inner, "its octets are another member's too, as in a bomb")
            elif not entry.is_dir() and entry.compress_type not in cutzip.METHODS:
                on_damage(inner, cutzip.not_read(entry.compress_type))
            elif not entry.is_dir():
                with reporting(inner, on_damage), archive.open(entry) as opened:
                    pieces = bounded(_pieces(opened), _constant(entry.compress_size))
                    yield from member(inner, entry.filename, Pieces(pieces), on_damage)


def _overlapping(entries: list[zipfile.ZipInfo]) -> frozenset[int]:
    """Where the members begin that reach into the next one: one stretch of octets told a thousand times over is a bomb."""
    placed = sorted((entry.header_offset, entry.compress_size) for entry in entries if not entry.is_dir())
    return frozenset(start for (start, size), (following, _) in pairwise(placed) if start + size > following)


def _pieces(opened: IO[bytes]) -> Iterator[bytes]:
    """What is whole of a member before an error; `read` would drop what it read before one."""
    return iter(partial(cast("zipfile.ZipExtFile", opened).read1, limits.PIECE_BYTES), b"")


def _constant(size: int) -> Callable[[], int]:
    return lambda: size
