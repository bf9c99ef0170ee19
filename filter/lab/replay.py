"""Archives to rows: messages judged on all cores, or on a cluster, in their order and in bounded memory. Writes no file, prints nothing.

A batch of messages goes to a worker, the lines of their rows come back. Workers build their own judge from the configuration, and must
say that it is the same. joblib hands the batches out: to processes here (loky), or to a Dask cluster.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import re
import signal
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from threading import Thread, current_thread, main_thread
from time import sleep
from typing import Any

from filter.config.schema import Config
from filter.errors import UsageError
from filter.lab.archived import judged
from filter.lab.bench import BENCHES, Makes, bench, same_bench
from filter.store.runs import jsonl

BATCH_MESSAGES = 128
BATCH_OCTETS = 1_048_576
"""A batch is full at either of these; one message larger than that is a batch of its own."""

AHEAD = 3
"""Batches handed out for each core before the first is done: enough that none waits for the next."""

WINDOW = 12
"""Batches for each core that are read and not yet given back in order: one slow message must not let the others pile up behind it."""

_SCHEDULER = re.compile(r"(?:tcp|tls|ucx|wss?)://[^\s/]+:[0-9]+")

CONNECT_SECONDS = 15
"""Longest wait for the scheduler of a cluster."""

PARENT_SECONDS = 2
"""From one look of a worker whether its parent is there to the next."""

GC_THRESHOLD = 10_000
"""Objects that a worker makes before the collector looks for cycles, of which mail makes hardly any: a twentieth of a judgement's time."""

Message = tuple[str, bytes]
Batch = tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Workforce:
    """Who judges: so many processes here, -1 for one a core; or the workers of the Dask scheduler at `cluster`, such as
    tcp://192.0.2.1:8786."""

    jobs: int = -1
    cluster: str = ""


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
    with _parallel(workforce) as (cores, spread):
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
        self._failure: BaseException | None = None
        self.ended = False

    def __iter__(self) -> Iterator[Batch]:
        """Batches until the window is full or none is left."""
        while len(self._out) < self._window:
            try:
                batch = next(self._batches, None)
            except BaseException as error:  # raised again where it is seen
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


Spread = Callable[[Callable[..., bytes], Iterable[tuple[Any, ...]]], Generator[bytes, None, None]]


@contextmanager
def _parallel(workforce: Workforce) -> Iterator[tuple[int, Spread]]:
    """How many cores there are, and what spreads calls over them; what they return comes in the order of the calls."""
    try:
        import joblib  # noqa: PLC0415  (an extra, and heavy)
    except ImportError:
        raise UsageError("replay needs joblib (pip install 'sievert[replay]')") from None
    with _backend(workforce) as backend, joblib.parallel_config(**backend), warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="joblib")  # it tells of tasks left undone, which the caller does better
        with joblib.Parallel(workforce.jobs, return_as="generator", batch_size=1, pre_dispatch=f"{AHEAD} * n_jobs") as parallel:

            def spread(call: Callable[..., bytes], calls: Iterable[tuple[Any, ...]]) -> Generator[bytes, None, None]:
                with _uninterrupted():
                    judged_batches: Generator[bytes, None, None] = parallel(joblib.delayed(call)(*one) for one in calls)
                return judged_batches

            cores = joblib.effective_n_jobs(workforce.jobs)
            if cores == 1 and workforce.cluster:  # then joblib would judge here
                raise UsageError(f"the cluster at {workforce.cluster} has a single core: start more workers, or do without --cluster")
            yield cores, spread


@contextmanager
def _backend(workforce: Workforce) -> Iterator[dict[str, Any]]:
    """joblib's settings. A cluster's client lasts as long as the block."""
    if not workforce.cluster:
        with _told_of_the_killed():
            yield {"backend": "loky", "initializer": _obey, "initargs": (os.getpid(),)}
        return
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415  (an extra)
    except ImportError:
        raise UsageError("--cluster needs distributed (pip install 'sievert[cluster]')") from None
    if not _SCHEDULER.fullmatch(workforce.cluster):
        raise UsageError(f"no Dask scheduler at {workforce.cluster}: expected an address such as tcp://192.0.2.1:8786")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what ends a run is told in one line
    try:
        client = Client(workforce.cluster, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:  # a TimeoutError is an OSError
        raise UsageError(f"no Dask scheduler at {workforce.cluster}: {error}") from None
    with client:
        try:
            yield {"backend": "dask", "client": client}
        except KilledWorker as error:
            raise UsageError(f"the cluster gave up on a batch whose workers died again and again: {error}") from None
        except (TimeoutError, CancelledError):
            raise UsageError(f"the Dask scheduler at {workforce.cluster} has no workers, or went away") from None


@contextmanager
def _told_of_the_killed() -> Iterator[None]:
    from joblib.externals.loky.process_executor import BrokenProcessPool  # noqa: PLC0415  (as joblib itself)

    try:
        yield
    except BrokenProcessPool:
        raise UsageError("a worker was killed, perhaps for its memory: the same command goes on, with --jobs fewer at a time") from None


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A Ctrl-C is ignored until this is done, and by the processes begun meanwhile for good: they never tell of it in a traceback. (A
    blocked signal is no way to that: Python's resource tracker lets it through.)"""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _obey(parent: int) -> None:
    """A worker is ended by its parent alone, and with it: a Ctrl-C in a terminal reaches all of them at once, a kill only the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(GC_THRESHOLD)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(PARENT_SECONDS)
    os._exit(1)
