"""`sievert serve` as a process, with a judge that needs no model, seen from outside. Nothing here checks anything."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from host import until

# The command in a process of its own, with a judge that needs no model where none is asked for, and on a free port of its own where
# the defaults would have it on 10025.
PROGRAM = f"""
import sys
sys.path[:0] = {str(Path(__file__).parent)!r}, {str(Path(__file__).parents[1])!r}
import actors
from filter import assemble
from filter.cli import main, serve
from filter.config.relay import Listen
from filter.smtp import supervisor
build, load = assemble.build_judge, serve.load
serve.build_judge = lambda config: build(config) if config.model.path or config.rules.path else actors.Judge()
if "--config" not in sys.argv:
    serve.load = lambda file: load(file).model_copy(update={{"listen": (Listen(port=0),)}})
supervisor.READY_SECONDS = 5.0
main()
"""

CONFIG = """
[relay]
workers = 1
hostname = "relay.test"
{listen}
[next_hop]
path = "maildir"
[store]
quarantine = "sqlite:///quarantine.db"
journal = "sqlite:///journal.db"
"""
LISTEN = "[[listen]]\nport = 0\n"
# Thresholds that refuse what the judge of `PROGRAM` takes for wanted.
REFUSING = "[policy.overall]\ntag = inf\nquarantine = inf\nreject = -9\n"


@dataclass
class Served:
    """`sievert serve`, seen from outside."""

    folder: Path
    process: asyncio.subprocess.Process

    async def line(self) -> str:
        """The next line on its stdout; "" where there is none."""
        assert self.process.stdout
        return (await asyncio.wait_for(self.process.stdout.readline(), 30)).decode()

    async def port(self) -> int:
        """The port in the next line."""
        found = re.search(r"^sievert: listening on 127\.0\.0\.1 port (\d+), ", await self.line())
        assert found, self.errors()
        return int(found[1])

    def errors(self) -> str:
        """All that is on its stderr so far."""
        return (self.folder / "errors").read_text()

    def logged(self, event: str) -> list[dict[str, Any]]:
        """The lines of its log about an event."""
        lines = (json.loads(line) for line in self.errors().splitlines() if line.startswith("{"))
        return [line for line in lines if line["event"].startswith(event)]

    async def hung_up(self, event: str) -> dict[str, Any]:
        """What it logs of this name after SIGHUP."""
        before = len(self.logged(event))
        self.process.send_signal(signal.SIGHUP)
        await until(lambda: len(self.logged(event)) > before, event)
        return self.logged(event)[-1]

    def workers(self) -> list[int]:
        """Its processes."""
        return [*map(int, Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split())]

    def kept(self) -> set[str]:
        """The files in its folder, and in the folders there, but those beside a database."""
        files = (str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())
        return {file for file in files if not file.endswith(("-wal", "-shm"))}

    async def ended(self) -> int:
        """Its exit status."""
        return await asyncio.wait_for(self.process.wait(), 30)


def configure(folder: Path, *more: str, listen: str = LISTEN) -> None:
    """Write its configuration, with everything in its folder."""
    (folder / "sievert.toml").write_text("\n".join((CONFIG.format(listen=listen), *more)))


@asynccontextmanager
async def serving(folder: Path, *words: str) -> AsyncIterator[Served]:
    """The command at work in `folder`, killed with its workers at the end if need be."""
    with (folder / "errors").open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", PROGRAM, "serve", *(words or ("--config", "sievert.toml"))),
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
            cwd=folder,
        )
    try:
        yield Served(folder, process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
