"""Workers begun and ended: an interrupt is never lost, and never told of in a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from joblib.externals.loky.process_executor import EXTRA_QUEUED_CALLS

from filter.lab.workforce import AHEAD, Workforce, _uninterrupted, parallel

ROOT = Path(__file__).parents[2]

INTERRUPTED = """
import os, signal, sys, threading, time
sys.path.insert(0, sys.argv[1])
from filter.lab.workforce import AHEAD, Workforce, parallel
threading.Timer(3, os.killpg, (0, signal.SIGINT)).start()
try:
    with parallel(Workforce(2)) as (cores, spread):
        list(spread(time.sleep, ((60,) for _ in range(40))))
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_an_interrupt_before_the_first_result_ends_it_without_a_word() -> None:
    """Of all processes of a terminal's group: no worker and no thread of loky's prints a traceback."""
    words = (sys.executable, "-c", INTERRUPTED, str(ROOT))
    environment = {**os.environ, "LOKY_MAX_CPU_COUNT": "2"}
    done = subprocess.run(words, capture_output=True, timeout=60, check=False, env=environment, start_new_session=True)
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_while_the_first_batches_are_read_is_not_lost(jobs: int) -> None:
    """An archive that is read for long, or a pipe that stalls."""

    def stalling() -> Iterator[tuple[float]]:
        signal.raise_signal(signal.SIGINT)
        yield (0.0,)

    with pytest.raises(KeyboardInterrupt), parallel(Workforce(jobs)) as (_, spread):
        list(spread(sleep, stalling()))  # type: ignore[arg-type]  (what it returns is not looked at)


def test_an_interrupt_while_workers_begin_comes_after_it() -> None:
    """The beginning is whole."""
    done = False
    with pytest.raises(KeyboardInterrupt), _uninterrupted():
        os.kill(os.getpid(), signal.SIGINT)
        sleep(0.05)
        done = True
    assert done
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_process_begun_meanwhile_hears_of_no_interrupt() -> None:
    """Not even before its own code runs."""
    with _uninterrupted():
        child = subprocess.Popen(("sleep", "30"))
    try:
        child.send_signal(signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(0.3)
    finally:
        child.kill()
        child.wait()


@pytest.mark.parametrize("cores", [2, 16])
def test_no_more_is_handed_out_than_lokys_queue_holds(cores: int) -> None:
    """A call that stands before it is looked for by a thread of loky's after an interrupt has taken it away: a traceback."""
    assert AHEAD * cores <= 2 * cores + EXTRA_QUEUED_CALLS
