from __future__ import annotations

import ada_url
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge import limits
from filter.judge.domains import is_host
from filter.judge.links import host, in_text, resolve, user
from filter.judge.mail import Link

PIECES = st.lists(
    st.sampled_from(
        ["http://", "https://", "HTTP:", "//", "\\", "a", "B", "1", ".", "-", "/", "?", "#", "0x7f", "127", "xn--", "com",
         "\u017f", "\u212a", "\t", "\n", " ", "@", ":80", "%41", "。", "_", "é", "[::1]", "ftp://", "\x00"]
    ),
    max_size=8,
)  # fmt: skip


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://Shop.Example/a", "shop.example"),
        ("https://shop.example:8443?x", "shop.example"),
        (" https://shop.example ", "shop.example"),
        ("//shop.example/a", "shop.example"),
        ("http:\\\\evil.example\\a", "evil.example"),
        ("http:evil.example", "evil.example"),
        ("ht\ntp://ev\til.example", "evil.example"),
        ("http://shop.example@evil.example/", "evil.example"),
        ("http://0x7f.1/", "127.0.0.1"),
        ("http://2130706433/", "127.0.0.1"),
        ("http://evil。example/", "evil.example"),
        ("http://bücher.example/", "xn--bcher-kva.example"),
        ("http://[::1]/", "[::1]"),
        ("http://evil.example./", "evil.example"),
        (f"http://{'a' * 63}.example/", f"{'a' * 63}.example"),
        (f"http://{'a' * 64}.example/", ""),
        (f"http:{'a.' * 130}example/", ""),
        ("mailto:a@b.example", ""),
        ("javascript:alert(1)", ""),
        ("http://", ""),
        ("http://a b.example/", ""),
        ("/relative", ""),
        ("", ""),
        ("\ud800", ""),
    ],
)
def test_host_is_the_browser_s(url: str, expected: str) -> None:
    """The host is where a browser would go, and none where it would not go."""
    assert host(url) == expected


@given(PIECES.map("".join), st.sampled_from(["", "http://", "https://"]))
def test_the_short_way_agrees_with_the_long(tail: str, scheme: str) -> None:
    """Hosts that are read without the URL parser are those it would have found."""
    url = (scheme + tail).strip()
    try:
        parsed = ada_url.URL(url)
    except ValueError:
        assert host(url) == "" or url.startswith("//")
        return
    if parsed.protocol in {"http:", "https:"} and not url.startswith("//"):
        found = parsed.hostname.rstrip(".")
        assert host(url) == (found if is_host(found) else "")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://bank.example@evil.example/", "bank.example"),
        (" https://bank.example:x@evil.example/", "bank.example:x"),
        ("https:///bank.example@evil.example", "bank.example"),
        ("//bank.example@evil.example", "bank.example"),
        ("http:\\\\bank.example@evil.example", "bank.example"),
        ("\x01https://bank.example@evil.example", "bank.example"),
        ("https://a@bank.example@evil.example/", "a%40bank.example"),
        ("https://evil.example/@bank.example", ""),
        ("mailto:a@bank.example", ""),
        ("not a url @", ""),
    ],
)
def test_the_user_is_what_a_browser_takes_for_one(url: str, expected: str) -> None:
    """What stands before the last @ of the authority, and nothing of a path."""
    assert user(url) == expected


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see http://a.example/x, or (https://b.example).", ["http://a.example/x", "https://b.example"]),
        ("WWW.A.example and awww.b.example", ["http://WWW.A.example", "http://www.b.example"]),
        ("<http://a.example>", ["http://a.example"]),
        ('"http://a.example"', ["http://a.example"]),
        ("HTTPS://A.example", ["HTTPS://A.example"]),
        ("wWw.a.example", ["http://wWw.a.example"]),
        ("www.a.example http://b.example www.c.example", ["http://www.a.example", "http://b.example", "http://www.c.example"]),
        ("http://a.example/www.b.example https://www.c.example", ["http://a.example/www.b.example", "https://www.c.example"]),
        ("\udcff www.a.example", ["http://www.a.example"]),
        ("http://a.example " * (limits.LINKS + 9), ["http://a.example"] * limits.LINKS),
        ("ftp://a.example http//b.example www", []),
        ("http:// nothing", []),
    ],
)
def test_links_in_text(text: str, urls: list[str]) -> None:
    """Plain text has links where a mail reader would make them, without the punctuation around."""
    assert [url for url, _ in in_text(text)] == urls


def test_links_are_kept_once() -> None:
    """The same link with the same text is one link; with another text it is another."""
    pairs = [("http://a.example", "x"), ("http://a.example", "x"), ("http://a.example", "y"), ("/b", "")]
    assert resolve(pairs) == (
        Link("http://a.example", "a.example", "x"),
        Link("http://a.example", "a.example", "y"),
        Link("/b", "", ""),
    )
