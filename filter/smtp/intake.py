"""The octets that come from a client: command lines, and content up to its one true end.

The end of DATA is <CR><LF>.<CR><LF> and nothing else. Inside the content every bare CR and bare LF becomes CRLF, once, here:
what is judged is what is delivered, and no next hop can read a second message where we read one (SMTP smuggling). Blocks are
searched, never lines. Nothing here answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import Enum

from filter.judge.newlines import bare

COMMAND_OCTETS = 2_048
COMMANDS_OCTETS = 16_384
"""Commands that may wait for their turn; past it a client has to wait."""
BUFFER_OCTETS = 524_288
"""The same of content."""
CRUMB_OCTETS = 16_384
_END = b"\r\n.\r\n"


class Overrun(Enum):
    """Why content is thrown away while it comes."""

    LIMIT = "larger than a message may be"
    BUDGET = "more than may be in memory at a time"


class Budget:
    """How many octets of content may be held at a time, by all clients of this process. `spare` is called with the octets that lack
    room, and may give some back: of what no client waits for. It never raises."""

    def __init__(self, octets: int) -> None:
        self.free = octets
        self.spare: Callable[[int], None] | None = None

    def room(self, octets: int) -> bool:
        """Whether there is room for so many, once `spare` gave way where it was needed. None is taken."""
        if octets > self.free and self.spare:
            self.spare(octets)
        return octets <= self.free

    def take(self, octets: int) -> bool:
        """Whether there was room; then it is taken."""
        if not self.room(octets):
            return False
        self.free -= octets
        return True

    def give(self, octets: int) -> None:
        """Room that is free again."""
        self.free += octets


class Content:
    """Content while it comes, so many `octets` by now: bounded, its line ends made CRLF block by block. `release` it once nobody needs it
    any more."""

    def __init__(self, limit: int, budget: Budget) -> None:
        self.overrun: Overrun | None = None
        self.bare = False
        self._limit = limit
        self._budget = budget
        self._blocks: list[bytes] = []
        self._crumbs = bytearray()
        self.octets = 0
        self._taken = 0
        self._cr = b""

    def add(self, octets: bytes) -> None:
        """The next octets, without dot-stuffing. Past a bound they are dropped, and so is what came before."""
        if self.overrun:
            return
        whole = self._cr + octets
        # A CR at the end is bare or not by what comes next.
        self._cr = b"\r" if whole.endswith(b"\r") else b""
        self._keep(self._normalised(whole[:-1] if self._cr else whole))

    def finish(self) -> bytes | None:
        """The whole content, or None where it was dropped."""
        if self._cr and not self.overrun:
            self.bare, self._cr = True, b""
            self._keep(b"\r\n")
        if self.overrun:
            return None
        if self._crumbs:
            self._blocks.append(bytes(self._crumbs))
        blocks, self._blocks, self._crumbs = self._blocks, [], bytearray()
        return blocks[0] if len(blocks) == 1 else b"".join(blocks)

    def release(self) -> None:
        """Give the room back to the budget."""
        self._budget.give(self._taken)
        self._taken, self._blocks, self._crumbs = 0, [], bytearray()

    def _add(self, block: bytes) -> None:
        """Small pieces are joined: each by itself would take more memory than its octets."""
        if len(block) < CRUMB_OCTETS and (self._blocks or self._crumbs):
            self._crumbs += block
        else:
            if self._crumbs:
                self._blocks.append(bytes(self._crumbs))
                self._crumbs = bytearray()
            self._blocks.append(block)
        if len(self._crumbs) > BUFFER_OCTETS:
            self._blocks.append(bytes(self._crumbs))
            self._crumbs = bytearray()

    def _keep(self, block: bytes) -> None:
        self.octets += len(block)
        if self.octets > self._limit:
            self.overrun = Overrun.LIMIT
        elif not self._budget.take(len(block)):
            self.overrun = Overrun.BUDGET
        else:
            self._taken += len(block)
            self._add(block)
            return
        self.release()

    def _normalised(self, block: bytes) -> bytes:
        if not bare(block):
            return block
        self.bare = True
        return block.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")


class Intake:
    """A client's octets, fed by its connection. A client that goes away cancels whoever waits: there is nobody left to answer."""

    def __init__(self, on_block: Callable[[], None]) -> None:
        """`on_block` is called for all that comes while content is read, so that a slow client is not taken for a silent one."""
        self._on_block = on_block
        self._buffer = bytearray()
        self._waiting: asyncio.Future[None] | None = None
        self._ended = False
        self._paused = False
        self._most = COMMANDS_OCTETS
        self.transport: asyncio.Transport | None = None

    def feed(self, octets: bytes) -> None:
        """What has come. A client that sends faster than is read has to wait."""
        self._buffer += octets
        if len(self._buffer) > self._most and not self._paused and self.transport is not None:
            self._paused = True
            self.transport.pause_reading()
        self._wake()

    def end(self) -> None:
        """Nothing more will come."""
        self._ended = True
        self._wake()

    async def readuntil(self) -> bytes:
        """The next command line with its LF; LimitOverrunError past `COMMAND_OCTETS` (the contract of StreamReader)."""
        while (end := self._buffer.find(b"\n", 0, COMMAND_OCTETS)) < 0:
            if len(self._buffer) >= COMMAND_OCTETS:
                raise asyncio.LimitOverrunError("command line too long", COMMAND_OCTETS)
            await self._more()
        return self._take(end + 1)

    async def readexactly(self, octets: int) -> bytes:
        """So many octets (the contract of StreamReader)."""
        while len(self._buffer) < octets:
            await self._more()
        return self._take(octets)

    async def read(self, octets: int) -> bytes:
        """At least one octet and at most so many (the contract of StreamReader)."""
        if not self._buffer:
            await self._more()
        return self._take(octets)

    async def skip_line(self) -> None:
        """Drop everything up to the next LF."""
        while (end := self._buffer.find(b"\n")) < 0:
            self._buffer.clear()
            await self._more()
        del self._buffer[: end + 1]

    async def data(self, content: Content) -> None:
        """What follows DATA, up to the end of data (RFC 5321 4.1.1.4)."""
        self._most = BUFFER_OCTETS
        # The CRLF of the DATA line counts for an end of data that follows at once.
        wire = b"\r\n" + self._take(len(self._buffer))
        begun, line_ended = False, False
        while (end := wire.find(_END)) < 0:
            # What may be the beginning of an end stays for the next look, and so does a CR that parts from its LF.
            cut = max(0, len(wire) - len(_END) + 1)
            cut -= wire[cut - 1 : cut] == b"\r"
            if cut:
                content.add(_unstuffed(wire[:cut], line_ended)[0 if begun else 2 :])
                begun, line_ended = True, wire.endswith(b"\r\n", 0, cut)
            await self._more()
            wire = wire[cut:] + self._take(len(self._buffer))
            self._on_block()
        content.add(_unstuffed(wire[: end + 2], line_ended)[0 if begun else 2 :])
        self._buffer += wire[end + len(_END) :]
        self._most = COMMANDS_OCTETS

    async def chunk(self, octets: int, content: Content | None) -> None:
        """What follows BDAT (RFC 3030 2); dropped without a `content`."""
        left, self._most = octets, BUFFER_OCTETS
        while left:
            block = await self.read(left)
            left -= len(block)
            if content is not None:
                content.add(block)
            self._on_block()
        self._most = COMMANDS_OCTETS

    def forget(self) -> None:
        """Drop what came but was not read: a client may not speak before TLS what counts after it (RFC 3207 6)."""
        self._buffer.clear()

    async def _more(self) -> None:
        """Wait until more has come than is here."""
        if self._ended:
            raise asyncio.CancelledError
        if self._paused and self.transport is not None:
            self._paused = False
            self.transport.resume_reading()
        self._waiting = asyncio.get_running_loop().create_future()
        await self._waiting
        if self._ended and not self._buffer:
            raise asyncio.CancelledError

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not waiting.done():
            waiting.set_result(None)

    def _take(self, octets: int) -> bytes:
        taken = bytes(self._buffer[:octets])
        del self._buffer[:octets]
        return taken


def _unstuffed(wire: bytes, line_ended: bool) -> bytes:
    """Without the dots that transparency added (RFC 5321 4.5.2). `line_ended`: a CRLF stands right before."""
    plain = wire.replace(b"\r\n.", b"\r\n")
    return plain[1:] if line_ended and plain.startswith(b".") else plain
