from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from actors import HELD, verdict
from click.testing import CliRunner, Result
from invented import mail, random_bundle
from sqlalchemy import create_engine, text

from filter.assemble import build_judge
from filter.cli import sievert
from filter.cli.learn import _by_turns
from filter.config.file import load
from filter.errors import BundleError, StoreFullError, UsageError
from filter.judge.layer import Lesson
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.lab.learn import Labelled
from filter.smtp.stamp import Trace, stamp
from filter.store.lessons import Lessons, Noted
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


def stamped(content: bytes) -> bytes:
    """A mail as the relay delivers it, tagged."""
    judged = replace(verdict(HELD), id=sha256(content).hexdigest())
    trace = Trace("client.test", "192.0.2.7", "ESMTP", "bob@example.net", "relay.test", NOON)
    return stamp(content, judged, Disposition(Action.TAG, "spam"), trace, tag="").whole


def test_a_mail_is_known_by_itself_not_by_how_it_was_kept(config: Path, tmp_path: Path) -> None:
    """With other line ends, or with the stamp and tag of the relay it went through, it is the same: the last label counts, alone."""
    content = mail("spam", 1)
    kept = (content.replace(b"\r\n", b"\n"), content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), stamped(content))
    for number, (octets, label) in enumerate(zip(kept, ("--ham", "--ham", "--spam"), strict=True)):
        (tmp_path / f"{number}.eml").write_bytes(octets)
        learn(config, label, tmp_path / f"{number}.eml")
    log = documents(run(config, "model", "log", "--format", "jsonl"))
    assert [(one["label"], one["state"]) for one in log] == [("unwanted", "stands"), ("wanted", "replaced")]


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
    assert [(one["lesson"], one["label"], one["state"]) for one in log] == [(n, "wanted", "stands") for n in (3, 2, 1)]
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
    asked = config.read_text()
    config.write_text(asked.replace('/model"', '/model2"'))
    taught = score(config, content)
    config.write_text(asked.replace('/model"', '/model2"').replace("lessons.db", "none.db"))
    assert taught - score(config, content) == pytest.approx(added)


def test_nothing_to_learn_is_told(config: Path, tmp_path: Path) -> None:
    """No option, an empty folder, or standard input twice: a usage error, and nothing is made."""
    (tmp_path / "empty").mkdir()
    assert isinstance(run(config, "learn").exception, UsageError)
    assert isinstance(run(config, "learn", "--ham", tmp_path / "empty").exception, UsageError)
    assert isinstance(run(config, "learn", "--ham", "-", "--spam", "-").exception, UsageError)
    assert run(config, "learn", "--ham", tmp_path / "none").exit_code == 2
    assert not (tmp_path / "state").exists()


def test_without_a_model_nothing_is_made(config: Path, tmp_path: Path) -> None:
    """No store for lessons that were not learnt."""
    (tmp_path / "model" / "weights.npy").unlink()
    assert isinstance(run(config, "learn", "--ham", tmp_path / "ham").exception, BundleError)
    assert not (tmp_path / "state").exists()


def test_one_mail_with_both_labels_is_refused(config: Path, tmp_path: Path) -> None:
    """In one call neither label is the last: nothing is learnt, and the message is named."""
    (tmp_path / "spam" / "both.eml").write_bytes(mail("ham", 1))
    refused = run(config, "learn", "--ham", tmp_path / "ham", "--spam", tmp_path / "spam")
    assert isinstance(refused.exception, UsageError)
    assert "both.eml is given as wanted and as unwanted: nothing was learnt" in str(refused.exception)
    assert not (tmp_path / "state").exists()


def test_standard_input_is_learnt(config: Path, tmp_path: Path) -> None:
    """One message, or an mbox, as mail programs pipe it; no copy stays."""
    words = ["learn", "--spam", "-", "--format", "jsonl", "--config", str(config)]
    (one,) = documents(CliRunner().invoke(sievert, words, input=mail("spam", 1)))
    assert (one["path"], one["label"], one["lesson"]) == ("-", "unwanted", 1)
    mbox = b"".join(b"From a@b Thu Jan  1 00:00:00 1970\n" + mail("spam", number) + b"\n" for number in (2, 3))
    assert [one["path"] for one in documents(CliRunner().invoke(sievert, words, input=mbox))] == ["-#1", "-#2"]


