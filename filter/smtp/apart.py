"""A judge in a process of its own: whatever it does there, this process only waits for its word. Compares and keeps nothing.

A nursery, forked while this process has no threads, forks the judge, and another one when that has ended. A judgement that takes
too long is ended by the kernel (SIGALRM, which nothing there catches), also within a library that does not return; where even that
does not help, this process hangs up and the nursery kills it. Both give way to every other process (nice 19), take no signal meant
for the relay, and end with the process that started them. Where memory ends, the kernel takes the judge first.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import resource
import select
import signal
import socket
import struct
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from filter.judge.mail import Mail
from filter.judge.verdict import Verdict

NICE = 19
GRACE_SECONDS = 5.0
"""Beyond the time of a judgement, until its answer has come; and from when nobody asks a judge any more until word of its end."""
_IGNORED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1)
_LENGTH = struct.Struct("!I")
_ENDED = struct.Struct("!Ib")
"""How many judges there were before, and the exit code of this one."""
_FIRST_TO_KILL = "1000"


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
        self._seconds = seconds
        self._born_before = -1
        self._nursery = os.fork()
        if self._nursery == 0:
            _nurse(theirs, judge, seconds)
        with suppress(OSError):  # it has done so itself
            os.setpgid(self._nursery, self._nursery)
        theirs.close()

    async def judge(self, mail: Mail) -> Verdict:
        """Its verdict on a mail, or ApartError, in `seconds` and twice GRACE_SECONDS at the most."""
        try:
            async with asyncio.timeout(self._seconds + GRACE_SECONDS):
                said = await self._said(mail)
        except TimeoutError as error:
            await self._ended()
            raise ApartError("overdue", "no answer") from error
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

    async def _said(self, mail: Mail) -> Any:
        """Its verdict, or what ApartError is made of."""
        if self._link is None:
            self._link = self._born()
        loop, about = asyncio.get_running_loop(), pickle.dumps(replace(mail, content=b""))
        await loop.sock_sendall(self._link, _LENGTH.pack(len(about)) + about + _LENGTH.pack(len(mail.content)))
        await loop.sock_sendall(self._link, mail.content)
        return pickle.loads(await self._framed(self._link))  # noqa: S301  (of our own process, over a socket that nobody else has)

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
        self._born_before += 1
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
        before, status = -1, 0
        try:
            async with asyncio.timeout(GRACE_SECONDS):
                while before != self._born_before:  # word of one before it may come late
                    before, status = _ENDED.unpack(await _exactly(self._line, _ENDED.size))
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
        before = 0
        while links := socket.recv_fds(line, 1, 1)[1]:
            alive, held = os.pipe()
            child = os.fork()
            if child == 0:
                line.close()
                os.close(alive)
                _serve(socket.socket(fileno=links[0]), judge, seconds)
                os._exit(0)
            os.close(held)
            _until_hung_up(alive, links[0])
            with suppress(ProcessLookupError):  # where it lives on, nobody asks it any more
                os.kill(child, signal.SIGKILL)
            line.send(_ENDED.pack(before, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))
            before += 1
    finally:
        os._exit(1)  # never the parent's clean-up


def _until_hung_up(*descriptors: int) -> None:
    """Wait until nobody holds the other end of one of them, and close all."""
    watch = select.poll()
    for number in descriptors:
        watch.register(number, 0)  # POLLHUP comes unasked
    watch.poll()
    for number in descriptors:
        os.close(number)


def _set_apart(kept: int) -> None:
    """Nothing of the parent's is held on to but its memory, this descriptor and where its words go."""
    with suppress(OSError):  # the parent has done so already
        os.setpgid(0, 0)
    os.nice(NICE)
    signal.set_wakeup_fd(-1)
    for ignored in _IGNORED:
        signal.signal(ignored, signal.SIG_IGN)
    for plain in (signal.SIGALRM, signal.SIGCHLD):
        signal.signal(plain, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for number in _descriptors():
        if number > 2 and number != kept:
            os.closerange(number, number + 1)  # also one that is closed already


def _descriptors() -> Iterable[int]:
    """All that are open; where the system does not list them, all that may be."""
    try:
        return [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]
    except OSError:
        return range(resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def _serve(link: socket.socket, judge: Callable[[Mail], Verdict], seconds: float) -> None:
    """The judge's life: mail after mail, until nobody asks any more."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_KILL)
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
