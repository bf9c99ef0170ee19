"""What malformed archives are made with: mail, mailboxes, tars, zips, folders, repositories, whole and spoilt. Nothing here is a test."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

LINE = b"From ann@example.org Wed May  1 12:00:00 2024\n"
LIMIT = 100_000
"""Octets of a message, and of what expands for free: both limits are set to this where these archives are tried."""


def mail(number: int, size: int = 0) -> bytes:
    """A message; `size` octets more make it longer, and no shorter when packed."""
    noise = b"".join(struct.pack(">Q", (at * 2654435761 * (number + 7)) ** 3 % (1 << 64)) for at in range(size // 16))
    return b"Subject: %d\n\ntext %d\n" % (number, number) + (noise.hex().encode() + b"\n" if size else b"")


def mbox(*contents: bytes) -> bytes:
    return b"".join(LINE + content + b"\n" for content in contents)


def tarred(*members: tuple[str, bytes] | tarfile.TarInfo, kind: int = tarfile.GNU_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=kind, encoding="utf-8", errors="surrogateescape") as archive:
        for one in members:
            if isinstance(one, tarfile.TarInfo):
                archive.addfile(one)
            else:
                entry = tarfile.TarInfo(one[0])
                entry.size = len(one[1])
                archive.addfile(entry, io.BytesIO(one[1]))
    return out.getvalue()


def entry(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, target
    return made


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def files(members: dict[str, bytes | None]) -> Callable[[Path], None]:
    """A folder of files; None is a folder."""

    def make(folder: Path) -> None:
        for name, content in members.items():
            path = folder / name
            (path if content is None else path.parent).mkdir(parents=True, exist_ok=True)
            if content is not None:
                path.write_bytes(content)

    return make


def linked(target: str) -> Callable[[Path], None]:
    """A folder of one message and a link."""

    def make(folder: Path) -> None:
        files({"a.eml": mail(1)})(folder)
        (folder / "b.eml").symlink_to(target)

    return make


def cut(octets: bytes, share: float) -> bytes:
    return octets[: int(len(octets) * share)]


def changed(octets: bytes, at: int, by: bytes) -> bytes:
    return octets[:at] + by + octets[at + len(by) :]


def lost(octets: bytes, *names: bytes) -> bytes:
    """A tar with zeros for the headers of these members."""
    for name in names:
        octets = changed(octets, octets.index(name), bytes(512))
    return octets


def repository(path: Path, *contents: bytes, place: bytes = b"m") -> None:
    """A public inbox of version 2: a commit for each message."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "master", path], check=True)
    stream = b""
    for number, content in enumerate(contents, 1):
        parent = b"from :%d\n" % (number - 1) if number > 1 else b""
        stream += b"commit refs/heads/master\nmark :%d\ncommitter A <a@a.example> %d +0000\ndata 1\nx\n" % (number, number) + parent
        stream += b"deleteall\nM 100644 inline %s\ndata %d\n" % (place, len(content)) + content + b"\n"
    # Objects of their own files: so a test can take one away.
    command = ["git", f"--git-dir={path}", "-c", "fastimport.unpackLimit=1000", "fast-import", "--quiet"]
    subprocess.run(command, input=stream, check=True)


def blob(path: Path, content: bytes) -> Path:
    """The file of an object."""
    command = ["git", f"--git-dir={path}", "hash-object", "--stdin"]
    name = subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode().strip()
    return path / "objects" / name[:2] / name[2:]


def without_an_object(path: Path) -> None:
    repository(path, mail(1), mail(2), mail(3))
    blob(path, mail(2)).unlink()


def with_a_broken_object(path: Path) -> None:
    repository(path, mail(1), mail(2), mail(3))
    file = blob(path, mail(2))
    file.chmod(0o644)
    file.write_bytes(b"no object")


def without_head(path: Path) -> None:
    repository(path, mail(1))
    (path / "HEAD").write_bytes(b"ref: refs/heads/gone\n")


def without_a_commit(path: Path) -> None:
    repository(path, mail(1), mail(2))
    first = subprocess.run(["git", f"--git-dir={path}", "rev-parse", "HEAD~"], capture_output=True, check=True).stdout.decode().strip()
    (path / "objects" / first[:2] / first[2:]).unlink()


def pipe(folder: Path) -> None:
    files({"a.eml": mail(1)})(folder)
    os.mkfifo(folder / "b.eml")


def deep(folder: Path) -> None:
    files({"/".join("d" * 400) + "/a.eml": mail(1), "z.eml": mail(2)})(folder)


def odd_names(folder: Path) -> None:
    folder.mkdir()
    (folder / os.fsdecode(b"\xe9\x1b[2J.eml")).write_bytes(mail(1))
    (folder / os.fsdecode(b"\xff.png")).write_bytes(b"\x89PNG\0")


def sparse() -> bytes:
    """A GNU sparse file that claims a terabyte of holes and stores nothing."""
    header = bytearray(entry("b.mbox", tarfile.GNUTYPE_SPARSE).tobuf(tarfile.GNU_FORMAT))
    header[386:410] = b"%011o\0%011o\0" % (0, 0)
    header[483:495] = b"\x80" + (1 << 40).to_bytes(11, "big")
    return summed(header)


def summed(header: bytearray) -> bytes:
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def large_name() -> bytes:
    """A header of four gigabytes, which would name the next member."""
    header = bytearray(entry("././@LongLink", tarfile.GNUTYPE_LONGNAME).tobuf(tarfile.GNU_FORMAT))
    header[124:136] = b"\x80" + (1 << 32).to_bytes(11, "big")
    return summed(header)


def overlapping() -> bytes:
    """A zip whose directory names the octets of one member twice, the first time with what follows."""
    octets = zipped(("a.eml", mail(1, 1000)), ("b.eml", mail(2)), ("c.eml", mail(3)))
    at = octets.index(b"PK\x01\x02")
    (size,) = struct.unpack_from("<I", octets, at + 20)
    return changed(octets, at + 20, struct.pack("<I", size + 100))


def flagged(octets: bytes) -> bytes:
    """A zip whose first member says that it is encrypted."""
    at = octets.index(b"PK\x01\x02")
    return changed(changed(octets, 6, b"\x01\0"), at + 8, b"\x01\0")
