"""The octets that come from a client: command lines, and the content up to the one true end of data.

End of data is <CR><LF>.<CR><LF> and nothing else. Inside the content every bare CR and bare LF becomes CRLF, once, here:
what is judged is what is delivered, and no next hop can read a second message where we read one (SMTP smuggling).
Blocks are searched, never lines. Nothing here answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

BLOCK_OCTETS = 65_536
COMMAND_OCTETS = 2_048
_END = b"\r\n.\r\n"


class Intake:
    """A client's stream. A client that goes away cancels whoever waits for it: there is nobody left to answer."""

    def __init__(self, stream: asyncio.StreamReader) -> None:
        self._stream = stream
        self._buffer = bytearray()

    async def readuntil(self) -> bytes:
        """The next command line with its LF; LimitOverrunError past `COMMAND_OCTETS` (the contract of StreamReader)."""
        while (end := self._buffer.find(b"\n", 0, COMMAND_OCTETS)) < 0:
            if len(self._buffer) >= COMMAND_OCTETS:
                raise asyncio.LimitOverrunError("command line too long", COMMAND_OCTETS)
            await self._fill()
        return self._take(end + 1)

    async def read(self, octets: int) -> bytes:
        """At most so many of the octets that are already here."""
        return self._take(octets)

    async def content(self, limit: int, on_block: Callable[[], None]) -> bytes | None:
        """The content of DATA, or None where it has more than `limit` octets (all of it is read even so).

        `on_block` is called for each block that comes, so that a slow client is not taken for a silent one.
        """
        # The CRLF of the DATA line counts for an end of data that follows at once (RFC 5321 4.1.1.4).
        self._buffer[:0] = b"\r\n"
        searched, over = 0, False
        while (end := self._buffer.find(_END, searched)) < 0:
            searched = max(0, len(self._buffer) - len(_END) + 1)
            # Transparency can at most double the octets (RFC 5321 4.5.2).
            if over or len(self._buffer) > 2 * limit + BLOCK_OCTETS:
                over = True
                del self._buffer[:searched]
                searched = 0
            await self._fill()
            on_block()
        wire = self._take(end + len(_END))
        content = None if over else normalised(wire[: -len(_END) + 2])
        return None if content is None or len(content) > limit else content

    async def _fill(self) -> None:
        block = await self._stream.read(BLOCK_OCTETS)
        if not block:
            raise asyncio.CancelledError
        self._buffer += block

    def _take(self, octets: int) -> bytes:
        taken = bytes(self._buffer[:octets])
        del self._buffer[:octets]
        return taken


def normalised(wire: bytes) -> bytes:
    """Content from the wire: a CRLF, then lines with leading dots doubled.

    The first CRLF and the added dots go, every bare CR and bare LF becomes CRLF.
    """
    content = wire.replace(b"\r\n.", b"\r\n")[2:]
    ends = content.count(b"\r\n")
    if content.count(b"\n") == ends == content.count(b"\r"):
        return content
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
