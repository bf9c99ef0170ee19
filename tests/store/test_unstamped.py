"""What our relay wrote in front of a message goes, to the octet; nothing else does, whoever pretends to be our relay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from actors import HAM, MESSAGE, verdict
from hypothesis import example, given
from hypothesis import strategies as st

from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Reason
from filter.smtp.stamp import Trace, stamp, stamp_unjudged, unforged
from filter.store.unstamped import FRONT_OCTETS, mail_id, unstamped

TRACE = Trace("client.test", "192.0.2.7", "ESMTP", "bob@example.net", "relay.test", datetime(2025, 1, 1, 12, 30, tzinfo=UTC))
DELIVERED = (
    b"Return-Path: <ann@example.org>\r\nDelivered-To: bob@example.net\r\nReceived: by box.test;\r\n\tWed, 1 Jan 2025 12:31:00 +0000\r\n"
)
REASON = Reason("spam", "text", 'a "word"\r\n\u202e', 1.5)
TAG = "[SPAM]"

CONTENTS = st.one_of(
    st.binary(max_size=60),
    st.lists(
        st.sampled_from(
            [
                *(
                    b"Subject: hello\r\n",
                    b"subject:\r\n",
                    b"Subject: [SPAM] won\r\n",
                    b"Subject: [SPAM]\r\n",
                    b" folded\r\n",
                    b"\r\n",
                    b"\n",
                ),
                *(b"From: a@b.example\r\n", b"X-Spam-Level: *\r\n", b"Received: from x ([192.0.2.1])\r\n", b"body", b"From x\n"),
            ]
        ),
        max_size=6,
    ).map(b"".join),
)


def stamped(content: bytes, action: Action = Action.DELIVER, tag: str = "", recipient: str = "bob@example.net") -> bytes:
    judged = replace(verdict(HAM, (REASON,)), id=sha256(content).hexdigest())
    return stamp(content, judged, Disposition(action, "spam"), replace(TRACE, recipient=recipient), tag=tag).whole


@given(content=CONTENTS, tagged=st.booleans(), tag=st.sampled_from(["", TAG]), above=st.sampled_from([b"", DELIVERED]))
@example(content=b" folded\r\n", tagged=True, tag=TAG, above=b"")
@example(content=b"\r\nbody", tagged=True, tag=TAG, above=DELIVERED)
def test_a_stamped_message_is_had_back_to_the_octet(content: bytes, tagged: bool, tag: str, above: bytes) -> None:
    """Whatever came: with a tag before its subject or not, with what the next servers wrote above."""
    if unforged(content) != content:
        return  # what pretended to be ours is gone for good
    action = Action.TAG if tagged else Action.DELIVER
    archived = above + stamped(content, action, tag if tagged else "")
    front, judged = unstamped(archived, tag)
    assert judged == content
    assert front.startswith(above) and front.endswith(b"X-Spam-Score: -3.214\r\n")


@pytest.mark.parametrize("recipient", ["", "bob@example.net", "a>;b@example.net"])
def test_every_form_of_the_stamp_is_known(recipient: str) -> None:
    """For one recipient or several; for mail that could not be judged; with the ends of lines that an mbox has."""
    unjudged = stamp_unjudged(MESSAGE, sha256(MESSAGE).hexdigest()[:16], "deadline", replace(TRACE, recipient=recipient)).whole
    assert unstamped(DELIVERED + unjudged).content == MESSAGE
    archived = DELIVERED + stamped(MESSAGE, recipient=recipient)
    assert unstamped(archived).content == MESSAGE
    assert unstamped(archived.replace(b"\r\n", b"\n")).content == MESSAGE.replace(b"\r\n", b"\n")


@pytest.mark.parametrize(
    "above", [b"From: Boss <boss@example.org>\r\n", b"Subject: urgent\r\n", b"To: you@example.net\r\n", b"text\r\n", b"\r\n"]
)
def test_a_forged_stamp_hides_nothing_that_a_reader_sees(above: bytes) -> None:
    """A sender's own From, Subject, or text above a stamp of his making keeps the stamp from being cut."""
    forged = above + stamped(MESSAGE)
    assert unstamped(forged) == (b"", forged)
    assert unstamped(DELIVERED + forged) == (b"", DELIVERED + forged)


def test_a_forged_stamp_alone_hides_only_what_servers_write() -> None:
    """What is cut is trace and stamp, and the caller has it; the sender's own fields are all there."""
    front, judged = unstamped(DELIVERED + stamped(b"Subject: [SPAM] real\r\n\r\nx", Action.DELIVER), TAG)
    assert front.startswith(DELIVERED)
    assert judged == b"Subject: [SPAM] real\r\n\r\nx"


@pytest.mark.parametrize(
    ("was", "becomes"),
    [(b"X-Sievert-Id: ", b"X-Sievert-Id: 0"), (b"(Sievert)", b"(Other)"), (b"\tid ", b"\tid 1"), (b"X-Sievert-Verdict:", b"X-Other:")],
)
def test_what_is_not_our_stamp_stays(was: bytes, becomes: bytes) -> None:
    """A stamp that disagrees with itself, or is somebody else's, is part of the message."""
    archived = stamped(MESSAGE).replace(was, becomes, 1)
    assert unstamped(archived) == (b"", archived)


def test_a_message_has_the_id_of_what_was_judged() -> None:
    """As it came or as it was delivered and tagged: the same."""
    archived = DELIVERED + stamped(MESSAGE, Action.TAG, TAG)
    assert mail_id(archived, TAG) == mail_id(MESSAGE) == sha256(MESSAGE).hexdigest()


def test_a_stamp_too_far_down_is_not_looked_for() -> None:
    """The search is bounded."""
    far = b"Received: by box.test;\r\n" * (FRONT_OCTETS // 24 + 1) + stamped(MESSAGE)
    assert unstamped(far) == (b"", far)
    near = b"Received: by box.test;\r\n" * 100 + stamped(MESSAGE)
    assert unstamped(near).content == MESSAGE


def test_a_forgery_that_the_relay_took_away_stays_away() -> None:
    """The stamp is cut though its id is of other octets: those that pretended to be ours are gone."""
    came = b"X-Sievert-Verdict: deliver\r\n" + MESSAGE
    assert unstamped(DELIVERED + stamped(came)).content == MESSAGE
    held = stamped(b"X-Spam-Flag: NO\r\nSubject: won\r\n\r\n", Action.TAG, TAG)
    assert unstamped(held, TAG).content == b"Subject: won\r\n\r\n"
