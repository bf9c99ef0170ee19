from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from actors import HAM, HELD, MESSAGE, REJECTED, TAGGED, verdict
from cast import SITE, STERN, STRICT

from filter.config.relay import RelaySection
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition, Policies, Policy, Thresholds
from filter.smtp import replies
from filter.smtp.plan import HEADER_OCTETS, MAX_HOPS, Deliver, Hold, Outcome, Refuse, Step, Terms, failed, plan, refusal
from filter.smtp.replies import Reply
from filter.smtp.stamp import Trace, stamp

TRACE = Trace("client.test", "192.0.2.7", "ESMTP", "", "relay.test", datetime(2025, 1, 1, tzinfo=UTC))
GROUPS = Policies(SITE, ((frozenset({"strict@x"}), STRICT), (frozenset({"stern@x"}), STERN)))
DEFAULT = RelaySection()


def planned(score: float, *recipients: str, bounces: bool = False, **settings: Any) -> tuple[Step, ...]:
    mail = Mail(MESSAGE, Envelope("192.0.2.7", "h", "a@b", recipients or ("c@d",)))
    return plan(mail, verdict(score), GROUPS, Terms(RelaySection(**settings), TRACE, bounces))


@pytest.mark.parametrize(("score", "action", "cause"), [(HAM, Action.DELIVER, ""), (TAGGED, Action.TAG, "overall")])
def test_delivered_and_tagged_mail_is_stamped_and_handed_on(score: float, action: Action, cause: str) -> None:
    """One step, the stamped content, for everybody."""
    disposition = Disposition(action, cause)
    expected = Deliver((0, 1), disposition, stamp(MESSAGE, verdict(score), disposition, TRACE))
    assert planned(score, "c@d", "e@f") == (expected,)


def test_tagged_mail_gets_the_configured_tag() -> None:
    """The tag goes to what is tagged, and not to what is delivered."""
    (tagged,), (plain,) = planned(TAGGED, subject_tag="[SPAM]"), planned(HAM, subject_tag="[SPAM]")
    assert isinstance(tagged, Deliver)
    assert isinstance(plain, Deliver)
    assert b"Subject: [SPAM] Lunch" in tagged.stamped.whole
    assert b"Subject: Lunch" in plain.stamped.whole


def test_quarantined_mail_is_held() -> None:
    """One step, and nothing for the next hop."""
    assert planned(HELD) == (Hold((0,), Disposition(Action.QUARANTINE, "overall")),)


def test_rejected_mail_is_only_answered() -> None:
    """Nothing is done, and the reply is 550; where that would become a bounce the mail is held."""
    assert planned(REJECTED) == (Refuse((0,), Disposition(Action.REJECT, "overall"), replies.REFUSED),)
    assert planned(REJECTED, bounces=True) == (Hold((0,), Disposition(Action.QUARANTINE, "overall")),)


def test_a_step_for_the_recipients_that_share_a_disposition() -> None:
    """Every recipient is in one step exactly, by its number, with what its own policy asks for."""
    steps = planned(TAGGED, "a@x", "strict@x", "stern@x", "b@x", "STRICT+detail@x")
    assert [(type(step), step.recipients, step.disposition) for step in steps] == [
        (Deliver, (0, 3), Disposition(Action.TAG, "overall")),
        (Hold, (1, 4), Disposition(Action.QUARANTINE, "strict:overall")),
        (Refuse, (2,), Disposition(Action.REJECT, "stern:overall")),
    ]


def test_policies_that_agree_share_a_step() -> None:
    """What is delivered under no threshold has no cause, so the groups' copies are one."""
    (step,) = planned(HAM, "a@x", "strict@x", "stern@x")
    assert step.recipients == (0, 1, 2)


def test_groups_that_ask_the_same_do_not_share_a_step() -> None:
    """The journal, and the stamp, name whose threshold it was."""
    other = Policies(SITE, ((frozenset({"c@d"}), Policy(overall=Thresholds(quarantine=4.0), group="other")),))
    mail = Mail(MESSAGE, Envelope("192.0.2.7", "h", "a@b", ("c@d", "e@f")))
    steps = plan(mail, verdict(HELD), other, Terms(DEFAULT, TRACE))
    assert steps == (
        Hold((0,), Disposition(Action.QUARANTINE, "other:overall")),
        Hold((1,), Disposition(Action.QUARANTINE, "overall")),
    )


@pytest.mark.parametrize("bounces", [False, True])
@pytest.mark.parametrize(("score", "action"), [(HAM, "deliver"), (TAGGED, "tag"), (HELD, "quarantine"), (REJECTED, "reject")])
def test_who_observes_delivers(score: float, action: str, bounces: bool) -> None:
    """Every step is a delivery; disposition and stamp say what would have been done, nothing is flagged or tagged."""
    (step,) = planned(score, bounces=bounces, observe=True, subject_tag="[SPAM]")
    assert isinstance(step, Deliver)
    assert step.disposition.action == action
    assert f"X-Sievert-Verdict: deliver; observed={action};".encode() in step.stamped.front
    assert b"X-Spam-Flag" not in step.stamped.whole
    assert b"[SPAM]" not in step.stamped.whole


def test_mail_without_recipients_needs_nothing() -> None:
    """No recipient, no step."""
    assert plan(Mail(MESSAGE), verdict(REJECTED), GROUPS, Terms(DEFAULT, TRACE)) == ()


# --- what is refused whatever the judge says


def test_a_loop_is_refused() -> None:
    """The hop past MAX_HOPS is refused, the one at it is not."""
    assert refusal(b"Received: x\r\n" * MAX_HOPS + b"\r\n", False, DEFAULT) is None
    assert refusal(b"Received: x\r\n" * (MAX_HOPS + 1) + b"\r\n", False, DEFAULT) == ("too many hops", replies.LOOP)


def test_an_endless_header_block_is_refused() -> None:
    """A header block past HEADER_OCTETS is refused, one at it is not."""
    assert refusal(b"a" * (HEADER_OCTETS - 2) + b"\r\n\r\n", False, DEFAULT) is None
    assert refusal(b"a" * (HEADER_OCTETS - 1) + b"\r\n\r\n", False, DEFAULT) == ("header too large", replies.HEADER_TOO_LARGE)


@pytest.mark.parametrize(("bare", "setting", "refused"), [(True, "refuse", True), (True, "normalise", False), (False, "refuse", False)])
def test_bare_newlines_are_refused_where_told_to(bare: bool, setting: str, refused: bool) -> None:
    """Only where there were any, and only where the configuration says so."""
    settings = RelaySection.model_validate({"bare_newlines": setting})
    assert refusal(MESSAGE, bare, settings) == (("bare newline", replies.BARE_NEWLINE) if refused else None)


@pytest.mark.parametrize(("code", "outcome"), [(451, Outcome.TEMPFAIL), (452, Outcome.TEMPFAIL), (550, Outcome.DECLINED)])
def test_a_failed_step_is_temporary_unless_the_next_hop_said_no(code: int, outcome: Outcome) -> None:
    """The outcome follows the class of the reply."""
    assert failed(Reply(code, "x")) == outcome
