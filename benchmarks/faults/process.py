"""The relay under test, in processes of its own: `sievert serve` as it is shipped, what it logs, which workers it has, what they need."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from benchmarks.faults.hosts import Address, own_host
from benchmarks.faults.letters import POLICY

ROOT = Path(__file__).parents[2]
SHIPPED = "filter"
START_SECONDS, END_SECONDS = 60, 45
LOOK_SECONDS = 0.05
KIB = 1024


@dataclass(frozen=True, slots=True)
class Plan:
    """How to run it: the folder that it writes to, keys of its configuration (`listen.` ones are the listener's), the module that
    is run, the file that it logs to (unset: `log` in the folder), and where it listens."""

    folder: Path
    keys: dict[str, Any]
    module: str = SHIPPED
    log: Path | None = None
    host: str = field(default_factory=own_host)

    @property
    def text(self) -> str:
        """The configuration as TOML. JSON's strings, numbers and lists are TOML's too."""
        stores = {f"store.{name}": f"sqlite:///{self.folder}/{name}.db" for name in ("quarantine", "journal")}
        keys = {"next_hop.path": f"{self.folder}/maildir", **stores, **self.keys}
        listener = {key.removeprefix("listen."): value for key, value in keys.items() if key.startswith("listen.")}
        ours = {key: value for key, value in keys.items() if not key.startswith("listen.")}
        return "\n".join((*_lines(ours), POLICY, "[[listen]]", *_lines({"host": self.host, "port": 0, **listener}), ""))


def _lines(keys: dict[str, Any]) -> list[str]:
    return [f"{key} = {json.dumps(value)}" for key, value in keys.items()]


class Relay:
    """A running relay: listens on `address` while entered, and has drained on leaving."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.address: Address = (plan.host, 0)
        self._log = plan.log or plan.folder / "log"
        self._process: subprocess.Popen[bytes] | None = None

    async def __aenter__(self) -> Self:
        """Raises RuntimeError where it does not start."""
        self.plan.folder.mkdir(parents=True, exist_ok=True)
        file = self.configure()
        command = [sys.executable, "-m", self.plan.module, *(["serve"] if self.plan.module == SHIPPED else []), "--config", str(file)]
        with self._log.open("ab") as log:
            self._process = await asyncio.to_thread(_started, command, log)
        async with asyncio.timeout(START_SECONDS):
            line = await asyncio.to_thread(self._process.stdout.readline) if self._process.stdout else b""
        listening = re.search(rb"listening on \S+ port (\d+)", line)
        if listening is None:
            raise RuntimeError(f"the relay did not start: {self.log()}")
        self.address = (self.plan.host, int(listening[1]))
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.end()

    def configure(self, **keys: Any) -> Path:
        """Write its configuration, in which `keys` (with `__` for the dot) replace the plan's; it is read at the start and on SIGHUP."""
        file = self.plan.folder / "sievert.toml"
        changed = {key.replace("__", "."): value for key, value in keys.items()}
        file.write_text(replace(self.plan, keys={**self.plan.keys, **changed}).text)
        return file

    async def end(self, number: int = signal.SIGTERM) -> int | None:
        """Its exit status after this signal; None where it does not end, and was killed with all its workers."""
        process = self._process
        if process is None:
            return 0
        self._process = None
        process.send_signal(number)  # nothing, if it has ended already
        try:
            return await asyncio.to_thread(process.wait, END_SECONDS)
        except subprocess.TimeoutExpired:
            for pid in (process.pid, *_children(process.pid)):
                os.kill(pid, signal.SIGKILL)
            process.wait()
            return None
        finally:
            if process.stdout:
                process.stdout.close()

    def signal(self, number: int) -> None:
        """To the supervisor."""
        os.kill(self.pid, number)

    @property
    def pid(self) -> int:
        """The supervisor's."""
        return self._process.pid if self._process else 0

    @property
    def workers(self) -> tuple[int, ...]:
        """Processes of its workers, oldest first; those that have ended do not count."""
        return tuple(pid for pid in _children(self.pid) if _memory(pid))

    @property
    def lost_workers(self) -> list[dict[str, Any]]:
        """The events of workers that ended though nobody had told them to."""
        return [*self.logged("worker ended"), *self.logged("a judgement does not end; this worker does")]

    @property
    def memory(self) -> int:
        """Octets of memory that its workers have for themselves, those that they share with the supervisor not counted."""
        return sum(map(_memory, self.workers))

    def log(self) -> str:
        """All it has logged, as far as that can be read."""
        return self._log.read_text(errors="replace") if self._log.is_file() else ""

    @property
    def tracebacks(self) -> list[str]:
        """What it has logged that nobody foresaw: the last lines of tracebacks."""
        told = re.findall(
            r"Traceback \(most recent call last\):(?:\\n|\n)(?:.*(?:\\n|\n))*?(\w[\w.]*(?:Error|Exception)\b[^\"\n]*)", self.log()
        )
        return list(dict.fromkeys(told))

    def logged(self, event: str) -> list[dict[str, Any]]:
        """The events of this name in the log."""
        return [json.loads(line) for line in self.log().splitlines() if f'"event": "{event}"' in line]


async def until(true: Callable[[], bool], seconds: float) -> bool:
    """Whether it came true in time."""
    end = asyncio.get_running_loop().time() + seconds
    while not true():
        if asyncio.get_running_loop().time() > end:
            return False
        await asyncio.sleep(LOOK_SECONDS)
    return True


def _started(command: list[str], log: BinaryIO) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log)


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task")
    return sorted(int(child) for file in tasks.glob("*/children") for child in file.read_text().split()) if tasks.exists() else []


def _memory(pid: int) -> int:
    """proc(5), smaps_rollup; 0 for one that has ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(kib) * KIB for kib in re.findall(r"^Private_(?:Clean|Dirty):\s+(\d+) kB$", text, re.MULTILINE))
