"""Figures about scores: recall at a false-positive rate, its interval, ROC area, error curves, calibration. Pure arithmetic on arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri
from scipy.stats import beta, rankdata

Scores = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]

BINS = 15
"""Bins of a reliability diagram, as Guo et al. (2017) have them."""


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

    A rate of none counts as half a message, a rate of all as all but half a message.
    """
    missed = within(np.count_nonzero(bad <= line) / len(bad), len(bad))
    alarms = within(np.count_nonzero(ham > line) / len(ham), len(ham))
    mean = (np.log(missed / (1 - missed)) + np.log(alarms / (1 - alarms))) / 2
    return float(1 / (1 + np.exp(-mean)))


def within(rate: float, total: int) -> float:
    """A rate of `total` messages that has finite log-odds: at least half a message, at most all but half a message."""
    return min(max(rate, 0.5 / total), 1 - 0.5 / total)


def det_curve(ham: Scores, bad: Scores) -> tuple[Scores, Scores]:
    """False-positive rate and miss rate at every threshold there is, lowest first: the DET curve (Martin et al. 1997).

    Two arrays of one length, from (1, 0), where everything is called bad, to (0, 1); what is above a threshold is called bad.
    """
    cuts = np.concatenate([[-np.inf], np.unique(np.concatenate([ham, bad]))])
    passed = np.searchsorted(np.sort(ham), cuts, "right")
    missed = np.searchsorted(np.sort(bad), cuts, "right")
    return 1 - passed / len(ham), missed / len(bad)


def deviates(rates: Scores, total: int) -> Scores:
    """Rates of `total` mails as normal deviates; those of none and of all stand half a message inside."""
    return np.asarray(ndtri(np.clip(rates, 0.5 / total, 1 - 0.5 / total)), np.float64)


MARKED = (0.00001, 0.0001, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999)
"""Rates that axes of normal deviates are marked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A DET curve: false-positive and miss rate at each threshold, and how many mails of either side they are shares of.

    `head` is "overall" or a threat: whose mail is missed.
    """

    head: str
    false_positive: Scores
    miss: Scores
    ham: int
    bad: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Mails of like probability: how many, their share of the whole weight, their mean probability, and the share that is of the threat."""

    count: int
    weight: float
    probability: float
    share: float


def halves(bad: Truth) -> Scores:
    """Weights (n,) by which ham and bad mail weigh half each: how many of either an archive holds says nothing of a site."""
    count = int(np.count_nonzero(bad))
    return np.where(bad, 0.5 / max(count, 1), 0.5 / max(len(bad) - count, 1))


def reliability(probability: Scores, true: Truth, weights: Scores, bins: int = BINS) -> tuple[Bin, ...]:
    """Mails in bins of equal weight, lowest probability first, all arrays (n,). Equal probabilities share a bin, so bins may be fewer."""
    _, of_value = np.unique(probability, return_inverse=True)
    mass = np.bincount(of_value, weights)
    middle = (np.cumsum(mass) - mass / 2) / mass.sum()
    place = np.minimum((middle * bins).astype(int), bins - 1)[of_value]
    return tuple(_bin(probability[place == one], true[place == one], weights[place == one], weights.sum()) for one in np.unique(place))


def _bin(probability: Scores, true: Truth, weights: Scores, whole: float) -> Bin:
    mean, share = np.average(probability, weights=weights), np.average(true, weights=weights)
    return Bin(len(probability), float(weights.sum() / whole), float(mean), float(share))


def calibration_error(bins: Iterable[Bin]) -> float:
    """Expected calibration error: the bins' |mean probability - share of the threat|, averaged by their weight; 0 to 1.

    Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017, equation 3, whose 15 bins are of equal width. Here they are of equal weight:
    most probabilities are next to 0 or 1, and bins of equal width would leave all others nearly empty.
    """
    return sum(one.weight * abs(one.probability - one.share) for one in bins)
