"""Where accepted mail goes: one transaction with a mail server, or a Maildir. The only file that imports aiosmtplib.

A hop has taken a message when `deliver` returned, and not before; one that is closed without it has taken nothing. Every
failure becomes a `NextHopError` with a reply for the client, and 4xx unless the next hop itself said 5xx. Nothing here judges.
"""

from __future__ import annotations

import asyncio
import errno
import itertools
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

import aiosmtplib

from filter.config import NextHop
from filter.errors import NextHopError
from filter.smtp import replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.replies import Reply, mirrored

QUIT_SECONDS = 2.0

# The extension that a next hop must offer to be told a parameter (RFC 1870, 3461, 4954, 6152, 6531). Any other parameter
# goes on as it came: the next hop refuses it itself.
_NEEDS = {
    "SIZE": "size",
    "BODY": "8bitmime",
    "SMTPUTF8": "smtputf8",
    "AUTH": "auth",
    "RET": "dsn",
    "ENVID": "dsn",
    "NOTIFY": "dsn",
    "ORCPT": "dsn",
}


class Hop(Protocol):
    """One transaction with the next hop, step by step. Every step raises NextHopError where there is no reply to pass on."""

    async def mail(self, sender: EnvelopePath) -> Reply:
        """Begin, and give the next hop's reply to MAIL."""

    async def rcpt(self, recipient: EnvelopePath) -> Reply:
        """The next hop's reply to RCPT."""

    async def deliver(self, content: bytes) -> Reply:
        """Hand the content over; the next hop's 250, for the log. Raises NextHopError on every other ending."""

    async def close(self) -> None:
        """End it, whatever its state. Never raises."""


def opener(settings: NextHop, hostname: str) -> Callable[[], Hop]:
    """A function that makes a fresh hop for each transaction. `hostname` is ours, for EHLO and for file names."""
    if settings.kind == "maildir":
        return lambda: MaildirHop(settings.path, hostname)
    return lambda: SmtpHop(settings, hostname)


class SmtpHop:
    """One connection to a mail server for one transaction."""

    def __init__(self, settings: NextHop, hostname: str) -> None:
        self._settings = settings
        # start_tls=False: aiosmtplib would otherwise upgrade, and check a certificate nobody named.
        self._client = aiosmtplib.SMTP(
            hostname=settings.host,
            port=settings.port,
            local_hostname=hostname,
            timeout=settings.reply_seconds,
            start_tls=False,
        )

    async def mail(self, sender: EnvelopePath) -> Reply:
        with self._tempfailing():
            async with asyncio.timeout(self._settings.connect_seconds):
                await self._client.connect()
                await self._greet()
        if sender.parameter("SMTPUTF8") is not None and not self._client.supports_extension("smtputf8"):
            return replies.NEEDS_SMTPUTF8
        return await self._ask(b"MAIL", f"FROM:<{sender.address}>".encode(), *self._known(sender))

    async def rcpt(self, recipient: EnvelopePath) -> Reply:
        return await self._ask(b"RCPT", f"TO:<{recipient.address}>".encode(), *self._known(recipient))

    async def deliver(self, content: bytes) -> Reply:
        if not content.isascii() and not self._client.supports_extension("8bitmime"):
            raise NextHopError(replies.NEEDS_8BIT.code, replies.NEEDS_8BIT.text)
        wire = stuffed(content)
        with self._tempfailing():
            start = await self._client.execute_command(b"DATA")
            if start.code != replies.START_DATA.code:
                raise _declined(start.code, start.message)
            end = await self._send(wire)
        if end.code != replies.SENDER_OK.code:
            raise _declined(end.code, end.message)
        return mirrored(end.code, end.message)

    async def close(self) -> None:
        if self._client.is_connected:
            with suppress(aiosmtplib.SMTPException, OSError, TimeoutError):
                await self._client.quit(timeout=QUIT_SECONDS)
        self._client.close()

    async def _greet(self) -> None:
        try:
            await self._client.ehlo()
        except aiosmtplib.SMTPHeloError:
            await self._client.helo()

    async def _ask(self, *words: bytes) -> Reply:
        with self._tempfailing():
            reply = await self._client.execute_command(*words)
        return mirrored(reply.code, reply.message)

    async def _send(self, wire: bytes) -> aiosmtplib.SMTPResponse:
        # Not aiosmtplib's data(): it runs two regular expressions over the whole content on the event loop.
        protocol = self._client.protocol
        if protocol is None:
            raise aiosmtplib.SMTPServerDisconnected("connection lost after DATA")
        protocol.write(wire)
        return await protocol.read_response(timeout=self._settings.reply_seconds)

    @contextmanager
    def _tempfailing(self) -> Iterator[None]:
        """Whatever goes wrong on the wire is temporary: the next hop never said no."""
        try:
            yield
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            # A plain close would still send what is buffered, and perhaps complete a message that we say was not taken.
            if isinstance(self._client.transport, asyncio.WriteTransport):
                self._client.transport.abort()
            raise NextHopError(replies.NEXT_HOP_FAILED.code, replies.NEXT_HOP_FAILED.text) from error

    def _known(self, path: EnvelopePath) -> tuple[bytes, ...]:
        """The parameters this next hop takes, in their own case and order."""
        keywords = ((parameter, _NEEDS.get(parameter.partition("=")[0].upper())) for parameter in path.parameters)
        return tuple(parameter.encode() for parameter, needs in keywords if needs is None or self._client.supports_extension(needs))


