from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from filter.judge import limits
from filter.judge.attributes import bare, is_crowded, pairs

MANY = " ".join(f"a{n}" for n in range(limits.HTML_ATTRIBUTES + 1))


@pytest.mark.parametrize(
    "html",
    [
        f"<p {MANY}>",
        f"<p {MANY}",
        f"</p {MANY}>",
        f"<p/{MANY.replace(' ', '/')}>",
        f"<p x='>' {MANY}>",
        f"<p x = '<' y=a'b {MANY}>",
        f"<p ='x {MANY}>",
        f"<!-- <p x=' --><p {MANY}>",
        f"<title><p x='</title {MANY}>",
        MANY.replace(" ", "=''").join(("<p ", ">")),
        "".join(f"<p {name}>" for name in MANY.split()),
        "<p a>" + "<p " * 5000,
    ],
)
def test_crowded(html: str) -> None:
    """Wherever the parser may find the names, and however a page hides where a tag begins or ends."""
    assert is_crowded(html)
    assert pairs(html) > limits.HTML_ATTRIBUTES**2 / 2


@pytest.mark.parametrize(
    "html", [f"<p title='{MANY}'>", f"<p>{MANY}</p>", f"<p title='>' lang=x> {MANY}", "<p class=x style=y>" * 2000, f"1 < 2 {MANY}", ""]
)
def test_not_crowded(html: str) -> None:
    """Neither words nor values are names, and the same names in many tags are few."""
    assert not is_crowded(html)


def test_bare() -> None:
    """What is read stays; no value holds what could begin or end a tag, or a value."""
    html = "<A HREF=\"/x?a=<b>'\" class=y>now</a z> 1 < 2 <p\nstyle='display:none' hidden/><br/><p x='>' action=z"
    assert bare(html) == '<A href="/x?a=b">now</a> 1 < 2 <p style="display:none" hidden=""/><br/><p action="z"'


PIECES = [*"a /='\"<>\v\0", "<p", "</p", "<title", "<script>", "<!--", "-->", "<svg", "<![CDATA[", " href=", " x="]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_the_parser_finds_no_others(html: str) -> None:
    """Whatever the page is."""
    found = {name for node in LexborHTMLParser(bare(html)).css("*") for name in node.attributes}
    assert found <= {"href", "action", "style", "hidden"}
