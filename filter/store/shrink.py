"""What was deleted from a database leaves its files: their end is cut off, a few pages at a time, so that nobody waits for it.

For SQLite files made with `shrinking`. One of old is written anew once, where it is small and there is room; else what is free in it
has been overwritten already, and is used again.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from filter.errors import StoreError, StoreFullError
from filter.store.database import Database

STEP_PAGES = 250
"""Cut off in one transaction (1 MB): it is moved through the journal, which on a full disk has little room."""
REBUILT_OCTETS = 256 << 20
"""A larger file of old is not written anew: whoever wants to write to it would wait for too long."""

TRY_MS = 50
"""Longest wait for readers in one try to empty the journal: a mail that is to be held waits with it."""


def shrink(database: Database) -> None:
    """Give back what is free. StoreError where that cannot be done now: then it can be done later."""
    if database.file is None:
        return
    _empty_journal(database)
    if not _number(database, "auto_vacuum"):
        _rebuild(database, database.file)
    while _number(database, "auto_vacuum") and (free := _number(database, "freelist_count")):
        _pragma(database, f"incremental_vacuum({STEP_PAGES})")
        _empty_journal(database)
        if _number(database, "freelist_count") >= free:
            break  # others delete as fast, and will do the rest


def _rebuild(database: Database, file: Path) -> None:
    disk, octets = os.statvfs(file.parent), file.stat().st_size
    # It is written to a copy, and from there to the journal.
    if octets > REBUILT_OCTETS or disk.f_bavail * disk.f_frsize < 3 * octets:
        return
    with suppress(StoreFullError), database.transaction() as connection:  # the copy is in SQLite's temporary folder, perhaps a small one
        connection.exec_driver_sql("PRAGMA auto_vacuum=INCREMENTAL")
        connection.exec_driver_sql("VACUUM")
    _empty_journal(database)


def _empty_journal(database: Database) -> None:
    wait = _number(database, "busy_timeout")
    until = time.monotonic() + wait / 1000
    while not _emptied(database, wait):
        if time.monotonic() >= until:
            raise StoreError(f"{database.name}: others are using it")
        time.sleep(TRY_MS / 1000)


def _emptied(database: Database, wait: int) -> bool:
    """One short try: while it waits for readers, it keeps writers waiting."""
    with database.transaction() as connection:
        cursor = connection.connection.cursor()
        try:
            cursor.execute(f"PRAGMA busy_timeout={TRY_MS}")
            busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout={wait}")
    return not busy


def _number(database: Database, name: str) -> int:
    ((number,),) = _pragma(database, name)
    return int(number)


def _pragma(database: Database, what: str) -> list[Any]:
    with database.transaction() as connection:
        # By the driver itself: one that returns no rows must still be read to its end.
        return list(connection.connection.cursor().execute(f"PRAGMA {what}"))
