"""The linear model: features to log-odds, and each piece of the message to its share of them. No threshold, no file.

Weights are small integers and all features of a family share one value, so a family's sum is an exact integer and the log-odds come
out the same to the last bit on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from filter.judge import limits
from filter.judge.features import Family, Features
from filter.judge.verdict import THREATS, PerThreat, Reason

REASONS = 5
"""Reasons named for each threat; the others are summed up in `rest`."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """`weights` (slots, threats) int8, read-only and perhaps memory-mapped; `scales` and `biases` (threats,) in log-odds.

    `scales` holds what one unit of weight is worth for each threat, calibration included.
    """

    weights: npt.NDArray[np.int8]
    scales: PerThreat
    biases: PerThreat
    id: str

    def log_odds(self, features: Features) -> PerThreat:
        """Log-odds of each threat against wanted mail."""
        return self._summed(features.families, self._units(features.families))

    def explain(self, features: Features) -> tuple[PerThreat, tuple[Reason, ...]]:
        """The log-odds, and the strongest contributions to each threat, heaviest first.

        Those of grams, words and pairs go to the word they start at.
        """
        units = self._units(features.families)
        values = np.repeat([family.value for family in features.families], [len(family.slots) for family in features.families])
        pieces = _pieces(features)
        shares = np.array([np.bincount(pieces, row, minlength=1) for row in units * values])
        return self._summed(features.families, units), tuple(self._strongest(features, shares))

    def _units(self, families: tuple[Family, ...]) -> Numbers:
        """(threats, features) weights, still whole numbers."""
        slots = np.concatenate([family.slots for family in families])
        # As a plain array: a memory-mapped one costs more at every step.
        return np.asarray(self.weights).take(slots, axis=0).T.astype(np.float64, order="C")

    def _summed(self, families: tuple[Family, ...], units: Numbers) -> PerThreat:
        filled = [family for family in families if len(family.slots)]
        if not filled:
            return self.biases
        starts = [0, *accumulate(len(family.slots) for family in filled[:-1])]
        totals: Iterable[float] = self.biases
        # The sums are exact: whole numbers far below 2**53.
        for family, sums in zip(filled, np.add.reduceat(units, starts, axis=1).T.tolist(), strict=True):
            totals = [total + family.value * scale * unit for total, scale, unit in zip(totals, self.scales, sums, strict=True)]
        return PerThreat(*totals)

    def _strongest(self, features: Features, shares: Numbers) -> Iterator[Reason]:
        """The heaviest pieces for each threat, by their shares (threats, pieces) before scaling; of equal ones the earlier."""
        sizes = np.abs(shares)
        last = max(0, sizes.shape[1] - REASONS)
        rows, pieces = np.nonzero(sizes >= np.partition(sizes, last, axis=1)[:, last : last + 1])
        weights = shares[rows, pieces].tolist()
        left, scales = [REASONS] * len(THREATS), list(self.scales)
        for row, _, piece, weight in sorted(zip(rows.tolist(), map(_downwards, weights), pieces.tolist(), weights, strict=True)):
            if weight and left[row]:
                left[row] -= 1
                yield Reason(THREATS[row], *_evidence(features, piece), weight * scales[row])


def _downwards(weight: float) -> float:
    return -abs(weight)


def _pieces(features: Features) -> npt.NDArray[np.int64]:
    """Which piece of the message each feature came from: the text's words, "no word", the subject's terms, the structure tokens."""
    words = len(features.starts) + 1
    first = {"subject": words, "structure": words + len(features.subject)}
    return np.concatenate([family.sources + first.get(family.name, 0) for family in features.families])


def _evidence(features: Features, piece: int) -> tuple[str, str]:
    """The kind of a contribution as a reader knows it, and the piece of the message it came from."""
    words, terms = len(features.starts), len(features.subject)
    if piece > words + terms:
        return "structure", features.tokens[piece - words - 1 - terms][: limits.EVIDENCE_CHARS]
    if piece > words:
        return "subject", features.subject[piece - words - 1][: limits.EVIDENCE_CHARS]
    if piece == words:
        return "text", ""
    start, end = features.starts.item(piece), features.ends.item(piece)
    word = features.text[start : min(end, start + limits.EVIDENCE_CHARS)].decode("utf-8", "ignore")
    return ("subject" if start < features.subject_octets else "text"), word
