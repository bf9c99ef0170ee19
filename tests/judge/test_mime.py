from __future__ import annotations

import base64
import email
import re
from email import policy
from email.message import EmailMessage
from email.message import Message as Foreign

import pytest
from hostile import encoded, mixed, nested, part, plain
from hypothesis import given
from hypothesis import strategies as st

import filter.demo
from filter.judge import mime as module
from filter.judge.mime import Part, read

ENCODINGS = st.sampled_from(["7bit", "8bit", "base64", "quoted-printable"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=60).map(str.strip)


def leaves(one: Part) -> list[Part]:
    return [one] if one.parts is None else [leaf for inner in one.parts for leaf in leaves(inner)]


def payloads(content: bytes) -> list[bytes]:
    return [leaf.payload(10**9) for leaf in leaves(read(content))]


def foreign_leaves(one: Foreign[str, str]) -> list[Foreign[str, str]]:
    inner = one.get_payload()
    return [leaf for child in inner for leaf in foreign_leaves(child)] if isinstance(inner, list) else [one]  # type: ignore[arg-type]


@pytest.mark.parametrize("mail", filter.demo.mails(), ids=lambda mail: mail.name)
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_agrees_with_email_on_real_mail(mail: filter.demo.DemoMail, line_end: bytes) -> None:
    """Fields, kinds, names and payloads are those that Python's own package finds, whatever ends the lines."""
    content = mail.content.replace(b"\r\n", b"\n").replace(b"\n", line_end)
    ours, theirs = read(content), email.message_from_bytes(content, policy=policy.compat32)
    assert [(name, value) for name, value in ours.headers] == [(name.lower(), str(value)) for name, value in theirs.raw_items()]
    for one, other in zip(leaves(ours), foreign_leaves(theirs), strict=True):
        assert (one.kind, one.charset, one.filename) == (
            other.get_content_type(),
            other.get_content_charset() and str(other.get_param("charset")),
            other.get_filename() or "",
        )
        assert one.payload(10**9).rstrip() == bytes(other.get_payload(decode=True) or b"").rstrip()


@given(st.lists(st.tuples(TEXTS, ENCODINGS), min_size=1, max_size=4), TEXTS)
def test_reads_what_email_wrote(parts: list[tuple[str, str]], subject: str) -> None:
    """Every part of a message that Python's own package composed comes out as it went in."""
    message = EmailMessage()
    message["Subject"] = subject
    message.make_mixed()
    for text, encoding in parts:
        if encoding == "7bit" and not text.isascii():
            encoding = "8bit"  # noqa: PLW2901  (what it has to be)
        message.add_attachment(text.encode(), "application", "octet-stream", cte="base64" if encoding == "8bit" else encoding)
    assert [payload.rstrip(b"\r\n") for payload in payloads(message.as_bytes())] == [text.encode() for text, _ in parts]


@pytest.mark.parametrize(
    ("content", "headers", "body"),
    [
        (b"A: b\n\nc", [("a", "b")], b"c"),
        (b"A: b\r\n c\r\nD:\r\n\r\ne", [("a", "b\r\n c"), ("d", "")], b"e"),
        (b"A: b\rC: d\r\re", [("a", "b"), ("c", "d")], b"e"),
        (b"From x\nA: b\n\nc", [("a", "b")], b"c"),
        (b"A: b\nFrom x\nC: d\n\ne", [("a", "b"), ("c", "d")], b"e"),
        (b" fold\nA: b\n\nc", [("a", "b")], b"c"),
        (b": x\nA: b\n\nc", [("a", "b")], b"c"),
        (b"\nA: b\n\nc", [], b"A: b\n\nc"),
        (b"A: b", [("a", "b")], b""),
        (b"", [], b""),
        (b"\xff: b\n\nc", [], b"\xff: b\n\nc"),
    ],
)
def test_header_blocks(content: bytes, headers: list[tuple[str, str]], body: bytes) -> None:
    """The header block ends at the blank line, whatever ends lines, and junk in it is passed over."""
    root = read(content)
    assert list(root.headers) == headers
    assert root.content[root.start : root.end] == body


@given(st.lists(st.sampled_from([b"\n", b"\r", b"x"]), max_size=12).map(b"".join), st.integers(0, 3))
def test_the_body_of_a_cut_header_block(content: bytes, start: int) -> None:
    """Past the bound of a header block its body begins behind the first blank line, whatever ends lines; without one there is no body."""
    blank = re.compile(rb"\n\r?\n").search(content, start)
    assert module._after_blank_line(content, start, len(content)) == (blank.end() if blank else len(content))


@pytest.mark.parametrize(
    ("content", "defect"),
    [
        (b"A: b\nno field\n", "no blank line after the headers"),
        (plain(b"x", b"Content-Type: multipart/mixed\r\n"), "no boundary named"),
        (plain(b"x", b"Content-Type: multipart/mixed; boundary=b\r\n"), "no boundary found"),
        (mixed(part(b"x")).replace(b"--b--", b""), "no closing boundary"),
        (mixed(part(b"x")).replace(b"MIME-Version", b"Content-Transfer-Encoding: base64\r\nX"), "encoded multipart"),
        (nested(40, b""), "nested too deep"),
    ],
)
def test_defects_are_named(content: bytes, defect: str) -> None:
    """What is broken is named on the part that is."""

    def found(one: Part) -> tuple[str, ...]:
        return one.defects + tuple(name for inner in one.parts or () for name in found(inner))

    assert defect in found(read(content))


@pytest.mark.parametrize(
    ("value", "boundary"),
    [
        ("b", "b"),
        ('"b"', "b"),
        ('"a; c"', "a; c"),
        ('"a\\"c"', 'a"c'),
        ('"open', '"open'),
        ("b ; charset=x", "b"),
        ('"a\r\n b"', "a b"),
        ("'b'", "'b'"),
        ("b; boundary*=utf-8''%C3%BC", "b"),
    ],
)
def test_parameters(value: str, boundary: str) -> None:
    """A parameter ends at a semicolon outside quotes, and quotes are not part of it."""
    root = read(f"Content-Type: multipart/mixed; x=y; BOUNDARY={value}\r\n\r\n".encode())
    assert root.parameter("content-type", "boundary") == boundary
    assert root.parameter("content-type", "name") is None


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        (b"Content-Disposition: attachment; filename=a.pdf\r\nContent-Type: x/y; name=b.pdf", "a.pdf"),
        (b"Content-Type: x/y; name=b.pdf", "b.pdf"),
        (b"Content-Disposition: attachment; filename*=utf-8''gr%C3%BC%C3%9Fe.pdf", "grüße.pdf"),
        (b"Content-Disposition: attachment; filename*0=in; filename*1=voice.pdf", "invoice.pdf"),
        (b"Content-Disposition: attachment; filename*=rot13''a%FF", "aÿ"),
        (b"Content-Disposition: attachment; filename*=utf-7''a%2B2AA-", "a?"),
        (b"Content-Disposition: attachment", ""),
    ],
)
def test_filenames(fields: bytes, name: str) -> None:
    """The name to save it under, in the forms of RFC 2183, RFC 2045 and RFC 2231."""
    assert read(fields + b"\r\n\r\n").filename == name


