"""Mail of a corpus that nothing was learnt from: what the features are worth where the words, the era and the senders are others.

    python benchmarks/leave_out.py --corpora <folder>                  each corpus with bad mail left out in turn
    python benchmarks/leave_out.py --corpora <folder> --only trec07p   one of them, some ten minutes on two cores
    python benchmarks/leave_out.py --corpora <folder> --grams          and with 4-grams alone
    python benchmarks/leave_out.py --corpora <folder> --ablate         and without each family of features as well
    python benchmarks/leave_out.py --corpora <folder> --strengths 3 10 35 100     the penalty, by corpus and by time

Each row is a model made as the shipped one is, its three heads and their calibration, and its score without rules. The last column is the
judge's, still without rules: with own words and the ends of long texts judged by themselves; the others are the model's on the whole text.
All of the corpus left out is tried, as it came; a corpus without wanted mail of its own against the held-back mail of `lists`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from filter.assemble import build_policy
from filter.config.schema import Config
from filter.judge.judge import Judge
from filter.judge.linear import LinearModel
from filter.judge.rules.book import Rulebook
from filter.judge.verdict import THREATS
from filter.lab.corpora import TEST, Sample, read
from filter.lab.dataset import Dataset, vectorise
from filter.lab.metrics import Share, recall_at, roc_area
from filter.lab.scored import OVERALL, score, sides
from filter.lab.train import STRENGTHS, learnable, learnt_from

LEFT_OUT = ("trec07p", "phishing_pot", "spamassassin", "nazario", "lists", "own")
HAM_OF_THEIR_OWN = frozenset({"trec07p", "spamassassin", "lists", "own"})
ABLATED = ("trec07p", "phishing_pot")
FAMILIES = {"4-grams": 0, "words": 1, "word pairs": 2, "subject": 3, "structure tokens": 4}
RATES = (0.01, 0.001)
SHIPPED = {"": STRENGTHS}
NO_WORDS = np.empty(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Archives:
    """The corpora in a folder and our own mail, seen without some families of features."""

    corpora: Path
    own: Path
    without: frozenset[int] = frozenset()

    def learnt(self, corpus: str) -> Dataset:
        """Training mail as it is learnt, but for one corpus; without words there is no company that they stand in either."""
        dataset = learnable(self.corpora, self.own, (corpus,) if corpus else (), self.without)
        return replace(dataset, words=(NO_WORDS,) * len(dataset)) if FAMILIES["words"] in self.without else dataset

    def raw(self, corpus: str, seen: frozenset[str]) -> Iterator[Sample]:
        """What is tried where one corpus was left out, as it came, but for campaigns that were seen."""
        samples = (sample for sample in read(self.corpora, self.own) if _is_tried(sample, corpus))
        return (replace(sample, part=TEST) for sample in samples if sample.campaign not in seen)

    def judged(self, model: LinearModel, samples: Iterator[Sample]) -> list[str]:
        """The judge's recall at 1 %, which sees all families; "" where some say nothing."""
        if self.without:
            return [""]
        judge = Judge(model, Rulebook((), "none"))
        ham, bad = sides(score(judge, build_policy(Config()), samples), OVERALL)
        return [_share(recall_at(ham, bad, RATES[0]))]


def tried(archives: Archives, corpus: str, strengths: Sequence[Mapping[str, float]]) -> Iterator[list[str]]:
    """With each of the strengths, recall at each rate on a corpus that nothing was learnt from; "" is none, and then the held-back mail
    of all is tried."""
    known = archives.learnt(corpus)
    seen = frozenset(sample.campaign for sample in known.samples)
    test = vectorise(archives.raw(corpus, seen), (), archives.without)
    bad = test.column("threat") != "ham"
    for each in strengths:
        model = learnt_from(known, each)
        weights = model.weights[:, : len(THREATS)] * np.array(model.scales)
        scores = np.logaddexp.reduce(test.matrix @ weights + np.array(model.biases), axis=1)
        yield _figures(scores[~bad], scores[bad]) + archives.judged(model, archives.raw(corpus, seen))


def _is_tried(sample: Sample, corpus: str) -> bool:
    if not corpus:
        return sample.part == TEST
    if sample.corpus == corpus:
        return True
    return corpus not in HAM_OF_THEIR_OWN and sample.corpus == "lists" and sample.label == "ham" and sample.part == TEST


def _figures(ham: npt.NDArray[np.float64], bad: npt.NDArray[np.float64]) -> list[str]:
    recalls = [recall_at(ham, bad, rate) for rate in RATES]
    return [f"{len(bad):,} / {len(ham):,}", f"{roc_area(ham, bad):.4f}", *map(_share, recalls)]


def _share(share: Share) -> str:
    return f"{share.rate * 100:.1f} % [{share.low * 100:.1f}, {share.high * 100:.1f}]"


def table(head: str, archives: Archives, corpora: Sequence[str], strengths: Mapping[str, Mapping[str, float]] = SHIPPED) -> None:
    """A Markdown table, a row for each corpus left out and each of the strengths by their names, printed as it grows."""
    print(
        f"\n| {head} | bad / wanted | ROC area | recall at 1 % | recall at 0.1 % | judged, at 1 % |\n|---|---|---|---|---|---|", flush=True
    )
    for corpus in corpora:
        for name, row in zip(strengths, tried(archives, corpus, tuple(strengths.values())), strict=True):
            print(f"| {name}{corpus or 'nothing: later mail'} | {' | '.join(row)} |", flush=True)


def main() -> None:
    """The tables asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--own", type=Path, default=Path("models/corpus"))
    options.add_argument("--only", nargs="+", choices=LEFT_OUT, help="leave out these alone")
    options.add_argument("--grams", action="store_true", help="and with 4-grams alone")
    options.add_argument("--ablate", action="store_true", help="without each family in turn")
    options.add_argument("--strengths", type=float, nargs="*", help="inverse penalties against spam and phish to try (scikit-learn's C)")
    asked = options.parse_args()
    left_out, ablated = (asked.only or names for names in (LEFT_OUT, ABLATED))
    whole = Archives(asked.corpora, asked.own)
    if asked.strengths:
        strengths = {f"{strength:g}, ": STRENGTHS | {"spam": strength, "phish": strength} for strength in asked.strengths}
        table("penalty's inverse, left out", whole, asked.only or ("", *LEFT_OUT), strengths)
        return
    table("left out", whole, left_out)
    if asked.grams or asked.ablate:
        table("left out, 4-grams alone", replace(whole, without=frozenset(FAMILIES.values()) - {FAMILIES["4-grams"]}), left_out)
    for name, family in FAMILIES.items() if asked.ablate else ():
        table(f"left out, without {name}", replace(whole, without=frozenset({family})), ablated)


if __name__ == "__main__":
    main()
