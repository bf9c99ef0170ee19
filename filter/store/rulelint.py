"""A rule's `match` table to compiled conditions. Reads no file.

A fault says on which line it stands and, where a name is unknown, the nearest one that exists; the parts of a group, like the keys of
a rule, are all read before their faults are raised together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import partial
from typing import TypeVar

from filter.judge.rules.conditions import All, Any, Condition, Differs, Holds, Match, Not
from filter.judge.rules.fields import FIELDS, HEADER, is_field
from filter.judge.rules.operators import Member, Pattern, Present
from filter.judge.scene import Signal
from filter.judge.signals.catalogue import CATALOGUE
from filter.store.tomllines import line_at

NESTING = 8
"""Levels of all, any and not in one rule."""

GROUPS = ("all", "any", "not")
OPERATORS = ("equals", "contains", "regex", "in", "differs_from")
_CONDITION_KEYS = ("signal", "field", *OPERATORS, "beyond_ascii", "count_at_least")
_FIELD_NAMES = (*FIELDS, f"{HEADER}<name>")
_HOST_FIELDS = tuple(name for name, field in FIELDS.items() if field.hosts)

Lists = dict[str, frozenset[str]]
T = TypeVar("T")


class LintError(Exception):
    """One or more faults in a rule, a line each."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines
        super().__init__("\n".join(lines))


def gather(reads: Iterable[Callable[[], T]]) -> tuple[T, ...]:
    """Everything read, in order; or, after all were tried, one LintError with the faults of each."""
    done: list[T] = []
    lines: list[str] = []
    for read in reads:
        try:
            done.append(read())
        except LintError as fault:
            lines += fault.lines
    if lines:
        raise LintError(*lines)
    return tuple(done)


@dataclass(frozen=True, slots=True)
class Place:
    """Where we are: a file, a rule once its id is known, and the path of a key in it; `lines` are those of the file's keys."""

    file: str
    rule: str = ""
    key: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)

    def at(self, key: str) -> Place:
        """One key further in."""
        return replace(self, key=f"{self.key}.{key}" if self.key and not key.startswith("[") else self.key + key)

    def fault(self, what: str) -> LintError:
        """A fault here: `<file>:<line>: rule '<id>': <key> <what>`."""
        rule = (f"rule {self.rule!r}:",) if self.rule else ()
        return LintError(" ".join((f"{self.file}:{line_at(self.lines, self.key)}:", *rule, *filter(None, (self.key, what)))))

    def unknown(self, name: object, known: Iterable[str]) -> LintError:
        """A name that does not exist, with the nearest that does."""
        names = tuple(known)
        return self.fault(f"{name!r} is not known; {_hint(name, names)}" if name else f"is empty; known are {', '.join(names)}")

    def check_keys(self, table: dict[str, object], known: Iterable[str]) -> None:
        """LintError naming each key of a table that does not exist."""
        names = tuple(known)
        strange = [key for key in table if key not in names]
        lines = [line for key in strange for line in self.at(key).fault(f"is not known; {_hint(key, names)}").lines]
        if lines:
            raise LintError(*lines)


def _hint(name: object, names: tuple[str, ...]) -> str:
    near = get_close_matches(str(name), names, 1, 0.5)
    return f"the nearest is {near[0]!r}" if near else f"known are {', '.join(names) or 'none'}"


def match_of(place: Place, value: object, lists: Lists, depth: int = 0) -> Match:
    """Compile a group or a condition."""
    if not isinstance(value, dict):
        raise place.fault("must be a table")
    if depth > NESTING:
        raise place.fault(f"is nested over {NESTING} levels deep")
    groups = [key for key in value if key in GROUPS]
    if not groups:
        return _condition(place, value, lists)
    if len(value) > 1:
        raise place.fault(f"{groups[0]!r} must stand alone in its table")
    return _group(place.at(groups[0]), groups[0], value[groups[0]], lists, depth + 1)


