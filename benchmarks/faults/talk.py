"""One connection of the next hop by script: it takes mail in SMTP or LMTP, and misbehaves where it is told to.

Ways: stall, drop, reset, 4xx, 5xx, garbage, 421 (which hangs up), half (of the reply, then it hangs up), 250 (in the content; at its
end it hangs up), chatty (the reply, then what is none), slow and late (a while or a moment, then all goes on), drip (octet by octet,
in the end all of it).
"""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Protocol

from benchmarks.faults.account import Copy

DRIP_SECONDS = 0.3
_PAUSES = {"slow": 0.3, "late": 0.02}
BLOCK_OCTETS = 65_536
END = b"\r\n.\r\n"
_RESET = struct.pack("ii", 1, 0)
_SAYS = {
    "4xx": "451 4.3.0 not now",
    "5xx": "550 5.3.0 never",
    "421": "421 4.3.2 closing",
    "garbage": "what is this?",
    "250": "250 2.0.0 as good as taken",
}


class GoneError(Exception):
    """The connection is over."""


FAILURES = (GoneError, OSError, asyncio.CancelledError)


class Script(Protocol):
    """What a connection asks of its server: how it speaks, what it offers, what is due, and where taken mail goes."""

    lmtp: bool
    extensions: tuple[str, ...]
    taken: list[Copy]

    def due(self, moment: str) -> str | None:
        """The way in which this moment goes wrong; None where it does not."""

    async def stall(self) -> None:
        """Until there is no use in waiting any longer."""


class Talk:
    """One connection."""

    def __init__(self, hop: Script, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._hop = hop
        self._reader = reader
        self._writer = writer
        self._tokens: list[str] = []

    async def run(self) -> None:
        """Until either side hangs up. Raises FAILURES."""
        await self._answer("greeting", "220 next.example ESMTP")
        while line := await self._reader.readline():
            await self._command(line.decode().rstrip("\r\n"))

    async def _command(self, line: str) -> None:
        verb = line.partition(" ")[0].upper()
        if verb in ("MAIL", "RSET"):
            self._tokens = []
        if verb in ("EHLO", "LHLO"):
            *above, last = ("next.example", *self._hop.extensions)
            await self._answer("EHLO", "".join(f"250-{text}\r\n" for text in above) + f"250 {last}")
        elif verb == "DATA":
            if await self._answer("DATA", "354 go on"):
                await self._content()
        elif verb == "QUIT":
            await self._answer("QUIT", "221 bye")
            raise GoneError
        elif await self._answer(verb, "250 2.0.0 ok") and verb == "RCPT":
            self._tokens.append(line.partition("<")[2].partition("@")[0])

    async def _content(self) -> None:
        if way := self._hop.due("content"):
            await self._reader.readline()
            await self._say(way, "250 2.0.0 taken")
            await self._read()
            if way == "250":
                raise GoneError
            return  # the reply was given before its time
        octets = await self._read()
        for number, tokens in enumerate([[token] for token in self._tokens] if self._hop.lmtp else [self._tokens]):
            await self._take(f"dot {number + 1}" if number else "dot", tokens, octets)

    async def _read(self) -> bytes:
        """The rest of the content, without its end."""
        wire = bytearray()
        while not wire.endswith(END):
            if not (block := await self._reader.read(BLOCK_OCTETS)):
                raise GoneError
            wire += block
        return bytes(wire[:-3]).replace(b"\r\n..", b"\r\n.")

    async def _take(self, moment: str, tokens: list[str], octets: bytes) -> None:
        """Say 250 and note it: also where only half of it gets out, but not where nothing does."""
        way = self._hop.due(moment)
        if way in (None, "slow", "late", "chatty", "half"):
            self._hop.taken += [Copy(token, octets, heard=way != "half") for token in tokens]
        await self._say(way, "250 2.0.0 taken")

    async def _answer(self, moment: str, usual: str) -> bool:
        """Whether the usual reply was given."""
        return await self._say(self._hop.due(moment), usual)

    async def _say(self, way: str | None, usual: str) -> bool:
        if way in ("stall", "drop", "reset"):
            await self._leave(way)
        if way in _PAUSES:
            await asyncio.sleep(_PAUSES[way])
        octets = f"{_SAYS.get(way or '', usual)}\r\n".encode()
        if way == "half":
            octets = octets[: len(octets) // 2]
        if way == "chatty":
            octets += b"and another thing:\r\n"
        for piece in [bytes((octet,)) for octet in octets] if way == "drip" else [octets]:
            self._writer.write(piece)
            await self._writer.drain()
            await asyncio.sleep(DRIP_SECONDS if way == "drip" else 0)
        if way in ("421", "half"):
            raise GoneError
        return way in (None, "slow", "late", "chatty", "drip")

    async def _leave(self, way: str) -> None:
        if way == "stall":
            await self._hop.stall()
        if way == "reset":
            self._writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            self._writer.transport.abort()
        raise GoneError
