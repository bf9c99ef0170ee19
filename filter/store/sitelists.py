"""A folder of lists to what the site knows of itself, and back. Every fault in every file is reported at once.

    domains.txt, authserv_ids.txt, freemail.txt    one a line
    vips.csv                                       a name, then one or more addresses
    suppliers.csv                                  a name, then one or more domains

UTF-8; `#` opens a comment, in a .csv at the beginning of a line only. Any of them may be missing. What a value must be is `config.site`'s.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from io import SEEK_END, StringIO
from pathlib import Path
from typing import NamedTuple

from filter.config import site as valid
from filter.errors import SiteError, UsageError
from filter.judge.site import Site, Supplier, Vip
from filter.store.rulelint import LintError, gather

FILE_BYTES = 1024 * 1024
"""Largest list read."""

ENTRIES = 20_000
"""Most entries in one list."""

Check = Callable[[str], str]
Row = tuple[str, tuple[str, ...]]


class Line(NamedTuple):
    """An entry to be written, and the comment, one line, to stand above it."""

    comment: str
    fields: tuple[str, ...]


_WORDS: dict[str, Check] = {"domains.txt": valid.firm_domain, "authserv_ids.txt": valid.authserv_id, "freemail.txt": valid.domain}
_ROWS: dict[str, tuple[Check, str]] = {
    "vips.csv": (valid.address, "at least one address"),
    "suppliers.csv": (valid.firm_domain, "at least one domain"),
}
FILES = (*_WORDS, *_ROWS)


def load_lists(folder: Path) -> Site:
    """The facts in the lists of `folder`. SiteError with a line for each fault."""
    try:
        found = dict(gather(partial(_list, path) for path in _inside(folder)))
    except LintError as fault:
        raise SiteError(str(folder), fault.lines) from None
    words = {name: frozenset(word for word, _ in found.get(name, ())) for name in _WORDS}
    return Site(
        domains=words["domains.txt"],
        vips=tuple(Vip(*row) for row in found.get("vips.csv", ())),
        suppliers=tuple(Supplier(*row) for row in found.get("suppliers.csv", ())),
        authserv_ids=words["authserv_ids.txt"],
        freemail=words["freemail.txt"],
    )


def write_lists(folder: Path, lists: Mapping[str, Iterable[Line]]) -> None:
    """Write lists by file name into a folder that has none of them. UsageError where it has one, or cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if there := next((name for name in lists if (folder / name).exists()), ""):
            raise UsageError(f"{folder / there} is there already; nothing is written over")
        for name, lines in lists.items():
            (folder / name).write_text("".join(_written(line, name in _ROWS) for line in lines), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror}") from None


def _written(line: Line, is_row: bool) -> str:
    out = StringIO(f"# {line.comment}\n")
    out.seek(0, SEEK_END)
    # All in quotation marks, so that no name is taken for a comment.
    csv.writer(out, quoting=csv.QUOTE_ALL if is_row else csv.QUOTE_MINIMAL, lineterminator="\n").writerow(line.fields)
    return out.getvalue()


def _inside(folder: Path) -> list[Path]:
    """The lists that are there, and what looks like one."""
    if not folder.is_dir():
        raise LintError("is not a folder")
    inside = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".csv"} and not path.name.startswith("."))
    if not inside:
        raise LintError(f"holds no list ({', '.join(FILES)})")
    return inside


def _list(path: Path) -> tuple[str, tuple[Row, ...]]:
    if path.name not in FILES:
        near = get_close_matches(path.name, FILES, 1, 0.5)
        hint = f"the nearest is {near[0]}" if near else f"lists are {', '.join(FILES)}"
        raise LintError(f"{path.name}: is no list; {hint}")
    try:
        if path.stat().st_size > FILE_BYTES:
            raise LintError(f"{path.name}: is over {FILE_BYTES} octets")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise LintError(f"{path.name}: cannot be read: {error}") from None
    return path.name, _entries(path.name, text)


def _entries(file: str, text: str) -> tuple[Row, ...]:
    """What a list holds: a name and what goes with it, or a word alone."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and not line.lstrip().startswith("#")]
    if len(lines) > ENTRIES:
        raise LintError(f"{file}:{lines[ENTRIES][0]}: has over {ENTRIES} entries")
    if file in _WORDS:
        return gather(partial(_word, f"{file}:{number}", line, _WORDS[file]) for number, line in lines)
    rows = gather(partial(_row, f"{file}:{number}", line, *_ROWS[file]) for number, line in lines)
    if twice := tuple(_twice(file, zip((number for number, _ in lines), rows, strict=True))):
        raise LintError(*twice)
    return rows


def _word(place: str, line: str, check: Check) -> Row:
    return _checked(place, line.partition("#")[0], check), ()


def _row(place: str, line: str, check: Check, wanted: str) -> Row:
    """A line for itself, so that a quotation mark left open spoils no other."""
    try:
        fields = [field.strip() for field in next(csv.reader([line], strict=True, skipinitialspace=True))]
    except csv.Error as error:
        raise LintError(f"{place}: is not CSV: {error}") from None
    name, *rest = fields
    rest = list(filter(None, rest))
    if not rest:
        hint = "; there are semicolons, write commas" if ";" in line else ""
        raise LintError(f"{place}: expected a name and {wanted}, with commas between{hint}")
    checks = ((name, valid.name), *((field, check) for field in rest))
    shown, *found = gather(partial(_checked, place, field, one) for field, one in checks)
    return shown, tuple(dict.fromkeys(found))


def _checked(place: str, value: str, check: Check) -> str:
    try:
        return check(value)
    except ValueError as error:
        told = str(error)
        raise LintError(f"{place}: {told}{f', not {value.strip()!r}' if told.startswith('expected') else ''}") from None


def _twice(file: str, rows: Iterable[tuple[int, Row]]) -> Iterator[str]:
    known: dict[str, int] = {}
    for number, (name, _) in rows:
        first = known.setdefault(valid.name_key(name), number)
        if first != number:
            yield f"{file}:{number}: {name} stands in line {first} too; put all of theirs into one line"
