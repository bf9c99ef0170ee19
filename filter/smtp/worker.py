"""One worker process: as the supervisor sees it, and its own life: a relay until it is told to stop, and a clean end."""

from __future__ import annotations

import asyncio
import mmap
import os
import select
import signal
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

from filter.smtp.relay import Relay

BEAT_SECONDS = 0.5
_BEAT = struct.Struct("d?")

log = structlog.get_logger("filter.smtp")


class Heart:
    """Memory that a process shares with its parent: when its event loop last ran (CLOCK_MONOTONIC, seconds), and whether it is ending
    by itself, so that another should take its place."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _BEAT.size)
        self.beat()

    def beat(self) -> None:
        """Now."""
        self._memory[:] = _BEAT.pack(time.monotonic(), self.ending)

    def end(self) -> None:
        """It ends by itself."""
        self._memory[:] = _BEAT.pack(time.monotonic(), True)

    @property
    def ending(self) -> bool:
        """Whether it does."""
        return bool(_BEAT.unpack(self._memory)[1])

    @property
    def silent(self) -> float:
        """Seconds since it last ran."""
        return time.monotonic() - float(_BEAT.unpack(self._memory)[0])


@dataclass(slots=True)
class Worker:
    """A worker process. `ready` is the end of a pipe that says so; `quick` counts the quick deaths of those before it; `patience` is
    how long its event loop may be silent, in seconds; `up` whether it said that it listens."""

    pid: int
    slot: int
    ready: int
    heart: Heart
    quick: int
    patience: float
    up: bool = False
    born: float = field(default_factory=time.monotonic)

    def send(self, number: int) -> None:
        """A signal. Nobody has waited for the process yet, so the pid is still its own."""
        os.kill(self.pid, number)


def all_ready(workers: list[Worker], seconds: float) -> bool:
    """Whether all of them say within so many seconds that they listen; False once one has died."""
    until = time.monotonic() + seconds
    poll, by_pipe = select.poll(), {worker.ready: worker for worker in workers}
    for pipe in by_pipe:
        poll.register(pipe, select.POLLIN)
    while by_pipe and (left := until - time.monotonic()) > 0:
        for pipe, _ in poll.poll(left * 1000):
            if not os.read(pipe, 1):
                return False
            poll.unregister(pipe)
            by_pipe.pop(pipe).up = True
    return not by_pipe


async def live(relay: Relay, heart: Heart, lifeline: int, ready: Callable[[], None]) -> None:
    """Relay until SIGTERM, until a new generation takes over (SIGUSR1), until the parent is gone (`lifeline` then ends), or until a
    judgement is stuck; then drain."""
    loop, stop, leave = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.add_signal_handler(signal.SIGUSR1, leave.set)
    loop.add_reader(lifeline, stop.set)
    beating = asyncio.create_task(_beat(heart))
    async with relay:
        ready()
        ends = [asyncio.create_task(event.wait()) for event in (stop, relay.site.stuck)]
        await asyncio.wait([*ends, asyncio.create_task(leave.wait())], return_when=asyncio.FIRST_COMPLETED)
        if leave.is_set():
            await asyncio.wait([*ends, asyncio.create_task(relay.leave())], return_when=asyncio.FIRST_COMPLETED)
        loop.remove_reader(lifeline)
        if relay.site.stuck.is_set():
            heart.end()
    if relay.site.stuck.is_set():
        log.error("a judgement does not end; this worker does", pid=os.getpid())
        os._exit(1)  # asyncio would wait for its thread
    beating.cancel()


async def _beat(heart: Heart) -> None:
    while True:
        heart.beat()
        await asyncio.sleep(BEAT_SECONDS)
