from __future__ import annotations

import errno
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, delete, event, insert, text

from filter.errors import StoreError
from filter.store import shrink as module
from filter.store.database import Database
from filter.store.shrink import shrink

TABLE = Table("things", MetaData(), Column("id", Integer, primary_key=True), Column("octets", LargeBinary))
SECRET = b"SECRETWORD " * 40_000


def opened(file: Path, *, shrinking: bool = True, wait: float = 10.0) -> Database:
    return Database(f"sqlite:///{file}", TABLE, durable=True, create=True, shrinking=shrinking, wait=wait)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "things.db"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    with closing(opened(file)) as it:
        yield it


def fill(database: Database) -> None:
    """Three rows, of which the one that stays is the last in the file."""
    with database.transaction() as connection:
        connection.execute(insert(TABLE), [{"octets": SECRET}, {"octets": SECRET}, {"octets": b"KEPTWORD" * 1000}])
    with database.transaction() as connection:
        connection.execute(delete(TABLE).where(TABLE.c.id % 3 != 0))


def octets(file: Path) -> bytes:
    return b"".join(one.read_bytes() for one in file.parent.iterdir())


def test_nothing_deleted_is_left(database: Database, file: Path) -> None:
    """The file is as small as what stays, its journal empty; what stays is whole."""
    fill(database)
    shrink(database)
    assert b"SECRETWORD" not in octets(file)
    assert file.stat().st_size < 60_000
    assert file.with_name("things.db-wal").stat().st_size == 0
    with database.transaction() as connection:
        assert connection.scalar(text("SELECT octets FROM things")) == b"KEPTWORD" * 1000


def test_it_goes_by_small_steps(database: Database, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal never takes much more than a step of it."""
    fill(database)
    sizes: list[int] = []
    empty = module._empty_journal

    def watched(one: Database) -> None:
        sizes.append(file.with_name("things.db-wal").stat().st_size)
        empty(one)

    monkeypatch.setattr(module, "STEP_PAGES", 20)
    monkeypatch.setattr(module, "_empty_journal", watched)
    shrink(database)
    assert len(sizes) > 8
    assert max(sizes[1:]) < 40 * 5000


def test_a_file_of_old_is_written_anew_once(tmp_path: Path) -> None:
    """Afterwards it gives back like a new one."""
    file = tmp_path / "things.db"
    opened(file, shrinking=False).close()
    with closing(opened(file)) as database:
        fill(database)
        shrink(database)
        assert b"SECRETWORD" not in octets(file)
        assert file.stat().st_size < 60_000
        fill(database)
        shrink(database)
    assert file.stat().st_size < 60_000


def test_a_large_file_of_old_stays_as_large_but_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not written anew, which would keep the relay waiting; what was deleted is overwritten."""
    monkeypatch.setattr(module, "REBUILT_OCTETS", 1000)
    file = tmp_path / "things.db"
    opened(file, shrinking=False).close()
    with closing(opened(file)) as database:
        fill(database)
        shrink(database)
    assert b"SECRETWORD" not in octets(file)
    assert file.stat().st_size > 800_000


@pytest.mark.parametrize(("times", "anew"), [(2.9, False), (3.1, True)])
def test_a_file_of_old_is_written_anew_only_where_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: float, anew: bool
) -> None:
    """For a copy and the journal, beside the file."""
    file = tmp_path / "things.db"
    opened(file, shrinking=False).close()
    with closing(opened(file)) as database:
        fill(database)
        module._empty_journal(database)
        free = int(file.stat().st_size * times)
        monkeypatch.setattr("os.statvfs", lambda _: SimpleNamespace(f_bavail=free, f_frsize=1))
        shrink(database)
    assert (file.stat().st_size < 60_000) is anew


def test_a_file_of_old_stays_where_its_copy_finds_no_room(tmp_path: Path) -> None:
    """SQLite writes that to a folder of its own choice: the disk of the file is not full for that, and nothing has failed."""
    file = tmp_path / "things.db"
    opened(file, shrinking=False).close()

    def full(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement == "VACUUM":
            raise OSError(errno.ENOSPC, "No space left on device")

    with closing(opened(file)) as database:
        fill(database)
        event.listen(database._engine, "before_cursor_execute", full)
        shrink(database)
    assert b"SECRETWORD" not in octets(file)
    assert file.stat().st_size > 800_000


def test_it_ends_though_others_delete_as_fast(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """They give back themselves what they free."""
    fill(database)
    emptied: list[bool] = []
    empty = module._empty_journal

    def busy(one: Database) -> None:
        empty(one)
        emptied.append(True)
        if len(emptied) < 9:
            fill(one)

    monkeypatch.setattr(module, "_empty_journal", busy)
    shrink(database)
    assert len(emptied) < 9


def test_a_writer_waits_for_no_reader(file: Path) -> None:
    """While it tries to empty the journal."""
    with closing(opened(file, wait=5)) as database, closing(opened(file)) as reader, closing(opened(file)) as writer:
        fill(database)
        with reader.transaction() as connection:
            connection.execute(text("BEGIN"))
            connection.execute(text("SELECT count(*) FROM things")).all()
            shrinking = threading.Thread(target=shrink, args=(database,))
            shrinking.start()
            waited = []
            for _ in range(3):
                time.sleep(0.1)
                begun = time.monotonic()
                fill(writer)
                waited.append(time.monotonic() - begun)
            connection.execute(text("ROLLBACK"))
        shrinking.join()
        assert max(waited) < 2
        assert module._number(database, "busy_timeout") == 5000


def test_what_others_use_is_not_emptied_and_said(file: Path) -> None:
    """A reader in the middle of the journal keeps it; later it goes."""
    with closing(opened(file, wait=0.1)) as database, closing(opened(file)) as other:
        fill(database)
        with other.transaction() as connection:
            connection.execute(text("BEGIN"))
            connection.execute(text("SELECT count(*) FROM things")).all()
            with pytest.raises(StoreError, match="others are using it"):
                shrink(database)
            connection.execute(text("ROLLBACK"))
        shrink(database)
    assert b"SECRETWORD" not in octets(file)


def test_a_database_without_a_file_is_left_alone(database: Database, file: Path) -> None:
    """A server looks after its own."""
    fill(database)
    database.file = None
    shrink(database)
    assert b"SECRETWORD" in octets(file)


def test_what_the_driver_says_is_a_store_error(database: Database, file: Path) -> None:
    """It is asked directly, and a failure of it is no bug."""
    database.close()
    file.write_bytes(b"not a database, much longer than a header " * 300)
    with pytest.raises(StoreError, match="not a database"):
        shrink(database)
    with closing(opened(file.with_name("other.db"))) as other, pytest.raises(StoreError, match="syntax"):
        module._pragma(other, "nothing(")
