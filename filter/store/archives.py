"""Mail from files, folders and archives of them: each message's name and octets, one at a time, nothing unpacked to disk.

Names say where a message stood: `inbox.mbox#17`, `mail.tar:a/b.eml`. Nothing here judges or changes a message.
"""

from __future__ import annotations

import gzip
import re
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Self, cast

from filter.errors import UsageError
from filter.store import mbox

MAX_MESSAGE_BYTES = 52_428_800
"""Octets of the largest message taken from an archive; a larger one is reported and skipped."""

OnDamage = Callable[[str, str], None]
Messages = Iterator[tuple[str, bytes]]

_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_NESTED = (".tar", ".tar.gz", ".tgz", ".tar.zst", ".zip")
# What the standard library raises on broken or encrypted archives; RuntimeError is zipfile's for a password.
_BROKEN = (OSError, EOFError, zlib.error, tarfile.TarError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)


def refuse(name: str, why: str) -> None:
    """What is done about damage unless told otherwise: stop, for judging less mail than asked in silence would be worse."""
    raise UsageError(f"{name}: {why}")


def open_path(path: str | Path, on_damage: OnDamage = refuse) -> Messages:
    """Every message at `path`: an .eml, mbox, Maildir or folder, a .tar, .tar.gz, .tgz, .tar.zst, .zip or .gz of these, or -.

    Yields (name, octets). UsageError where there is nothing to open; `on_damage(name, why)` hears of every part skipped.
    """
    if str(path) == "-":
        return _messages("-", sys.stdin.buffer, on_damage, listed=False)
    path = Path(path)
    if path.is_dir():
        return _folder(path, on_damage)
    try:
        return _opened(str(path), path.open("rb"), on_damage)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None


def _folder(folder: Path, on_damage: OnDamage) -> Messages:
    """Every file below, in the order of names; of a Maildir only what is in new and cur, each one message as it stands."""
    with _reporting(str(folder), on_damage):
        inside = sorted(folder.iterdir())
        maildir = {"cur", "new"} <= {entry.name for entry in inside}
        for entry in inside:
            if entry.is_dir() and not entry.is_symlink():
                yield from _inner_folder(entry, maildir, on_damage)
            elif entry.is_file() and not maildir and not entry.name.startswith("."):
                yield from _file(entry, on_damage)


def _inner_folder(folder: Path, of_maildir: bool, on_damage: OnDamage) -> Messages:
    if of_maildir and folder.name in {"cur", "new"}:
        for entry in sorted(folder.iterdir()):
            with _reporting(str(entry), on_damage), entry.open("rb") as stream:
                yield from _one(str(entry), stream.read(MAX_MESSAGE_BYTES + 1), on_damage)
    # Maildir++ keeps its folders in hidden ones; what else is hidden is no mail.
    elif not (of_maildir and folder.name == "tmp") and (of_maildir or not folder.name.startswith(".")):
        yield from _folder(folder, on_damage)


def _file(path: Path, on_damage: OnDamage) -> Messages:
    with _reporting(str(path), on_damage):
        yield from _opened(str(path), path.open("rb"), on_damage, listed=True)


def _opened(name: str, stream: IO[bytes], on_damage: OnDamage, listed: bool = False) -> Messages:
    """What a file holds, by the end of its name."""
    lowered = name.lower()
    with stream, _reporting(name, on_damage):
        if lowered.endswith(".zip"):
            yield from _zip(name, stream, on_damage)
        elif lowered.endswith((".tar.gz", ".tgz")):
            yield from _tar(name, gzip.GzipFile(fileobj=stream), on_damage)
        elif lowered.endswith(".tar.zst"):
            yield from _tar(name, _unzstd(name, stream), on_damage)
        elif lowered.endswith(".tar"):
            yield from _tar(name, stream, on_damage)
        else:
            yield from _messages(name, stream, on_damage, listed)


def _unzstd(name: str, stream: IO[bytes]) -> mbox.Readable:
    try:
        import zstandard  # noqa: PLC0415  (an extra: only this kind of archive needs it)
    except ImportError:
        raise UsageError(f"{name}: needs zstandard (pip install 'sievert[train]')") from None
    return _Zstd(zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True), zstandard.ZstdError)


