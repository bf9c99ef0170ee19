from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from filter.cli.output import PIPED_COLUMNS, config_option, console, counted, escaped, format_option, json_line


@given(st.text(st.characters(), max_size=30))
def test_nothing_that_moves_a_terminal_gets_through(text: str) -> None:
    """What `escaped` gives can be seen, stays on its line and can be encoded, whatever came in."""
    shown = escaped(text)
    assert shown.isprintable()
    assert shown.encode("utf-8").decode("utf-8") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Grüße, 世界 [bold]", "Grüße, 世界 [bold]"),
        ("\x1b[2J\x07", r"\x1b[2J\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("a\r\nb\t", r"a\r\nb\t"),
        ("safe\u202efdp.exe", r"safe\u202efdp.exe"),
        ("no\xa0break", "no break"),
        ("\udcff", r"\udcff"),
    ],
)
def test_text_is_written_out_where_it_is_not_plain(text: str, shown: str) -> None:
    """Control sequences, line ends, direction overrides and stray octets are spelled; letters of any script are not."""
    assert escaped(text) == shown


def test_what_is_counted_goes_through_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Each in its order; where nobody looks on, nothing is shown."""
    assert list(counted(iter("abc"), "mails judged")) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


def test_a_piped_table_is_not_cut_to_a_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """What goes to no terminal has PIPED_COLUMNS columns, and brackets in it are no markup."""
    console().print("[red]" + "x" * 150)
    assert capsys.readouterr().out == "[red]" + "x" * 150 + "\n"
    assert PIPED_COLUMNS > 155


def test_a_reader_that_went_away_is_the_commands_matter() -> None:
    """It ends with the shell's status for it, where rich would end it with one of its own."""
    with pytest.raises(BrokenPipeError):
        console().on_broken_pipe()


def test_a_document_is_one_line_of_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    """A JSON document takes one line, whatever text is in it, and reads back the same."""
    document = {"text": "a\nb\x1b \u202e é \udcff", "number": 0.1 + 0.2}
    json_line(document)
    line = capsys.readouterr().out
    assert line.isascii()
    assert line.count("\n") == 1
    assert json.loads(line) == document


def test_the_shared_options_reach_the_command() -> None:
    """A command gets `shape` and `config_file`, and any other format is refused."""

    @click.command()
    @format_option
    @config_option
    def command(shape: str, config_file: Path | None) -> None:
        click.echo(f"{shape} {config_file!r}")

    run = CliRunner().invoke
    assert run(command, []).output == "table None\n"
    assert run(command, ["--format", "jsonl", "--config", "x.toml"]).output == f"jsonl {Path('x.toml')!r}\n"
    assert run(command, ["--format", "csv"]).exit_code == 2
