"""Samples to a sparse matrix, by the judge's own parser and features, on all cores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import compress, islice

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix

from filter.errors import CorpusError
from filter.judge.features import extract
from filter.judge.hashing import SLOTS, word_slots
from filter.judge.mail import Message
from filter.judge.parse import parse
from filter.lab.augment import again
from filter.lab.corpora import AGAIN, TRAIN, Sample
from filter.lab.neutral import neutralise

BATCH = 256

Slots = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Dataset:
    """`matrix` is (n, SLOTS) float32; `samples` are the n samples it was made of, without their content; `words` the slots of each one's
    words, in the order of its subject and text."""

    matrix: csr_matrix
    samples: tuple[Sample, ...]
    words: tuple[Slots, ...]

    def __len__(self) -> int:
        return len(self.samples)

    def rows(self, mask: npt.NDArray[np.bool_]) -> Dataset:
        """The part of the dataset where the mask holds."""
        return Dataset(self.matrix[mask], tuple(compress(self.samples, mask)), tuple(compress(self.words, mask)))

    def column(self, name: str) -> npt.NDArray[np.str_]:
        """One property of every sample, as an array of strings."""
        return np.array([str(getattr(sample, name)) for sample in self.samples])


Row = tuple[Slots, npt.NDArray[np.float32], Slots]
"""Slots and values of a mail's features, and the slots of its words."""


def vectorise(samples: Iterable[Sample], pads: tuple[str, ...] = (), without: frozenset[int] = frozenset(), jobs: int = -1) -> Dataset:
    """The dataset of the samples, in their order; with `pads`, some of them a second time as `augment` changes them.

    Only training mail is neutralised and augmented; test mail is taken as the relay would. Families of features that are `without` say
    nothing. CorpusError where there is no mail.
    """
    batches = Parallel(n_jobs=jobs, return_as="generator")(delayed(_rows)(batch, pads, without) for batch in _batches(samples))
    found = [pair for batch in batches for pair in batch]
    if not found:
        raise CorpusError("no mail to learn from")
    rows = [row for _, row in found]
    lengths = np.array([len(indices) for indices, _, _ in rows], dtype=np.int64)
    matrix = csr_matrix(
        (
            np.concatenate([values for _, values, _ in rows]),
            np.concatenate([indices for indices, _, _ in rows]).astype(np.int32),
            np.concatenate([[0], np.cumsum(lengths)]),
        ),
        shape=(len(rows), SLOTS),
    )
    return Dataset(matrix, tuple(sample for sample, _ in found), tuple(words for _, _, words in rows))


def _batches(samples: Iterable[Sample]) -> Iterator[list[Sample]]:
    stream = iter(samples)
    while batch := list(islice(stream, BATCH)):
        yield batch


def _rows(batch: list[Sample], pads: tuple[str, ...], without: frozenset[int]) -> list[tuple[Sample, Row]]:
    return [(sample, _row(message, without)) for one in batch for sample, message in _learnt(one, pads)]


def _learnt(sample: Sample, pads: tuple[str, ...]) -> Iterator[tuple[Sample, Message]]:
    message, kept = parse(sample.content), replace(sample, content=b"")
    if sample.part != TRAIN:
        yield kept, message
        return
    neutral = neutralise(message, sample)
    yield kept, neutral
    for changed in again(neutral, sample, pads):
        yield replace(kept, path=f"{kept.path}{AGAIN}"), changed


def _row(message: Message, without: frozenset[int]) -> Row:
    features = extract(message)
    values = [0.0 if family in without else value for family, value in enumerate(features.values)]
    filled = np.repeat(np.array(values, dtype=np.float32), features.sizes)
    return features.slots[filled > 0], filled[filled > 0], word_slots(features.words)
