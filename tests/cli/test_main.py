"""Covers filter/cli/__init__.py and, as a process, filter/__main__.py."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from invented import random_bundle
from invented import sievert as program

from filter import __version__, cli, errors
from filter.cli import COMMANDS, EXIT_BUG, LazyCommands, main, sievert

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")
PLAIN = (errors.UsageError, errors.BundleError, errors.CorpusError, errors.StoreError)
ERRORS = [
    errors.ConfigError("sievert.toml", ("listen.port: too high", "next_hop: unknown key")),
    errors.RulebookError("rules", ("a/b.toml:3: rule 'b': weight is missing",)),
    errors.NextHopError(451, "4.4.1 Temporary failure"),
    *(kind("what is wrong") for kind in PLAIN),
]


def ended(monkeypatch: pytest.MonkeyPatch, *arguments: str, raises: BaseException | None = None) -> object:
    """The status `main` ends with; any command raises what is given."""

    @click.command()
    def command() -> None:
        if raises is not None:
            raise raises

    if raises is not None:
        monkeypatch.setattr(LazyCommands, "get_command", lambda *_: command)
    monkeypatch.setattr("sys.argv", ["sievert", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    return end.value.code


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_of_ours_is_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: errors.SievertError
) -> None:
    """Its text stands on standard error behind our name, nothing on standard output, and there is no traceback."""
    assert ended(monkeypatch, "score", raises=error) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"sievert: {error}\n")


@pytest.mark.parametrize("bug", [KeyError("key"), ZeroDivisionError("division"), OSError(13, "Permission denied")])
def test_a_bug_is_status_70(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], bug: Exception) -> None:
    """What nobody foresaw is told with its type on one line, and never looks like a finding or a wrong call."""
    assert ended(monkeypatch, "score", raises=bug) == EXIT_BUG == 70
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"sievert: a bug: {type(bug).__name__}: {bug}\n"


def test_a_reader_that_goes_away_is_no_finding() -> None:
    """The status is the shell's for it, and nothing is said."""
    words = (sys.executable, "-m", "filter", "rules", "list", "--format", "jsonl")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        process.stdout.close()  # type: ignore[union-attr]  # it is a pipe
        errors = process.stderr.read()  # type: ignore[union-attr]
    assert (process.returncode, errors) == (128 + signal.SIGPIPE, b"")


def test_a_reader_of_a_table_that_goes_away_is_no_finding(tmp_path: Path) -> None:
    """Rich, which draws it, would end with status 1."""
    random_bundle(tmp_path / "model")
    (tmp_path / "sievert.toml").write_text(f'[model]\npath = "{tmp_path}/model"\n')
    words = (sys.executable, "-m", "filter", "score", "--config", str(tmp_path / "sievert.toml"), "filter/demo/01-ham-project-note.eml")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        process.stdout.close()  # type: ignore[union-attr]  # it is a pipe
        errors = process.stderr.read()  # type: ignore[union-attr]
    assert (process.returncode, errors) == (128 + signal.SIGPIPE, b"")


@pytest.mark.skipif(not FULL.exists(), reason="no device here that is always full")
@pytest.mark.parametrize("words", [("rules", "list"), ("rules", "list", "--format", "jsonl"), ("--help",), ("demo", "--help")])
def test_a_full_disk_behind_standard_output_is_no_bug(words: tuple[str, ...]) -> None:
    """One line and status 2, however much was to be written."""
    with FULL.open("wb") as out:
        done = subprocess.run((sys.executable, "-m", "filter", *words), stdout=out, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (2, b"sievert: standard output: No space left on device\n")


@pytest.mark.parametrize("finding", [0, 1, 2])
def test_a_command_gives_its_own_status(monkeypatch: pytest.MonkeyPatch, finding: int) -> None:
    """A command that ends by click's Exit sets the status."""
    assert ended(monkeypatch, "demo", raises=click.exceptions.Exit(finding)) == finding


def test_an_interrupt_is_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends without a traceback."""
    assert ended(monkeypatch, "serve", raises=KeyboardInterrupt()) == 130


@pytest.mark.parametrize("arguments", [("scroe",), ("score",), ("score", "--format", "csv", "x"), ("--nothing",), ("model", "lift")])
def test_a_wrong_call_is_status_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    """Unknown commands, options and values and missing arguments are told with the usage."""
    assert ended(monkeypatch, *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Usage: ")
    assert "Error: " in err


def test_nothing_asked_shows_the_help(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Called alone it lists its commands."""
    assert ended(monkeypatch) == 2
    err = capsys.readouterr().err
    assert all(name in err for name in COMMANDS)


def subcommands() -> list[tuple[str, ...]]:
    """Every command there is, those of groups too."""
    found: list[tuple[str, ...]] = []
    for name in COMMANDS:
        command = sievert.get_command(click.Context(sievert), name)
        found.append((name,))
        if isinstance(command, click.Group):
            found += [(name, inner) for inner in command.commands]
    return found


@pytest.mark.parametrize("words", subcommands(), ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    """--help ends with status 0 and shows at least one call of that very command."""
    outcome = CliRunner().invoke(sievert, [*words, "--help"])
    assert outcome.exit_code == 0
    _, found, examples = outcome.output.partition("Example")
    assert found
    assert f"sievert {' '.join(words)}" in examples


def test_every_command_is_listed() -> None:
    """The program's own help names each command with its first sentence; -h is the same."""
    outcome = CliRunner().invoke(sievert, ["--help"])
    for name in COMMANDS:
        assert f"\n  {name} " in outcome.output
    assert CliRunner().invoke(sievert, ["-h"]).output == outcome.output


def test_a_command_is_loaded_when_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for one command imports its module and no other's."""
    asked: list[str] = []
    load = cli.importlib.import_module
    monkeypatch.setattr(cli.importlib, "import_module", lambda name: asked.append(name) or load(name))
    sievert.get_command(click.Context(sievert), "check-config")
    assert asked == ["filter.cli.check_config"]


def test_it_runs_as_a_module() -> None:
    """`python -m filter` is the command, with its statuses."""
    told = program("--version")
    assert (told.returncode, told.stdout) == (0, f"sievert, version {__version__}\n".encode())
    assert program("check-config", "/nowhere/at/all.toml").returncode == 2
