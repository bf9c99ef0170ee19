"""Tag lists, as DKIM's signatures and keys and DMARC's policies are written: `name=value; name=value` (RFC 6376 3.2)."""

from __future__ import annotations

import re

from filter.authentication import limits
from filter.errors import RecordError

_NAME = re.compile(r"[a-z][a-z0-9_]*", re.IGNORECASE | re.ASCII)


def read(text: str) -> dict[str, str]:
    """Values by name, in their order, without the white space around them. Raises RecordError."""
    found: dict[str, str] = {}
    pieces = text.split(";", limits.TAGS)
    if not pieces[-1].strip():  # a semicolon may stand at the end
        pieces.pop()
    if len(pieces) > limits.TAGS:
        raise RecordError("too many tags")
    for piece in pieces:
        name, equals, value = piece.partition("=")
        name = name.strip()
        if not equals or not _NAME.fullmatch(name) or name in found:
            raise RecordError("a tag that is none, or there twice")
        found[name] = value.strip()
    return found


def words(value: str) -> tuple[str, ...]:
    """What stands between the colons of a value, lower case."""
    return tuple(word.strip().lower() for word in value.split(":"))


def unspaced(value: str) -> str:
    """A value without the white space that may be anywhere in it (base64)."""
    return "".join(value.split())
