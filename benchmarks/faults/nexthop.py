"""A next hop by script, in SMTP or LMTP, on a thread and a loop of its own: it fails at a moment, in a way, and else takes mail.

It knows nothing of the relay, and notes what it said 250 to. What is said on a connection is in `talk`.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Self

from benchmarks.faults.account import Copy
from benchmarks.faults.hosts import Address, own_host
from benchmarks.faults.talk import FAILURES, Talk

BUFFER_OCTETS = 65_536
"""The system's buffer, and half of ours: what a next hop that reads nothing still swallows."""
BACKLOG = 512
SETTLING_SECONDS = 0.05
EXTENSIONS = ("8BITMIME", "SIZE", "SMTPUTF8", "DSN", "XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE")


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong: at which moment, in which way, and how often that moment passes without before.

    Moments: connect, greeting, EHLO, XFORWARD, MAIL, RCPT, DATA, content (in the middle of it), dot (all of it read, nothing said)
    and dot 2 (LMTP: the second recipient's reply). Ways: refuse and clog (at connect, and nothing else is), and those of `talk`.
    """

    moment: str
    way: str
    skip: int = 0


class NextHop:
    """Listens on `address` while entered. `taken` are the messages it said 250 to, by recipient; `greeted` counts connections."""

    def __init__(self, *, lmtp: bool = False, pipelining: bool = False) -> None:
        self.lmtp = lmtp
        self.extensions: tuple[str, ...] = (*EXTENSIONS, "PIPELINING") if pipelining else EXTENSIONS
        self.address: Address = (own_host(), 0)
        self.greeted = 0
        self.taken: list[Copy] = []
        self._fault: Fault | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="next hop", daemon=True)
        self._server: asyncio.Server | None = None
        self._clog: list[socket.socket] = []
        self._mended = asyncio.Event()
        self._open: set[asyncio.StreamWriter] = set()

    def __enter__(self) -> Self:
        self._thread.start()
        self._do(self._listen)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._do(self._deafen)
        self.hang_up()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def server(self) -> str:
        """Itself, as a relay's configuration has it."""
        return f"{self.address[0]}:{self.address[1]}"

    def fail(self, fault: Fault) -> None:
        """From now on."""
        self._fault = fault
        if fault.moment == "connect":
            self._do(self._refuse if fault.way == "refuse" else self._stop_up)

    def mend(self) -> None:
        """No more; whoever waits in a stall is hung up on."""
        fault, self._fault = self._fault, None
        if fault is not None and fault.moment == "connect":
            self._do(self._listen)
        self._do(self._release)

    def hang_up(self) -> None:
        """Close every connection, and wait until that is done."""
        self._do(self._hang_up)

    def due(self, moment: str) -> str | None:
        """The way in which this moment goes wrong; None where it does not."""
        fault = self._fault
        if fault is None or fault.moment != moment:
            return None
        if fault.skip:
            self._fault = replace(fault, skip=fault.skip - 1)
            return None
        return fault.way

    async def stall(self) -> None:
        """Until mended."""
        await self._mended.wait()

    def _do(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        asyncio.run_coroutine_threadsafe(work(), self._loop).result(30)

    async def _listen(self) -> None:
        await self._deafen()
        bound = _bound(self.address)
        self.address = bound.getsockname()
        self._server = await asyncio.start_server(self._serve, sock=bound, limit=BUFFER_OCTETS, backlog=BACKLOG)

    async def _deafen(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for sock in self._clog:
            sock.close()
        self._clog = []

    async def _refuse(self) -> None:
        await self._deafen()
        self._clog = [_bound(self.address)]

    async def _stop_up(self) -> None:
        """A queue that is full: further connections are not even refused."""
        await self._deafen()
        self._clog = [_bound(self.address)]
        self._clog[0].listen(0)
        for _ in range(3):
            waiting = socket.socket()
            self._clog.append(waiting)
            waiting.setblocking(False)
            with suppress(BlockingIOError):
                waiting.connect(self.address)

    async def _release(self) -> None:
        self._mended.set()
        self._mended = asyncio.Event()

    async def _hang_up(self) -> None:
        for writer in tuple(self._open):
            writer.close()
        self._open.clear()
        await asyncio.sleep(SETTLING_SECONDS)  # the other side has to see it

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        self.greeted += 1
        with suppress(*FAILURES):
            await Talk(self, reader, writer).run()
        self._open.discard(writer)
        writer.close()


def _bound(address: Address) -> socket.socket:
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER_OCTETS)
    sock.bind(address)
    return sock
