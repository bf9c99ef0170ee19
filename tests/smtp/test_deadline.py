from __future__ import annotations

import signal
import threading
import time

import pytest

from filter.smtp.deadline import Deadline, OverdueError

LONG = 2.0


def work(seconds: float) -> None:
    """Python code that gives way to nobody."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sum(range(100))


def test_what_takes_too_long_is_interrupted() -> None:
    """The block ends with OverdueError, soon after its seconds are up."""
    began = time.monotonic()
    with pytest.raises(OverdueError), Deadline(0.05):
        work(LONG)
    assert time.monotonic() - began < LONG / 2


def test_what_ends_in_time_is_left_alone() -> None:
    """A block that ends in time runs to its end, and nothing is raised behind it."""
    deadline = Deadline(0.05)
    with deadline:
        done = True
    work(0.15)
    assert done
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_error_of_the_work_comes_through() -> None:
    """Whatever the block raises comes out as it is, and the time stops."""
    deadline = Deadline(0.05)
    with pytest.raises(ZeroDivisionError), deadline:
        _ = 1 / 0
    work(0.15)


def test_each_block_has_its_own_time() -> None:
    """A deadline can be used again, also after it was missed, and begins anew."""
    deadline = Deadline(0.2)
    for _ in range(3):
        with deadline:
            work(0.1)
    for _ in range(2):
        with pytest.raises(OverdueError), deadline:
            work(LONG)


def test_an_alarm_that_comes_late_is_no_error() -> None:
    """A signal that arrives when the block is over interrupts nobody."""
    deadline = Deadline(LONG)
    with deadline:
        pass
    signal.raise_signal(signal.SIGALRM)
    with pytest.raises(OverdueError), deadline:
        signal.raise_signal(signal.SIGALRM)
    signal.raise_signal(signal.SIGALRM)


def test_elsewhere_than_on_the_main_thread_it_does_nothing() -> None:
    """Signals come to the main thread alone: a deadline made on another one leaves timer and handler be."""
    before, seen = signal.getsignal(signal.SIGALRM), []

    def run() -> None:
        with Deadline(0.01):
            work(0.05)
            seen.append(signal.getitimer(signal.ITIMER_REAL))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert seen == [(0.0, 0.0)]
    assert signal.getsignal(signal.SIGALRM) is before


def test_an_interruption_that_is_swallowed_comes_again() -> None:
    """Code that takes every error for one of its own cannot work on for ever: many a parser does so."""
    deadline, began = Deadline(0.05), time.monotonic()
    with pytest.raises(OverdueError), deadline:
        try:
            work(LONG)
        except Exception:  # as where a library raises what it likes
            work(LONG)
    assert time.monotonic() - began < LONG / 2
