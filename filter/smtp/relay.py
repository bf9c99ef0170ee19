"""A relay that listens: its listeners, their connections, and the drain on the way out. Nothing here speaks SMTP."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from filter.authentication.checker import checker
from filter.config.relay import Listen
from filter.config.schema import Config
from filter.errors import UsageError
from filter.judge.policy import Policies
from filter.smtp import replies
from filter.smtp.deadline import Deadline
from filter.smtp.intake import Budget
from filter.smtp.nexthop import Destination
from filter.smtp.ports import BACKLOG, opened
from filter.smtp.recall import Recall
from filter.smtp.recorder import Recorder, Recording
from filter.smtp.replies import Reply
from filter.smtp.server import Connection
from filter.smtp.shadow import Shadow
from filter.smtp.site import Holding, Judging, Site
from filter.store.journal import Decision

# How long a drain waits for clients that are in the middle of a transaction; a commit under way is always waited for.
DRAIN_SECONDS = 20.0
# How long the clients of a relay that is replaced may go on, and be silent between transactions, before it drains.
LEAVE_SECONDS = 300.0
LEAVE_IDLE_SECONDS = 10.0
# Turns of the event loop in which a client that was accepted becomes a connection.
ACCEPT_TURNS = 10


class Listener:
    """One address that clients connect to, and whoever is connected to it."""

    def __init__(self, site: Site, listen: Listen, others: Relay) -> None:
        """Raises OSError where the certificate cannot be used."""
        self.site = site
        self.listen = listen
        self.tls = certified(listen)
        self.connections = others.connections
        self._relay = others
        self._like: Connection | None = None

    def connection(self) -> Connection:
        """For a new client."""
        if self._like is None:
            self._like = Connection(self, None)
        return Connection(self, self._like)

    @property
    def draining(self) -> bool:
        """Whether no new transaction is begun."""
        return self._relay.draining

    @property
    def ending(self) -> bool:
        """Whether a client is let go even within a transaction, once it has its reply."""
        return self._relay.ending

    @property
    def full(self) -> Reply | None:
        """Why no further client is served."""
        if self.draining:
            return replies.SHUTTING_DOWN
        return replies.TOO_MANY_CLIENTS if len(self.connections) > self.site.settings.max_connections else None

    def forget(self, connection: Connection) -> None:
        """A connection is gone."""
        self._relay.forget(connection)


class Relay:
    """A listening relay: `async with Relay(...) as relay` accepts mail on `relay.port` and drains on the way out."""

    def __init__(
        self,
        config: Config,
        judge: Judging,
        policies: Policies,
        quarantine: Holding,
        journal: Recording[Decision],
        *,
        recall: Recall | None = None,
        shadow: Callable[[Budget], Shadow] | None = None,
    ) -> None:
        """`shadow` makes the judge beside, within the budget for content. UsageError where a certificate or the next hop's TLS is wrong."""
        self.connections: set[Connection] = set()
        self.draining = False
        self.ending = False
        hostname = config.relay.hostname or socket.getfqdn()
        self._sockets: list[list[socket.socket]] = []
        self._servers: list[asyncio.Server] = []
        self._gone = asyncio.Event()
        try:
            self.next_hop = Destination(config.next_hop, hostname)
            budget, deadline = Budget(config.relay.max_in_flight_bytes), Deadline(config.relay.judge_seconds)
            recorder = Recorder(journal)
            self.site = Site(
                config.relay,
                hostname,
                judge,
                policies,
                quarantine,
                recorder,
                self.next_hop,
                budget,
                deadline,
                recall,
                checker(config.authentication),
                shadow(budget) if shadow else None,
            )
            self._listeners = tuple(Listener(self.site, listen, self) for listen in config.listen)
        except OSError as error:
            raise UsageError(f"TLS cannot be set up: {error}") from error

    def on(self, sockets: list[list[socket.socket]]) -> Self:
        """Listen on these, in the order of the configured listeners, in place of opening one for each."""
        self._sockets = sockets
        return self

    async def __aenter__(self) -> Self:
        """Start listening. Raises UsageError where a port or the Maildir cannot be had."""
        try:
            await self.next_hop.prepare()
        except OSError as error:
            raise UsageError(f"the Maildir cannot be used: {error}") from error
        try:
            for number, listener in enumerate(self._listeners):
                for bound in self._sockets[number] if self._sockets else [opened(listener.listen)]:
                    self._servers.append(await asyncio.get_running_loop().create_server(listener.connection, sock=bound, backlog=BACKLOG))
        except BaseException:
            await self._stop_listening()
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Drain."""
        await self.drain()

    @property
    def ports(self) -> tuple[int, ...]:
        """The port of each listener, also where 0 was asked for."""
        return tuple(server.sockets[0].getsockname()[1] for server in self._servers)

    @property
    def port(self) -> int:
        """The first listener's."""
        return self.ports[0]

    async def leave(self) -> None:
        """Take no new client, and let the others finish their sessions: the next generation of workers has the port."""
        await self._stop_listening()
        until = asyncio.get_running_loop().time() + LEAVE_SECONDS
        while self.connections and (left := until - asyncio.get_running_loop().time()) > 0:
            for connection in tuple(self.connections):
                connection.leave(LEAVE_IDLE_SECONDS)
            self._gone.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._gone.wait(), min(left, LEAVE_IDLE_SECONDS))

    async def drain(self) -> None:
        """Take no new client, let transactions under way finish, then hang up on whoever is left."""
        self.draining = True
        await self._stop_listening()
        for connection in tuple(self.connections):
            if connection.idle:
                connection.dismiss(replies.SHUTTING_DOWN)
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS):
                await self._all_gone()
        self.ending = True
        for connection in tuple(self.connections):
            if not connection.busy:
                connection.dismiss(replies.SHUTTING_DOWN)
        await self._all_gone()
        while self.site.pending:
            await asyncio.wait(self.site.pending)
        await self.next_hop.close()
        await self.site.recorder.flush()
        if self.site.recall:
            await self.site.recall.flush()
        if self.site.shadow:
            await self.site.shadow.drain()

    def forget(self, connection: Connection) -> None:
        """A connection is gone."""
        self.connections.discard(connection)
        self._gone.set()

    async def _stop_listening(self) -> None:
        """Accept nobody any more. Who was accepted becomes a connection first: asyncio would drop it once the server is closed."""
        for one in (one for server in self._servers for one in server.sockets):
            asyncio.get_running_loop().remove_reader(one.fileno())
        for _ in range(ACCEPT_TURNS):
            await asyncio.sleep(0)
        for server in self._servers:
            server.close()

    async def _all_gone(self) -> None:
        while self.connections:
            self._gone.clear()
            await self._gone.wait()


def certified(listen: Listen) -> ssl.SSLContext | None:
    """TLS for clients, or None where it is off. Raises OSError where certificate or key cannot be read or do not fit."""
    if listen.tls == "off" or listen.tls_certificate is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_3 if listen.tls_min_version == "1.3" else ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(listen.tls_certificate, listen.tls_key)
    return context
