"""The relay on the wire: aiosmtpd's command loop with our own MAIL, RCPT and DATA. The one file that imports aiosmtpd.

aiosmtpd cancels on half-close, answers 500 for our bugs, cuts slow clients off and never drains; what is overridden here is
overridden for that. Nothing here knows what a verdict is.
"""
# ruff: noqa: N802  (aiosmtpd finds its commands by these names)

from __future__ import annotations

import asyncio
import collections
import socket
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self

import structlog
from aiosmtpd.smtp import SMTP

from filter.config import Config
from filter.errors import UsageError
from filter.judge.policy import Policy
from filter.smtp import replies
from filter.smtp.commands import forward_path, reverse_path
from filter.smtp.intake import BLOCK_OCTETS, COMMAND_OCTETS, Intake
from filter.smtp.nexthop import opener, prepare_maildir
from filter.smtp.replies import Reply
from filter.smtp.session import Session
from filter.smtp.site import Holding, Judging, Recording, Site, client_address

# How long a drain waits for clients that are in the middle of a transaction; a commit under way is always waited for.
DRAIN_SECONDS = 20.0

log = structlog.get_logger("filter.smtp")


class Connection(SMTP):
    """One client's connection."""

    line_length_limit = BLOCK_OCTETS  # for aiosmtpd this is the size of the stream's buffer

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._listen = relay.site.listen
        self._busy = False
        self._ours = Session(relay.site, "")
        super().__init__(
            None,
            data_size_limit=self._listen.max_message_bytes,
            enable_SMTPUTF8=True,
            hostname=relay.site.hostname,
            ident="ESMTP Sievert",
            timeout=self._listen.idle_seconds,
            loop=asyncio.get_running_loop(),
        )
        # aiosmtpd's own is shared by all connections, and each EHLO raises it.
        self.command_size_limits = collections.defaultdict(lambda: COMMAND_OCTETS)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client is there; aiosmtpd starts its command loop."""
        super().connection_made(transport)
        self._ours.client = client_address(transport.get_extra_info("peername"))
        self._relay.connections.add(self)

    def _cb_client_connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._intake = Intake(reader)
        self._reader = self._intake  # type: ignore[assignment]  # has all that aiosmtpd calls on it
        self._writer = writer

    def connection_lost(self, error: Exception | None) -> None:
        """The client is gone: what was not committed is dropped, here and at the next hop."""
        super().connection_lost(error)
        self._ours.reset()
        self._relay.forget(self)

    def eof_received(self) -> bool | None:
        """A half-close ends the commands, not the transaction: aiosmtpd would cancel it here. `Intake` meets the end."""
        return asyncio.StreamReaderProtocol.eof_received(self)

    async def _handle_client(self) -> None:
        refusal = self._refusal()
        if refusal:
            log.warning("client not admitted", client=self._ours.client, reply=str(refusal))
            self.dismiss(refusal)
            return
        with suppress(ConnectionError):
            await super()._handle_client()

    async def handle_exception(self, error: Exception) -> str:
        """A bug of ours must not become a bounce (aiosmtpd says 500)."""
        log.error("command failed", client=self._ours.client, exc_info=error)
        self._ours.reset()
        return str(replies.LOCAL_ERROR)

    async def smtp_HELO(self, hostname: str | None) -> None:
        """RFC 5321 4.1.1.1."""
        self._greeted(hostname)
        await super().smtp_HELO(hostname)

    async def smtp_EHLO(self, hostname: str | None) -> None:
        """RFC 5321 4.1.1.1."""
        self._greeted(hostname)
        await super().smtp_EHLO(hostname)

    async def smtp_RSET(self, argument: str | None) -> None:
        """RFC 5321 4.1.1.5."""
        if not argument:
            self._ours.reset()
        await super().smtp_RSET(argument)

    async def smtp_MAIL(self, argument: str | None) -> None:
        """RFC 5321 4.1.1.2."""
        if not await self.check_helo_needed():
            await self._answer(self._ours.mail(reverse_path(argument)))

    async def smtp_RCPT(self, argument: str | None) -> None:
        """RFC 5321 4.1.1.3."""
        if not await self.check_helo_needed():
            await self._answer(self._ours.rcpt(forward_path(argument)))

    async def smtp_DATA(self, argument: str | None) -> None:
        """RFC 5321 4.1.1.4."""
        refusal = replies.BAD_DATA if argument else self._ours.data_refusal()
        await self.push(str(refusal or replies.START_DATA))
        if refusal is None:
            content = await self._intake.content(self._listen.max_message_bytes, self._reset_timeout)
            await self._answer(self._ours.data(content))

    @property
    def idle(self) -> bool:
        """Whether nothing of the client's is under way."""
        return not self._busy and not self._ours.begun

    @property
    def busy(self) -> bool:
        """Whether the client waits for us."""
        return self._busy

    def dismiss(self, reply: Reply) -> None:
        """Say so and hang up, without waiting for a client that does not read."""
        transport = self._writer.transport
        if not transport.is_closing():
            transport.write(f"{reply}\r\n".encode())
            transport.abort()

    async def _answer(self, work: Awaitable[Reply]) -> None:
        with self._waited_for():
            reply = await work
        await self.push(str(reply))
        if self._relay.draining and self.idle:
            self.dismiss(replies.SHUTTING_DOWN)

    @contextmanager
    def _waited_for(self) -> Iterator[None]:
        """While the client waits for us it cannot be silent for too long."""
        self._busy = True
        if self._timeout_handle is not None:
            self._timeout_handle.cancel()
        try:
            yield
        finally:
            self._busy = False
            if self.transport is not None:
                self._reset_timeout()

    def _timeout_cb(self) -> None:
        self.dismiss(replies.IDLE)

    def _greeted(self, hostname: str | None) -> None:
        self._ours.reset()
        self._ours.helo = (hostname or "").encode(errors="surrogateescape").decode(errors="replace")

    def _refusal(self) -> Reply | None:
        """Why this client is not greeted."""
        if self._relay.draining:
            return replies.SHUTTING_DOWN
        return None if self._relay.site.admits(self._ours.client) else replies.NOT_ADMITTED


