"""The history on a PostgreSQL server as Debian ships it: the same counts as in a file, whoever else writes at the same moment."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from multiprocessing import get_context
from pathlib import Path

import pytest
from acquaintances import learn, past, written
from actors import unavailable
from host import public_folder
from sqlalchemy import create_engine, text

from filter.errors import StoreError, UsageError
from filter.judge.past import Past
from filter.store import attempt
from filter.store import counts as module
from filter.store.counts import Count, Counts, Step
from filter.store.history import WELL_KNOWN, History, opened

pytestmark = pytest.mark.debian

SECONDS = 60
NAMES = iter(f"history{number}" for number in range(1000))


def run(*command: str | Path) -> None:
    """A program of PostgreSQL, as the user that Debian has for it where we are root, as whom it refuses to run."""
    user = "postgres" if os.geteuid() == 0 else None
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, user=user, cwd="/")


def programs() -> Path:
    """The folder of the newest server installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if not found:
        unavailable("no PostgreSQL server is installed (Debian's package postgresql has one)")
    return found[-1].parent


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The folder of the socket of a server that is ours alone."""
    tools = programs()
    with public_folder() as folder:
        data, log = folder / "data", folder / "log"
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        run(tools / "initdb", "-D", data, "-U", "sievert", "-A", "trust", "-N", "-E", "UTF8", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        run(tools / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            yield str(folder)
        finally:
            with suppress(subprocess.CalledProcessError):
                run(tools / "pg_ctl", "-D", data, "-m", "immediate", "stop")


@pytest.fixture
def url(server: str) -> str:
    """A database of its own."""
    name = next(NAMES)
    with closing(create_engine(of(server, "postgres"), isolation_level="AUTOCOMMIT").connect()) as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    return of(server, name)


def of(server: str, name: str) -> str:
    return f"postgresql://sievert@/{name}?host={server}"


@pytest.fixture
def counts(url: str) -> Iterator[Counts]:
    with closing(Counts(url, create=True)) as it:
        yield it


def step(number: int, key: bytes, day: int = 100, whose: bytes = b"") -> Step:
    return Step(number, number, ((key, whose),), day)


def test_rows_are_made_and_added_to(counts: Counts) -> None:
    """A row is made or added to, with its days; a mark counts once, also within a batch; the salt is kept."""
    assert counts.add([step(1, b"a", 10), step(2, b"a", 7), step(3, b"b", 9), step(3, b"b", 9)]) == ({1, 2, 3}, 2)
    assert counts.add([step(1, b"a", 50), step(4, b"a", 20), step(5, b"a", 8)]) == ({4, 5}, 1)
    rows, marked = counts.find([b"a", b"b", b"c"], [1, 5, 9])
    assert sorted(rows) == [Count(b"a", b"", 4, 7, 20, 10), Count(b"b", b"", 1, 9, 9)]
    assert marked == {1: 10, 5: 8}
    assert counts.on_a_server


def test_what_is_old_or_beyond_the_bounds_is_forgotten(counts: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    """By day, by the rows under one key, and by what is worth least."""
    counts.add([step(number, b"key", 10, b"%03d" % number) for number in range(module.MAX_SHARED + 5)])
    assert len(counts.find([b"key"], ())[0]) == module.MAX_SHARED
    counts.forget(11, (b"\xff", b"\xff\xff"), 0)
    assert counts.find([b"key"], [1]) == ([], {})
    monkeypatch.setattr(module, "MAX_ROWS", 20)
    counts.add([step(number, b"%03d" % number, number) for number in range(100, 130)])
    counts.forget(0, (b"\xff", b"\xff\xff"), 0)
    left = sorted(count.last for count in counts.find([b"%03d" % number for number in range(100, 130)], ())[0])
    assert left == list(range(112, 130))


def _learn_many(url: str, start: int) -> None:
    with opened(url, 730, create=True) as history:
        for number in range(start, start + 100):
            learn(history, written(id_=f"{number}@supplier.example"))
            learn(history, written(id_=f"both{number % 100}@supplier.example"))


def test_several_processes_at_once(url: str) -> None:
    """They lose nothing of each other's, count once what several saw, and lock nobody out."""
    History(url, 730).close()
    processes = [get_context("spawn").Process(target=_learn_many, args=(url, start)) for start in (0, 1000, 2000)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with opened(url, 730) as history:
        assert past(history, written()) == Past(from_address=400, from_domain=400, between=400, silent_days=0, known_days=0)
        assert past(history, written('"Lorre, Pia" <desk@gmail.com>')).same_name == 400 > WELL_KNOWN


def test_it_can_be_tried_and_be_away(url: str, server: str) -> None:
    """`check-config` connects to it; a database that is not there is a StoreError, and another kind of database a UsageError."""
    attempt.database(url)
    with pytest.raises(StoreError, match="does not exist"):
        attempt.database(of(server, "missing"))
    with pytest.raises(StoreError, match="does not exist"):
        History(of(server, "missing"), 730)
    with pytest.raises(UsageError, match="expected sqlite or postgresql"):
        History("mysql://x@127.0.0.1:1/x", 730)
