"""The macros of SPF: `%{d}` and its kin (RFC 7208 7). Text only: nothing here asks the DNS."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from filter.authentication import limits
from filter.errors import RecordError

_EXPAND = r"%\{[slodiphv][0-9]*r?[.+,/_=-]*\}|%[%_-]"
_EXPLAINING = r"%\{[slodiphvcrt][0-9]*r?[.+,/_=-]*\}|%[%_-]"
_LITERAL = r"[!-$&-~]"
_STRING = re.compile(rf"(?:{_EXPLAINING}|{_LITERAL})*", re.IGNORECASE | re.ASCII)
_DOMAIN = re.compile(rf"(?:{_EXPAND}|{_LITERAL})+", re.IGNORECASE | re.ASCII)
_TOP = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_MACRO = re.compile(r"%\{([a-z])([0-9]*)(r?)([.+,/_=-]*)\}|%([%_-])", re.IGNORECASE | re.ASCII)
_SIGNS = {"%": "%", "_": " ", "-": "%20"}


def is_string(text: str) -> bool:
    """Whether a modifier's value is a macro-string."""
    return bool(_STRING.fullmatch(text))


def is_domain(text: str) -> bool:
    """Whether a text is a domain-spec: a macro-string that ends in a macro or in a top label."""
    if not _DOMAIN.fullmatch(text):
        return False
    if text.endswith("}") and "%{" in text:
        return True
    if text[-2:] in ("%%", "%_", "%-"):
        return len(text) > 2 or text == "%%"
    _, dot, top = text.removesuffix(".").rpartition(".")
    return bool(dot) and bool(_TOP.fullmatch(top)) and not top.isdigit()


def asks_for_name(text: str) -> bool:
    """Whether the client's name is needed to expand it, which the DNS must be asked for."""
    return "%{p" in text.lower()


def expanded(text: str, values: Mapping[str, str]) -> str:
    """A domain-spec with its macros replaced; `values` by lower-case letter. Raises RecordError.

    A name that became too long loses labels from its left (RFC 7208 7.3).
    """
    name = _MACRO.sub(lambda match: _replaced(match, values), text).removesuffix(".")
    while len(name) > limits.NAME_CHARS and "." in name:
        name = name.partition(".")[2]
    return name


def _replaced(match: re.Match[str], values: Mapping[str, str]) -> str:
    letter, digits, is_reversed, delimiters, sign = match.groups()
    if sign:
        return _SIGNS[sign]
    parts = re.split(f"[{re.escape(delimiters or '.')}]", values[letter.lower()])
    if is_reversed:
        parts.reverse()
    if digits:
        if not int(digits[:4]):
            raise RecordError("a macro that keeps no label")
        parts = parts[-int(digits[:4]) :]
    value = ".".join(parts)
    return quote(value, safe="-._~") if letter.isupper() else value
