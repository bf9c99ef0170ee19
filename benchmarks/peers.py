"""What a mail costs Sievert, beside rspamd, bogofilter and Python's own `email` package; and what the worst mails cost it.

    apt-get install -y --no-install-recommends rspamd bogofilter      a peer that is missing is left out, and said to be
    python benchmarks/peers.py --corpora FOLDER --each 40             two tables (needs the extra `train`), in some minutes

First table: the same held-back mails for all, those of `judging.py`, turn by turn; of each mail the best of some rounds, so that
p99 and worst are of mails, not of the moments at which the machine was busy with something else. Milliseconds by the clock, one
mail at a time. What may be compared, and what may not:

- `email` parses only (compat32): it decodes no body and decides nothing. It is the unit, since it measures the machine too.
- Sievert is `Judge.judge`: parsing, features, model and rules, within a Python process. Nothing of SMTP, quarantine or journal.
- rspamd is one normal worker with Debian's rules, asked by HTTP on the loopback with a connection a mail (it keeps none); "its own
  clock" is what it says the scan took. Left out are all that asks a network, Redis or a map from afar, and its statistics: SPF,
  DKIM, DMARC, RBL, fuzzy hashes, phishing feeds, Bayes, neural. As installed it does more than is measured here, and Sievert has
  nothing in place of most of it. Hyperscan's expressions are compiled before the clock starts.
- bogofilter knows words only: neither links nor rules. It has learnt the first training mails of each label of every corpus, so
  its word list is small, as is its time. One process for all mails gives a mean alone; a process a mail is how a milter calls it.

How well each of them judges is not asked here.

Second table: mails built to cost most (`hostile_mails.py`): the worst of three judgements, and one parse by `email`.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse
from pathlib import Path
from platform import python_version
from statistics import fmean, median
from time import perf_counter, sleep
from typing import IO, TYPE_CHECKING

import hostile_mails
import numpy as np
from judging import PARSER, held_back, random_judge, seconds
from relay import free_port

from filter.judge.judge import Judge
from filter.judge.mail import Mail

if TYPE_CHECKING:
    from filter.lab.corpora import Sample

HOST, START_SECONDS, ANSWER_SECONDS = "127.0.0.1", 90, 60
REMOTE = """
antivirus arc asn aws_s3 bimi clickhouse dcc dkim dkim_signing dmarc elastic external_services fuzzy_check greylist hfilter history_redis
metadata_exporter metric_exporter mid milter_headers multimap mx_check neural p0f phishing ratelimit rbl replies reputation rspamd_update
spf url_redirector whitelist
"""
"""rspamd's modules that ask somebody else, need Redis, or read a list from afar."""
RSPAMD = """
lua = "$RULESDIR/rspamd.lua";
.include "$CONFDIR/metrics.conf"
.include "$CONFDIR/actions.conf"
.include "$CONFDIR/groups.conf"
.include "$CONFDIR/composites.conf"
.include "$CONFDIR/modules.conf"
modules {{ path = "$PLUGINSDIR"; }}
options {{
  .include "$CONFDIR/options.inc"
  filters = "chartable,regexp";
  tempdir = "{folder}";
  dns {{ nameserver = ["{host}:9"]; }}  # Nobody's: what REMOTE forgets stays on this machine all the same.
}}
logging {{ type = "console"; level = "info"; }}
worker "normal" {{ bind_socket = "{host}:{port}"; count = 1; }}
"""


@dataclass(frozen=True, slots=True)
class Held:
    """A held-back mail, and the file it is in for an engine that reads files."""

    content: bytes
    path: Path


@dataclass(frozen=True, slots=True)
class Engine:
    """What is measured: `seconds` judges mails and says how long that took. One that is not `single` takes all of them at once."""

    name: str
    seconds: Callable[[Sequence[Held]], float]
    single: bool = True


