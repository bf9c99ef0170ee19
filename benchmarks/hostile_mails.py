"""Large and hostile mails, what each costs the judge, and what it costs Python's `email`: the second table of `peers.py`.

Each has the 25 MB that a mail server commonly takes, and a hundredth of it: of a mail within `limits.TEXT_BYTES` the judge decodes
all, of a longer one only `limits.PART_BYTES` a part, so that the shorter may be the dearer. All are written here, by code: nothing
is anybody's mail. They are built one at a time, for their size.
"""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable

from judging import PARSER, seconds

from filter.judge.judge import Judge
from filter.judge.mail import Mail

MB = 1_000_000
LARGE, SMALL = 25 * MB, 250_000
TOP = b"From: Eve <eve@evil.example>\r\nTo: bob@corp.example\r\nSubject: offer\r\nMIME-Version: 1.0\r\n"
PROSE = b"Please look at the invoice of 4 May and tell me when the payment of 1,200 EUR will be made.\r\n"


def filled(unit: bytes, size: int) -> bytes:
    """As many whole units as `size` octets hold."""
    return unit * (size // len(unit))


def one(body: bytes, kind: bytes = b"text/plain; charset=utf-8", encoding: bytes = b"8bit") -> bytes:
    """A mail of one part."""
    return TOP + b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: " + encoding + b"\r\n\r\n" + body


def page(body: bytes) -> bytes:
    """A mail of one HTML part."""
    return one(body, b"text/html; charset=utf-8")


def mixed(*parts: bytes, end: bytes = b"--b--\r\n") -> bytes:
    """A multipart of whole parts, their fields included; without `end` nothing closes it."""
    return TOP + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + end


def part(body: bytes, fields: bytes = b"Content-Type: text/plain\r\n") -> bytes:
    """A part of a multipart."""
    return fields + b"\r\n" + body


def nested(depth: int, inner: bytes, closed: bool = True) -> bytes:
    """Multiparts inside one another, `inner` in the deepest."""
    names = [b"n%d" % level for level in range(depth)]
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=" + name + b"\r\n\r\n--" + name + b"\r\n" for name in names)
    ends = b"".join(b"\r\n--" + name + b"--" for name in reversed(names)) if closed else b""
    return TOP + opened + part(inner) + ends + b"\r\n"


def attached(size: int) -> bytes:
    """A short text and an attachment in base64 whose mail has about `size` octets."""
    fields = b"Content-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n"
    return mixed(part(PROSE), part(base64.encodebytes(filled(b"%PDF-1.7 \x00\xff", size * 73 // 100)), fields))


def links(count: int) -> bytes:
    """Lines of a link each, no two of them to one host."""
    return b"".join(b"http://h%d.example/%d?q=%d\r\n" % (n, n, n) for n in range(count))


SIZED: dict[str, Callable[[int], bytes]] = {
    "text": lambda size: one(filled(PROSE, size)),
    "text in one line": lambda size: one(filled(PROSE[:-2] + b" ", size)),
    "one word": lambda size: one(filled(b"a", size)),
    "NUL octets": lambda size: one(filled(b"\x00", size)),
    "base64 attachment": attached,
    "base64 text": lambda size: one(base64.encodebytes(filled(PROSE, size * 73 // 100)), encoding=b"base64"),
    "base64 page of tags": lambda size: one(base64.encodebytes(filled(b"<b>a</b>", size * 73 // 100)), b"text/html", b"base64"),
    "quoted-printable, every octet": lambda size: one(filled(b"=C3=BC" * 12 + b"=\r\n", size), encoding=b"quoted-printable"),
    "quoted-printable text": lambda size: one(
        quopri.encodestring(filled("für Grüße zählen\r\n".encode(), size // 2)), encoding=b"quoted-printable"
    ),
    "soft line breaks": lambda size: one(filled(b"=\r\n", size), encoding=b"quoted-printable"),
    "page of many tags": lambda size: page(filled(b'<p class="a"><b>pay</b> <a href="http://h.example/x">now</a></p>\r\n', size)),
    "deeply nested page": lambda size: page(filled(b"<div>", size)),
    "deeply nested tables": lambda size: page(filled(b"<table><tr><td>", size)),
    "formatting never closed": lambda size: page(filled(b"<b><i><u><a href=x><font>", size)),
    "formatting in paragraphs": lambda size: page(b"".join(b"<p><font id=%d>" % n for n in range(size // 19))),
    "formatting around blocks": lambda size: page(
        b"".join(b"<b id=%d>" % n for n in range(2_300)) + b"<i>" * 2_300 + filled(b"</b>", size)
    ),
    "rulers inside spans": lambda size: page(b"<span>" * 3_500 + filled(b"<hr>", size)),
    "five nested pages": lambda size: mixed(*[part(filled(b"<div>", size // 5), b"Content-Type: text/html\r\n")] * 5),
    "links inside links": lambda size: page(b"<object><a href=http://h.example>" * 150 + filled(b"long text ", size)),
    "misnested formatting": lambda size: page(filled(b"<b><p><i></b></p>", size)),
    "one tag of attributes": lambda size: page(b"<a " + filled(b"abc=defg ", size) + b">x</a>"),
    "less-than signs": lambda size: page(filled(b"<", size)),
    "comments never closed": lambda size: page(filled(b"<!--", size)),
    "entities": lambda size: page(filled(b"&CounterClockwiseContourIntegral;", size)),
    "hidden text": lambda size: page(filled(b'<p style="display:none">hide</p>', size)),
    "one style sheet": lambda size: page(b"<style>" + filled(b".a{color:red}", size) + b"</style>"),
    "1,000 multiparts nested around a text": lambda size: nested(1_000, filled(PROSE, size)),
    "1,000 messages nested around a text": lambda size: TOP + b"Content-Type: message/rfc822\r\n\r\n" * 1_000 + part(filled(PROSE, size)),
    "1,000 boundaries never closed": lambda size: nested(1_000, filled(PROSE, size), closed=False),
    "multiparts nested around line ends": lambda size: nested(15, filled(b"\n-", size)),
    "multiparts nested around dashes": lambda size: nested(15, filled(b"\n--", size)),
    "delivery status of line ends": lambda size: TOP + b"Content-Type: message/delivery-status\r\n\r\n" + filled(b"a\r\n", size),
    "part headers of line ends": lambda size: mixed(*[b"X-Trace: " + b"a" * 5_000 + filled(b"\n\ra", size // 100)] * 100),
    "multipart never closed": lambda size: mixed(part(PROSE), part(filled(PROSE, size)), end=b""),
    "boundary lines": lambda size: mixed(filled(b"--b\r\n", size)),
    "lines that begin as a boundary": lambda size: mixed(part(filled(b"--bx\r\n", size))),
    "lines of dashes, an attachment": lambda size: mixed(part(filled(b"--\r\n", size), b"Content-Type: image/png\r\n"), part(PROSE)),
    "one header": lambda size: b"X-Trace: " + filled(b"a", size) + b"\r\n" + one(PROSE),
    "one header, folded": lambda size: b"X-Trace: a" + filled(b"\r\n b", size) + b"\r\n" + one(PROSE),
    "subject of encoded words": lambda size: b"Subject: " + filled(b"=?utf-8?b?w7w=?= ", size) + b"\r\n" + one(PROSE),
    "recipients": lambda size: b"Cc: " + filled(b"bob@corp.example, ", size) + b"\r\n" + one(PROSE),
    "Content-Type of semicolons": lambda size: TOP + b"Content-Type: text/plain" + filled(b";a=b", size) + b"\r\n\r\n" + PROSE,
    "header block never ended": lambda size: TOP + filled(b"no colon here\r\n", size),
    "empty lines": lambda size: one(filled(b"\r\n", size)),
    "lines of one letter": lambda size: one(filled(b"a\r\n", size)),
    "bare LF": lambda size: one(filled(b"a\n", size)),
    "bare CR": lambda size: one(filled(b"a\r", size)),
    "bare CR in a multipart": lambda size: mixed(part(filled(b"a\r", size)), part(PROSE)),
    "CRLF and a bare CR": lambda size: mixed(part(filled(b"\r\n", size) + b"\r"), part(PROSE)),
    "base64 of line ends": lambda size: one(filled(b"\r\n", size), b"image/png", b"base64"),
    "no LF at all": lambda size: filled(one(PROSE).replace(b"\n", b""), size),
    "links": lambda size: one(links(size // 40)),
    "links in a page": lambda size: page(b"".join(b'<a href="http://h%d.example/">x</a>\r\n' % n for n in range(size // 41))),
    "one link": lambda size: one(b"http://h.example/" + filled(b"a/", size)),
    "link of dots": lambda size: one(b"http://" + filled(b"a.", size)),
    "schemes without a host": lambda size: one(filled(b"http://", size)),
    "at signs": lambda size: one(filled(b"a@", size)),
    "zero-width spaces": lambda size: one(filled("a\u200b".encode(), size)),
    "zero-width spaces alone": lambda size: one(filled("\u200b".encode(), size)),
    "combining marks": lambda size: one(b"a" + filled("\u0315\u0300\u05b0".encode(), size)),
    "look-alike letters": lambda size: one(filled("раура1 ".encode(), size)),  # noqa: RUF001  (Cyrillic on purpose)
    "letters that grow": lambda size: one(filled("\ufdfa".encode(), size)),
    "octets that are no UTF-8": lambda size: one(filled(b"\xff\xfe", size)),
    "UTF-7": lambda size: one(b"+" + filled(b"AAA", size), b"text/plain; charset=utf-7"),
    "ISO-2022-JP escapes": lambda size: one(filled(b"\x1b$B\x1b(B", size), b"text/plain; charset=iso-2022-jp"),
}
"""By name, how to build each of about so many octets."""

COUNTED: dict[str, Callable[[], bytes]] = {
    "10,000 parts": lambda: mixed(*[part(PROSE)] * 10_000),
    "10,000 parts of 2,500 octets": lambda: mixed(*[part(PROSE * 27)] * 10_000),
    "10,000 attachments": lambda: mixed(*[part(PROSE, b"Content-Disposition: attachment; filename=a.exe\r\n")] * 10_000),
    "100 extended parameters of semicolons": lambda: mixed(
        *[part(PROSE, b'Content-Disposition: attachment; filename*="' + b"a;" * 1_900 + b'"\r\n')] * 100
    ),
    "500,000 empty parts": lambda: mixed(*[b""] * 500_000),
    "1,000 multiparts nested": lambda: nested(1_000, PROSE),
    "100,000 header lines": lambda: b"".join(b"X-H%d: v\r\n" % n for n in range(100_000)) + one(PROSE),
    "2,000,000 header lines": lambda: b"X-Trace: v\r\n" * 2_000_000 + one(PROSE),
}
"""Those whose size is what their parts or lines come to."""


def print_table(judge: Judge) -> None:
    """A line a mail: milliseconds of the worst of three judgements, and of one parse."""
    print("| hostile mail | MB | Sievert ms | `email` ms | at 250 KB: Sievert ms | `email` ms |\n|---|--:|--:|--:|--:|--:|")
    for name, build in COUNTED.items():
        print(f"| {name} | {_cost(judge, build())} | | |", flush=True)
    for name, sized in SIZED.items():
        print(f"| {name} | {_cost(judge, sized(LARGE))} | {_cost(judge, sized(SMALL)).partition(' | ')[2]} |", flush=True)


def _cost(judge: Judge, content: bytes) -> str:
    """Size, the judge's milliseconds and those of `email`, or the error by which it gives up."""
    mail = Mail(content)
    worst = max(seconds(lambda: judge.judge(mail)) for _ in range(3))
    try:
        parsed = f"{seconds(lambda: PARSER.parsebytes(content)) * 1e3:,.1f}"
    except RecursionError:
        parsed = "RecursionError"
    return f"{len(content) / MB:.2f} | {worst * 1e3:,.1f} | {parsed}"