class _Zstd:
    """A zstd stream whose damage is an OSError, as that of the standard library's streams is."""

    def __init__(self, stream: mbox.Readable, broken: type[Exception]) -> None:
        self._stream = stream
        self._broken = broken

    def read(self, size: int, /) -> bytes:
        """At most `size` octets."""
        try:
            return self._stream.read(size)
        except self._broken as error:
            raise OSError(str(error)) from None


class _TarInfo(tarfile.TarInfo):
    """A tar's header; one that is broken ends the archive with an error, where tarfile would take it for the end in silence."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        """The next header."""
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.HeaderError as error:
            if type(error).__name__ == "EOFHeaderError":  # the one that ends a whole archive; typeshed does not know it
                raise
            raise tarfile.ReadError(f"damaged or cut short after {tarfile_.offset} octets: {error}") from None


def _tar(name: str, stream: mbox.Readable, on_damage: OnDamage) -> Messages:
    # Read as a stream: then tarfile asks for nothing but `read`.
    with tarfile.open(fileobj=cast("IO[bytes]", stream), mode="r|", tarinfo=_TarInfo) as archive:
        for entry in archive:
            inner = archive.extractfile(entry) if entry.isreg() else None
            if inner is not None:
                yield from _member(f"{name}:{entry.name}", inner, on_damage)
            elif entry.islnk():
                on_damage(f"{name}:{entry.name}", f"a link to {entry.linkname}, which is read under its own name")


def _zip(name: str, stream: IO[bytes], on_damage: OnDamage) -> Messages:
    with zipfile.ZipFile(stream) as archive:
        for entry in archive.infolist():
            member = f"{name}:{entry.filename}"
            with _reporting(member, on_damage):
                if not entry.is_dir():
                    yield from _member(member, archive.open(entry), on_damage)


def _member(name: str, stream: IO[bytes], on_damage: OnDamage) -> Messages:
    """A file inside an archive: mail, an mbox, or either behind gzip; an archive in an archive is not opened."""
    with stream, _reporting(name, on_damage):
        if Path(name).name.startswith("."):
            return
        if name.lower().endswith(_NESTED):
            on_damage(name, "an archive inside an archive")
        else:
            yield from _messages(name, stream, on_damage, listed=True)


def _messages(name: str, stream: mbox.Readable, on_damage: OnDamage, listed: bool) -> Messages:
    """One message or an mbox. `listed`: nobody named this file itself, so it has to look like mail."""
    plain = name.lower().removesuffix(".gz")
    if plain != name.lower():
        stream = gzip.GzipFile(fileobj=cast("IO[bytes]", stream))
    first = stream.read(mbox.READ_BYTES)
    if mbox.begins_mbox(first):
        yield from _mbox(name, first, stream, plain.endswith(".eml"), on_damage)
    elif listed and first and not plain.endswith(".eml") and not _FIELD.match(first):
        on_damage(name, "not mail: it does not begin with a header field")
    else:
        yield from _one(name, _filled(first, stream), on_damage)


def _mbox(name: str, first: bytes, stream: mbox.Readable, eml: bool, on_damage: OnDamage) -> Messages:
    if eml:
        first = _filled(first, stream)
        if len(first) <= MAX_MESSAGE_BYTES and mbox.separator(first) not in first:
            # One saved message with the line its mailbox had in front of it: that line alone is no part of it.
            yield from _one(name, first.partition(b"\n")[2], on_damage)
            return
    for number, content in enumerate(mbox.split(first, stream, MAX_MESSAGE_BYTES), 1):
        if content is None:
            on_damage(f"{name}#{number}", _too_large())
        else:
            yield f"{name}#{number}", content


def _filled(first: bytes, stream: mbox.Readable) -> bytes:
    """What was read and what follows, up to one octet past the limit."""
    return first + stream.read(MAX_MESSAGE_BYTES + 1 - len(first)) if len(first) == mbox.READ_BYTES else first


def _one(name: str, content: bytes, on_damage: OnDamage) -> Messages:
    if not content:
        on_damage(name, "empty")
    elif len(content) > MAX_MESSAGE_BYTES:
        on_damage(name, _too_large())
    else:
        yield name, content


def _too_large() -> str:
    return f"larger than {MAX_MESSAGE_BYTES} octets"


@contextmanager
def _reporting(name: str, on_damage: OnDamage) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        on_damage(name, getattr(error, "strerror", None) or str(error) or type(error).__name__)
