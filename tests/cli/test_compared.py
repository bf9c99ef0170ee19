"""Backtests: two rulebooks, configurations or runs on the same mail, through the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from invented import random_bundle

from filter.cli.compared import Limit, limit, second
from filter.cli.replay import replay
from filter.config.file import load
from filter.config.schema import Config
from filter.errors import BundleError, ConfigError, RulebookError, UsageError
from filter.lab.compare import Comparison, Count, Counts, Side

RULE = """
id = "{word}"
title = "Says {word}"
description = "The text says it."
threat = "spam"
weight = 10
rate = 0.001
status = "stable"
references = ["https://example.org/"]
false_positives = ["Mail about it"]
hit = '''
Subject: x

{word}
'''
miss = '''
Subject: x

nothing
'''

[match]
field = "text"
contains = "{word}"
"""
MAILS = {"ham/1": "pears for lunch", "ham/2": "nothing new", "spam/1": "apples cheap", "spam/2": "apples and pears"}


def rulebook(folder: Path, word: str) -> Path:
    """Rules of which one holds whatever says that word."""
    (folder / "fruit").mkdir(parents=True)
    (folder / "fruit" / f"{word}.toml").write_text(RULE.format(word=word))
    return folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Mail, two rulebooks, two configurations that differ in them and one that never holds anything."""
    monkeypatch.chdir(tmp_path)
    random_bundle(tmp_path / "small", scale=1e-6)  # says next to nothing, so that the rules decide
    for name, text in MAILS.items():
        file = tmp_path / "mail" / f"{name}.eml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(f"From: {name.replace('/', '')}@shop.example\nDate: Tue, 2 Jan 2024 10:00:00 +0000\n\n{text}\n".encode())
    for word in ("apples", "pears"):
        rulebook(tmp_path / word, word)
        (tmp_path / f"{word}.toml").write_text(
            f'[model]\npath = "small"\n[rules]\npath = "{word}"\n[policy.overall]\ntag = inf\nquarantine = 8.0\nreject = inf\n'
        )
    never = "tag = inf\nquarantine = inf\nreject = inf\n"
    (tmp_path / "never.toml").write_text(
        f'[model]\npath = "small"\n[rules]\npath = "apples"\n[policy.overall]\n{never}[policy.spam]\n{never}'
    )
    return tmp_path


def run(*words: str) -> Result:
    outcome = CliRunner().invoke(replay, ["--jobs", "1", "--config", "apples.toml", *words, "mail"])
    if outcome.exception and not isinstance(outcome.exception, SystemExit):
        raise outcome.exception
    return outcome


def lines(*words: str, status: int = 0) -> tuple[dict[str, str], dict[str, Any]]:
    """How each message that differs does, and the summary."""
    outcome = run("--format", "jsonl", *words)
    assert outcome.exit_code == status, outcome.output
    *differing, last = map(json.loads, outcome.stdout.splitlines())
    kinds = {one["path"].removeprefix("mail/").removesuffix(".eml"): one["kind"] for one in differing}
    return kinds, last["summary"]


@pytest.mark.parametrize("other", ["pears", "pears.toml"])
def test_another_rulebook_is_what_comes_after(folder: Path, other: str) -> None:
    """By its folder or in a configuration: what it would hold is newly caught, with the labels that the folders give."""
    kinds, summary = lines("--compare", other)
    assert kinds == {"ham/1": "caught", "spam/1": "freed"}
    assert (summary["before"]["name"], summary["after"]["name"]) == ("this configuration", other)
    assert summary["before"]["rulebook"] != summary["after"]["rulebook"] and summary["before"]["model"] == summary["after"]["model"]
    assert (summary["messages"], summary["caught"], summary["freed"]) == (
        4,
        {"messages": 1, "ham": 1, "bad": 0},
        {"messages": 1, "ham": 0, "bad": 1},
    )
    assert (summary["limit"], summary["limit_passed"]) == (None, False)


def test_scores_that_moved_are_told_one_by_one(folder: Path) -> None:
    """Where nothing is ever held, two rulebooks still differ in these."""
    kinds, summary = lines("--config", "never.toml", "--compare", "pears", "--limit", "0")
    assert kinds == {"ham/1": "scored", "spam/1": "scored"}
    assert (summary["scored"]["messages"], summary["caught"]["messages"], summary["limit_passed"]) == (2, 0, False)


