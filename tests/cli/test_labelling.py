from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from filter.cli.labelling import SHOWN, document, labels_option, tell, tell_unmatched
from filter.store.labels import DEFAULT, Conflict, Conflicts, Label, Matched
from filter.store.labels.listed import read

SAID = (Label("bec", "csv", "a.csv:2"), Label("ham", "folders", "h\x1bam"))


@click.command()
@labels_option
def command(labels: tuple[str, ...]) -> None:
    click.echo(" ".join(labels))


def test_the_option_may_be_given_again() -> None:
    """What is given takes the place of the default, and the default is what the store has for it."""
    assert CliRunner().invoke(command, []).output.split() == list(DEFAULT)
    assert CliRunner().invoke(command, ["--labels", "folders", "--labels", "a.csv"]).output.split() == ["folders", "a.csv"]


def test_conflicts_are_told_to_a_limit(capsys: pytest.CaptureFixture[str]) -> None:
    """How many there are, the first of them with what each source says, safe for a terminal; nothing where there are none."""
    conflicts = Conflicts()
    tell(conflicts, Matched())
    assert capsys.readouterr() == ("", "")
    for number in range(SHOWN + 2):
        conflicts.add(Conflict(f"{number}\n.eml", "1", SAID))
    tell(conflicts, Matched())
    out, told = capsys.readouterr()
    assert out == ""
    heading, *lines, rest = told.splitlines()
    assert heading.startswith(f"sievert: {SHOWN + 2} messages are labelled in contradiction")
    assert lines == [f"  {number}\\n.eml: bec by csv (a.csv:2); ham by folders (h\\x1bam)" for number in range(SHOWN)]
    assert rest == "  and 2 more"


def test_labels_that_found_nothing_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A line a file with how many did, safe for a terminal; nothing where all did."""
    monkeypatch.chdir(tmp_path)
    Path("no\x1b.csv").write_text("path,label\n/x/a/ham.mbox#1,ham\n/x/a/ham.mbox#2,ham\n")
    matched = Matched([file := read(Path("no\x1b.csv"))])
    tell_unmatched(matched)
    why = "the first that did not is in line 2; a path must be as replay writes it"
    assert capsys.readouterr() == ("", f"sievert: 0 of 2 labels in no\\x1b.csv found a message; {why}\n")
    for number in (1, 2):
        matched.seen(file.of(f"/x/a/ham.mbox#{number}", b"", ""))
    tell_unmatched(matched)
    assert capsys.readouterr() == ("", "")


def test_of_one_message_at_two_places_each_row_keeps_its_label(capsys: pytest.CaptureFixture[str]) -> None:
    """It is said, and what is made of it, for no label holds there."""
    conflicts = Conflicts()
    for path, value in (("ham/1.eml", "ham"), ("Junk/1.eml", "spam")):
        conflicts.seen(path, "a" * 64, Label(value, "folders"))
    tell(conflicts, Matched())
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("  1 of these stand at several places under different labels: each row keeps") and "tune leaves" in last


def test_json_has_all_that_were_kept() -> None:
    """With the words of every source."""
    conflicts = Conflicts()
    for number in range(SHOWN + 2):
        conflicts.add(Conflict(str(number), "1", SAID))
    told = json.loads(json.dumps(document(conflicts)))
    assert (told["count"], len(told["listed"])) == (SHOWN + 2, SHOWN + 2)
    assert told["listed"][0] == {
        "path": "0",
        "id": "1",
        "said": [{"value": "bec", "source": "csv", "detail": "a.csv:2"}, {"value": "ham", "source": "folders", "detail": "h\x1bam"}],
    }
