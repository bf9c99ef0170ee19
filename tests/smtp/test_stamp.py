from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime

import pytest
from actors import HAM, HELD, MESSAGE, TAGGED, verdict
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Reason, Verdict
from filter.smtp.stamp import header_octets, hops, stamp, unforged

WHEN = datetime(2025, 1, 1, 12, 30, 15, tzinfo=UTC)
ENVELOPE = Envelope("192.0.2.7", "client.test", "ann@example.org", ("bob@example.net",))
DELIVER = Disposition(Action.DELIVER, "")


def stamped(content: bytes = MESSAGE, judged: Verdict | None = None, to: Disposition = DELIVER, envelope: Envelope = ENVELOPE) -> bytes:
    return stamp(Mail(content, envelope), judged or verdict(), to, "relay.test", WHEN)


def test_the_whole_stamp() -> None:
    """The stamp is this, to the octet, and the content follows to the octet."""
    judged = verdict(HAM, (Reason("spam", "text", "free", 1.5), Reason("phish", "text", "bank", 9.0), Reason("spam", "rule", "R1", 1)))
    expected = (
        "Received: from client.test ([192.0.2.7])\r\n"
        "\tby relay.test (Sievert) with ESMTP\r\n"
        "\tid 0000000000000000\r\n"
        "\tfor <bob@example.net>;\r\n"
        "\tWed, 01 Jan 2025 12:30:15 +0000\r\n"
        "X-Sievert-Id: 0000000000000000\r\n"
        "X-Sievert-Verdict: deliver; score=-3.214;\r\n"
        "\tspam=0.0100 phish=0.0012 bec=0.0001;\r\n"
        "\tcause=none;\r\n"
        "\tmodel=default-1;\r\n"
        "\trulebook=rules-1\r\n"
        "X-Sievert-Score: -3.214\r\n"
        "X-Sievert-Reasons:\r\n"
        '\ttext "free" +1.50;\r\n'
        '\trule "R1" +1.00\r\n'
        "X-Spam-Score: -3.214\r\n"
    )
    assert stamped(judged=judged) == expected.encode() + MESSAGE


@pytest.mark.parametrize("action", [Action.TAG, Action.QUARANTINE, Action.REJECT])
def test_tagged_or_worse_is_flagged(action: Action) -> None:
    """X-Spam-Flag: YES stands on everything tagged or worse (a released message too), and the cause with it."""
    out = email.message_from_bytes(stamped(judged=verdict(TAGGED), to=Disposition(action, "spam")))
    assert out["X-Spam-Flag"] == "YES"
    assert "cause=spam" in out["X-Sievert-Verdict"]


def test_delivered_is_not_flagged() -> None:
    """Mail below every threshold has no X-Spam-Flag at all."""
    assert b"X-Spam-Flag" not in stamped(judged=verdict(HELD))


def test_received_of_several_recipients_names_none() -> None:
    """With more than one recipient the others must not learn of it (RFC 5321 7.2)."""
    assert b"bob@" not in stamped(b"\r\nx", envelope=Envelope("192.0.2.7", "h", "a@b", ("bob@example.net", "eve@example.net")))


def test_received_of_an_ipv6_client() -> None:
    """An IPv6 address is tagged (RFC 5321 4.1.3)."""
    assert b"([IPv6:2001:db8::1])" in stamped(envelope=Envelope("2001:db8::1", "h", "a@b", ("c@d",)))


@pytest.mark.parametrize("helo", ["a\r\nX-Spam-Flag: NO", "(((", "é", "", "x" * 5000])
def test_a_client_cannot_write_headers_by_its_name(helo: str) -> None:
    """The name a client gives itself adds no line, no comment and no endless field."""
    out = stamped(b"\r\n", envelope=Envelope("192.0.2.7", helo, "a@b", ("c@d",)))
    first = out.split(b"\r\n")[0]
    assert first.startswith(b"Received: from ")
    assert first.count(b"(") == 1
    assert len(first) < 300
    assert email.message_from_bytes(out).keys().count("X-Spam-Flag") == 0


