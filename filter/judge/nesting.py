"""Whether the HTML parser would run away on a page: told from its tags, before it parses. Pure; never raises.

Two things cost more than a page is long. A block's tag looks up through all that is open, so nesting costs the square of its depth.
And formatting that is never closed (`<b>`, `<font>`) is opened anew in every block that follows, as the standard wants it; but only
three times where it is the same to the letter. What is counted of formatting is never less than that, whatever a page pretends: an end
is believed only where it follows its own start with nothing but text between them. Of nesting every end is believed, also in a comment
or before its start, so half of `limits.HTML_TAGS` may stand open: that costs tens of milliseconds, not seconds.
"""

from __future__ import annotations

import re
from collections import Counter

from filter.judge import limits

_NAME_ENDS = r"(?=[\s/>])"
_FORMATS = r"b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u"
_FORMAT = re.compile(rf"<(?:{_FORMATS}){_NAME_ENDS}[^>]*+", re.IGNORECASE)
_ATTRIBUTES = r"""(?:\s++[a-z-]++(?:=(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=/]++))?+)*+\s*+"""
_WHOLE = re.compile(rf"<(?:br|img){_ATTRIBUTES}/?>|<({_FORMATS}|a|span){_ATTRIBUTES}>[^<]*+</\1\s*+>", re.IGNORECASE)
# Elements that hold nothing, or that the next of their kind closes: they nest in nothing but others that are counted.
_FLAT = frozenset(
    """
    area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr
    colgroup dd dt li option p tbody td tfoot th thead tr
    """.split()  # noqa: SIM905  (a wall of names reads better so)
)
_NAME = re.compile(r"<(/?[a-z][^\s/>]*+)")
_MERGED = frozenset({"html", "body"})  # a second one adds its attributes to the first, each compared with all
# What is told of a page that is read flat: where its links lead, its pictures and forms, and what a browser never shows.
_KEPT = "a|area|base|br|form|iframe|image|img|input|noembed|noframes|script|style|template|textarea|title|xmp"
_NESTING = re.compile(rf"<(?!(?:{_KEPT}){_NAME_ENDS})[a-z][^\s/>]*+", re.IGNORECASE)

_SAME = 3  # of the same formatting, so many are opened anew
_ROUNDS = 6  # elements closed inside one another


def is_deep(html: str) -> bool:
    """Whether a page has more starts without ends than `limits.HTML_OPEN`, an end counting for its own name alone, wherever it stands."""
    if html.count("<") <= limits.HTML_OPEN:
        return False
    names = Counter(_NAME.findall(html.lower()))
    left = sum(
        max(0, count - (0 if name in _MERGED else names[f"/{name}"]))
        for name, count in names.items()
        if name[0] != "/" and name not in _FLAT
    )
    return left > limits.HTML_OPEN


def reopened(html: str, most: int) -> int:
    """How many elements the parser may add by opening formatting anew: not more than this, and looked at closely only past `most`."""
    tags = html.count("<")
    added = tags * tags // 4
    for _ in range(_ROUNDS):
        if added > most and (added := tags * _formats(html)) > most:
            html = _WHOLE.sub("", html)
    return added


def _formats(html: str) -> int:
    """How much formatting may be open at once."""
    found = _FORMAT.findall(html)
    return min(len(found), _SAME * len(set(found)))


def flat(html: str) -> str:
    """The page with nothing inside anything: its words, links, pictures and forms are still there."""
    return _NESTING.sub("<wbr", html)
