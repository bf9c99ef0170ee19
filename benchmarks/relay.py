"""What the relay costs: messages a second, CPU, waits and memory, beside aiosmtpd's own proxy and beside no relay at all.

    python benchmarks/relay.py             a table, in a minute or two (a glance: --count 300 --rounds 1)
    python benchmarks/relay.py --json      one JSON object

Needs Linux, and `smtp-source` and `smtp-sink` (Debian: package postfix). All mail ends in the same smtp-sink: `direct` is the sink
itself; `aiosmtpd` its `handlers.Proxy` in a process of its own, which judges nothing; `sievert` is `sievert serve`, which judges
every message and delivers it. They take turns, so that a busy machine bothers all alike.

Small: messages of 4,000 octets over 10 sessions, one and many a connection; two workers; of the rates the median of the rounds counts,
of CPU the least: whatever else the machine does, such as a neighbour on the other thread of a core, only ever adds to it.
Large: a message of 25 MB in lines of 80 octets; one worker; the best of three counts. Meanwhile another client says NOOP every
few milliseconds, and its longest wait of all counts. CPU is user and system time of all processes of a target. Memory is what the
largest worker shares with no other process, after the small messages; and the peak above that while the large ones are sent.

Every message is counted at the sink. Exit status 0 only if all goals are met.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from multiprocessing import Process
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Proxy
from processes import cpu_seconds, family, memory

HOST, MB = "127.0.0.1", 1_000_000
NOOP_SECONDS, SETTLING_SECONDS, PATIENCE_SECONDS = 0.003, 0.5, 30
CONFIG = """
relay.workers = {workers}
next_hop = {{kind = "smtp", servers = ["127.0.0.1:{sink}"]}}
policy.overall = {{tag = inf, quarantine = inf, reject = inf}}
store.quarantine = "sqlite:///{folder}/quarantine.db"
store.journal = "sqlite:///{folder}/journal.db"
listen = [{{host = "127.0.0.1", port = 0}}]
"""


@dataclass(frozen=True, slots=True)
class Load:
    """So many messages of so many octets (and a header); what else smtp-source is told; and which of the rounds' rates counts."""

    name: str
    octets: int
    count: int
    rounds: int
    options: tuple[str, ...] = ()
    typical: Callable[[Iterable[float]], float] = median


@dataclass(frozen=True, slots=True)
class Target:
    """Where mail is sent to; `pid` is the process whose family is measured, 0 for none."""

    name: str
    port: int
    pid: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A load on a target: messages/s, MB/s, either as a share of direct's, and CPU milliseconds a message."""

    load: str
    target: str
    rate: float
    megabytes: float
    share: float
    cpu_ms: float


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound on what was measured: the least that it may be, or else the most."""

    name: str
    measured: float
    bound: float
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether the bound is kept."""
        return self.measured >= self.bound if self.least else self.measured <= self.bound


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=800, help="small messages a run (default: 800)")
    parser.add_argument("--rounds", type=int, default=12, help="runs of small messages (default: 12)")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the tables")
    arguments = parser.parse_args()
    os.environ["PATH"] += ":/usr/sbin"
    if not (shutil.which("smtp-source") and shutil.which("smtp-sink")):
        parser.error("smtp-source and smtp-sink are missing (Debian: package postfix)")
    with tempfile.TemporaryDirectory(prefix="sievert-relay-") as folder:
        rows, goals = measured(Path(folder), arguments.count, arguments.rounds)
    if arguments.json:
        print(json.dumps({"rows": [asdict(row) for row in rows], "goals": [asdict(goal) | {"met": goal.met} for goal in goals]}))
    else:
        _show(rows, goals)
    sys.exit(0 if all(goal.met for goal in goals) else 1)


def measured(folder: Path, count: int, rounds: int) -> tuple[list[Row], list[Goal]]:
    """Start what is needed, which writes to `folder`, and measure it."""
    one, large = Load("one a connection", 4_000, count, rounds, ("-s", "10")), Load("large", 25 * MB, 1, 3, typical=max)
    many, warm_up = replace(one, name="many a connection", options=("-s", "10", "-d")), replace(one, count=200, rounds=1)
    with ExitStack() as stack:
        direct = _sink(stack, log := folder / "sink")
        aiosmtpd, sievert = _aiosmtpd(stack, direct.port), _sievert(stack, folder / "two", direct.port, workers=2)
        _, *small = (_rows(load, (direct, aiosmtpd, sievert), log) for load in (warm_up, one, many))
        private, _ = max(map(memory, family(sievert.pid)))
        alone = _sievert(stack, folder / "one", direct.port, workers=1)
        _rows(warm_up, (direct, alone), log)
        worker = max(family(alone.pid), key=memory)
        before, _ = memory(worker)
        Path(f"/proc/{worker}/clear_refs").write_text("5")  # The peak begins anew, proc(5).
        sending = stack.enter_context(ThreadPoolExecutor(1)).submit(_rows, large, (direct, alone), log)
        wait = _longest_wait(alone, sending)
        _, peak = memory(worker)
    return [*small[0], *small[1], *sending.result()], [
        *(Goal(f"{rows[0].load}: rate, a multiple of aiosmtpd's", rows[2].rate / rows[1].rate, 1.5, least=True) for rows in small),
        *(Goal(f"{rows[0].load}: CPU ms a message", rows[2].cpu_ms, 1.4) for rows in small),
        Goal("private memory of a worker, MB", private, 90),
        Goal("large: rate, a share of direct's", sending.result()[1].share, 0.5, least=True),
        Goal("large: longest wait of a NOOP meanwhile, ms", wait * 1e3, 50),
        Goal("large: peak of memory, a multiple of the message", (peak - before) * MB / large.octets, 2.2),
    ]


