"""An archived message's row: what the relay would have said, and what the archive tells of its way."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from actors import HAM, verdict

from filter.config.schema import Config
from filter.judge import limits
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition, Policies, Policy, Thresholds
from filter.lab import archived
from filter.lab.archived import VALUE_CHARS
from filter.lab.bench import Bench, bench
from filter.smtp.stamp import Trace, stamp
from filter.store.rows import REASONS, Row, row_from_json, row_to_json

MESSAGE = (
    b"Date: Wed, 01 Jan 2025 12:30:15 +0100\r\nFrom: Ann <Ann@Example.org>\r\nTo: Bob@example.net, c@example.net\r\nCc: bob@example.net\r\n"
    b"Subject: =?utf-8?q?Caf=C3=A9?=\r\nList-Id: Talk <Talk.example.org>\r\n\r\nPay at https://192.0.2.1/verify your password now\r\n"
)
DELIVERED = (
    b"Return-Path: <bounce@list.example>\r\nDelivered-To: Box@example.net\r\nReceived: by mx.test;\r\n\tThu, 2 Jan 2025 10:00:00 +0000\r\n"
)


@pytest.fixture(scope="module")
def made() -> Bench:
    return bench(Config())


def judged(made: Bench, path: str, content: bytes) -> Row:
    (row,) = archived.judged(made, [(path, content)])
    return row


def test_the_verdict_is_the_judges(made: Bench) -> None:
    """Of the message as it stands, with the envelope that the archive knows; its row goes through JSON unharmed."""
    row = judged(made, "a.eml", DELIVERED + MESSAGE)
    envelope = Envelope(sender="bounce@list.example", recipients=("Box@example.net",))
    said = made.judge.judge(Mail(DELIVERED + MESSAGE, envelope))
    assert (row.verdict.id, row.verdict.score, row.verdict.log_odds, row.verdict.hits) == (said.id, said.score, said.log_odds, said.hits)
    assert len(row.verdict.reasons) == REASONS and set(row.verdict.reasons) <= set(said.reasons)
    assert math.isnan(row.verdict.rest.spam) and row.verdict.defects == ()
    assert row_from_json(row_to_json(row)) == row


def test_without_traces_the_header_tells_who_and_when(made: Bench) -> None:
    """Date from Date, sender from From, recipients from To and Cc, each once; the subject as its digest, the list by its id."""
    row = judged(made, "a.eml", MESSAGE)
    assert row == replace(
        row,
        path="a.eml",
        date=datetime(2025, 1, 1, 11, 30, 15, tzinfo=UTC),
        sender="ann@example.org",
        recipients=("bob@example.net", "c@example.net"),
        subject_sha256=sha256("Café".encode()).hexdigest(),
        list_id="talk.example.org",
        label="",
    )


def test_what_servers_wrote_on_delivery_counts_first(made: Bench) -> None:
    """Return-Path, Delivered-To and the topmost Received; a forwarder's Delivered-To further down does not."""
    content = DELIVERED + b"Delivered-To: old@example.org\r\n" + MESSAGE
    row = judged(made, "a.eml", content)
    assert (row.sender, row.recipients) == ("bounce@list.example", ("box@example.net",))
    assert row.date == datetime(2025, 1, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("above", "sender", "recipients"),
    [
        (b"X-Original-To: alias@example.net\r\n", "ann@example.org", ("alias@example.net",)),
        (b"Envelope-To: a@example.net, <b@example.net>\r\n", "ann@example.org", ("a@example.net", "b@example.net")),
        (b"Return-Path: <>\r\n", "", ("bob@example.net", "c@example.net")),
    ],
)
def test_other_servers_write_it_elsewhere(made: Bench, above: bytes, sender: str, recipients: tuple[str, ...]) -> None:
    """Postfix's X-Original-To, Exim's Envelope-To, and the null sender, which is a sender that is known."""
    row = judged(made, "a.eml", above + MESSAGE)
    assert (row.sender, row.recipients) == (sender, recipients)


def test_a_stamped_message_is_judged_as_it_came(made: Bench) -> None:
    """Its id, verdict and envelope are those of the message that came to the relay, and its date is the relay's."""
    trace = Trace("client.test", "192.0.2.7", "ESMTP", "", "relay.test", datetime(2025, 3, 1, tzinfo=UTC))
    said = replace(verdict(HAM), id=sha256(MESSAGE).hexdigest())
    content = (
        b"Return-Path: <s@example.org>\r\nDelivered-To: x@example.net\r\n" + stamp(MESSAGE, said, Disposition(Action.TAG, ""), trace).whole
    )
    row = judged(made, "a.eml", content)
    live = made.judge.judge(Mail(MESSAGE, Envelope("192.0.2.7", "client.test", "s@example.org", ("x@example.net",))))
    assert (row.verdict.id, row.verdict.score, row.verdict.hits) == (live.id, live.score, live.hits)
    assert (row.sender, row.recipients, row.date) == ("s@example.org", ("x@example.net",), datetime(2025, 3, 1, tzinfo=UTC))


def test_the_groups_thresholds_hold_where_all_recipients_are_of_it(made: Bench) -> None:
    """Of one group: its policy; of two, or of nobody known: the site's."""
    strict = Policy(overall=Thresholds(reject=-1000.0), group="strict")
    grouped = replace(made, policies=Policies(Policy(), ((frozenset({"@strict.example"}), strict),)))

    def disposition(to: bytes) -> tuple[str, str]:
        found = judged(grouped, "a", b"From: a@example.org\r\nTo: " + to + b"\r\n\r\nhello\r\n").disposition
        return found.action, found.cause

    assert disposition(b"a@strict.example, b@strict.example") == ("reject", "strict:overall")
    assert disposition(b"a@strict.example, b@example.net") == ("deliver", "")
    assert disposition(b"undisclosed") == ("deliver", "")


def test_what_a_sender_can_make_long_is_bounded(made: Bench) -> None:
    """Recipients, addresses and list ids past their limits are cut."""
    many = b", ".join(b"a%d@example.net" % number for number in range(500))
    long = b"x" * 3000
    row = judged(made, "a", b"Delivered-To: " + many + b"\r\nReturn-Path: <" + long + b"@y.example>\r\nList-Id: <" + long + b">\r\n\r\n")
    assert len(row.recipients) == limits.ADDRESSES
    assert len(row.sender) == len(row.list_id) == VALUE_CHARS


@pytest.mark.parametrize("content", [b"", b"\x00", b"\r\n\r\n", b"Date: x\r\nReceived: ;;\r\n", b"Subject: \xff\r\n\xff", DELIVERED])
def test_any_octets_have_a_row(made: Bench, content: bytes) -> None:
    """Nothing that an archive holds is an error, and its row keeps."""
    row = judged(made, "a", content)
    assert isinstance(row, Row) and row_from_json(row_to_json(row)) == row
