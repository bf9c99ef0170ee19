"""Archives that are damaged, cut, hostile or odd, each with what must still be read of it. Nothing here is a test."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import zstandard
from malforming import (
    LIMIT,
    LINE,
    changed,
    cut,
    deep,
    entry,
    files,
    flagged,
    large_name,
    linked,
    lost,
    mail,
    mbox,
    odd_names,
    overlapping,
    pipe,
    repository,
    sparse,
    tarred,
    with_a_broken_object,
    without_a_commit,
    without_an_object,
    without_head,
    zipped,
)


class Malformed(NamedTuple):
    """An archive: its file's name, what it is made of, how many messages are read, and what is said ("": nothing is)."""

    name: str
    made: bytes | Callable[[Path], None]
    read: int
    said: str


def put(folder: Path, malformed: Malformed) -> Path:
    """Makes it in a folder of its own."""
    path = folder / malformed.name
    path.parent.mkdir(parents=True)
    if isinstance(malformed.made, bytes):
        path.write_bytes(malformed.made)
    else:
        malformed.made(path)
    return path


TWO = (("a.eml", mail(1)), ("b.eml", mail(2)))
LONG = [mail(number, 60_000) for number in range(5)]
MANY = tuple((f"{number}.eml", content) for number, content in enumerate(LONG))
TAR = tarred(*MANY)
ZIP = zipped(*MANY)
LARGE = b"Subject: large\n\n" + b"x" * LIMIT + b"\n"
BOMB = bytes(LIMIT * 400)