def test_an_earlier_run_is_what_came_before(folder: Path) -> None:
    """The same two rulebooks the other way about; a message that run did not have is counted apart."""
    CliRunner().invoke(replay, ["--jobs", "1", "--config", "pears.toml", "--out", "run.jsonl", "mail"], catch_exceptions=False)
    kinds, summary = lines("--compare", "run.jsonl")
    assert kinds == {"ham/1": "freed", "spam/1": "caught"}
    assert (summary["before"]["name"], summary["after"]["name"]) == ("run.jsonl", "this configuration")
    run_lines = (folder / "run.jsonl").read_text().splitlines(keepends=True)
    (folder / "run.jsonl").write_text("".join(reversed(run_lines[1:])))
    kinds, summary = lines("--compare", "run.jsonl")
    assert kinds == {"spam/1": "caught"}
    assert (summary["messages"], summary["only_before"], summary["only_after"]) == (3, 0, 1)


def test_a_run_compared_with_what_it_was_made_by_has_no_difference(folder: Path) -> None:
    """To the last bit."""
    run("--out", "run.csv")
    kinds, summary = lines("--compare", "run.csv", "--limit", "0")
    assert kinds == {}
    assert (summary["messages"], summary["scored"]["messages"], summary["limit_passed"]) == (4, 0, False)


def test_the_table_says_why(folder: Path) -> None:
    """Each message with the rule that made the difference; labels that speak against it are marked."""
    told = run("--compare", "pears").stdout
    line = next(line for line in told.splitlines() if line.startswith("mail/ham/1.eml"))
    assert "ham!" in line and "deliver > quarantine (spam)" in line and 'spam rule "pears" +0.00 > +10.00' in line
    assert "4 messages compared" in told and "ham1@shop.example" in told and "2024-W01" in told


@pytest.mark.parametrize(("most", "status"), [("1", 1), ("2", 0), ("40%", 1), ("50%", 0), ("0.4", 1), ("0.5", 0), ("0", 1)])
def test_more_than_the_limit_is_a_finding(folder: Path, most: str, status: int) -> None:
    """Two of four messages turn: exit status 1 where fewer may, and it is said."""
    outcome = run("--compare", "pears", "--limit", most)
    assert outcome.exit_code == status
    told = f"sievert: 2 of 4 messages (50.000%) are disposed of otherwise: over the limit of {most}\n"
    assert (told in outcome.stderr) == bool(status)
    assert lines("--compare", "pears", "--limit", most, status=status)[1]["limit_passed"] == bool(status)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        *(("0.1%", Limit("0.1%", 0.001, 0)), ("0.001", Limit("0.001", 0.001, 0)), ("0%", Limit("0%", 0.0, 0))),
        *(("20", Limit("20", None, 20)), ("0", Limit("0", None, 0)), ("1", Limit("1", None, 1)), ("100%", Limit("100%", 1.0, 0))),
    ],
)
def test_a_limit_is_a_share_or_a_count(asked: str, meant: Limit) -> None:
    """A share with a percent sign or below 1, else a count."""
    found = limit(click.Context(replay), replay.params[0], asked)
    assert found is not None
    assert found.share == pytest.approx(meant.share) and found.messages == meant.messages
    assert limit(click.Context(replay), replay.params[0], None) is None


@pytest.mark.parametrize("asked", ["1.5", "-1", "101%", "many", "", "%", "nan", "inf", "nan%"])
def test_what_is_neither_is_refused(asked: str) -> None:
    """With how either is written."""
    with pytest.raises(click.BadParameter, match="is neither a share"):
        limit(click.Context(replay), replay.params[0], asked)


def test_a_share_is_of_what_was_compared() -> None:
    """Not of what only one run has."""
    counts = Counts(caught=Count(3), freed=Count(2))
    comparison = Comparison(Side(), Side(), 100, 900, 0, counts, (), ())
    assert Limit("4%", 0.04, 0).is_passed(comparison) and not Limit("5%", 0.05, 0).is_passed(comparison)