@pytest.mark.parametrize(
    ("how", "body", "payload"),
    [
        (b"base64", b"YWJj\r\nZGVm", b"abcdef"),
        (b"BASE64 ", b"YWJjZGU", b"abcde"),
        (b"base64", b"YW!Jj", b"abc"),
        (b"base64", b"YWJjZ", b"abc"),
        (b"quoted-printable", b"a=3Db=\r\nc", b"a=bc"),
        (b"quoted-printable", b"a=ZZ=", b"a=ZZ"),
        (b"x-uuencode", b"begin 644 x\n#86)C\n`\nend\n", b"abc"),
        (b"x-uuencode", b"no such thing", b"no such thing"),
        (b"unheard-of", b"a", b"a"),
    ],
)
def test_payloads_are_decoded(how: bytes, body: bytes, payload: bytes) -> None:
    """A payload is decoded as far as a mail reader would, and else left as it is."""
    assert payloads(encoded(body, how)) == [payload]


@given(st.binary(max_size=300))
def test_the_size_of_base64_is_exact(octets: bytes) -> None:
    """The decoded length is known without decoding."""
    root = read(encoded(base64.encodebytes(octets), b"base64"))
    assert root.size == len(root.payload(10**6)) == len(octets)


@pytest.mark.parametrize("boundary", [b"boundary*0=b\r\n \xff\xfe", b"boundary*=utf-7''%2B2AA-", b"boundary=\xff", b'boundary="\xc3\xbc"'])
def test_strange_boundaries(boundary: bytes) -> None:
    """A boundary beyond ASCII is a defect at worst."""
    assert payloads(plain(b"--\xff\r\n\r\nx\r\n--\xff--", b"Content-Type: multipart/mixed; " + boundary + b"\r\n"))


def test_boundaries_that_begin_alike() -> None:
    """An inner boundary that begins like the outer one does not end the outer part."""
    inner = b'Content-Type: multipart/alternative; boundary="bb"\r\n\r\n--bb\r\n\r\none\r\n--bb\r\n\r\ntwo\r\n--bb--\r\n'
    assert payloads(mixed(inner, part(b"three"))) == [b"one", b"two", b"three"]


def test_what_lies_outside_the_boundaries_is_no_part() -> None:
    """Preamble and epilogue are not read, nor what stands between two delimiters that touch."""
    content = mixed(part(b"one")).replace(b"--b\r\n", b"before\r\n--b\r\n--b\r\n", 1) + b"after"
    assert payloads(content) == [b"one"]


def test_attached_messages_are_read() -> None:
    """An attached message's parts are parts, a digest's are messages, a delivery status' blocks are texts without any."""
    assert payloads(mixed(part(b"Subject: x\r\n\r\ninner", b"Content-Type: message/rfc822\r\n"))) == [b"inner"]
    digest = mixed(b"\r\nSubject: x\r\n\r\ninner").replace(b"multipart/mixed", b"multipart/digest")
    assert payloads(digest) == [b"inner"]
    status = plain(b"Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: y\r\n", b"Content-Type: message/delivery-status\r\n")
    assert payloads(status) == [b"", b""]
