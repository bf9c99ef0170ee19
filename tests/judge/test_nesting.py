from __future__ import annotations

import pytest

from filter.judge import limits
from filter.judge.nesting import flat, is_deep, reopened

MANY = limits.HTML_OPEN + 1


@pytest.mark.parametrize(
    ("html", "deep"),
    [
        ("<div>" * MANY, True),
        ("<div>" * (MANY - 1), False),
        ("<div></div>" * MANY, False),
        ("<div></x>" * MANY, True),
        ("<p><br><li><td>" * MANY, False),
        ("<html a></html>" * MANY, True),
        ("<div><!--</div>-->" * MANY, False),
    ],
)
def test_elements_left_open(html: str, deep: bool) -> None:
    """What is left open counts, by its own name; not what holds nothing or is closed by the next of its kind. Any end is one."""
    assert is_deep(html) is deep


@pytest.mark.parametrize(
    ("html", "most"),
    [
        ("<b>word</b> " * 1000, 0),
        ('<font color=red size="2">word</font><br/>' * 1000, 0),
        ("<b><i><a href='x'>word</a><img src=y></i></b>" * 500, 0),
        ("<b><p>" * 1000, 3 * 2000),
        ("".join(f"<b class={n}><p>" for n in range(1000)), 1000 * 2000),
    ],
)
def test_formatting_opened_anew(html: str, most: int) -> None:
    """Formatting that is closed at its own words is never opened anew; the same formatting three times; any other each time."""
    assert reopened(html, 0) == most


@pytest.mark.parametrize("end", ["<!--</b>-->", "<i title='</b>'>", "<table></b></table>", "</i>", "<style></b></style>"])
def test_an_end_that_ends_nothing(end: str) -> None:
    """An end that a parser may not take for one closes nothing here either."""
    html = "".join(f"<b class={n}>x{end}" for n in range(1000))
    assert reopened(html, 0) >= 1000 * html.count("<")


def test_few_tags_are_not_looked_at() -> None:
    """A page whose tags could not add more than allowed, whatever they are, is told by their count."""
    assert reopened("<b><p>" * 10, 100) == 100


def test_flat() -> None:
    """Nothing is inside anything; words, links, pictures, forms and what is never shown keep their places."""
    html = "<DIV class=x><b>pay</b> <a href=y>now</a><img><form><input><style>p</style></div>"
    assert flat(html) == "<wbr class=x><wbr>pay</b> <a href=y>now</a><img><form><input><style>p</style></div>"
