"""Who judges an archive: processes here (joblib's loky), or the workers of a Dask cluster. Begins and ends them; judges nothing."""

from __future__ import annotations

import gc
import logging
import os
import re
import signal
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from threading import Thread, current_thread, main_thread
from time import sleep
from typing import Any

from filter.errors import UsageError

AHEAD = 2
"""Batches handed out for each core before the first is done: enough that none waits for the next, and no more than loky's own queue
holds: of one that stands before it, a thread of loky's prints a traceback where a run is stopped."""

_SCHEDULER = re.compile(r"(?:tcp|tls|ucx|wss?)://[^\s/]+:[0-9]+")

CONNECT_SECONDS = 15
"""Longest wait for the scheduler of a cluster."""

PARENT_SECONDS = 2
"""From one look of a worker whether its parent is there to the next."""

GC_THRESHOLD = 10_000
"""Objects that a worker makes before the collector looks for cycles, of which mail makes hardly any: a twentieth of a judgement's time."""


@dataclass(frozen=True, slots=True)
class Workforce:
    """Who judges: so many processes here, -1 for one a core; or the workers of the Dask scheduler at `cluster`, such as
    tcp://192.0.2.1:8786."""

    jobs: int = -1
    cluster: str = ""


Spread = Callable[[Callable[..., bytes], Iterable[tuple[Any, ...]]], Generator[bytes, None, None]]
"""Calls a function in the workers with each of these arguments; what it returns comes in their order."""


@contextmanager
def parallel(workforce: Workforce) -> Iterator[tuple[int, Spread]]:
    """How many cores there are, and what spreads calls over them; what they return comes in the order of the calls."""
    try:
        import joblib  # noqa: PLC0415  (an extra, and heavy)
    except ImportError:
        raise UsageError("replay needs joblib (pip install 'sievert[replay]')") from None
    with _backend(workforce) as backend, joblib.parallel_config(**backend), warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="joblib")  # it tells of tasks left undone, which the caller does better
        with joblib.Parallel(workforce.jobs, return_as="generator", batch_size=1, pre_dispatch=f"{AHEAD} * n_jobs") as parallel:

            def spread(call: Callable[..., bytes], calls: Iterable[tuple[Any, ...]]) -> Generator[bytes, None, None]:
                judged_batches: Generator[bytes, None, None] = parallel(joblib.delayed(call)(*one) for one in calls)
                return judged_batches

            cores = joblib.effective_n_jobs(workforce.jobs)
            if cores == 1 and workforce.cluster:  # then joblib would judge here
                raise UsageError(f"the cluster at {workforce.cluster} has a single core: start more workers, or do without --cluster")
            if not workforce.cluster:
                with _uninterrupted():  # the first calls begin the workers: these read nothing, which may take long
                    begun = parallel(joblib.delayed(os.getpid)() for _ in range(cores))
                deque(begun, 0)
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
    """A Ctrl-C waits until this is done; the processes begun meanwhile never hear of one, nor tell of it in a traceback: they inherit
    that the signal is blocked, before their own code can say so."""
    if current_thread() is not main_thread():
        yield
        return
    resource_tracker.ensure_running()  # begun later, it would let the signal through again
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))  # any other thread may still be given it
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)


def _obey(parent: int) -> None:
    """A worker is ended by its parent alone, and with it: a Ctrl-C in a terminal reaches all of them at once, a kill only the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(GC_THRESHOLD)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(PARENT_SECONDS)
    os._exit(1)
