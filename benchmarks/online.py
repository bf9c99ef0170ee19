"""The site layer's learner on TREC's immediate-feedback task: each mail is scored, then its label is learnt, from nothing.

    python benchmarks/online.py --corpora <folder>            trec07p 1-50,000, in order of arrival
    python benchmarks/online.py --corpora <folder> --bogofilter    the same stream through Debian's bogofilter as well

The same features and steps as `sievert learn`, on a model that says nothing. 1-ROCA % and lam % as in the TREC spam track's overview
(Cormack 2007): lam is the geometric mean of the two error rates' odds at the learner's own line, 0.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import numpy as np
from rich.console import Console
from rich.progress import track

from filter.judge.features import extract
from filter.judge.layer import add, empty, lesson, log_odds, see
from filter.judge.parse import parse
from filter.lab.corpora import BY_NAME, Sample, read
from filter.lab.metrics import lam, roc_area


def stream(corpora: Path) -> Iterator[Sample]:
    """trec07p in its order of arrival: the archive's own."""
    others = tuple(name for name in BY_NAME if name != "trec07p")
    yield from sorted(read(corpora, corpora, others), key=lambda sample: sample.order)


def ours(samples: list[Sample]) -> list[float]:
    """The score of each before its own lesson."""
    weights, scores = empty(), []
    for sample in track(samples, "sievert", console=Console(stderr=True)):
        message = parse(sample.content)
        taught = see(message, extract(message))
        scores.append(log_odds(weights, taught))
        add(weights, lesson(taught, scores[-1], sample.label != "ham"))
    return scores


def bogofilters(samples: list[Sample]) -> list[float]:
    """bogofilter's spamicity before it learns each; its own defaults."""
    scores = []
    with tempfile.TemporaryDirectory() as home:
        for sample in track(samples, "bogofilter", console=Console(stderr=True)):
            told = subprocess.run(["bogofilter", "-d", home, "-T", "-e"], input=sample.content, capture_output=True, check=True)
            scores.append(float(told.stdout.split()[1]))
            label = "-n" if sample.label == "ham" else "-s"
            subprocess.run(["bogofilter", "-d", home, label], input=sample.content, capture_output=True, check=True)
    return scores


def report(name: str, scores: list[float], unwanted: np.ndarray, line: float, seconds: float) -> None:
    """One row."""
    ranked = np.array(scores)
    area = roc_area(ranked[~unwanted], ranked[unwanted])
    errors = lam(ranked[~unwanted], ranked[unwanted], line)
    print(f"| {name} | {len(scores):,} | {(1 - area) * 100:.5f} | {errors * 100:.3f} | {seconds:.0f} |")


def main() -> None:
    """The table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--bogofilter", action="store_true", help="about half an hour")
    asked = options.parse_args()
    samples = list(stream(asked.corpora))
    unwanted = np.array([sample.label != "ham" for sample in samples])
    print("| learner | mails | 1-ROCA % | lam % | seconds |\n|---|---|---|---|---|")
    for name, learner, line in (("sievert learn", ours, 0.0), ("bogofilter", bogofilters, 0.5))[: 1 + asked.bogofilter]:
        started = perf_counter()
        report(name, learner(samples), unwanted, line, perf_counter() - started)


if __name__ == "__main__":
    main()
