from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from archived import ARCHIVES, MBOX, ONE, TWO, Damage, put, read


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_gives_its_messages_by_name(tmp_path: Path, name: str) -> None:
    """Every kind of archive gives single messages, mailboxes and gzipped ones inside it, and leaves no file behind."""
    files = {"a/b.eml": ONE, "inbox.mbox": MBOX, "old.mbox.gz": gzip.compress(MBOX), "./c": TWO, "a/._b.eml": b"\x00"}
    file = put(tmp_path / name, ARCHIVES[name](files))
    found = read(file)
    assert found == {
        ":a/b.eml": ONE,
        ":inbox.mbox#1": ONE,
        ":inbox.mbox#2": TWO,
        ":old.mbox.gz#1": ONE,
        ":old.mbox.gz#2": TWO,
        ":./c": TWO,
    }
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_cut_short_gives_what_is_whole(tmp_path: Path, name: str) -> None:
    """Of an archive that lost its end, the messages before the cut come, and the loss is reported."""
    files = {f"{number:03}.eml": b"Subject: %d\n\n" % number + bytes(range(256)) * 40 for number in range(60)}
    whole = ARCHIVES[name](files)
    damage = Damage()
    found = read(put(tmp_path / name, whole[: len(whole) * 2 // 3]), damage)
    assert damage
    assert all(files[member.removeprefix(":")] == content for member, content in found.items())
    if name == "mail.tar":
        assert len(found) > 30


@pytest.mark.parametrize("name", ["mail.zip", "mail.tar", "mail.tgz", "mail.tar.zst", "inbox.mbox.gz"])
def test_an_archive_that_is_none_is_reported(tmp_path: Path, name: str) -> None:
    """Octets that are no such archive are damage by the file's name, not a crash."""
    damage = Damage()
    file = put(tmp_path / name, b"these octets are no archive " * 100)
    assert read(file, damage) == {}
    assert [told for told, _ in damage] == [str(file)]


@pytest.mark.parametrize("name", ["a.eml", "a.mbox", "a.zip", "a.tar", "a.tgz", "a.pst", "a.mbox.gz", "a"])
def test_an_empty_file_is_told_whatever_its_kind(tmp_path: Path, name: str) -> None:
    """Nothing at all is the same in every kind."""
    damage = Damage()
    assert read(put(tmp_path / name, b""), damage) == {}
    assert damage == [(f"{tmp_path}/{name}", "empty")]
