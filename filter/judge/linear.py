"""The linear model: features to log-odds, and each piece of the message to its share of them. No threshold, no file.

Weights are small integers and all features of a family share one value, so a family's sum is an exact integer and the log-odds come
out the same to the last bit on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from filter.judge import limits
from filter.judge.features import Features
from filter.judge.hashing import NUMBER_BITS
from filter.judge.verdict import THREATS, PerThreat, Reason

COLUMNS = 4
"""Columns of the weights: one a threat, and one of zeros, so that a slot's weights are 32 bits together."""

REASONS = 5
"""Reasons named for each threat; the others are summed up in `rest`."""

Numbers = npt.NDArray[np.float64]

_PLACE = (1 << NUMBER_BITS) - 1
_PLACES_LEFT = _PLACE - np.arange(_PLACE + 1)
_SIZE_BITS = np.int64((1 << 63) - 1 - _PLACE)


@dataclass(frozen=True, slots=True)
class LinearModel:
    """`weights` (slots, COLUMNS) int8, read-only and perhaps memory-mapped; `scales` and `biases` (threats,) in log-odds.

    `scales` holds what one unit of weight is worth for each threat, calibration included.
    """

    weights: npt.NDArray[np.int8]
    scales: PerThreat
    biases: PerThreat
    id: str

    def log_odds(self, features: Features) -> PerThreat:
        """Log-odds of each threat against wanted mail."""
        return self._summed(features, self._units(features))

    def explain(self, features: Features) -> tuple[PerThreat, tuple[Reason, ...]]:
        """The log-odds, and the strongest contributions to each threat, heaviest first.

        Those of grams, words and pairs go to the word they start at.
        """
        units = self._units(features)
        log_odds = self._summed(features, units)
        units *= np.array(features.values).repeat(features.sizes)
        pieces = 1 + len(features.words) + len(features.tokens)
        shares = np.array([np.bincount(features.pieces, row, pieces) for row in units], dtype=np.float64)
        return log_odds, self._strongest(features, shares)

    def _units(self, features: Features) -> Numbers:
        """(threats, features) weights, still whole numbers."""
        # As a plain array: a memory-mapped one costs more at every step.
        rows = np.asarray(self.weights).take(features.slots, axis=0)
        return rows[:, : len(THREATS)].T.astype(np.float64, order="C")

    def _summed(self, features: Features, units: Numbers) -> PerThreat:
        filled = [(value, size) for value, size in zip(features.values, features.sizes, strict=True) if size]
        if not filled:
            return self.biases
        starts = [0, *accumulate([size for _, size in filled[:-1]])]
        values = [value for value, _ in filled]
        # The sums are exact: whole numbers far below 2**53.
        sums = np.add.reduceat(units, starts, axis=1).tolist()
        totals = []
        for total, scale, of_families in zip(self.biases, self.scales, sums, strict=True):
            for value, of_family in zip(values, of_families, strict=True):
                total += value * scale * of_family  # noqa: PLW2901  (a running total that begins with the bias)
            totals.append(total)
        return PerThreat(*totals)

    def _strongest(self, features: Features, shares: Numbers) -> tuple[Reason, ...]:
        """The heaviest pieces for each threat, by their shares (threats, pieces) before scaling; of equal ones the earlier."""
        reasons = []
        named: dict[int, tuple[str, str]] = {}
        for threat, scale, pieces, weights in zip(THREATS, self.scales, _heaviest(shares), shares, strict=True):
            for piece in pieces:
                if weight := weights.item(piece):
                    if piece not in named:
                        named[piece] = evidence(features, piece)
                    kind, what = named[piece]
                    reasons.append(Reason(threat, kind, what, weight * scale))
        return tuple(reasons)


def _heaviest(shares: Numbers) -> list[list[int]]:
    """The places of the `REASONS` largest sizes in each row, largest first; of (nearly) equal ones the earlier first.

    The bits of positive floats, read as whole numbers, have the floats' order; a place takes the least of them, so no two are equal
    and selecting them, much quicker than sorting, gives the same everywhere.
    """
    keys = shares.view(np.int64) & _SIZE_BITS
    keys |= _PLACES_LEFT[: keys.shape[1]]
    keys.partition(max(0, keys.shape[1] - REASONS))
    return [[_PLACE - (key & _PLACE) for key in sorted(row, reverse=True)] for row in keys[:, -REASONS:].tolist()]


def evidence(features: Features, piece: int) -> tuple[str, str]:
    """The kind of a contribution as a reader knows it, and the piece of the message it came from."""
    token = piece - 1 - len(features.words)
    if token >= 0:
        return "structure", features.tokens[token][: limits.EVIDENCE_CHARS]
    word = features.words[piece - 1][: limits.EVIDENCE_CHARS].decode("utf-8", "ignore") if piece else ""
    return ("subject" if 0 < piece <= features.subject_words else "text"), word
