"""Mail of a corpus that nothing was learnt from: what the features are worth where the words, the era and the senders are others.

    python benchmarks/leave_out.py --corpora <folder>             each corpus with bad mail left out in turn, beside 4-grams alone
    python benchmarks/leave_out.py --corpora <folder> --ablate    and without each family of features
    python benchmarks/leave_out.py --corpora <folder> --strengths 3 10 35 100     the penalty, by corpus and by time

One regression of bad mail against wanted mail with the model's features, weights of samples (but `NEAR`), augmentation and the penalty of
its spam head. All of the corpus left out is tried, as it came; a corpus without wanted mail of its own against the held-back mail of
`lists`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed

from filter.lab.augment import padding
from filter.lab.corpora import TEST, TRAIN, Sample, read
from filter.lab.dataset import Dataset, vectorise
from filter.lab.fit import fit_bad
from filter.lab.metrics import recall_at, roc_area
from filter.lab.train import STRENGTHS, capped

LEFT_OUT = ("trec07p", "phishing_pot", "spamassassin", "nazario", "lists", "own")
HAM_OF_THEIR_OWN = frozenset({"trec07p", "spamassassin", "lists", "own"})
ABLATED = ("trec07p", "phishing_pot")
FAMILIES = {"4-grams": 0, "words": 1, "word pairs": 2, "subject": 3, "structure tokens": 4}
RATES = (0.01, 0.001)


@dataclass(frozen=True, slots=True)
class Mail:
    """Training mail as it is learnt, and all mail as it came, with the same families of features."""

    learnt: Dataset
    raw: Dataset


def vectorised(corpora: Path, own: Path, pads: tuple[str, ...], without: frozenset[int]) -> Mail:
    """All of it, by the families that are left."""
    learnt = vectorise((sample for sample in read(corpora, own) if sample.part == TRAIN), pads, without)
    held = [sample.part == TEST for sample in read(corpora, own)]
    raw = vectorise((replace(sample, part=TEST) for sample in read(corpora, own)), (), without)
    marked = tuple(replace(sample, part=TEST if kept else TRAIN) for sample, kept in zip(raw.samples, held, strict=True))
    return Mail(capped(learnt), replace(raw, samples=marked))


def tried(mail: Mail, corpus: str, strength: float) -> list[str]:
    """Recall at each rate on a corpus that was left out; "" is none, and then the held-back mail of all is tried."""
    names = mail.learnt.column("corpus")
    known = mail.learnt.rows(names != corpus)
    coefficients, bias = fit_bad(known, strength)
    seen = {sample.campaign for sample in known.samples}
    chosen = np.array([_is_tried(sample, corpus) and sample.campaign not in seen for sample in mail.raw.samples])
    test = mail.raw.rows(chosen)
    scores = np.asarray(test.matrix @ coefficients, dtype=np.float64) + bias
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


def table(head: str, tries: Sequence[tuple[str, Mail, str, float]]) -> None:
    """A Markdown table, a row for each (name, mail, corpus left out, strength), printed as it grows. The regressions run in threads:
    they let go of Python, and share the mail."""
    print(f"\n| {head} | bad / wanted | ROC area | recall at 1 % | recall at 0.1 % |\n|---|---|---|---|---|", flush=True)
    rows = Parallel(n_jobs=-1, backend="threading", return_as="generator")(delayed(tried)(*one) for _, *one in tries)
    for (name, *_), row in zip(tries, rows, strict=True):
        print(f"| {name} | {' | '.join(row)} |", flush=True)


def main() -> None:
    """The tables asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--own", type=Path, default=Path("models/corpus"))
    options.add_argument("--ablate", action="store_true", help="without each family in turn")
    options.add_argument("--strengths", type=float, nargs="*", help="inverse penalties to try (scikit-learn's C)")
    asked = options.parse_args()
    pads = padding(read(asked.corpora, asked.own))

    def mail(without: frozenset[int]) -> Mail:
        return vectorised(asked.corpora, asked.own, pads, without)

    whole = mail(frozenset())
    if asked.strengths:
        named = [(strength, corpus) for strength in asked.strengths for corpus in ("", *LEFT_OUT)]
        table("penalty's inverse, left out", [(f"{c:g}, {name or 'nothing: later mail'}", whole, name, c) for c, name in named])
        return
    table("left out", [(corpus, whole, corpus, STRENGTHS["spam"]) for corpus in LEFT_OUT])
    grams = mail(frozenset(FAMILIES.values()) - {FAMILIES["4-grams"]})
    table("left out, 4-grams alone", [(corpus, grams, corpus, STRENGTHS["spam"]) for corpus in LEFT_OUT])
    for name, family in FAMILIES.items() if asked.ablate else ():
        fewer = mail(frozenset({family}))
        table(f"left out, without {name}", [(corpus, fewer, corpus, STRENGTHS["spam"]) for corpus in ABLATED])


if __name__ == "__main__":
    main()
