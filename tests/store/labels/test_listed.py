from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from filter.errors import UsageError
from filter.store.labels import listed
from filter.store.labels.label import Label
from filter.store.labels.listed import FAULTS, LINES, read

ID, OTHER = "0123456789abcdef" * 4, "f" * 64
MAIL = b"From: ann@example.org\nMessage-Id: <1.a@example.org>\n\nMessage-ID: <2@example.org>\n"


def wrote(folder: Path, text: str | bytes) -> Path:
    file = folder / "labels.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def faults(folder: Path, text: str | bytes) -> list[str]:
    """What is wrong with such a file, without its name."""
    file = wrote(folder, text)
    with pytest.raises(UsageError) as raised:
        read(file)
    told = str(raised.value)
    assert told.startswith(f"{file}: ")
    return [line.strip() for line in told.splitlines()[1:]]


@pytest.mark.parametrize(
    "text",
    [
        f"id,label\n{ID},phish\n",
        f"\ufeffID;Label\r\n{ID.upper()};PHISH\r\n",
        f'"label"\t"id"\n"phish"\t"{ID}"\n',
        f"path,id,date,label,score\nx/1.eml,{ID},,Phishing,1.0\ny,{OTHER},,,\n\n",
        "Message-ID,label\n<1.a@example.org>,phish\n",
        "message_id;label\n1.a@example.org;phish\n",
        "path,label\na/1.eml,phish\n",
        "Path,LABEL\n./a/1.eml, phish \n",
        f'label,path,id\nphish,"a/1.eml",\nham,a/1.eml,{OTHER}\n',
    ],
)
def test_a_message_is_found_by_what_the_file_names_it(tmp_path: Path, text: str) -> None:
    """By id, Message-ID or path; with commas, semicolons or tabs, a byte order mark, capitals, other columns; also in another process."""
    file = wrote(tmp_path, text)
    labels = pickle.loads(pickle.dumps(read(file)))
    assert labels.of("./a/1.eml", MAIL, ID) == labels.of("a/1.eml", MAIL, ID) == (Label("phish", "csv", f"{file}:2"),)
    assert labels.of("b/1.eml", b"Subject: x\n\n" + MAIL, "0" * 64) == ()


def test_octets_count_before_the_place(tmp_path: Path) -> None:
    """Where lines name a message in different ways, its id is believed first, then its Message-ID."""
    labels = read(wrote(tmp_path, f"id,message_id,path,label\n{ID},,,ham\n,1.a@example.org,,spam\n,,a,bec\n"))
    found = [labels.of(path, content, id_)[0].value for path, content, id_ in (("a", MAIL, ID), ("a", MAIL, OTHER), ("a", b"", OTHER))]
    assert found == ["ham", "spam", "bec"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id,label\n1,ham\n", "line 2: '1' is no id: expected 64 hexadecimal digits"),
        (f"id,label\n{ID},fish\n", "line 2: 'fish' is no label; did you mean phish?"),
        (f"id,label\n{ID},x\n", "line 2: 'x' is no label; labels are ham, spam, phish, bec"),
        ("id,path,label\n,,ham\n", "line 2: names no message: id and path empty"),
        ("path,label\na,ham\n\nb,ham\na,spam\n", "line 5: spam, but line 2 says ham of the same message"),
        ('path,label\n"a\nb",ham\n"c,ham\n', "line 4: not CSV: unexpected end of data"),
        ("name,label\na,ham\n", "line 1: expected the column label and one of id, message_id, path, not 'name,label'"),
        ("path,kind\na,ham\n", "line 1: expected the column label and one of id, message_id, path, not 'path,kind'"),
        ("", "line 1: expected the column label and one of id, message_id, path, not ''"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    """And with the nearest thing that would be right."""
    assert faults(tmp_path, text) == [fault]


def test_faults_are_told_to_a_limit(tmp_path: Path) -> None:
    """All of a few, the first of many."""
    assert faults(tmp_path, "path,label\na,x\nb,ham\nc,y\n") == [
        f"line {line}: '{said}' is no label; labels are ham, spam, phish, bec" for line, said in ((2, "x"), (4, "y"))
    ]
    assert len(faults(tmp_path, "path,label\n" + "a,x\n" * (FAULTS + 5))) == FAULTS


def test_lines_are_read_to_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of more is refused, not cut."""
    assert LINES == 5_000_000
    monkeypatch.setattr(listed, "LINES", 3)
    assert faults(tmp_path, "path,label\na,ham\nb,ham\nc,ham\n") == ["line 4: over 3 lines"]
    assert read(wrote(tmp_path, "path,label\na,ham\nb,ham\n")).of("b", b"", "")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """In other encodings than UTF-8, or where it cannot be read."""
    with pytest.raises(UsageError, match=r"labels\.csv: not UTF-8; save it as CSV UTF-8"):
        read(wrote(tmp_path, "path,label\nKöln,ham\n".encode("latin-1")))
    with pytest.raises(UsageError, match="No such file"):
        read(tmp_path / "none.csv")
