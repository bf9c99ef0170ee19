"""Files of runs: the rows a replay wrote, as JSON lines, CSV or Parquet by the end of the name. All three give back the same rows.

Judges nothing and decides nothing; how a run is written while it goes on and taken up again is `part`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

from filter.errors import UsageError
from filter.store.rows import Row, row_from_json
from filter.store.runs import flat, jsonl, parquet
from filter.store.runs.columns import Columns, joined, of_documents

__all__ = ["Columns", "Form", "columns", "form", "read", "write"]


class Form(NamedTuple):
    """One kind of file. `write` puts JSON lines, each one row, into a stream; `documents` gives each row's document with where it
    stands; `columns` what thresholds are tuned on; `needs` says what is missing of it before anything is done."""

    write: Callable[[IO[bytes], Iterable[bytes]], None]
    documents: Callable[[Path], Iterator[tuple[str, Mapping[str, Any]]]]
    columns: Callable[[Path], Columns]
    needs: Callable[[], object]


def form(path: Path) -> Form:
    """The kind of file that a name says it is. UsageError for a name that says nothing, or where what it needs is not installed."""
    name = path.name.lower()
    found = next((kind for ending, kind in _FORMS.items() if name.endswith(ending)), None)
    if found is None:
        raise UsageError(f"{path}: a run is kept as .jsonl, .csv or .parquet, by the end of the name")
    found.needs()
    return found


def write(path: Path, rows: Iterable[Row]) -> None:
    """A whole run at once, over whatever was there. UsageError for a name of no known ending."""
    kind = form(path)
    with path.open("wb") as stream:
        kind.write(stream, map(jsonl.line, rows))


def read(path: Path) -> Iterator[Row]:
    """The rows of a run, in their order; `-` is JSON lines on standard input. UsageError names file and line where one is no row."""
    for place, document in _reading(path).documents(path):
        try:
            yield row_from_json(document)
        except ValueError as error:
            raise UsageError(f"{place}: {error}") from None


def columns(paths: Sequence[Path]) -> Columns:
    """What is tuned on, of all runs together. UsageError as in `read`."""
    return joined([_reading(path).columns(path) for path in paths])


def _reading(path: Path) -> Form:
    if str(path) == "-" or path.name.lower().endswith(".jsonl.gz"):
        return _FORMS[".jsonl"]
    return form(path)


def _columns_of(documents: Callable[[Path], Iterator[tuple[str, Mapping[str, Any]]]]) -> Callable[[Path], Columns]:
    return lambda path: of_documents(documents(path))


def _nothing() -> None:
    """What a form needs that the standard library has."""


_FORMS = {
    ".jsonl": Form(jsonl.write, jsonl.documents, _columns_of(jsonl.documents), _nothing),
    ".csv": Form(flat.write, flat.documents, _columns_of(flat.documents), _nothing),
    ".parquet": Form(parquet.write, parquet.documents, parquet.columns, parquet.needs),
}
