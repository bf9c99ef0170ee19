"""Labelled archives to a bundle: read, neutralise, fit, calibrate, round, prove, write."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from filter import __version__
from filter.errors import CorpusError
from filter.judge.judge import Judge
from filter.judge.linear import LinearModel
from filter.judge.policy import Policy
from filter.judge.rules.book import Rulebook
from filter.judge.verdict import THREATS, PerThreat
from filter.lab.augment import padding
from filter.lab.corpora import BY_NAME, TRAIN, Sample, count, read
from filter.lab.dataset import Dataset, vectorise
from filter.lab.fit import Fitted, calibrate, fit, rounded
from filter.lab.metrics import halves
from filter.lab.proof import Proof, prove
from filter.lab.scored import held_back
from filter.lab.vectors import learn

STRENGTHS = {"spam": 40.0, "phish": 40.0, "bec": 150.0}
"""scikit-learn's C against each threat; what they were settled on stands in docs/architecture.md."""

CAMPAIGN = 3
"""Mails learnt of one campaign; the hundredth copy teaches nothing."""

LATER = 0.15
"""Share of each corpus' training side, its latest, on which the probabilities are calibrated."""

Item = TypeVar("Item")
Progress = Callable[[str], None]


class Watch(Protocol):
    """Shows how far an iteration has come."""

    def __call__(self, items: Iterable[Item], what: str, total: int) -> Iterable[Item]:
        """The same items, in their order; `total` of them are expected."""


def unwatched(items: Iterable[Item], what: str, total: int) -> Iterable[Item]:  # noqa: ARG001  (named as `Watch` names them)
    """Shows nothing."""
    return items


def unsaid(stage: str) -> None:
    """Says nothing."""


def train(
    corpora: Path,
    own: Path,
    judged_by: tuple[Rulebook, Policy],
    without: tuple[str, ...],
    *,
    say: Progress,
    watch: Watch = unwatched,
    beside: tuple[str, ...] = (),
) -> tuple[LinearModel, dict[str, object], Proof]:
    """A model of the corpora in a folder and of our own mail, what its manifest says of it, and its figures on held-back mail.

    Corpora in `without` need not be there; those in `beside` are not learnt from either, but the model is tried on them.
    """
    taken = without + beside
    dataset = learnable(corpora, own, taken, watch=watch)
    if missing := {*THREATS, "ham"} - set(dataset.column("threat").tolist()):
        raise CorpusError(f"nothing to learn {', '.join(sorted(missing))} from in {corpora} and {own}")
    model = learnt_from(dataset, STRENGTHS, say=say, watch=watch)
    held = _held_back(lambda: watch(read(corpora, own, without), "judging held-back mail", count(corpora, own, without)), dataset)
    proof = prove(Judge(model, judged_by[0]), judged_by[1], held)
    return model, _manifest(model, dataset, proof, taken), proof


def learnable(
    corpora: Path, own: Path, without: tuple[str, ...], families: frozenset[int] = frozenset(), *, watch: Watch = unwatched
) -> Dataset:
    """The training mail of a folder and of our own, as it is learnt; of the corpora in `without` nothing, not even what pads bad mail.
    Those families of features say nothing."""
    total = count(corpora, own, without)
    pads = padding(watch(read(corpora, own, without), "reading texts to pad with", total))
    samples = (sample for sample in watch(read(corpora, own, without), "vectorising", total) if sample.part == TRAIN)
    return capped(vectorise(samples, pads, families))


def learnt_from(dataset: Dataset, strengths: Mapping[str, float], *, say: Progress = unsaid, watch: Watch = unwatched) -> LinearModel:
    """The model of a dataset: its words' vectors, its heads' weights, and their calibration on the latest of it.

    `strengths` are the inverse of each threat's penalty.
    """
    say(f"learning which words stand in the same company, from {len(dataset):,} mails")
    vectors = learn(dataset)
    later, first = _later(dataset.samples), np.array([not sample.is_again for sample in dataset.samples])
    say(f"calibrating: {np.count_nonzero(~later):,} mails learnt, {np.count_nonzero(later & first):,} later ones compared")
    latest = dataset.rows(later & first)
    early = fit(dataset.rows(~later), vectors, strengths, lambda heads: watch(heads, "fitting for calibration", len(THREATS)))
    slopes, shifts = calibrate(early.log_odds(latest), latest.column("threat"), halves(latest.column("threat") != "ham"))
    say(f"fitting {len(dataset):,} mails")
    return _model(fit(dataset, vectors, strengths, lambda heads: watch(heads, "fitting", len(THREATS))), slopes, shifts)


def _held_back(samples: Callable[[], Iterable[Sample]], dataset: Dataset) -> Callable[[], Iterator[Sample]]:
    trained = frozenset(sample.campaign for sample in dataset.samples)
    return lambda: held_back(samples(), trained)


def capped(dataset: Dataset) -> Dataset:
    """At most `CAMPAIGN` mails of each campaign and label; what is learnt a second time goes with its first."""
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for sample in dataset.samples:
        seen[sample.campaign, sample.label] += not sample.is_again
        kept.append(seen[sample.campaign, sample.label] <= CAMPAIGN)
    return dataset.rows(np.array(kept))


def _later(samples: tuple[Sample, ...]) -> npt.NDArray[np.bool_]:
    """Which samples are the latest of their corpus and label: by groups where there are groups (one may be parted), else by date and
    path. What is learnt a second time goes with its first, which stands before it."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, sample in enumerate(samples):
        if not sample.is_again:
            places[sample.corpus, sample.label].append(place)
    later = np.zeros(len(samples), dtype=bool)
    for indices in places.values():
        indices.sort(key=lambda place: (_shuffled(samples[place].group), samples[place].order))
        later[indices[int(len(indices) * (1 - LATER)) :]] = True
    for place, sample in enumerate(samples):
        if sample.is_again:
            later[place] = later[place - 1]
    return later


def _shuffled(group: str) -> str:
    """A key that puts groups in an order that says nothing: authors of like mail were named, and so sorted, one after the other."""
    return hashlib.sha256(group.encode()).hexdigest()


def _model(fitted: Fitted, slopes: npt.NDArray[np.float64], shifts: npt.NDArray[np.float64]) -> LinearModel:
    """The fitted model, rounded, with the calibration folded into its scales and biases."""
    weights, units = rounded(fitted.coefficients)
    scales = PerThreat(*(float(value) for value in units * slopes))
    biases = PerThreat(*(float(value) for value in fitted.biases * slopes + shifts))
    return LinearModel(weights, scales, biases, "unsaved")


def _manifest(model: LinearModel, dataset: Dataset, proof: Proof, without: tuple[str, ...]) -> dict[str, object]:
    counts = Counter((sample.corpus, sample.label) for sample in dataset.samples if not sample.is_again)
    corpora = [
        {
            "name": name,
            "terms": BY_NAME[name].terms,
            "trained_on": {label: count for (corpus, label), count in sorted(counts.items()) if corpus == name},
        }
        for name in dict.fromkeys(sample.corpus for sample in dataset.samples)
    ]
    return {
        "name": "sievert default",
        "program": __version__,
        "scales": model.scales.as_dict(),
        "biases": model.biases.as_dict(),
        "without": list(without),
        "corpora": corpora,
        "metrics": proof.as_dict(),
    }
