from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.charset import codec, header_text, raw_text, text_of

SURROGATES = "surrogateescape"


@pytest.mark.parametrize("name", ["utf-8", "ISO-8859-1", "windows-1251", "gb18030", "Shift_JIS", "koi8-r", "big5", "euc-kr", "us-ascii"])
def test_codecs_that_map_octets_are_used(name: str) -> None:
    """A declared charset that only maps octets to characters is taken at its word."""
    assert codec(name) == codecs.lookup(name).name


@pytest.mark.parametrize(
    "name",
    ["idna", "punycode", "rot13", "hex", "zlib", "bz2", "base64", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem", "",
     "utf-999", "../etc/passwd", "utf-8\n", "utf\x00-8", "u" * 10_000, "latin" + "1" * 10_000],
)  # fmt: skip
def test_codecs_that_do_more_are_not(name: str) -> None:
    """A charset that transforms, is slow, unknown or no name at all is read as UTF-8."""
    assert codec(name) == "utf-8"


@pytest.mark.parametrize(
    ("octets", "charset", "text"),
    [
        ("Grüße".encode(), "utf-8", "Grüße"),
        ("Grüße".encode("latin-1"), "iso-8859-1", "Grüße"),
        ("Grüße".encode(), "us-ascii", "Grüße"),
        ("Grüße".encode("latin-1"), "utf-8", "Grüße"),
        ("Grüße".encode("latin-1"), None, "Grüße"),
        ("привет".encode("koi8-r"), "KOI8-R", "привет"),
        (b"\x81\xff", "us-ascii", "\ufffdÿ"),
        (b"+2AA-", "utf-7", "?"),
    ],
)
def test_octets_are_read_as_declared_or_else_as_they_look(octets: bytes, charset: str | None, text: str) -> None:
    """The declared charset goes first, then UTF-8, then Windows-1252."""
    assert text_of(octets, charset) == text


@given(st.binary(max_size=200), st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["utf-7", "utf-16", "hz", "iso-2022-jp"])))
def test_any_octets_become_text(octets: bytes, charset: str | None) -> None:
    """Whatever the octets and whatever they claim to be, text comes out, and the same again."""
    text = text_of(octets, charset)
    assert text == text_of(octets, charset)
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "plain"),
        (" folded\r\n\tonce ", "folded once"),
        ("=?utf-8?B?R3LDvMOfZQ==?= =?iso-8859-1?Q?_von_M=FCller?=", "Grüße von Müller"),
        ("=?rot13?Q?uryyb?=", "uryyb"),
        ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
        ("half =?utf-8?Q?open", "half =?utf-8?Q?open"),
        (b"raw \xc3\xbc".decode("ascii", SURROGATES), "raw ü"),
        (b"raw \xfc".decode("ascii", SURROGATES), "raw ü"),
    ],
)
def test_header_values_read_as_a_person_sees_them(value: str, text: str) -> None:
    """Folds go, encoded words are decoded where they can be, raw octets are guessed."""
    assert header_text(value) == text


@given(st.binary(max_size=200))
def test_any_header_value_becomes_text_without_surrogates(octets: bytes) -> None:
    """No octets in a header leave a lone surrogate, which no encoding could print."""
    value = octets.decode("ascii", SURROGATES)
    raw_text(value).encode("utf-8")
    header_text(value).encode("utf-8")
