"""HTML to what a reader sees, what is hidden from the reader, and where the links lead. Bounded; never raises."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from filter.judge import limits

# Where a style might keep text from the reader: a quick look at the page for the word and, if it is there, for the value; then CSS
# in C; `_HIDES` decides on each style itself.
_HINTS = tuple(
    (word, re.compile(re.escape(word) + value))
    for word, value in (
        ("hidden", ""),
        ("mso-hide", ""),
        ("display", r"\s*:\s*none"),
        ("opacity", r"\s*:\s*0"),
        ("max-height", r"\s*:\s*0"),
        ("font-size", r"\s*:\s*0"),
        # What could write any of these in another way: character references, comments.
        *((veil, "") for veil in ("&#", "&colon", "&tab", "&newline", "/*")),
    )
)
_SUSPECTS = ",".join(
    f"[{one}]"
    for one in (
        "hidden",
        *(f'style*="{hint}" i' for hint in ("hidden", "mso-hide", "opacity", "max-height", "font-size:0", "font-size: 0", "font-size :")),
        'style*="display" i][style*="none" i',
        'style*="/*"',
    )
)
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
    lowered = html.lower()
    tree = LexborHTMLParser(_BREAK.sub(" <", html))
    root = tree.root
    if root is None:
        return Page()
    base = tree.css_first("base[href]") if "<base" in lowered else None
    tree.strip_tags(_UNSEEN, recursive=True)
    hidden = _take_hidden(tree) if _may_hide(lowered) else ""
    links = tuple(_link(node) for node in tree.css("a[href],area[href],form[action]")[: limits.LINKS])
    if base is not None:
        links += (((base.attributes.get("href") or "")[: limits.URL_CHARS], ""),)
    return Page(
        text=(tree.root or root).text(deep=True, separator=""),
        hidden=hidden[: limits.TEXT_CHARS],
        links=links,
        images=len(tree.css("img")) if "<im" in lowered else 0,
        forms=len(tree.css("form,input")) if "<form" in lowered or "<input" in lowered else 0,
        cut=len(html) < len(whole),
    )


def _may_hide(lowered: str) -> bool:
    """A quick look that spares most pages the search of their tree."""
    return any(word in lowered and hint.search(lowered) for word, hint in _HINTS)


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
    for node in tree.css(_SUSPECTS):
        if node.tag not in {"body", "html"} and _is_hidden(node, looked_at):
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
        plain = "".join(_COMMENT.sub("", style.lower()).split())
        looked_at[style] = bool(_HIDES.search(plain)), bool(_TINY.search(plain))
    hides, tiny = looked_at[style]
    return hides or "hidden" in attributes or (tiny and not any(child.css_first(_SIZED) for child in node.iter()))


def _link(node: LexborNode) -> tuple[str, str]:
    attributes = node.attributes
    target = attributes.get("href") or attributes.get("action") or ""
    text = "" if node.tag == "form" else " ".join(node.text(deep=True, separator="").split())
    return target[: limits.URL_CHARS], text[: limits.EVIDENCE_CHARS]
