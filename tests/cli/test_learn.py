from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from actors import HELD, verdict
from click.testing import CliRunner, Result
from invented import mail, random_bundle

from filter.assemble import build_judge
from filter.cli import sievert
from filter.config.file import load
from filter.errors import UsageError
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.store.quarantine import Quarantine

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    random_bundle(tmp_path / "model")
    state = f'quarantine = "sqlite:///{tmp_path}/state/q.db"\nlessons = "sqlite:///{tmp_path}/state/lessons.db"\n'
    file = tmp_path / "sievert.toml"
    file.write_text(f'[model]\npath = "{tmp_path}/model"\n[store]\n{state}')
    for label in ("ham", "spam"):
        (tmp_path / label).mkdir()
        for number in range(3):
            (tmp_path / label / f"{number}.eml").write_bytes(mail(label, number))
    return file


def run(config: Path, *words: object) -> Result:
    return CliRunner().invoke(sievert, [*map(str, words), "--config", str(config)])


def documents(outcome: Result) -> list[dict[str, object]]:
    assert outcome.exception is None, outcome.exception
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def learn(config: Path, *words: object) -> list[dict[str, object]]:
    return documents(run(config, "learn", *words, "--format", "jsonl"))


def score(config: Path, content: bytes) -> float:
    return build_judge(load(config)).judge(Mail(content)).score


def test_what_is_learnt_changes_the_score(config: Path, tmp_path: Path) -> None:
    """Wanted mail falls, unwanted mail rises, by what the command said; a second time nothing is learnt."""
    before = score(config, mail("spam", 1))
    told = learn(config, "--ham", tmp_path / "ham", "--spam", tmp_path / "spam")
    assert sorted(str(one["label"]) for one in told) == ["unwanted"] * 3 + ["wanted"] * 3
    assert score(config, mail("spam", 1)) > before
    assert [one["lesson"] for one in learn(config, "--spam", tmp_path / "spam")] == [None] * 3


def test_both_sides_are_learnt_by_turns(config: Path, tmp_path: Path) -> None:
    """A long row of one label first would teach that label alone."""
    told = learn(config, "--ham", tmp_path / "ham", "--spam", tmp_path / "spam")
    assert [one["label"] for one in told] == ["wanted", "unwanted"] * 3


def test_the_log_and_taking_back(config: Path, tmp_path: Path) -> None:
    """The log names every lesson; one taken back counts no more, and all taken back gives the shipped judgement to the last bit."""
    bare = score(config, mail("ham", 1))
    learn(config, "--ham", tmp_path / "ham")
    assert score(config, mail("ham", 1)) < bare
    log = documents(run(config, "model", "log", "--format", "jsonl"))
    assert [(one["number"], one["label"], one["state"]) for one in log] == [(n, "wanted", "stands") for n in (3, 2, 1)]
    assert run(config, "model", "revert", 2).stdout == "taken back: 2\n"
    assert run(config, "model", "revert", "--after", 0).stdout == "taken back: 3, 1\n"
    assert score(config, mail("ham", 1)) == bare
    table = run(config, "model", "log").stdout
    assert table.count("taken back") == 3
    assert isinstance(run(config, "model", "revert", 2).exception, UsageError)
    assert isinstance(run(config, "model", "revert").exception, UsageError)


def test_it_survives_another_model(config: Path, tmp_path: Path) -> None:
    """Lessons stay when the base model is replaced, and add to the new one's scores what they added to the old one's."""
    content = mail("spam", 1)
    bare = score(config, content)
    learn(config, "--spam", tmp_path / "spam")
    added = score(config, content) - bare
    random_bundle(tmp_path / "model2", seed=5)
    text = config.read_text()
    config.write_text(text.replace('/model"', '/model2"'))
    taught = score(config, content)
    config.write_text(text.replace('/model"', '/model2"').replace("lessons.db", "none.db"))
    assert taught - score(config, content) == pytest.approx(added)


def test_nothing_to_learn_is_told(config: Path, tmp_path: Path) -> None:
    """No option, or an empty folder: a usage error, and nothing is made."""
    (tmp_path / "empty").mkdir()
    assert isinstance(run(config, "learn").exception, UsageError)
    assert isinstance(run(config, "learn", "--ham", tmp_path / "empty").exception, UsageError)
    assert run(config, "learn", "--ham", tmp_path / "none").exit_code == 2


def hold(config: Path, content: bytes) -> str:
    envelope = Envelope("192.0.2.1", "client.test", "ann@example.org", ("bob@example.net",))
    with closing(Quarantine(load(config).store.quarantine)) as held:
        return held.hold(Mail(content, envelope), verdict(HELD), Disposition(Action.QUARANTINE, "spam"), NOON)


def test_a_released_message_teaches_that_it_was_wanted(config: Path, tmp_path: Path) -> None:
    """With the release, or later all that were released; each once."""
    config.write_text(config.read_text() + f'[next_hop]\nkind = "maildir"\npath = "{tmp_path}/maildir"\n')
    one, other = hold(config, mail("ham", 8)), hold(config, mail("ham", 9))
    outcome = run(config, "quarantine", "release", one, "--learn")
    assert f"{one}: learnt (lesson 1)" in outcome.stderr
    assert run(config, "quarantine", "release", other).exit_code == 0
    told = learn(config, "--from-quarantine")
    assert {str(line["path"]): line["lesson"] for line in told} == {f"quarantine {one}": None, f"quarantine {other}": 2}
    assert {line["label"] for line in told} == {"wanted"}


def test_a_deleted_message_teaches_that_it_was_not(config: Path) -> None:
    """Before its content goes; without --learn nothing is taught."""
    one, other = hold(config, mail("spam", 8)), hold(config, mail("spam", 9))
    assert f"{one}: learnt (lesson 1)" in run(config, "quarantine", "delete", one, "--yes", "--learn").stderr
    assert run(config, "quarantine", "delete", other, "--yes").stderr == ""
    assert [line["label"] for line in documents(run(config, "model", "log", "--format", "jsonl"))] == ["unwanted"]
