"""Hostile mails, each built to make a parser, a regular expression or a decoder run away. Built by us; nothing here is a test."""

from __future__ import annotations

import base64
from collections.abc import Callable

MEGABYTE = 1 << 20
TOP = b"From: Eve <eve@evil.example>\r\nTo: bob@corp.example\r\nSubject: offer\r\nMIME-Version: 1.0\r\n"
PAYLOAD = b"wire the invoice payment today"


def plain(body: bytes, fields: bytes = b"Content-Type: text/plain; charset=utf-8\r\n") -> bytes:
    """One part."""
    return TOP + fields + b"\r\n" + body


def page(body: bytes) -> bytes:
    """One HTML part."""
    return plain(body, b"Content-Type: text/html; charset=utf-8\r\n")


def mixed(*parts: bytes, boundary: bytes = b"b") -> bytes:
    """A multipart of whole parts."""
    lines = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
    return TOP + b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\r\n\r\n' + lines + b"--" + boundary + b"--\r\n"


def part(body: bytes, fields: bytes = b"Content-Type: text/plain\r\n") -> bytes:
    """A part of a multipart."""
    return fields + b"\r\n" + body


def nested(depth: int, inner: bytes) -> bytes:
    """Multiparts inside one another."""
    for level in range(depth):
        name = b"n%d" % level
        inner = b"Content-Type: multipart/mixed; boundary=" + name + b"\r\n\r\n--" + name + b"\r\n" + inner + b"\r\n--" + name + b"--\r\n"
    return TOP + inner


def forwarded(depth: int, inner: bytes) -> bytes:
    """Attached messages inside one another."""
    return TOP + b"Content-Type: message/rfc822\r\n\r\n" * depth + inner


