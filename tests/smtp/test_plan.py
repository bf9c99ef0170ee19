from __future__ import annotations

from datetime import UTC, datetime

import pytest
from actors import MESSAGE, verdict

from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.smtp import replies
from filter.smtp.plan import HEADER_OCTETS, MAX_HOPS, Deliver, Hold, Outcome, Plan, failed, plan, refusal
from filter.smtp.replies import Reply
from filter.smtp.stamp import stamp

MAIL = Mail(MESSAGE, Envelope("192.0.2.7", "h", "a@b", ("c@d",)))
WHEN = datetime(2025, 1, 1, tzinfo=UTC)
TAKEN = replies.accepted("0" * 16)


def planned(action: Action) -> Plan:
    return plan(MAIL, verdict(), Disposition(action, "spam"), "relay.test", WHEN)


@pytest.mark.parametrize("action", [Action.DELIVER, Action.TAG])
def test_delivered_and_tagged_mail_is_stamped_and_handed_on(action: Action) -> None:
    """Deliver: one step, the stamped content; then 250."""
    content = stamp(MAIL, verdict(), Disposition(action, "spam"), "relay.test", WHEN)
    assert planned(action) == Plan((Deliver(content),), TAKEN, Outcome.DELIVERED)


def test_quarantined_mail_is_held_as_it_came() -> None:
    """Quarantine: one step, the mail without a stamp; then the reply that delivered mail gets; nothing for the next hop."""
    assert planned(Action.QUARANTINE) == Plan((Hold(MAIL),), TAKEN, Outcome.HELD)


def test_rejected_mail_is_only_answered() -> None:
    """Reject: no step at all, and 550."""
    assert planned(Action.REJECT) == Plan((), replies.REFUSED, Outcome.REFUSED)


def test_a_loop_is_refused() -> None:
    """The hop past MAX_HOPS is refused, the one at it is not."""
    assert refusal(b"Received: x\r\n" * MAX_HOPS + b"\r\n") is None
    assert refusal(b"Received: x\r\n" * (MAX_HOPS + 1) + b"\r\n") == replies.LOOP


def test_an_endless_header_block_is_refused() -> None:
    """A header block past HEADER_OCTETS is refused, one at it is not."""
    assert refusal(b"a" * (HEADER_OCTETS - 1) + b"\n\r\n") is None
    assert refusal(b"a" * HEADER_OCTETS + b"\n\r\n") == replies.HEADER_TOO_LARGE


@pytest.mark.parametrize(("code", "outcome"), [(451, Outcome.TEMPFAIL), (452, Outcome.TEMPFAIL), (550, Outcome.DECLINED)])
def test_a_failed_step_is_temporary_unless_the_next_hop_said_no(code: int, outcome: Outcome) -> None:
    """The outcome follows the class of the reply."""
    assert failed(Reply(code, "x")) == outcome
