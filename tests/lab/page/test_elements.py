from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from filter.lab.page.elements import Markup, element, embedded, paragraph, shown, table

HOSTILE = "</td></script><script>alert(1)</script><img src=x onerror=alert(1)>\"' &amp;"


class Reader(HTMLParser):
    """The elements and the text that a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(markup)
    reader.close()
    return reader


@pytest.mark.parametrize("made", [element("p", HOSTILE), element("p", [HOSTILE]), element("p", element("b", HOSTILE)), paragraph(HOSTILE)])
def test_text_is_text(made: Markup) -> None:
    """However deep it stands, it is read back as it was, and makes no element."""
    found = read(made)
    assert found.text == HOSTILE
    assert set(found.names) <= {"p", "b"}


def test_an_attribute_cannot_be_left() -> None:
    """Its value is read back; names get their dashes."""
    found = read(element("p", "", aria_label=HOSTILE, class_="one"))
    assert found.attributes == [("aria-label", HOSTILE), ("class", "one")]


def test_what_is_not_to_be_seen_is_written_out() -> None:
    """Control characters, marks that turn the direction, half surrogates; spaces of all kinds and lines stay."""
    assert shown("a\u202eb\x00\x1b[2J\udc80\u200b") == "a\\u202eb\\x00\\x1b[2J\\udc80\\u200b"
    assert shown("5\xa0%\nnäive 漢字") == "5\xa0%\nnäive 漢字"


def test_a_table_says_what_its_cells_are() -> None:
    """A caption, heads for columns and rows, a frame that a keyboard can scroll."""
    made = table("What", ("one", "two"), [("a", HOSTILE)])
    found = read(made)
    assert found.text == f"Whatonetwoa{HOSTILE}"
    assert found.names == ["div", "table", "caption", "thead", "tr", "th", "th", "tbody", "tr", "th", "td"]
    assert [value for name, value in found.attributes if name == "scope"] == ["col", "col", "row"]
    assert ("tabindex", "0") in found.attributes


def test_json_ends_no_script() -> None:
    """Neither a closing tag, nor a comment, nor a line end that old scripts know is in it, and it says the same."""
    document = {"</script>": ["<!--", "\u2028\u2029", "&", 1.5, None]}
    made = embedded(document)
    assert not set(made) & set("<>&\u2028\u2029")
    assert json.loads(made) == document
    with pytest.raises(ValueError, match="Out of range"):
        embedded(float("nan"))
