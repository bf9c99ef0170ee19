"""Word vectors from the mail that is learnt, so that words which stand in the same company share what is learnt of one of them.

Little mail shows BEC, and each writer asks in words of their own: "settle it from the other account" says what "use the new bank
details" says. Vectors are learnt from all texts, wanted and bad, without labels; fitting sees each mail's sum of them beside its
features, and what they earn is added to the words' own weights. The model gets no new feature, and serving costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds

from filter.lab.dataset import Dataset

WINDOW = 5
"""Words on each side that are a word's company; the nearer, the more they count."""

DIMENSIONS = 100
SEEN = 6
"""Mails that a word stands in before it has a vector."""

OWN_COUNTS = 3.0
"""How many times a mail of ours counts: business mail of today is thin among the corpora."""

SMOOTHED = 0.75
"""The power of a companion's frequency: rare ones would else look telling (Levy, Goldberg and Dagan 2015, 3.1)."""

PAIRS = 30_000_000
"""Pairs of words counted at a time, which bounds memory."""

Columns = npt.NDArray[np.int64]
Rows = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vectors:
    """`rows` (n, at most `DIMENSIONS`), each of length 1, are the vectors of the words in these `slots` (n,), ascending."""

    slots: Columns
    rows: Rows

    def of(self, matrix: csr_matrix) -> Rows:
        """Each mail's sum of its words' vectors, weighed as its features are."""
        return np.asarray(matrix[:, self.slots] @ self.rows, dtype=np.float32)


def learn(dataset: Dataset) -> Vectors:
    """The vectors of the words of a dataset: positive pointwise mutual information with their company, reduced by singular value
    decomposition (Levy and Goldberg 2014). What was learnt a second time is left out, as its words are others'."""
    pairs = zip(dataset.samples, dataset.words, strict=True)
    texts = [(words, OWN_COUNTS if sample.corpus == "own" else 1.0) for sample, words in pairs if not sample.is_again]
    slots = _often(words for words, _ in texts)
    telling = _telling(_company(texts, slots)) if len(slots) > 1 else csr_matrix((0, 0))
    if telling.nnz == 0:
        return Vectors(slots[:0], np.zeros((0, 1), dtype=np.float32))
    left, sizes, _ = svds(telling, k=min(DIMENSIONS, len(slots) - 1), v0=np.full(len(slots), len(slots) ** -0.5))
    rows = left * np.sqrt(sizes)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.finfo(np.float32).tiny)
    return Vectors(slots, rows.astype(np.float32).round(4))


def _often(texts: Iterable[npt.NDArray[np.uint32]]) -> Columns:
    """The slots that stand in enough mails."""
    found = [np.unique(words) for words in texts]
    slots, seen = np.unique(np.concatenate(found) if found else np.empty(0, dtype=np.uint32), return_counts=True)
    return slots[seen >= SEEN].astype(np.int64)


def _company(texts: list[tuple[npt.NDArray[np.uint32], float]], slots: Columns) -> csr_matrix:
    """How often each two words stand near one another: (n, n), symmetric."""
    total = csr_matrix((len(slots), len(slots)), dtype=np.float64)
    rows: list[Columns] = []
    columns: list[Columns] = []
    counts: list[npt.NDArray[np.float64]] = []
    waiting = 0
    for number, (words, count) in enumerate(texts, 1):
        places = np.searchsorted(slots, words)
        places[places == len(slots)] = 0
        places[slots[places] != words] = -1
        for apart in range(1, min(WINDOW, len(places) - 1) + 1):
            one, other = places[:-apart], places[apart:]
            both = (one >= 0) & (other >= 0)
            rows.append(one[both])
            columns.append(other[both])
            counts.append(np.full(len(rows[-1]), count / apart))
            waiting += len(rows[-1])
        if rows and (waiting > PAIRS or number == len(texts)):
            found = (np.concatenate(counts), (np.concatenate(rows), np.concatenate(columns)))
            total = total + coo_matrix(found, shape=total.shape).tocsr()
            rows, columns, counts, waiting = [], [], [], 0
    return total + total.T


def _telling(company: csr_matrix) -> csr_matrix:
    """How much more often two words stand together than chance would have it, as a logarithm; nothing where it is less."""
    pairs = company.tocoo()
    often = np.asarray(company.sum(axis=1), dtype=np.float64).ravel()
    smoothed = often**SMOOTHED
    ratio = pairs.data * smoothed.sum() / (often[pairs.row] * smoothed[pairs.col])
    more = ratio > 1
    return csr_matrix((np.log(ratio[more]), (pairs.row[more], pairs.col[more])), shape=company.shape)
