"""Pure: from a judged mail to what must be done and what may be said once it is done.

Nothing here waits, writes or sends; `session` carries the plan out. The downstream transaction ends without DATA unless a
`Deliver` step used it, so nothing is ever half delivered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from filter.judge.mail import Mail
from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Verdict
from filter.smtp import replies
from filter.smtp.replies import Reply
from filter.smtp.stamp import header_octets, hops, identity, stamp

MAX_HOPS = 50
HEADER_OCTETS = 1_048_576


class Outcome(StrEnum):
    """What became of a judged mail, for the journal."""

    DELIVERED = "delivered"
    HELD = "held"
    REFUSED = "refused"
    DECLINED = "declined"  # the next hop said no for good
    TEMPFAIL = "tempfail"


@dataclass(frozen=True, slots=True)
class Deliver:
    """Hand these octets to the next hop; done when it said 250."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Hold:
    """Put the mail as it came into the quarantine; done when it is durable."""

    mail: Mail


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in their order, the reply once all of them succeeded, and the outcome to record then."""

    steps: tuple[Deliver | Hold, ...]
    reply: Reply
    outcome: Outcome


def refusal(content: bytes) -> Reply | None:
    """Why content is refused before it is judged: a header block past `HEADER_OCTETS`, or more than `MAX_HOPS` hops."""
    if header_octets(content) > HEADER_OCTETS:
        return replies.HEADER_TOO_LARGE
    return replies.LOOP if hops(content) > MAX_HOPS else None


def plan(mail: Mail, verdict: Verdict, disposition: Disposition, hostname: str, when: datetime) -> Plan:
    """What to do with a judged mail. `hostname` and `when` go into its Received field."""
    if disposition.action is Action.REJECT:
        return Plan((), replies.REFUSED, Outcome.REFUSED)
    taken = replies.accepted(identity(verdict))
    if disposition.action is Action.QUARANTINE:
        return Plan((Hold(mail),), taken, Outcome.HELD)
    return Plan((Deliver(stamp(mail, verdict, disposition, hostname, when)),), taken, Outcome.DELIVERED)


def failed(reply: Reply) -> Outcome:
    """The outcome of a plan that a step ended with this reply."""
    return Outcome.TEMPFAIL if reply.code < 500 else Outcome.DECLINED
