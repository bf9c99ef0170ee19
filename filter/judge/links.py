"""Links as a browser follows them: the WHATWG URL rules decide what the host is. Pure; never raises."""

from __future__ import annotations

import re
from collections.abc import Iterable

import ada_url

from filter.judge import limits
from filter.judge.domains import is_host
from filter.judge.mail import Link

_REST = r"[^\s<>\"'\x00-\x1f]+"
# They begin at "://" and at a dot, which `re` finds at memory's speed, and look back at what stands before it.
_AFTER_SCHEME = re.compile(rf"://(?:(?<=[hH][tT][tT][pP]://)|(?<=[hH][tT][tT][pP][sS]://)){_REST}")
_AFTER_WWW = re.compile(rf"\.(?<=[wW][wW][wW]\.){_REST}")
# A URL whose host needs no reading: ASCII letters, digits and hyphens, and no number at its end that could be an address.
_PLAIN = re.compile(r"https?://((?:[a-z0-9-]++\.)*+[a-z][a-z0-9-]*+)(?=[/?#]|\Z)", re.ASCII | re.IGNORECASE)
_WITH_HOST = ("http", "https", "ftp")


def in_text(text: str) -> tuple[tuple[str, str], ...]:
    """Links that a mail reader makes of plain text, as (url, text) pairs."""
    spans = [(match.start() - (5 if text[match.start() - 1] in "sS" else 4), match.end()) for match in _AFTER_SCHEME.finditer(text)]
    if named := [(match.start() - 3, match.end()) for match in _AFTER_WWW.finditer(text)]:
        spans = sorted(spans + named)
    found: list[tuple[str, str]] = []
    past = 0
    for start, end in spans:
        if start >= past and len(found) < limits.LINKS:  # else a link's own "www."
            url = text[start:end][: limits.URL_CHARS].rstrip(".,;:!?)]}*_")
            found.append((url if url[:4].lower() == "http" else f"http://{url}", url[: limits.EVIDENCE_CHARS]))
            past = end
    return tuple(found)


def resolve(pairs: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """(url, text) pairs as links, each pair once, at most `limits.LINKS`."""
    unique = dict.fromkeys(pairs)
    return tuple(Link(url, host(url), text) for url, text in list(unique)[: limits.LINKS])


def user(url: str) -> str:
    """What a browser takes for a user name and not for the host, password included; "" where there is none."""
    parsed = _parsed(url)
    return f"{parsed.username}:{parsed.password}".rstrip(":") if parsed else ""


def host(url: str) -> str:
    """The host a browser would go to, lower case, in ASCII form; "" where it would go nowhere on the network."""
    plain = _PLAIN.match(url)
    if plain and "xn--" not in (name := plain[1].lower()):
        found = name
    else:
        parsed = _parsed(url)
        found = parsed.hostname.rstrip(".") if parsed else ""
    return found if is_host(found) else ""


def _parsed(url: str) -> ada_url.URL | None:
    """A URL that leads to a host, as a browser reads it."""
    url = url.strip()
    try:
        parsed = ada_url.URL(f"http:{url}" if url.startswith("//") else url)
    except (ValueError, UnicodeError):
        return None
    return parsed if parsed.protocol.rstrip(":") in _WITH_HOST else None
