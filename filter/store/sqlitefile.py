"""An SQLite file behind an engine: the path is looked at before each use, so that nothing is written to a file that it no longer names.

A file that is moved or removed stays open for who has it open, and takes what nobody will ever find again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError

FILE, JOURNAL = "file", "journal"
"""Under these names a connection's `info` has the identity of the file it has open, and of its journal once they surely belong together."""
ASIDE = "-of-moved-"
"""Follows the name of a journal that was left behind by a database moved away; after it comes when that was found."""

Identity = tuple[int, int]


def identity(file: Path) -> Identity | None:
    """What the path names now, by device and inode; None where there is nothing. OSError."""
    try:
        status = file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino


def journal(file: Path) -> Path:
    """Where SQLite writes first, before it has room or time to write to the file: beside what a link leads to."""
    file = file.resolve()
    return file.with_name(f"{file.name}-wal")


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
        # The journal first: if the path names our file afterwards, that was ours too.
        info, beside, now = record.info, identity(journal(file)), identity(file)
        if info.get(FILE) == now and info.setdefault(JOURNAL, beside) == beside:
            return
        # One that was never found right may have been opened in between, with the journal of another file: it must not write.
        if JOURNAL in info and info[FILE] != now:
            with suppress(sqlite3.Error, OSError):
                _rescue(connection, file, info[JOURNAL], now)
        raise DisconnectionError(f"{file} was moved or removed")


def _rescue(connection: sqlite3.Connection, file: Path, ours: Identity | None, now: Identity | None) -> None:
    """Write what only its journal has to the file that was moved away, so that it is whole; then the journal is empty.

    Not where another file stands in its place, unless the journal lies aside: it may be that file's by now, or be put back and in use.
    """
    beside = journal(file)
    aside = next((one for one in beside.parent.glob(f"{escape(beside.name)}{ASIDE}*") if identity(one) == ours), None)
    if now is None or aside:
        connection.execute("PRAGMA busy_timeout=0").fetchall()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # by descriptor: whatever has its names is not touched
    if aside and not aside.stat().st_size:
        aside.unlink()


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
