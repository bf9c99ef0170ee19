"""Whether a page names more attributes than the HTML parser bears, told before it parses, and such a page with few. Pure; never raises.

The parser compares each attribute of a tag with all before it, and looks each new name up in a short table: both cost the square of
how many there are. What is counted here is never less than that, whatever a page pretends: a tag is taken to begin wherever one could,
in a comment, a script or another tag.
"""

from __future__ import annotations

import re
from itertools import islice

from filter.judge import limits

# As the standard reads them (WHATWG HTML, 13.2.5.32 to 13.2.5.40): nearly anything may stand in a name.
_NAME = r"[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)"
_VALUE = r"""(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+("[^"]*+"?|'[^']*+'?|[^\t\n\f\r >"'][^\t\n\f\r >]*+)?)?+"""
_ATTRIBUTE = re.compile(_NAME + _VALUE)
_ANY = (_NAME + _VALUE).replace("+(", "+(?:")
_BEGINS = r"(</?[a-z][^\t\n\f\r />]*+)"
_TAG = re.compile(rf"{_BEGINS}((?:{_ANY})*+)", re.IGNORECASE)
_FIRST = re.compile(rf"{_BEGINS}((?:{_ANY}){{0,{limits.HTML_ATTRIBUTES + 1}}}+)", re.IGNORECASE)
_ENDS = re.compile("[<>\"']")
_READ = frozenset({"href", "action", "style", "hidden"})
_LOOKS = 2  # times its length that a page is looked through, since tags may begin inside tags


def pairs(html: str) -> int:
    """How many pairs of attributes the parser may compare in a page: not more than this, whatever the page is."""
    names = len(html.split()) + html.count("/") + html.count('"') // 2 + html.count("'") // 2  # what a name may follow
    return names * names // 2


def is_crowded(html: str) -> bool:
    """Whether a tag has more attributes than `limits.HTML_ATTRIBUTES`, or a page more names; or so many tags in tags that none can tell."""
    left, names, seen = _LOOKS * len(html), set[str](), set[str]()
    tag = _FIRST.search(html)
    while tag and left >= 0:
        left -= len(tag[0])
        if tag[2] not in seen:
            seen.add(tag[2])
            found = [name for name, _ in _ATTRIBUTE.findall(tag[2])]
            names.update(found)
            if max(len(found), len(names)) > limits.HTML_ATTRIBUTES:
                return True
        tag = _FIRST.search(html, tag.start() + 1)
    return left < 0


def bare(html: str) -> str:
    """The page with no attributes but those that are read, where they are among the first of a tag."""
    return _TAG.sub(_bared, html)


def _bared(tag: re.Match[str]) -> str:
    """No value keeps what could begin or end a tag, or a value: wherever the parser begins, it finds no other names."""
    found = [(one[1].lower(), one[2] or "") for one in islice(_ATTRIBUTE.finditer(tag[2]), limits.HTML_ATTRIBUTES)]
    return tag[1] + "".join([f' {name}="{_ENDS.sub("", value)}"' for name, value in found if name in _READ])
