"""Mail of a corpus that nothing was learnt from: what the features are worth where the words, the era and the senders are others.

    python benchmarks/leave_out.py --corpora <folder>             each corpus with bad mail left out in turn, beside 4-grams alone
    python benchmarks/leave_out.py --corpora <folder> --ablate    and without each family of features
    python benchmarks/leave_out.py --corpora <folder> --strengths 3 10 35 100     the penalty, by corpus and by time

Each row is a model made as the shipped one is, its three heads and their calibration, and its score without rules and without the ends of
long texts. All of the corpus left out is tried, as it came; a corpus without wanted mail of its own against the held-back mail of `lists`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from filter.judge.verdict import THREATS
from filter.lab.augment import padding
from filter.lab.corpora import TEST, TRAIN, Sample, read
from filter.lab.dataset import Dataset, vectorise
from filter.lab.metrics import recall_at, roc_area
from filter.lab.train import STRENGTHS, capped, learnt_from

LEFT_OUT = ("trec07p", "phishing_pot", "spamassassin", "nazario", "lists", "own")
HAM_OF_THEIR_OWN = frozenset({"trec07p", "spamassassin", "lists", "own"})
ABLATED = ("trec07p", "phishing_pot")
FAMILIES = {"4-grams": 0, "words": 1, "word pairs": 2, "subject": 3, "structure tokens": 4}
RATES = (0.01, 0.001)
NO_WORDS = np.empty(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Mail:
    """Training mail as it is learnt, and all mail as it came, with the same families of features."""

    learnt: Dataset
    raw: Dataset


def vectorised(corpora: Path, own: Path, pads: tuple[str, ...], without: frozenset[int]) -> Mail:
    """All of it, by the families that are left; without words there is no company that they stand in either."""
    learnt = vectorise((sample for sample in read(corpora, own) if sample.part == TRAIN), pads, without)
    if FAMILIES["words"] in without:
        learnt = replace(learnt, words=(NO_WORDS,) * len(learnt))
    held = [sample.part == TEST for sample in read(corpora, own)]
    raw = vectorise((replace(sample, part=TEST) for sample in read(corpora, own)), (), without)
    marked = tuple(replace(sample, part=TEST if kept else TRAIN) for sample, kept in zip(raw.samples, held, strict=True))
    return Mail(capped(learnt), replace(raw, samples=marked))


def tried(mail: Mail, corpus: str, strengths: Mapping[str, float]) -> list[str]:
    """Recall at each rate on a corpus that was left out; "" is none, and then the held-back mail of all is tried."""
    known = mail.learnt.rows(mail.learnt.column("corpus") != corpus)
    model = learnt_from(known, strengths)
    seen = {sample.campaign for sample in known.samples}
    chosen = np.array([_is_tried(sample, corpus) and sample.campaign not in seen for sample in mail.raw.samples])
    test = mail.raw.rows(chosen)
    weights = model.weights[:, : len(THREATS)] * np.array(model.scales)
    scores = np.logaddexp.reduce(test.matrix @ weights + np.array(model.biases), axis=1)
    bad = test.column("threat") != "ham"
    return _figures(scores[~bad], scores[bad])


def _is_tried(sample: Sample, corpus: str) -> bool:
    if not corpus:
        return sample.part == TEST
    if sample.corpus == corpus:
        return True
    return corpus not in HAM_OF_THEIR_OWN and sample.corpus == "lists" and sample.label == "ham" and sample.part == TEST


def _figures(ham: npt.NDArray[np.float64], bad: npt.NDArray[np.float64]) -> list[str]:
    recalls = [recall_at(ham, bad, rate) for rate in RATES]
    shares = [f"{share.rate * 100:.1f} % [{share.low * 100:.1f}, {share.high * 100:.1f}]" for share in recalls]
    return [f"{len(bad):,} / {len(ham):,}", f"{roc_area(ham, bad):.4f}", *shares]


def table(head: str, tries: Sequence[tuple[str, Mail, str, Mapping[str, float]]]) -> None:
    """A Markdown table, a row for each (name, mail, corpus left out, strengths), printed as it grows."""
    print(f"\n| {head} | bad / wanted | ROC area | recall at 1 % | recall at 0.1 % |\n|---|---|---|---|---|", flush=True)
    for name, *one in tries:
        print(f"| {name} | {' | '.join(tried(*one))} |", flush=True)


def main() -> None:
    """The tables asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--own", type=Path, default=Path("models/corpus"))
    options.add_argument("--ablate", action="store_true", help="without each family in turn")
    options.add_argument("--strengths", type=float, nargs="*", help="inverse penalties against spam and phish to try (scikit-learn's C)")
    asked = options.parse_args()
    pads = padding(read(asked.corpora, asked.own))

    def mail(without: frozenset[int]) -> Mail:
        return vectorised(asked.corpora, asked.own, pads, without)

    whole = mail(frozenset())
    if asked.strengths:
        named = [(strength, corpus) for strength in asked.strengths for corpus in ("", *LEFT_OUT)]
        rows = [(f"{c:g}, {name or 'nothing: later mail'}", whole, name, STRENGTHS | {"spam": c, "phish": c}) for c, name in named]
        table("penalty's inverse, left out", rows)
        return
    table("left out", [(corpus, whole, corpus, STRENGTHS) for corpus in LEFT_OUT])
    grams = mail(frozenset(FAMILIES.values()) - {FAMILIES["4-grams"]})
    table("left out, 4-grams alone", [(corpus, grams, corpus, STRENGTHS) for corpus in LEFT_OUT])
    for name, family in FAMILIES.items() if asked.ablate else ():
        fewer = mail(frozenset({family}))
        table(f"left out, without {name}", [(corpus, fewer, corpus, STRENGTHS) for corpus in ABLATED])


if __name__ == "__main__":
    main()
