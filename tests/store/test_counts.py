from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.dialects import postgresql

from filter.errors import StoreError, UsageError
from filter.store import counts as module
from filter.store.counts import Count, Counts, Step

NONE = (b"\xff", b"\xff\xff")
"""A range of keys that has none."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def counts(file: Path) -> Iterator[Counts]:
    with closing(Counts(f"sqlite:///{file}", create=True)) as it:
        yield it


def step(number: int, key: bytes, day: int = 100, whose: bytes = b"") -> Step:
    return Step(number, number, ((key, whose),), day)


def find(counts: Counts, keys: list[bytes]) -> list[Count]:
    return counts.find(keys, ())[0]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """The database, held by somebody who lets nobody read either."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO seen VALUES (-1, 1)")
        yield


def test_rows_are_counted(counts: Counts) -> None:
    """A row is made or added to, with its first and its last day; a mark counts once."""
    assert counts.add([step(1, b"a", 10), step(2, b"a", 7), step(3, b"b", 9)]) == ({1, 2, 3}, 2)
    assert counts.add([step(1, b"a", 50), step(4, b"a", 20), step(5, b"a", 8)]) == ({4, 5}, 1)
    assert sorted(find(counts, [b"a", b"b", b"c"])) == [Count(b"a", b"", 4, 7, 20, 10), Count(b"b", b"", 1, 9, 9)]
    assert counts.add([]) == (set(), 0)


@pytest.mark.parametrize("days", list(permutations((3, 5, 9))))
def test_the_day_before_the_last(counts: Counts, days: tuple[int, ...]) -> None:
    """In whatever order they are counted, one at a time or at once; unknown where there is none."""
    for number, day in enumerate(days):
        counts.add([step(number, b"a", day)])
    counts.add([step(10 + number, b"b", day) for number, day in enumerate(days)])
    counts.add([step(20, b"c", days[0])])
    counts.add([step(21, b"c", days[1]), step(22, b"c", days[2])])
    assert {(count.last, count.before) for count in find(counts, [b"a", b"b", b"c"])} == {(9, 5)}
    counts.add([step(30, b"a", 9), step(31, b"d", 9)])
    assert {count.before for count in find(counts, [b"a"])} == {9}
    assert {count.before for count in find(counts, [b"d"])} == {None}


def test_marks_are_found(counts: Counts) -> None:
    """Of those asked for the ones that were set."""
    counts.add([step(1, b"a"), step(2, b"b")])
    assert counts.find([], [2, 3])[1] == {2: 100}


def test_writers_lock_in_one_order(counts: Counts) -> None:
    """Marks and rows are written in the order of their keys, in whatever order they come."""
    written: list[list[Any]] = []

    @event.listens_for(counts._database._engine, "before_cursor_execute")
    def _note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        if "INSERT" in statement and "INTO salt" not in statement:
            several = parameters if isinstance(parameters, list) else [parameters]
            written.append([value for one in several for value in one if value != b""])

    counts.add([step(3, b"a"), step(1, b"c"), step(2, b"b")])
    marks, rows = written
    assert [one for one in marks if one in (1, 2, 3)] == [1, 2, 3]
    assert [one for one in rows if one in (b"a", b"b", b"c")] == [b"a", b"b", b"c"]


