"""`sievert replay`: rows of archives, whatever interrupts it; and what it says."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from click.testing import CliRunner, Result
from invented import mail, random_bundle

from filter.cli.replay import replay
from filter.errors import UsageError
from filter.lab import replay as engine
from filter.lab import running
from filter.store import runs

ROOT = Path(__file__).parents[2]
MESSAGES = 40


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An mbox, a folder named for what is in it, and something that is no mail."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(engine, "BATCH_MESSAGES", 4)
    whole = (b"From a@b.example Mon Jan  1 00:00:00 2024\n" + mail("ham", number) + b"\n\n" for number in range(MESSAGES - 3))
    (tmp_path / "all.mbox").write_bytes(b"".join(whole))
    (tmp_path / "mail" / "spam").mkdir(parents=True)
    for number in range(3):
        (tmp_path / "mail" / "spam" / f"{number}.eml").write_bytes(mail("spam", number))
    (tmp_path / "mail" / "note.txt").write_text("no mail")
    return tmp_path


def run(*words: str) -> Result:
    outcome = CliRunner().invoke(replay, words)
    if outcome.exception and not isinstance(outcome.exception, SystemExit):
        raise outcome.exception
    return outcome


def judged(*words: str) -> dict[str, Any]:
    """Its summary, of one process."""
    outcome = run("--jobs", "1", "--format", "jsonl", *words, "all.mbox", "mail")
    assert outcome.exit_code == 0, outcome.output
    summary: dict[str, Any] = json.loads(outcome.stdout)
    return summary


def test_every_message_has_its_row(folder: Path) -> None:
    """In the order of the archives, under their names, with the labels that the folders give; what is no mail is said and counted."""
    summary = judged("--out", "run.jsonl")
    rows = list(runs.read(folder / "run.jsonl"))
    assert [row.path for row in rows] == [f"all.mbox#{n}" for n in range(1, MESSAGES - 2)] + [f"mail/spam/{n}.eml" for n in range(3)]
    assert [row.label for row in rows] == [""] * (MESSAGES - 3) + ["spam"] * 3
    assert (summary["messages"], summary["damaged"], summary["judged_before"], summary["out"]) == (MESSAGES, 1, 0, "run.jsonl")
    assert sum(summary["dispositions"].values()) == MESSAGES
    assert sum(summary["labels"]["spam"].values()) == 3 and sum(summary["labels"]["none"].values()) == MESSAGES - 3
    assert sorted(path.name for path in folder.iterdir()) == ["all.mbox", "mail", "run.jsonl"]


def test_a_table_and_what_is_damaged(folder: Path) -> None:
    """A summary to read on standard output; what was passed over, and why, on standard error."""
    outcome = run("--jobs", "1", "all.mbox", "mail")
    assert outcome.exit_code == 0
    assert "note.txt: skipped: not mail" in outcome.stderr
    lines = [line.split() for line in outcome.stdout.splitlines()]
    assert lines[0][:3] == ["disposition", "messages", "share"]
    assert sum(int(line[1]) for line in lines[1:5]) == MESSAGES
    assert f"{MESSAGES} messages in " in outcome.stdout and "1 damaged and passed over" in outcome.stdout
    assert sorted(path.name for path in folder.iterdir()) == ["all.mbox", "mail"]


def test_rows_on_standard_output(folder: Path) -> None:
    """`--out -` streams JSON lines; the summary leaves standard output to them."""
    judged("--out", "run.jsonl")
    outcome = run("--jobs", "1", "--out", "-", "all.mbox", "mail")
    assert outcome.stdout_bytes == (folder / "run.jsonl").read_bytes()
    assert f"{MESSAGES} messages in " in outcome.stderr


@pytest.mark.parametrize("name", ["run.jsonl", "run.csv", "run.parquet"])
def test_interrupted_anywhere_and_gone_on_with_it_is_the_same_file(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Five interrupts at random messages, then the end: octet for octet the file of a run without any; and no message judged twice."""
    judged("--out", f"whole-{name}")
    chance, judging = random.Random(name), running.rows
    taken: list[str] = []

    def interrupted(*arguments: Any) -> Iterator[Any]:
        left = chance.randrange(8)
        for row in judging(*arguments):
            if not left:
                raise KeyboardInterrupt
            left -= 1
            taken.append(row[0])
            yield row

    monkeypatch.setattr(running, "rows", interrupted)
    for _ in range(5):
        outcome = run("--jobs", "1", "--out", name, "all.mbox", "mail")
        assert outcome.exit_code == 130
        assert f"stopped: {len(taken)} messages are done, in {name}.part; the same command goes on" in outcome.stderr
    monkeypatch.setattr(running, "rows", judging)
    assert judged("--out", name)["judged_before"] == len(taken) == len(set(taken))
    assert (folder / name).read_bytes() == (folder / f"whole-{name}").read_bytes()
    assert not (folder / f"{name}.part").exists()


