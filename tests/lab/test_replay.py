"""Batches on workers: every message once, in its order, however they are spread, and never too many at a time."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import mail

from filter.config.schema import Config
from filter.errors import UsageError
from filter.lab import replay
from filter.lab.bench import bench
from filter.lab.replay import lines_of, rows, rows_of_each
from filter.lab.workforce import Workforce
from filter.store.runs.part import seen


def mails(count: int) -> list[tuple[str, bytes]]:
    return [(f"a.mbox#{number}", mail(("ham", "spam")[number % 2], number)) for number in range(count)]


def test_two_processes_say_what_one_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rows to the last bit, in the order of the messages."""
    monkeypatch.setattr(replay, "BATCH_MESSAGES", 4)
    here, there = list(rows(Config(), mails(60), Workforce(1))), list(rows(Config(), iter(mails(60)), Workforce(2)))
    assert here == there
    assert [path for path, _, _ in here] == [path for path, _ in mails(60)]
    assert all((told := seen(line)) and told.path == path for path, _, line in here)


@pytest.mark.parametrize("sizes", [[10] * 300, [replay.BATCH_OCTETS + 1] * 3, [600_000] * 5, [1, replay.BATCH_OCTETS, 1]])
def test_batches_are_bounded_in_messages_and_octets(sizes: list[int]) -> None:
    """Neither limit is passed but by one message that is larger itself."""
    batches = list(replay._batches((str(size), b"x" * size) for size in sizes))
    assert [len(content) for batch in batches for _, content in batch] == sizes
    for batch in batches:
        assert len(batch) <= replay.BATCH_MESSAGES
        assert len(batch) == 1 or sum(len(content) for _, content in batch) <= replay.BATCH_OCTETS


@pytest.mark.parametrize("jobs", [1, 2])
def test_messages_are_read_no_further_ahead_than_the_window(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    """However slowly the rows are taken, and though every batch is done long since."""
    monkeypatch.setattr(replay, "BATCH_MESSAGES", 1)
    monkeypatch.setattr(replay, "WINDOW", 4)
    read = 0

    def reading() -> Iterator[tuple[str, bytes]]:
        nonlocal read
        for message in mails(60):
            read += 1
            yield message

    for taken, _ in enumerate(rows(Config(), reading(), Workforce(jobs)), 1):
        assert read <= taken + 4 * jobs + 1
    assert read == taken == 60


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_reading_raises_comes_after_what_was_read(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    """The rows before it are had first, and the error is the reader's own."""
    monkeypatch.setattr(replay, "BATCH_MESSAGES", 1)

    def breaking() -> Iterator[tuple[str, bytes]]:
        yield from mails(20)
        raise UsageError("a.mbox: gone")

    found = rows(Config(), breaking(), Workforce(jobs))
    assert [next(found)[0] for _ in range(20)] == [path for path, _ in mails(20)]
    with pytest.raises(UsageError, match=r"a\.mbox: gone"):
        next(found)


def test_a_worker_that_would_judge_otherwise_is_an_error() -> None:
    """It judges nothing where the command has another model."""
    makes = bench(Config()).makes
    assert lines_of(pickle.dumps(Config()), makes, (("a", b"x"),))
    with pytest.raises(UsageError, match="would judge otherwise: it has rulebook"):
        lines_of(pickle.dumps(Config()), makes._replace(rulebook="x"), (("a", b"x"),))


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_message_has_a_line_by_every_configuration(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    """In the order of the configurations: those that each of them gives alone."""
    monkeypatch.setattr(replay, "BATCH_MESSAGES", 4)
    configs = (Config(), Config.model_validate({"policy": {"overall": {"tag": -99.0}}}))
    alone = [[line for _, _, line in rows(config, mails(10), Workforce(1))] for config in configs]
    found = list(rows_of_each(configs, mails(10), Workforce(jobs)))
    assert [(path, content) for path, content, _ in found] == mails(10)
    assert [lines for _, _, lines in found] == list(zip(*alone, strict=True))
    assert alone[0] != alone[1]


def test_a_killed_worker_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever kills a process of this machine, for its memory or otherwise: told as such, not as a bug."""
    monkeypatch.setattr(replay, "BATCH_MESSAGES", 1)
    found = rows(Config(), mails(200), Workforce(2))
    next(found)
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    workers = [int(pid) for pid in children if b"popen_loky" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    os.kill(workers[0], signal.SIGKILL)
    with pytest.raises(UsageError, match="a worker was killed"):
        list(found)
