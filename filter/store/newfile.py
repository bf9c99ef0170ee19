"""An SQLite file made where there is none, whole before it has its name, and a folder's entries on disk.

Beside it may lie the journal of a database that was moved away alone: it is renamed, as it may have rows that are nowhere else.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filter.errors import StoreError
from filter.store import sqlitefile

_TRY_SECONDS = 0.01


def made(file: Path, *, shrinking: bool, wait: float) -> bool:
    """Whether it had to be made: the folders, readable by their owner alone, and an empty database likewise, each entry on disk.

    Past `wait` seconds behind another who is at it: StoreError. OSError.
    """
    file = file.resolve()  # a link may stand there before what it leads to
    missing = [folder for folder in file.parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)
    if file.exists():
        return False
    with _alone_in(file.parent, wait):
        if absent := not file.exists():
            _make(file, shrinking)
    return absent


def sync_folder(folder: Path) -> None:
    """Make what was made or renamed in a folder durable. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make(file: Path, shrinking: bool) -> None:
    """Whole before it has its name, so that whoever opens it at the same moment need not wait for its making."""
    # Of a database that was moved or removed: SQLite would take them for the new one's.
    _set_aside(file)
    new, index = (file.with_name(file.name + ending) for ending in ("-new", "-shm"))
    for one in (new, index):
        one.unlink(missing_ok=True)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600))
    sqlitefile.make(new, shrinking=shrinking)
    new.rename(file)
    sync_folder(file.parent)


def _set_aside(file: Path) -> None:
    journal = sqlitefile.journal(file)
    if not journal.exists():
        return
    if journal.stat().st_size:
        # To the microsecond: no other has this name, and none takes it.
        journal.rename(f"{journal}{sqlitefile.ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%S.%f}")
    else:
        journal.unlink()


@contextmanager
def _alone_in(folder: Path, wait: float) -> Iterator[None]:
    """The only one of several processes in this block."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _lock(descriptor, folder, time.monotonic() + wait)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path, until: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise StoreError(f"{folder} is locked by another process") from None
            time.sleep(_TRY_SECONDS)
        except OSError:  # a file system without locks
            return
        else:
            return
