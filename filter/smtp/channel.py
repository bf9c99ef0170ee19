"""One connection to a mail server, in SMTP or LMTP: commands, replies, content in blocks, TLS, with time limits.

Knows nothing of transactions. Whatever goes wrong on the wire is one of `FAILURES`, and then the connection is of no more use.
"""

from __future__ import annotations

import asyncio
import math
import ssl
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple, cast

from filter.config.relay import NextHop
from filter.config.types import Server
from filter.smtp.esmtp import NOTHING, Extensions, extensions
from filter.smtp.patience import Patience
from filter.smtp.stuffing import BLOCK_OCTETS, stuffed

LINE_OCTETS = 4_096
REPLY_LINES = 100
REPLIES = 100
"""Replies that may wait to be read; we never have so many commands under way."""
QUIT_SECONDS = 2.0

FAILURES = (OSError, TimeoutError, EOFError, ValueError)  # ssl.SSLError and ConnectionError are OSErrors


class Said(NamedTuple):
    """A reply as it came (RFC 5321 4.2)."""

    code: int
    lines: list[str]

    @property
    def text(self) -> str:
        """Its lines, parted by "\\n"."""
        return "\n".join(self.lines)


class Channel(asyncio.Protocol):
    """A connection to a server. `messages` counts the transactions begun over it; `kept`: it was idle for a while;
    `spotless` is whether it never refused anything:
    servers count refusals, and slow down or hang up."""

    def __init__(self, server: Server, settings: NextHop) -> None:
        self.server = server
        self.extensions: Extensions = NOTHING
        self.messages = 0
        self.kept = False
        self.spotless = True
        self._settings = settings
        self._transport: asyncio.Transport | None = None
        self._buffer = b""
        self._lines: list[str] = []
        self._said: deque[Said] = deque()
        self._owed = False
        self._by = math.inf
        self._done_by = 0.0
        self._writable = True
        self._lost: Exception | None = None
        self._patience = Patience()

    @classmethod
    async def open(cls, server: Server, settings: NextHop, hostname: str, tls: ssl.SSLContext | None) -> Channel:
        """Connect, greet, and go over to TLS where the settings ask for it. Raises FAILURES."""
        loop, channel = asyncio.get_running_loop(), cls(server, settings)
        async with asyncio.timeout(settings.connect_seconds):
            try:
                if server.socket:
                    await loop.create_unix_connection(lambda: channel, server.socket)
                else:
                    await loop.create_connection(lambda: channel, server.host, server.port)
                await channel._greet(hostname, tls)
            except BaseException:
                channel.abort()
                raise
        return channel

    @property
    def usable(self) -> bool:
        """Whether the server owes no reply, and has neither hung up nor said anything unasked, such as 421."""
        return not (self._owed or self._said or self._buffer or self._lines or self._lost)

    async def ask(self, command: str) -> Said:
        """A command and its reply. Raises FAILURES."""
        return (await self.ask_all(command))[0]

    async def ask_all(self, *commands: str) -> list[Said]:
        """Commands and their replies; in one go where the server takes them so (RFC 2920). Raises FAILURES."""
        heard: list[Said] = []
        for group in [commands] if "PIPELINING" in self.extensions else [(command,) for command in commands]:
            if self._said or self._lines or self._buffer:  # else every reply from here on would be taken for another's
                raise ConnectionError(f"{self.server} spoke unasked")
            self._write("".join([f"{command}\r\n" for command in group]).encode())
            heard += [await self._heard(self._settings.reply_seconds) for _ in group]
        self._owed = False
        return heard

    @contextmanager
    def hurried(self, by: float | None) -> Iterator[None]:
        """What is asked and sent within ends by then (the event loop's time), or in `handover_seconds` from now; else TimeoutError."""
        self._by = _now() + self._settings.handover_seconds if by is None else by
        try:
            yield
        finally:
            self._by = math.inf

    async def send(self, front: bytes, content: bytes, start: int) -> None:
        """Content after DATA: `front`, then `content` from `start` on, each beginning with a line. Raises FAILURES.

        Where its time is over the end of data is not sent.
        """
        self._done_by = 0.0
        blocks: Iterable[bytes] = stuffed(front, content, start)
        if len(content) <= BLOCK_OCTETS:
            blocks = (b"".join(blocks),)
        for block in blocks:
            if self._said and self._said[0].code < 400:  # a refusal may come early, an acceptance may not
                raise ConnectionError(f"{self.server} accepted what it had not got")
            if _now() >= self._by:
                raise TimeoutError("the content was not taken in time")
            self._write(block)
            await self._caught_up()
            if len(content) > BLOCK_OCTETS:
                await asyncio.sleep(0)  # others have their turn even while the server keeps up

    async def done(self) -> Said:
        """The reply to the end of data; with LMTP the next recipient's, all of them in `done_seconds`. Raises FAILURES."""
        self._owed = True
        now = _now()
        self._done_by = self._done_by or now + self._settings.done_seconds
        said = await self._heard(self._done_by - now)
        self._owed = False
        return said

    async def quit(self) -> None:
        """Say goodbye and close. Never raises."""
        with suppress(*FAILURES):
            self._write(b"QUIT\r\n")
            await self._heard(QUIT_SECONDS)
        if self._transport is not None:
            self._transport.close()

    def abort(self) -> None:
        """Drop the connection. A close would still send what is buffered, and perhaps complete a message that was not taken."""
        self._lost = self._lost or ConnectionAbortedError("given up")
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Connected; or TLS has begun."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Gone."""
        self._lost = self._lost or error or EOFError(f"{self.server} hung up")
        self._patience.end(None if self._said else self._lost)

    def pause_writing(self) -> None:
        """The server takes less than is sent."""
        self._writable = False

    def resume_writing(self) -> None:
        """It has caught up."""
        self._writable = True
        self._patience.end()

    def data_received(self, data: bytes) -> None:
        """Lines of replies (RFC 5321 4.2)."""
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        for line in lines:
            code, more, text = line[:3], line[3:4], line[4:].rstrip(b"\r")
            sound = len(code) == 3 and code.isdigit() and more in (b" ", b"-", b"\r", b"")
            if not sound or len(self._lines) == REPLY_LINES or len(self._said) == REPLIES:
                return self._broken()
            self._lines.append(text.decode(errors="replace"))
            if more != b"-":
                self._said.append(Said(int(code), self._lines))
                self._lines = []
                self.spotless = self.spotless and code < b"400"
        if len(self._buffer) > LINE_OCTETS:
            return self._broken()
        if self._said:
            self._patience.end()
        return None

    def _broken(self) -> None:
        self._lost = ConnectionError(f"{self.server} said what is no reply")
        self.abort()
        self._patience.end(None if self._said else self._lost)  # what was said before still counts

    def _write(self, octets: bytes) -> None:
        if self._lost or self._transport is None:
            raise self._lost or ConnectionError("not connected")
        self._owed = True  # a caller that is cancelled before it hears the reply leaves it so
        self._transport.write(octets)

    async def _caught_up(self) -> None:
        while not self._writable:
            if self._lost:
                raise self._lost
            try:
                await self._patience.wait(self._by - _now())
            except TimeoutError:
                raise TimeoutError("the content was not taken in time") from None

    async def _heard(self, seconds: float) -> Said:
        while not self._said:
            if self._lost:
                raise self._lost
            await self._patience.wait(min(seconds, self._by - _now()))
        return self._said.popleft()

    async def _greet(self, hostname: str, tls: ssl.SSLContext | None) -> None:
        greeting = await self._heard(self._settings.connect_seconds)
        if greeting.code != 220:
            raise ConnectionError(f"{self.server} greeted with {greeting.code} {greeting.text}")
        await self._hello(hostname)
        if tls is not None and "STARTTLS" in self.extensions:
            await self._start_tls(hostname, tls)
        elif self._settings.tls == "required":
            raise ConnectionError(f"{self.server} does not offer STARTTLS")

    async def _hello(self, hostname: str) -> None:
        said = await self.ask(f"{'LHLO' if self._settings.kind == 'lmtp' else 'EHLO'} {hostname}")
        if said.code != 250 and self._settings.kind == "smtp":
            said = Said((await self.ask(f"HELO {hostname}")).code, [])
            self.spotless = True  # not to know EHLO is no sin
        if said.code != 250:
            raise ConnectionError(f"{self.server} answered our name with {said.code} {said.text}")
        self.extensions = extensions(said.lines)

    async def _start_tls(self, hostname: str, tls: ssl.SSLContext) -> None:
        said = await self.ask("STARTTLS")
        if said.code != 220 or not self.usable or self._transport is None:  # what came with the 220 was not said under TLS
            raise ConnectionError(f"{self.server} answered STARTTLS with {said.code} {said.text}")
        loop = asyncio.get_running_loop()
        self._transport = await loop.start_tls(self._transport, self, tls, server_hostname=self.server.host or hostname)
        self.extensions = NOTHING  # they count no more (RFC 3207 4.2)
        await self._hello(hostname)


def _now() -> float:
    return asyncio.get_running_loop().time()
