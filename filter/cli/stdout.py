"""Standard output that says what is wrong with itself: a full disk behind it is no bug of ours. Prints nothing."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from filter.errors import UsageError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Octets(io.FileIO):
    """A file that is open already, and that cannot be written any more once it failed."""

    def write(self, octets: ReadableBuffer, /) -> int:
        """As many of the octets as it takes. UsageError where it takes none, BrokenPipeError where nobody reads it any more."""
        try:
            return super().write(octets)
        except BrokenPipeError:
            raise
        except OSError as error:
            forget(self.fileno())
            raise UsageError(f"standard output: {error.strerror}") from None


def forget(descriptor: int) -> None:
    """What is still to be written there goes nowhere, for Python would try it once more at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def put() -> None:
    """In the place of Python's own standard output, unless there is none or somebody else has put his there."""
    there = sys.__stdout__
    if there is not None and there is sys.stdout:
        octets = io.BufferedWriter(Octets(there.fileno(), "wb", closefd=False))
        sys.stdout = io.TextIOWrapper(octets, there.encoding, there.errors, line_buffering=there.line_buffering)


def flush() -> None:
    """Write what is not written yet, while an error still counts. Raises as `Octets.write`."""
    if sys.stdout is not None:
        sys.stdout.flush()
