"""The history's tables: counts under keys, and marks of what was counted already. Knows neither addresses nor what a key stands for.

For SQLite and PostgreSQL, which add to a row or make it in one statement, so that several processes lose nothing of each other's.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Integer, LargeBinary, MetaData, Table, bindparam, case, delete, func, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url

from filter.errors import UsageError
from filter.store.database import Database

MAX_ROWS = 1_000_000
"""Counts kept; past it a tenth of them is forgotten."""
MAX_SEEN = 3_000_000
"""Marks kept; past it the oldest tenth is forgotten."""
MAX_SHARED = 16
"""Rows kept under one key: those that were counted most."""
LOOKUP_SECONDS = 0.005
"""Longest wait of a look-up for a lock or for a connection: a mail waits with it."""
WORTH_DAYS, WORTH_TIMES = 30, 12
"""To be counted once more keeps a row as much longer from being forgotten; so many times at most."""

KEY_OCTETS = 16
_TABLES = MetaData()
_SALT = Table("salt", _TABLES, Column("only", Integer, primary_key=True, autoincrement=False), Column("salt", LargeBinary, nullable=False))
_SEEN = Table(
    "seen",
    _TABLES,
    Column("mark", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("day", Integer, nullable=False),
)
_COUNTS = Table(
    "counts",
    _TABLES,
    Column("key", LargeBinary(KEY_OCTETS), primary_key=True),
    Column("whose", LargeBinary(KEY_OCTETS), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("before", Integer),
    sqlite_with_rowid=False,
)
_C, _S = _COUNTS.c, _SEEN.c
_FIND = select(_COUNTS).where(_C.key.in_(bindparam("keys", expanding=True)))
_MARKED = select(_S.mark, _S.day).where(_S.mark.in_(bindparam("marks", expanding=True)))
_WORTH = _C.last + WORTH_DAYS * case((_C.count > WORTH_TIMES, WORTH_TIMES), else_=_C.count)
_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class Count(NamedTuple):
    """How many times a key was counted, and the days of the first, of the last and of the last but one. `whose` is empty but where a key
    has several rows; `before` is None where it was counted once, or by a version that did not keep it."""

    key: bytes
    whose: bytes
    times: int
    first: int
    last: int
    before: int | None = None


class Step(NamedTuple):
    """Rows (key, whose) to be counted once on a day, whoever asks again under the same mark; `number` is the caller's."""

    number: int
    mark: int
    rows: tuple[tuple[bytes, bytes], ...]
    day: int


