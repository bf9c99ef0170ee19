"""How much ham may be above a line for its rate to be proven, and where that line is. Pure arithmetic.

Let X be the (k+1)-th largest of n independent margins of ham from one distribution. The share of that distribution above X is
Beta(k+1, n-k) distributed if it is continuous, whatever it is, and stochastically smaller with ties (Wilks 1941, "Determination of
sample sizes for setting tolerance limits"; David and Nagaraja 2003, "Order Statistics", 7.2). So with k fixed before looking at the
margins, by n, the budget and the confidence alone, the rate above X is at most beta.ppf(confidence, k+1, n-k) with that confidence, though
X itself was chosen by the same ham. It is the number that Clopper and Pearson (1934) give for k false positives among n at a threshold
chosen beforehand.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.stats import beta

from filter.lab.metrics import Scores


def upper(above: float, total: float, confidence: float) -> float:
    """The upper bound of a rate, one-sided: `above` of `total` had it. 1 where all had, or nobody was asked."""
    return float(beta.ppf(confidence, above + 1, total - above)) if above < total else 1.0


def allowed(ham: int, budget: float, confidence: float) -> int | None:
    """The most of the ham that may be above a line whose rate is proven to be at most the budget; None if not even none proves it."""
    if upper(0, ham, confidence) > budget:
        return None
    low, high = 0, ham  # the bound grows with k: at `low` it is within the budget, at `high` it is 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if upper(middle, ham, confidence) <= budget else (low, middle)
    return low


def needed(budget: float, confidence: float) -> int:
    """The least ham that can prove the budget, with none of it above the line: (1 - budget)^n <= 1 - confidence."""
    least = math.ceil(math.log1p(-confidence) / math.log1p(-budget))
    return next(ham for ham in range(max(least - 1, 1), least + 3) if upper(0, ham, confidence) <= budget)


def tightest(ham: int, confidence: float) -> float:
    """The lowest budget that so much ham can prove: its bound with none above the line."""
    return upper(0, ham, confidence)


def below(margins: Scores, above: int) -> float:
    """The (above + 1)-th largest margin: the line has to be higher than this one. There must be more margins than `above`."""
    place = len(margins) - above - 1
    return float(np.partition(margins, place)[place])
