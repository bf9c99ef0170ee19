"""Figures about scores: recall at a false-positive rate, its interval, the area under the ROC curve. Pure arithmetic on arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import beta, rankdata

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `total`, with its exact interval (Clopper and Pearson 1934, 95 %)."""

    count: int
    total: int

    @property
    def rate(self) -> float:
        """The share; 0 where the total is 0."""
        return self.count / self.total if self.total else 0.0

    @property
    def low(self) -> float:
        """Lower end of the interval."""
        return float(beta.ppf(0.025, self.count, self.total - self.count + 1)) if self.count else 0.0

    @property
    def high(self) -> float:
        """Upper end of the interval."""
        return float(beta.ppf(0.975, self.count + 1, self.total - self.count)) if self.count < self.total else 1.0

    def as_dict(self) -> dict[str, float]:
        """For a manifest."""
        return {"count": self.count, "total": self.total, "rate": self.rate, "low": self.low, "high": self.high}

    def __str__(self) -> str:
        return f"{self.rate:.4f} [{self.low:.4f}, {self.high:.4f}]"


def threshold_at(ham: Scores, rate: float) -> float:
    """The score that at most `rate` of the ham exceeds: the highest order statistic that leaves floor(rate * n) above it."""
    allowed = int(rate * len(ham))
    return float(np.sort(ham)[len(ham) - allowed - 1])


def recall_at(ham: Scores, bad: Scores, rate: float) -> Share:
    """The share of bad mail above the threshold that at most `rate` of the ham exceeds."""
    return Share(int(np.count_nonzero(bad > threshold_at(ham, rate))), len(bad))


def roc_area(ham: Scores, bad: Scores) -> float:
    """Area under the ROC curve: the chance that a bad mail outranks a wanted one, ties half (Hanley and McNeil 1982)."""
    ranks = rankdata(np.concatenate([ham, bad]))
    return float((ranks[len(ham) :].sum() - len(bad) * (len(bad) + 1) / 2) / (len(ham) * len(bad)))


def lam(ham: Scores, bad: Scores, line: float) -> float:
    """Logistic average of the two error rates, with scores above `line` called bad (TREC spam track, Cormack 2007): 0 to 1.

    A rate of none counts as half a message.
    """
    missed = max(0.5, float(np.count_nonzero(bad <= line))) / len(bad)
    alarms = max(0.5, float(np.count_nonzero(ham > line))) / len(ham)
    mean = (np.log(missed / (1 - missed)) + np.log(alarms / (1 - alarms))) / 2
    return float(1 / (1 + np.exp(-mean)))
