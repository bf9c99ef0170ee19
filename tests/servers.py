"""Mail servers for tests of the connections to them: one that says octets by heart, one that can be looked at connection by
connection, with TLS if need be; and a transaction with them. Nothing here checks anything."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actors import MESSAGE, SECONDS, NextHop

from filter.config import relay
from filter.config.types import Server
from filter.errors import NextHopError
from filter.smtp.channel import Channel
from filter.smtp.commands import EnvelopePath
from filter.smtp.nexthop import Destination, Hop
from filter.smtp.pool import Pool
from filter.smtp.replies import Reply
from filter.smtp.stamp import Stamped

LOCALHOST = "127.0.0.1"
ANN = EnvelopePath("ann@example.org")
BOB, EVE, FAY = (EnvelopePath(f"{name}@example.net") for name in ("bob", "eve", "fay"))


@dataclass
class Octets:
    """Says the first of these octets at once, and each further piece after one more line was heard; then only listens, or hangs up.

    `heard` is everything that came, of all connections.
    """

    says: tuple[bytes, ...]
    hangs_up: bool = False
    heard: bytes = b""
    _over: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def running(self, socket: Path | None = None) -> AsyncIterator[Server]:
        """Listen on a free port, or on a Unix socket."""
        if socket:
            server = await asyncio.start_unix_server(self._serve, socket)
            where = Server("", 0, str(socket))
        else:
            server = await asyncio.start_server(self._serve, LOCALHOST, 0)
            where = Server(LOCALHOST, server.sockets[0].getsockname()[1])
        try:
            yield where
        finally:
            server.close()

    async def gone(self) -> None:
        """Wait until a client is gone."""
        await asyncio.wait_for(self._over.wait(), SECONDS)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            writer.write(self.says[0])
            for piece in self.says[1:]:
                self.heard += await reader.readline()
                writer.write(piece)
            while not self.hangs_up and (more := await reader.read(65_536)):
                self.heard += more
        except ConnectionError:
            pass
        finally:
            writer.close()
            self._over.set()


@dataclass
class Kept(NextHop):
    """A next hop whose connections are told apart: `talks` are the commands of each, `open` those not ended yet.

    `ages` are the numbers of connections that break off at MAIL, as a server does that gave them up. `certificate` is for STARTTLS.
    `moments` are those reached, by the names that `dies` has for them.
    """

    ages: set[int] = field(default_factory=set)
    certificate: ssl.SSLContext | None = None
    talks: list[list[str]] = field(default_factory=list)
    open: dict[int, asyncio.StreamWriter] = field(default_factory=dict)
    moments: list[str] = field(default_factory=list)

    @property
    def server(self) -> Server:
        """Where it listens."""
        return Server(LOCALHOST, self.port)

    async def hang_up(self) -> None:
        """Close every connection."""
        for writer in self.open.values():
            writer.close()
        await self.left(0)

    async def left(self, number: int) -> None:
        """Wait until only so many connections are open."""
        async with asyncio.timeout(SECONDS):
            while len(self.open) > number:  # noqa: ASYNC110  (what is waited for has no event)
                await asyncio.sleep(0.005)

    async def reaching(self, moment: str) -> None:
        """Wait for a moment."""
        async with asyncio.timeout(SECONDS):
            while moment not in self.moments:  # noqa: ASYNC110  (what is waited for has no event)
                await asyncio.sleep(0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number = len(self.talks)
        self.talks.append([])
        self.open[number] = writer
        try:
            await super()._serve(reader, writer)
        finally:
            del self.open[number]

    async def _command(self, line: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number = next(number for number, one in self.open.items() if one is writer)
        self.talks[number].append(line)
        if number in self.ages and line.startswith("MAIL"):
            raise ConnectionError
        if line == "STARTTLS" and self.certificate:
            self.heard.append(line)
            await self._answer(writer, line, "220 go on")
            await writer.start_tls(self.certificate)
        else:
            await super()._command(line, reader, writer)

    async def _answer(self, writer: asyncio.StreamWriter, moment: str, reply: str) -> str:
        self.moments.append(moment)
        return await super()._answer(writer, moment, reply)


def settings(*servers: Server, **more: Any) -> relay.NextHop:
    """These servers as the next hop, with patience for a busy machine."""
    times = dict.fromkeys(("connect_seconds", "reply_seconds", "handover_seconds", "done_seconds"), SECONDS)
    return relay.NextHop.model_validate({"kind": "smtp", "servers": servers or (Server(LOCALHOST, 25),), **times, **more})


class Clock:
    """The pool's time, which stands still."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@asynccontextmanager
async def pooled(*next_hops: Kept, **more: Any) -> AsyncIterator[Pool]:
    """A pool of these servers, all of them listening."""
    async with AsyncExitStack() as stack:
        for next_hop in next_hops:
            await stack.enter_async_context(next_hop.running())
        pool = Pool(settings(*(next_hop.server for next_hop in next_hops), **more), "relay.test")
        yield pool
        await pool.close()


async def taken(pool: Pool) -> Channel:
    """A connection for a transaction."""
    channel = await pool.channel(set())
    assert channel is not None
    channel.messages += 1
    return channel


@asynccontextmanager
async def onward(*next_hops: Kept, **more: Any) -> AsyncIterator[Destination]:
    """These servers as the destination, all of them listening."""
    async with AsyncExitStack() as stack:
        for next_hop in next_hops:
            await stack.enter_async_context(next_hop.running())
        destination = Destination(settings(*(next_hop.server for next_hop in next_hops), **more), "relay.test")
        yield destination
        await destination.close()


async def begun(hop: Hop, *recipients: EnvelopePath) -> None:
    """MAIL and RCPT; NextHopError where one was refused."""
    for recipient in recipients:
        said = await hop.rcpt(recipient)
        if not said.accepted:
            raise NextHopError(said.code, said.text)


async def through(
    destination: Destination, content: bytes = MESSAGE, sender: EnvelopePath = ANN, client: Mapping[str, str] | None = None
) -> Reply:
    """A whole transaction for one recipient; NextHopError where a step was refused."""
    hop = destination.open(client or {}, sender)
    try:
        await begun(hop, BOB)
        (reply,) = await hop.deliver(Stamped(b"", content), (0,))
        if not reply.accepted:
            raise NextHopError(reply.code, reply.text)
        return reply
    finally:
        await hop.close()


def certificate(openssl: str, folder: Path, name: str) -> tuple[Path, ssl.SSLContext]:
    """A certificate of our own making for this name, such as "DNS:next.test" or "IP:127.0.0.1"; its file, and a server's use of it."""
    made, key = folder / f"{name.replace(':', '-')}.pem", folder / f"{name.replace(':', '-')}.key"
    about = ("-subj", "/CN=next.test", "-addext", f"subjectAltName={name}", "-days", "2", "-nodes")
    kind = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
    subprocess.run([openssl, "req", "-x509", *kind, *about, "-out", made, "-keyout", key], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(made, key)
    return made, context