@given(st.text(max_size=100), st.sampled_from(["text", "subject", "structure", "rule"]))
def test_evidence_is_printable_and_narrow(evidence: str, kind: str) -> None:
    """Whatever the evidence is, the stamp is printable ASCII, under 78 columns, and has not one line more."""
    reasons = (Reason("spam", kind, evidence, -1234.5),) * 7
    front = stamped(judged=verdict(HAM, reasons))[: -len(MESSAGE)]
    lines = front.decode("ascii").split("\r\n")
    assert all(len(line) < 78 and line.replace("\t", "").isprintable() for line in lines)
    assert len(lines) == len(stamped(judged=verdict(HAM, (Reason("spam", kind, "x", 1.0),) * 5))[: -len(MESSAGE)].split(b"\r\n"))


def test_evidence_is_escaped() -> None:
    """CR, LF, quotes, backslashes and other scripts show as escapes."""
    out = stamped(judged=verdict(HAM, (Reason("spam", "text", 'a\r\n"\\é', 1.0),)))
    assert rb'text "a\r\n\x22\\\xe9" +1.00' in out


FORGED = (
    b"X-Spam-Flag: NO\r\n",
    b"x-spam-score : -99\r\n",
    b"X-SIEVERT-Verdict: deliver;\r\n\tscore=-99;\r\n  more\r\n",
    b"X-Sievert-\xff: 8 bit\r\n",
    b"X-Sievert-Anything:\r\n \r\n",
)
HONEST = (
    b"From: ann@example.org\r\n",
    b"Subject: X-Spam-Flag: NO\r\n",
    b"To: a,\r\n X-Spam-Flag: NO\r\n",
    b"X-Spam-Flagged: other\r\n",
    b"X-Spam-Status: No\r\n",
    b"\xff\xfe: \x80\r\n",
    b"no header at all\r\n",
)


@given(st.lists(st.sampled_from(FORGED + HONEST)), st.binary(max_size=60), st.booleans())
def test_forgeries_go_and_nothing_else(fields: list[bytes], body: bytes, ended: bool) -> None:
    """Without the forged fields, folded lines and all, the header block and the whole body are the inbound octets."""
    behind = b"\r\n" + body + b"\r\nX-Spam-Flag: NO\r\n" if ended else b""
    kept = b"".join(field for field in fields if field in HONEST) + behind
    content = b"".join(fields) + behind
    assert unforged(content) == kept
    assert stamped(content).endswith(b"\r\n" + kept)


@given(st.binary(max_size=300))
def test_octets_without_forgeries_stay(content: bytes) -> None:
    """Content in which our names do not occur is never touched."""
    if b"x-s" not in content.lower():
        assert unforged(content) == content


@pytest.mark.parametrize("first", [b" folded\r\n", b"\tX-Spam-Flag: NO\r\n", b"X-Spam-Flag: NO\r\n\tx\r\n more\r\n"])
def test_content_that_begins_folded_continues_none_of_our_headers(first: bytes) -> None:
    """White space at the start of the content extends a header that says so, and no score or verdict."""
    out = email.message_from_bytes(stamped(first + b"Subject: x\r\n\r\n"))
    assert out["X-Spam-Score"] == "-3.214"
    assert out["Subject"] == "x"


def test_a_header_block_without_an_end() -> None:
    """Content without an empty line is all header, and content that begins with one has none."""
    assert header_octets(b"A: b\r\nC: d") == 10
    assert header_octets(b"\r\nA: b\r\n") == 0
    assert header_octets(b"A: b\n\nbody\r\n\r\n") == 5


def test_hops_are_counted_in_the_header_block() -> None:
    """Received fields count whatever their case; folded lines and the body do not."""
    assert hops(b"Received: a\r\n Received: b\r\nRECEIVED : c\r\n\r\nReceived: d\r\n") == 2
