"""A time limit on work that runs on the main thread and never gives way: the judgement of one mail.

The interval timer interrupts Python code, not a call into a library that does not return; for that there is the supervisor's
watchdog. Nothing else in the process may use SIGALRM.
"""

from __future__ import annotations

import signal
import threading
from types import FrameType

AGAIN_SECONDS = 0.1
"""Until the next interruption: code that takes any error for one of its own swallows the first."""


class OverdueError(Exception):
    """The work took longer than it may."""


class Deadline:
    """`with deadline:` raises OverdueError inside the block once its seconds are up. Off the main thread it does nothing."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._armed = False
        self._able = threading.current_thread() is threading.main_thread()
        if self._able:
            signal.signal(signal.SIGALRM, self._up)

    def __enter__(self) -> None:
        if self._able:
            self._armed = True
            signal.setitimer(signal.ITIMER_REAL, self._seconds, AGAIN_SECONDS)

    def __exit__(self, *_: object) -> None:
        self._armed = False  # a signal that arrives from here on is too late to raise
        if self._able:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _up(self, _number: int, _frame: FrameType | None) -> None:
        if self._armed:
            raise OverdueError