class Counts:
    """The tables behind an SQLAlchemy URL. `salt` is the database's own; `on_a_server`: a look-up may wait for a network."""

    def __init__(self, url: str, *, create: bool) -> None:
        """Opens them; what is missing is made, or without `create` a UsageError. StoreError where they cannot be used."""
        backend = make_url(url).get_backend_name()
        if backend not in _INSERTS:  # said first: a server that is away would be a StoreError, which passes
            raise UsageError(f"history.url: {backend} cannot keep a history; expected sqlite or postgresql")
        self._database = Database(url, _COUNTS, durable=False, create=create)
        self._reading = Database(url, _COUNTS, durable=False, create=create, wait=LOOKUP_SECONDS)
        self.on_a_server = backend != "sqlite"
        self._insert = _INSERTS[backend]
        self.salt = self._salted(url, create)

    def find(self, keys: Sequence[bytes], marks: Sequence[int]) -> tuple[list[Count], dict[int, int]]:
        """The rows under these keys, and which of the marks are there, with their days. StoreError, also where it would have to wait for
        longer than LOOKUP_SECONDS."""
        with self._reading.transaction() as connection:
            marked = {seen.mark: seen.day for seen in connection.execute(_MARKED, {"marks": marks})}
            return [Count(*row) for row in connection.execute(_FIND, {"keys": keys})], marked

    def add(self, steps: Sequence[Step]) -> tuple[set[int], int]:
        """Count what no mark says was counted: the numbers of steps that did, and how many rows were written. All or, with a StoreError,
        nothing."""
        if not steps:
            return set(), 0
        # In one order, here and below: writers that lock rows in different orders would wait for each other for ever.
        marks = [{"mark": step.mark, "day": step.day} for step in sorted(steps, key=lambda step: step.mark)]
        with self._database.transaction() as connection:
            # A write comes first: SQLite cannot make a reader a writer once another has written. The salt is missing in a file made anew.
            connection.execute(self._insert(_SALT).values(only=1, salt=self.salt).on_conflict_do_nothing())
            new = set(connection.scalars(self._insert(_SEEN).on_conflict_do_nothing().returning(_S.mark), marks))
            taken = [step for step in {step.mark: step for step in steps}.values() if step.mark in new]
            rows = _rows(taken)
            if rows:
                connection.execute(_adding(self._insert(_COUNTS)), rows)
                _forget_shared(connection, [row["key"] for row in rows if row["whose"]])
        return {step.number for step in taken}, len(rows)

    def forget(self, before: int, brief: tuple[bytes, bytes], briefly: int) -> None:
        """Forget rows last counted before a day; those with keys in the range `brief` before the day `briefly`; and past the bounds
        what is worth least. StoreError."""
        with self._database.transaction() as connection:
            connection.execute(delete(_COUNTS).where(_C.last < before))
            connection.execute(delete(_COUNTS).where(_C.key.between(*brief), _C.last < briefly))
            connection.execute(delete(_SEEN).where(_S.day < before))
            _forget_beyond(connection, _COUNTS, _WORTH, MAX_ROWS)
            _forget_beyond(connection, _SEEN, _S.day, MAX_SEEN)

    def close(self) -> None:
        """Let go of every connection."""
        self._database.close()
        self._reading.close()

    def _salted(self, url: str, create: bool) -> bytes:
        with closing(Database(url, _SALT, durable=True, create=create)) as database, database.transaction() as connection:
            kept = select(_SALT.c.salt)
            if (salt := connection.scalar(kept)) is None:
                # Whoever else does so at the same moment: the first one's stays.
                connection.execute(self._insert(_SALT).values(only=1, salt=secrets.token_bytes(32)).on_conflict_do_nothing())
                salt = connection.scalars(kept).one()
            return bytes(salt)


def _rows(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """What steps add to each row, in the order of the keys."""
    days: dict[tuple[bytes, bytes], list[int]] = {}
    for step in steps:
        for row in step.rows:
            days.setdefault(row, []).append(step.day)
    return [_row(*row, sorted(days[row])) for row in sorted(days)]


def _row(key: bytes, whose: bytes, days: list[int]) -> dict[str, Any]:
    before = days[-2] if len(days) > 1 else None
    return {"key": key, "whose": whose, "count": len(days), "first": days[0], "last": days[-1], "before": before}


def _adding(put: Any) -> Any:
    """Makes a row, or adds to the one that is there."""
    more = put.excluded
    return put.on_conflict_do_update(
        index_elements=[_C.key, _C.whose],
        set_={
            "count": _C.count + more.count,
            "first": case((more.first < _C.first, more.first), else_=_C.first),
            "last": case((more.last > _C.last, more.last), else_=_C.last),
            "before": case((more.last > _C.last, _later(_C.last, more.before)), else_=_later(more.last, _C.before)),
        },
    )


def _later(day: Any, other: Any) -> Any:
    """The later of two days, of which the other may be unknown."""
    return case((other > day, other), else_=day)


def _forget_shared(connection: Connection, keys: list[bytes]) -> None:
    """Of each of these keys the rows beyond MAX_SHARED."""
    if not keys:
        return
    place = func.row_number().over(partition_by=_C.key, order_by=(_C.count.desc(), _C.last.desc())).label("place")
    ranked = select(_C.key, _C.whose, place).where(_C.key.in_(set(keys))).subquery()
    beyond = select(ranked.c.key, ranked.c.whose).where(ranked.c.place > MAX_SHARED)
    connection.execute(delete(_COUNTS).where(tuple_(_C.key, _C.whose).in_(beyond)))


def _forget_beyond(connection: Connection, table: Table, worth: Any, most: int) -> None:
    """Where there are more rows than that: those worth least, until a tenth is free."""
    count = connection.scalar(select(func.count()).select_from(table)) or 0
    if count > most:
        keys = tuple(table.primary_key.columns)
        least = select(*keys).order_by(worth).limit(count - most * 9 // 10)
        connection.execute(delete(table).where(tuple_(*keys).in_(least)))
