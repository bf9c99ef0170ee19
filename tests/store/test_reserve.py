from __future__ import annotations

import stat
from pathlib import Path

import pytest

from filter.errors import StoreError, StoreFullError
from filter.store import reserve as module
from filter.store.reserve import LEAST_OCTETS, RESERVE_OCTETS, Reserve


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quarantine.db-reserve"


@pytest.fixture
def reserve(tmp_path: Path) -> Reserve:
    return Reserve(tmp_path / "quarantine.db")


def test_it_is_room_on_the_disk(reserve: Reserve, file: Path) -> None:
    """Blocks, not only a length; its owner's alone; kept once."""
    reserve.keep()
    status = file.stat()
    assert (status.st_size, status.st_blocks * 512 >= RESERVE_OCTETS, stat.S_IMODE(status.st_mode)) == (RESERVE_OCTETS, True, 0o600)
    reserve.keep()
    assert file.stat().st_ino == status.st_ino


@pytest.mark.parametrize(("free", "octets"), [(RESERVE_OCTETS, RESERVE_OCTETS // 2), (LEAST_OCTETS, None)])
def test_it_leaves_half_of_what_is_free(
    reserve: Reserve, file: Path, monkeypatch: pytest.MonkeyPatch, free: int, octets: int | None
) -> None:
    """And is not made where that is next to nothing."""
    monkeypatch.setattr(module, "_free", lambda _: free)
    reserve.keep()
    assert (file.stat().st_size if file.exists() else None) == octets


def test_a_disk_without_room_for_it_has_none(reserve: Reserve, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is raised, and no part of it is left."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.posix_fallocate", full)
    reserve.keep()
    assert not file.exists()


def test_work_that_finds_no_room_is_done_with_its_help(reserve: Reserve, file: Path) -> None:
    """It is spent, the work is done again, and afterwards it is set aside anew."""
    reserve.keep()

    def work() -> None:
        if file.exists():
            raise StoreFullError("full")

    reserve.helping(work)
    assert not file.exists()
    reserve.restore()
    assert file.exists()


def test_without_one_a_full_disk_is_told(reserve: Reserve) -> None:
    """As are other failures, for which it is not spent."""

    def work(error: StoreError) -> None:
        raise error

    with pytest.raises(StoreFullError):
        reserve.helping(lambda: work(StoreFullError("full")))
    reserve.keep()
    with pytest.raises(StoreError, match="locked"):
        reserve.helping(lambda: work(StoreError("locked")))
    assert reserve.spend()


def test_a_database_without_a_file_has_none() -> None:
    """Nothing is kept, spent or restored."""
    none = Reserve(None)
    none.keep()
    none.restore()
    assert (none.spend(), none.disk_full) == (False, False)
