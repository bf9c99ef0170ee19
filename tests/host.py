"""What tests ask of the machine: free ports, a network of their own, programs that run and are ended. Knows no mail."""

from __future__ import annotations

import asyncio
import ctypes
import errno
import fcntl
import os
import signal
import socket
import struct
import subprocess
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from actors import unavailable

CLONE_NEWNET, SIOCSIFFLAGS, IFF_UP = 0x40000000, 0x8914, 1
PATIENCE = 30.0


async def until(true: Callable[[], Any], what: str | Callable[[], str] = "it") -> None:
    """Wait until it holds; fails with `what`."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while not true():  # noqa: ASYNC110  (another process does it, there is no event)
                await asyncio.sleep(0.02)
            return
    pytest.fail(f"waited in vain: {what if isinstance(what, str) else what()}")


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def listening(port: int) -> bool:
    """Whether somebody does, on loopback."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def own_network(*ports: int) -> Iterator[None]:
    """All ports free: this thread, and whatever it starts, has a network of its own with nothing but loopback.

    Where the system does not allow that it is the host's network, provided these ports are free there.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    with Path("/proc/thread-self/ns/net").open() as outside:
        own = libc.unshare(CLONE_NEWNET) == 0
        try:
            if own:
                with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
                    fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", IFF_UP))
            elif taken := [port for port in ports if listening(port)]:
                unavailable(f"no network namespaces here ({errno.errorcode[ctypes.get_errno()]}), and ports {taken} are taken")
            yield
        finally:
            if own and libc.setns(outside.fileno(), CLONE_NEWNET) != 0:
                pytest.exit("cannot leave the network namespace")


@contextmanager
def public_folder(mode: int = 0o755) -> Iterator[Path]:
    """A folder that other users get into as well; removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="sievert-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(mode)
        yield Path(folder)


def output(*command: str) -> str:
    """What a program says that must succeed."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@asynccontextmanager
async def running(*command: str, log: Path, cwd: Path | None = None, env: dict[str, str] | None = None) -> AsyncIterator[Any]:
    """A program, everything it says in a file; told to end afterwards, and made to."""
    with log.open("ab") as file:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, cwd=cwd, env=env, start_new_session=True
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), PATIENCE)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # and whatever it left behind
        await process.wait()
