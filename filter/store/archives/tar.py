"""Tars, read as a stream, nothing unpacked to disk: names are names and lead nowhere, links are not followed.

Only files are read. Sparse ones are not: mail has no holes, and a hole of any size costs a tar nothing. A block of zeros is the end of a
tar; a header that was lost is one too, and so is the seam of two tars in one file. So what follows is told, and read where it can be.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO, Self, cast

from filter.store.archives import limits
from filter.store.archives.damage import BROKEN, DamageError, Messages, OnDamage, said, shown
from filter.store.archives.members import member
from filter.store.archives.streams import Pieces, Readable

_WITHOUT_MAIL = {
    tarfile.LNKTYPE: "a link to {}, which is read under its own name",
    tarfile.SYMTYPE: "a link to {}, which is not followed",
    tarfile.CHRTYPE: "a device",
    tarfile.BLKTYPE: "a device",
    tarfile.FIFOTYPE: "a pipe",
    tarfile.GNUTYPE_SPARSE: "a sparse file, which mail never is",
}
# What says more of the member behind it; tarfile holds that in memory.
_EXTENDED = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)


def messages(name: str, stream: Readable, on_damage: OnDamage) -> Messages:
    """The messages of every file in a tar, in its order, under `name:path`. DamageError behind the last whole one."""
    quiet = _Quiet(stream)
    try:
        # Read as a stream: then tarfile asks for nothing but `read`.
        with _Tar.open(fileobj=cast("IO[bytes]", quiet), mode="r|", tarinfo=_Header, bufsize=limits.PIECE_BYTES) as archive:
            while (entry := archive.next()) is not None:
                # tarfile keeps every header otherwise.
                archive.members = []  # type: ignore[attr-defined]  # typeshed leaves it out
                if passed := archive.told():
                    on_damage(name, passed)
                yield from _entry(f"{name}:{entry.name}", archive, entry, on_damage)
            archive.check()
    except BROKEN as error:
        raise DamageError(quiet.broken or said(error)) from None
    if quiet.broken:
        raise DamageError(quiet.broken)


def _entry(name: str, archive: tarfile.TarFile, entry: tarfile.TarInfo, on_damage: OnDamage) -> Messages:
    kind = tarfile.GNUTYPE_SPARSE if entry.issparse() else entry.type
    if kind in _WITHOUT_MAIL:
        on_damage(name, _WITHOUT_MAIL[kind].format(shown(entry.linkname)))
    elif entry.isreg() and archive.fileobj is not None:
        yield from member(name, entry.name, Pieces(_pieces(cast("IO[bytes]", archive.fileobj), entry)), on_damage)


def _pieces(stream: IO[bytes], entry: tarfile.TarInfo) -> Iterator[bytes]:
    """What a member holds, read past tarfile, whose own file drops what comes before a cut; DamageError behind it where there is one."""
    stream.seek(entry.offset_data)
    missing = entry.size
    while missing and (octets := stream.read(min(missing, limits.PIECE_BYTES))):
        missing -= len(octets)
        yield octets
    if missing:
        raise DamageError(f"cut short: {missing} of its {entry.size} octets are missing")


class _Tar(tarfile.TarFile):
    """A tar, and how far it was passed over since a block of zeros where a header belongs: `end` is where that lies, `is_behind` whether
    anything else than zeros followed, `passed` the octets up to the header that did."""

    ignore_zeros = True
    end: int | None = None
    is_behind = False
    passed: range | None = None

    def told(self) -> str:
        """What is to be said of the octets passed over before the member that was read last, once; "" where there are none."""
        passed, self.passed = self.passed, None
        return f"octets {passed.start} to {passed.stop - 1}, which begin as its end does though more follows" if passed else ""

    def check(self) -> None:
        """DamageError if no member followed what was passed over last."""
        if self.is_behind:
            raise DamageError(f"what lies behind its end, octet {self.end}, is no member")


class _Header(tarfile.TarInfo):
    """A tar's header; one that is broken ends the archive with an error, where tarfile would take it for the end in silence. Behind
    zeros it is passed over, for what a lost header was of lies there."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        """The next header."""
        archive, at = cast("_Tar", tarfile_), tarfile_.offset
        try:
            header = super().fromtarfile(tarfile_)
        except tarfile.HeaderError as error:
            if _is_end(archive, error):
                raise
            raise tarfile.ReadError(f"damaged or cut short after {at} octets: {error}") from None
        if archive.end is not None:
            archive.passed, archive.end, archive.is_behind = range(archive.end, at), None, False
        return header

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """A header from its block."""
        is_padding = bool(buf) and not any(buf)
        header = super().frombuf(bytes(tarfile.BLOCKSIZE) if is_padding else buf, encoding, errors)
        if header.type in _EXTENDED and header.size > limits.MAX_TAR_HEADER_BYTES:
            raise tarfile.ReadError(f"a header of more than {limits.MAX_TAR_HEADER_BYTES} octets")
        return header


def _is_end(archive: _Tar, error: tarfile.HeaderError) -> bool:
    """Whether this is no header because the tar ends here, or has ended before; typeshed does not know these errors."""
    kind = type(error).__name__
    if kind == "EOFHeaderError":
        archive.end = archive.offset if archive.end is None else archive.end
    elif archive.end is None or kind == "SubsequentHeaderError":
        return False
    archive.is_behind |= kind in ("InvalidHeaderError", "TruncatedHeaderError")
    return True


class _Quiet:
    """A stream that ends where it breaks, and remembers why: tarfile drops what it read before an error, but not before an end."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self.broken = ""

    def read(self, size: int, /) -> bytes:
        """At most `size` octets."""
        try:
            return b"" if self.broken else self._stream.read(size)
        except BROKEN as error:
            self.broken = said(error)
            return b""
