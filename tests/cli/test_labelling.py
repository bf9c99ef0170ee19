from __future__ import annotations

import json

import click
import pytest
from click.testing import CliRunner

from filter.cli.labelling import SHOWN, document, labels_option, tell
from filter.store.labels import DEFAULT, Conflict, Conflicts, Label

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
    tell(conflicts)
    assert capsys.readouterr() == ("", "")
    for number in range(SHOWN + 2):
        conflicts.add(Conflict(f"{number}\n.eml", "1", SAID))
    tell(conflicts)
    out, told = capsys.readouterr()
    assert out == ""
    heading, *lines, rest = told.splitlines()
    assert heading.startswith(f"sievert: {SHOWN + 2} messages are labelled in contradiction")
    assert lines == [f"  {number}\\n.eml: bec by csv (a.csv:2); ham by folders (h\\x1bam)" for number in range(SHOWN)]
    assert rest == "  and 2 more"


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
