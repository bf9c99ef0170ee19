"""Whether a relay could keep what it keeps: each place is tried as the relay would use it, and left as it was found."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from filter.errors import StoreError
from filter.store.database import LOCK_SECONDS, file_of, shown


def database(url: str) -> None:
    """StoreError where the database behind a URL could not be opened or written. A server is connected to, and told nothing."""
    name = shown(url)
    place = make_url(name)
    if place.get_backend_name() != "sqlite":
        with _told(name), closing(create_engine(url, hide_parameters=True, poolclass=NullPool).connect()):
            return
    file = file_of(url)
    if file is None:
        return
    with _told(name):
        with room(file.parent) as beside, closing(sqlite3.connect(beside / "tried.db")) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("CREATE TABLE tried (one)")
        if file.exists():
            _written(file)


@contextmanager
def room(folder: Path) -> Iterator[Path]:
    """A folder in that one, or where that has still to be made, in the nearest there is; gone afterwards. OSError."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    try:
        beside = TemporaryDirectory(prefix=".sievert-", dir=there)
    except OSError as error:
        raise OSError(f"nothing can be made in {there}: {error.strerror}") from error
    with beside as name:
        yield Path(name)


def _written(file: Path) -> None:
    """Write, and take it back. OSError or sqlite3.Error."""
    if not os.access(file, os.R_OK | os.W_OK, effective_ids=True):  # said first: SQLite would open it, and leave files beside it
        raise PermissionError(f"{file} may not be read and written")
    with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=rw", LOCK_SECONDS, isolation_level=None, uri=True)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("ROLLBACK")


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, SQLAlchemyError, OSError) as error:
        raise StoreError(f"{name}: {getattr(error, 'orig', None) or error}") from error
