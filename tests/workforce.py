"""A supervisor in a process of its own, whose workers answer each client with a line about themselves and relay no mail.

What its workers do besides is the last word of their hostname, after a dash (`_work`). Files in its folder are switches: "bug" makes
the loading of the configuration fail as nobody foresaw, "nofork" the start of processes; "deaf" keeps workers from hearing, "wait"
from being ready, all but one where there is "first"; "crowd" takes the first thousand descriptors away, and "childless" has the
supervisor's parent ignore SIGCHLD.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import resource
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import structlog

from filter.config.file import load
from filter.config.schema import Config
from filter.errors import UsageError
from filter.smtp import supervisor
from filter.smtp.ports import Sockets
from filter.smtp.worker import Heart

PATIENCE = 30.0
PR_SET_PDEATHSIG = 1


def free_port() -> int:
    """A port that nobody has at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(port: int, seconds: float = PATIENCE) -> dict[str, Any]:
    """What the worker that answers on this port says of itself. OSError or ValueError where none does."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as client, client.makefile() as line:
        return dict(json.loads(line.readline()))


def alive(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def eventually(condition: Callable[[], Any]) -> Any:
    """What the condition gives once that is true. An assertion fails where it never is."""
    until = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < until, "it never came to that"
        time.sleep(0.01)
    return found


class Workforce:
    """A supervisor in `folder`, seen from outside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ports: tuple[int, ...] = ()
        self.process: ForkProcess

    def configure(self, name: str = "one", *ports: int, workers: int = 2, **relay: float) -> None:
        """Write the configuration: workers of this name, a listener for each port (one on a free port where none is named)."""
        lines = (f'hostname = "{name}"', f"workers = {workers}", *(f"{key} = {value}" for key, value in relay.items()))
        listeners = (f"[[listen]]\nport = {port}" for port in ports or (0,))
        (self.folder / "sievert.toml").write_text("\n".join(("[relay]", *lines, *listeners, "")))

    @contextmanager
    def running(self, **bounds: float) -> Iterator[Self]:
        """Start it with these bounds of its own, wait until it listens, and leave nothing of it behind."""
        ended, told = os.pipe()
        self.process = get_context("fork").Process(target=_supervise, args=(self.folder, told, bounds))
        self.process.start()
        os.close(told)
        try:
            with open(ended) as listening:  # noqa: PTH123  (a pipe)
                self.ports = tuple(json.loads(listening.readline() or "[]"))
            yield self
        finally:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid or 0, signal.SIGKILL)
            self.process.join()

    def signal(self, number: signal.Signals, everybody: bool = False) -> None:
        """Send it a signal, or all its workers too."""
        (os.killpg if everybody else os.kill)(self.process.pid or 0, number)

    @property
    def port(self) -> int:
        """The first listener's."""
        return self.ports[0]

    def log(self, event: str) -> list[dict[str, Any]]:
        """The lines of the log about this event so far; "" is all of them."""
        lines = (self.folder / "log").read_text().splitlines()
        return [json.loads(line) for line in lines if line.startswith("{") and f'"event": "{event}' in line]

    def children(self) -> set[int]:
        """The processes it has started, zombies included."""
        return set(map(int, Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()))

    def descriptors(self) -> int:
        """How many it has open."""
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def hang_up(self) -> None:
        """Have it load everything anew, and go on once it has, or has not."""
        before = len(self.log("reloaded")) + len(self.log("not reloaded"))
        self.signal(signal.SIGHUP)
        eventually(lambda: len(self.log("reloaded")) + len(self.log("not reloaded")) > before or not self.process.is_alive())
        assert self.process.is_alive()

    def settled(self, workers: int = 2) -> set[int]:
        """The processes, once there are so many: those that were replaced are gone."""
        return set(eventually(lambda: len(self.children()) == workers and self.children()))

    def everybody(self, port: int = 0, calls: int = 25) -> dict[int, dict[str, Any]]:
        """What each worker that answers on the port says of itself, by its process: after so many calls none was missed."""
        return {told["pid"]: told for told in (ask(port or self.port) for _ in range(calls))}

    def ended(self) -> int | None:
        """Its exit status, once it has one."""
        self.process.join(PATIENCE)
        return self.process.exitcode

    def end(self) -> int | None:
        """Tell it to stop; its exit status."""
        self.signal(signal.SIGTERM)
        return self.ended()


