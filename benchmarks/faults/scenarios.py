"""All scenarios by name, in full and small. A scenario writes to the folder it is given, and returns its rows of the table."""

from __future__ import annotations

import signal
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.faults.account import Row
from benchmarks.faults.clients import clients
from benchmarks.faults.crowd import crowd
from benchmarks.faults.deaf import deaf
from benchmarks.faults.disks import disks
from benchmarks.faults.endings import ended, lingering
from benchmarks.faults.matrix import matrix
from benchmarks.faults.signals import killed, reload_fails, reloaded
from benchmarks.faults.stores import locked, log_full
from benchmarks.faults.stuck import stuck

Scenario = Callable[[Path], Coroutine[Any, Any, list[Row]]]


async def _alone(run: Callable[[Path], Coroutine[Any, Any, Row]], folder: Path) -> list[Row]:
    return [await run(folder)]


FULL: dict[str, Scenario] = {
    "matrix": matrix,
    "clients": clients,
    "deaf": partial(_alone, deaf),
    "disks": disks,
    "log": partial(_alone, log_full),
    "locked": partial(_alone, locked),
    "locked-maildir": partial(_alone, partial(locked, maildir=True)),
    "killed": partial(_alone, killed),
    "killed-maildir": partial(_alone, partial(killed, many=2_000, kills=10, maildir=True)),
    "reloaded": partial(_alone, reloaded),
    "reload-fails": partial(_alone, reload_fails),
    "ended": partial(_alone, ended),
    "orphaned": partial(_alone, partial(ended, number=signal.SIGKILL)),
    "lingering": partial(_alone, lingering),
    "stuck": stuck,
    "crowd": crowd,
}

QUICK: dict[str, Scenario] = FULL | {
    "matrix": partial(matrix, every=9),
    "clients": partial(clients, many=6),
    "deaf": partial(_alone, partial(deaf, many=10)),
    "disks": partial(disks, many=10),
    "log": partial(_alone, partial(log_full, many=10)),
    "killed": partial(_alone, partial(killed, many=400, kills=4)),
    "reloaded": partial(_alone, partial(reloaded, seconds=3.0)),
    "killed-maildir": partial(_alone, partial(killed, many=200, kills=3, maildir=True)),
    "ended": partial(_alone, partial(ended, many=300)),
    "orphaned": partial(_alone, partial(ended, many=300, number=signal.SIGKILL)),
    "stuck": partial(stuck, abreast=6),
    "crowd": partial(crowd, idle=100, slow=30, many=100),
}
