from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.html import Page, read


def shown(html: str) -> str:
    return " ".join(read(html).text.split())


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("<p>one</p><p>two", "one two"),
        ("one<br>two<td>three", "one two three"),
        ("in<b>vo</b>ice", "invoice"),
        ("a<!-- not this -->b", "ab"),
        ("<title>not</title><style>not</style><script>not</script><template>not</template>this", "this"),
        ("<p>a </p><noscript>mail readers run no scripts</noscript>", "a mail readers run no scripts"),
        ("&lt;b&gt; &eacute; &#8364;", "<b> é €"),
        ("<!-- open", ""),
        ("", ""),
    ],
)
def test_visible_text(html: str, text: str) -> None:
    """Blocks part words, inline markup does not, and what a browser never shows is not text."""
    assert shown(html) == text


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>one\ntwo</p><p>three", ["one two", "three"]),
        ("one\r\ntwo<br>three<div>four</div>five", ["one two", "three", "four", "five"]),
        ("<table><tr><td>one</td>\n<td>two\nthree", ["one", "two three"]),
        ("<PRE>one\ntwo</PRE>three", ["one", "two", "three"]),
        ("one\ntwo\fthree", ["one two", "three"]),
    ],
)
def test_lines_are_those_that_a_reader_sees(html: str, lines: list[str]) -> None:
    """Blocks begin one; the source's own are none but in text that is set."""
    assert [line.strip() for line in read(html).text.split("\n") if line.strip()] == lines


def test_lines_part_no_link() -> None:
    """What a link shows is on one line, and where it leads is as it was written."""
    assert read("<a href='https://a.test/\nb'>one<div>two</div></a>").links == (("https://a.test/\nb", "one two"),)


@pytest.mark.parametrize(
    "style",
    ["display:none", "DISPLAY : None", "visibility:hidden", "mso-hide:all", "opacity:0", "color:red; opacity: 0 ;", "max-height:0px",
     "font-size:0", "font-size: 0px", "font-size:0pt!important", "display&#58;none", "disp&#108;ay:none", "display&colon;none",
     "display:&Tab;none", "display:/**/none", "/*x*/ font-size:/* y */0", "opacity:0/*"],
)  # fmt: skip
def test_styles_that_hide(style: str) -> None:
    """What a style keeps from the reader is hidden text, not visible."""
    page = read(f'seen <span style="{style}">un<b>seen</b></span>')
    assert (page.text.strip(), page.hidden) == ("seen", "unseen")


def test_the_hidden_attribute_hides() -> None:
    """An element with the attribute `hidden` is not shown."""
    assert read("<p hidden>unseen</p>seen") == Page("seen", "unseen")


@pytest.mark.parametrize(
    "style", ["opacity:0.9", "max-height:0.5em", "font-size:0.8em", "overflow:hidden", "line-height:0", "/*display:none*/"]
)
def test_styles_that_do_not(style: str) -> None:
    """A style that only looks like one that hides leaves its text visible."""
    assert read(f'<p style="{style}">seen</p>').hidden == ""


def test_a_zero_size_around_text_of_its_own_size_hides_nothing() -> None:
    """Layout cells have a font size of zero for their spacing; what sets its own size inside is read."""
    inner = '<div><b>x</b><span style="font-size:14px">seen</span></div>'
    assert shown(f'<td style="font-size:0">{inner}</td>') == "xseen"


def test_hidden_inside_hidden_is_taken_once() -> None:
    """Text in two hidden elements is hidden text once."""
    assert read('<p style="display:none">a<b style="display:none">b</b></p>').hidden == "ab"


def test_links() -> None:
    """Anchors, image maps and forms lead somewhere; each comes with what the reader sees of it."""
    html = (
        "<a href=' http://a.example/ '>click <b>here</b></a><map><area href=http://b.example></map><form action=http://c.example>x</form>"
    )
    assert read(html).links == ((" http://a.example/ ", "click here"), ("http://b.example", ""), ("http://c.example", ""))


def test_a_hidden_link_is_no_link() -> None:
    """A link that nobody sees cannot be followed."""
    assert read('<p style="display:none"><a href="http://a.example">x</a></p>').links == ()


def test_the_base_of_a_page_is_a_link() -> None:
    """Where relative links lead is known by the page's base."""
    assert read("<base href='http://evil.example/'><a href='/x'>y</a>").links == (("/x", "y"), ("http://evil.example/", ""))


@pytest.mark.parametrize("gap", [" ", "\n", "\t", "/"])
def test_a_base_is_one_however_it_is_written(gap: str) -> None:
    """Whatever parts the tag's name from what follows, in either case."""
    assert read(f"<BASE{gap}href='http://evil.example/'>").links == (("http://evil.example/", ""),)


@pytest.mark.parametrize(
    ("html", "counts"),
    [("<img src=a><IMG><form><input><input></form>", (2, 3)), ("<image>", (1, 0)), ("<Input>", (0, 1)), ("<form>", (0, 1)), ("x", (0, 0))],
)
def test_images_and_forms_are_counted(html: str, counts: tuple[int, int]) -> None:
    """Every image counts, by its old name as well, and every form and field, in a form or alone."""
    page = read(html)
    assert (page.images, page.forms) == counts


def test_styles_are_looked_at_each_by_itself() -> None:
    """One style on a page says nothing of another, and none is one too."""
    html = '<p style>a</p><p style="display:none">b</p><p style="">c</p><p hidden style="">d</p><p style="color:red;opacity:0">e</p>'
    assert (shown(html), read(html).hidden) == ("a c", "b d e")


TAGS = ["<a href='x'>", "</a>", "<p style='display:none'>", "<b style='font-size:0'>", "<table>", "</p>", "<!--", "<svg>", "x"]


@given(st.text(max_size=200) | st.lists(st.sampled_from(TAGS), max_size=40).map("".join))
def test_any_text_is_a_page(html: str) -> None:
    """Whatever the markup, a page comes out, and the same again."""
    assert read(html) == read(html)
