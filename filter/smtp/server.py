"""One connection on the wire: aiosmtpd's, with its STARTTLS and PROXY header, and a command loop of our own.

The one file that imports aiosmtpd. Its loop logs, times and parses for 0.6 ms a message, which is more than judging one costs, and
its constructor looks for commands and hooks for another 0.3 ms a connection; it cancels on half-close, answers 500 for our bugs
and cuts slow clients off. So the loop and the timer are ours, and the constructor runs once a listener. Nothing here knows a verb.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any, cast

import structlog
from aiosmtpd.proxy_protocol import V2_CMD, get_proxy
from aiosmtpd.smtp import SMTP, TLSSetupException

from filter.smtp import replies
from filter.smtp.dialogue import Dialogue
from filter.smtp.intake import Intake
from filter.smtp.peer import plain_address
from filter.smtp.replies import Reply
from filter.smtp.site import within

if TYPE_CHECKING:
    from filter.smtp.relay import Listener

PROXY_SECONDS = 10.0
COMMANDS_A_TURN = 50

log = structlog.get_logger("filter.smtp")


class Connection(SMTP):
    """One client's connection, and the `Wire` of its dialogue."""

    def __init__(self, listener: Listener, like: Connection | None) -> None:
        """`like` is a connection of this listener that never was connected: what aiosmtpd found out for it is taken over."""
        loop = asyncio.get_running_loop()
        if like is None:
            super().__init__(None, hostname=listener.site.hostname, tls_context=listener.tls, loop=loop)
        else:
            self.__dict__.update(like.__dict__)
        asyncio.StreamReaderProtocol.__init__(self, asyncio.StreamReader(loop=loop), self._cb_client_connected, loop)
        self.intake = Intake(self._reset_timeout)
        self._listener = listener
        self._busy = False
        self._due = 0.0
        self._timeout_duration = self._idle_duration = listener.site.settings.idle_seconds
        self._dialogue = Dialogue(listener.site, listener.listen, self)

    @property
    def idle(self) -> bool:
        """Whether nothing of the client's is under way."""
        return not self._busy and not self._dialogue.session.begun

    @property
    def busy(self) -> bool:
        """Whether the client waits for us."""
        return self._busy

    @property
    def secure(self) -> bool:
        """Whether TLS is on: the handshake is done."""
        return self.session is not None and self.session.ssl is not None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client is there, and aiosmtpd starts `_handle_client`; or TLS has begun."""
        super().connection_made(transport)
        self.intake.transport = cast("asyncio.Transport", transport)
        if self._original_transport is None:
            self._listener.connections.add(self)
        else:
            self._dialogue.forget()

    def data_received(self, data: bytes) -> None:
        """To the intake, past asyncio's reader: one buffer less."""
        self.intake.feed(data)

    def connection_lost(self, error: Exception | None) -> None:
        """The client is gone: what was not committed is dropped, here and at the next hop."""
        if self not in self._listener.connections:
            return
        super().connection_lost(error)
        self.intake.end()
        self._dialogue.session.gone()
        self._listener.forget(self)

    def eof_received(self) -> bool | None:
        """A half-close ends the commands, not the transaction: aiosmtpd would cancel it here."""
        self.intake.end()
        keep_open = asyncio.StreamReaderProtocol.eof_received(self)
        return keep_open and not self._tls_protocol  # under TLS there is no half of a connection

    async def _handle_client(self) -> None:
        try:
            refusal = await self._refusal()
            if refusal is None:
                await self._dialogue.greet()
                await self._commands()
            else:
                log.warning("client not admitted", client=self._dialogue.session.peer.address, reply=str(refusal))
                self.dismiss(refusal)
        except TLSSetupException as error:
            log.warning("TLS failed", client=self._dialogue.session.peer.address, cause=str(error.__cause__ or "broken off"))
            cast("asyncio.Transport", self._original_transport).abort()
            self.loop.call_soon(self.connection_lost, None)  # asyncio tells nobody of a connection lost in the handshake
        except ConnectionError:
            pass
        finally:
            self._writer.close()

    async def _commands(self) -> None:
        for number in count(1):
            await self._next_command()
            if self.transport is None or self._dialogue.over:
                return
            if self._listener.draining and (self.idle or self._listener.ending):
                self.dismiss(replies.SHUTTING_DOWN)
                return
            if number % COMMANDS_A_TURN == 0:
                await asyncio.sleep(0)  # a client whose commands are all here already would have all the time

    async def _next_command(self) -> None:
        try:
            line = await self.intake.readuntil()
        except asyncio.LimitOverrunError:
            await self.intake.skip_line()
            await self._dialogue.refuse(replies.LINE_TOO_LONG)
            return
        self._reset_timeout()
        try:
            await self._dialogue.obey(line.rstrip(b"\r\n"))
        except (ConnectionError, TLSSetupException):
            raise
        except Exception as error:  # a bug of ours must not become a bounce, nor leave an envelope behind
            log.error("command failed", client=self._dialogue.session.peer.client, exc_info=error)
            self._dialogue.session.reset()
            await self.say(replies.LOCAL_ERROR)

    async def _refusal(self) -> Reply | None:
        """Why this client is not greeted."""
        if full := self._listener.full:
            return full
        peer = self.session.peer if self.session else None
        address = client = plain_address(str(peer[0])) if isinstance(peer, tuple) and peer else ""
        if self._listener.listen.proxy_protocol:
            if not within(address, self._listener.listen.trusted_networks):
                return replies.NOT_ADMITTED
            self._reset_timeout(PROXY_SECONDS)
            header = await get_proxy(self.intake)  # type: ignore[arg-type]  # has the three methods it calls
            local = header.command == V2_CMD.LOCAL and not header.error  # the proxy itself, looking whether we live
            if not header and not local:
                return replies.NOT_ADMITTED
            if not local:
                client = plain_address(str(header.src_addr))  # "" where it does not say: such a client has no network
            self._reset_timeout()
        return self._dialogue.met(client)

    async def say(self, reply: Reply) -> None:
        """Send a reply."""
        if self.transport is None or self.transport.is_closing():
            raise ConnectionResetError("the client is gone")
        cast("asyncio.Transport", self.transport).write(f"{reply}\r\n".encode())
        if self._paused:  # type: ignore[attr-defined]  # asyncio's mark that the client does not read
            await self._writer.drain()

    async def push(self, status: Any) -> None:  # noqa: ARG002  (aiosmtpd's signature)
        """aiosmtpd's way to say something: the one reply before its handshake, which gets its status code here."""
        await self.say(replies.START_TLS)

    async def start_tls(self) -> None:
        """Say 220 and begin TLS (RFC 3207), as aiosmtpd does."""
        await self.smtp_STARTTLS("")
        if not self.secure:
            raise TLSSetupException

    def dismiss(self, reply: Reply) -> None:
        """Say so and hang up, without waiting for a client that does not read."""
        transport = self._writer.transport
        closing = transport.is_closing()
        if not closing:
            self._dialogue.session.dismissed(reply)
            transport.write(f"{reply}\r\n".encode())
        if self.secure and not closing:
            transport.close()  # an abort would overtake what was just written
        else:
            transport.abort()

    def leave(self, seconds: float) -> None:
        """This relay is being replaced: a client that is silent for so long between transactions is let go."""
        self._idle_duration = seconds
        if self.idle and self._due - self.loop.time() > seconds:
            self._reset_timeout()

    @contextmanager
    def waited_for(self) -> Iterator[None]:
        """While the client waits for us it cannot be silent for too long."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
            self._reset_timeout()

    def _reset_timeout(self, duration: float | None = None) -> None:
        """The client has `duration` from now. A timer that is running is left alone, and looks at the clock when it ends."""
        seconds = duration or (self._idle_duration if self.idle else self._timeout_duration)
        self._due = self.loop.time() + seconds
        if self.transport is None and self._timeout_handle is not None:
            return
        if self._timeout_handle is None or self._due < self._timeout_handle.when():
            self._start_timer(seconds)

    def _start_timer(self, seconds: float) -> None:
        if self._timeout_handle is not None:
            self._timeout_handle.cancel()
        self._timeout_handle = self.loop.call_later(seconds, self._timeout_cb)

    def _timeout_cb(self) -> None:
        left = self._due - self.loop.time()
        if self._busy or left > 0:
            self._start_timer(self._timeout_duration if self._busy else left)
        else:
            self.dismiss(replies.IDLE)
