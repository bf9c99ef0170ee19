"""Samples to a sparse matrix, by the judge's own parser and features, on all cores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix

from filter.errors import CorpusError
from filter.judge.features import extract
from filter.judge.hashing import SLOTS
from filter.judge.parse import parse
from filter.lab.corpora import TRAIN, Sample
from filter.lab.neutral import neutralise

BATCH = 256


@dataclass(frozen=True, slots=True)
class Dataset:
    """`matrix` is (n, SLOTS) float32; `samples` are the n samples it was made of, without their content."""

    matrix: csr_matrix
    samples: tuple[Sample, ...]

    def __len__(self) -> int:
        return len(self.samples)

    def rows(self, mask: npt.NDArray[np.bool_]) -> Dataset:
        """The part of the dataset where the mask holds."""
        return Dataset(self.matrix[mask], tuple(sample for sample, kept in zip(self.samples, mask, strict=True) if kept))

    def column(self, name: str) -> npt.NDArray[np.str_]:
        """One property of every sample, as an array of strings."""
        return np.array([str(getattr(sample, name)) for sample in self.samples])


Row = tuple[npt.NDArray[np.uint32], npt.NDArray[np.float32]]


def vectorise(samples: Iterable[Sample], jobs: int = -1) -> Dataset:
    """The dataset of the samples, in their order. Only training mail is neutralised; test mail is taken as the relay would.

    CorpusError where there are none.
    """
    kept: list[Sample] = []
    batches = Parallel(n_jobs=jobs, return_as="generator")(delayed(_rows)(batch) for batch in _batches(samples, kept))
    rows = [row for batch in batches for row in batch]
    if not rows:
        raise CorpusError("no mail to learn from")
    lengths = np.array([len(indices) for indices, _ in rows], dtype=np.int64)
    matrix = csr_matrix(
        (
            np.concatenate([values for _, values in rows]),
            np.concatenate([indices for indices, _ in rows]).astype(np.int32),
            np.concatenate([[0], np.cumsum(lengths)]),
        ),
        shape=(len(rows), SLOTS),
    )
    return Dataset(matrix, tuple(kept))


def _batches(samples: Iterable[Sample], kept: list[Sample]) -> Iterator[list[Sample]]:
    stream = iter(samples)
    while batch := list(islice(stream, BATCH)):
        kept.extend(replace(sample, content=b"") for sample in batch)
        yield batch


def _rows(batch: list[Sample]) -> list[Row]:
    return [_row(sample) for sample in batch]


def _row(sample: Sample) -> Row:
    message = parse(sample.content)
    features = extract(neutralise(message, sample) if sample.part == TRAIN else message)
    return features.slots, np.repeat(np.array(features.values, dtype=np.float32), features.sizes)
