from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from actors import HELD, MESSAGE, verdict
from click.testing import CliRunner, Result

from filter.cli import sievert
from filter.errors import UsageError
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.store.quarantine import Quarantine, State

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "sievert.toml"
    file.write_text(f'[store]\nquarantine = "sqlite:///{tmp_path}/state/quarantine.db"\n[next_hop]\npath = "{tmp_path}/maildir"\n')
    return file


@pytest.fixture
def held(config: Path) -> Iterator[Quarantine]:
    with closing(Quarantine(f"sqlite:///{config.parent}/state/quarantine.db")) as opened:
        yield opened


def hold(held: Quarantine, content: bytes = MESSAGE, seconds: int = 0) -> str:
    envelope = Envelope("192.0.2.1", "client.test", "ann@example.org", ("bob@example.net",))
    disposition = Disposition(Action.QUARANTINE, "spam")
    return held.hold(Mail(content, envelope), verdict(HELD), disposition, NOON + timedelta(seconds=seconds))


def run(config: Path, command: str, *words: str, answer: str = "") -> Result:
    return CliRunner().invoke(sievert, ["quarantine", command, *words, "--config", str(config)], input=answer)


def documents(outcome: Result) -> list[dict[str, object]]:
    assert outcome.exception is None
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def test_a_list_shows_what_is_held(config: Path, held: Quarantine) -> None:
    """The table has the newest first with whole ids; an empty one says so beside the output."""
    assert (run(config, "list").stdout, run(config, "list").stderr) == ("", "nothing here\n")
    first, second = hold(held), hold(held, seconds=1)
    lines = run(config, "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["id", second, first]


def test_a_list_can_be_narrowed_and_read_by_programs(config: Path, held: Quarantine) -> None:
    """State and limit narrow the list; as JSON it has a document a line."""
    ids = [hold(held, seconds=number) for number in range(3)]
    held.delete(ids[1], NOON)
    assert [each["id"] for each in documents(run(config, "list", "--format", "jsonl"))] == [ids[2], ids[0]]
    assert [each["id"] for each in documents(run(config, "list", "--format", "jsonl", "--limit", "1"))] == [ids[2]]
    assert [each["id"] for each in documents(run(config, "list", "--format", "jsonl", "--state", "deleted"))] == [ids[1]]
    assert len(documents(run(config, "list", "--format", "jsonl", "--state", "all"))) == 3


def test_looking_into_a_place_never_used_makes_nothing(config: Path) -> None:
    """Before the relay ran, a list is a UsageError and leaves no file behind."""
    outcome = run(config, "list")
    assert isinstance(outcome.exception, UsageError)
    assert list(config.parent.iterdir()) == [config]


def test_show_raw_writes_the_exact_octets(config: Path, held: Quarantine) -> None:
    """`--raw` gives the message and not an octet more, whatever it holds."""
    content = bytes(range(256)) + b"\r\n\r\n\n"
    assert run(config, "show", hold(held, content), "--raw").stdout_bytes == content


def test_show_tells_a_person_and_a_program(config: Path, held: Quarantine) -> None:
    """The table has the text, spelled where it would move the terminal; the JSON has the verdict."""
    id_ = hold(held, b"Subject: Lunch\r\n\r\n\x1b[2JAt noon?\r\n")
    text = run(config, "show", id_[:14]).stdout
    assert r"\x1b[2JAt noon?" in text
    assert "\x1b" not in text
    (document,) = documents(run(config, "show", id_, "--format", "jsonl"))
    assert document["verdict"]["id"] == verdict().id  # type: ignore[index]


def test_release_sends_and_notes(config: Path, held: Quarantine) -> None:
    """Released messages are in the Maildir, with the reply told for each."""
    ids = [hold(held), hold(held, seconds=1)]
    outcome = run(config, "release", *ids, ids[0])
    assert outcome.exit_code == 0
    assert [line.split(": ")[:2] for line in outcome.stdout.splitlines()] == [[id_, "released"] for id_ in ids]
    assert len(list((config.parent / "maildir" / "new").iterdir())) == 2
    assert [held.show(id_).state for id_ in ids] == [State.RELEASED] * 2


def test_a_release_that_fails_leaves_the_others_to_go(config: Path, held: Quarantine) -> None:
    """One that cannot be released gives exit status 1, in either format; those beside it are released."""
    first, second = hold(held), hold(held, seconds=1)
    outcome = run(config, "release", "zzz", first)
    assert outcome.exit_code == 1
    assert outcome.stderr.startswith("zzz: not released: nothing in the quarantine")
    assert held.show(first).state is State.RELEASED
    outcome = run(config, "release", first, second, "--format", "jsonl")
    assert outcome.exit_code == 1
    assert [json.loads(line)["released"] for line in outcome.stdout.splitlines()] == [False, True]


def test_delete_asks_first(config: Path, held: Quarantine) -> None:
    """Without a yes nothing is deleted; with one, or --yes, the content is gone."""
    id_ = hold(held)
    refused = run(config, "delete", id_, answer="n\n")
    assert refused.exit_code == 1
    assert id_ in refused.stdout
    assert held.show(id_).state is State.HELD
    assert run(config, "delete", id_, answer="y\n").exit_code == 0
    assert held.show(id_).content is None
    other = hold(held)
    assert documents(run(config, "delete", other, "--yes", "--format", "jsonl")) == [{"id": other, "deleted": True}]
    assert held.show(other).state is State.DELETED


def test_delete_with_one_unknown_id_deletes_none(config: Path, held: Quarantine) -> None:
    """Every id is looked up before the first message goes."""
    id_ = hold(held)
    assert isinstance(run(config, "delete", id_, "zzz", "--yes").exception, UsageError)
    assert held.show(id_).state is State.HELD


@pytest.mark.parametrize("command", ["list", "show", "release", "delete"])
def test_every_command_has_examples(command: str) -> None:
    """`--help` shows the command at work."""
    assert f"sievert quarantine {command}" in CliRunner().invoke(sievert, ["quarantine", command, "--help"]).stdout
