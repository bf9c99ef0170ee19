"""A database as the store uses it: opened once, one transaction a call, every failure a StoreError. Knows no table of its own.

Several threads and processes may use one database at once; a process that forks opens its own after the fork.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, Table, Text, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.types import TypeDecorator

from filter.errors import StoreError, StoreFullError, UsageError

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
    """One table behind an SQLAlchemy URL. `durable`: a commit is on disk (fsynced) before it returns. `wait`: as LOCK_SECONDS."""

    def __init__(self, url: str, table: Table, *, durable: bool, create: bool, wait: float = LOCK_SECONDS) -> None:
        """Opens it; `create` makes what is missing: folders 0700, an SQLite file 0600, the table. StoreError or UsageError."""
        with _failures(_named(url)):
            place = make_url(url)
            file = _file(place)
            if file is not None:
                if create:
                    _prepare(file)
                elif not file.exists():
                    raise UsageError(f"{file} does not exist yet: nothing was ever kept there")
                place = place.set(database=str(file))
            self.name = place.render_as_string(hide_password=True)
            self._engine = _engine(place, durable, wait)
        with self.transaction() as connection:
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                connection.execute(CreateIndex(index, if_not_exists=True))
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction: committed when the block ends, rolled back if it raises. A failing database raises StoreError."""
        with _failures(self.name), self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of every connection; the next call opens new ones."""
        self._engine.dispose()


@contextmanager
def _failures(name: str) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, OSError, ImportError, ValueError, OverflowError, MemoryError) as error:
        # The driver's own words; SQLAlchemy's would quote the statement and with it the message.
        cause = getattr(error, "orig", None) or error
        kind = StoreFullError if _no_room(cause) else StoreError
        raise kind(f"{name}: {cause}") from error


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


def _engine(place: URL, durable: bool, wait: float) -> Engine:
    if place.get_backend_name() != "sqlite":
        return create_engine(place, pool_pre_ping=True, pool_timeout=wait, hide_parameters=True)
    engine = create_engine(place, connect_args={"timeout": wait}, pool_timeout=wait, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        # In WAL, NORMAL leaves the last commits to the operating system; FULL syncs each.
        connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")

    return engine


def _file(place: URL) -> Path | None:
    """The file of an SQLite database, absolute so that a later change of folder does not move it; None for another kind."""
    if place.get_backend_name() != "sqlite" or not place.database or place.database.startswith("file:"):
        return None
    return Path(place.database).absolute()


def _prepare(file: Path) -> None:
    """The folders, readable by their owner alone, and an empty file likewise, each entry on disk before it is used."""
    missing = [folder for folder in file.parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)
    try:
        # Only where there is none: closing a file drops every SQLite lock that this process has on it.
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600))
    except FileExistsError:
        return
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make what was made or renamed in a folder durable. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def shown(url: str) -> str:
    """A database's URL without its password, a file's with its whole path. StoreError where no installed driver takes it."""
    with _failures("cannot be used"):
        place = make_url(url)
        place.get_dialect().import_dbapi()
        file = _file(place)
        return (place.set(database=str(file)) if file else place).render_as_string(hide_password=True)
