from __future__ import annotations

import json
from pathlib import Path

import pytest
from acquaintances import past, written
from click.testing import CliRunner, Result

from filter.cli.replay import replay
from filter.errors import UsageError
from filter.store.history import opened


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two messages in, one out, and the configuration of their site."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sievert.toml").write_text('[site]\ndomains = ["acme.example"]\n[history]\nurl = "sqlite:///h.db"\n')
    mails = tmp_path / "mails"
    mails.mkdir()
    (mails / "1.eml").write_bytes(written(id_="1"))
    (mails / "2.eml").write_bytes(written(id_="2"))
    (mails / "3.eml").write_bytes(written("Bob <bob@acme.example>", "pia@supplier.example", "3"))
    return tmp_path


def run(*words: str) -> Result:
    outcome = CliRunner().invoke(replay, words)
    if outcome.exception and not isinstance(outcome.exception, SystemExit):
        raise outcome.exception
    return outcome


def test_an_archive_is_learnt(folder: Path) -> None:
    """What the archive holds is in the history afterwards, and the summary says how much it was."""
    outcome = run("--learn-history", "mails", "--config", "sievert.toml")
    assert outcome.exit_code == 0
    assert [line.split()[:2] for line in outcome.stdout.splitlines()] == [
        ["3", "read"],
        ["2", "incoming"],
        ["1", "outgoing"],
        ["3", "learnt"],
    ]
    with opened("sqlite:///h.db", 730) as history:
        known = past(history, written())
    assert (known.from_address, known.to_address) == (2, 1)


def test_the_same_archive_again(folder: Path) -> None:
    """It teaches nothing new, in whatever archive it lies; one JSON line says so."""
    (folder / "all.mbox").write_bytes(b"".join(b"From x\n" + written(id_=id_) + b"\n" for id_ in "124"))
    run("--learn-history", "mails", "--config", "sievert.toml")
    outcome = run("--learn-history", "mails", "all.mbox", "--config", "sievert.toml", "--format", "jsonl")
    counts = json.loads(outcome.stdout)
    none = {"unwanted": 0, "undated": 0, "old": 0, "silent": 0}
    assert counts == {"read": 6, "incoming": 5, "outgoing": 1, "learnt": 1, "known": 5, **none}
    with opened("sqlite:///h.db", 730) as history:
        assert past(history, written()).from_address == 3


def test_progress_and_damage_go_to_standard_error(folder: Path) -> None:
    """How far it is, by archive, and what was skipped and why."""
    (folder / "mails" / "note.txt").write_text("no mail")
    outcome = run("--learn-history", "mails", "--config", "sievert.toml")
    assert "3 messages" in outcome.stderr
    assert "mails/note.txt: skipped: not mail" in outcome.stderr


def test_a_site_that_says_nothing_of_itself(folder: Path) -> None:
    """What it sent would count as incoming: it is told what to set, and nothing is made."""
    with pytest.raises(UsageError, match=r"set \[site\] domains"):
        run("--learn-history", "mails")
    assert not list(folder.rglob("*.db"))


def test_what_cannot_be_done(folder: Path) -> None:
    """With a history switched off, or without a message: said, and nothing is made."""
    (folder / "off.toml").write_text("[history]\ndays = 0")
    (folder / "empty").mkdir()
    for words, why in (
        (("--learn-history", "--out", "run.csv", "mails"), "--out is about rows"),
        (("--learn-history", "mails", "--config", "off.toml"), "history.days is 0"),
        (("--learn-history", "nowhere", "--config", "off.toml"), "history.days is 0"),
    ):
        with pytest.raises(UsageError, match=why):
            run(*words)
    assert not list(folder.rglob("*.db"))
    with pytest.raises(UsageError, match="no message found there"):
        run("--learn-history", "empty", "--config", "sievert.toml")
