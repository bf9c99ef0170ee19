from __future__ import annotations

import time

import pytest

from filter.authentication.macros import asks_for_name, expanded, is_domain, is_string
from filter.errors import RecordError

# The examples of RFC 7208 7.4.
VALUES = {
    "s": "strong-bad@email.example.com",
    "l": "strong-bad",
    "o": "email.example.com",
    "d": "email.example.com",
    "i": "192.0.2.3",
    "v": "in-addr",
    "h": "mx.example.org",
    "p": "mx.example.org",
}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("%{s}", "strong-bad@email.example.com"),
        ("%{d4}", "email.example.com"),
        ("%{d2}", "example.com"),
        ("%{d1}", "com"),
        ("%{dr}", "com.example.email"),
        ("%{d2r}", "example.email"),
        ("%{l-}", "strong.bad"),
        ("%{lr}", "strong-bad"),
        ("%{lr-}", "bad.strong"),
        ("%{l1r-}", "strong"),
        ("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"),
        ("%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"),
        ("%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"),
        ("%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"),
        ("%%a%_b%-c.%{S}", "%a b%20c.strong-bad%40email.example.com"),
        ("%{D99999999999999999999}.", "email.example.com"),
    ],
)
def test_macros_expand_as_in_the_rfc(text: str, name: str) -> None:
    """The examples of RFC 7208 7.4, the signs, and an upper-case letter that escapes."""
    assert expanded(text, VALUES) == name


def test_a_name_that_is_too_long_loses_labels() -> None:
    """From its left, until it fits (RFC 7208 7.3)."""
    name = expanded("%{l}.%{d}", VALUES | {"l": "a." * 200 + "end"})
    assert len(name) <= 253
    assert name.startswith("a.a.")
    assert name.endswith(".end.email.example.com")


def test_a_macro_keeps_a_label() -> None:
    """Zero labels are an error (RFC 7208 7.1)."""
    with pytest.raises(RecordError):
        expanded("%{d0}.example.com", VALUES)


def test_what_explains_is_no_domain() -> None:
    """c, r and t are for explanations; the client's name is asked for only where it is needed."""
    assert is_string("%{c}%{r}%{t}")
    assert not is_domain("%{c}.example.com")
    assert not is_string("%{c} said")
    assert is_string("%{c}%_said") is True
    assert asks_for_name("x.%{P2}") is True
    assert asks_for_name("%{d}.p") is False


def test_a_hostile_text_is_read_in_time() -> None:
    """Thirty thousand characters that almost are macros cost next to nothing."""
    began = time.perf_counter()
    for text in ("%{d" * 10_000, "%{d" + "1" * 30_000, "%{d" + "." * 30_000, "a." * 15_000, "%%" * 15_000 + "%"):
        is_domain(text)
        is_string(text)
        expanded(text, VALUES)
    assert time.perf_counter() - began < 2
