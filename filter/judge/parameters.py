"""Parameters of structured header fields (RFC 2045 5.1, RFC 2231): value in, parameter out. Bounded; never raises."""

from __future__ import annotations

import re
from email.message import Message as Foreign

from filter.judge import limits
from filter.judge.charset import text_of

_PIECE = re.compile(r'(?:[^;"]++|"(?:[^"\\]++|\\.)*+"?+)++', re.DOTALL)


def parameter(value: str, name: str) -> str | None:
    """A parameter of a field's value, by its lower-case name; None where it is missing."""
    if name not in value.lower():
        return None
    if "*" in value:
        return _extended(value, name)
    for piece in _PIECE.findall(value)[1 : limits.PARAMETERS + 1]:
        key, equals, text = piece.partition("=")
        if equals and key.strip().lower() == name:
            return unquoted(text.strip())
    return None


def unquoted(value: str) -> str:
    """Without the quotes or angle brackets around it."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace("\\\\", "\\").replace('\\"', '"')
    return value[1:-1] if value[:1] == "<" and value[-1:] == ">" else value


def _extended(value: str, name: str) -> str | None:
    """The rare form, split up or with a charset of its own: `email` knows it."""
    foreign: Foreign[str, str] = Foreign()
    if len(value) > limits.EXTENDED_CHARS:
        value = _shortened(value, name)
    foreign.set_raw("content-type", value)
    try:
        found = foreign.get_param(name)
        if not isinstance(found, tuple):
            return found
        return text_of(found[2].encode("raw-unicode-escape"), found[0])
    except (ValueError, TypeError, LookupError):
        return None


def _shortened(value: str, name: str) -> str:
    """The one parameter of a long field, whole pieces of it where it is split up: `email` takes the square of the field's length."""
    own = [piece for piece in _PIECE.findall(value)[1 : limits.PARAMETERS + 1] if piece.lstrip().lower().startswith(name)]
    value = ";".join(["", *own])
    if len(value) > limits.EXTENDED_CHARS:
        value = value[: limits.EXTENDED_CHARS]
        value = value.rpartition(";")[0] or value
    return ";".join(value.split(";")[: limits.PARAMETERS])  # there may be more within quotes
