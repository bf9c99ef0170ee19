from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from actors import HELD, MESSAGE, verdict
from click.testing import CliRunner, Result

from filter.cli import learn, release, sievert
from filter.errors import StoreError, UsageError
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.store.quarantine import LISTED, Quarantine, State

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
    assert (refused.stdout, id_ in refused.stderr) == ("", True)
    assert held.show(id_).state is State.HELD
    assert run(config, "delete", id_, answer="y\n").exit_code == 0
    assert held.show(id_).content is None
    other = hold(held)
    assert documents(run(config, "delete", other, "--format", "jsonl", answer="y\n")) == [{"id": other, "deleted": True, "reason": None}]
    assert held.show(other).state is State.DELETED


def test_what_cannot_be_deleted_stops_no_other(config: Path, held: Quarantine) -> None:
    """An id unknown, a message on its way, one deleted before: each is told, in either format, and gives exit status 1."""
    first, busy, second = (hold(held, seconds=number) for number in range(3))
    held.begin_release(busy, datetime.now(UTC))
    outcome = run(config, "delete", "zzz", busy, first, "--yes")
    assert (outcome.exit_code, outcome.stdout) == (1, f"{first}: deleted\n")
    assert [line.split(":")[:2] for line in outcome.stderr.splitlines()] == [["zzz", " not deleted"], [busy, " not deleted"]]
    outcome = run(config, "delete", first, second, "--yes", "--format", "jsonl")
    assert outcome.exit_code == 1
    told = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert [one["deleted"] for one in told] == [False, True]
    assert told[0]["reason"] == f"{first} is deleted already"
    assert [held.show(id_).state for id_ in (first, busy, second)] == [State.DELETED, State.RELEASING, State.DELETED]


def test_only_what_is_deleted_is_learnt(config: Path, held: Quarantine, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody is about to release is not taught as unwanted."""
    busy, other = hold(held), hold(held, seconds=1)
    held.begin_release(busy, datetime.now(UTC))
    taught: list[str] = []
    monkeypatch.setattr(learn, "learn_deleted", lambda _config, deleted: taught.extend(id_ for id_, content in deleted if content))
    assert run(config, "delete", busy, other, "--yes", "--learn").exit_code == 1
    assert taught == [other]


def test_what_is_deleted_leaves_the_files(config: Path, held: Quarantine) -> None:
    """With the relay at work: no octet of it is left there, and the file is smaller."""
    folder = config.parent / "state"
    ids = [hold(held, b"Subject: x\r\n\r\n" + b"SECRETWORD\r\n" * 20_000, seconds=number) for number in range(3)]
    kept = hold(held, b"Subject: KEPTWORD\r\n\r\n", seconds=9)
    assert run(config, "delete", *ids, "--yes").exit_code == 0
    files = {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith("-reserve")}
    assert not any(b"SECRETWORD" in octets for octets in files.values())
    assert len(files["quarantine.db"]) < 100_000
    assert b"KEPTWORD" in files["quarantine.db"]
    assert held.show(kept).content


def test_what_could_not_leave_the_files_is_said(config: Path, held: Quarantine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is deleted, but its octets can still be read there."""

    def busy(_: Quarantine) -> None:
        raise StoreError("others are using it")

    monkeypatch.setattr(Quarantine, "shrink", busy)
    outcome = run(config, "delete", hold(held), "--yes")
    assert outcome.exit_code == 1
    assert "is still in the quarantine's files" in outcome.stderr
    outcome = run(config, "delete", "zzz", "--yes")
    assert (outcome.exit_code, "is still in" in outcome.stderr) == (1, False), "nothing was deleted"


def test_a_list_says_what_it_leaves_out(config: Path, held: Quarantine) -> None:
    """A table ends at its limit and says so; JSON lines end with the last message."""
    for number in range(LISTED + 7):
        hold(held, seconds=number)
    outcome = run(config, "list")
    assert len(outcome.stdout.splitlines()) == LISTED + 1
    assert outcome.stderr == f"100 of {LISTED + 7}; --limit or --format jsonl lists more\n"
    assert run(config, "list", "--limit", str(LISTED + 7)).stderr == ""
    assert len(documents(run(config, "list", "--format", "jsonl"))) == LISTED + 7


def test_a_list_is_narrowed_by_address_and_age(config: Path, held: Quarantine) -> None:
    """To a recipient, from a sender, received longer ago; several narrow it further."""
    old, new = hold(held), hold(held, seconds=int((datetime.now(UTC) - NOON).total_seconds()))

    def ids(*words: str) -> list[object]:
        return [each["id"] for each in documents(run(config, "list", "--format", "jsonl", *words))]

    assert ids("--older-than", "30") == [old]
    assert ids("--older-than", "30", "--recipient", "@example.net", "--sender", "ANN@example.org") == [old]
    assert ids("--recipient", "bob@example.net") == [new, old]
    assert ids("--recipient", "ob@example.net") == ids("--sender", "") == ids("--sender", "@example.net") == []


def test_a_release_logs_beside_its_output(config: Path, held: Quarantine) -> None:
    """A next hop that is down is no line of JSON."""
    config.write_text(config.read_text().split("[next_hop]")[0] + '[next_hop]\nkind = "smtp"\nservers = ["127.0.0.1:1"]\n')
    outcome = run(config, "release", hold(held), "--format", "jsonl")
    (line,) = outcome.stdout.splitlines()
    assert json.loads(line)["released"] is False
    assert "127.0.0.1:1" in outcome.stderr


def test_a_release_broken_off_says_where_the_message_is(config: Path, held: Quarantine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C: one sentence on standard error, and the status of an interrupt."""

    def interrupted(*_: object) -> None:
        stopped = KeyboardInterrupt()
        stopped.add_note("1k0yq2mq: broken off; it may have arrived")
        raise stopped

    monkeypatch.setattr(release, "release_one", interrupted)
    outcome = run(config, "release", hold(held))
    assert outcome.stderr.splitlines()[0] == "1k0yq2mq: broken off; it may have arrived"
    assert outcome.exit_code != 0


def test_a_release_is_told_after_the_deletion(config: Path, held: Quarantine) -> None:
    """`show` says both, with their times, to a person and to a program."""
    id_ = hold(held)
    run(config, "release", id_)
    released = held.show(id_).changed
    run(config, "delete", id_, "--yes")
    assert f"; released before, {released:%Y-%m-%d %H:%M:%S} UTC" in run(config, "show", id_).stdout
    (document,) = documents(run(config, "show", id_, "--format", "jsonl"))
    assert (document["state"], document["released"]) == ("deleted", released.isoformat())


@pytest.mark.parametrize("command", ["list", "show", "release", "delete"])
def test_every_command_has_examples(command: str) -> None:
    """`--help` shows the command at work."""
    assert f"sievert quarantine {command}" in CliRunner().invoke(sievert, ["quarantine", command, "--help"]).stdout
