"""How fast an archive is replayed on all cores, beside bogofilter and rspamd on the same mail; and whether memory grows with it.

    apt-get install -y --no-install-recommends rspamd bogofilter      a peer that is missing is left out, and said to be
    python benchmarks/replay.py --corpora FOLDER                      in half an hour (needs the extras `train` and `replay`)
    python benchmarks/replay.py --corpora FOLDER --count 2000 --sizes 1000,4000

First table: the public corpora trec07p, as one mbox, and lists, as one tar. All engines judge the same mail turn by turn, the best
of some rounds each; by the clock, starting included. What may be compared, and what may not:

- Sievert is the command as a user runs it: `sievert replay --out run.jsonl`, a process a core.
- bogofilter knows words only. It has learnt 15,000 mails of each kind, as a site's would have, and judges files by name (`-b`): in one
  process, which is all that it has, and beside that in a process a core.
- rspamd is a process a core with a connection to each, set up and cut down as in `peers.py`: nothing that asks a network, no statistics.
  It reads no archives, so its mail is in memory before the clock starts.

Second table: the same command on more and more mail (of trec07p, again and again), and the most memory that it and its workers had.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from functools import partial
from itertools import cycle, filterfalse, islice
from pathlib import Path
from time import perf_counter, sleep

from peers import ANSWER_SECONDS, HOST, _bulk, _scan, _start_rspamd
from processes import family

from filter.store.archives import open_path

CORES = len(os.sched_getaffinity(0))
SIEVERT = (sys.executable, "-c", "from filter.cli import main; main()", "replay", "--anew", "--format", "jsonl")
TREC07P = 49_999
TAUGHT = 15_000
"""Mails of each kind that bogofilter learns: the longer its word list, the longer it takes."""
LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Mails:
    """The same mail as an archive, and as a file each."""

    name: str
    archive: Path
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Engine:
    """What is measured: `seconds` judges all of it and says how long that took."""

    name: str
    seconds: Callable[[Mails], float]


def main() -> None:
    """Read the arguments, measure, print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of trec07p.tar.zst and lists.tar.zst")
    parser.add_argument("--count", type=int, default=50_000, help="most mails taken of each, evenly over it (default: 50000)")
    parser.add_argument("--rounds", type=int, default=3, help="times each engine is measured; the best counts (default: 3)")
    parser.add_argument("--sizes", default="1000,10000,100000", help="mails of the second table (default: 1000,10000,100000)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sievert-replay-") as name, ExitStack() as stack:
        folder = Path(name)
        trec = _as_mbox(folder / "trec07p", list(_taken(arguments.corpora / "trec07p.tar.zst", TREC07P, arguments.count)))
        lists = list(_taken(arguments.corpora / "lists.tar.zst", arguments.count, arguments.count))
        sets = (trec, _as_tar(folder / "lists", lists))
        engines = [Engine("Sievert", lambda mails: _replayed(mails.archive, folder)[0])]
        engines += _bogofilter(folder / "bogofilter", arguments.corpora) if shutil.which("bogofilter") else []
        engines += [_rspamd(stack, folder)] if shutil.which("rspamd") else []
        _print_peers(engines, sets, arguments.rounds)
        _print_sizes(trec, [int(size) for size in arguments.sizes.split(",")], folder)
    loads = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    print(f"\n{CORES} processors; mean load of the last 1, 5 and 15 minutes: {loads}.")


def _print_peers(engines: Sequence[Engine], sets: Sequence[Mails], rounds: int) -> None:
    print("| mail | engine | mails | messages/s | Sievert is faster by |\n|---|---|--:|--:|--:|")
    for mails in sets:
        turns = [[engine.seconds(mails) for engine in engines] for _ in range(rounds)]
        best = [min(ones) for ones in zip(*turns, strict=True)]
        for engine, took in zip(engines, best, strict=True):
            ratio = f"{took / best[0]:.2f}" if engine is not engines[0] else ""
            print(f"| {mails.name} | {engine.name} | {len(mails.files):,} | {len(mails.files) / took:,.0f} | {ratio} |", flush=True)
    for program in filterfalse(shutil.which, ("rspamd", "bogofilter")):
        print(f"| | {program}: not installed: apt-get install -y --no-install-recommends {program} | | | |")


def _print_sizes(mails: Mails, sizes: Sequence[int], folder: Path) -> None:
    print("\n| mails | seconds | messages/s | peak MB of the command | peak MB of its largest worker |\n|--:|--:|--:|--:|--:|")
    for size in sizes:
        grown = _mbox(folder / f"{size}.mbox", islice(cycle(mails.files), size))
        took, command, worker = _replayed(grown, folder)
        print(f"| {size:,} | {took:,.1f} | {size / took:,.0f} | {command:,.0f} | {worker:,.0f} |", flush=True)
        grown.unlink()


