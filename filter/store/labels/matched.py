"""Which labels of the user's own files found their message. It stays where a run is put together; reads nothing, prints nothing.

A label whose message never came says nothing to anybody: most often its path is written otherwise than `archives` names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from filter.store.labels.label import CSV, VALUES, Label
from filter.store.labels.listed import Listed

_WAITS, _FOUND = 1, 2


class Unmatched(NamedTuple):
    """A file of so many labels, of which `found` found a message; `line` is that of the first that did not."""

    file: str
    labels: int
    found: int
    line: int


class Matched:
    """The labels of these files, an octet a line: a file may have millions."""

    def __init__(self, files: Iterable[Listed] = ()) -> None:
        self._lines = {file.file: _lines(file) for file in files}

    def seen(self, said: Iterable[Label]) -> None:
        """Note what was said of a message."""
        for label in said:
            if label.source == CSV:
                file, _, line = label.detail.rpartition(":")
                self._lines[file][int(line)] = _FOUND

    def unmatched(self) -> Iterator[Unmatched]:
        """The files with a label that found none."""
        for file, lines in self._lines.items():
            waiting, found = lines.count(_WAITS), lines.count(_FOUND)
            if waiting:
                yield Unmatched(file, waiting + found, found, lines.index(_WAITS))


def _lines(file: Listed) -> bytearray:
    numbers = [place // len(VALUES) for place in chain.from_iterable(by.values() for by in file.by.values())]
    lines = bytearray(max(numbers, default=0) + 1)
    for number in numbers:
        lines[number] = _WAITS
    return lines