def _group(place: Place, name: str, value: object, lists: Lists, depth: int) -> Match:
    if name == "not":
        return Not(match_of(place, value, lists, depth))
    if not isinstance(value, list) or not value:
        raise place.fault("must be a list of conditions, not empty")
    parts = gather(partial(match_of, place.at(f"[{number}]"), one, lists, depth) for number, one in enumerate(value))
    return All.of(parts) if name == "all" else Any(parts)


def _condition(place: Place, table: dict[str, object], lists: Lists) -> Match:
    place.check_keys(table, (*_CONDITION_KEYS, *GROUPS))
    if "signal" in table:
        return _holds(place, table)
    fields = _fields(place.at("field"), table.get("field"))
    used = [key for key in OPERATORS if key in table]
    if len(used) > 1 or not (used or "count_at_least" in table):
        raise place.fault(f"needs one operator of {', '.join(OPERATORS)}, or count_at_least alone")
    if used == ["differs_from"]:
        return _differs(place, fields, table)
    if "beyond_ascii" in table and (used != ["regex"] or not isinstance(table["beyond_ascii"], bool)):
        raise place.at("beyond_ascii").fault("must be true or false, beside a regex")
    operator = _operator(place.at(used[0]), table, used[0], fields, lists) if used else Present()
    return Condition(fields, operator, _count(place.at("count_at_least"), table.get("count_at_least", 1)))


def _holds(place: Place, table: dict[str, object]) -> Holds:
    if strange := [key for key in table if key not in ("signal", "count_at_least")]:
        raise place.at(strange[0]).fault("cannot stand beside 'signal', which takes count_at_least alone")
    signals = _signals(place.at("signal"), table["signal"])
    count = _count(place.at("count_at_least"), table.get("count_at_least", 1))
    if count > len(signals):
        raise place.at("count_at_least").fault(f"is more than the {len(signals)} signal(s) listed")
    return Holds(signals, count)


def _signals(place: Place, value: object) -> tuple[Signal, ...]:
    if not isinstance(value, list) or not value:
        return (_signal(place, value or None),)
    return gather(partial(_signal, place.at(f"[{number}]"), name, value[:number]) for number, name in enumerate(value))


def _signal(place: Place, name: object, before: Sequence[object] = ()) -> Signal:
    if not isinstance(name, str) or name not in CATALOGUE:
        raise place.unknown(name, CATALOGUE)
    if name in before:
        raise place.fault("stands there twice")
    return CATALOGUE[name]


def _fields(place: Place, value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list) else [value]
    for name in names or [None]:
        if not isinstance(name, str) or not is_field(name):
            raise place.unknown(name, _FIELD_NAMES)
    return tuple(names)


def _count(place: Place, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise place.fault("must be a whole number, 1 or more")
    return value


def _differs(place: Place, fields: tuple[str, ...], table: dict[str, object]) -> Differs:
    if "count_at_least" in table or len(fields) > 1:
        raise place.fault("'differs_from' takes one field and no count_at_least")
    other = table["differs_from"]
    for key, name in (("field", fields[0]), ("differs_from", other)):
        if name not in _HOST_FIELDS:
            raise place.at(key).unknown(name, _HOST_FIELDS)
    return Differs(fields[0], str(other))


def _operator(place: Place, table: dict[str, object], name: str, fields: tuple[str, ...], lists: Lists) -> Pattern | Member:
    value = table[name]
    if name == "in":
        if not isinstance(value, str) or value not in lists:
            raise place.unknown(value, lists)
        return Member(lists[value], hosts=set(fields) <= set(_HOST_FIELDS))
    given = value if isinstance(value, list) else [value]
    words = [word for word in given if isinstance(word, str) and word]
    if not words or len(words) < len(given):
        raise place.fault("must be text or a list of texts, not empty")
    if name == "equals":
        return Member(frozenset(word.lower() for word in words))
    try:
        return Pattern.of(words, table.get("beyond_ascii") is True, literal=name == "contains")
    except ValueError as error:
        raise place.fault(f"is not a usable RE2 pattern: {error}") from None
