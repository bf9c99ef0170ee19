"""A dataset to a linear model: weighing the samples, the regression, its calibration, and rounding it to small integers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import compress

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from filter.judge.hashing import token_slots
from filter.judge.linear import COLUMNS
from filter.judge.verdict import THREATS
from filter.lab.corpora import Sample
from filter.lab.dataset import Dataset
from filter.lab.unseen import UNSEEN
from filter.lab.vectors import Vectors

OUTCOMES = ("ham", *THREATS)
RARE = 3
"""A slot seen in fewer training mails than this says nothing that would hold on other mail."""

RARITY = 0.75
"""The power of a feature's inverse document frequency by which its values are multiplied for fitting."""

STEPS = 127
"""Largest weight in int8."""

COUNTS = {
    ("transactional", "ham"): 10.0,
    ("own", "ham"): 2.0,
    ("own", "bad"): 2.0,
    ("trec07p", "ham"): 24.0,
    ("trec07p", "bad"): 5.0,
    ("lists", "ham"): 3.0,
    ("lists", "bad"): 3.0,
    ("phishing_pot", "bad"): 3.0,
}
"""How many times a mail counts. Mail of today is thin among the corpora; trec07p's ham holds rare list mail."""

WOVEN = frozenset({"bec"})
"""Threats whose words share weight by their vectors: those of which there is little mail. Fitting one takes 2.5 times as long."""

COUNTS_BESIDE = {
    "spam": {("trec07p", "bad"): 8.0, ("trec07p", "ham"): 38.0},
    "phish": {("phishing_pot", "bad"): 6.0},
    "bec": {("own", "ham"): 10.0, ("lists", "ham"): 10.0},
}
"""Where that differs for one threat: where most of it, as it truly arrived, is; and all BEC is our own, and so is the wanted mail nearest
to it, and people on lists ask one another for things, too."""

NEAR = 0.02
"""What wanted mail counts against one threat that was written to come near another: there are more neighbours of BEC than all other
wanted mail of ours, and they say next to nothing of spam and phish. What a corpus' bad mail weighs is settled before, with them."""

RARER, RAREST = 0.5, 3.0
"""The power of how much rarer than the commonest a mail's language is, by which mail of ours counts more, and the most: half of it is
English, one in sixteen Dutch, and a few mails are in languages that are no sample of anything."""

Weights = npt.NDArray[np.float64]
Head = tuple[npt.NDArray[np.float32], float]
"""Coefficients (slots,) and a bias."""