def test_a_model_takes_the_place_of_the_configurations(folder: Path) -> None:
    """And nothing else of the configuration changes."""
    random_bundle(folder / "model", scale=1e-6, seed=2)
    config = load(folder / "never.toml")
    found = second(folder / "model", config)
    assert found is not None
    assert found.model.path == folder / "model" and found.rules == config.rules and found.policy == config.policy
    _, summary = lines("--compare", "model")
    assert summary["before"]["model"] != summary["after"]["model"] and summary["before"]["rulebook"] == summary["after"]["rulebook"]


def test_other_thresholds_are_another_configuration(folder: Path) -> None:
    """Though every verdict is the same."""
    kinds, summary = lines("--compare", "never.toml")
    assert kinds == {"spam/1": "freed", "spam/2": "freed"}
    assert summary["scored"]["messages"] == 0


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("pear.toml", "pear.toml: no such file or folder; did you mean pears.toml?"),
        ("mail", "mail: neither a model .* nor rules .*; give a model, rules, a configuration"),
        ("pears/fruit", "did you mean pears?"),
        ("models", r"did you mean models/mine\?"),
        ("mail/ham/1.eml", "neither a configuration .* nor an earlier run"),
        ("apples", "apples judges all mail as this configuration does: there is nothing to compare"),
    ],
)
def test_what_cannot_be_compared_with_is_refused(folder: Path, other: str, told: str) -> None:
    """Before any mail is read, with the nearest thing that could be."""
    (folder / "models" / "mine").mkdir(parents=True)
    (folder / "models" / "mine" / "manifest.json").write_text("{}")
    with pytest.raises(UsageError, match=told):
        run("--compare", other)


def test_a_broken_other_is_refused_before_any_mail_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model, rules and a configuration each with its own error."""
    (folder / "model").mkdir()
    (folder / "model" / "manifest.json").write_text("{}")
    (folder / "pears" / "fruit" / "pears.toml").write_text("id = 1")
    (folder / "pears.toml").write_text("[polic]")
    for other, error in (("model", BundleError), ("pears", RulebookError), ("pears.toml", ConfigError)):
        with pytest.raises(error):
            run("--compare", other)


def test_a_run_of_other_mail_is_refused(folder: Path) -> None:
    """It says how that run names its messages; an empty one says that."""
    run("--out", "run.jsonl")
    (folder / "moved").mkdir()
    (folder / "mail" / "ham").rename(folder / "moved" / "ham")
    (folder / "mail" / "spam").rename(folder / "moved" / "spam")
    words = ["--jobs", "1", "--config", "apples.toml", "--compare", "run.jsonl", "moved"]
    with pytest.raises(UsageError, match=r"run\.jsonl has none of these messages; .* first message is mail/ham/1\.eml"):
        CliRunner().invoke(replay, words, catch_exceptions=False)
    (folder / "run.jsonl").write_text("")
    with pytest.raises(UsageError, match=r"run\.jsonl has none of these messages: it is empty"):
        CliRunner().invoke(replay, words, catch_exceptions=False)
    with pytest.raises(UsageError, match="no message found there"):
        run("--compare", "run.jsonl")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--limit", "3"), "--limit is for --compare"),
        (("--compare", "pears", "--out", "x.jsonl"), "--out keeps one run, --compare tells of two"),
        (("--compare", "pears", "--learn-history"), "--compare is about rows"),
    ],
)
def test_options_that_do_not_go_together(folder: Path, words: tuple[str, ...], told: str) -> None:
    """One clear line, and nothing is written."""
    with pytest.raises(UsageError, match=told):
        CliRunner().invoke(replay, ["--config", "apples.toml", *words, "mail"], catch_exceptions=False)
    assert not (folder / "x.jsonl").exists()


def test_an_earlier_run_stands_for_no_configuration(tmp_path: Path) -> None:
    """Of any of the three kinds, packed or not, by its name."""
    for name in ("a.jsonl", "a.JSONL", "a.jsonl.gz", "a.csv", "a.parquet"):
        (tmp_path / name).touch()
        assert second(tmp_path / name, Config()) is None
