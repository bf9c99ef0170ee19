from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import IO

import pytest

from filter.errors import UsageError
from filter.store.archives import limits
from filter.store.archives.damage import DamageError
from filter.store.archives.outlook import messages


def item(subject: str, kind: str | None = "IPM.Note") -> SimpleNamespace:
    """A message as pypff gives it, of a class."""
    entry = None if kind is None else SimpleNamespace(get_data_as_string=lambda: kind)
    properties = SimpleNamespace(get_entry_by_type=lambda type_: entry if type_ == 0x001A else None)
    return SimpleNamespace(
        number_of_attachments=0,
        number_of_record_sets=1,
        get_record_set=lambda index: properties,
        transport_headers=f"Subject: {subject}\n",
        plain_text_body=b"x",
        html_body=None,
    )


def _unreadable() -> SimpleNamespace:
    raise OSError("pypff_folder_get_sub_message: unable to retrieve")


@dataclass
class Folder:
    """A folder as pypff gives it; a message may be one that cannot be read."""

    name: str | None = None
    messages: list[Callable[[], SimpleNamespace]] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)

    @property
    def number_of_sub_folders(self) -> int:
        return len(self.folders)

    @property
    def number_of_sub_messages(self) -> int:
        return len(self.messages)

    def get_sub_folder(self, index: int) -> Folder:
        return self.folders[index]

    def get_sub_message(self, index: int) -> SimpleNamespace:
        return self.messages[index]()


@dataclass
class File:
    root: Folder
    closed: bool = False

    def open_file_object(self, stream: IO[bytes]) -> None:
        assert stream.read() == b"!BDN"

    def get_root_folder(self) -> Folder:
        return self.root

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Callable[[Folder], File]:
    """Puts a file of these folders in libpff's place."""

    def stand_in(root: Folder) -> File:
        file = File(root)
        monkeypatch.setitem(sys.modules, "pypff", SimpleNamespace(file=lambda: file))
        return file

    return stand_in


def read() -> tuple[list[tuple[str, bytes]], list[tuple[str, str]]]:
    told: list[tuple[str, str]] = []
    found = list(messages("a.pst", io.BytesIO(b"!BDN"), lambda name, why: told.append((name, why))))
    return [(name, content.partition(b"\n")[0]) for name, content in found], told


def test_messages_come_folder_by_folder(library: Callable[[Folder], File]) -> None:
    """Each has its folders and its number in its name; the file is closed afterwards."""
    inner = Folder("2024", [lambda: item("third")])
    file = library(Folder(None, [], [Folder("Inbox", [lambda: item("first"), lambda: item("second")], [inner]), Folder(None, [])]))
    assert read() == (
        [("a.pst:Inbox#1", b"Subject: first"), ("a.pst:Inbox#2", b"Subject: second"), ("a.pst:Inbox/2024#1", b"Subject: third")],
        [],
    )
    assert file.closed


@pytest.mark.parametrize(
    ("kind", "mail"),
    [
        ("IPM.Note", 1),
        ("IPM.Note.SMIME", 1),
        ("IPM.Schedule.Meeting.Request", 1),
        ("REPORT.IPM.Note.NDR", 1),
        (None, 1),
        ("IPM.Appointment", 0),
    ],
)
def test_only_mail_is_mail(library: Callable[[Folder], File], kind: str | None, mail: int) -> None:
    """What never came by mail is passed over in silence; what says no class is taken for mail."""
    library(Folder(None, [lambda: item("x", kind)]))
    found, told = read()
    assert (len(found), told) == (mail, [])


def test_a_message_that_cannot_be_read_is_told_by_its_place(library: Callable[[Folder], File]) -> None:
    """The others of its folder are read, under their own numbers."""
    library(Folder(None, [], [Folder("Inbox", [lambda: item("1"), _unreadable, lambda: item("3")])]))
    found, told = read()
    assert [name for name, _ in found] == ["a.pst:Inbox#1", "a.pst:Inbox#3"]
    assert [name for name, _ in told] == ["a.pst:Inbox#2"]


def test_folders_are_bounded(library: Callable[[Folder], File], monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders deeper than the limit are told and not entered."""
    monkeypatch.setattr(limits, "MAX_DEPTH", 3)
    folder = Folder("last", [lambda: item("x")])
    for _ in range(4):
        folder = Folder("d", [lambda: item("x")], [folder])
    library(folder)
    found, told = read()
    assert len(found) == 4
    assert [why for _, why in told] == ["folders more than 3 deep"]


@pytest.mark.parametrize(("octets", "why"), [(b"no Outlook file " * 99, "invalid file signature"), (b"!BDN" + bytes(600), "content type")])
def test_what_is_no_outlook_file_is_damage(octets: bytes, why: str) -> None:
    """The library itself refuses such a file, and its cause is told in one line without its functions' names."""
    with pytest.raises(DamageError, match=f"^not an Outlook file that can be read: [^_]*{why}[^_]*$"):
        list(messages("a.pst", io.BytesIO(octets), lambda name, why: None))


def test_without_the_library_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libpff is not installed the error says what to install."""
    monkeypatch.setitem(sys.modules, "pypff", None)
    with pytest.raises(UsageError, match=r"a\.pst: needs libpff \(pip install 'sievert\[pst\]'\)"):
        list(messages("a.pst", io.BytesIO(b""), lambda name, why: None))
