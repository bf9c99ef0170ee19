from __future__ import annotations

import os
from pathlib import Path

from archived import MBOX, ONE, TWO, Damage, put, read, tarred


def test_a_maildir_gives_new_and_cur_as_they_stand(tmp_path: Path) -> None:
    """Of a Maildir and its inner folders only what was delivered counts, and nothing in it is taken apart."""
    for name, content in {
        "cur/1:2,S": ONE,
        "new/2": MBOX,
        "tmp/3": b"Subject: half",
        "dovecot.index": b"\x01",
        ".Sent/cur/4:2,": TWO,
        ".Sent/new/5": b"no header",
    }.items():
        put(tmp_path / "mail" / name, content)
    assert read(tmp_path / "mail") == {"/.Sent/cur/4:2,": TWO, "/.Sent/new/5": b"no header", "/cur/1:2,S": ONE, "/new/2": MBOX}


def test_a_folder_is_read_to_the_bottom_in_order(tmp_path: Path) -> None:
    """Files, mailboxes, Maildirs and archives below a folder come in the order of their names; what is hidden does not."""
    box = tmp_path / "all"
    files = {"b/2.eml": TWO, "a.mbox": MBOX, "c/cur/x": ONE, "d.tar": tarred({"t.eml": TWO}), ".hidden": ONE, ".git/x": ONE}
    for name, content in files.items():
        put(box / name, content)
    (box / "c" / "new").mkdir()
    (box / "loop").symlink_to(box)
    assert list(read(box)) == ["/a.mbox#1", "/a.mbox#2", "/b/2.eml", "/c/cur/x", "/d.tar:t.eml"]


def test_what_is_no_mail_in_a_folder_is_reported(tmp_path: Path) -> None:
    """A file that nobody named has to look like mail: by its first line or its .eml."""
    for name, content in {"a.eml": b"bare text", "b": ONE, "c.png": b"\x89PNG\r\n", "d": b"", "e.eml": b""}.items():
        put(tmp_path / name, content)
    damage = Damage()
    assert list(read(tmp_path, damage)) == ["/a.eml", "/b"]
    assert [(Path(name).name, why.partition(":")[0]) for name, why in damage] == [
        ("c.png", "not mail"),
        ("d", "empty"),
        ("e.eml", "empty"),
    ]


def test_folders_may_be_deep(tmp_path: Path) -> None:
    """Folders within folders, more than there can be calls within calls, are read to the bottom."""
    deep = tmp_path
    for _ in range(600):
        deep /= "d"
        deep.mkdir()
    put(deep / "a.eml", ONE)
    assert list(read(tmp_path).values()) == [ONE]


def test_an_mh_folder_is_one_of_messages(tmp_path: Path) -> None:
    """Files named by numbers are messages; their order is that of names."""
    for name in ("1", "2", "10", ".mh_sequences"):
        put(tmp_path / name, ONE)
    assert list(read(tmp_path)) == ["/1", "/10", "/2"]


def test_what_is_neither_file_nor_folder_is_told(tmp_path: Path) -> None:
    """Pipes are not waited for, and links to nothing are told, in a Maildir too."""
    (tmp_path / "gone").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    for place in ("box/new", "box/cur/folder"):
        (tmp_path / place).mkdir(parents=True)
    os.mkfifo(tmp_path / "box" / "cur" / "pipe")
    damage = Damage()
    assert read(tmp_path, damage) == {}
    assert [(name.removeprefix(f"{tmp_path}/"), why) for name, why in damage] == [
        ("box/cur/folder", "not a file"),
        ("box/cur/pipe", "not a file"),
        ("gone", "a link that leads nowhere"),
        ("pipe", "neither a file nor a folder"),
    ]


def test_an_unpacked_takeout_is_read_without_a_word(tmp_path: Path) -> None:
    """What Google exports beside mail is passed over; the mail is read."""
    put(tmp_path / "Takeout" / "archive_browser.html", b"<html>")
    put(tmp_path / "Takeout" / "Mail" / "User Settings" / "Filters.json", b"{}")
    put(tmp_path / "Takeout" / "Mail" / "All mail.mbox", MBOX)
    assert list(read(tmp_path).values()) == [ONE, TWO]
