"""`sievert serve` with a judge that some mail does not come back from: `python -m benchmarks.faults.hanging --config FILE`.

A message that begins with the header line `X-Fault: <way>` meets one of `WAYS`; all others are judged as ever.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from itertools import repeat
from typing import Any

from filter.assemble import build_judge
from filter.config.schema import Config
from filter.judge.judge import Judge
from filter.judge.mail import Mail
from filter.judge.verdict import Verdict

_MARK = re.compile(rb"X-Fault: (\w+)\r\n")


def mark(way: str) -> bytes:
    """The first line of a message that meets this."""
    return f"X-Fault: {way}\r\n".encode()


def busy() -> None:
    """A loop in Python, which a signal can end."""
    while True:
        pass


def stubborn() -> None:
    """A loop that takes the first exception for one of its own."""
    try:
        busy()
    except Exception:
        busy()


def sleeping() -> None:
    """A system call, which a signal can end, and which lets other threads go on."""
    time.sleep(3600)


def native() -> None:
    """A loop in C, which nothing ends, and which lets nobody else go on."""
    sum(repeat(0))


def crash() -> None:
    """The end of the process."""
    os.kill(os.getpid(), signal.SIGSEGV)


WAYS = {way.__name__: way for way in (busy, stubborn, sleeping, native, crash)}


class Hanging(Judge):
    """The judge that it was built from, but for mail that is marked."""

    def judge(self, mail: Mail) -> Verdict:
        """As ever; or never."""
        if found := _MARK.match(mail.content):
            WAYS[found[1].decode()]()
        return super().judge(mail)


def _build(config: Config) -> Judge:
    built = build_judge(config)
    return Hanging(built.model, built.rulebook)


if __name__ == "__main__":
    import filter.cli.serve  # noqa: F401  (its module, not the command of the same name)

    door: Any = sys.modules["filter.cli.serve"]
    door.build_judge = _build
    door.serve()