class Relay:
    """A listening relay: `async with Relay(...) as relay` accepts mail on `relay.port` and drains on the way out."""

    def __init__(self, config: Config, judge: Judging, policy: Policy, quarantine: Holding, journal: Recording) -> None:
        self.connections: set[Connection] = set()
        self.draining = False
        hostname = config.listen.hostname or socket.getfqdn()
        hop = opener(config.next_hop, hostname)
        self.site = Site(config.listen, hostname, judge, policy, quarantine, journal, hop)
        self._next_hop = config.next_hop
        self._server: asyncio.Server | None = None
        self._gone = asyncio.Event()

    async def __aenter__(self) -> Self:
        """Start listening. Raises UsageError where the port or the Maildir cannot be had."""
        listen, loop = self.site.listen, asyncio.get_running_loop()
        try:
            if self._next_hop.kind == "maildir":
                await asyncio.to_thread(prepare_maildir, self._next_hop.path)
            self._server = await loop.create_server(lambda: Connection(self), listen.host, listen.port)
        except OSError as error:
            raise UsageError(f"cannot relay on {listen.host} port {listen.port}: {error}") from error
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Drain."""
        await self.drain()

    @property
    def port(self) -> int:
        """The port it listens on, also where 0 was asked for."""
        if self._server is None:
            raise RuntimeError("the relay is not listening")
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def drain(self) -> None:
        """Take no new client, let transactions under way finish, then hang up on whoever is left."""
        self.draining = True
        if self._server is not None:
            self._server.close()
        for connection in tuple(self.connections):
            if connection.idle:
                connection.dismiss(replies.SHUTTING_DOWN)
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS):
                await self._all_gone()
        for connection in tuple(self.connections):
            if not connection.busy:
                connection.dismiss(replies.SHUTTING_DOWN)
        await self._all_gone()
        while self.site.pending:
            await asyncio.wait(self.site.pending)

    def forget(self, connection: Connection) -> None:
        """A connection is gone."""
        self.connections.discard(connection)
        self._gone.set()

    async def _all_gone(self) -> None:
        while self.connections:
            self._gone.clear()
            await self._gone.wait()
