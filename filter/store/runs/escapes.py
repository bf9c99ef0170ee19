r"""Characters that a form cannot hold, written as \uXXXX and read back exactly: a text that holds such letters itself comes back too.

A row of backslashes before uXXXX is an escape where their number is odd, as in any language; anywhere else a backslash is itself.
Knows no file.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WRITTEN = re.compile(r"(\\+)u([0-9a-f]{4})")

Escape = Callable[[str], str]


def escaping(characters: str) -> Escape:
    """What escapes what the pattern `characters` matches, one character of the Basic Multilingual Plane at a time."""
    pattern = re.compile(rf"(?<!\\)(\\*)(?:({characters})|(?<=\\)(u[0-9a-f]{{4}}))", re.DOTALL)
    return lambda text: pattern.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    backslashes, character, literal = found.groups()
    return f"{backslashes * 2}\\u{ord(character):04x}" if character else f"{backslashes * 2}{literal}"


def unescaped(text: str) -> str:
    """What an `escaping` was given."""
    return _WRITTEN.sub(_unescaped, text) if "\\u" in text else text


def _unescaped(found: re.Match[str]) -> str:
    backslashes, digits = found.groups()
    half = backslashes[: len(backslashes) // 2]
    return f"{half}{chr(int(digits, 16))}" if len(backslashes) % 2 else f"{half}u{digits}"
