from __future__ import annotations

from pathlib import Path

import pytest
from invented import mail

from filter.errors import UsageError
from filter.lab.corpora import TEST
from filter.lab.labelled import read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An mbox of two wanted mails and a folder with one phish."""
    (tmp_path / "in.mbox").write_bytes(
        b"".join(b"From x Mon Jan  1 00:00:00 2024\n" + mail("ham", n, f"202{n}-05-06") + b"\n" for n in (1, 2))
    )
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "1.eml").write_bytes(b"Subject: no date\n\nx\n")
    return tmp_path


def test_each_message_gets_the_label_of_its_archive(folder: Path) -> None:
    """In the order given; the corpus is the name of the path, the date that of the header, and each is its own campaign."""
    found = list(read([("ham", f"{folder}/in.mbox"), ("phish", f"{folder}/bad/")]))
    assert [(one.corpus, one.label, one.threat, one.date) for one in found] == [
        ("in.mbox", "ham", "ham", "2021-05-06"),
        ("in.mbox", "ham", "ham", "2022-05-06"),
        ("bad", "phish", "phish", ""),
    ]
    assert [one.path for one in found] == [f"{folder}/in.mbox#1", f"{folder}/in.mbox#2", f"{folder}/bad/1.eml"]
    assert [one.campaign for one in found] == [one.path for one in found]
    assert {(one.part, one.kind, one.language) for one in found} == {(TEST, "", "")}
    assert found[2].content == b"Subject: no date\n\nx\n"


def test_the_folder_one_stands_in_has_a_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path without a name of its own is called by where it is."""
    monkeypatch.chdir(folder / "bad")
    assert [one.corpus for one in read([("spam", ".")])] == ["bad"]


def test_nothing_there_is_told(folder: Path) -> None:
    """A path that cannot be opened is a UsageError, and damage goes where it is asked for."""
    with pytest.raises(UsageError, match=r"nowhere\.mbox"):
        list(read([("ham", f"{folder}/nowhere.mbox")]))
    (folder / "bad" / "0.eml").touch()
    heard: list[str] = []
    assert len(list(read([("spam", f"{folder}/bad")], lambda name, why: heard.append(f"{name}: {why}")))) == 1
    assert heard == [f"{folder}/bad/0.eml: empty"]
    with pytest.raises(UsageError, match="empty"):
        list(read([("spam", f"{folder}/bad")]))
