from __future__ import annotations

import hashlib
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
    none = {"unwanted": 0, "junk": 0, "undated": 0, "old": 0, "silent": 0}
    assert counts == {"read": 6, "incoming": 5, "outgoing": 1, "learnt": 1, "known": 5, **none}
    with opened("sqlite:///h.db", 730) as history:
        assert past(history, written()).from_address == 3


def test_damage_goes_to_standard_error_and_no_bar_where_that_is_no_terminal(folder: Path) -> None:
    """What was skipped and why, and nothing that would move about."""
    (folder / "mails" / "note.txt").write_text("no mail")
    outcome = run("--learn-history", "mails", "--config", "sievert.toml")
    (line,) = outcome.stderr.splitlines()
    assert line.startswith("sievert: mails/note.txt: skipped: not mail")


def test_on_a_terminal_a_bar_says_how_far_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By archive."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "3 messages" in run("--learn-history", "mails", "--config", "sievert.toml").stderr


def test_junk_makes_nobody_a_correspondent(folder: Path) -> None:
    """By the folder it lies in, Gmail's labels and keywords, as replay labels mail; it is counted, and the rest is learnt."""
    for place in ("cur", "new", ".Junk/cur", ".Junk/new"):
        (folder / "Maildir" / place).mkdir(parents=True)
    (folder / "Maildir/.Junk/cur/1:2,").write_bytes(written("Mal <mal@evil.example>", id_="j1"))
    gmail = b"X-Gmail-Labels: Spam\r\nReceived: from a by b; Fri, 1 May 2026 10:00:00 +0000\r\n"
    (folder / "takeout.mbox").write_bytes(b"From x\n" + gmail + written("Mal <mal@evil.example>", id_="j2") + b"\n")
    outcome = run("--learn-history", "mails", "Maildir", "takeout.mbox", "--config", "sievert.toml")
    lines = [line.split(maxsplit=2) for line in outcome.stdout.splitlines()]
    assert [line[:2] for line in lines] == [["5", "read"], ["2", "incoming"], ["1", "outgoing"], ["3", "learnt"], ["2", "junk"]]
    assert lines[-1][2].startswith("passed over: called spam, phish or bec by a label")
    with opened("sqlite:///h.db", 730) as history:
        assert past(history, written("Mal <mal@evil.example>")).from_address == 0
        assert past(history, written()).from_address == 2


def test_labels_have_their_meaning(folder: Path) -> None:
    """A CSV takes the default's place, by the id that a run has too; what found nothing is said, what is no source is refused."""
    (folder / "mails").rename(folder / "Junk")
    ids = [hashlib.sha256((folder / "Junk" / f"{number}.eml").read_bytes()).hexdigest() for number in (1, 2)]
    (folder / "l.csv").write_text(f"id,label\n{ids[0]},spam\n{ids[1]},ham\n{'0' * 64},ham\n")
    words = ("--learn-history", "Junk", "--config", "sievert.toml", "--format", "jsonl")
    outcome = run(*words, "--labels", "l.csv")
    counts = json.loads(outcome.stdout)
    assert (counts["read"], counts["learnt"], counts["junk"]) == (3, 2, 1)
    assert outcome.stderr.startswith("sievert: 2 of 3 labels in l.csv found a message; the first that did not is in line 4")
    with pytest.raises(UsageError, match="--labels nonsense: no such file"):
        run(*words, "--labels", "nonsense")


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
