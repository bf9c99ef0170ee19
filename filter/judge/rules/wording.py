"""A rule's conditions in words, for people who ask what it looks for. Pure; decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from filter.judge.rules.conditions import All, Any, Condition, Differs, Holds, Match, Not
from filter.judge.rules.operators import Member, Pattern
from filter.judge.scene import Signal

_NAMED = 3
_PATTERN_CHARS = 70


def in_words(match: Match) -> str:
    """A condition in one line."""
    if isinstance(match, Holds):
        return _signals(match)
    if isinstance(match, Condition):
        return _condition(match)
    if isinstance(match, Differs):
        return f"{match.field} has no domain in common with {match.other}"
    if isinstance(match, Not):
        return f"not: {in_words(match.part)}"
    return (" and " if isinstance(match, All) else " or ").join(f"({in_words(part)})" for part in match.parts)


def lines(match: Match, indent: str = "") -> Iterator[str]:
    """The same, a line a condition, the parts of a group under its name."""
    if isinstance(match, (All, Any)):
        yield f"{indent}{'all of' if isinstance(match, All) else 'any of'}"
        for part in match.parts:
            yield from lines(part, indent + "  ")
    elif isinstance(match, Not) and isinstance(match.part, (All, Any)):
        yield f"{indent}not"
        yield from lines(match.part, indent + "  ")
    else:
        yield indent + in_words(match)


def signals_of(match: Match) -> tuple[Signal, ...]:
    """Every signal that a condition asks for, in its order."""
    if isinstance(match, Holds):
        return match.signals
    if isinstance(match, Not):
        return signals_of(match.part)
    parts = match.parts if isinstance(match, (All, Any)) else ()
    return tuple(signal for part in parts for signal in signals_of(part))


def _signals(match: Holds) -> str:
    names = [signal.name for signal in match.signals]
    if len(names) == 1:
        return f"signal {names[0]}"
    several = f"at least {match.count_at_least}" if match.count_at_least > 1 else "one"
    return f"{several} of the signals {', '.join(names)}"


def _condition(match: Condition) -> str:
    fields, operator = _either(match.fields), match.operator
    times = f", at least {match.count_at_least} times" if match.count_at_least > 1 else ""
    if isinstance(operator, Pattern):
        verb = "contains" if operator.literal else "matches"
        return f"{fields} {verb} {_some(operator.given)}{times}"
    if isinstance(operator, Member):
        return f"{fields} is {'or is below ' if operator.hosts else ''}{_some(sorted(operator.words))}{times}"
    return f"{fields} is there{times}"


def _some(values: Iterable[str]) -> str:
    """The first few, and how many more there are."""
    shown = [value if len(value) <= _PATTERN_CHARS else f"{value[:_PATTERN_CHARS]}\u2026" for value in values]
    more = len(shown) - _NAMED
    return _either(shown) if more <= 0 else f"{', '.join(shown[:_NAMED])} or one of {more} more"


def _either(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