Watched = Callable[[Iterable[Head]], Iterable[Head]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """`coefficients` (slots, threats) float, each threat against ham; `biases` (threats,)."""

    coefficients: npt.NDArray[np.float32]
    biases: Weights

    def log_odds(self, dataset: Dataset) -> Weights:
        """(n, threats) log-odds."""
        return np.asarray(dataset.matrix @ self.coefficients, dtype=np.float64) + self.biases


def sample_weights(samples: tuple[Sample, ...], threat: str) -> Weights:
    """What each sample counts in telling a threat from ham: (n,), mean 1, ham as much as the rest.

    A campaign counts as the root of its size, a mail in a rarer language more (`RARER`), and where a corpus has both sides they weigh
    alike, so that no corpus by itself says anything (`NEAR` comes after).
    """
    counts = COUNTS | COUNTS_BESIDE.get(threat, {})
    campaigns = Counter(sample.campaign for sample in samples)
    weights = np.array([campaigns[sample.campaign] ** -0.5 for sample in samples]) * _language_weights(samples)
    corpora = np.array([sample.corpus for sample in samples])
    ham = np.array([sample.threat == "ham" for sample in samples])
    for corpus in np.unique(corpora):
        sides = [(corpora == corpus) & ham, (corpora == corpus) & ~ham]
        heavier = max(weights[side].sum() for side in sides)
        for label, side in zip(("ham", "bad"), sides, strict=True):
            if side.any():
                even = heavier / weights[side].sum() if sides[0].any() and sides[1].any() else 1.0
                weights[side] *= even * counts.get((str(corpus), label), 1.0)
    weights[ham & ~np.isin([sample.near for sample in samples], ("", threat))] *= NEAR
    for side in (ham, ~ham):
        weights[side] *= len(samples) / 2 / weights[side].sum()
    return weights


def _language_weights(samples: tuple[Sample, ...]) -> Weights:
    """What the language of a mail of ours makes it count, by side, (n,): the commonest 1, the others more, up to `RAREST`."""
    spoken = [(sample.threat == "ham", sample.language) if sample.corpus == "own" else None for sample in samples]
    counts = Counter(side for side in spoken if side)
    commonest = {is_ham: max(n for (side, _), n in counts.items() if side == is_ham) for is_ham, _ in counts}
    return np.array([min(RAREST, (commonest[side[0]] / counts[side]) ** RARER) if side else 1.0 for side in spoken])


def fit(dataset: Dataset, vectors: Vectors, strengths: Mapping[str, float], watched: Watched = iter) -> Fitted:
    """Each threat against ham, by logistic regressions of their own (Begg and Gray 1984: together they estimate the multinomial
    model). `vectors` are those of its words, `strengths` the inverse of each threat's L2 penalty (scikit-learn's C); `watched` sees each
    head come."""
    longest_first = sorted(THREATS, key=lambda threat: threat not in WOVEN)
    jobs = (delayed(_fit_head)(dataset, threat, strengths[threat], vectors if threat in WOVEN else None) for threat in longest_first)
    # In threads: the solver holds no lock, and processes would each have the mail in memory once more.
    found = dict(zip(longest_first, watched(Parallel(n_jobs=-1, prefer="threads", return_as="generator")(jobs)), strict=True))
    heads = [found[threat] for threat in THREATS]
    return Fitted(np.stack([coefficients for coefficients, _ in heads], axis=1), np.array([bias for _, bias in heads]))


def _fit_head(dataset: Dataset, threat: str, strength: float, vectors: Vectors | None) -> Head:
    """One threat's coefficients (slots,) and bias. Everything is done in one copy of the mail, for that is some gigabytes."""
    threats = dataset.column("threat")
    both = (threats == "ham") | (threats == threat)
    weights = sample_weights(tuple(compress(dataset.samples, both)), threat)
    unseen = token_slots(tuple(sorted(UNSEEN[threat])))
    matrix = dataset.matrix[both]
    matrix.data[np.isin(matrix.indices, unseen)] = 0
    shared, unit = _shared(matrix, vectors) if vectors else (None, 1.0)
    rarity = _rarity(matrix)
    matrix.data *= rarity[matrix.indices]
    matrix.eliminate_zeros()
    if shared is not None:
        matrix = hstack([matrix, csr_matrix(shared)], format="csr")
    regression = LogisticRegression(C=strength, solver="liblinear", tol=1e-3, intercept_scaling=3.0, random_state=0)
    found = regression.fit(matrix, threats[both] == threat, sample_weight=weights).coef_[0]
    coefficients = (found[: len(rarity)] * rarity).astype(np.float32)
    if vectors:
        coefficients[vectors.slots] += vectors.rows @ (found[len(rarity) :] * unit)
    coefficients[np.isin(np.arange(len(coefficients)), unseen)] = 0  # a word with a vector may share a slot
    return coefficients, float(regression.intercept_[0])


def _shared(matrix: csr_matrix, vectors: Vectors) -> tuple[npt.NDArray[np.float32], float]:
    """The sums of the words' vectors (n, dimensions), in the unit in which they differ between mails by 1 on average, and that unit."""
    sums = vectors.of(matrix)
    unit = 1 / max(float(np.sqrt(sums.var(axis=0).sum())), float(np.finfo(np.float32).tiny))
    return sums * np.float32(unit), unit


def _rarity(matrix: csr_matrix) -> npt.NDArray[np.float32]:
    """What each feature's values are multiplied with for fitting, (slots,): a power of its inverse document frequency (Spärck Jones 1972),
    its mean square 1, and 0 where too few mails have it. Under one penalty for all, what stands in few mails may so weigh more than what
    stands in most."""
    seen = np.bincount(matrix.indices, minlength=matrix.shape[1])
    columns = np.flatnonzero(seen >= RARE)
    rarity = np.log1p(matrix.shape[0] / seen[columns]) ** RARITY
    found = np.zeros(matrix.shape[1], dtype=np.float32)
    found[columns] = rarity / np.sqrt((rarity**2).mean())
    return found


def calibrate(log_odds: Weights, outcomes: npt.NDArray[np.str_], weights: Weights) -> tuple[Weights, Weights]:
    """Slopes and shifts (threats,) that make the probabilities true on mail the model has not seen (vector scaling, Guo 2017)."""
    target = np.array([OUTCOMES.index(str(outcome)) for outcome in outcomes])

    def loss(parameters: Weights) -> float:
        scaled = np.column_stack([np.zeros(len(log_odds)), log_odds * np.exp(parameters[:3]) + parameters[3:]])
        scaled -= scaled.max(axis=1, keepdims=True)
        logs = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        return float(-(weights * logs[np.arange(len(target)), target]).sum() / weights.sum() + 1e-3 * (parameters**2).sum())

    best = minimize(loss, np.zeros(2 * len(THREATS)), method="L-BFGS-B").x
    return np.exp(best[:3]), best[3:]


def rounded(coefficients: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], Weights]:
    """The coefficients as int8, with a column of zeros (`linear.COLUMNS`), and what one unit is worth in each threat's."""
    units = np.maximum(np.abs(coefficients).max(axis=0).astype(np.float64) / STEPS, np.finfo(np.float64).tiny)
    weights = np.zeros((len(coefficients), COLUMNS), dtype=np.int8)
    weights[:, : len(THREATS)] = np.rint(coefficients / units)
    return weights, units
