"""A judge in a process of its own: whatever it does there, this process only waits for its word. Compares and keeps nothing.

A nursery, forked while this process has no threads, forks the judge, and another one when that has ended. A judgement that takes
too long is ended by the kernel (SIGALRM, which nothing there catches), also within a library that does not return. Both give way to
every other process (nice 19), take no signal meant for the relay, and end with the process that started them.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, BinaryIO, NoReturn

from filter.judge.mail import Mail
from filter.judge.verdict import Verdict

NICE = 19
_IGNORED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1)
_LENGTH = struct.Struct("!I")
_STATUS = struct.Struct("b")
_MAX_DESCRIPTORS = 2**31 - 1


class ApartError(Exception):
    """There is no verdict. `kind` says why in few words, the same for all mails that fail alike."""

    def __init__(self, kind: str, cause: str = "") -> None:
        self.kind = kind
        super().__init__(f"{kind}: {cause}" if cause else kind)


class Apart:
    """The judge, as this process asks it: one mail at a time, within `seconds`. To be made before there are threads or an event loop,
    and closed."""

    def __init__(self, judge: Callable[[Mail], Verdict], seconds: float) -> None:
        self._line, theirs = socket.socketpair()
        self._line.setblocking(False)
        self._link: socket.socket | None = None
        self._nursery = os.fork()
        if self._nursery == 0:
            _nurse(theirs, judge, seconds)
        with suppress(OSError):  # it has done so itself
            os.setpgid(self._nursery, self._nursery)
        theirs.close()

    async def judge(self, mail: Mail) -> Verdict:
        """Its verdict on a mail. Raises ApartError."""
        try:
            if self._link is None:
                self._link = self._born()
            loop, about = asyncio.get_running_loop(), pickle.dumps(replace(mail, content=b""))
            await loop.sock_sendall(self._link, _LENGTH.pack(len(about)) + about + _LENGTH.pack(len(mail.content)))
            await loop.sock_sendall(self._link, mail.content)
            said = pickle.loads(await self._framed(self._link))  # noqa: S301  (of our own process, over a socket that nobody else has)
        except OSError as error:
            raise ApartError(await self._ended()) from error
        if isinstance(said, Verdict):
            return said
        raise ApartError(*said)

    def close(self) -> None:
        """End it, whatever it is at."""
        for one in (self._link, self._line):
            if one:
                one.close()
        self._link = None
        with suppress(ProcessLookupError):
            os.killpg(self._nursery, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._nursery, 0)

    def _born(self) -> socket.socket:
        """A link to a new judge. OSError where there is no nursery any more."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        try:
            socket.send_fds(self._line, [b"j"], [theirs.fileno()])
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()
        return ours

    async def _framed(self, link: socket.socket) -> bytes:
        length: int = _LENGTH.unpack(await _exactly(link, _LENGTH.size))[0]
        return await _exactly(link, length)

    async def _ended(self) -> str:
        """How the judge ended, once it has."""
        if self._link is None:
            return "no process"
        self._link.close()
        self._link = None
        try:
            status: int = _STATUS.unpack(await _exactly(self._line, _STATUS.size))[0]
        except OSError:
            return "no process"
        if status == -signal.SIGALRM:
            return "overdue"
        return f"killed by signal {-status}" if status < 0 else f"ended with status {status}"


async def _exactly(link: socket.socket, octets: int) -> bytes:
    """So many octets; ConnectionError where they end before."""
    blocks: list[bytes] = []
    while octets:
        block = await asyncio.get_running_loop().sock_recv(link, octets)
        if not block:
            raise ConnectionError("ended")
        blocks.append(block)
        octets -= len(block)
    return b"".join(blocks)


def _nurse(line: socket.socket, judge: Callable[[Mail], Verdict], seconds: float) -> NoReturn:
    """The nursery's life: a judge for each link that comes, one after the other, and word of how it ended."""
    try:
        _set_apart(line.fileno())
        while links := socket.recv_fds(line, 1, 1)[1]:
            child = os.fork()
            if child == 0:
                line.close()
                _serve(socket.socket(fileno=links[0]), judge, seconds)
                os._exit(0)
            os.close(links[0])
            line.send(_STATUS.pack(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))
    finally:
        os._exit(1)  # never the parent's clean-up


def _set_apart(kept: int) -> None:
    """Nothing of the parent's is held on to but its memory, this descriptor and where its words go."""
    with suppress(OSError):  # the parent has done so already
        os.setpgid(0, 0)
    os.nice(NICE)
    signal.set_wakeup_fd(-1)
    for number in _IGNORED:
        signal.signal(number, signal.SIG_IGN)
    for number in (signal.SIGALRM, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    os.closerange(3, kept)
    os.closerange(kept + 1, _MAX_DESCRIPTORS)


def _serve(link: socket.socket, judge: Callable[[Mail], Verdict], seconds: float) -> None:
    """The judge's life: mail after mail, until nobody asks any more."""
    with link, link.makefile("rb") as stream:
        while (about := _block(stream)) is not None:
            mail: Mail = pickle.loads(about)  # noqa: S301  (of our own process)
            mail = replace(mail, content=_block(stream) or b"")
            signal.setitimer(signal.ITIMER_REAL, seconds)
            said = _judged(judge, mail)
            signal.setitimer(signal.ITIMER_REAL, 0)
            frame = pickle.dumps(said)
            link.sendall(_LENGTH.pack(len(frame)) + frame)


def _judged(judge: Callable[[Mail], Verdict], mail: Mail) -> Any:
    """The verdict, or what ApartError is made of."""
    try:
        return judge(mail)
    except Exception as error:
        return type(error).__name__, str(error)[:1000]


def _block(stream: BinaryIO) -> bytes | None:
    length = stream.read(_LENGTH.size)
    return stream.read(_LENGTH.unpack(length)[0]) if length else None
