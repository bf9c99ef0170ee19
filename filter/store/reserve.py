"""Room kept on the disk beside an SQLite file, for the day on which there is no more: what gives room back needs some first."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from filter.errors import StoreFullError

RESERVE_OCTETS = 8 << 20
LEAST_OCTETS = 64 << 10
"""Less is not worth a file."""
FULL_OCTETS = 1 << 20
"""A disk with less free may be too full even to open a database."""


class Reserve:
    """The reserve of one database; None keeps nothing. That it cannot be kept raises nothing: a full disk is merely harder to leave."""

    def __init__(self, database: Path | None) -> None:
        self._file = database and database.resolve().with_name(f"{database.resolve().name}-reserve")
        self._spent = False

    def keep(self) -> None:
        """Set it aside where there is none, of what is free half at most."""
        with suppress(OSError):
            if self._file and not self._file.exists() and (octets := min(RESERVE_OCTETS, _free(self._file.parent) // 2)) >= LEAST_OCTETS:
                _fill(self._file, octets)

    def spend(self) -> bool:
        """Give it to the disk; whether there was one."""
        with suppress(OSError):
            if self._file:
                self._file.unlink()
                self._spent = True
                return True
        return False

    def helping(self, work: Callable[[], None]) -> None:
        """Do it, on a full disk with the help of the reserve. Whatever that raises, StoreFullError where there is none."""
        try:
            work()
        except StoreFullError:
            if not self.spend():
                raise
            work()

    def restore(self) -> None:
        """Set it aside again if it was spent."""
        if self._spent:
            self.keep()

    @property
    def disk_full(self) -> bool:
        """Whether next to nothing is free."""
        with suppress(OSError):
            return self._file is not None and _free(self._file.parent) < FULL_OCTETS
        return False


def _free(folder: Path) -> int:
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def _fill(file: Path, octets: int) -> None:
    descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    try:
        os.posix_fallocate(descriptor, 0, octets)
    except OSError:
        file.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