def main() -> None:
    """Read the arguments, measure, print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of <corpus>.tar.zst")
    parser.add_argument("--own", type=Path, default=Path("models/corpus"), help="folder of our own mail (default: models/corpus)")
    parser.add_argument("--each", type=int, default=40, help="held-back mails taken of every corpus (default: 40)")
    parser.add_argument("--rounds", type=int, default=5, help="times each mail is measured; the best counts (default: 5)")
    arguments = parser.parse_args()
    judge = random_judge()
    with tempfile.TemporaryDirectory(prefix="sievert-peers-") as folder, ExitStack() as stack:
        _print_peers(stack, Path(folder), judge, arguments)
    hostile_mails.print_table(judge)
    loads = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    print(f"\n{os.cpu_count()} processors; mean load of the last 1, 5 and 15 minutes: {loads}.")


def _print_peers(stack: ExitStack, folder: Path, judge: Judge, arguments: argparse.Namespace) -> None:
    held = [content for _, content in held_back(arguments.corpora, arguments.own, arguments.each)]
    mails = [Held(content, path) for content, path in zip(held, _files(folder / "held", held), strict=True)]
    engines = [Engine(f"email of Python {python_version()}, parse only", _parse), Engine("Sievert", partial(_judged, judge))]
    engines += _rspamd(stack, folder / "rspamd") if shutil.which("rspamd") else []
    engines += _bogofilter(folder / "bogofilter", arguments) if shutil.which("bogofilter") else []
    print("| engine | mails | mean ms | p50 | p99 | worst ms | mean, in parses by `email` |\n|---|--:|--:|--:|--:|--:|--:|")
    _print_rows(engines, mails, arguments.rounds)
    for program in filterfalse(shutil.which, ("rspamd", "bogofilter")):
        print(f"| {program} | not installed: apt-get install -y --no-install-recommends {program} | | | | | |")
    sizes = [len(content) for content in held]
    print(f"\nOctets of a mail: mean {fmean(sizes):,.0f}, median {median(sizes):,.0f}, largest {max(sizes):,}.\n")


def _print_rows(engines: Sequence[Engine], mails: Sequence[Held], rounds: int) -> None:
    """A row an engine; those that take one mail take turns, so that a busy machine bothers all alike."""
    single = [engine for engine in engines if engine.single]
    times = {engine.name: np.empty(len(mails)) for engine in single}
    for place, held in enumerate(mails):
        turns = [[engine.seconds([held]) for engine in single] for _ in range(rounds)]
        for engine, ones in zip(single, zip(*turns, strict=True), strict=True):
            times[engine.name][place] = min(ones) * 1e3
    unit = times[engines[0].name].mean()
    for engine in engines:
        if engine.single:
            mean = float(times[engine.name].mean())
            figures = [f"{ms:,.2f}" for ms in np.quantile(times[engine.name], (0.5, 0.99, 1))]
        else:
            mean, figures = min(engine.seconds(mails) for _ in range(rounds)) * 1e3 / len(mails), [""] * 3
        print(f"| {engine.name} | {len(mails)} | {mean:.3f} | {' | '.join(figures)} | {mean / unit:.2f} |", flush=True)


def _files(folder: Path, contents: Iterable[bytes]) -> list[Path]:
    """A file each, in their order."""
    folder.mkdir(parents=True)
    paths = []
    for number, content in enumerate(contents):
        paths.append(folder / f"{number:06}.eml")
        paths[-1].write_bytes(content)
    return paths


def _parse(mails: Sequence[Held]) -> float:
    return seconds(lambda: PARSER.parsebytes(mails[0].content))


def _judged(judge: Judge, mails: Sequence[Held]) -> float:
    mail = Mail(mails[0].content)
    return seconds(lambda: judge.judge(mail))


def _rspamd(stack: ExitStack, folder: Path) -> list[Engine]:
    """rspamd in the foreground, until `stack` ends."""
    port = _start_rspamd(stack, folder)
    connection = stack.enter_context(closing(http.client.HTTPConnection(HOST, port, timeout=ANSWER_SECONDS)))
    version = subprocess.run(("rspamd", "--version"), capture_output=True, check=True, text=True).stdout.split()[-1]
    return [
        Engine(f"rspamd {version}, by HTTP", lambda mails: seconds(lambda: _scan(connection, mails[0].content))),
        Engine(f"rspamd {version}, its own clock", lambda mails: _scan(connection, mails[0].content)),
    ]


def _start_rspamd(stack: ExitStack, folder: Path) -> int:
    """The port of an rspamd that writes to `folder` and whose expressions are compiled."""
    (folder / "override.d").mkdir(parents=True)
    for module in REMOTE.split():
        (folder / "override.d" / f"{module}.conf").write_text("enabled = false;\n")
    (folder / "override.d/mime_types.conf").write_text('file = "$CONFDIR/maps.d/mime_types.inc";\n')
    (folder / "rspamd.conf").write_text(RSPAMD.format(host=HOST, port=(port := free_port()), folder=folder))
    log, places = folder / "log", [f"--var={name}={folder}" for name in ("LOCAL_CONFDIR", "DBDIR", "RUNDIR", "LOGDIR")]
    # Insecure: without it root would have to name another user, who may not read the folder.
    command = ("rspamd", "--no-fork", "--insecure", f"--config={folder / 'rspamd.conf'}", *places)
    process = stack.enter_context(subprocess.Popen(command, stdout=stack.enter_context(log.open("wb")), stderr=subprocess.STDOUT))
    stack.callback(process.terminate)
    end = perf_counter() + START_SECONDS
    while not re.search(r"\(normal\).*hyperscan database of", log.read_text()):
        if process.poll() is not None or perf_counter() > end:
            sys.exit(f"peers: rspamd did not start within {START_SECONDS} s:\n{log.read_text()[-2000:]}")
        sleep(0.1)
    return port


def _scan(connection: http.client.HTTPConnection, content: bytes) -> float:
    """rspamd's verdict on a mail; the seconds that it says its scan took."""
    connection.request("POST", "/checkv2", content)
    return float(json.loads(connection.getresponse().read())["time_real"])