def _work(setup: Any, sockets: Sockets, heart: Heart, lifeline: int, ready: Callable[[], None]) -> None:
    """A worker's life: until SIGTERM, SIGUSR1 or the end of the lifeline it beats and answers."""
    told: list[int] = []
    name = setup.config.relay.hostname
    behaviour = name.partition("-")[2]
    signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    signal.signal(signal.SIGUSR1, signal.SIG_IGN if behaviour == "stays" else lambda number, _: told.append(number))
    if behaviour == "fails":
        raise UsageError("no certificate, say")
    while Path("wait").exists() and not _taken("first"):
        time.sleep(0.02)
    for one in (one for group in sockets for one in group):
        one.listen()
    ready()
    if behaviour == "dies":
        os._exit(3)
    ears = selectors.DefaultSelector()
    ears.register(lifeline, selectors.EVENT_READ)
    for number, one in [(number, one) for number, group in enumerate(sockets) for one in group if not Path("deaf").exists()]:
        ears.register(one, selectors.EVENT_READ, number)
    while not told:
        heart.beat()
        for key, _ in ears.select(0.05):
            if not isinstance(key.fileobj, socket.socket):
                return
            _answer(key.fileobj, {"pid": os.getpid(), "name": name, "listener": key.data, "ears": _ears()})
            if behaviour == "sticks":
                time.sleep(PATIENCE)
    if behaviour == "lingers":
        time.sleep(1)
        Path("lingered").touch()


def _taken(switch: str) -> bool:
    """Whether this process is the one to take a switch away."""
    with suppress(FileNotFoundError):
        Path(switch).unlink()
        return True
    return False


def _answer(ear: socket.socket, about: dict[str, Any]) -> None:
    ear.setblocking(False)
    with suppress(BlockingIOError), ear.accept()[0] as client:
        client.sendall(json.dumps(about).encode() + b"\n")


def _ears() -> int:
    """How many listening sockets this process has, whoever opened them."""
    inodes = set()
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the one that the folder was read with
            inodes.add(str(descriptor.readlink()).removeprefix("socket:[").removesuffix("]"))
    lines = (line.split() for line in Path("/proc/self/net/tcp").read_text().splitlines()[1:])
    return sum(line[3] == "0A" and line[9] in inodes for line in lines)


def _loaded() -> SimpleNamespace:
    if Path("bug").exists():
        raise ValueError("what nobody foresaw")
    return SimpleNamespace(config=load(Path("sievert.toml")))


def _forked(fork: Callable[[], int] = os.fork) -> int:
    if Path("nofork").exists():
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
    return fork()


def _supervise(folder: Path, told: int, bounds: dict[str, float]) -> None:
    """The supervisor's process; ends with its exit status."""

    def listening(_: Config, ports: tuple[int, ...]) -> None:
        os.write(told, json.dumps(ports).encode() + b"\n")

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # tests that are killed leave nothing behind
    os.chdir(folder)
    os.setsid()
    sys.stderr = sys.stdout = Path("log").open("a", buffering=1)  # noqa: SIM115  (to its end)
    structlog.configure(
        processors=[structlog.processors.format_exc_info, structlog.processors.JSONRenderer()],
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
    )
    os.fork = _forked
    for name, value in bounds.items():
        setattr(supervisor, name, value)
    if Path("childless").exists():
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    if Path("crowd").exists():
        resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
        for _ in range(1100):
            os.dup(0)
    try:
        sys.exit(supervisor.Supervisor(_loaded, _work).run(listening))
    except UsageError as error:
        sys.exit(f"told: {error}")
