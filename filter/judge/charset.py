"""Octets to text: declared charsets, encoded words, and what to do when they lie. Never raises."""

from __future__ import annotations

import binascii
import codecs
import re
from email.errors import HeaderParseError
from email.header import decode_header
from functools import lru_cache

# Codecs that only map octets to characters, each linear in C. `idna`, `punycode` and the transforms are not among them.
_SAFE = re.compile(
    r"(utf|iso|latin|windows|cp|koi8|gb|big5|euc|shift|sjis|ks_c|us-?ascii|ascii|ansi_x3|mac|tis|hz|viscii|ujis)[\w.:-]{0,40}",
    re.IGNORECASE | re.ASCII,
)
_FALLBACK = "cp1252"


@lru_cache(maxsize=256)
def codec(name: str) -> str:
    """The codec to use for a declared charset, by Python's name: its own if it is safe and known, else "utf-8"."""
    if not _SAFE.fullmatch(name):
        return "utf-8"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "utf-8"


def text_of(octets: bytes, charset: str | None) -> str:
    """Octets as text: as declared; if that fails as UTF-8; if that fails as Windows-1252, which takes nearly anything."""
    for name in (codec(charset or "utf-8"), "utf-8"):
        try:
            text = octets.decode(name)
        except UnicodeError:
            continue
        # UTF-7 alone decodes to lone surrogates, which nothing could print.
        return text if name != "utf-7" else text.encode("utf-8", "replace").decode()
    return octets.decode(_FALLBACK, "replace")


def raw_text(value: str) -> str:
    """A header value as the parser left it (raw octets as surrogates), with its raw octets read as UTF-8 or Windows-1252."""
    if value.isascii():
        return value
    return text_of(value.encode("ascii", "surrogateescape") if _only_surrogates(value) else value.encode("utf-8", "replace"), None)


def header_text(value: str) -> str:
    """A header value unfolded, its encoded words (RFC 2047) decoded."""
    value = " ".join(raw_text(value).split())
    if "=?" not in value:
        return value
    try:
        pieces = decode_header(value)
    except (HeaderParseError, binascii.Error, ValueError):
        return value
    return "".join(text_of(piece, charset) if isinstance(piece, bytes) else piece for piece, charset in pieces)


def _only_surrogates(value: str) -> bool:
    return all(char < "\x80" or "\udc80" <= char <= "\udcff" for char in value)
