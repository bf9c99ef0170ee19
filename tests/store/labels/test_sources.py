from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest

from filter.config.schema import Config
from filter.errors import UsageError
from filter.store.labels import DEFAULT, SOURCES, Label, collect, conflict
from filter.store.labels.sources import Labels

TRACE = b"Received: from a.example by b.example; Fri, 1 May 2026 10:00:00 +0000\n"
MAIL = b"X-Gmail-Labels: ham\nX-Spam-Flag: YES\n" + TRACE + b"Subject: lunch\n\nhello\n"
ID = "a" * 64


def collected(values: Sequence[str]) -> Labels:
    """As another process has them."""
    labels: Labels = pickle.loads(pickle.dumps(collect(values, Config())))
    return labels


def maildir(folder: Path) -> str:
    """The path of a message that its Maildir's keywords call phish."""
    (folder / "dovecot-keywords").write_text("0 $Phishing\n")
    return f"{folder}/cur/1:2,a"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((), []),
        (("folders",), ["spam by folders"]),
        (("gmail",), ["ham by gmail"]),
        (("keywords",), ["phish by keywords"]),
        (("x-spam",), ["spam by x-spam"]),
        (DEFAULT, ["spam by folders", "ham by gmail", "phish by keywords"]),
        (SOURCES[:3], ["spam by folders", "ham by gmail", "phish by keywords"]),
    ],
)
def test_only_what_was_asked_for_speaks(tmp_path: Path, values: tuple[str, ...], told: list[str]) -> None:
    """Each source by its name; other filters' opinions are none of those asked unless they are named."""
    folder = tmp_path / "Junk"
    folder.mkdir()
    labels = collected(values)
    assert [f"{one.value} by {one.source}" for one in labels.said(maildir(folder), MAIL, ID)] == told


def test_the_most_trusted_of_them_holds(tmp_path: Path) -> None:
    """A CSV before a folder, a folder before Gmail; two that contradict each other are a conflict all the same."""
    file = tmp_path / "labels.csv"
    file.write_text(f"id,label\n{ID},bec\n")
    labels = collected((*DEFAULT, str(file), str(file)))
    assert labels.of("Junk/1.eml", MAIL, ID) == Label("bec", "csv", f"{file}:2")
    assert labels.of("Junk/1.eml", MAIL, "b" * 64) == Label("spam", "folders", "Junk")
    assert labels.of("x/1.eml", MAIL, "b" * 64) == Label("ham", "gmail", "ham")
    assert labels.of("x/1.eml", b"", "b" * 64) is None
    found = conflict("Junk/1.eml", ID, labels.said("Junk/1.eml", MAIL, ID))
    assert found is not None
    assert [one.value for one in found.said] == ["bec", "spam", "ham"]


def test_two_files_that_differ_leave_no_label(tmp_path: Path) -> None:
    """Neither of the user's own lists is more true than the other."""
    files = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for file, value in zip(files, ("ham", "spam"), strict=True):
        file.write_text(f"id,label\n{ID},{value}\n")
    assert collected(tuple(map(str, files))).of("ham/1.eml", b"", ID) is None


def test_decisions_are_read_where_the_configuration_says(tmp_path: Path) -> None:
    """Asked for where nothing was ever decided they are refused, not silently none."""
    store = {"quarantine": f"sqlite:///{tmp_path}/q.db", "lessons": f"sqlite:///{tmp_path}/l.db"}
    with pytest.raises(UsageError, match=r"neither .*q\.db"):
        collect(("quarantine",), Config.model_validate({"store": store}))


@pytest.mark.parametrize(
    ("value", "hint"),
    [("folder", "did you mean folders?"), ("xspam", "did you mean x-spam?"), ("1.csv", "it takes a CSV file, folders, gmail")],
)
def test_what_is_no_source_is_refused(value: str, hint: str) -> None:
    """With the nearest that is one."""
    with pytest.raises(UsageError) as raised:
        collect((value,), Config())
    assert str(raised.value).startswith(f"--labels {value}: no such file; {hint}")
