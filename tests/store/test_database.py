from __future__ import annotations

import errno
import fcntl
import os
import shutil
import stat
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Index, MetaData, Table, Text, create_engine, event, insert, select, text

from filter.errors import StoreError, StoreFullError, StoreMovedError, UsageError
from filter.store import database as module
from filter.store import sqlitefile
from filter.store.database import Database, Moment, Written, shown

TABLE = Table("things", MetaData(), Column("name", Text, primary_key=True), Column("said", Written), Column("at", Moment))
Index("things_at", TABLE.c.at)


def opened(file: Path, *, durable: bool = True, create: bool = True) -> Database:
    return Database(f"sqlite:///{file}", TABLE, durable=durable, create=create)


def put(database: Database, name: str) -> None:
    with database.transaction() as connection:
        connection.execute(insert(TABLE).values(name=name))


_OPEN = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_database import opened, put, StoreError
database = opened(Path(sys.argv[2]))
"""


def names(database: Database) -> list[str]:
    with database.transaction() as connection:
        return list(connection.scalars(select(TABLE.c.name).order_by(TABLE.c.name)))


def test_what_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    """Missing folders are made 0700 and the files 0600, whatever the umask; a folder that was there stays as it is."""
    tmp_path.chmod(0o755)
    before = os.umask(0)
    try:
        database = opened(tmp_path / "a" / "b" / "things.db")
        put(database, "one")
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path, *tmp_path.rglob("*"))}
    assert modes == {
        tmp_path.name: 0o755,
        "a": 0o700,
        "b": 0o700,
        "things.db": 0o600,
        "things.db-wal": 0o600,
        "things.db-shm": 0o600,
    }


@pytest.mark.parametrize(("durable", "synchronous"), [(True, 2), (False, 1)])
def test_a_durable_commit_is_synced(tmp_path: Path, durable: bool, synchronous: int) -> None:
    """SQLite runs in WAL; a durable database syncs it at every commit (FULL), another at checkpoints (NORMAL)."""
    with opened(tmp_path / "things.db", durable=durable).transaction() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar_one() == synchronous


def test_without_create_an_empty_place_stays_empty(tmp_path: Path) -> None:
    """A look at what was never kept is a UsageError and leaves nothing behind."""
    with pytest.raises(UsageError, match="does not exist yet"):
        opened(tmp_path / "a" / "things.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_relative_path_stays_where_it_was_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later change of the working folder does not move the database."""
    monkeypatch.chdir(tmp_path)
    database = opened(Path("things.db"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    put(database, "one")
    assert names(opened(tmp_path / "things.db")) == ["one"]


def test_a_raising_block_is_rolled_back(tmp_path: Path) -> None:
    """Nothing of a transaction that raises is kept."""
    database = opened(tmp_path / "things.db")
    with pytest.raises(UsageError), database.transaction() as connection:
        connection.execute(insert(TABLE).values(name="one"))
        raise UsageError("changed my mind")
    assert names(database) == []


def test_a_failure_is_a_store_error_that_quotes_no_mail(tmp_path: Path) -> None:
    """What the database refuses is told in the driver's words, without the values of the statement."""
    database = opened(tmp_path / "things.db")
    put(database, "secret words")
    with pytest.raises(StoreError) as raised:
        put(database, "secret words")
    assert "UNIQUE constraint failed" in str(raised.value)
    assert "secret" not in str(raised.value)


def test_a_full_database_is_a_store_full_error(tmp_path: Path) -> None:
    """What finds no room is told as such and rolled back; what still fits is taken, before and afterwards."""
    database = opened(tmp_path / "things.db")
    put(database, "before")
    with pytest.raises(StoreFullError, match="full") as raised, database.transaction() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages + 2}"))
        connection.execute(insert(TABLE).values(name="small"))
        connection.execute(insert(TABLE).values(name="secret" * 10_000))
    assert "secret" not in str(raised.value)
    database.close()
    put(database, "after")
    assert names(database) == ["after", "before"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("call", ["open", "mkdir", "fsync"])
def test_no_room_to_make_it_is_a_store_full_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int) -> None:
    """A full disk or quota at the making of a folder, a file or its entry is told as such."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(StoreFullError, match=os.strerror(number)):
        opened(tmp_path / "a" / "things.db")


def test_another_failure_of_the_disk_is_no_full_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails for another reason is a plain StoreError: to say that it is full would send people the wrong way."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(StoreError, match="Input/output error") as raised:
        opened(tmp_path / "a" / "things.db")
    assert not isinstance(raised.value, StoreFullError)


def test_a_file_that_is_no_database_is_a_store_error(tmp_path: Path) -> None:
    """Other octets in the database's place are refused, and left alone."""
    (tmp_path / "things.db").write_bytes(b"not a database, much longer than a header " * 30)
    with pytest.raises(StoreError, match="not a database"):
        opened(tmp_path / "things.db")
    assert (tmp_path / "things.db").read_bytes().startswith(b"not a database")


def test_a_file_in_the_folders_place_is_a_store_error(tmp_path: Path) -> None:
    """A path that leads through a file cannot be used."""
    (tmp_path / "a").touch()
    with pytest.raises(StoreError, match=r"Not a directory|File exists"):
        opened(tmp_path / "a" / "things.db")


def moved(file: Path, to: Path, *, whole: bool) -> None:
    """Out of the way as by a postmaster: alone, or with what belongs to it."""
    to.mkdir()
    for one in [file, *(file.parent.glob(f"{file.name}-*") if whole else ())]:
        one.rename(to / one.name)


@pytest.mark.parametrize("whole", [True, False])
def test_nothing_is_written_to_a_file_that_was_moved(tmp_path: Path, whole: bool) -> None:
    """The next row goes to a new file, for its owner alone; what was moved away has every row from before."""
    file = tmp_path / "things.db"
    database, other = opened(file), opened(file)
    put(database, "before")
    put(other, "before too")
    moved(file, tmp_path / "old", whole=whole)
    put(database, "after")
    put(other, "after too")
    assert names(opened(file)) == names(other) == ["after", "after too"]
    assert {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.glob("things.db*")} == {0o600}
    assert names(opened(tmp_path / "old" / "things.db")) == ["before", "before too"]


def aside(file: Path) -> list[Path]:
    return list(file.parent.glob("things.db-wal-of-moved-*"))


def left_behind(tmp_path: Path) -> tuple[Database, Path, Path]:
    """A worker with a row in the journal of a file that was moved alone; another, which never had it open, found that first."""
    file, old = tmp_path / "things.db", tmp_path / "old" / "things.db"
    busy, idle = opened(file), opened(file)
    put(busy, "before")
    moved(file, old.parent, whole=False)
    put(idle, "after")
    idle.close()
    return busy, file, old


def test_the_journal_of_a_moved_file_is_kept_and_can_be_put_back(tmp_path: Path) -> None:
    """It has rows that are nowhere else; put back, it is nobody else's to write to."""
    busy, file, old = left_behind(tmp_path)
    (journal,) = aside(file)
    journal.rename(old.with_name("things.db-wal"))
    with closing(opened(old)) as again:
        assert names(again) == ["before"]
        put(again, "put back")
    put(busy, "after too")
    assert names(opened(file)) == ["after", "after too"]
    assert names(opened(old)) == ["before", "put back"]


def test_a_moved_file_gets_its_rows_though_another_stands_in_its_place(tmp_path: Path) -> None:
    """From whoever has it open still; the journal that was put aside is gone then."""
    busy, file, old = left_behind(tmp_path)
    put(busy, "after too")
    assert aside(file) == []
    assert names(opened(old)) == ["before"]
    assert names(opened(file)) == ["after", "after too"]


def test_an_empty_journal_is_not_kept(tmp_path: Path) -> None:
    """Of a file that is whole without it."""
    file = tmp_path / "things.db"
    database = opened(file)
    put(database, "before")
    moved(file, tmp_path / "old", whole=False)
    put(database, "after")
    assert aside(file) == []


def test_a_file_that_was_moved_back_is_opened_anew(tmp_path: Path) -> None:
    """What had it open would write to the journal that was put aside, where nobody looks."""
    busy, file, old = left_behind(tmp_path)
    old.rename(file)
    put(busy, "moved back")
    assert "moved back" in names(opened(file))


def test_a_file_opened_with_the_journal_of_another_is_not_written_to(tmp_path: Path) -> None:
    """It was moved in between: what stands in that journal is the other's alone."""
    file = tmp_path / "things.db"
    late = opened(file)
    others: list[Database] = []

    def move(*_: object) -> None:
        if not others:
            moved(file, tmp_path / "old", whole=True)
            others.append(opened(file))
            put(others[0], "another's")

    event.listen(late._engine, "connect", move, insert=True)
    put(late, "late")
    assert names(others[0]) == names(opened(file)) == ["another's", "late"]
    assert names(opened(tmp_path / "old" / file.name)) == []


def test_what_cannot_be_looked_at_after_the_commit_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in the file: to say otherwise would have it sent again."""
    database = opened(tmp_path / "things.db")

    def failing(_: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with database.transaction() as connection:
        connection.execute(insert(TABLE).values(name="one"))
        monkeypatch.setattr(sqlitefile, "identity", failing)
    monkeypatch.undo()
    assert names(database) == ["one"]


def test_a_folder_that_stays_locked_is_a_store_error(tmp_path: Path) -> None:
    """After as long as for any other lock."""
    (tmp_path / "state").mkdir()
    descriptor = os.open(tmp_path / "state", os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    url = f"sqlite:///{tmp_path}/state/things.db"
    with pytest.raises(StoreError, match="state is locked by another process"):
        Database(url, TABLE, durable=True, create=True, wait=0.05)
    threading.Timer(0.1, os.close, [descriptor]).start()
    Database(url, TABLE, durable=True, create=True, wait=5)


def test_a_file_that_was_removed_with_its_folder_is_made_anew(tmp_path: Path) -> None:
    """Folder and all, and again the next time."""
    file = tmp_path / "state" / "things.db"
    database = opened(file)
    for number in range(3):
        put(database, str(number))
        assert names(opened(file)) == [str(number)]
        shutil.rmtree(file.parent)


def test_another_file_in_its_place_is_the_one_written_to(tmp_path: Path) -> None:
    """As after a backup was put back."""
    file, backup = tmp_path / "things.db", tmp_path / "backup.db"
    database, kept = opened(file), opened(backup)
    put(database, "lost")
    put(kept, "kept")
    database.close()
    kept.close()
    put(database, "lost too")
    moved(file, tmp_path / "old", whole=True)
    backup.rename(file)
    put(database, "new")
    assert names(database) == names(opened(file)) == ["kept", "new"]


def test_a_file_moved_before_the_end_of_a_transaction_is_a_store_error(tmp_path: Path) -> None:
    """Whoever wrote must not be told that it was kept."""
    file = tmp_path / "things.db"
    database = opened(file)
    with pytest.raises(StoreMovedError, match="moved or removed meanwhile"), database.transaction() as connection:
        connection.execute(insert(TABLE).values(name="one"))
        moved(file, tmp_path / "old", whole=True)
    put(database, "two")
    assert names(opened(file)) == ["two"]


def test_a_place_that_is_gone_and_cannot_be_made_is_a_store_error(tmp_path: Path) -> None:
    """A file in the folder's place; and whoever only looks makes nothing."""
    file = tmp_path / "state" / "things.db"
    database, looking = opened(file), opened(file, create=False)
    shutil.rmtree(file.parent)
    with pytest.raises(StoreError, match="no longer there"):
        names(looking)
    assert list(tmp_path.iterdir()) == []
    file.parent.touch()
    with pytest.raises(StoreError):
        put(database, "one")


def test_a_link_is_followed(tmp_path: Path) -> None:
    """One that stood there before the file did stays."""
    (tmp_path / "large").mkdir()
    link = tmp_path / "things.db"
    link.symlink_to(tmp_path / "large" / "things.db")
    put(opened(link), "one")
    assert link.is_symlink()
    assert names(opened(tmp_path / "large" / "things.db")) == ["one"]


_PUT_AND_SAY = (
    _OPEN
    + """
for number in range(400):
    try:
        put(database, f"{sys.argv[3]} {number:03}")
    except StoreError:
        continue
    print(f"{sys.argv[3]} {number:03}", flush=True)
"""
)


def test_processes_lose_nothing_while_it_is_moved_again_and_again(tmp_path: Path) -> None:
    """Every row that was told to be kept is in one of the files, though several processes make each anew at once.

    One of them has no connection to the moved file, and is often the first to find it gone.
    """
    file = tmp_path / "things.db"
    idle = opened(file)
    left: dict[Path, Path] = {}
    command = [sys.executable, "-c", _PUT_AND_SAY, str(Path(__file__).parent), str(file)]
    writers = [subprocess.Popen([*command, str(number)], stdout=subprocess.PIPE, text=True) for number in range(3)]
    said = [writer.stdout.readline() for writer in writers if writer.stdout]
    for number in range(4):
        moved(file, to := tmp_path / f"old{number}", whole=number % 2 == 0)
        put(idle, f"idle {number}")
        idle.close()
        said.append(f"idle {number}")
        left |= dict.fromkeys(set(aside(file)) - set(left), to / "things.db-wal")
        time.sleep(0.15)
    said += [line for writer in writers for line in writer.communicate(timeout=60)[0].splitlines(keepends=True)]
    for one, beside in left.items():
        if one.exists() and not beside.exists():
            one.rename(beside)
    kept = {
        name for place in (tmp_path, *tmp_path.glob("old?")) if (place / file.name).exists() for name in names(opened(place / file.name))
    }
    assert len(said) > 100
    assert {line.strip() for line in said} - kept == set()


def test_columns_of_a_later_version_are_added(tmp_path: Path) -> None:
    """A file of before has its rows, and may be written to as it is now."""
    with create_engine(f"sqlite:///{tmp_path / 'things.db'}").begin() as connection:
        connection.execute(text("CREATE TABLE things (name TEXT PRIMARY KEY)"))
        connection.execute(text("INSERT INTO things VALUES ('old')"))
    database = opened(tmp_path / "things.db")
    with database.transaction() as connection:
        connection.execute(insert(TABLE).values(name="new", said="hello", at=datetime.now(UTC)))
        assert connection.scalars(select(TABLE.c.said).order_by(TABLE.c.name)).all() == ["hello", None]


def test_a_writer_waits_for_another_and_then_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past LOCK_SECONDS behind another writer there is a StoreError; once that one is done, all is well."""
    monkeypatch.setattr(module, "LOCK_SECONDS", 0.1)
    database = opened(tmp_path / "things.db")
    with create_engine(f"sqlite:///{tmp_path / 'things.db'}").connect() as other:
        other.execute(text("BEGIN IMMEDIATE"))
        with pytest.raises(StoreError, match="locked"):
            put(database, "one")
        assert names(database) == []
    put(database, "two")
    assert names(database) == ["two"]


_OPEN_AND_PUT = (
    _OPEN
    + """
for number in range(20):
    put(database, f"{sys.argv[3]} {number:02}")
"""
)


def test_processes_may_make_and_fill_it_at_once(tmp_path: Path) -> None:
    """Processes that all find nothing there end up with one database that has every row."""
    file = tmp_path / "new" / "things.db"
    started = [
        subprocess.Popen([sys.executable, "-c", _OPEN_AND_PUT, str(Path(__file__).parent), str(file), str(number)]) for number in range(3)
    ]
    assert [process.wait(30) for process in started] == [0, 0, 0]
    assert names(opened(file)) == [f"{process} {number:02}" for process in range(3) for number in range(20)]


def test_a_password_is_not_shown() -> None:
    """What is shown of a URL has no password in it, and the whole path of a file; one that no driver takes is a StoreError."""
    assert shown("sqlite:///things.db") == f"sqlite:///{Path.cwd() / 'things.db'}"
    assert shown("sqlite:////srv/things.db") == "sqlite:////srv/things.db"
    with pytest.raises(StoreError, match="sevenql") as raised:
        shown("sevenql://user:secret@host/things")
    assert "secret" not in str(raised.value)


def test_the_driver_of_postgresql_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what brings it: when the URL is shown, and when it is opened."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    url, told = "postgresql://user:secret@127.0.0.1:1/x", r"needs psycopg \(pip install 'sievert\[postgres\]'\)$"
    with pytest.raises(StoreError, match=rf"^cannot be used: {told}"):
        shown(url)
    with pytest.raises(StoreError, match=rf"^postgresql://user:\*\*\*@127\.0\.0\.1:1/x: {told}"):
        Database(url, TABLE, durable=False, create=True)


@pytest.mark.parametrize(
    "url", ["postgresql+nodriver://user:secret@host/things", "mysql://user:secret@127.0.0.1:1/x", "://user:secret@host"]
)
def test_a_password_is_not_told_where_it_cannot_be_opened(url: str) -> None:
    """Whatever is wrong with a URL."""
    with pytest.raises(StoreError) as raised:
        Database(url, TABLE, durable=False, create=True)
    assert "secret" not in str(raised.value)


@given(st.text(st.characters(), max_size=50))
def test_any_text_is_written_exactly(value: str) -> None:
    """NUL, lone surrogates, quotes and backslashes come back as they were, and what is written is plain UTF-8 without NUL."""
    written = Written().process_bind_param(value, None)
    assert written is not None
    assert b"\x00" not in written.encode("utf-8")
    assert Written().process_result_value(written, None) == value


def test_ordinary_text_stays_readable() -> None:
    """An address or a subject stands in the table as it is."""
    assert Written().process_bind_param("Grüße <ann@example.org>", None) == "Grüße <ann@example.org>"


def test_moments_are_written_in_utc_and_sort_as_text() -> None:
    """A moment of any zone is written in UTC, in one width, and comes back as the same moment."""
    early = datetime(2024, 5, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    late = datetime(2024, 5, 1, 10, 0, 0, 1, tzinfo=UTC)
    first, second = (Moment().process_bind_param(moment, None) for moment in (early, late))
    assert first is not None and second is not None
    assert first < second
    assert Moment().process_result_value(first, None) == early
