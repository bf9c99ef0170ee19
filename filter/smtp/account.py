"""What became of one mail, part by part: the replies for its recipients, the rows for the journal, the lines for the log.

A part are the recipients that fared alike. Nothing here acts, or decides what is to be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from filter.judge.mail import Envelope
from filter.judge.verdict import Verdict
from filter.smtp import replies
from filter.smtp.plan import Outcome, Step
from filter.smtp.replies import Reply
from filter.smtp.told import tell
from filter.store.journal import Decision


class Account:
    """One mail's. `replies` are its recipients', in their order; `facts` are the log's about the whole of it."""

    def __init__(self, envelope: Envelope, when: datetime) -> None:
        self.replies: list[Reply] = [replies.LOCAL_ERROR] * len(envelope.recipients)
        self.facts: dict[str, Any] = {}
        self._envelope = envelope
        self._when = when
        self._parts: dict[tuple[int, ...], tuple[Decision, dict[str, Any]]] = {}

    @property
    def decisions(self) -> list[Decision]:
        """A row of the journal for each part."""
        return [decision for decision, _ in self._parts.values()]

    def answer(self, reply: Reply) -> None:
        """The reply for every recipient."""
        self.replies = [reply] * len(self.replies)

    def note(self, verdict: Verdict, step: Step, outcome: Outcome, reply: Reply = replies.LOCAL_ERROR, **facts: str | bool) -> None:
        """What became of a step, the last word counts. `facts` are the log's about this part alone."""
        for number in step.recipients:
            self.replies[number] = reply
        decision = Decision(self.envelope_of(step), verdict, step.disposition, str(outcome), self._when)
        self._parts[step.recipients] = decision, facts

    def envelope_of(self, step: Step) -> Envelope:
        """The envelope with the recipients of a step alone."""
        envelope = self._envelope
        if len(step.recipients) == len(envelope.recipients):
            return envelope
        return replace(envelope, recipients=tuple(envelope.recipients[number] for number in step.recipients))

    def log(self, octets: int, seconds: float) -> None:
        """A line for each part. Never raises."""
        envelope, spent = self._envelope, round(seconds, 4)
        for whom, facts in self._told():
            about = {"client": envelope.client, "helo": envelope.helo, "sender": envelope.sender, "recipients": len(whom)}
            spoken = {"octets": octets, "reply": str(self.replies[whom[0]]), "seconds": spent}
            tell("error" if "store" in facts else "info", "transaction", **{**about, **spoken, **self.facts, **facts})

    def _told(self) -> Iterator[tuple[tuple[int, ...], dict[str, Any]]]:
        """The parts with their facts, and whoever no step was reached for."""
        for whom, (decision, facts) in self._parts.items():
            disposition = decision.disposition
            yield whom, {"action": disposition.action, "by": disposition.cause, "outcome": decision.outcome, **facts}
        rest = tuple(set(range(len(self.replies))).difference(*self._parts))
        if rest:
            yield tuple(sorted(rest)), {}
