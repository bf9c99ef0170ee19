"""A Maildir as the next hop: needs nothing else installed. A message counts as taken once it is on disk, entry and all."""

from __future__ import annotations

import asyncio
import errno
import itertools
import os
import socket
import time
from pathlib import Path

from filter.errors import NextHopError
from filter.smtp import replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.esmtp import MAILDIR, Extensions
from filter.smtp.replies import Reply
from filter.smtp.stamp import Stamped
from filter.smtp.told import cause, tell
from filter.store.newfile import sync_folder

_numbers = itertools.count()


class MaildirHop:
    """A Maildir: written to tmp, fsynced, renamed into new, and new fsynced, before it counts as taken."""

    extensions: Extensions = MAILDIR

    def __init__(self, folder: Path, hostname: str, sender: str) -> None:
        self.content_sent = False
        self._folder = folder
        self._hostname = hostname
        self._sender = sender
        self._recipients: list[str] = []

    async def rcpt(self, recipient: EnvelopePath) -> Reply:
        self._recipients.append(recipient.address)
        return replies.RECIPIENT_OK

    async def deliver(self, stamped: Stamped, recipients: tuple[int, ...], by: float | None = None) -> tuple[Reply, ...]:  # noqa: ARG002
        traces = (f"Return-Path: <{self._sender}>", *(f"Delivered-To: {self._recipients[at]}" for at in recipients))
        front = "".join(f"{line}\r\n" for line in traces).encode()
        self.content_sent = True
        try:
            name = await asyncio.to_thread(self._write, front, stamped)
        except OSError as error:
            self.content_sent = False  # what could not be finished was taken back
            tell("error", "the Maildir cannot be written", cause=cause(error))
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            reply = replies.DISK_FULL if full else replies.LOCAL_ERROR
            raise NextHopError(reply.code, reply.text) from error
        return (Reply(250, f"2.0.0 {name}"),) * len(recipients)

    async def close(self) -> None:
        """Nothing is open between steps."""

    def _write(self, front: bytes, stamped: Stamped) -> str:
        name = _unique_name(self._hostname)
        waiting, there = self._folder / "tmp" / name, self._folder / "new" / name
        try:
            with waiting.open("xb") as file:
                file.write(front + stamped.front)
                file.write(memoryview(stamped.content)[stamped.start :])
                file.flush()
                os.fsync(file.fileno())
            waiting.rename(there)
            sync_folder(there.parent)
        except OSError:
            waiting.unlink(missing_ok=True)
            there.unlink(missing_ok=True)  # the client will send it again
            raise
        return name


def prepare_maildir(folder: Path) -> None:
    """Make the Maildir's three folders, readable by their owner alone, and make that durable. Raises OSError."""
    for inner in ("tmp", "new", "cur"):
        (folder / inner).mkdir(mode=0o700, parents=True, exist_ok=True)
    sync_folder(folder)
    sync_folder(folder.parent)


def _unique_name(hostname: str) -> str:
    """Time, process, counter and host: unique without asking anybody, as Maildir has it."""
    seconds, nanoseconds = divmod(time.time_ns(), 1_000_000_000)
    host = (hostname or socket.gethostname()).replace("/", r"\057").replace(":", r"\072")
    return f"{seconds}.M{nanoseconds // 1000}P{os.getpid()}Q{next(_numbers)}.{host}"
