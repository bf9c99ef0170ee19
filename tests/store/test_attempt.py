from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from filter.errors import StoreError
from filter.store import attempt
from filter.store.journal import Journal


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder of its own, and no more rights than anybody has."""
    with tempfile.TemporaryDirectory() as name:
        root = os.geteuid() == 0
        if root:
            os.chown(name, 65534, 65534)
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)


def everything(folder: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    """A database in folders that are still missing can be had, and none of it is there afterwards."""
    attempt.database(f"sqlite:///{tmp_path}/a/b/c.db")
    with attempt.room(tmp_path / "d" / "e") as beside:
        assert beside.parent == tmp_path
    assert everything(tmp_path) == {}


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    """A store that a relay has open, one that nobody has, and an empty file: not one octet of them changes."""
    Journal(f"sqlite:///{tmp_path}/closed.db").close()
    (tmp_path / "empty.db").touch()
    with closing(sqlite3.connect(tmp_path / "open.db")) as other:
        other.executescript("PRAGMA journal_mode=WAL; CREATE TABLE a (b); INSERT INTO a VALUES (1)")
        before = everything(tmp_path)
        for path in tmp_path.glob("*.db"):
            attempt.database(f"sqlite:///{path}")
        after = everything(tmp_path)
    assert before.keys() == after.keys()
    assert all(after[path] == content for path, content in before.items() if path.suffix == ".db")


@pytest.mark.parametrize("name", ["file/q.db", "garbage.db", "folder"])
def test_what_cannot_be_a_database_is_told(tmp_path: Path, name: str) -> None:
    """Below a file, a file of something else, a folder: a StoreError that names the place."""
    (tmp_path / "file").touch()
    (tmp_path / "garbage.db").write_bytes(b"garbage" * 1000)
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match=f"^sqlite:///{tmp_path}/{name}: "):
        attempt.database(f"sqlite:///{tmp_path}/{name}")


def test_what_may_not_be_written_is_told(nobody: Path) -> None:
    """A folder where nothing can be made, whether the database is there or not, and one that may only be read."""
    url = f"sqlite:///{nobody}/journal.db"
    Journal(url).close()
    (nobody / "journal.db").chmod(0o400)
    with pytest.raises(StoreError, match="may not be read and written"):
        attempt.database(url)
    assert [path.name for path in nobody.iterdir()] == ["journal.db"]
    (nobody / "journal.db").chmod(0o600)
    nobody.chmod(0o500)
    for name in ("journal.db", "other/journal.db"):
        with pytest.raises(StoreError, match=f"nothing can be made in {nobody}: Permission denied"):
            attempt.database(f"sqlite:///{nobody}/{name}")
    nobody.chmod(0o700)
    attempt.database(url)


def test_a_server_is_connected_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One that does not answer is told without its password, one that does is asked nothing."""
    postgresql, asked = "postgresql://user:secret@127.0.0.1:1/mail", []
    monkeypatch.setattr(attempt, "create_engine", lambda url, **_: asked.append(url) or create_engine(f"sqlite:///{tmp_path}/none/x.db"))
    with pytest.raises(StoreError, match=r"^postgresql://user:\*\*\*@127\.0\.0\.1:1/mail: unable to open"):
        attempt.database(postgresql)
    (tmp_path / "none").mkdir()
    attempt.database(postgresql)
    assert asked == [postgresql] * 2
