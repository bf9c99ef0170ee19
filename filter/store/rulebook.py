"""A folder of rules to a `Rulebook`: reads, checks and compiles. Every fault in every file is reported at once.

    <folder>/<theme>/<id>.toml   one rule
    <folder>/lists/<name>.txt    words or domains for the operator `in`, one a line; `#` opens a comment

What a rule file must hold is `_KEYS`; what its `match` may hold, `rulelint`.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from filter.errors import RulebookError
from filter.judge.domains import FREE_HOSTS, FREEMAIL, SHORTENERS
from filter.judge.rules import STATUSES, Rule, Rulebook
from filter.judge.verdict import THREATS
from filter.store.rulelint import LintError, Lists, Place, gather, match_of

WEIGHT_MAX = 10.0
"""Largest log-odds one rule may add: past it a single rule would overrule everything else known of a mail."""

FILE_BYTES = 256 * 1024
"""Largest rule or list file read."""

BUILT_IN = {"freemail": FREEMAIL, "free_hosts": FREE_HOSTS, "shorteners": SHORTENERS}
"""Lists that the judge itself keeps; a file of the same name takes the place of one."""


def load_rulebook(folder: Path) -> Rulebook:
    """The rulebook in `folder`, in the order of its file names. RulebookError with a line for each fault."""
    try:
        texts = _read(folder)
        rules = _rules(texts)
    except LintError as fault:
        count = len(fault.lines)
        raise RulebookError("\n".join((f"{folder}: {count} problem(s)", *(f"  {line}" for line in fault.lines)))) from None
    return Rulebook(rules, _identity(texts))


def _read(folder: Path) -> dict[Path, str]:
    """The text of each rule and list, by path inside the folder, sorted."""
    if not folder.is_dir():
        raise LintError("is not a folder")
    paths = sorted((*folder.glob("*/*.toml"), *folder.glob("lists/*.txt")))
    if not any(path.suffix == ".toml" for path in paths):
        raise LintError("holds no rule (<theme>/<id>.toml)")
    return dict(gather(partial(_read_one, path, path.relative_to(folder)) for path in paths))


def _read_one(path: Path, inside: Path) -> tuple[Path, str]:
    try:
        if path.stat().st_size > FILE_BYTES:
            raise LintError(f"{inside}: is over {FILE_BYTES} octets")
        return inside, path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise LintError(f"{inside}: cannot be read: {error}") from None


def _identity(texts: dict[Path, str]) -> str:
    """First 12 hex digits of SHA-256 over the sorted files: contents, and names, since rules call lists by name."""
    digest = hashlib.sha256()
    for path, text in sorted(texts.items()):
        digest.update(f"{path.as_posix()}\0{len(text)}\0{text}".encode())
    return digest.hexdigest()[:12]


def _rules(texts: dict[Path, str]) -> tuple[Rule, ...]:
    lists = BUILT_IN | dict(gather(partial(_list, path, text) for path, text in texts.items() if path.suffix == ".txt"))
    files = {path: text for path, text in texts.items() if path.suffix == ".toml"}
    return gather(partial(_rule, path, text, files, lists) for path, text in files.items())


def _list(path: Path, text: str) -> tuple[str, frozenset[str]]:
    words = frozenset(word.lower() for line in text.splitlines() if (word := line.partition("#")[0].strip()))
    if not words:
        raise LintError(f"{path}: is an empty list")
    return path.stem, words


def _rule(path: Path, text: str, files: dict[Path, str], lists: Lists) -> Rule:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LintError(f"{path}: is not TOML: {error}") from None
    place = Place(str(path), str(table.get("id", path.stem)))
    reads: list[Callable[[], object]] = [partial(_key, place.at(key), key, table, lists) for key in _KEYS]
    reads += [partial(place.check_keys, table, _KEYS), partial(_check_id, place.at("id"), path, table, files)]
    found = dict(zip(_KEYS, gather(reads), strict=False))  # the checks after them give nothing
    return Rule(**found)  # type: ignore[arg-type]  # each reader in _KEYS gives its field's type


def _key(place: Place, key: str, table: dict[str, object], lists: Lists) -> object:
    if key not in table:
        raise place.fault("is missing")
    return match_of(place, table[key], lists) if key == "match" else _KEYS[key](place, table[key])


def _check_id(place: Place, path: Path, table: dict[str, object], files: dict[Path, str]) -> None:
    if table.get("id", path.stem) != path.stem:
        raise place.fault(f"is not the file's name, {path.stem!r}")
    first = next(other for other in files if other.stem == path.stem)
    if first != path:
        raise place.fault(f"stands in {first} too")


def _text(place: Place, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise place.fault("must be text, not empty")
    return value


def _texts(place: Place, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise place.fault("must be a list of texts, not empty")
    return tuple(_text(place.at(f"[{number}]"), one) for number, one in enumerate(value))


def _one_of(known: tuple[str, ...], place: Place, value: object) -> str:
    if value not in known:
        raise place.unknown(value, known)
    return str(value)


def _weight(place: Place, value: object) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= WEIGHT_MAX:
        return float(value)
    raise place.fault(f"must be a number above 0 and at most {WEIGHT_MAX:g}")


def _message(place: Place, value: object) -> bytes:
    """A sample as it would come over the wire: lines end in CRLF (RFC 5322 2.1)."""
    return _text(place, value).replace("\n", "\r\n").encode()


_KEYS: dict[str, Callable[[Place, object], object]] = {
    "id": _text,
    "title": _text,
    "description": _text,
    "threat": partial(_one_of, THREATS),
    "weight": _weight,
    "status": partial(_one_of, STATUSES),
    "references": _texts,
    "false_positives": _texts,
    "hit": _message,
    "miss": _message,
    "match": lambda _, value: value,
}