def stuffed(content: bytes) -> bytes:
    """Content with CRLF line ends as DATA wants it: leading dots doubled, the end of data behind it (RFC 5321 4.5.2)."""
    whole = content if content.endswith(b"\r\n") or not content else content + b"\r\n"
    return (b"\r\n" + whole).replace(b"\r\n.", b"\r\n..")[2:] + b".\r\n"


def _declined(code: int, text: str) -> NextHopError:
    """A reply that ends the transaction; one that should have been 250 or 354 and was another 2yz or 3yz is temporary."""
    reply = mirrored(code, text)
    reply = replies.NEXT_HOP_FAILED if reply.accepted else reply
    return NextHopError(reply.code, reply.text)


_numbers = itertools.count()


class MaildirHop:
    """A Maildir: written to tmp, fsynced, renamed into new, and new fsynced, before it counts as taken."""

    def __init__(self, folder: Path, hostname: str) -> None:
        self._folder = folder
        self._hostname = hostname
        self._sender = ""
        self._recipients: tuple[str, ...] = ()

    async def mail(self, sender: EnvelopePath) -> Reply:
        self._sender = sender.address
        return replies.SENDER_OK

    async def rcpt(self, recipient: EnvelopePath) -> Reply:
        self._recipients = (*self._recipients, recipient.address)
        return replies.RECIPIENT_OK

    async def deliver(self, content: bytes) -> Reply:
        traces = (f"Return-Path: <{self._sender}>", *(f"Delivered-To: {recipient}" for recipient in self._recipients))
        front = "".join(f"{line}\r\n" for line in traces).encode()
        try:
            name = await asyncio.to_thread(self._write, front, content)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            reply = replies.DISK_FULL if full else replies.LOCAL_ERROR
            raise NextHopError(reply.code, reply.text) from error
        return Reply(250, f"2.0.0 {name}")

    async def close(self) -> None:
        """Nothing is open between steps."""

    def _write(self, front: bytes, content: bytes) -> str:
        name = _unique_name(self._hostname)
        waiting = self._folder / "tmp" / name
        try:
            with waiting.open("xb") as file:
                file.write(front)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            waiting.rename(self._folder / "new" / name)
        except OSError:
            waiting.unlink(missing_ok=True)
            raise
        sync_folder(self._folder / "new")
        return name


def prepare_maildir(folder: Path) -> None:
    """Make the Maildir's three folders, readable by their owner alone, and make that durable. Raises OSError."""
    for inner in ("tmp", "new", "cur"):
        (folder / inner).mkdir(mode=0o700, parents=True, exist_ok=True)
    sync_folder(folder)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make what was renamed into a folder durable. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unique_name(hostname: str) -> str:
    """Time, process, counter and host: unique without asking anybody, as Maildir has it."""
    seconds, nanoseconds = divmod(time.time_ns(), 1_000_000_000)
    host = (hostname or socket.gethostname()).replace("/", r"\057").replace(":", r"\072")
    return f"{seconds}.M{nanoseconds // 1000}P{os.getpid()}Q{next(_numbers)}.{host}"
