from __future__ import annotations

import pytest
from attachments import MZ, OLE, calendar, png, rar5, tarred, zipped

from filter.judge.inside import magic


@pytest.mark.parametrize(
    ("head", "nature"),
    [
        (zipped("a"), magic.ZIP),
        (rar5("a"), magic.RAR),
        (tarred("a"), magic.TAR),
        (tarred("a", mode="w:gz"), magic.GZIP),
        (OLE, magic.OLE),
        (MZ, magic.PROGRAM),
        (b"MZ is how this letter begins, without a zero octet", ""),
        (b"%PDF-1.7\n", magic.PDF),
        (png(1, 1, b"\0\0"), magic.IMAGE),
        (calendar("https://a.example"), magic.CALENDAR),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE HTML>", magic.PAGE),
        (b"<?xml version='1.0'?>\n<svg xmlns='x'>", magic.SVG),
        (b"<?xml version='1.0'?>\n<invoice>", ""),
        (b"hello", ""),
        (b"", ""),
    ],
)
def test_nature(head: bytes, nature: str) -> None:
    """A file is what its first octets say, where they say it for sure."""
    assert magic.nature(head[:512]) == nature


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.PDF", "pdf"), ("a.exe.", "exe"), ("a.exe  ", "exe"), ("a.scr\u00a0", "scr"), ('a.js"', "js"), ("a", ""), ("", "")],
)
def test_ending(name: str, ending: str) -> None:
    """An ending is what Windows takes for it: what it drops from a name does not hide it."""
    assert magic.ending(name) == ending


def test_the_first_octets_come_before_the_name() -> None:
    """A file of another name is what it is; one that does not tell is what it is called, or declared as."""
    assert magic.kind_of(MZ, "a.pdf", "application/pdf") == magic.PROGRAM
    assert magic.kind_of(b"hello", "a.html", "text/plain") == magic.PAGE
    assert magic.kind_of(b"hello", "", "image/svg+xml") == magic.SVG
    assert magic.kind_of(b"hello", "a.dat", "application/octet-stream") == ""


def test_promised() -> None:
    """A name's ending promises before the declared kind does; what promises nothing is held to nothing."""
    assert magic.promised("a.pdf", "image/png") == {magic.PDF}
    assert magic.promised("a", "image/png") == {magic.IMAGE}
    assert magic.promised("a.dat", "application/octet-stream") == frozenset()
