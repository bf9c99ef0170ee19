"""HTML elements whose text is escaped, always, and JSON that no script element ends early. Knows nothing of mail or thresholds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any
from unicodedata import category

_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}


class Markup(str):
    """Text that is HTML already, made by `element` or written in this package: the only text that is not escaped."""

    __slots__ = ()


Child = str | Iterable["str | Markup"]


def element(name: str, *children: Child, **attributes: str) -> Markup:
    """An element; children are text, elements, or iterables of them. `class_` is the attribute class, "_" within a name "-"."""
    words = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(shown(value))}"' for key, value in attributes.items())
    return Markup(f"<{name}{words}>{''.join(map(_inner, children))}</{name}>")


def _inner(child: Child) -> str:
    if isinstance(child, Markup):
        return child
    return escape(shown(child)) if isinstance(child, str) else "".join(map(_inner, child))


def shown(text: str) -> str:
    """Text with whatever is not to be seen, or moves others, written out: control characters, bidirectional marks, half surrogates."""
    return "".join(char if _plain(char) else char.encode("unicode_escape").decode("ascii") for char in text)


def _plain(char: str) -> bool:
    return char.isprintable() or char == "\n" or category(char) == "Zs"


def table(caption: Child, heads: Iterable[Child], rows: Iterable[Iterable[Child]]) -> Markup:
    """A table in a frame that scrolls sideways where it is too wide; a row's first cell names the row."""
    first = element("tr", (element("th", head, scope="col") for head in heads))
    body = (element("tr", (_cell(place, child) for place, child in enumerate(row))) for row in rows)
    whole = element("table", element("caption", caption), element("thead", first), element("tbody", body))
    return element("div", whole, class_="wide", tabindex="0", role="group", aria_label="table, may scroll sideways")


def _cell(place: int, child: Child) -> Markup:
    return element("td", child) if place else element("th", child, scope="row")


def paragraph(*children: Child, class_: str = "") -> Markup:
    """A paragraph."""
    return element("p", *children, **({"class_": class_} if class_ else {}))


def embedded(document: Any) -> Markup:
    """JSON for the inside of a script element: neither "</script>" nor a line that JavaScript would end at is in it."""
    return Markup(json.dumps(document, allow_nan=False, separators=(",", ":")).translate(_IN_SCRIPT))
