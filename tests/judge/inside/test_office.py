from __future__ import annotations

import zipfile

import pytest
from attachments import HYPERLINK, TEMPLATE, office, related, zipped
from hypothesis import given
from hypothesis import strategies as st

from filter.judge import limits
from filter.judge.inside.office import NOWHERE, Outside, Reader

LINK = related(HYPERLINK, "https://a.example/x?y=1&amp;z=2")


def outside(octets: bytes) -> Outside:
    """Where the one document of a mail leads."""
    return Reader().outside(octets)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_links(method: int) -> None:
    """Relationships that lead to the web, as they are meant, each once; nothing of itself is fetched."""
    octets = office(LINK, related("image", "media/image1.png", "Internal"), LINK, related(HYPERLINK, "mailto:a@b.example"), method=method)
    assert outside(octets) == Outside(("https://a.example/x?y=1&z=2",), False)


@pytest.mark.parametrize("kind", [TEMPLATE, "oleObject", "frame", "subDocument"])
def test_what_is_fetched_comes_first(kind: str) -> None:
    """Wherever it stands."""
    assert outside(office(LINK, related(kind, "http://b.example/t"))) == Outside(
        ("http://b.example/t", "https://a.example/x?y=1&z=2"), True
    )


def test_other_spellings() -> None:
    """Names of parts in any case, prefixes, apostrophes, space around the signs, other parts of the document."""
    relation = b"<r:Relationship TargetMode = 'External'\n Target = 'HTTPS://a.example/' Type='x/hyperlink'></r:Relationship>"
    assert outside(office(relation, name="XL/Worksheets/_Rels/Sheet1.xml.RELS")).addresses == ("HTTPS://a.example/",)


@pytest.mark.parametrize(
    "octets",
    [
        zipped("word/document.xml", octets=LINK),
        office(related(TEMPLATE, "file:///\\\\server\\t.dotm")),
        office(related(HYPERLINK, "https://a.example/", "Internal")),
        office(LINK, name="word/notes.txt"),
        office(LINK, method=zipfile.ZIP_BZIP2),
        b"",
    ],
)
def test_nothing_outside(octets: bytes) -> None:
    """No relationship, none to the web, none that is external, or none that Office would read."""
    assert outside(octets) == NOWHERE


def test_a_document_cut_short() -> None:
    """What is there of a relationship's file is read."""
    octets = office(LINK, *[related(HYPERLINK, f"https://h{n**5}.example/") for n in range(300)])
    assert "https://a.example/x?y=1&z=2" in outside(octets[:1500]).addresses


def test_attributes_are_found_where_their_names_begin() -> None:
    """What is none before one changes nothing, nor does what is written without space."""
    relation = b"<Relationship junk 1Target='x'TargetMode=\"External\"Target='https://a.example/'/>"
    assert outside(office(relation)).addresses == ("https://a.example/",)


@given(st.lists(st.one_of(st.binary(max_size=40), st.sampled_from([b"PK\x03\x04", office(LINK)[:60], LINK, b".rels"]))).map(b"".join))
def test_broken_archives(octets: bytes) -> None:
    """Whatever an archive claims, it is no error."""
    assert len(outside(b"PK\x03\x04" + octets).addresses) <= limits.LINKS
