"""Pure: from a judged mail to what must be done for whom, and what may be said once it is done.

Nothing here waits, writes or sends; `commit` carries the plan out. The downstream transaction ends without DATA unless a
`Deliver` step used it, so nothing is ever half delivered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from filter.config.relay import RelaySection
from filter.judge.mail import Mail
from filter.judge.policy import Action, Disposition, Policies, decide
from filter.judge.verdict import Verdict
from filter.smtp import replies
from filter.smtp.replies import Reply
from filter.smtp.stamp import Stamped, Trace, header_octets, hops, stamp

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
    """Hand this to the next hop for these recipients, by their number in the envelope; done when it said 250."""

    recipients: tuple[int, ...]
    disposition: Disposition
    stamped: Stamped


@dataclass(frozen=True, slots=True)
class Hold:
    """Put the mail as it came into the quarantine, for these recipients; done when it is durable."""

    recipients: tuple[int, ...]
    disposition: Disposition


@dataclass(frozen=True, slots=True)
class Refuse:
    """Nothing is done for these recipients; the reply says so."""

    recipients: tuple[int, ...]
    disposition: Disposition
    reply: Reply = replies.REFUSED


Step = Deliver | Hold | Refuse


def refusal(content: bytes, bare: bool, settings: RelaySection) -> tuple[str, Reply] | None:
    """Why content cannot pass whatever the judge says, as cause and reply. `bare`: it came with a CR or LF alone."""
    if bare and settings.bare_newlines == "refuse":
        return "bare newline", replies.BARE_NEWLINE
    if header_octets(content) > HEADER_OCTETS:
        return "header too large", replies.HEADER_TOO_LARGE
    return ("too many hops", replies.LOOP) if hops(content) > MAX_HOPS else None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a plan depends on beside the verdict: the relay's settings, how the mail came, and whether a refusal would become a
    bounce to a sender that is most often forged (behind a queue); then such mail is held."""

    settings: RelaySection
    trace: Trace
    bounces: bool = False


def plan(mail: Mail, verdict: Verdict, policies: Policies, terms: Terms) -> tuple[Step, ...]:
    """What to do with a judged mail: a step for the recipients that share a disposition."""
    recipients = mail.envelope.recipients if mail.envelope else ()
    if not policies.groups:
        return (_step(mail, verdict, decide(verdict, policies.site), tuple(range(len(recipients))), terms),)
    asked: dict[Disposition, list[int]] = {}
    known = {policy: decide(verdict, policy) for policy in {policies.of(recipient) for recipient in recipients}}
    for number, recipient in enumerate(recipients):
        asked.setdefault(known[policies.of(recipient)], []).append(number)
    return tuple(_step(mail, verdict, one, tuple(whom), terms) for one, whom in asked.items())


def _step(mail: Mail, verdict: Verdict, disposition: Disposition, recipients: tuple[int, ...], terms: Terms) -> Step:
    action = disposition.action
    if terms.settings.observe:
        let = Disposition(Action.DELIVER, disposition.cause)
        return Deliver(recipients, disposition, stamp(mail.content, verdict, let, terms.trace, observed=action))
    if action is Action.REJECT and not terms.bounces:
        return Refuse(recipients, disposition)
    if action in (Action.QUARANTINE, Action.REJECT):
        return Hold(recipients, replace(disposition, action=Action.QUARANTINE))
    tag = terms.settings.subject_tag if action is Action.TAG else ""
    return Deliver(recipients, disposition, stamp(mail.content, verdict, disposition, terms.trace, tag=tag))


def failed(reply: Reply) -> Outcome:
    """The outcome of a step that ended with this reply."""
    return Outcome.TEMPFAIL if reply.code < 500 else Outcome.DECLINED
