"""Connections to the next hop, kept between messages, and which of its servers to turn to. Knows nothing of transactions."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence

import structlog

from filter.config.relay import NextHop
from filter.config.types import Server
from filter.smtp.channel import FAILURES, Channel
from filter.smtp.esmtp import UNKNOWN, Extensions

MAX_IDLE = 20
"""Connections kept open at a time, by each worker: some servers have a process for each."""

PROBE_SECONDS = 2.0
"""How long a client waits for us to learn what the next hop offers."""

log = structlog.get_logger("filter.smtp")


class Pool:
    """The servers of one next hop. `extensions` is what one of them offered last; `hostname` is our name for EHLO."""

    def __init__(self, settings: NextHop, hostname: str) -> None:
        """Raises OSError where the authorities' file cannot be read."""
        self.extensions: Extensions = UNKNOWN
        self.failure: BaseException | None = None
        self.lmtp = settings.kind == "lmtp"
        self._settings = settings
        self._hostname = hostname
        self._tls = _context(settings)
        self._idle: list[tuple[float, Channel]] = []
        self._resting: dict[Server, float] = {}
        self._sweep: asyncio.TimerHandle | None = None
        self._probing: asyncio.Task[None] | None = None
        self._partings: set[asyncio.Future[None]] = set()

    async def channel(self, tried: set[Server]) -> Channel | None:
        """A connection to the first server not yet tried: one kept, or a new one, which adds its server to `tried`.

        None once all were tried; `failure` then says why the last of them could not be had.
        """
        for server in self._servers():
            if server in tried:
                continue
            if (kept := self._kept(server)) is not None:
                return kept
            tried.add(server)
            try:
                fresh = await Channel.open(server, self._settings, self._hostname, self._tls)
            except FAILURES as error:
                self.failed(server, error)
                continue
            self._resting.pop(server, None)
            self.extensions = fresh.extensions
            return fresh
        return None

    def failed(self, server: Server, error: BaseException) -> None:
        """Pass over this server for a while, and drop the connections to it: whatever befell it befell them."""
        self.failure = error
        lost = [channel for _, channel in self._idle if channel.server == server]
        self._idle = [(since, channel) for since, channel in self._idle if channel.server != server]
        for channel in lost:
            channel.abort()
        self._resting[server] = _now() + self._settings.retry_seconds
        log.warning("next hop failed", server=str(server), cause=f"{type(error).__name__}: {error}")

    async def give_back(self, channel: Channel) -> None:
        """Keep a connection whose transaction is over, if it is still good for another. Never raises."""
        worn = channel.messages >= self._settings.max_messages or not channel.spotless
        if worn or not channel.usable or len(self._idle) >= MAX_IDLE:
            await channel.quit()
            return
        channel.kept = True
        self._idle.append((_now(), channel))
        if self._sweep is None:
            self._sweep = asyncio.get_running_loop().call_later(self._settings.idle_seconds, self._swept)

    async def probe(self) -> None:
        """Learn what the next hop offers where that is not known. Never raises: it may be down; nor waits long: it may be silent."""
        if self.extensions is UNKNOWN:
            if self._probing is None or self._probing.done():
                self._probing = asyncio.create_task(self._probe())
            await asyncio.wait([self._probing], timeout=PROBE_SECONDS)

    async def _probe(self) -> None:
        """Connect to a server that did not fail a moment ago, and keep the connection."""
        now = _now()
        resting = {server for server, until in self._resting.items() if until > now}
        channel = await self.channel(resting)
        if channel is not None:
            await self.give_back(channel)

    async def close(self) -> None:
        """Say goodbye on every connection kept."""
        if self._probing is not None:
            self._probing.cancel()
            await asyncio.wait([self._probing])
        if self._sweep is not None:
            self._sweep.cancel()
            self._sweep = None
        kept, self._idle = self._idle, []
        await asyncio.gather(*(channel.quit() for _, channel in kept), *self._partings)

    def _servers(self) -> Sequence[Server]:
        """In their order, those that failed a moment ago last."""
        if not self._resting:
            return self._settings.servers
        now = _now()
        return sorted(self._settings.servers, key=lambda server: self._resting.get(server, 0.0) > now)

    def _kept(self, server: Server) -> Channel | None:
        """The connection to a server that was used last, if it is still there."""
        for at in reversed(range(len(self._idle))):
            if self._idle[at][1].server == server:
                _, channel = self._idle.pop(at)
                if channel.usable:
                    return channel
                channel.abort()
        return None

    def _swept(self) -> None:
        """Let go of what nobody used for `idle_seconds`, and look again when the next one is due."""
        oldest = _now() - self._settings.idle_seconds
        worn = [channel for since, channel in self._idle if since <= oldest]
        self._idle = [(since, channel) for since, channel in self._idle if since > oldest]
        for channel in worn:
            parting = asyncio.ensure_future(channel.quit())
            self._partings.add(parting)
            parting.add_done_callback(self._partings.discard)
        self._sweep = None
        if self._idle:
            self._sweep = asyncio.get_running_loop().call_later(self._idle[0][0] - oldest, self._swept)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _context(settings: NextHop) -> ssl.SSLContext | None:
    """TLS as it is asked for: opportunistic takes any certificate (RFC 7435), required verifies it and the server's name."""
    if settings.tls == "off":
        return None
    context = ssl.create_default_context(cafile=settings.tls_ca)
    if settings.tls == "opportunistic":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
