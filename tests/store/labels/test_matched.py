"""Labels of the user's own files that found no message."""

from __future__ import annotations

from pathlib import Path

from filter.store.labels import Label, Matched
from filter.store.labels.listed import Listed, read
from filter.store.labels.matched import Unmatched

ID = "0123456789abcdef" * 4


def listed(folder: Path, name: str, text: str) -> Listed:
    (folder / name).write_text(text)
    return read(folder / name)


def test_each_file_counts_its_labels_and_those_that_found(tmp_path: Path) -> None:
    """By whatever a line names its message; the first line that found none is told. Lines without a label are none."""
    file = listed(tmp_path, "a.csv", f"id,path,label\n,a/1.eml,ham\n,x,\n{ID},,spam\n,b/1.eml,ham\n")
    matched = Matched([file])
    assert list(matched.unmatched()) == [Unmatched(str(tmp_path / "a.csv"), 3, 0, 2)]
    matched.seen(file.of("a/1.eml", b"", "f" * 64))
    matched.seen(file.of("a/1.eml", b"", "f" * 64))
    assert list(matched.unmatched()) == [Unmatched(str(tmp_path / "a.csv"), 3, 1, 4)]
    matched.seen(file.of("elsewhere", b"", ID))
    matched.seen(file.of("./b/1.eml", b"", "f" * 64))
    assert list(matched.unmatched()) == []


def test_files_are_told_apart(tmp_path: Path) -> None:
    """A message that one file names tells nothing of the other; other sources' labels count for neither, an empty file has none."""
    one, two = listed(tmp_path, "1:2.csv", "path,label\na,ham\n"), listed(tmp_path, "2.csv", "path,label\na,ham\nb,ham\n")
    matched = Matched([one, two, listed(tmp_path, "3.csv", "path,label\n")])
    matched.seen((*one.of("a", b"", ID), *two.of("a", b"", ID), Label("spam", "folders", "Junk")))
    assert list(matched.unmatched()) == [Unmatched(str(tmp_path / "2.csv"), 2, 1, 3)]
    assert list(Matched().unmatched()) == []