@pytest.mark.parametrize("name", ["run.jsonl", "run.csv", "run.parquet"])
def test_a_damaged_row_is_judged_anew(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """It is named, and the same command makes the file that it would have been."""
    judged("--out", f"whole-{name}")
    judging = running.rows
    monkeypatch.setattr(running, "rows", lambda *arguments: _some_then_interrupt(judging(*arguments), 9))
    assert run("--jobs", "1", "--out", name, "all.mbox", "mail").exit_code == 130
    monkeypatch.setattr(running, "rows", judging)
    lines = (folder / f"{name}.part").read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b'"score":', b'"score":@@@@')
    (folder / f"{name}.part").write_bytes(b"".join(lines))
    outcome = run("--jobs", "1", "--out", name, "--format", "jsonl", "all.mbox", "mail")
    assert f"sievert: {name}.part:4: damaged (" in outcome.stderr and "it and the 6 rows after it are judged anew" in outcome.stderr
    assert json.loads(outcome.stdout)["judged_before"] == 2
    assert (folder / name).read_bytes() == (folder / f"whole-{name}").read_bytes()


def test_labels_that_found_nothing_are_told(folder: Path) -> None:
    """A path with another prefix is told, not silently no label; with --compare too."""
    (folder / "l.csv").write_text("path,label\nelse/all.mbox#1,ham\nall.mbox#2,ham\n")
    words = ("--jobs", "1", "--labels", "l.csv", "all.mbox")
    said = "sievert: 1 of 2 labels in l.csv found a message; the first that did not is in line 2"
    assert said in run("--out", "run.jsonl", *words).stderr
    assert said in run("--compare", "run.jsonl", *words).stderr


def test_killed_at_any_moment_and_gone_on_with(folder: Path) -> None:
    """SIGKILL of the command on all cores, in the middle of writing: the same file in the end."""
    many = b"".join(b"From a@b.example Mon Jan  1 00:00:00 2024\n" + mail("ham", number) + b"\n\n" for number in range(700))
    (folder / "many.mbox").write_bytes(many)
    words = (sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); from filter.cli import main; main()", "replay")
    words += ("--out", "run.csv", "--jobs", "2", "many.mbox")
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as process:
        _until_written(folder / "run.csv.part", 60_000, process)
        process.kill()
    assert not (folder / "run.csv").exists()
    run("--jobs", "1", "--out", "run.csv", "many.mbox")
    run("--jobs", "1", "--out", "whole.csv", "many.mbox")
    assert (folder / "run.csv").read_bytes() == (folder / "whole.csv").read_bytes()


