from __future__ import annotations

import email
import email.policy
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import dkim
import pytest
from actors import HAM, HELD, MESSAGE, TAGGED, verdict
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Reason, Verdict
from filter.smtp.stamp import Stamped, Trace, header_octets, hops, stamp, stamp_unjudged, unforged

WHEN = datetime(2025, 1, 1, 12, 30, 15, tzinfo=UTC)
TRACE = Trace("client.test", "192.0.2.7", "ESMTP", "bob@example.net", "relay.test", WHEN)
DELIVER = Disposition(Action.DELIVER, "")


def stamped(
    content: bytes = MESSAGE, judged: Verdict | None = None, to: Disposition = DELIVER, trace: Trace = TRACE, *, tag: str = ""
) -> bytes:
    return stamp(content, judged or verdict(), to, trace, tag=tag).whole


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


def test_the_stamp_of_mail_that_was_not_judged() -> None:
    """It says so, and why, in place of a score, and forgeries go from it as well."""
    expected = (
        "Received: from client.test ([192.0.2.7])\r\n"
        "\tby relay.test (Sievert) with ESMTP\r\n"
        "\tid 0123456789abcdef\r\n"
        "\tfor <bob@example.net>;\r\n"
        "\tWed, 01 Jan 2025 12:30:15 +0000\r\n"
        "X-Sievert-Id: 0123456789abcdef\r\n"
        "X-Sievert-Verdict: unjudged; cause=deadline\r\n"
    )
    forged = b"X-Sievert-Verdict: deliver\r\nX-Spam-Score: -9\r\n"
    assert stamp_unjudged(forged + MESSAGE, "0123456789abcdef", "deadline", TRACE).whole == expected.encode() + MESSAGE


def test_what_was_observed() -> None:
    """The action that was not taken stands beside the one that was, and flags nothing."""
    out = email.message_from_bytes(stamp(MESSAGE, verdict(HELD), Disposition(Action.DELIVER, "spam"), TRACE, observed="quarantine").whole)
    assert out["X-Sievert-Verdict"].startswith("deliver; observed=quarantine; score=5.000;")
    assert "cause=spam" in out["X-Sievert-Verdict"]
    assert out["X-Spam-Flag"] is None


@pytest.mark.parametrize("action", [Action.TAG, Action.QUARANTINE, Action.REJECT])
def test_tagged_or_worse_is_flagged(action: Action) -> None:
    """X-Spam-Flag: YES stands on everything tagged or worse (a released message too), and the cause with it."""
    out = email.message_from_bytes(stamped(judged=verdict(TAGGED), to=Disposition(action, "group:spam")))
    assert out["X-Spam-Flag"] == "YES"
    assert "cause=group:spam" in out["X-Sievert-Verdict"]


def test_delivered_is_not_flagged() -> None:
    """Mail below every threshold has no X-Spam-Flag at all."""
    assert b"X-Spam-Flag" not in stamped(judged=verdict(HELD))


def test_content_is_never_copied() -> None:
    """What goes out is a front and the content itself, from where the front ends."""
    plain, forged = stamp(MESSAGE, verdict(), DELIVER, TRACE), b"X-Spam-Flag: NO\r\n" + MESSAGE
    assert plain.content is MESSAGE
    assert plain.start == 0
    changed = stamp(forged, verdict(), DELIVER, TRACE)
    assert changed.content is forged
    assert changed.start == header_octets(forged)
    assert changed.whole.endswith(b"\r\n" + MESSAGE)


@pytest.mark.parametrize(
    ("front", "content", "start", "ascii_only"),
    [(b"A", b"B", 0, True), (b"A\xff", b"B", 0, False), (b"A", b"B\xff", 0, False), (b"A", b"\xffB", 1, False)],
)
def test_what_needs_8bitmime(front: bytes, content: bytes, start: int, ascii_only: bool) -> None:
    """8-bit octets in front or content; those that the front replaces count too."""
    assert Stamped(front, content, start).isascii() is ascii_only
    assert Stamped(front, content, start).whole == front + content[start:]


# --- Received


@pytest.mark.parametrize("recipient", ["", "b\u00f6b@example.net"])
def test_received_that_names_no_recipient(recipient: str) -> None:
    """With several recipients the others must not learn of it (RFC 5321 7.2), and a header is ASCII."""
    assert b"\tid 0000000000000000;\r\n\tWed, " in stamped(b"\r\nx", trace=replace(TRACE, recipient=recipient))


def test_received_of_an_ipv6_client() -> None:
    """An IPv6 address is tagged (RFC 5321 4.1.3)."""
    assert b"([IPv6:2001:db8::1])" in stamped(trace=replace(TRACE, address="2001:db8::1"))


@pytest.mark.parametrize("protocol", ["SMTP", "ESMTPS", "LMTP", "UTF8SMTPS"])
def test_received_says_how_the_mail_came(protocol: str) -> None:
    """By the name that RFC 3848 has for it."""
    assert f"(Sievert) with {protocol}\r\n".encode() in stamped(trace=replace(TRACE, protocol=protocol))


