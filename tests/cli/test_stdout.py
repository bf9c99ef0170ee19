"""Standard output in the place of Python's own: what it says when it cannot be written, and when."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from filter.cli import stdout
from filter.errors import UsageError

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device here that is always full")


@needs_full
@pytest.mark.parametrize("size", [1, 100_000])
def test_what_was_written_last_counts(size: int) -> None:
    """A few octets that no buffer gave away yet are written before it is too late to say so."""
    program = f"from filter.cli import stdout; import sys; stdout.put(); sys.stdout.buffer.write(b'x' * {size}); stdout.flush()"
    with FULL.open("wb") as out:
        done = subprocess.run((sys.executable, "-c", program), stdout=out, stderr=subprocess.PIPE, check=False)
    told = done.stderr.decode().splitlines()
    assert told[-1] == "filter.errors.UsageError: standard output: No space left on device"
    assert done.returncode == 1 and "Exception ignored" not in done.stderr.decode()


@needs_full
def test_it_fails_once() -> None:
    """What comes behind the error goes nowhere."""
    with stdout.Octets(os.open(FULL, os.O_WRONLY), "wb") as octets:
        with pytest.raises(UsageError, match=r"^standard output: No space left on device$"):
            octets.write(b"one")
        assert octets.write(b"two") == 3


def test_a_reader_that_went_away_is_another_matter() -> None:
    """It is the command's to end as the shell counts it."""
    reader, writer = os.pipe()
    os.close(reader)
    with stdout.Octets(writer, "wb") as octets, pytest.raises(BrokenPipeError):
        octets.write(b"one")


def test_it_reads_as_pythons_own() -> None:
    """Text and octets in their order, in the encoding that was asked for, at the latest when the program ends."""
    program = "from filter.cli import stdout; import sys; stdout.put(); print('gr\\xfcn', flush=True); sys.stdout.buffer.write(b'!')"
    asked = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    assert subprocess.run((sys.executable, "-c", program), capture_output=True, env=asked, check=True).stdout == b"gr\xfcn\n!"


def test_what_somebody_else_put_there_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """And so does a standard output that is none."""
    for there in (sys.stderr, None):
        monkeypatch.setattr(sys, "stdout", there)
        stdout.put()
        stdout.flush()
        assert sys.stdout is there
    monkeypatch.setattr(sys, "__stdout__", None)
    stdout.put()
    assert sys.stdout is None
