from __future__ import annotations

import gzip
import io
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import zstandard

from filter.errors import UsageError
from filter.store import archives
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


@pytest.mark.parametrize("content", [ONE, b"no header at all", b"From : ann@example.org\n\n", b"\xff\x00"])
def test_a_file_that_was_named_is_one_message(tmp_path: Path, content: bytes) -> None:
    """Whatever is no mbox is one message, octet for octet, under the file's own name."""
    file = put(tmp_path / "a.eml", content)
    assert list(open_path(file)) == [(str(file), content)]


def test_an_eml_loses_the_from_line_of_its_mailbox(tmp_path: Path) -> None:
    """One message with an mbox `From ` line in front keeps everything else, quoting too, and its name."""
    message = b"Subject: one\n\n>From me\n\n"
    assert read(put(tmp_path / "a.eml", LINE + message)) == {"": message}


def test_an_eml_of_several_messages_is_an_mbox(tmp_path: Path) -> None:
    """The end of a name does not turn two messages into one."""
    assert read(put(tmp_path / "a.eml", MBOX)) == {"#1": ONE, "#2": TWO}


def test_an_mbox_gives_each_message_a_number(tmp_path: Path) -> None:
    """Messages of an mbox are counted from 1; one message in it is one too."""
    assert read(put(tmp_path / "inbox", MBOX)) == {"#1": ONE, "#2": TWO}
    assert read(put(tmp_path / "single", LINE + ONE)) == {"#1": ONE}


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


def test_gzip_goes_around_an_mbox_or_a_message(tmp_path: Path) -> None:
    """A gzipped mailbox and a gzipped message are read as what they are."""
    assert read(put(tmp_path / "inbox.mbox.gz", gzip.compress(MBOX))) == {"#1": ONE, "#2": TWO}
    assert read(put(tmp_path / "a.eml.gz", gzip.compress(LINE + ONE))) == {"": ONE}


@pytest.mark.parametrize(("octets", "names"), [(ONE, ["-"]), (MBOX, ["-#1", "-#2"]), (b"bare", ["-"])])
def test_standard_input_is_a_message_or_an_mbox(monkeypatch: pytest.MonkeyPatch, octets: bytes, names: list[str]) -> None:
    """`-` reads what is piped in."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(octets)))
    assert [name for name, _ in open_path("-")] == names


def test_a_missing_path_is_told_before_anything_is_read(tmp_path: Path) -> None:
    """What is not there is a UsageError at once."""
    with pytest.raises(UsageError, match="No such file"):
        open_path(tmp_path / "none.eml")


def test_damage_stops_unless_somebody_listens(tmp_path: Path) -> None:
    """Without a callback the first damage is a UsageError: no message is left out in silence."""
    with pytest.raises(UsageError, match="empty"):
        list(open_path(put(tmp_path / "a.eml", b"")))


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


def test_a_tar_cut_between_members_is_not_taken_for_whole(tmp_path: Path) -> None:
    """A tar that ends without its end mark is reported even where the cut hides between two members."""
    damage = Damage()
    assert len(read(put(tmp_path / "mail.tar", tarred({"1.eml": ONE, "2.eml": TWO})[:1024]), damage)) == 1
    assert "cut short" in damage[0][1]


def test_a_tar_overwritten_in_its_middle_is_reported(tmp_path: Path) -> None:
    """A header that is none ends the tar with a report, not as if it were the end."""
    octets = bytearray(tarred({"1.eml": ONE, "2.eml": TWO, "3.eml": ONE}))
    octets[1024 + 5 : 1024 + 50] = b"x" * 45
    damage = Damage()
    assert list(read(put(tmp_path / "mail.tar", bytes(octets)), damage)) == [":1.eml"]
    assert len(damage) == 1


def test_a_damaged_member_of_a_zip_is_skipped(tmp_path: Path) -> None:
    """One broken member of a zip is reported by its name, and the others are read."""
    octets = zipped({"1.eml": ONE, "2.eml": TWO * 50, "3.eml": ONE})
    at = octets.index(b"2.eml") + 8
    damage = Damage()
    found = read(put(tmp_path / "mail.zip", octets[:at] + b"\xff\xff\xff" + octets[at + 3 :]), damage)
    assert list(found) == [":1.eml", ":3.eml"]
    assert [name for name, _ in damage] == [f"{tmp_path}/mail.zip:2.eml"]


@pytest.mark.parametrize("name", ["mail.zip", "mail.tar", "mail.tgz", "mail.tar.zst", "inbox.mbox.gz"])
def test_an_archive_that_is_none_is_reported(tmp_path: Path, name: str) -> None:
    """Octets that are no such archive are damage by the file's name, not a crash."""
    damage = Damage()
    file = put(tmp_path / name, b"these octets are no archive " * 100)
    assert read(file, damage) == {}
    assert [told for told, _ in damage] == [str(file)]