def _sink(stack: ExitStack, log: Path) -> Target:
    """smtp-sink, which writes its counters to the log."""
    user = () if os.geteuid() else ("-u", "nobody")  # Root has to say whom it wants to become.
    command = ("smtp-sink", "-c", *user, f"{HOST}:{(port := free_port())}", "1000")
    process = stack.enter_context(subprocess.Popen(command, stdout=stack.enter_context(log.open("wb"))))
    stack.callback(process.terminate)
    return Target("direct", port)


def _aiosmtpd(stack: ExitStack, sink: int) -> Target:
    process = Process(target=_proxy, args=(port := free_port(), sink))
    process.start()
    stack.callback(process.terminate)
    return Target("aiosmtpd", port, process.pid or 0)


def _proxy(port: int, sink: int) -> None:
    Controller(Proxy(HOST, sink), hostname=HOST, port=port, data_size_limit=None).start()
    signal.pause()


def _sievert(stack: ExitStack, folder: Path, sink: int, workers: int) -> Target:
    """The relay, its log in a file as when it is run for real."""
    folder.mkdir()
    (folder / "sievert.toml").write_text(CONFIG.format(workers=workers, sink=sink, folder=folder))
    command, root = (sys.executable, "-m", "filter", "serve", "--config", str(folder / "sievert.toml")), Path(__file__).parent.parent
    log = stack.enter_context((folder / "log").open("wb"))
    process = stack.enter_context(subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=log))
    stack.callback(process.terminate)
    line = process.stdout.readline().decode() if process.stdout else ""
    if (listening := re.search(r"listening on \S+ port (\d+)", line)) is None:
        sys.exit(f"relay: sievert did not start: {line}{(folder / 'log').read_text()}")
    return Target("sievert", int(listening[1]), process.pid)


def _rows(load: Load, targets: tuple[Target, ...], log: Path) -> list[Row]:
    """The load on each target, turn by turn; `direct` comes first."""
    runs = [*zip(*([_run(load, target, log) for target in targets] for _ in range(load.rounds)), strict=True)]
    rates = [load.typical(rate for rate, _ in ones) for ones in runs]
    costs = [min(cost for _, cost in ones) for ones in runs]
    figures = zip(targets, rates, costs, strict=True)
    return [Row(load.name, to.name, rate, rate * load.octets / MB, rate / rates[0], cost) for to, rate, cost in figures]


def _run(load: Load, target: Target, log: Path) -> tuple[float, float]:
    """Messages/s and CPU milliseconds a message; smtp-source ends in an error at any reply but the wanted one."""
    # -C: it waits for a target that does not listen yet, which the first one may not.
    sizes = ("-C", str(PATIENCE_SECONDS), "-l", str(load.octets), "-m", str(load.count))
    arrived, cpu, start = _arrived(log), cpu_seconds(target.pid), perf_counter()
    subprocess.run(("smtp-source", *sizes, *load.options, f"{HOST}:{target.port}"), check=True)
    seconds = perf_counter() - start
    sleep(SETTLING_SECONDS)  # What a target puts off until after its reply is counted too.
    if (lost := load.count - (_arrived(log) - arrived)) != 0:
        sys.exit(f"relay: of {load.count} messages to {target.name}, {lost} did not reach the sink")
    return load.count / seconds, (cpu_seconds(target.pid) - cpu) * 1e3 / load.count


def _longest_wait(target: Target, sending: Future[list[Row]]) -> float:
    """The seconds that a NOOP waited at most while others were sending."""
    longest = 0.0
    with socket.create_connection((HOST, target.port), timeout=PATIENCE_SECONDS) as client, client.makefile("rb") as replies:
        replies.readline()
        while not sending.done():
            start = perf_counter()
            client.sendall(b"NOOP\r\n")
            if not (reply := replies.readline()).startswith(b"250"):
                sys.exit(f"relay: {target.name} answered a NOOP with {reply!r}")
            longest = max(longest, perf_counter() - start)
            sleep(NOOP_SECONDS)
    return longest


def _arrived(log: Path) -> int:
    """Messages that the sink has counted; it writes the numbers over each other, as for a terminal."""
    return int((re.findall(rb"mesg=(\d+)", log.read_bytes()[-200:]) or [b"0"])[-1])


def free_port() -> int:
    """A port of the loopback that nobody listens on at the moment."""
    with socket.create_server((HOST, 0)) as free:
        return int(free.getsockname()[1])


def _show(rows: list[Row], goals: list[Goal]) -> None:
    print(f"{'':20}{'target':10}{'messages/s':>12}{'MB/s':>10}{'share':>10}{'CPU ms':>10}")
    for row in rows:
        print(f"{row.load:20}{row.target:10}{row.rate:>12,.1f}{row.megabytes:>10.1f}{row.share:>10.3f}{row.cpu_ms:>10.2f}")
    print()
    for goal in goals:
        wanted = f"{'>=' if goal.least else '<='} {goal.bound:<6g}"
        print(f"{goal.name:52}{goal.measured:>10.2f}   {wanted}{'met' if goal.met else 'missed'}")


if __name__ == "__main__":
    main()