def _until_written(file: Path, octets: int, process: subprocess.Popen[bytes]) -> None:
    until = monotonic() + 30
    while process.poll() is None and monotonic() < until:
        if file.exists() and file.stat().st_size >= octets:
            return
        sleep(0.005)
    pytest.fail("it wrote nothing to be killed at")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_with_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, status: int) -> None:
    """The shell's status for it, and handlers as they were before."""
    before = signal.getsignal(signal.SIGTERM)

    def struck(*_: Any) -> Iterator[Any]:
        os.kill(os.getpid(), number)
        sleep(5)
        yield

    monkeypatch.setattr(running, "rows", struck)
    outcome = run("--jobs", "1", "all.mbox")
    assert outcome.exit_code == status
    assert outcome.stderr.splitlines()[-1] == "sievert: stopped: nothing is kept"
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_second_signal_waits_for_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever keeps the first from ending it, such as a pipe where nothing comes."""

    def struck(*_: Any) -> Iterator[Any]:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            signal.raise_signal(signal.SIGINT)
        yield

    monkeypatch.setattr(running, "rows", struck)
    monkeypatch.setattr(os, "_exit", sys.exit)
    assert run("--jobs", "1", "all.mbox").exit_code == 130
    assert "sievert: stopped at once" in capfd.readouterr().err


def test_rows_may_be_kept_in_the_archive_they_are_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The part of an interrupted run is no change of the archive."""
    random_bundle(folder / "bundle")
    (folder / "mail" / "site.toml").write_text(f'[model]\npath = "{folder}/bundle"\n')
    words = ("--jobs", "1", "--config", "mail/site.toml", "--out", "mail/run.jsonl", "mail")
    judging = running.rows
    monkeypatch.setattr(running, "rows", lambda *arguments: _first_then_interrupt(judging(*arguments)))
    assert run(*words).exit_code == 130
    monkeypatch.setattr(running, "rows", judging)
    outcome = run(*words)
    assert outcome.exit_code == 0 and "1 of them were judged before" in outcome.stdout
    assert "run.jsonl" not in outcome.stderr
    assert len(list(runs.read(folder / "mail" / "run.jsonl"))) == 3


def test_beginning_anew_needs_something_to_begin_anew(folder: Path) -> None:
    """Without --out nothing is kept, so the option was meant for something else."""
    with pytest.raises(UsageError, match="--anew is for --out"):
        run("--anew", "all.mbox")


def test_another_command_does_not_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Changed thresholds, labels or archives: told which, and how to start again."""
    judging = running.rows
    monkeypatch.setattr(running, "rows", lambda *arguments: _first_then_interrupt(judging(*arguments)))
    assert run("--jobs", "1", "--out", "run.csv", "all.mbox", "mail").exit_code == 130
    monkeypatch.setattr(running, "rows", judging)
    (folder / "other.toml").write_text("[policy.overall]\ntag = 1.0\n")
    for words, why in (
        (("--config", "other.toml", "all.mbox", "mail"), "policy was"),
        (("--labels", "x-spam", "all.mbox", "mail"), "labels was folders gmail keywords and is x-spam"),
        (("all.mbox",), "archives was all.mbox mail and is all.mbox"),
    ):
        with pytest.raises(UsageError, match=rf"run\.csv\.part: of another run: {why}.*--anew starts again"):
            run("--jobs", "1", "--out", "run.csv", *words)
    (folder / "all.mbox").open("ab").write(b"From x@y.example Mon Jan  1 00:00:00 2024\nSubject: more\n\n")
    with pytest.raises(UsageError, match=r"archive all\.mbox was \d+ octets in 1 files"):
        judged("--out", "run.csv")
    assert judged("--out", "run.csv", "--anew")["messages"] == MESSAGES + 1


def _first_then_interrupt(rows: Iterator[Any]) -> Iterator[Any]:
    yield from _some_then_interrupt(rows, 1)


def _some_then_interrupt(rows: Iterator[Any], count: int) -> Iterator[Any]:
    yield from islice(rows, count)
    raise KeyboardInterrupt


def test_what_cannot_be_done_is_said_before_anything_is(folder: Path) -> None:
    """One line, and no file is made or changed."""
    (folder / "there.csv").write_text("mine")
    (folder / "empty").mkdir()
    for words, why in (
        (("--out", "run.txt", "all.mbox"), r"run\.txt: a run is kept as \.jsonl, \.csv or \.parquet"),
        (("--out", "there.csv", "all.mbox"), r"there\.csv is there already; --anew"),
        (("--out", "no/run.csv", "all.mbox"), r"no/run\.csv\.part: No such file"),
        (("nowhere",), "nowhere: No such file"),
        (("--cluster", "elsewhere", "all.mbox"), "no Dask scheduler at elsewhere: expected an address such as tcp://"),
        (("--jobs", "2", "--cluster", "tcp://127.0.0.1:1", "all.mbox"), "--jobs is for this machine"),
        (("--jobs", "1", "--out", "run.csv", "empty"), "no message found there"),
    ):
        with pytest.raises(UsageError, match=why):
            run(*words)
    assert (folder / "there.csv").read_text() == "mine"
    assert sorted(path.name for path in folder.iterdir()) == ["all.mbox", "empty", "mail", "there.csv"]
