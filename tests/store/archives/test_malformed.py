"""Archives that are damaged, cut, hostile or odd: each is told in a clear line, and what is whole of it is read."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from click.testing import CliRunner
from malformed import MALFORMED, Malformed, put
from malforming import LIMIT, LINE, mail

from filter.cli import sievert
from filter.store.archives import limits, open_path
from filter.store.archives.mbox import split


@pytest.fixture(autouse=True)
def bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a small archive goes past."""
    monkeypatch.setattr(limits, "MAX_MESSAGE_BYTES", LIMIT)
    monkeypatch.setattr(limits, "FREE_EXPANSION_BYTES", LIMIT)
    monkeypatch.setattr(limits, "PIECE_BYTES", 10_000)


@pytest.mark.parametrize("malformed", MALFORMED, ids=lambda malformed: malformed.name)
def test_damage_is_told_and_the_rest_is_read(tmp_path: Path, malformed: Malformed) -> None:
    """Whatever is whole comes out, and one line says what does not and where."""
    told: list[str] = []
    found = [content for _, content in open_path(put(tmp_path / "x", malformed), lambda name, why: told.append(f"{name}: {why}"))]
    assert len(found) == malformed.read, told
    assert all(len(content) <= LIMIT for content in found)
    assert any(malformed.said in line for line in told) if malformed.said else not told
    assert len(told) <= 3
    assert all(line.isprintable() or "\udcff" in line for line in told)


def test_the_command_reads_them_all(tmp_path: Path) -> None:
    """`sievert score` goes through every one of them in one run: a line for each message, a clear line for each damage, no stop."""
    paths = [str(put(tmp_path / str(number), malformed)) for number, malformed in enumerate(MALFORMED)]
    outcome = CliRunner().invoke(sievert, ["score", "--format", "jsonl", *paths])
    assert outcome.exit_code == 0, outcome.exception
    assert len(outcome.stdout.splitlines()) == sum(malformed.read for malformed in MALFORMED)
    for malformed in MALFORMED:
        assert malformed.said in outcome.stderr.replace(": skipped: ", ": ")
    assert all(line.startswith(f"sievert: {tmp_path}/") and ": skipped: " in line for line in outcome.stderr.splitlines())
    assert outcome.stderr.isascii()


class Lines:
    """A message whose one line is a gigabyte, made as it is read, and one behind it."""

    def __init__(self) -> None:
        self._left = [b"x" * limits.READ_BYTES] * 1024 + [b"\n\n" + LINE + mail(2)]

    def read(self, size: int, /) -> bytes:
        return self._left.pop(0) if self._left else b""


def test_a_line_of_a_gigabyte_costs_no_more_than_a_message() -> None:
    """The line is told as too large by its place and let go of as it comes; what stands behind it is read."""
    tracemalloc.start()
    try:
        first, second = split(LINE, Lines(), LIMIT)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (first.offset, first.content) == (0, None)
    assert (second.offset, second.content) == (len(LINE) + (1 << 30) + 2, mail(2))
    assert peak < 8 * limits.READ_BYTES


CONTENT = mail(1, 4000)


class Repeated:
    """The same messages over and over, as octets of an mbox."""

    def __init__(self, times: int) -> None:
        self._block, self._left = (LINE + CONTENT + b"\n") * 50, times // 50

    def read(self, size: int, /) -> bytes:
        self._left -= 1
        return self._block if self._left >= 0 else b""


def test_memory_does_not_grow_with_the_number_of_messages() -> None:
    """Ten thousand messages take what a thousand take."""
    peaks = []
    for times in (1_000, 10_000):
        tracemalloc.start()
        try:
            assert sum(piece.content == CONTENT for piece in split(b"", Repeated(times), LIMIT)) == times
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[1] < peaks[0] + 100_000
