"""The linear model: features to log-odds, and each piece of the message to its share of them. No threshold, no file.

Weights are small integers and all features of a family share one value, so a family's sum is an exact integer and the log-odds come
out the same to the last bit on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from filter.judge import limits
from filter.judge.features import Family, Features
from filter.judge.verdict import THREATS, PerThreat, Reason

REASONS = 5
"""Reasons named for each threat; the others are summed up in `rest`."""

_TEXT_FAMILIES = frozenset({"gram", "word", "pair"})

Contributions = npt.NDArray[np.float64]


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
        totals = list(self.biases)
        for family in features.families:
            sums = self.weights[family.slots].sum(axis=0, dtype=np.int64).tolist()
            totals = [total + family.value * scale * unit for total, scale, unit in zip(totals, self.scales, sums, strict=True)]
        return PerThreat(*totals)

    def reasons(self, features: Features) -> tuple[Reason, ...]:
        """The strongest contributions to each threat, heaviest first. Those of grams, words and pairs go to the word they start at."""
        shares = list(self._contributions(features))
        return tuple(reason for column, threat in enumerate(THREATS) for reason in self._strongest(features, shares, column, threat))

    def _contributions(self, features: Features) -> Iterator[tuple[str, Contributions]]:
        """(kind, (pieces, threats) log-odds) for the words of the text, the subject's terms and the structure tokens."""
        words = np.zeros((len(features.starts) + 1, len(THREATS)))
        for family in features.families:
            if family.name in _TEXT_FAMILIES:
                words += self._by_source(family, len(words))
            else:
                yield family.name, self._by_source(family, len(family.slots) + 1)
        yield "text", words

    def _by_source(self, family: Family, pieces: int) -> Contributions:
        rows = self.weights[family.slots]
        sums = [np.bincount(family.sources, weights=rows[:, column], minlength=pieces) for column in range(len(THREATS))]
        return np.stack(sums[: len(THREATS)], axis=1)[:, :] * (family.value * np.array(list(self.scales)))

    def _strongest(
        self, features: Features, shares: list[tuple[str, Contributions]], column: int, threat: str
    ) -> Iterator[Reason]:
        found = []
        for kind, matrix in shares:
            contributions = matrix[:, column]
            for piece in np.argsort(-np.abs(contributions))[:REASONS].tolist():
                found.append((kind, piece, float(contributions[piece])))
        found.sort(key=lambda item: -abs(item[2]))
        for kind, piece, weight in found[:REASONS]:
            if weight:
                yield Reason(threat, *_evidence(features, kind, piece), weight)


def _evidence(features: Features, kind: str, piece: int) -> tuple[str, str]:
    """The kind of a contribution as a reader knows it, and the piece of the message it came from."""
    if kind == "subject":
        return kind, features.subject[piece][: limits.EVIDENCE_CHARS]
    if kind == "structure":
        return kind, features.tokens[piece][: limits.EVIDENCE_CHARS]
    if piece >= len(features.starts):
        return "text", ""
    start, end = int(features.starts[piece]), int(features.ends[piece])
    word = features.text[start : min(end, start + limits.EVIDENCE_CHARS)].decode("utf-8", "ignore")
    return ("subject" if start < features.subject_octets else "text"), word