def test_a_mailbox_cut_inside_gzip_gives_its_whole_messages(tmp_path: Path) -> None:
    """A gzipped mailbox that lost its end is reported, after the messages that were whole."""
    messages = [b"Subject: %d\n\n" % number + bytes(range(11, 256)) * 6000 + b"\n" for number in range(3)]
    octets = gzip.compress(b"".join(LINE + message + b"\n" for message in messages), 0)
    damage = Damage()
    found = read(put(tmp_path / "inbox.mbox.gz", octets[: len(octets) - 100_000]), damage)
    assert list(found.values()) == messages[:2]
    assert len(damage) == 1


@pytest.mark.parametrize("name", ["inner.tar", "inner.zip", "inner.tar.gz"])
def test_an_archive_in_an_archive_is_reported(tmp_path: Path, name: str) -> None:
    """Archives are opened one deep."""
    damage = Damage()
    assert read(put(tmp_path / "mail.zip", zipped({name: b"x", "a.eml": ONE})), damage) == {":a.eml": ONE}
    assert damage == [(f"{tmp_path}/mail.zip:{name}", "an archive inside an archive")]


def test_links_in_a_tar_are_reported_and_never_followed(tmp_path: Path) -> None:
    """A hard link in a tar names its target; a symbolic link gives nothing of this machine."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind, target in ((tarfile.SYMTYPE, "/etc/passwd"), (tarfile.LNKTYPE, "a.eml")):
            entry = tarfile.TarInfo(f"{kind.decode()}.eml")
            entry.type, entry.linkname = kind, target
            archive.addfile(entry)
    damage = Damage()
    assert read(put(tmp_path / "mail.tar", out.getvalue()), damage) == {}
    assert [why for _, why in damage] == ["a link to a.eml, which is read under its own name"]


@pytest.mark.parametrize("name", ["a.eml", "inbox", "mail.tar", "mail.zip", "from.eml", "a.eml.gz", "box/cur/1"])
def test_a_message_past_the_limit_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Past MAX_MESSAGE_BYTES a message is skipped through every door; one of just that size is taken."""
    monkeypatch.setattr(archives, "MAX_MESSAGE_BYTES", 2_000_000)
    body = b"Subject: large\n\n" + b"x" * (2_000_000 - 16)
    for content, taken in ((body, 1), (body + b"x" * 100, 0)):
        octets = {
            "inbox": lambda content: LINE + content[len(LINE) :],
            "mail.tar": lambda content: tarred({"a.eml": content}),
            "mail.zip": lambda content: zipped({"a.eml": content}),
            "from.eml": lambda content: LINE + content[len(LINE) :],
            "a.eml.gz": gzip.compress,
        }.get(name, bytes)(content)
        put(tmp_path / name, octets)
        (tmp_path / "box" / "new").mkdir(parents=True, exist_ok=True)
        damage = Damage()
        path = tmp_path / "box" if name.startswith("box") else tmp_path / name
        assert len(read(path, damage)) == taken
        assert [why for _, why in damage] == ["larger than 2000000 octets"] * (1 - taken)


def test_zstd_without_its_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where zstandard is not installed the error says what to install."""
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(UsageError, match=r"needs zstandard \(pip install 'sievert\[train\]'\)"):
        list(open_path(put(tmp_path / "mail.tar.zst", b"x")))