def test_a_pipe_is_learnt(config: Path, tmp_path: Path) -> None:
    """What can be read once only, as a shell's <(...), is learnt whole."""
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor(1) as pool:
        pool.submit((tmp_path / "pipe").write_bytes, mail("ham", 7))
        (one,) = learn(config, "--ham", tmp_path / "pipe")
    assert (one["path"], one["lesson"]) == (str(tmp_path / "pipe"), 1)
    assert score(config, mail("ham", 7)) == pytest.approx(one["after"])


def test_damage_is_said_once(config: Path, tmp_path: Path) -> None:
    """What is given is read twice; what cannot be read is named once, and the rest is learnt."""
    (tmp_path / "ham" / "picture.png").write_bytes(b"\x89PNG")
    outcome = run(config, "learn", "--ham", tmp_path / "ham")
    assert outcome.stderr == f"sievert: {tmp_path}/ham/picture.png: skipped: not mail: it does not begin with a header field\n"
    assert [line.split()[:2] for line in outcome.stdout.splitlines()] == [["lesson", "label"], *([str(n), "wanted"] for n in (1, 2, 3))]


def test_no_more_than_two_messages_are_held() -> None:
    """However many there are: each side is read as it is learnt."""
    read: list[int] = []

    def side(count: int) -> Iterator[Labelled]:
        for number in range(count):
            read.append(number)
            yield Labelled(str(number), b"", unwanted=False)

    turns = _by_turns((side(1000), side(10)), (1000, 10))
    for taken in range(1, 500):
        next(turns)
        assert len(read) <= taken + 2


