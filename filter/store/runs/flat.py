"""A run as CSV (RFC 4180): one row a line, flat columns, what is nested as compact JSON in its cell. Every float keeps every bit.

A spreadsheet must find no formula in what a sender wrote: characters that could begin one, in any cell or after anything that some
spreadsheet takes for the end of a cell, are escaped, and so are line ends. Knows no other form.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from filter.errors import UsageError
from filter.judge.verdict import THREATS
from filter.store.runs.columns import COLUMNS, TEXTS
from filter.store.runs.escapes import escaping, unescaped

CELL_CHARS = 8 * 1024 * 1024
"""Characters of the longest cell read."""

_NESTED = ("recipients", "hits", "reasons")

# What begins a formula (also in the full width of East Asian input), and behind what a new cell may begin in some country's settings.
_FORMULA = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_BREAKS = r"""[;,|"'\s]"""
_text = escaping(rf"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]|(?:^|(?<={_BREAKS})){_FORMULA}")
_in_json = re.compile(rf"(?<={_BREAKS}){_FORMULA}")
_COMPACT = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


def write(stream: IO[bytes], lines: Iterable[bytes]) -> None:
    """JSON lines, each one row, as CSV with a line of names in front."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        cells = csv.writer(text, lineterminator="\n")
        cells.writerow(COLUMNS)
        cells.writerows(_cells(json.loads(line)) for line in lines)
    finally:
        text.detach()


def _cells(row: Mapping[str, Any]) -> list[str | float]:
    flat = {
        **{name: _text(row[name]) for name in TEXTS},
        **{name: _in_json.sub(_as_escape, _COMPACT(row[name])) for name in _NESTED},
        **row["log_odds"],
        **{f"p_{threat}": value for threat, value in row["threats"].items()},
        "date": row["date"] or "",
        "score": row["score"],
    }
    return [flat[name] for name in COLUMNS]


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def documents(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row's document and its place, `file:line`. UsageError where it is not the CSV of a run."""
    csv.field_size_limit(max(csv.field_size_limit(), CELL_CHARS))
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream, strict=True)
            nth = _places(next(rows, []), path)
            for cells in rows:
                place = f"{path}:{rows.line_num}"
                yield place, _document(cells, nth, place)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path}: not the CSV of a run: {error}") from None


def _places(names: list[str], path: Path) -> Callable[[list[str], str], str]:
    """The cell of a name, wherever its column stands."""
    if missing := [name for name in COLUMNS if name not in names]:
        raise UsageError(f"{path}: not the CSV of a run: its first line has no column {missing[0]}")
    places = {name: names.index(name) for name in COLUMNS}
    return lambda cells, name: cells[places[name]]


def _document(cells: list[str], of: Callable[[list[str], str], str], place: str) -> dict[str, Any]:
    try:
        return {
            **{name: unescaped(of(cells, name)) for name in TEXTS},
            **{name: json.loads(of(cells, name)) for name in _NESTED},
            "date": of(cells, "date") or None,
            "score": of(cells, "score"),
            "log_odds": {threat: of(cells, threat) for threat in THREATS},
            "threats": {threat: of(cells, f"p_{threat}") for threat in THREATS},
        }
    except (IndexError, ValueError, RecursionError) as error:
        raise UsageError(f"{place}: not a row of a run: {error}") from None
