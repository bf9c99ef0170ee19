"""HTML to what a reader sees, what is hidden from the reader, and where the links lead. Bounded; never raises."""

from __future__ import annotations

import re
from dataclasses import dataclass

import re2
from selectolax.lexbor import LexborHTMLParser, LexborNode

from filter.judge import limits

# Where a style might keep text from the reader: a quick look at the page; then at the words of each style; `_HIDES` decides.
_GAP = r"[\t-\r\x1c-\x20\x{85}\pZ]*"
_HINTS = re2.compile(
    # The last are what could write any of these in another way: character references, comments.
    rf"hidden|mso-hide|display{_GAP}:{_GAP}none|(?:opacity|max-height|font-size){_GAP}:{_GAP}0|&#|&colon|&tab|&newline|/\*".encode()
)
_SUSPECTS = ("hidden", "mso-hide", "opacity", "max-height", "font-size:0", "font-size: 0", "font-size :", "/*")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIZED = '[style*="font-size" i]'
_HIDES = re.compile(r"display:none|visibility:hidden|mso-hide:all|(?:^|;)(?:opacity|max-height):0(?:px|pt|em|%)?(?:;|!|$)")
_TINY = re.compile(r"(?:^|;)font-size:0(?:px|pt|em|%)?(?:;|!|$)")
_BREAK = re.compile(r"<(?=/?(?:p|div|br|t[dr]|li|h[1-6]|table|blockquote|hr|pre|option)\b)", re.IGNORECASE)
_UNSEEN = ["script", "style", "template", "title", "head"]


@dataclass(frozen=True, slots=True)
class Page:
    """What one HTML part shows: visible and hidden text, links as (href, text) pairs, counts of images and forms.

    `cut` tells that it went past a limit.
    """

    text: str = ""
    hidden: str = ""
    links: tuple[tuple[str, str], ...] = ()
    images: int = 0
    forms: int = 0
    cut: bool = False


def read(html: str) -> Page:
    """Read one HTML part. Past `limits.HTML_CHARS` or `limits.HTML_TAGS` the rest is not read."""
    whole, html = html, _cut(html)
    lowered = html.encode("utf-8", "replace").lower()
    tree = LexborHTMLParser(_BREAK.sub(" <", html))
    root = tree.root
    if root is None:
        return Page()
    base = tree.css_first("base[href]") if b"<base" in lowered else None
    tree.strip_tags(_UNSEEN, recursive=True)
    hidden = _take_hidden(tree) if _HINTS.search(lowered) else ""
    links = tuple(_link(node) for node in tree.css("a[href],area[href],form[action]")[: limits.LINKS])
    if base is not None:
        links += (((base.attributes.get("href") or "")[: limits.URL_CHARS], ""),)
    return Page(
        text=(tree.root or root).text(deep=True, separator=""),
        hidden=hidden[: limits.TEXT_CHARS],
        links=links,
        images=len(tree.css("img")) if b"<im" in lowered else 0,
        forms=len(tree.css("form,input")) if b"<form" in lowered or b"<input" in lowered else 0,
        cut=len(html) < len(whole),
    )


def _cut(html: str) -> str:
    html = html[: limits.HTML_CHARS]
    if html.count("<") <= limits.HTML_TAGS:
        return html
    pieces = html.split("<", limits.HTML_TAGS + 1)
    return "<".join(pieces[:-1])


def _take_hidden(tree: LexborHTMLParser) -> str:
    """Remove what the reader cannot see and return its text."""
    pieces = []
    looked_at: dict[str, tuple[bool, bool]] = {}
    for node in tree.css("[style],[hidden]"):
        if _is_hidden(node, looked_at) and node.tag not in {"body", "html"}:
            pieces.append(node.text(deep=True, separator=""))
            node.decompose()
    return " ".join(" ".join(pieces).split())


def _is_hidden(node: LexborNode, looked_at: dict[str, tuple[bool, bool]]) -> bool:
    """By its own style. A zero font size hides only what sets no size of its own: layout cells use it for spacing.

    `looked_at` has the styles seen on this page: most are there many times.
    """
    attributes = node.attributes
    style = attributes.get("style") or ""
    if style not in looked_at:
        looked_at[style] = _hides(style.lower())
    hides, tiny = looked_at[style]
    return hides or "hidden" in attributes or (tiny and not any(child.css_first(_SIZED) for child in node.iter()))


def _hides(style: str) -> tuple[bool, bool]:
    """Whether a style hides, and whether it does by a zero font size."""
    if not (any(word in style for word in _SUSPECTS) or ("display" in style and "none" in style)):
        return False, False
    plain = "".join(_COMMENT.sub("", style).split())
    return bool(_HIDES.search(plain)), bool(_TINY.search(plain))


def _link(node: LexborNode) -> tuple[str, str]:
    attributes = node.attributes
    target = attributes.get("href") or attributes.get("action") or ""
    text = "" if node.tag == "form" else " ".join(node.text(deep=True, separator="").split())
    return target[: limits.URL_CHARS], text[: limits.EVIDENCE_CHARS]
