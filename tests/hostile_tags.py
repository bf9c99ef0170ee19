"""Hostile pages of attributes, as `hostile` has those of the rest of a mail. Built by us; nothing here is a test."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, product

from hostile import mixed, page, part

# As short as they can be.
_NAMES = [chr(code) for code in (*range(0x800, 0xD800), *range(0xE000, 0xFFF0)) if not chr(code).isspace()]


def _short(first: int, count: int) -> bytes:
    return " ".join(_NAMES[first : first + count]).encode()


def _ascii(count: int) -> bytes:
    return b" ".join([bytes(letters) for letters in islice(product(b"abcdefghijklmnopqrstuvwxyz0123456789", repeat=3), count)])


def _pages(body: bytes, count: int) -> bytes:
    return mixed(*[part(body, b"Content-Type: text/html; charset=utf-8\r\n")] * count)


HOSTILE_TAGS: dict[str, Callable[[], bytes]] = {
    "short attributes": lambda: page(b"<p " + _short(0, 61_000) + b">x"),
    "pages of attributes": lambda: _pages(b"<p " + _ascii(31_500) + b">x", 2),
    "small pages of attributes": lambda: _pages(b"<p " + _ascii(3_900) + b">x", 15),
    "attributes behind a false quote": lambda: page(b"<!-- <p a=' --> <p " + _short(0, 40_000) + b">x"),
    "attributes behind a true quote": lambda: page(b"<p a='>' " + _short(0, 40_000) + b">x"),
    "attributes of an end": lambda: page(b"<p>x</p " + _short(0, 61_000) + b">x"),
    "attributes of many tags": lambda: page(b"".join(b"<p " + _short(n * 9, 9) + b">" for n in range(6_700))),
    "as many attributes as are read": lambda: page((b"<p " + _short(0, 249) + b">") * 240),
    "attributes inside nesting": lambda: mixed(
        part(b"<div><!--</div>-->" * 2_300, b"Content-Type: text/html\r\n"),
        part((b"<p " + _ascii(249) + b">") * 125, b"Content-Type: text/html\r\n"),
        part(b"<p " + _ascii(3_900) + b">", b"Content-Type: text/html\r\n"),
    ),
    "tags in tags": lambda: page(b"<p " * 3_499 + b"a " * 60_000),
    "tags in a value": lambda: page(b"<p a=<p/" * 6_900),
}
"""By name, how to build each."""
