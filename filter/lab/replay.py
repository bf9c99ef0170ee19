"""Archives to rows: messages judged on all cores, or on a cluster, in their order and in bounded memory. Writes no file, prints nothing.

A batch of messages goes to a worker, the lines of their rows come back. Workers build their own judge from the configuration, and must
say that it is the same. Who they are is `workforce`'s.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache

from filter.config.schema import Config
from filter.lab.archived import judged
from filter.lab.bench import BENCHES, Makes, bench, same_bench
from filter.lab.workforce import Workforce, parallel
from filter.store.runs import jsonl

BATCH_MESSAGES = 128
BATCH_OCTETS = 1_048_576
"""A batch is full at either of these; one message larger than that is a batch of its own."""

WINDOW = 12
"""Batches for each core that are read and not yet given back in order: one slow message must not let the others pile up behind it."""

Message = tuple[str, bytes]
Batch = tuple[Message, ...]


def rows(config: Config, messages: Iterable[Message], workforce: Workforce) -> Iterator[tuple[str, bytes, bytes]]:
    """(path, content, line) of every message, in their order: the line is that of its row, as `runs.jsonl` has it, without a label.

    UsageError where the extra is missing, no cluster answers or a worker would judge otherwise; and what reading the messages raises.
    """
    return ((path, content, line) for path, content, (line,) in rows_of_each((config,), messages, workforce))


def rows_of_each(
    configs: Sequence[Config], messages: Iterable[Message], workforce: Workforce
) -> Iterator[tuple[str, bytes, tuple[bytes, ...]]]:
    """The same by several configurations at once, at most `BENCHES`: the mail is read once, and each message has a line by each of them."""
    asked = tuple((pickle.dumps(config), bench(config).makes) for config in configs)
    with parallel(workforce) as (cores, spread):
        reading = _Reading(messages, WINDOW * cores)
        while not reading.ended:
            with closing(spread(lines_of_each, ((asked, batch) for batch in reading))) as judged_batches:
                for lines in judged_batches:
                    yield from _side_by_side(reading.given_back(), lines, len(configs))
        reading.check()


def _side_by_side(batch: Batch, lines: bytes, judges: int) -> Iterator[tuple[str, bytes, tuple[bytes, ...]]]:
    found = lines.splitlines(keepends=True)
    by_judge = (found[start : start + len(batch)] for start in range(0, judges * len(batch), len(batch)))
    for (path, content), *of_each in zip(batch, *by_judge, strict=True):
        yield path, content, tuple(of_each)


def lines_of_each(asked: Sequence[tuple[bytes, Makes]], batch: Batch) -> bytes:
    """What a worker does: the lines of a batch by one configuration after the other."""
    return b"".join(lines_of(config, makes, batch) for config, makes in asked)


def lines_of(config: bytes, makes: Makes, batch: Batch) -> bytes:
    """The lines of a batch, in its order. UsageError where this process would judge otherwise than `makes` says."""
    here = same_bench(_config(config), makes)
    return b"".join([jsonl.line(row) for row in judged(here, batch)])


@lru_cache(maxsize=BENCHES)
def _config(written: bytes) -> Config:
    """A configuration, from the process that asks. (Plain octets: of anything else a Dask client would keep a copy on one worker, and
    lose it with that worker.)"""
    config: Config = pickle.loads(written)  # noqa: S301  (our own octets, by the way that joblib's whole task came)
    return config


class _Reading:
    """Messages on their way to workers, in batches; read from joblib's own thread once it runs, one at a time.

    What reading raises is kept for `check`, since that thread would lose it.
    """

    def __init__(self, messages: Iterable[Message], window: int) -> None:
        self._batches = _batches(messages)
        self._window = window
        self._out: deque[Batch] = deque()
        self._failure: Exception | None = None
        self.ended = False

    def __iter__(self) -> Iterator[Batch]:
        """Batches until the window is full or none is left."""
        while len(self._out) < self._window:
            try:
                batch = next(self._batches, None)
            except Exception as error:  # raised again where it is seen; an interrupt ends all at once
                self._failure, batch = error, None
            if batch is None:
                self.ended = True
                return
            self._out.append(batch)
            yield batch

    def given_back(self) -> Batch:
        """The batch whose turn it is."""
        return self._out.popleft()

    def check(self) -> None:
        """Raise what reading raised, after all that was read before it."""
        if self._failure is not None:
            raise self._failure


def _batches(messages: Iterable[Message]) -> Iterator[Batch]:
    batch: list[Message] = []
    octets = 0
    for message in messages:
        if batch and octets + len(message[1]) > BATCH_OCTETS:
            yield tuple(batch)
            batch, octets = [], 0
        batch.append(message)
        octets += len(message[1])
        if len(batch) == BATCH_MESSAGES:
            yield tuple(batch)
            batch, octets = [], 0
    if batch:
        yield tuple(batch)
