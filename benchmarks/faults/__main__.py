"""Whether the relay keeps its promise whatever fails: every message accounted for, under every fault that we could think of.

    python -m benchmarks.faults                  all scenarios in full, in five minutes or ten
    python -m benchmarks.faults --quick          smaller ones, in two minutes; tests/integration/test_faults.py runs the same
    python -m benchmarks.faults matrix reload    the scenarios whose names begin so

Each starts `sievert serve` with the shipped judge in a temporary folder. The clients try again whatever got no 250; a next hop of
our own, on a loop of its own, fails as told and notes what it said 250 to. In the end each message is looked for, by its token,
at the next hop and in the quarantine. Needs Linux. Disks that are full are a tmpfs where root may mount one, else SQLite's
max_page_count (then the Maildir's is not tried).

Lost: answered 250, and nowhere, or not whole. Unexplained: there too often, though no reply got lost between the relay and either
side. Exit status 0 only if there is none of either, and every reply was as it should be.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import tempfile
from pathlib import Path

from benchmarks.faults.account import Row, table
from benchmarks.faults.scenarios import FULL, QUICK, Scenario


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(FULL)}; all by default")
    parser.add_argument("--quick", action="store_true", help="smaller versions")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # no relay may stay behind
    among = QUICK if arguments.quick else FULL
    chosen = {name: run for name, run in among.items() if not arguments.names or name.startswith(tuple(arguments.names))}
    if not chosen:
        parser.error(f"no scenario begins with {' or '.join(arguments.names)}; there are {', '.join(FULL)}")
    rows = [row for name, run in chosen.items() for row in _run(name, run)]
    print(table(rows))
    sys.exit(0 if all(row.good for row in rows) else 1)


def _run(name: str, run: Scenario) -> list[Row]:
    print(f"{name} ...", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="sievert-faults-") as folder:
        return asyncio.run(run(Path(folder)))


if __name__ == "__main__":
    main()
