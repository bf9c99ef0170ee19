from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge import limits
from filter.judge.correspondents import Correspondents, addresses, correspondents, header
from filter.judge.mail import Envelope, Mail
from filter.judge.parse import parse

MAIL = (
    b'From: "Lorre, P\xc3\xada" <Pia@Mail.Supplier.co.uk>\r\nTo: bob@acme.example, Eve <EVE@acme.example>\r\nCc: ole@x.example\r\n'
    b"Message-ID: <M1@Supplier>\r\nIn-Reply-To: <o2@acme>\r\nReferences: <o1@acme> <o2@acme>\r\n <o3@acme>\r\nDate: today\r\n\r\nHello\r\n"
)

LINES = st.sampled_from(
    [
        b"From: a@b.example",
        b"From: X <c@d.example>",
        b"To: e@f.example",
        b"Cc: g@h.example,",
        b" i@j.example",
        b"",
        b"text",
        b"\tTo: x@y.example",
        b"Content-Type: multipart/mixed; boundary=x",
        b"--x",
        b"From x",
        b"Content-Type: text/html",
        b"X: " + b"x" * 20_000,
    ]
)


def of(*lines: str) -> Correspondents:
    return correspondents(Mail("\r\n".join((*lines, "", "Hello")).encode()))


def test_who_is_in_a_mail() -> None:
    """Addresses in lower case, the registrable domain, the name's words in plain letters and in order, the ids as they stand."""
    assert correspondents(Mail(MAIL)) == Correspondents(
        address="pia@mail.supplier.co.uk",
        domain="supplier.co.uk",
        name="lorre pia",
        recipients=("bob@acme.example", "eve@acme.example", "ole@x.example"),
        answers=("o2@acme", "o3@acme", "o1@acme"),
        message_id="M1@Supplier",
        identity="M1@Supplier today",
    )


def test_the_envelope_knows_better() -> None:
    """Its recipients are those it goes to, whatever the header says; without any the header's count."""
    envelope = Envelope(recipients=("Cal@ACME.example", "cal@acme.example"))
    assert correspondents(Mail(MAIL, envelope)).recipients == ("cal@acme.example",)
    assert correspondents(Mail(MAIL, Envelope())) == correspondents(Mail(MAIL))


def test_nobody() -> None:
    """A mail that names nobody has no correspondents, and is itself by its content."""
    assert of("Subject: x")[:6] == Correspondents()[:6]
    assert of("Subject: x").identity == of("Subject: x").identity != of("Subject: y").identity
    assert of("From: undisclosed").address == of("From: <@b.example>").address == of("From: <a@>").address == ""


@pytest.mark.parametrize("name", ["pia@supplier.example", "Pia (pia@supplier.example)", "=?utf-8?q?pia=40x=2Eexample?="])
def test_an_address_is_no_name(name: str) -> None:
    """A display name that holds an address is not remembered as a name."""
    assert of(f'From: "{name}" <desk@gmail.com>').name == ""


@pytest.mark.parametrize(
    "line",
    [
        "Auto-Submitted: Auto-Replied",
        "Auto-Submitted: =?utf-8?q?auto-replied?=",
        "Precedence: Bulk",
        "Content-Type: Multipart/Report; boundary=x",
        "X-Autoreply: yes",
        "Return-Path: <>",
    ],
)
def test_what_machines_write(line: str) -> None:
    """A mail that says so was written by no person; Auto-Submitted: no says the opposite."""
    assert of("From: a@b.example", line).automatic
    assert not of("From: a@b.example", "Auto-Submitted: no", "Precedence: normal").automatic


def test_all_is_bounded() -> None:
    """Recipients, answers and the length of an id have limits; the parent and the end of a thread are what is kept."""
    thread = " ".join(f"<{number}@x>" for number in range(100))
    who = of("From: a@b.example", f"To: {', '.join(f'u{n}@x.example' for n in range(200))}", "In-Reply-To: <p@x>", f"References: {thread}")
    assert len(who.recipients) == limits.ADDRESSES
    assert who.answers == ("p@x", *(f"{number}@x" for number in range(99, 100 - limits.ANSWERS, -1)))
    assert of("Message-ID: <" + "x" * 251 + ">").message_id == ""
    assert len(addresses(f"u{number}@x.example" for number in range(10**9))) == limits.ADDRESSES
    assert addresses(["postmaster"]) == ()


def test_only_the_header_block_is_read() -> None:
    """Of a mail of many megabytes no more than its header is handed on."""
    huge = MAIL + b"text\r\n" * 1_000_000
    assert header(huge).text == ""
    assert header(huge).sender == parse(MAIL).sender


@given(st.lists(LINES, max_size=14), st.sampled_from([b"\r\n", b"\n", b"\r"]))
def test_it_says_what_the_parser_says(lines: list[bytes], newline: bytes) -> None:
    """Sender, recipients and every header field are those of the whole mail, however it is built or broken."""
    content = newline.join(lines)
    head, whole = header(content), parse(content)
    assert (head.headers, head.sender, head.recipients) == (whole.headers, whole.sender, whole.recipients)
