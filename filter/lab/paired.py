"""Two runs' rows side by side, joined by the message's id and path, in whatever order either run has them. Compares nothing."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from filter.store.rows import Row, row_from_json
from filter.store.runs import jsonl

Key = tuple[str, str]
"""What a message is known by: its id and path."""

Pair = tuple[Row | None, Row | None]
"""(before, after) of one message; None where only the other run has it."""


def paired(before: Iterable[Row], after: Iterable[Row]) -> Iterator[Pair]:
    """Each message of either run, once, as soon as both have it; at the end what one lacks. The same message again is another.

    Runs in one order are never in memory; a row that waits for its other half takes about a kilobyte.
    """
    waiting: tuple[_Waiting, _Waiting] = (_Waiting(), _Waiting())
    for pair in zip_longest(before, after):
        first, second = pair
        if first and second and _key(first) == _key(second) and not any(_key(first) in one for one in waiting):
            yield first, second
            continue
        for side, row in enumerate(pair):
            if row is None:
                continue
            other = waiting[1 - side].taken(row)
            if other is None:
                waiting[side].put(row)
            else:
                yield (row, other) if side == 0 else (other, row)
    yield from ((row, None) for row in waiting[0].rest())
    yield from ((None, row) for row in waiting[1].rest())


class _Waiting:
    """Rows of one run whose other halves have not come."""

    def __init__(self) -> None:
        self._packed: dict[Key, list[bytes]] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._packed

    def put(self, row: Row) -> None:
        self._packed.setdefault(_key(row), []).append(zlib.compress(jsonl.line(row), 1))

    def taken(self, like: Row) -> Row | None:
        """The row of the same message that came first."""
        key = _key(like)
        rows = self._packed.get(key)
        if rows is None:
            return None
        first = rows.pop(0)
        if not rows:
            del self._packed[key]
        return _unpacked(first)

    def rest(self) -> Iterator[Row]:
        for rows in self._packed.values():
            yield from map(_unpacked, rows)


def _key(row: Row) -> Key:
    return row.verdict.id, row.path


def _unpacked(packed: bytes) -> Row:
    return row_from_json(json.loads(zlib.decompress(packed)))
