"""A run as JSON lines: one document a row, in ASCII, as `filter.store.rows` shapes it. Knows no other form."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import IO, Any, NoReturn, cast

from filter.errors import UsageError
from filter.store.rows import Row, row_from_json, row_to_json

_COMPACT = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


def line(row: Row) -> bytes:
    """A row's line, with its end."""
    return f"{_COMPACT(row_to_json(row))}\n".encode("ascii")


def row(written: bytes) -> Row:
    """The row whose line this is. ValueError for what `line` never writes: octets that are no ASCII, or numbers that JSON lacks."""
    try:
        return row_from_json(_STRICT.decode(written.decode("ascii")))
    except RecursionError as error:
        raise ValueError(f"not a row of a run: {error}") from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


_STRICT = json.JSONDecoder(parse_constant=_no_number)


def write(stream: IO[bytes], lines: Iterable[bytes]) -> None:
    """The lines as they are."""
    stream.writelines(lines)


def documents(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line's document and its place, `file:line`; a file ending in .gz is unpacked, `-` is standard input. Blank lines are
    passed over. UsageError where a line is not JSON."""
    try:
        with _opened(path) as stream:
            for number, text in enumerate(stream, 1):
                if not text.isspace():
                    yield f"{path}:{number}", _document(text, path, number)
    except (OSError, EOFError, zlib.error) as error:
        raise UsageError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def _opened(path: Path) -> IO[bytes]:
    if str(path) == "-":
        return cast("IO[bytes]", nullcontext(sys.stdin.buffer))  # not ours to close
    return cast("IO[bytes]", gzip.open(path)) if path.name.lower().endswith(".gz") else path.open("rb")


def _document(text: bytes, path: Path, number: int) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}:{number}: not a JSON document: {error}") from None
    if not isinstance(document, dict):
        raise UsageError(f"{path}:{number}: not a row of a run: no JSON object")
    return document
