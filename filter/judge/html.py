"""HTML to what a reader sees, what is hidden from the reader, and where the links lead. Bounded; never raises."""

from __future__ import annotations

import re
from dataclasses import dataclass

import re2
from selectolax.lexbor import LexborHTMLParser, LexborNode

from filter.judge import attributes, limits, nesting

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
_LINE_END = "\f"  # where a reader sees one: a gap to the HTML parser too, and no mail has it
_SOURCE_LINES = str.maketrans("\r\n", "  ")
_UNSEEN = ["script", "style", "template", "title", "head"]


@dataclass(frozen=True, slots=True)
class Page:
    """What one HTML part shows: visible and hidden text, links as (href, text) pairs, counts of images and forms.

    `cut` tells that it went past a limit or lost attributes, `flat` that it was read with nothing inside anything, for its nesting.
    """

    text: str = ""
    hidden: str = ""
    links: tuple[tuple[str, str], ...] = ()
    images: int = 0
    forms: int = 0
    cut: bool = False
    flat: bool = False


class Reader:
    """Reads the pages of one mail, counting what the limits count."""

    def __init__(self) -> None:
        self.tags_left = limits.HTML_TAGS
        self.reopened_left = limits.HTML_REOPENED
        self.pairs_left = limits.HTML_PAIRS

    def read(self, html: str) -> Page:
        """Read one HTML part. Past `limits.HTML_CHARS` or `limits.HTML_TAGS` the rest is not read."""
        whole, html = html, self._cut(html)
        lowered, is_flat = html.encode("utf-8", "replace").lower(), self._is_dear(html)
        parted = _BREAK.sub(f"{_LINE_END}<", html)
        plain = nesting.flat(parted) if is_flat else parted
        is_crowded = self._is_crowded(plain)
        tree = LexborHTMLParser(attributes.bare(plain) if is_crowded else plain)
        root = tree.root
        if root is None:
            return Page()
        base = tree.css_first("base[href]") if b"<base" in lowered else None
        tree.strip_tags(_UNSEEN, recursive=True)
        hidden = _take_hidden(tree) if _HINTS.search(lowered) else ""
        links = _links(tree)
        if base is not None:
            links += (((base.attributes.get("href") or "")[: limits.URL_CHARS], ""),)
        return Page(
            text=_lines((tree.root or root).text(deep=True, separator=""), is_set=b"<pre" in lowered),
            hidden=hidden[: limits.TEXT_CHARS],
            links=links,
            images=len(tree.css("img")) if b"<im" in lowered else 0,
            forms=len(tree.css("form,input")) if b"<form" in lowered or b"<input" in lowered else 0,
            cut=is_crowded or len(html) < len(whole),
            flat=is_flat,
        )

    def _cut(self, html: str) -> str:
        html = html[: limits.HTML_CHARS]
        tags = html.count("<")
        if tags > self.tags_left:
            html = "<".join(html.split("<", self.tags_left + 1)[:-1])
        self.tags_left -= min(tags, self.tags_left)
        return html

    def _is_dear(self, html: str) -> bool:
        if nesting.is_deep(html):
            return True
        added = nesting.reopened(html, self.reopened_left)
        if added > self.reopened_left:
            return True
        self.reopened_left -= added
        return False

    def _is_crowded(self, html: str) -> bool:
        pairs = attributes.pairs(html)
        if pairs > self.pairs_left:
            return attributes.is_crowded(html)
        self.pairs_left -= pairs
        return False


def read(html: str) -> Page:
    """Read the one page of a mail."""
    return Reader().read(html)


def _lines(text: str, *, is_set: bool) -> str:
    """Text with the lines that a reader sees: those of the source only where some of it is `is_set` as it stands."""
    return (text if is_set else text.translate(_SOURCE_LINES)).replace(_LINE_END, "\n")


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


def _links(tree: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    """Where links lead, and what is seen of each: of all together no more than a page has, since links may be put inside links."""
    found = []
    chars_left = limits.HTML_CHARS
    for node in tree.css("a[href],area[href],form[action]")[: limits.LINKS]:
        shown = "" if chars_left <= 0 or node.tag == "form" else node.text(deep=True, separator="")
        chars_left -= len(shown)
        attributes = node.attributes
        target = attributes.get("href") or attributes.get("action") or ""
        found.append((target[: limits.URL_CHARS], " ".join(shown.split())[: limits.EVIDENCE_CHARS]))
    return tuple(found)
