"""A dataset to a linear model: weighing the samples, the regression, its calibration, and rounding it to small integers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from filter.judge.verdict import THREATS
from filter.lab.dataset import Dataset

OUTCOMES = ("ham", *THREATS)
RARE = 3
"""A slot seen in fewer training mails than this says nothing that would hold on other mail."""

STEPS = 127
"""Largest weight in int8."""

CLIPPED = 1e-5
"""Share of the weights that rounding may clip; the largest few would otherwise cost all others their precision."""

Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fitted:
    """`coefficients` (slots, threats) float, each threat against ham; `biases` (threats,)."""

    coefficients: npt.NDArray[np.float32]
    biases: Weights

    def log_odds(self, dataset: Dataset) -> Weights:
        """(n, threats) log-odds."""
        return np.asarray(dataset.matrix @ self.coefficients, dtype=np.float64) + self.biases


def sample_weights(dataset: Dataset) -> Weights:
    """What each sample counts: a campaign as the root of its size, a corpus' label as the root of its mass, ham as much as all threats."""
    campaigns = Counter(sample.campaign for sample in dataset.samples)
    weights = np.array([campaigns[sample.campaign] ** -0.5 for sample in dataset.samples])
    groups = np.array([f"{sample.corpus}/{sample.label}" for sample in dataset.samples])
    for group in np.unique(groups):
        weights[groups == group] /= weights[groups == group].sum() ** 0.5
    ham = dataset.column("threat") == "ham"
    weights[ham] /= weights[ham].sum()
    weights[~ham] /= weights[~ham].sum()
    return weights * len(dataset) / 2


def fit(dataset: Dataset, strength: float) -> Fitted:
    """Multinomial logistic regression; `strength` is the inverse of the L2 penalty (scikit-learn's C)."""
    seen = np.asarray((dataset.matrix != 0).sum(axis=0)).ravel() >= RARE
    columns = np.flatnonzero(seen)
    regression = LogisticRegression(C=strength, solver="lbfgs", max_iter=200, tol=1e-3)
    regression.fit(dataset.matrix[:, columns], dataset.column("threat"), sample_weight=sample_weights(dataset))
    order = [list(regression.classes_).index(outcome) for outcome in OUTCOMES]
    raw, intercepts = regression.coef_[order], regression.intercept_[order]
    coefficients = np.zeros((dataset.matrix.shape[1], len(THREATS)), dtype=np.float32)
    coefficients[columns] = (raw[1:] - raw[0]).T
    return Fitted(coefficients, np.asarray(intercepts[1:] - intercepts[0], dtype=np.float64))


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
    """The coefficients as int8 and what one unit is worth in each column."""
    units = np.array([np.quantile(np.abs(column[column != 0]), 1 - CLIPPED) / STEPS for column in coefficients.T.astype(np.float64)])
    return np.clip(np.rint(coefficients / units), -STEPS, STEPS).astype(np.int8), units