def _taken(archive: Path, there: int, count: int) -> Iterator[bytes]:
    """So many of an archive's mails, evenly spread."""
    every = max(1, there // count)
    mails = (content for _, content in open_path(archive, lambda *_: None))
    return islice(mails, 0, every * count, every)


def _files(folder: Path, contents: Sequence[bytes]) -> tuple[Path, ...]:
    """A file each, in their order."""
    folder.mkdir(parents=True)
    paths = tuple(folder / f"{number:06}.eml" for number in range(len(contents)))
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def _as_mbox(folder: Path, contents: Sequence[bytes]) -> Mails:
    files = _files(folder, contents)
    return Mails("trec07p, mbox", _mbox(folder.with_suffix(".mbox"), files), files)


def _mbox(path: Path, files: Iterable[Path]) -> Path:
    """An mbox of these mails, quoted as mboxrd does."""
    with path.open("wb") as stream:
        for file in files:
            quoted = re.sub(rb"^(>*From )", rb">\1", file.read_bytes().replace(b"\r\n", b"\n"), flags=re.MULTILINE)
            stream.write(b"From replay@sievert.example Mon Jan  1 00:00:00 2024\n" + quoted.rstrip(b"\n") + b"\n\n")
    return path


def _as_tar(folder: Path, contents: Sequence[bytes]) -> Mails:
    files = _files(folder, contents)
    with tarfile.open(folder.with_suffix(".tar"), "w") as archive:
        for file in files:
            archive.add(file, file.name)
    return Mails("lists, tar", folder.with_suffix(".tar"), files)


def _replayed(archive: Path, folder: Path) -> tuple[float, float, float]:
    """`sievert replay` of an archive: its seconds, and the most MB that the command had, and the largest of its workers."""
    began = perf_counter()
    with subprocess.Popen((*SIEVERT, "--out", str(folder / "run.jsonl"), str(archive)), stdout=subprocess.PIPE) as process:
        peaks: dict[int, float] = {}
        while process.poll() is None:
            for pid in family(process.pid):
                with suppress(OSError, StopIteration):  # it has just ended
                    peaks[pid] = _peak(pid)
            sleep(LOOK_SECONDS)
        took = perf_counter() - began
        if process.returncode:
            sys.exit(f"replay: sievert ended with {process.returncode}")
    return took, peaks.pop(process.pid, 0.0), max(peaks.values(), default=0.0)


def _peak(pid: int) -> float:
    """MB that a process had in memory at most."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024 / 1e6


def _bogofilter(folder: Path, corpora: Path) -> list[Engine]:
    """bogofilter, which has learnt the first mails of each kind of trec07p: in one process, and in one a core."""
    command = ("bogofilter", "-C", "-d", str(folder))
    for kind, option in (("ham", "-n"), ("spam", "-s")):
        named = open_path(corpora / "trec07p.tar.zst", lambda *_: None)
        taught = islice((content for name, content in named if f"/{kind}/" in name), TAUGHT)
        _bulk((*command, option, "-b"), _files(folder / kind, list(taught)))
    version = subprocess.run(("bogofilter", "-V"), capture_output=True, check=True, text=True).stdout.split()[2]

    def seconds(processes: int, mails: Mails) -> float:
        began = perf_counter()
        with ThreadPoolExecutor(processes) as threads:
            list(threads.map(lambda first: _bulk((*command, "-Tb"), mails.files[first::processes]), range(processes)))
        return perf_counter() - began

    return [Engine(f"bogofilter {version} -b, processes: {count}", partial(seconds, count)) for count in dict.fromkeys((1, CORES))]


def _rspamd(stack: ExitStack, folder: Path) -> Engine:
    """A process of rspamd for each core, each with a connection, until `stack` ends."""
    ports = [_start_rspamd(stack, folder / f"rspamd-{number}") for number in range(CORES)]
    version = subprocess.run(("rspamd", "--version"), capture_output=True, check=True, text=True).stdout.split()[-1]

    def seconds(mails: Mails) -> float:
        contents = [path.read_bytes() for path in mails.files]

        def scan(number: int) -> None:
            with closing(http.client.HTTPConnection(HOST, ports[number], timeout=ANSWER_SECONDS)) as connection:
                for content in contents[number::CORES]:
                    _scan(connection, content)

        began = perf_counter()
        with ThreadPoolExecutor(CORES) as threads:
            list(threads.map(scan, range(CORES)))
        return perf_counter() - began

    return Engine(f"rspamd {version}", seconds)


if __name__ == "__main__":
    main()
