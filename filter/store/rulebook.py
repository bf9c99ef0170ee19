"""A folder of rules to a `Rulebook`: reads, checks and compiles. Every fault in every file is reported at once.

    <folder>/<theme>/<id>.toml   one rule
    <folder>/lists/<name>.txt    words or domains for the operator `in`, one a line; `#` opens a comment
    <folder>/samples.toml        the site that the mails which rules carry were sent to; it may be missing

What a rule file must hold is `rulekeys`; what its `match` may hold, `rulelint`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from filter.errors import RulebookError
from filter.judge.domains import FREE_HOSTS, FREEMAIL, SHORTENERS
from filter.judge.rules.book import Rule, Rulebook
from filter.judge.site import NOWHERE, Site
from filter.store.rulekeys import rule_of
from filter.store.rulelint import LintError, Lists, Place, gather
from filter.store.rulesamples import SAMPLES, site_of
from filter.store.tomllines import lines_of

FILE_BYTES = 256 * 1024
"""Largest rule or list file read."""

BUILT_IN = {"freemail": FREEMAIL, "free_hosts": FREE_HOSTS, "shorteners": SHORTENERS}
"""Lists that the judge itself keeps; a file of the same name takes the place of one."""

_TOML_LINE = re.compile(r"at line (\d+)")
_PLACE = re.compile(r"(.+?):(?:(\d+):)?")


def load_rulebook(folder: Path) -> Rulebook:
    """The rulebook in `folder`, in the order of its file names. RulebookError with a line for each fault."""
    try:
        texts = _read(folder)
        reads: tuple[Callable[[], Any], ...] = (partial(_samples, texts), partial(_rules, texts))
        samples, rules = gather(reads)
    except LintError as fault:
        raise RulebookError(str(folder), tuple(sorted(fault.lines, key=_place))) from None
    return Rulebook(rules, _identity(texts), samples)


def _place(line: str) -> tuple[str, int]:
    """File and line of a fault; its text where it names none."""
    found = _PLACE.match(line)
    return (found[1], int(found[2] or 0)) if found else (line, 0)


def _read(folder: Path) -> dict[Path, str]:
    """The text of each rule and list, by path inside the folder, sorted."""
    if not folder.is_dir():
        raise LintError("is not a folder")
    rules = sorted(folder.glob("*/*.toml"))
    if not rules:
        raise LintError("<theme>/<id>.toml: there is no such file, so no rule")
    paths = sorted((*rules, *folder.glob("lists/*.txt"), *folder.glob(SAMPLES)))
    strays = sorted({path for path in folder.rglob("*") if path.suffix.lower() == ".toml"}.difference(paths))
    reads = [partial(_read_one, path, path.relative_to(folder)) for path in paths]
    return dict(gather((*reads, *(partial(_refuse, path.relative_to(folder)) for path in strays))))


def _refuse(stray: Path) -> tuple[Path, str]:
    raise LintError(f"{stray}: is not read: a rule stands in <theme>/<id>.toml")


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
    files = {path: text for path, text in texts.items() if path.suffix == ".toml" and path.parent.name}
    return gather(partial(_rule, path, text, files, lists) for path, text in files.items())


def _samples(texts: dict[Path, str]) -> Site:
    path = Path(SAMPLES)
    if path not in texts:
        return NOWHERE
    table, lines = _parsed(path, texts[path])
    return site_of(Place(str(path), lines=lines), table)


def _list(path: Path, text: str) -> tuple[str, frozenset[str]]:
    words = frozenset(word.lower() for line in text.splitlines() if (word := line.partition("#")[0].strip()))
    if not words:
        raise LintError(f"{path}: is an empty list")
    return path.stem, words


def _rule(path: Path, text: str, files: dict[Path, str], lists: Lists) -> Rule:
    table, lines = _parsed(path, text)
    place = Place(str(path), str(table.get("id", path.stem)), lines=lines)
    return rule_of(place, table, lists, partial(_check_id, place.at("id"), path, table, files))


def _parsed(path: Path, text: str) -> tuple[dict[str, object], Mapping[str, int]]:
    """The table in a file, and the lines of its keys."""
    try:
        return tomllib.loads(text), lines_of(text)
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        raise LintError(f"{path}:{line[1] if line else len(text.splitlines())}: is not TOML: {error}") from None
    except RecursionError:
        raise LintError(f"{path}:1: is nested too deep") from None


def _check_id(place: Place, path: Path, table: dict[str, object], files: dict[Path, str]) -> None:
    if table.get("id", path.stem) != path.stem:
        raise place.fault(f"is not the file's name, {path.stem!r}")
    first = next(other for other in files if other.stem == path.stem)
    if first != path:
        raise place.fault(f"stands in {first} too")