def encoded(body: bytes, how: bytes, kind: bytes = b"text/plain") -> bytes:
    """One part under a transfer encoding."""
    return plain(body, b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: " + how + b"\r\n")


def charset(name: bytes) -> bytes:
    """One part that claims a charset, in its body and its subject."""
    fields = b"Content-Type: text/plain; charset=" + name + b"\r\nSubject: =?" + name + b"?B?eG4tLWE=?=\r\n"
    return plain(b"xn--a \\N{BELL} \xff\xfe " * 2000, fields)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "one octet": lambda: b"\x00",
    "only headers": lambda: TOP,
    "no header": lambda: PAYLOAD,
    "blank lines": lambda: b"\r\n" * MEGABYTE,
    "NULs": lambda: plain(b"\x00" * MEGABYTE),
    "bare CR": lambda: (TOP + b"\r\n" + PAYLOAD).replace(b"\n", b"") * 2000,
    "CR in a multipart": lambda: mixed(part(b"a\r" * MEGABYTE), part(PAYLOAD)),
    "semicolons in Content-Type": lambda: plain(b"x", b"Content-Type: multipart/mixed" + b";" * MEGABYTE + b"\r\n"),
    "semicolons in a part": lambda: mixed(part(b"x", b"Content-Type: text/plain" + b";" * MEGABYTE + b"\r\n"), part(PAYLOAD)),
    "one unbalanced quote": lambda: plain(b"x", b'Content-Type: multipart/mixed; boundary="' + b";a" * 60_000 + b"\r\n"),
    "quotes": lambda: plain(b"x", b"Content-Type: multipart/mixed; boundary=" + b'"' * 200_000 + b"\r\n"),
    "escapes": lambda: plain(b"x", b'Content-Type: multipart/mixed; boundary="' + b"\\" * 200_000 + b"\r\n"),
    "extended parameters": lambda: plain(
        b"x", b"Content-Type: text/plain" + b"".join(b";charset*%d*=%%41" % n for n in range(20_000)) + b"\r\n"
    ),
    "huge section number": lambda: plain(b"x", b"Content-Type: text/plain; charset*" + b"9" * 4000 + b"*=a\r\n"),
    "hosts of many labels": lambda: plain(b"\r\n".join(b"http://h%d." % n + b"a." * 1000 + b"com/" for n in range(150))),
    "long hosts and a long name": lambda: (
        b"From: "
        + b"word " * 800
        + b"<x@"
        + b"a-b." * 700
        + b"example>\r\n\r\n"
        + b"\r\n".join(b"http://h%d." % n + b"word-" * 380 + b"x.com/" for n in range(150))
    ),
    "Punycode": lambda: plain(b"\r\n".join(b"http://xn--%d-" % n + b"z9" * 25 + b".com/" for n in range(150))),
    "Punycode of a surrogate": lambda: plain(b"http://xn--velora-1i92a.example/ ", b"From: V <a@xn--abc-8e4p.example>\r\n"),
    "hosts in a row": lambda: plain(b"a.bc!" * 4000),
    "addresses": lambda: b"To: " + b", ".join(b"u%d@x.example" % n for n in range(14_000)) + b"\r\n" + TOP + b"\r\nx",
    "broken addresses": lambda: b"To: " + b'<("' * 50_000 + b"\r\n" + TOP + b"\r\nx",
    "comments in From": lambda: b"From: " + b"(" * 30_000 + b"\r\n\r\nx",
    "quotes in From": lambda: b'From: "' + b'\\"' * 15_000 + b"\r\n\r\nx",
    "groups in To": lambda: b"To: " + b"a:" * 15_000 + b"\r\n\r\nx",
    "words in From": lambda: b"From: " + b"a." * 15_000 + b"\r\n\r\nx",
    "at signs in From": lambda: b"From: " + b"a@" * 15_000 + b"<a@b.example>\r\n\r\nx",
    "address in a long name": lambda: b'From: "' + (b"a" * 63 + b"@" + b"a." * 31) * 30 + b'" <a@b.example>\r\n\r\nx',
    "headers": lambda: b"".join(b"X-H%d: v\r\n" % n for n in range(100_000)) + TOP + b"\r\n" + PAYLOAD,
    "folds": lambda: b"Subject: a" + b"\r\n b" * 300_000 + b"\r\n\r\n" + PAYLOAD,
    "blank folds": lambda: b"Subject: a" + b"\r\n " * 300_000 + b"\r\n\r\n" + PAYLOAD,
    "leading folds": lambda: b" a\r\n" * 300_000 + TOP + b"\r\nx",
    "From lines": lambda: b"A: b\n" + b"From x\n" * 150_000 + TOP + b"\r\nx",
    "colons": lambda: b":\r\n" * 300_000 + TOP + b"\r\nx",
    "one header name": lambda: b"A" * MEGABYTE + b": b\r\n\r\nx",
    "encoded words": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\r\n\r\nx",
    "broken encoded words": lambda: b"Subject: " + b"=?" * 20_000 + b"\r\n\r\nx",
    "encoded word of question marks": lambda: b"Subject: =?utf-8?b?" + b"?" * 30_000 + b"?=\r\n\r\nx",
    "encoded word of encoded words": lambda: b"Subject: =?utf-8?q?" + b"=3D=3F" * 5_000 + b"?=\r\n\r\nx",
    "reply prefixes": lambda: b"Subject: " + b"re:" * 10_000 + b" " * 20_000 + b"\r\n\r\nx",
    "nested multiparts": lambda: nested(1000, part(PAYLOAD)),
    "nested messages": lambda: forwarded(1000, PAYLOAD),
    "nested around 8 MB": lambda: nested(40, part(b"A" * 76 + b"\r\n") * 100_000),
    "nested around line ends": lambda: nested(15, part(b"\n-" * 10 * MEGABYTE)),
    "nested around near boundaries": lambda: nested(15, part(b"\r\n--n1x" * 3 * MEGABYTE)),
    "line ends and a bare CR": lambda: mixed(part(b"\r\n" * 10 * MEGABYTE + b"\r"), part(PAYLOAD)),
    "delivery status of line ends": lambda: plain(b"a\r\n" * 7 * MEGABYTE, b"Content-Type: message/delivery-status\r\n"),
    "header block of line ends": lambda: TOP + b"X: " + b"a" * 33_000 + b"\n\ra" * 7 * MEGABYTE,
    "part headers of line ends": lambda: mixed(*[b"X: " + b"a" * 5_000 + b"\n\ra" * 80_000] * 100),
    "semicolons in extended parameters": lambda: mixed(
        *[part(b"x", b'Content-Disposition: attachment; filename*="' + b"a;" * 1_900 + b'"\r\n')] * 100
    ),
    "encoded words in names": lambda: mixed(*[part(b"x", b'Content-Type: image/png; name="' + b"=?a?q?" * 600 + b'"\r\n')] * 100),
    "base64 of line ends": lambda: mixed(
        part(b"\r\n" * 12 * MEGABYTE, b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n")
    ),
    "parts": lambda: mixed(*[part(b"x")] * 100_000),
    "empty parts": lambda: mixed(*[b""] * 200_000),
    "boundary lines": lambda: TOP + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n" * 500_000,
    "near boundaries": lambda: TOP + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--bb\r\n" * 500_000,
    "empty boundary": lambda: TOP + b'Content-Type: multipart/mixed; boundary=""\r\n\r\n' + b"--\r\n\r\nx\r\n" * 100_000,
    "long boundary": lambda: mixed(part(b"--" + b"b" * 3000 + b"c\r\n" * 1000), part(PAYLOAD), boundary=b"b" * 3000),
    "spaces after a boundary": lambda: (
        TOP + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + (b"--b" + b" " * 1000 + b"x\r\n") * 1000
    ),
    "delivery status": lambda: plain(b"A: b\r\n\r\n" * 200_000, b"Content-Type: message/delivery-status\r\n"),
    "digest": lambda: plain(b"--b\r\n\r\nSubject: x\r\n\r\ny\r\n" * 50_000, b"Content-Type: multipart/digest; boundary=b\r\n"),
    "25 MB before the text": lambda: mixed(
        part(b"QUFB" * 19 + b"\r\n", b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n")
        + (b"QUFB" * 19 + b"\r\n") * 336_000,
        part(PAYLOAD),
    ),
    "25 MB of dashes before the text": lambda: mixed(part(b"--x\r\n" * 5_000_000, b"Content-Type: image/png\r\n"), part(PAYLOAD)),
    "gaps before the text": lambda: mixed(part(b" \r\n\t" * 50_000 + "\u200b\u00ad \n".encode() * 5_000 + PAYLOAD)),
    "gaps between letters": lambda: plain("a\u200b ".encode() * 50_000),
    "one line of 5 MB": lambda: plain(b"a" * 5 * MEGABYTE),
    "one word of 5 MB": lambda: page(b"a" * 5 * MEGABYTE),
    "spaces": lambda: plain(b" \t" * MEGABYTE + PAYLOAD),
    "exotic spaces": lambda: plain("\u2003\u00a0\u3000".encode() * 300_000),
    "attributes": lambda: page(b"<a " + b"".join(b"a%d=b " % n for n in range(100_000)) + b">x</a>"),
    "same attributes": lambda: page(b"<a " + b"a " * 60_000 + b">x</a>"),
    "attributes without spaces": lambda: page(b"<a " + b"".join(b"a%d=''" % n for n in range(100_000)) + b">x</a>"),
    "class names": lambda: page(b'<p class="' + b"".join(b"c%d " % n for n in range(20_000)) + b'">x'),
    "divs": lambda: page(b"<div>" * 50_000 + PAYLOAD),
    "formatting": lambda: page(b"<b><i><u><a href=x><font>" * 20_000 + PAYLOAD),
    "misnested": lambda: page(b"<b><p><i></b></p>" * 8_000 + PAYLOAD),
    "misnested links": lambda: page(b"<a href=http://x.example><div>" * 8_000),
    "fonts and paragraphs": lambda: page(b"".join(b"<font color=%d>" % n for n in range(4_000)) + b"<p>" * 5_000),
    "fonts in paragraphs": lambda: page(b"".join(b"<p><font color=%d>" % n for n in range(5_000))),
    "fonts with false ends": lambda: page(b"".join(b"<p><font color=%d><!--</font>-->" % n for n in range(3_000))),
    "fonts around blocks": lambda: page(b"".join(b"<b id=%d>" % n for n in range(3_000)) + b"<div>" * 3_000 + b"</b>" * 3_000),
    "bold around blocks": lambda: page(b"<b>" * 3_000 + b"<div>" * 3_000 + b"</b>" * 3_000),
    "false ends": lambda: page(b"<span></x>" * 5_000),
    "rulers inside spans": lambda: page(b"<span>" * 3_500 + b"<hr>" * 3_500),
    "attributes of the body": lambda: page(b"".join(b"<body a%d=b>" % n for n in range(8_000))),
    "pages of divs": lambda: mixed(*[part(b"<div>" * 10_000, b"Content-Type: text/html\r\n")] * 5),
    "links inside links": lambda: page(b"<object><a href=http://e.example>" * 150 + b"long text " * 12_000),
    "tables": lambda: page(b"<table><tr><td>" * 20_000 + b"x"),
    "foster parents": lambda: page(b"<table>" + b"<a href=x>y" * 9_000),
    "selects": lambda: page(b"<select><option>" * 20_000),
    "svg": lambda: page(b"<svg><foreignObject>" * 20_000),
    "templates": lambda: page(b"<template>" * 50_000),
    "scripts": lambda: page(b"<script>" + b"<!--<script>" * 9_000),
    "less-than signs": lambda: page(b"<" * 300_000),
    "open comments": lambda: page(b"<!--" * 80_000 + PAYLOAD),
    "comment ends": lambda: page(b"<!-" + b"->" * 100_000),
    "open tags": lambda: page(b"<a href='" * 80_000),
    "closing tags": lambda: page(b"</p></b></div>" * 50_000),
    "links": lambda: page(b'<a href="http://h.example/">' * 40_000),
    "closed links": lambda: page(b"".join(b'<a href="http://h%d.example/">x</a>' % n for n in range(40_000))),
    "relative links": lambda: page(b'<base href="http://evil.example/">' + b"<a href=/x>y</a>" * 9_000),
    "long link": lambda: page(b'<a href="http://' + b"a." * 500_000 + b'example/">x</a>'),
    "long link text": lambda: page(b'<a href="http://e.example">' + b"a." * 500_000 + b"</a>"),
    "links around one text": lambda: page(b'<a href="http://e.example"><b>' * 4_000 + b"long text " * 5_000),
    "hidden": lambda: page(b'<p style="display:none">' * 5_000 + b"hide " * 10_000),
    "hidden siblings": lambda: page(b'<p style="display:none">hide</p>' * 4_000),
    "zero fonts": lambda: page(b'<span style="font-size:0">' * 5_000 + b"hide"),
    "zero font siblings": lambda: page(b'<div style="font-size:0">' + b'<b style="font-size:0">x</b>' * 4_000),
    "long style": lambda: page(b'<p style="' + b"opacity : 0 ; " * 8_000 + b'">x'),
    "entities": lambda: page(b"&CounterClockwiseContourIntegral;" * 3_500),
    "numeric entities": lambda: page(b"&#65018;" * 15_000),
    "broken entities": lambda: page(b"&#x" * 40_000),
    "ampersands": lambda: page(b"&" * 130_000),
    "ligatures": lambda: plain("\ufdfa".encode() * 80_000),
    "ligature subject": lambda: b"Subject: " + "\ufdfa".encode() * 8_000 + b"\r\n\r\nx",
    "combining marks": lambda: plain(b"a" + "\u0315\u0300\u05b0".encode() * 40_000),
    "invisible": lambda: plain("a\u200b\u00ad".encode() * 50_000),
    "capital letters that grow": lambda: plain("\u0130\ufb03".encode() * 50_000),
    "soft breaks": lambda: encoded(b"=\r\n" * 300_000 + PAYLOAD, b"quoted-printable"),
    "equals signs": lambda: encoded(b"=" * MEGABYTE, b"quoted-printable"),
    "trailing spaces": lambda: encoded(b" " * MEGABYTE + b"=", b"quoted-printable"),
    "huge base64": lambda: encoded(base64.encodebytes(b"x" * 3 * MEGABYTE), b"base64"),
    "base64 of nothing": lambda: encoded(b"!" * MEGABYTE, b"base64"),
    "padding": lambda: encoded(b"QQ==" * 250_000, b"base64"),
    "uuencoded": lambda: encoded(b"begin 644 x\n" + b"M" + b"!" * 60 + b"\n" * 300_000, b"x-uuencode"),
    "no uuencoding": lambda: encoded(b"begin 644 x\n" * 100_000, b"uuencode"),
    "encoded page": lambda: encoded(base64.encodebytes(b"<div>" * 200_000), b"base64", b"text/html"),
    "UTF-7": lambda: plain(b"+" + b"AAA" * 100_000, b"Content-Type: text/plain; charset=utf-7\r\n"),
    "UTF-16 halves": lambda: plain(b"\xd8\x00" * 100_000, b"Content-Type: text/plain; charset=utf-16-be\r\n"),
    "UTF-32": lambda: plain(b"\x00\x11\x00\x00" * 60_000, b"Content-Type: text/plain; charset=utf-32-be\r\n"),
    "ISO-2022": lambda: plain(b"\x1b$B" * 80_000, b"Content-Type: text/plain; charset=iso-2022-jp-ext\r\n"),
    "HZ": lambda: plain(b"~{" * 100_000, b"Content-Type: text/plain; charset=hz\r\n"),
    "surrogates": lambda: b"Subject: \xed\xa0\x80\xff\xfe\r\nFrom: \xff <\xff@\xff>\r\n\r\n" + b"\xed\xa0\x80" * 100_000,
    "dots and slashes": lambda: plain(b"http://" + b"a.b/" * 250_000),
    "schemes": lambda: plain(b"http://" * 150_000),
    "www": lambda: plain(b"www." * 250_000),
    "h and w": lambda: plain(b"hwHW" * 250_000 + b" ://"),
    "closing brackets after a link": lambda: plain((b"http://x" + b")" * 2000 + b" ") * 100),
    "many links": lambda: plain(b"".join(b"http://h%d.example/ " % n for n in range(50_000))),
    "currency": lambda: plain(b"0 " * 8_000 + "€ €  €".encode() * 2_000),
    "user names in a link": lambda: plain((b"http://" + b"a:1@" * 500 + b" ") * 200),
    "dots in a path": lambda: plain((b"http://x.example/" + b".aaaaa" * 340 + b" ") * 200),
    "host of hyphens": lambda: page((b'<a href="http://e.example">' + b"-." * 60 + b"</a>") * 300),
    "attachment names": lambda: mixed(*[part(b"x", b"Content-Disposition: attachment; filename=" + b"a." * 1500 + b"\r\n")] * 150),
    "international host": lambda: plain(b"".join(b"http://xn--" + b"a%d" % n * 20 + b".example/ " for n in range(150))),
    "unicode host": lambda: plain(("http://" + "ü" * 250 + ".example/ ").encode() * 150),
    **{
        f"charset {name[:20].decode()}": (lambda name=name: charset(name))  # type: ignore[misc]
        for name in (
            b"idna",
            b"punycode",
            b"rot13",
            b"hex",
            b"zlib",
            b"bz2",
            b"unicode_escape",
            b"raw_unicode_escape",
            b"undefined",
            b"mbcs",
        )
    },
    "charset of 10 KB": lambda: charset(b"utf" * 3400),
    "charset of a path": lambda: charset(b"../../etc/passwd"),
}
"""By name, how to build each."""
