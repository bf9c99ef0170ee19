from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from archived import MBOX, ONE, TWO, Damage, put, read, tarred, zipped

from filter.store.archives.members import is_beside_mail


@pytest.mark.parametrize("name", ["inner.tar", "inner.zip", "inner.tar.gz"])
def test_an_archive_in_an_archive_is_reported(tmp_path: Path, name: str) -> None:
    """Archives are opened one deep."""
    damage = Damage()
    assert read(put(tmp_path / "mail.zip", zipped({name: b"x", "a.eml": ONE})), damage) == {":a.eml": ONE}
    assert damage == [(f"{tmp_path}/mail.zip:{name}", "an archive inside an archive")]


def test_takeout_is_read_without_a_word(tmp_path: Path) -> None:
    """Of Google's export the mail is read, and what is beside it passed over; elsewhere such files are told."""
    files = {"Takeout/archive_browser.html": b"<html>", "Takeout/Mail/User Settings/a.json": b"{}", "Takeout/Photos/a.jpg": b"\xff\xd8"}
    mail = {"Takeout/Mail/All mail Including Spam and Trash.mbox": MBOX, "Takeout/Mail/second.mbox.gz": gzip.compress(MBOX)}
    for name, octets in (("t.zip", zipped(files | mail)), ("t.tgz", gzip.compress(tarred(files | mail)))):
        assert list(read(put(tmp_path / name, octets)).values()) == [ONE, TWO] * 2
    damage = Damage()
    assert read(put(tmp_path / "o.zip", zipped({"Other/a.json": b"{}", "Takeout": b"\0", "Takeout/Mail/a.mbox": b"\0"})), damage) == {}
    assert [name.rpartition(":")[2] for name, _ in damage] == ["Other/a.json", "Takeout", "Takeout/Mail/a.mbox"]


@pytest.mark.parametrize(
    ("path", "beside"),
    [
        ("Takeout/a.html", True),
        ("x/Takeout/Mail/a.json.gz", True),
        ("Takeout/Mail/a.mbox", False),
        ("Takeout/Mail/a.mbox.zst", False),
        ("Takeout/Mail/12", False),
        ("Takeout/mail.tgz", False),
        ("Takeout.json", False),
        ("takeout/a.html", False),
    ],
)
def test_what_lies_beside_mail(path: str, beside: bool) -> None:
    """Only below a folder of that name, and only by another ending than mail has."""
    assert is_beside_mail(path) is beside


def test_an_outlook_file_in_an_archive_is_told(tmp_path: Path) -> None:
    """Such a file cannot be read as a stream: the line says what to do."""
    damage = Damage()
    assert read(put(tmp_path / "mail.zip", zipped({"a.PST": b"!BDN"})), damage) == {}
    assert damage == [(f"{tmp_path}/mail.zip:a.PST", "an Outlook file inside an archive: unpack it first")]
