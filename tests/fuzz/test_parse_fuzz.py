"""Any octets at all, and mail that looks real until somebody turned it over: judged without an error, in time, and alike each time."""

from __future__ import annotations

from time import perf_counter

from hostile import TOP
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from weights import random_judge

import filter.demo
from filter.judge import limits
from filter.judge.mail import Mail, Message
from filter.judge.parse import parse

SECONDS = 1.0

FRAGMENTS = (
    b"\r\n", b"\n", b"\r", b" ", b"\t", b"\x00", b":", b";", b"=", b'"', b"--b", b"--b--", b"--b\r\n", b"--\r\n", b"\r\n\r\n",
    b"=?utf-8?Q?=C3=BC?=", b"=?", b"?=", b"Content-Type: text/html\r\n", b"Content-Type: multipart/mixed; boundary=b\r\n",
    b"Content-Type: message/rfc822\r\n", b"Content-Type: multipart/alternative; boundary*0=b\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Type: text/plain; charset=",
    b"Content-Transfer-Encoding: quoted-printable\r\n", b"Content-Transfer-Encoding: x-uuencode\r\n",
    b"Content-Disposition: attachment; filename*=", b"From: ", b"To: a@b.example, ", b"Reply-To: <", b"Subject: ",
    b"From x\r\n", b"utf-7", b"utf-16", b"idna", b"begin 644 x\r\n", b"QUJD", b"=3D", b"=\r\n", b"<a href='http://", b"</a>",
    b"<p style='display:none'>", b"<span style='font-size:0'>", b"<base href='//", b"<!--", b"-->", b"<table>", b"<svg>",
    b"<form action=", b"&#x", b"&amp;", b"http://www.", b"xn--", b".example/", b"\xff\xfe", b"\xed\xa0\x80",
    "ﷺ\u200b\u0301\u202e".encode(), b"$5",
)  # fmt: skip
ASSEMBLED = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=8)), max_size=60).map(b"".join)
HEADED = ASSEMBLED.map(lambda body: TOP + body)


@st.composite
def turned_over(draw: st.DrawFn) -> bytes:
    """A mail of the demo with pieces cut out, doubled, moved or replaced."""
    content = draw(st.sampled_from([mail.content for mail in filter.demo.mails()]))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 400)))
        put = draw(st.one_of(st.just(b""), st.just(content[start:end] * 2), st.sampled_from(FRAGMENTS), st.binary(max_size=6)))
        content = content[:start] + put + content[end:]
    return content


def within_limits(message: Message) -> bool:
    """Whether nothing is longer than its limit."""
    return (
        len(message.headers) <= limits.HEADERS
        and len(message.text) <= limits.TEXT_CHARS
        and len(message.hidden) <= limits.TEXT_CHARS
        and len(message.links) <= limits.LINKS
        and all(len(link.url) <= limits.URL_CHARS + len("http://") for link in message.links)
        and len(message.attachments) <= limits.ATTACHMENTS
        and len(message.recipients) <= limits.ADDRESSES
    )


def check(content: bytes) -> None:
    start = perf_counter()
    verdict = random_judge().judge(Mail(content))
    assert perf_counter() - start < SECONDS
    assert verdict == random_judge().judge(Mail(content))
    assert abs(verdict.score) < 1e6
    for threat in ("spam", "phish", "bec"):
        named = sum(reason.weight for reason in verdict.reasons_for(threat))
        assert abs(named + verdict.rest.of(threat) - verdict.log_odds.of(threat)) < 1e-9
    for reason in verdict.reasons:
        reason.evidence.encode("utf-8")
    assert within_limits(parse(content))


FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@FEW
@given(st.binary(max_size=2000))
def test_any_octets(content: bytes) -> None:
    """Any octets are judged: no error, in bounded time, the same verdict again, reasons that sum up and can be printed."""
    check(content)


@FEW
@given(st.one_of(ASSEMBLED, HEADED))
def test_pieces_of_mail(content: bytes) -> None:
    """So are pieces of mail in any order."""
    check(content)


@FEW
@given(turned_over())
def test_mail_turned_over(content: bytes) -> None:
    """So is mail that was sane before somebody cut it up."""
    check(content)


@settings(FEW, max_examples=40)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4).map(b"".join), st.integers(1, 200_000), ASSEMBLED)
def test_the_same_again_and_again(unit: bytes, length: int, head: bytes) -> None:
    """Nothing that is repeated for long makes the judge slow."""
    check(TOP + head + unit * (length // len(unit)))
