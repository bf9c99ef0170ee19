"""Replay on a Dask cluster of processes: the rows are those of this machine, though a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from host import free_port
from invented import mail

from filter.config.schema import Config
from filter.errors import UsageError
from filter.lab import replay, workforce
from filter.lab.bench import bench
from filter.lab.replay import Message, rows
from filter.lab.workforce import Workforce

ROOT = Path(__file__).parents[2]
WORKERS = 2
SECONDS = 60
MESSAGES = 240

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler on the loopback and its workers, each a process; where it is, and they."""
    port, folder = free_port(), tmp_path_factory.mktemp("cluster")
    with ExitStack() as ended:
        place = f"tcp://127.0.0.1:{port}"
        ended.enter_context(_running(folder, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"))
        one = (place, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [ended.enter_context(_running(folder, "worker", *one)) for _ in range(WORKERS)]
        with distributed.Client(place, timeout=SECONDS) as client:
            client.wait_for_workers(WORKERS, timeout=SECONDS)
        yield place, workers


@contextmanager
def _running(folder: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    program = (sys.executable, "-m", "dask", *words)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "False"}
    with (folder / f"{words[0]}.log").open("ab") as log:
        process = subprocess.Popen(program, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    """Enough for many batches."""
    monkeypatch.setattr(replay, "BATCH_MESSAGES", 8)
    return [(f"a.mbox#{number}", mail(("ham", "spam", "phish")[number % 3], number)) for number in range(MESSAGES)]


Cluster = tuple[str, list[subprocess.Popen[bytes]]]


def test_a_worker_that_would_judge_otherwise_is_refused(cluster: Cluster, messages: list[Message], monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says on which machine, and what differs."""
    makes = bench(Config()).makes._replace(model="another")
    monkeypatch.setattr(replay, "bench", lambda config: replace(bench(config), makes=makes))
    with pytest.raises(UsageError, match=r"the worker on .* would judge otherwise: it has model \w+ where the command has another"):
        list(rows(Config(), messages, Workforce(cluster=cluster[0])))


def test_a_killed_worker_costs_no_message(cluster: Cluster, messages: list[Message]) -> None:
    """One of two workers dies by SIGKILL after the first rows; every row comes once, in its place, to the last bit."""
    place, workers = cluster
    here = list(rows(Config(), messages, Workforce(1)))
    there = []
    for row in rows(Config(), messages, Workforce(cluster=place)):
        there.append(row)
        if len(there) == 3 * replay.BATCH_MESSAGES:
            workers[0].send_signal(signal.SIGKILL)
            workers[0].wait()
    assert [path for path, _, _ in there] == [path for path, _ in messages]
    assert there == here


def test_a_cluster_of_one_core_is_refused(cluster: Cluster, messages: list[Message]) -> None:
    """joblib would judge here in its place, and say nothing."""
    place, workers = cluster
    workers[0].kill()
    workers[0].wait()
    with pytest.raises(UsageError, match=f"the cluster at {place} has a single core"):
        list(rows(Config(), messages, Workforce(cluster=place)))


def test_a_cluster_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the address."""
    monkeypatch.setattr(workforce, "CONNECT_SECONDS", 0.3)
    place = f"tcp://127.0.0.1:{free_port()}"
    with pytest.raises(UsageError, match=f"no Dask scheduler at {place}"):
        list(rows(Config(), [("a", b"b")], Workforce(cluster=place)))