def _bogofilter(folder: Path, arguments: argparse.Namespace) -> list[Engine]:
    """bogofilter, which has learnt the first training mails of each label of every corpus."""
    command = ("bogofilter", "-C", "-d", str(folder))
    learnt: dict[bool, list[bytes]] = {True: [], False: []}
    for sample in _first(arguments):
        learnt[sample.threat == "ham"].append(sample.content)
    for is_ham, contents in learnt.items():
        _bulk((*command, "-n" if is_ham else "-s", "-b"), _files(folder / ("ham" if is_ham else "spam"), contents))
    version = subprocess.run(("bogofilter", "-V"), capture_output=True, check=True, text=True).stdout.split()[2]
    return [
        Engine(f"bogofilter {version}, one process", lambda mails: _bulk((*command, "-Tb"), (one.path for one in mails)), single=False),
        Engine(f"bogofilter {version}, a process a mail", lambda mails: _alone((*command, "-T"), mails[0])),
    ]


def _first(arguments: argparse.Namespace) -> Iterator[Sample]:
    """The first training mails of each label of every corpus."""
    from filter.lab.corpora import TRAIN, read  # noqa: PLC0415  (zstandard: only the extra `train` brings it)

    taken: Counter[tuple[str, str]] = Counter()
    for sample in read(arguments.corpora, arguments.own):
        if sample.part == TRAIN and taken[sample.corpus, sample.label] < arguments.each:
            taken[sample.corpus, sample.label] += 1
            yield sample


def _bulk(command: Sequence[str], paths: Iterable[Path]) -> float:
    names = b"".join(f"{path}\n".encode() for path in paths)
    return seconds(lambda: _run(command, names))


def _alone(command: Sequence[str], held: Held) -> float:
    with held.path.open("rb") as file:
        return seconds(lambda: _run(command, file))


def _run(command: Sequence[str], given: bytes | IO[bytes]) -> None:
    """Run bogofilter on its input; it ends with 0, 1 or 2 for spam, ham or unsure."""
    octets, file = (given, None) if isinstance(given, bytes) else (None, given)
    done = subprocess.run(command, input=octets, stdin=file, capture_output=True, check=False)
    if done.returncode > 2:
        sys.exit(f"peers: {' '.join(command)} ended with {done.returncode}: {done.stderr.decode()}")


if __name__ == "__main__":
    main()
