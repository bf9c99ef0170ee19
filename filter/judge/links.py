"""Links as a browser follows them: the WHATWG URL rules decide what the host is. Pure; never raises."""

from __future__ import annotations

import re
from collections.abc import Iterable

import ada_url

from filter.judge import limits
from filter.judge.mail import Link

# Spelt out rather than case-insensitive: so `re` searches for four letters, not for anything at every place.
_IN_TEXT = re.compile(r"[hHwW](?:(?<=[hH])[tT][tT][pP][sS]?://|(?<=[wW])[wW][wW]\.)[^\s<>\"'\x00-\x1f]+")
# A URL whose host needs no reading: ASCII letters, digits and hyphens, and no number at its end that could be an address.
_PLAIN = re.compile(r"https?://((?:[a-z0-9-]++\.)*+[a-z][a-z0-9-]*+)(?=[/?#]|\Z)", re.ASCII | re.IGNORECASE)
_WITH_HOST = ("http", "https", "ftp")


def in_text(text: str) -> tuple[tuple[str, str], ...]:
    """Links that a mail reader makes of plain text, as (url, text) pairs."""
    found: list[tuple[str, str]] = []
    if "://" not in text and "www." not in text.lower():
        return ()
    for match in _IN_TEXT.finditer(text):
        url = match.group()[: limits.URL_CHARS].rstrip(".,;:!?)]}*_")
        found.append((url if url[:4].lower() == "http" else f"http://{url}", url[: limits.EVIDENCE_CHARS]))
        if len(found) == limits.LINKS:
            break
    return tuple(found)


def resolve(pairs: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """(url, text) pairs as links, each pair once, at most `limits.LINKS`."""
    unique = dict.fromkeys(pairs)
    return tuple(Link(url, host(url), text) for url, text in list(unique)[: limits.LINKS])


def host(url: str) -> str:
    """The host a browser would go to, lower case, in ASCII form; "" where it would go nowhere on the network."""
    url = url.strip()
    if url.startswith("//"):
        url = f"http:{url}"
    plain = _PLAIN.match(url)
    if plain and "xn--" not in (name := plain[1].lower()):
        return name
    try:
        parsed = ada_url.URL(url)
    except (ValueError, UnicodeError):
        return ""
    return parsed.hostname.rstrip(".") if parsed.protocol.rstrip(":") in _WITH_HOST else ""