MALFORMED = (
    # mbox
    Malformed("cut.mbox", mbox(mail(1), mail(2))[:-5], 2, ""),
    Malformed("body-from.mbox", mbox(mail(1) + b"\nFrom here on, it rains.\nYes\n", mail(2)), 2, ""),
    Malformed("body-from-field.mbox", mbox(mail(1) + b"\nFrom here on: rain\nNote: this\n", mail(2)), 2, ""),
    Malformed("body-date.mbox", mbox(mail(1) + LINE + b"is how it begins\n", mail(2)), 2, ""),
    Malformed("no-empty-line.mbox", LINE + mail(1) + LINE + mail(2) + LINE + mail(3), 3, ""),
    Malformed("no-dates.mbox", b"From a\n" + mail(1) + b"\nFrom b@b.example\n" + mail(2) + b"\nFrom now on\nit rains\n", 2, ""),
    Malformed("bare-from.mbox", b"From - Tue Oct 01 10:11:12 2024\r\n" + mail(1) + b"\r\nFrom \r\n" + mail(2), 2, ""),
    Malformed("line-ends.mbox", (LINE + mail(1)).replace(b"\n", b"\r\n") + b"\n" + mbox(mail(2)) + LINE + mail(3) + b"\r\n", 3, ""),
    Malformed("nuls.mbox", mbox(mail(1) + bytes(5000), mail(2)), 2, ""),
    Malformed("content-length.mbox", mbox(b"Content-Length: 9999\n" + mail(1), mail(2)), 2, ""),
    Malformed("byte-order-mark.mbox", b"\xef\xbb\xbf" + mbox(mail(1), mail(2)), 2, ""),
    Malformed("empty-lines.mbox", b"\r\n\n" + mbox(mail(1), mail(2)), 2, ""),
    Malformed("empty.mbox", b"", 0, "empty.mbox: empty"),
    Malformed("line-alone.mbox", LINE, 0, "line-alone.mbox#1: empty, at octet 0"),
    Malformed("empty-message.mbox", mbox(mail(1), b"", mail(2)), 2, "empty-message.mbox#2: empty, at octet 66"),
    Malformed("large.mbox", mbox(mail(1), LARGE, mail(2)), 2, f"large.mbox#2: larger than {LIMIT} octets, at octet 66"),
    Malformed("large.eml", LARGE, 0, f"large.eml: larger than {LIMIT} octets"),
    Malformed("wide.mbox", mbox(mail(1)).decode().encode("utf-16"), 0, "UTF-16"),
    Malformed("binary.mbox", bytes(range(256)) * 40, 0, "not mail"),
    # compressed
    Malformed("cut.mbox.gz", cut(gzip.compress(mbox(*LONG)), 0.7), 3, "cut.mbox.gz: cut short after"),
    Malformed("cut.mbox.zst", cut(zstandard.compress(mbox(*LONG)), 0.7), 2, "cut.mbox.zst: cut short after"),
    Malformed("cut.mbox.bz2", cut(bz2.compress(mbox(*LONG), 1), 0.7), 3, "cut.mbox.bz2: cut short after"),
    Malformed("cut.mbox.xz", cut(lzma.compress(mbox(*LONG)), 0.7), 3, "cut.mbox.xz: cut short after"),
    Malformed("sum.mbox.gz", gzip.compress(mbox(mail(1), mail(2)))[:-8] + bytes(8), 1, "incorrect data check"),
    Malformed("behind.mbox.gz", gzip.compress(mbox(mail(1), mail(2))) + b"and more", 2, "what lies behind its end"),
    Malformed("padded.mbox.gz", gzip.compress(mbox(mail(1))) + gzip.compress(mbox(mail(2))) + bytes(700), 2, ""),
    Malformed("none.mbox.gz", b"From a gzip this is not", 0, "incorrect header check"),
    Malformed("none.mbox.zst", b"nor zstd is this", 0, "Unknown frame"),
    Malformed("none.mbox.bz2", b"nor bzip2 is this", 0, "Invalid data stream"),
    Malformed("none.mbox.xz", b"nor xz is this one", 0, "format not supported"),
    Malformed("empty.mbox.gz", b"", 0, "empty.mbox.gz: empty"),
    Malformed("empty.eml.zst", zstandard.compress(b""), 0, "empty.eml.zst: empty"),
    Malformed("bomb.mbox.gz", gzip.compress(mbox(mail(1), BOMB)), 1, "as a bomb does"),
    Malformed("bomb.mbox.bz2", bz2.compress(mbox(mail(1), BOMB)), 1, "as a bomb does"),
    Malformed("bomb.mbox.xz", lzma.compress(mbox(mail(1), BOMB)), 1, "as a bomb does"),
    Malformed("bomb.mbox.zst", zstandard.compress(mbox(mail(1), BOMB)), 1, "as a bomb does"),
    # tar
    Malformed("cut-inside.tar", cut(TAR, 0.5), 2, "cut-inside.tar:2.eml: cut short"),
    Malformed("cut-between.tar", tarred(*TWO)[:1024], 1, "cut short after 1024 octets"),
    Malformed("overwritten.tar", changed(TAR, TAR.index(b"2.eml"), b"y" * 300), 2, "damaged or cut short after"),
    Malformed("lost.tar", lost(TAR, b"2.eml"), 4, f"lost.tar: octets {TAR.index(b'2.eml')} to {TAR.index(b'3.eml') - 1}, which begin as"),
    Malformed("lost.tar.gz", gzip.compress(lost(TAR, b"2.eml")), 4, "lost.tar.gz: octets"),
    Malformed("lost-first.tar", lost(TAR, b"0.eml"), 4, "lost-first.tar: octets 0 to"),
    Malformed("lost-last.tar", lost(TAR, b"4.eml"), 4, f"what lies behind its end, octet {TAR.index(b'4.eml')}, is no member"),
    Malformed("lost-many.tar", lost(TAR, b"1.eml", b"3.eml"), 3, "lost-many.tar: octets"),
    Malformed("lost-cut.tar", cut(lost(TAR, b"2.eml"), 0.5), 2, "is no member"),
    Malformed("seam.tar", TAR + tarred(*TWO), 7, "seam.tar: octets"),
    Malformed("behind.tar", TAR + b"and more", 5, "what lies behind its end, octet"),
    Malformed("padded.tar", TAR + bytes(50_000), 5, ""),
    Malformed("padded-oddly.tar", TAR + bytes(700), 5, ""),
    Malformed("cut.tar.gz", cut(gzip.compress(TAR), 0.7), 3, "cut.tar.gz: cut short after"),
    Malformed("cut.tar.bz2", cut(bz2.compress(TAR, 1), 0.7), 3, "cut.tar.bz2: cut short after"),
    Malformed("cut.tar.xz", cut(lzma.compress(TAR), 0.7), 3, "cut.tar.xz: cut short after"),
    Malformed("cut.tar.zst", cut(zstandard.compress(TAR), 0.7), 2, "cut.tar.zst: cut short after"),
    Malformed("empty.tar", b"", 0, "empty.tar: empty"),
    Malformed("none.tar", b"no tar at all, this " * 100, 0, "none.tar: "),
    Malformed("names.tar", tarred(("../../up.eml", mail(1)), ("/etc/root.eml", mail(2)), ("c:\\x\x1b[2J.eml", mail(3))), 3, ""),
    Malformed("bytes.tar", tarred(("\udce9\udcff.eml", mail(1)), ("b\udcff.png", b"\x89PNG")), 1, "not mail"),
    Malformed("device.tar", tarred(entry("null.eml", tarfile.CHRTYPE), *TWO), 2, "null.eml: a device"),
    Malformed("pipe.tar", tarred(entry("p.eml", tarfile.FIFOTYPE), *TWO), 2, "p.eml: a pipe"),
    Malformed("link.tar", tarred(entry("l.eml", tarfile.SYMTYPE, "/etc/passwd"), *TWO), 2, "a link to /etc/passwd, which is not"),
    Malformed("moving-link.tar", tarred(entry("l.eml", tarfile.SYMTYPE, "\x1b[2J"), *TWO), 2, "a link to \\x1b[2J, which is not"),
    Malformed("hard-link.tar", tarred(*TWO, entry("l.eml", tarfile.LNKTYPE, "a.eml")), 2, "read under its own name"),
    Malformed("sparse.tar", sparse() + tarred(*TWO), 2, "b.mbox: a sparse file"),
    Malformed("large-name.tar", tarred(*TWO)[:2048] + large_name() + bytes(9000), 2, "a header of more than"),
    Malformed("twice.tar", tarred(*TWO, ("a.eml", mail(3))), 3, ""),
    Malformed("inside.tar", tarred(("x.tar.gz", b"x"), ("y.ZIP", b"y"), ("z.pst", b"z"), *TWO), 2, "an archive inside an archive"),
    Malformed("large.tar", tarred(("x.eml", LARGE), *TWO), 2, "large.tar:x.eml: larger than"),
    # zip
    Malformed("cut.zip", cut(ZIP, 0.7), 3, "cut.zip: no directory at its end"),
    Malformed("cut-stored.zip", cut(zipped(*MANY, method=zipfile.ZIP_STORED), 0.5), 2, "2.eml: cut short"),
    Malformed("sum.zip", changed(zipped(*TWO, method=zipfile.ZIP_STORED), 44, b"XYZ"), 1, "a.eml: Bad CRC-32"),
    Malformed("other-name.zip", changed(zipped(*TWO), 30, b"other"), 1, "File name in directory"),
    Malformed("size.zip", changed(zipped(*TWO), zipped(*TWO).index(b"PK\x01\x02") + 24, b"\x05\0\0\0"), 1, "a.eml: Bad CRC-32"),
    Malformed("local-size.zip", changed(zipped(*TWO), 18, b"\xff\xff\0\0\xff\xff\0\0"), 2, ""),
    Malformed("locked.zip", flagged(zipped(*TWO)), 1, "a.eml: encrypted"),
    Malformed("locked-cut.zip", flagged(zipped(*TWO))[:-30], 1, "a.eml: encrypted"),
    Malformed("bomb.zip", zipped(("x.mbox", mbox(mail(1), BOMB)), *TWO), 3, "x.mbox: expands to more than"),
    Malformed("overlapping.zip", overlapping(), 2, "a.eml: its octets are another member's too"),
    Malformed("twice.zip", zipped(*TWO, ("../a.eml", mail(3)), ("/a.eml", mail(4))), 4, ""),
    Malformed("method.zip", changed(zipped(*TWO), zipped(*TWO).index(b"PK\x01\x02") + 10, b"\x63\0"), 1, "a.eml: packed in a way"),
    Malformed("bzip2.zip", zipped(*TWO, method=zipfile.ZIP_BZIP2), 0, "b.eml: packed in a way that is not read (method 12)"),
    Malformed("lzma-cut.zip", zipped(*TWO, method=zipfile.ZIP_LZMA)[:-30], 0, "b.eml: packed in a way that is not read (method 14)"),
    Malformed("no-members.zip", zipped(), 0, ""),
    Malformed("empty.zip", b"", 0, "empty.zip: empty"),
    Malformed("none.zip", b"no zip at all", 0, "File is not a zip file"),
    Malformed("takeout.zip", zipped(("Takeout/archive_browser.html", b"<p>"), ("Takeout/Mail/All.mbox", mbox(mail(1)))), 1, ""),
    # folders
    Malformed("x.mbox", files({"mbox": mbox(mail(1)), "table_of_contents": b"\0\1"}), 1, "table_of_contents: not mail"),
    Malformed("loop", linked("."), 1, ""),
    Malformed("circle", linked("b.eml"), 1, "b.eml: "),
    Malformed("dangling", linked("gone.eml"), 1, "b.eml: a link that leads nowhere"),
    Malformed("unreadable", linked("/proc/self/mem"), 1, "b.eml: Input/output error"),
    Malformed("pipe", pipe, 1, "b.eml: neither a file nor a folder"),
    Malformed("deep", deep, 2, ""),
    Malformed("odd-names", odd_names, 1, "not mail"),
    Malformed("nothing", files({".": None}), 0, ""),
    Malformed("maildir", files({"cur/1": mail(1), "cur/2": b"", "cur/d": None, "new/3": mail(3), "tmp/4": mail(4)}), 2, "2: empty"),
    Malformed("half-maildir", files({"cur/1": mail(1), "tmp/2": mail(2)}), 2, ""),
    # public inboxes
    Malformed("empty.git", repository, 0, "no history"),
    Malformed("missing.git", without_an_object, 2, "is missing or damaged"),
    Malformed("broken.git", with_a_broken_object, 2, "is missing or damaged"),
    Malformed("headless.git", without_head, 0, "no history"),
    Malformed("cut-off.git", without_a_commit, 0, "cannot read all of its history"),
    Malformed("program.git", lambda path: repository(path, b"int main;", place=b"main.c"), 0, "no public inbox"),
    # Outlook
    Malformed("none.pst", b"no Outlook file, this " * 100, 0, "not an Outlook file that can be read: invalid file signature"),
    Malformed("cut.pst", b"!BDN" + bytes(600), 0, "not an Outlook file that can be read: "),
    Malformed("empty.ost", b"", 0, "empty.ost: empty"),
)
