"""A database as the store uses it: opened once, one transaction a call, every failure a StoreError. Knows no table of its own.

Several threads and processes may use one database at once; a process that forks opens its own after the fork.
"""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Dialect, Engine, Table, Text, create_engine, inspect, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable
from sqlalchemy.types import TypeDecorator

from filter.errors import StoreError, StoreFullError, StoreMovedError, UsageError
from filter.store import sqlitefile
from filter.store.newfile import made

LOCK_SECONDS = 10.0
"""Longest wait for another writer or for a free connection; past it the caller gets a StoreError."""


class Written(TypeDecorator[str]):
    """Any text, kept exactly: mail brings lone surrogates and NUL, which databases refuse, so it stands as in a JSON string."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  (SQLAlchemy's signature)
        """Escaped, readable as it stands for everything ordinary."""
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False)[1:-1].encode("utf-8", "backslashreplace").decode("utf-8")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  (SQLAlchemy's signature)
        """The text as it was."""
        return None if value is None else str(json.loads(f'"{value}"'))


class Moment(TypeDecorator[datetime]):
    """A moment as ISO 8601 in UTC with microseconds, so that text sorts as time does."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002  (SQLAlchemy's signature)
        """In UTC."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy's signature)
        """With its zone."""
        return None if value is None else datetime.fromisoformat(value)


class Database:
    """The tables of one MetaData behind an SQLAlchemy URL; `file` is an SQLite database's, None for another kind.

    `durable`: a commit is on disk (fsynced) before it returns. `shrinking`: a new file can give disk back, see `store.shrink`.
    `wait`: as LOCK_SECONDS.
    """

    def __init__(self, url: str, table: Table, *, durable: bool, create: bool, wait: float = LOCK_SECONDS, shrinking: bool = False) -> None:
        """Opens it; `create` makes what is missing: folders 0700, an SQLite file 0600, the tables. StoreError or UsageError.

        An SQLite file that is moved or removed later is made anew likewise.
        """
        self._tables = table.metadata.sorted_tables
        self._whole: object = None
        with _failures(_named(url)):
            place = make_url(url)
            self.file = _file(place)
            if self.file is not None:
                if not create and not self.file.exists():
                    raise UsageError(f"{self.file} does not exist yet: nothing was ever kept there")
                place = place.set(database=str(self.file))
            self.name = place.render_as_string(hide_password=True)
            self._engine = self._engine_for(place, durable, create, wait, shrinking)
        with self.transaction() as connection:
            if self.file is None:
                self._complete(connection)
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction: committed when the block ends, rolled back if it raises. A failing database raises StoreError.

        StoreMovedError where its file was moved or removed before the end: what was written then is nowhere that anybody looks.
        """
        with _failures(self.name), self._engine.begin() as connection:
            opened = self._settled(connection)
            yield connection
        if self.file and _is_another(self.file, opened):
            raise StoreMovedError(f"{self.name}: the file was moved or removed meanwhile")

    def close(self) -> None:
        """Let go of every connection; the next call opens new ones."""
        self._engine.dispose()

    def _engine_for(self, place: URL, durable: bool, create: bool, wait: float, shrinking: bool) -> Engine:
        if place.get_backend_name() != "sqlite":
            return create_engine(place, pool_pre_ping=True, pool_timeout=wait, hide_parameters=True)
        engine = create_engine(place, connect_args={"timeout": wait}, pool_timeout=wait, hide_parameters=True)
        if file := self.file:
            sqlitefile.follow(engine, file, lambda: self._prepare(file, shrinking, wait) if create else _expect(file))
        sqlitefile.set_up(engine, durable=durable, shrinking=shrinking)
        return engine

    def _prepare(self, file: Path, shrinking: bool, wait: float) -> None:
        if made(file, shrinking=shrinking, wait=wait):
            self._whole = None

    def _settled(self, connection: Connection) -> object:
        """Which file a connection has open; where that is another than before, it is completed."""
        opened = connection.info.get(sqlitefile.FILE)
        if opened != self._whole:
            self._complete(connection)
            self._whole = opened
        return opened

    def _complete(self, connection: Connection) -> None:
        """Make the tables, indexes and columns that are missing."""
        for table in self._tables:
            connection.execute(CreateTable(table, if_not_exists=True))
            known = {column["name"] for column in inspect(connection).get_columns(table.name)}
            for column in table.columns:
                if column.name not in known:
                    added = CreateColumn(column).compile(dialect=connection.dialect)
                    connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {added}")
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                connection.execute(CreateIndex(index, if_not_exists=True))


@contextmanager
def _failures(name: str) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError, ImportError, ValueError, OverflowError, MemoryError) as error:
        # The driver's own words; SQLAlchemy's would quote the statement and with it the message.
        cause = getattr(error, "orig", None) or error
        kind = StoreFullError if _no_room(cause) else StoreError
        raise kind(f"{name}: {_said(cause)}") from error


def _said(cause: BaseException) -> str:
    if isinstance(cause, ModuleNotFoundError) and cause.name == "psycopg":
        return "needs psycopg (pip install 'sievert[postgres]')"
    return str(cause)


def _named(url: str) -> str:
    """A URL as it may be told: without its password."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except SQLAlchemyError:
        return "a database's URL"


def _no_room(cause: BaseException) -> bool:
    if isinstance(cause, OSError):
        return cause.errno in (errno.ENOSPC, errno.EDQUOT)
    return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL


def _file(place: URL) -> Path | None:
    """The file of an SQLite database, absolute so that a later change of folder does not move it; None for another kind."""
    if place.get_backend_name() != "sqlite" or not place.database or place.database.startswith("file:"):
        return None
    return Path(place.database).absolute()


def _is_another(file: Path, opened: object) -> bool:
    """Whether the path surely names another file now: what was committed counts where nothing can be told."""
    with suppress(OSError):
        return sqlitefile.identity(file) != opened
    return False


def _expect(file: Path) -> None:
    if not file.exists():
        raise StoreError(f"{file} is no longer there")


def file_of(url: str) -> Path | None:
    """The file of an SQLite database, with its whole path; None for another kind, or none."""
    with suppress(SQLAlchemyError):
        return _file(make_url(url))
    return None


def shown(url: str) -> str:
    """A database's URL without its password, a file's with its whole path. StoreError where no installed driver takes it."""
    with _failures("cannot be used"):
        place = make_url(url)
        place.get_dialect().import_dbapi()
        file = _file(place)
        return (place.set(database=str(file)) if file else place).render_as_string(hide_password=True)
