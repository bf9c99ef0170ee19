"""A place that can be filled up and emptied: a small tmpfs where one may be mounted, else an SQLite database that may not grow.

The latter needs the relay started as `python -m benchmarks.faults.room`: it gives every connection SQLite's own `max_page_count`.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.pool import Pool

from benchmarks.faults.process import SHIPPED

TMPFS_OCTETS = 2_000_000
BLOCK = bytes(4_096)
RATION = ".ration"
_UNBOUNDED = 1_073_741_823


class Room:
    """A folder. `mounted`: whether it is a file system of its own, and everything in it has the same little room."""

    def __init__(self, folder: Path, *, mounted: bool) -> None:
        self.folder = folder
        self.mounted = mounted
        self.module = SHIPPED if mounted else __name__
        self._filling = folder / "filling"

    def __str__(self) -> str:
        """For the table."""
        return "a tmpfs that is full" if self.mounted else "SQLite's max_page_count"

    def fill(self) -> None:
        """Leave no room at all; in a database, none but what its pages have."""
        if not self.mounted:
            for database in self.folder.glob("*.db"):
                database.with_suffix(RATION).write_text("1")  # SQLite makes it as many as there are
            return
        with self._filling.open("ab", buffering=0) as file, suppress(OSError):
            while file.write(BLOCK):
                pass

    def free(self) -> None:
        """As before."""
        for ration in self.folder.glob(f"*{RATION}"):
            ration.unlink()
        self._filling.unlink(missing_ok=True)


@contextmanager
def room(folder: Path) -> Iterator[Room]:
    """This folder, made, and mounted where that is permitted."""
    folder.mkdir(parents=True)
    mount = ("mount", "-t", "tmpfs", "-o", f"size={TMPFS_OCTETS}", "sievert-faults", str(folder))
    mounted = subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode == 0
    try:
        yield Room(folder, mounted=mounted)
    finally:
        if mounted:
            subprocess.run(("umount", "--lazy", str(folder)), check=True)


def _ration(connection: Any, *_: object) -> None:
    """A connection may make its database as large as the file beside it says."""
    path = Path(connection.execute("PRAGMA database_list").fetchone()[2])
    ration = path.with_suffix(RATION)
    connection.execute(f"PRAGMA max_page_count = {ration.read_text() if ration.exists() else _UNBOUNDED}")


if __name__ == "__main__":
    from filter.cli.serve import serve

    event.listen(Pool, "checkout", _ration)
    serve()
