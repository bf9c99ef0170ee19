"""Mail in files, folders and archives, and what is read of it. Nothing here is a test."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import zstandard

from filter.store.archives import open_path

ONE = b"Subject: one\n\nfirst\n"
TWO = b"Subject: two\n\nsecond\n"
LINE = b"From ann@example.org Wed May  1 12:00:00 2024\n"
MBOX = LINE + ONE + b"\n" + LINE + TWO + b"\n"


class Damage(list[tuple[str, str]]):
    """Collects what is reported."""

    def __call__(self, name: str, why: str) -> None:
        self.append((name, why))


def read(path: Path | str, damage: Damage | None = None) -> dict[str, bytes]:
    """The messages, by their names behind the path's own."""
    found = list(open_path(path) if damage is None else open_path(path, damage))
    short = {name.removeprefix(str(path)): content for name, content in found}
    assert len(short) == len(found)
    return short


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


ARCHIVES: dict[str, Callable[[dict[str, bytes]], bytes]] = {
    "mail.tar": tarred,
    "mail.tar.gz": lambda files: tarred(files, "w:gz"),
    "mail.tgz": lambda files: tarred(files, "w:gz"),
    "mail.tar.zst": lambda files: zstandard.compress(tarred(files)),
    "mail.ZIP": zipped,
}


def put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
