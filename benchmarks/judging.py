"""What judging a mail costs, in units of what parsing it costs with Python's own `email` package.

    python benchmarks/judging.py                              the demo's mails
    python benchmarks/judging.py inbox/*.eml                  your own, a file each
    python benchmarks/judging.py --corpora FOLDER --each 20   held-back mail of every corpus (needs the extra `train`)

Both are timed on the same octets, turn by turn, the best of some rounds over all mails, so that a busy machine bothers both alike and
other mail lies in between, as in use. The judge has the shipped rulebook and seeded random weights: what the weights are does not change
the time.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from functools import partial
from pathlib import Path
from statistics import fmean, median
from time import perf_counter

import numpy as np

import filter.demo
from filter.judge.hashing import SLOTS
from filter.judge.judge import Judge
from filter.judge.linear import COLUMNS, LinearModel
from filter.judge.mail import Mail
from filter.judge.verdict import PerThreat
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped

PARSER = BytesParser(policy=policy.compat32)
"""Python's own, which makes an object of every line and decodes no body: the unit."""


@dataclass(frozen=True, slots=True)
class Timing:
    """One mail's seconds: parsed by `email`, and judged."""

    parsed: float
    judged: float


def main() -> None:
    """Read the arguments, time every mail, print a line a group and one for all."""
    arguments = _arguments()
    judge = random_judge()
    timings: dict[str, list[Timing]] = defaultdict(list)
    arrived: list[Timing] = []
    mails = [*_mails(arguments)]
    for (group, content), timing in zip(mails, _timed(judge, [content for _, content in mails], arguments.rounds), strict=True):
        timings[group].append(timing)
        if b"received:" in content[:65_536].lower():
            arrived.append(timing)
    print(f"{'':16}{'mails':>7}{'email ms':>10}{'judge ms':>10}{'ratio':>8}{'median ratio':>14}{'worst ms':>10}")
    for group, ones in timings.items():
        _print(group, ones)
    if len(timings) > 1:
        _print("all", [timing for ones in timings.values() for timing in ones])
    if arrived:
        # What a relay sees: mail with the headers it arrived with. `email` has little to do for a bare text without them.
        _print("with Received", arrived)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, help="mails, a file each (default: the demo's)")
    parser.add_argument("--corpora", type=Path, help="folder of <corpus>.tar.zst")
    parser.add_argument("--own", type=Path, default=Path("models/corpus"), help="folder of our own mail (default: models/corpus)")
    parser.add_argument("--each", type=int, default=20, help="held-back mails taken of every corpus (default: 20)")
    parser.add_argument("--rounds", type=int, default=7, help="times each mail is measured; the best counts (default: 7)")
    return parser.parse_args()


def random_judge() -> Judge:
    """The shipped rulebook and seeded random weights."""
    weights = np.random.default_rng(1).integers(-127, 128, size=(SLOTS, COLUMNS), dtype=np.int8)
    return Judge(LinearModel(weights, PerThreat(0.01, 0.01, 0.01), PerThreat(-2.0, -3.0, -4.0), "random"), load_rulebook(shipped("rules")))


def _mails(arguments: argparse.Namespace) -> Iterator[tuple[str, bytes]]:
    """(group, content) pairs."""
    if arguments.corpora:
        yield from held_back(arguments.corpora, arguments.own, arguments.each)
    elif arguments.paths:
        yield from (("files", path.read_bytes()) for path in arguments.paths)
    else:
        yield from (("demo", mail.content) for mail in filter.demo.mails())


def held_back(corpora: Path, own: Path, each: int) -> Iterator[tuple[str, bytes]]:
    """The same mails of each corpus on every run, spread evenly over what is held back of it."""
    from filter.lab.corpora import TEST, read  # noqa: PLC0415  (zstandard: only the extra `train` brings it)

    found: dict[str, list[bytes]] = defaultdict(list)
    for sample in read(corpora, own):
        if sample.part == TEST:
            found[sample.corpus].append(sample.content)
    for corpus, contents in found.items():
        yield from ((corpus, contents[place * len(contents) // each]) for place in range(min(each, len(contents))))


def _timed(judge: Judge, contents: Sequence[bytes], rounds: int) -> list[Timing]:
    passes = [
        [Timing(seconds(partial(PARSER.parsebytes, content)), seconds(partial(judge.judge, Mail(content)))) for content in contents]
        for _ in range(rounds)
    ]
    return [Timing(min(one.parsed for one in ones), min(one.judged for one in ones)) for ones in zip(*passes, strict=True)]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, by the clock."""
    start = perf_counter()
    work()
    return perf_counter() - start


def _print(group: str, timings: Sequence[Timing]) -> None:
    parsed, judged = (fmean(one.parsed for one in timings), fmean(one.judged for one in timings))
    worst = max(one.judged for one in timings)
    middle = median(one.judged / one.parsed for one in timings)
    figures = f"{parsed * 1e3:>10.3f}{judged * 1e3:>10.3f}{judged / parsed:>8.2f}{middle:>14.2f}{worst * 1e3:>10.2f}"
    print(f"{group:16}{len(timings):>7}{figures}")


if __name__ == "__main__":
    main()
