"""To whom the mail says it goes. Facts only: lists, newsletters and invitations hide or gather their readers too."""

from __future__ import annotations

from filter.judge.likeness.known import is_own
from filter.judge.scene import Scene, Signal
from filter.judge.signals.senders import sender_of, shown

MANY = 10
"""Recipients in To and Cc that are many."""

_GROUP = "recipients"


def _to_is_from(scene: Scene) -> str:
    sender = sender_of(scene)
    address = str(sender).lower()
    if sender.domain and any(str(to).lower() == address for to in scene.message.recipients):
        return f"sender and recipient are both {shown(address)}"
    return ""


def _undisclosed(scene: Scene) -> str:
    if any(to.domain for to in scene.message.recipients):
        return ""
    if "undisclosed" in scene.message.header("to").lower():
        return "recipients are undisclosed"
    return "no recipient in To or Cc" if scene.envelope and scene.envelope.recipients else ""


def _none_here(scene: Scene) -> str:
    outside = [to.domain for to in scene.message.recipients if to.domain]
    if not scene.site.domains or not outside or any(is_own(domain, scene.site) for domain in outside):
        return ""
    return f"no recipient in an own domain, the first is in {shown(outside[0])}"


def _single(scene: Scene) -> str:
    named = scene.message.recipients
    return f"the only recipient is {shown(named[0])}" if len(named) == 1 and named[0].domain else ""


def _many(scene: Scene) -> str:
    count = len(scene.message.recipients)
    return f"at least {count} recipients" if count >= MANY else ""


SIGNALS: tuple[Signal, ...] = (
    Signal("to-is-from", _GROUP, "rspamd FROM_EQ_TO; SpamAssassin TO_EQ_FM_DIRECT_MX", _to_is_from),
    Signal("undisclosed-recipients", _GROUP, "RFC 5322 3.6.3; rspamd R_UNDISC_RCPT; sublime-rules: all recipients Bcc", _undisclosed),
    Signal("no-recipient-here", _GROUP, "rspamd FORGED_RECIPIENTS", _none_here),
    Signal("single-recipient", _GROUP, "rspamd RCPT_COUNT_ONE", _single),
    Signal("many-recipients", _GROUP, "rspamd RCPT_COUNT_TWELVE", _many),
)
