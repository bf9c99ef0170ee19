"""Labels in a CSV that the user gives: a line a message, found by its id, its Message-ID or its path. Every fault is named with its line.

    id,label          id: what `sievert score` and a run name it by; or message_id; or path, as `sievert replay` writes it
    3f1c...,ham       label: ham, spam, phish or bec; a line without one says nothing

Commas, semicolons or tabs; columns in any order and capitals, others beside them. A run's own CSV with its labels filled in is one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from filter.errors import UsageError
from filter.store.labels.label import CSV, VALUES, Label
from filter.store.labels.marks import head

LINES = 5_000_000
"""Most lines of one file."""

FAULTS = 10
"""Faults told of one file."""

COLUMNS = ("id", "message_id", "path")
"""What a line may name its message by; the first that is filled in counts."""

_MEANT = {**{value: value for value in VALUES}, "phishing": "phish", "junk": "spam"}
_ID = re.compile(r"[0-9a-f]{64}")
_MESSAGE_ID = re.compile(rb"^message-id[ \t]*:\s*(<[^<>\s]{1,250}>)", re.IGNORECASE | re.MULTILINE)


Places = dict[str, dict[str, int]]
"""By column, then by what names a message there: its line and its label in one number, for a file may have millions of lines."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The labels of one file."""

    file: str
    by: Places

    def of(self, path: str, content: bytes, id: str) -> tuple[Label, ...]:  # noqa: A002  (what it is called everywhere else)
        """What the file says of a message: by its octets before its Message-ID before its place. At most one label."""
        place = self.by["id"].get(id) if self.by["id"] else None
        if place is None and self.by["message_id"]:
            place = self.by["message_id"].get(_message_id(content))
        if place is None and self.by["path"]:
            place = self.by["path"].get(path.removeprefix("./"))
        if place is None:
            return ()
        line, value = divmod(place, len(VALUES))
        return (Label(VALUES[value], CSV, f"{self.file}:{line}"),)


def read(file: Path) -> Listed:
    """The labels in a file. UsageError with a line for each fault."""
    by: Places = {column: {} for column in COLUMNS}
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            faults = list(islice(_filled(by, stream), FAULTS))
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: not UTF-8; save it as CSV UTF-8") from None
    if faults:
        raise UsageError("\n  ".join((f"{file}: labels that cannot be used", *faults)))
    return Listed(str(file), by)


def _filled(by: Places, stream: Iterator[str]) -> Iterator[str]:
    """Fill in what a file says; yields its faults."""
    heading = next(stream, "")
    mark = max(",;\t", key=heading.count)
    names = [_named(name) for name in heading.split(mark)]
    if "label" not in names or not set(names) & set(COLUMNS):
        yield f"line 1: expected the column label and one of {', '.join(COLUMNS)}, not {heading.strip()[:80]!r}"
        return
    rows = csv.reader(stream, delimiter=mark, strict=True)
    try:
        for fields in rows:
            number = rows.line_num + 1
            if number > LINES:
                yield f"line {number}: over {LINES:,} lines"
                return
            if fault := _line(number, dict(zip(names, fields, strict=False)), by):
                yield f"line {number}: {fault}"
    except csv.Error as error:
        yield f"line {rows.line_num + 1}: not CSV: {error}"


def _named(heading: str) -> str:
    return heading.strip().strip('"').lower().replace("-", "_").replace(" ", "_")


def _line(number: int, row: dict[str, str], by: Places) -> str:
    """Fill in what one line says; its fault, "" where there is none."""
    said = row.get("label", "").strip().lower()
    if not said:
        return ""
    if said not in _MEANT:
        near = get_close_matches(said, _MEANT, 1)
        return f"{said[:40]!r} is no label; " + (f"did you mean {_MEANT[near[0]]}?" if near else f"labels are {', '.join(VALUES)}")
    column = next((column for column in COLUMNS if row.get(column, "").strip()), "")
    if not column:
        return f"names no message: {' and '.join(one for one in COLUMNS if one in row)} empty"
    key = _key(column, row[column].strip())
    if column == "id" and not _ID.fullmatch(key):
        return f"{key[:70]!r} is no id: expected 64 hexadecimal digits"
    place = number * len(VALUES) + VALUES.index(_MEANT[said])
    first, value = divmod(by[column].setdefault(key, place), len(VALUES))
    return "" if value == place % len(VALUES) else f"{_MEANT[said]}, but line {first} says {VALUES[value]} of the same message"


def _key(column: str, value: str) -> str:
    if column == "id":
        return value.lower()
    return value.removeprefix("./") if column == "path" else value if value.startswith("<") else f"<{value}>"


def _message_id(content: bytes) -> str:
    match = _MESSAGE_ID.search(head(content))
    return match[1].decode("utf-8", "replace") if match else ""
