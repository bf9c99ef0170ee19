"""Texts that a phrase's pattern describes: each of its alternatives once, each optional part with and without."""

from __future__ import annotations

import re._constants as kind
import re._parser as parser
from collections.abc import Iterator, Sequence
from typing import Any

_ODD = "x"  # for what may be any letter
_OF_CATEGORY = {kind.CATEGORY_DIGIT: "4", kind.CATEGORY_NOT_DIGIT: "a", kind.CATEGORY_WORD: "4"}


def texts(pattern: str) -> Iterator[str]:
    """Some texts for a pattern in the notation of regular expressions, with spaces where it asks for gaps."""
    yield from dict.fromkeys(_sequence(list(parser.parse(pattern))))


def _sequence(tokens: Sequence[Any]) -> list[str]:
    """One part varied at a time, the others at their first."""
    parts = [_token(token) for token in tokens]
    first = [part[0] for part in parts]
    return ["".join([*first[:place], one, *first[place + 1 :]]) for place, part in enumerate(parts) for one in part] or [""]


def _token(token: Any) -> list[str]:
    name, value = token
    if name is kind.LITERAL:
        return [chr(value)]
    if name is kind.SUBPATTERN:
        return _sequence(list(value[3]))
    if name is kind.BRANCH:
        return [text for branch in value[1] for text in _sequence(list(branch))]
    if name in (kind.MAX_REPEAT, kind.MIN_REPEAT):
        least, _, repeated = value
        inner = _sequence(list(repeated))
        return [one * least for one in inner] if least else ["", *inner]
    if name is kind.IN:
        return [_one_of(value)]
    return [""] if name is kind.AT else [_ODD]


def _one_of(choices: Sequence[Any]) -> str:
    """A character of a class: a space where it says what is not in it."""
    name, value = choices[0]
    if name is kind.LITERAL:
        return chr(value)
    return _OF_CATEGORY.get(value, " ") if name is kind.CATEGORY else " " if name is kind.NEGATE else "a"