def test_the_date_of_received() -> None:
    """RFC 5322 3.3, in the zone of the moment, whatever the fraction of its second."""
    moment = datetime(2025, 3, 30, 1, 2, 3, 999_999, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    assert b"\tSun, 30 Mar 2025 01:02:03 -0330\r\n" in stamped(trace=replace(TRACE, when=moment))


@pytest.mark.parametrize("helo", ["a\r\nX-Spam-Flag: NO", "(((", "é", "", "x" * 5000, "\x00", "a;b@c"])
def test_a_client_cannot_write_headers_by_its_name(helo: str) -> None:
    """The name a client gives itself adds no line, no comment and no endless field."""
    out = stamped(b"\r\n", trace=replace(TRACE, helo=helo))
    first = out.split(b"\r\n")[0]
    assert first.startswith(b"Received: from ")
    assert first.count(b"(") == 1
    assert len(first) < 300
    assert email.message_from_bytes(out).keys().count("X-Spam-Flag") == 0


# --- reasons, forgeries


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


# --- the subject's tag


@pytest.mark.parametrize(
    ("header", "subject"),
    [
        (b"Subject: Lunch\r\n", b"Subject: [SPAM] Lunch\r\n"),
        (b"SUBJECT :Lunch\r\n", b"SUBJECT :[SPAM] Lunch\r\n"),
        (b"Subject:\r\n", b"Subject:[SPAM] \r\n"),
        (b"Subject:\r\n Lunch\r\n", b"Subject:[SPAM] \r\n Lunch\r\n"),
        (b"Subject: =?utf-8?q?M=C3=BC?=\r\n", b"Subject: [SPAM] =?utf-8?q?M=C3=BC?=\r\n"),
        (b"Subject: \xc3\xbc\xff\r\n", b"Subject: [SPAM] \xc3\xbc\xff\r\n"),
        (b"Subject: [SPAM] Lunch\r\n", b"Subject: [SPAM] Lunch\r\n"),
        (b"X-Subject: no\r\nTo: a,\r\n Subject: no\r\n", b"Subject: [SPAM]\r\nX-Subject: no\r\nTo: a,\r\n Subject: no\r\n"),
        (b"", b"Subject: [SPAM]\r\n"),
    ],
)
def test_a_tag_before_the_subject(header: bytes, subject: bytes) -> None:
    """It goes before the subject's own octets, once; a mail without a subject gets one; nothing else changes."""
    body = b"\r\nSubject: in the body\r\n"
    out = stamped(header + body, to=Disposition(Action.TAG, "spam"), tag="[SPAM]")
    assert out.endswith(b"\r\n" + subject + body)
    assert stamped(header + body).endswith(b"\r\n" + header + body)


def test_a_tag_where_the_content_begins_folded() -> None:
    """The tag's own line continues nothing and is continued by nothing."""
    out = email.message_from_bytes(stamped(b" folded\r\nFrom: a@b\r\n\r\n", tag="[SPAM]"))
    assert out["Subject"] == "[SPAM]"
    assert out["From"] == "a@b"


# --- DKIM


SIGNED = (
    b"From: Ann <ann@example.org>\r\nTo:  bob@example.net,\r\n\teve@example.net\r\nsubject:Lunch  at   noon\r\n"
    b"Date: Wed, 01 Jan 2025 12:00:00 +0000\r\nMessage-ID: <1@example.org>\r\nX-Mailer: none\r\n"
    b"\r\nAt noon? \r\n.\r\n..dots\r\n \r\n\r\n\r\n"
)


@pytest.fixture(scope="session")
def keys(debian: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A private key, and the record in DNS that belongs to it."""
    openssl, file = debian("openssl"), tmp_path_factory.mktemp("dkim") / "key.pem"
    subprocess.run([openssl, "genrsa", "-traditional", "-out", str(file), "1024"], check=True, capture_output=True)
    public = subprocess.run([openssl, "rsa", "-in", str(file), "-pubout"], check=True, capture_output=True).stdout
    return Path(file).read_bytes(), b"v=DKIM1; k=rsa; p=" + b"".join(public.splitlines()[1:-1])


def verifies(message: bytes, record: bytes) -> bool:
    return bool(dkim.verify(message, dnsfunc=lambda name, timeout=5: record))


@pytest.mark.debian
@pytest.mark.parametrize("canonicalisation", [(b"relaxed", b"relaxed"), (b"simple", b"simple"), (b"relaxed", b"simple")])
@pytest.mark.parametrize("forged", [b"", b"X-Spam-Flag: NO\r\nX-Sievert-Verdict: deliver;\r\n\tscore=-9\r\n"])
@pytest.mark.parametrize("below", [False, True])
def test_a_signature_outlives_the_stamp(
    keys: tuple[bytes, bytes], canonicalisation: tuple[bytes, bytes], forged: bytes, below: bool
) -> None:
    """A DKIM signature holds over what is delivered, also where forged headers that it does not cover were cut out."""
    private, record = keys
    signature = dkim.sign(SIGNED, b"s1", b"example.org", private, canonicalize=canonicalisation)
    message = signature + (SIGNED.replace(b"\r\nX-Mailer", b"\r\n" + forged + b"X-Mailer") if below else forged + SIGNED)
    assert verifies(message, record)
    out = stamp(message, verdict(TAGGED), Disposition(Action.TAG, "spam"), TRACE).whole
    assert out.count(b"X-Spam-Flag: ") == 1
    assert verifies(out, record)


@pytest.mark.debian
def test_a_tag_breaks_a_signature(keys: tuple[bytes, bytes]) -> None:
    """As the configuration says: signatures cover the subject."""
    private, record = keys
    message = dkim.sign(SIGNED, b"s1", b"example.org", private) + SIGNED
    assert verifies(stamped(message), record)
    assert not verifies(stamped(message, tag="[SPAM]"), record)
