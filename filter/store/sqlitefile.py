"""An SQLite file behind an engine: the path is looked at before each use, so that nothing is written to a file that it no longer names.

A file that is moved or removed stays open for who has it open, and takes what nobody will ever find again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError

FILE = "file"
"""Under this name a connection's `info` has the identity of the file it has open."""

Identity = tuple[int, int]


def identity(file: Path) -> Identity | None:
    """What the path names now, by device and inode; None where there is nothing. OSError."""
    try:
        status = file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino


def follow(engine: Engine, file: Path, prepare: Callable[[], None]) -> None:
    """Let no connection of the engine be used for another file than the path names: it opens anew, after `prepare` saw to the file."""

    @event.listens_for(engine, "do_connect")
    def _open(_dialect: object, record: Any, arguments: list[Any], options: dict[str, Any]) -> None:
        prepare()
        # Asked before it is opened: should another take its place meanwhile, the next look at the path finds a difference.
        record.info[FILE] = identity(file)
        # rw: SQLite must not make a file itself, for anybody to read.
        arguments[0], options["uri"] = f"{file.as_uri()}?mode=rw", True

    @event.listens_for(engine, "checkout")
    def _look(connection: sqlite3.Connection, record: Any, _proxy: object) -> None:
        now = identity(file)
        if record.info.get(FILE) == now:
            return
        if now is None:  # else what lies beside it is another's
            with suppress(sqlite3.Error):  # so that the file which was moved away is whole
                connection.execute("PRAGMA wal_checkpoint").fetchall()
        raise DisconnectionError(f"{file} was moved or removed")


def set_up(engine: Engine, *, durable: bool, shrinking: bool) -> None:
    """How each connection of the engine writes."""

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        # In WAL, NORMAL leaves the last commits to the operating system; FULL syncs each.
        connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
        if shrinking:
            # What is freed goes with the vacuum, at no cost until then; in a file of old, which has none, it is overwritten.
            (vacuums,) = connection.execute("PRAGMA auto_vacuum").fetchone()
            connection.execute(f"PRAGMA secure_delete={'FAST' if vacuums else 'ON'}")


def make(file: Path, *, shrinking: bool) -> None:
    """Write an empty database into an empty file that nobody else uses yet."""
    connection = sqlite3.connect(file, isolation_level=None)
    try:
        if shrinking:
            connection.execute("PRAGMA auto_vacuum=INCREMENTAL")  # later it would take a rewriting of the whole
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()