def test_a_shared_key_keeps_its_commonest(counts: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the rows under one key those that were counted least are forgotten; other keys keep theirs."""
    monkeypatch.setattr(module, "MAX_SHARED", 3)
    counts.add([step(number, b"n", 100, b"often") for number in range(5)])
    counts.add([step(10 + number, b"n", 100 + number, b"w%d" % number) for number in range(9)])
    counts.add([step(99, b"m", 100, b"w1")])
    assert sorted((row.key, row.whose) for row in find(counts, [b"n", b"m"])) == [
        (b"m", b"w1"),
        (b"n", b"often"),
        (b"n", b"w7"),
        (b"n", b"w8"),
    ]


def test_what_is_old_is_forgotten(counts: Counts) -> None:
    """Rows last counted before a day, and those of a range of keys before a later one."""
    counts.add([step(1, b"\x01old", 10), step(2, b"\x01new", 20), step(3, b"\x05old", 20), step(4, b"\x05new", 30)])
    counts.forget(15, (b"\x05", b"\x06"), 25)
    assert sorted(row.key for row in find(counts, [b"\x01old", b"\x01new", b"\x05old", b"\x05new"])) == [b"\x01new", b"\x05new"]
    assert counts.add([step(1, b"\x01old", 10), step(2, b"\x01new", 20)])[0] == {1}


def test_no_more_than_that_are_kept(counts: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the bound a tenth is free again: what was counted once and long ago goes first, what was counted often stays."""
    monkeypatch.setattr(module, "MAX_ROWS", 20)
    monkeypatch.setattr(module, "MAX_SEEN", 30)
    counts.add([step(number, b"often", 1) for number in range(1000, 1012)])
    counts.add([step(number, b"%03d" % number, number) for number in range(1, 21)])
    counts.forget(0, NONE, 0)
    kept = {row.key for row in find(counts, [b"often", *(b"%03d" % number for number in range(1, 21))])}
    assert kept == {b"often", *(b"%03d" % number for number in range(4, 21))}
    again = counts.add([step(number, b"x", number) for number in range(1, 21)])[0]
    assert 0 < len(again) < 20
    assert max(again) < min(set(range(1, 21)) - again)


def test_under_the_bound_nothing_is_forgotten(counts: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many rows as there may be all stay."""
    monkeypatch.setattr(module, "MAX_ROWS", 20)
    counts.add([step(number, b"%03d" % number, number) for number in range(1, 21)])
    counts.forget(0, NONE, 0)
    assert len(find(counts, [b"%03d" % number for number in range(1, 21)])) == 20


def test_a_locked_database_is_not_waited_for(counts: Counts, file: Path) -> None:
    """A look-up fails within a moment, and works again afterwards."""
    counts.add([step(1, b"a")])
    counts.close()  # or nobody could lock it: a connection that is open goes on reading
    with locked(file):
        for _ in range(2):
            began = time.monotonic()
            with pytest.raises(StoreError, match="locked"):
                find(counts, [b"a"])
            assert time.monotonic() - began < 0.5
    assert find(counts, [b"a"])


def test_a_writer_keeps_nobody_from_reading(counts: Counts, file: Path) -> None:
    """While another process is in the middle of a transaction, look-ups answer as before it."""
    counts.add([step(1, b"a")])
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE counts SET count = 9")
        assert find(counts, [b"a"])[0].times == 1
        other.execute("COMMIT")
    assert find(counts, [b"a"])[0].times == 9


def test_a_salt_of_its_own(counts: Counts, file: Path, tmp_path: Path) -> None:
    """Each database has another, of 32 octets, and keeps it."""
    with closing(Counts(f"sqlite:///{file}", create=False)) as again, closing(Counts(f"sqlite:///{tmp_path}/b.db", create=True)) as other:
        assert again.salt == counts.salt != other.salt
    assert len(counts.salt) == 32


def test_other_databases_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot count in one statement is a UsageError that says what can."""
    monkeypatch.setattr(module, "_INSERTS", {"postgresql": postgresql.insert})
    with pytest.raises(UsageError, match="sqlite cannot keep a history; expected sqlite or postgresql"):
        Counts(f"sqlite:///{tmp_path}/h.db", create=True)
    assert not (tmp_path / "h.db").exists()


def test_the_statements_are_postgresqls_too() -> None:
    """Counting and marking are put together for it as well."""
    told = str(module._adding(postgresql.insert(module._COUNTS)).compile(dialect=postgresql.dialect()))
    assert "ON CONFLICT (key, whose) DO UPDATE SET count = (counts.count + excluded.count)" in told


def test_the_salt_outlives_the_file(counts: Counts, file: Path) -> None:
    """Removed under a running relay, it has the same in the new one: what is learnt from then on is known after a restart."""
    for one in file.parent.glob("history.db*"):
        one.unlink()
    counts.add([step(1, b"a")])
    with closing(Counts(f"sqlite:///{file}", create=True)) as again:
        assert again.salt == counts.salt