def test_what_was_learnt_before_a_failure_is_shown(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk at the third: two lessons stand, and two lines say so."""
    note = Lessons.note

    def full(self: Lessons, noted: Noted, learnt: Lesson) -> int:
        if len(self.log()) == 2:
            raise StoreFullError("no room")
        return note(self, noted, learnt)

    monkeypatch.setattr(Lessons, "note", full)
    outcome = run(config, "learn", "--ham", tmp_path / "ham")
    assert isinstance(outcome.exception, StoreFullError)
    assert [line.split()[0] for line in outcome.stdout.splitlines()] == ["lesson", "1", "2"]


def test_learning_shows_nothing_that_moves_the_terminal(config: Path, tmp_path: Path) -> None:
    """File names are written out."""
    (tmp_path / "ham" / "\x1b[2J.eml").write_bytes(mail("ham", 8))
    assert "\x1b" not in run(config, "learn", "--ham", tmp_path / "ham").stdout


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


def test_a_lesson_of_the_quarantine_taken_back_stays_so(config: Path, tmp_path: Path) -> None:
    """--from-quarantine, again and again, teaches neither what was taken back nor against a label given by hand."""
    config.write_text(config.read_text() + f'[next_hop]\nkind = "maildir"\npath = "{tmp_path}/maildir"\n')
    one, other = hold(config, mail("ham", 8)), hold(config, mail("spam", 9))
    assert run(config, "quarantine", "release", one, other).exit_code == 0
    (tmp_path / "junk.eml").write_bytes(mail("spam", 9))
    told = learn(config, "--from-quarantine", "--spam", tmp_path / "junk.eml")
    assert sorted(str(line["label"]) for line in told) == ["unwanted", "unwanted", "wanted"]
    log = documents(run(config, "model", "log", "--format", "jsonl"))
    (number,) = [line["lesson"] for line in log if line["path"] == f"quarantine {one}"]
    run(config, "model", "revert", number)
    told = {line.pop("path"): line for line in learn(config, "--from-quarantine")}
    assert told[f"quarantine {one}"] == {"lesson": None, "label": "wanted", "before": None, "after": None, "state": "taken back"}
    (kept,) = [line for line in log if line["path"] == str(tmp_path / "junk.eml")]
    assert told[f"quarantine {other}"] == {"lesson": None, **{key: kept[key] for key in ("label", "before", "after", "state")}}
    assert kept["label"] == "unwanted"
    rows = [line.split() for line in run(config, "learn", "--from-quarantine").stdout.splitlines()[1:]]
    assert sorted(row[:-2] for row in rows) == [
        ["known", "unwanted", f"{kept['before']:.2f}", f"{kept['after']:.2f}"],
        ["taken", "back", "wanted", "-", "-"],
    ]
    standing = [line["path"] for line in documents(run(config, "model", "log", "--format", "jsonl")) if line["state"] == "stands"]
    assert standing == [str(tmp_path / "junk.eml")]


def test_a_lesson_that_fails_stops_no_release(config: Path, tmp_path: Path) -> None:
    """All are sent and told first; then it is said why they could not be learnt."""
    config.write_text(config.read_text() + f'[next_hop]\nkind = "maildir"\npath = "{tmp_path}/maildir"\n')
    ids = [hold(config, mail("ham", 8)), hold(config, mail("ham", 9))]
    (tmp_path / "model" / "weights.npy").unlink()
    outcome = run(config, "quarantine", "release", *ids, "--learn")
    assert isinstance(outcome.exception, BundleError)
    assert [line.split(": ")[:2] for line in outcome.stdout.splitlines()] == [[id_, "released"] for id_ in ids]


def test_a_lesson_that_fails_stops_every_deletion(config: Path, tmp_path: Path) -> None:
    """What was not learnt is still there to learn from."""
    ids = [hold(config, mail("spam", 8)), hold(config, mail("spam", 9))]
    (tmp_path / "model" / "weights.npy").unlink()
    assert isinstance(run(config, "quarantine", "delete", *ids, "--yes", "--learn").exception, BundleError)
    with closing(Quarantine(load(config).store.quarantine)) as held:
        assert all(held.show(id_).content for id_ in ids)


def test_a_message_without_content_teaches_nothing(config: Path) -> None:
    """It is said that it was gone; no lesson is made of the empty mail it has become."""
    one, other = hold(config, mail("spam", 8)), hold(config, mail("spam", 9))
    run(config, "quarantine", "delete", one, "--yes")
    outcome = run(config, "quarantine", "delete", one, other, "--yes", "--learn")
    assert f"{one}: not deleted: {one} is deleted already" in outcome.stderr
    assert [line["path"] for line in documents(run(config, "model", "log", "--format", "jsonl"))] == [f"quarantine {other}"]


def test_a_site_that_never_learnt_has_an_empty_log(config: Path, tmp_path: Path) -> None:
    """It is said beside the output, with the place; status 0, and nothing is made. There is nothing to take back either."""
    outcome = run(config, "model", "log")
    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert outcome.stderr == f"nothing was learnt yet: no lesson in sqlite:///{tmp_path}/state/lessons.db\n"
    assert documents(run(config, "model", "log", "--format", "jsonl")) == []
    assert isinstance(run(config, "model", "revert", 1).exception, UsageError)
    assert not (tmp_path / "state").exists()


def test_lessons_of_other_features_are_idle(config: Path, tmp_path: Path) -> None:
    """The log calls them so in one word, says below the table what that means, and the same mail is learnt again."""
    learn(config, "--ham", tmp_path / "ham" / "1.eml")
    with create_engine(load(config).store.lessons).begin() as connection:
        connection.execute(text("UPDATE lessons SET schema = 'sievert-features-1/20+headers-1'"))
    (line,) = documents(run(config, "model", "log", "--format", "jsonl"))
    assert line["state"] == "idle"
    assert "learn the message again" in run(config, "model", "log").stdout
    assert [one["lesson"] for one in learn(config, "--ham", tmp_path / "ham" / "1.eml")] == [2]


def test_learn_and_log_tell_a_lesson_alike(config: Path, tmp_path: Path) -> None:
    """Under the same names, with the same numbers."""
    told = learn(config, "--ham", tmp_path / "ham")
    log = documents(run(config, "model", "log", "--format", "jsonl"))
    assert [{key: line[key] for key in told[0]} for line in reversed(log)] == told
    assert {*log[0]} - {*told[0]} == {"learnt", "mail", "model", "replaced_by"}


@pytest.mark.parametrize(
    "words", [("learn",), ("model", "log"), ("model", "revert"), ("model", "diff"), ("model", "show"), ("model", "verify")]
)
def test_every_command_has_examples(words: tuple[str, ...]) -> None:
    """`--help` shows the command at work."""
    assert f"  sievert {' '.join(words)}" in CliRunner().invoke(sievert, [*words, "--help"]).stdout.split("Example")[1]


def test_a_deleted_message_teaches_that_it_was_not(config: Path) -> None:
    """Before its content goes; without --learn nothing is taught."""
    one, other = hold(config, mail("spam", 8)), hold(config, mail("spam", 9))
    assert f"{one}: learnt (lesson 1)" in run(config, "quarantine", "delete", one, "--yes", "--learn").stderr
    assert run(config, "quarantine", "delete", other, "--yes").stderr == ""
    assert [line["label"] for line in documents(run(config, "model", "log", "--format", "jsonl"))] == ["unwanted"]
