"""After the end of the content: recall, judge, act for every recipient, record, log. Never raises: what nobody foresaw is a 451.

A positive reply leaves here only when everything it stands for is done. Mail is held before any of it is delivered, because a
hold can be withdrawn and a delivery cannot; what the next hop refuses after it took a copy for others is held as well, because
a 4xx would bring those others their copy twice. Nothing is begun at the next hop for which the client might not wait.
"""

from __future__ import annotations

import asyncio
import hashlib
import math
import time
from dataclasses import dataclass, replace

from filter.config.relay import Listen
from filter.errors import NextHopError, StoreError, StoreFullError
from filter.judge.correspondents import Correspondents
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Verdict, unjudged
from filter.smtp import replies
from filter.smtp.account import Account
from filter.smtp.deadline import OverdueError
from filter.smtp.intake import Content, Overrun
from filter.smtp.nexthop import Hop
from filter.smtp.plan import Deliver, Hold, Outcome, Refuse, Step, Terms, failed, plan, refusal
from filter.smtp.replies import Reply
from filter.smtp.shadow import Judged
from filter.smtp.site import Site
from filter.smtp.stamp import Trace, identity, stamp_unjudged
from filter.smtp.told import cause, tell
from filter.store.journal import Decision

INLINE_OCTETS = 65_536
"""Judging a longer message would keep the event loop from other clients: it goes to a thread."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """A mail whose content has come, the hop that knows its recipients, and how it came."""

    hop: Hop
    content: Content
    envelope: Envelope
    trace: Trace
    listen: Listen

    @property
    def answered_each(self) -> bool:
        """Whether each recipient gets a reply of its own."""
        return self.listen.protocol == "lmtp"


async def commit(site: Site, transaction: Transaction) -> tuple[Reply, ...]:
    """The replies for the recipients, in their order. Seen through to its end though the caller be cancelled."""
    return await asyncio.shield(site.keep(_Commit(site, transaction).run()))


class _Commit:
    """One mail on its way from the end of its content to its replies."""

    def __init__(self, site: Site, transaction: Transaction) -> None:
        self._site = site
        self._transaction = transaction
        self._account = Account(transaction.envelope, transaction.trace.when)
        self._by = asyncio.get_running_loop().time() + site.next_hop.handover_seconds
        self._held: list[tuple[str, Verdict, Step]] = []
        self._delivered = False
        self._who: Correspondents | None = None
        self._judgement: Judged | None = None

    async def run(self) -> tuple[Reply, ...]:
        began, transaction = time.monotonic(), self._transaction
        octets = 0
        try:
            content = transaction.content.finish()
            if content is None:
                over = replies.TOO_LARGE if transaction.content.overrun is Overrun.LIMIT else replies.NO_ROOM
                self._account.answer(over)
            else:
                octets = len(content)
                await self._decide(Mail(content, transaction.envelope), transaction.content.bare)
        except Exception as error:
            tell("error", "transaction failed", exc_info=error)
            self._account.facts["cause"] = cause(error)
            if not transaction.answered_each:
                await self._withdraw(replies.LOCAL_ERROR)
        finally:
            transaction.content.release()
        for decision in self._account.decisions:
            self._site.recorder.add(decision)
            self._learn(decision)
        self._try_out()
        self._site.keep(transaction.hop.close())
        self._account.log(octets, time.monotonic() - began)
        return tuple(self._account.replies)

    async def _decide(self, mail: Mail, bare: bool) -> None:
        settings, trace, bounces = self._site.settings, self._transaction.trace, self._transaction.listen.role == "after-queue"
        everyone = tuple(range(len(self._account.replies)))
        refused = refusal(mail.content, bare, settings)
        if refused and not bounces:
            self._account.facts |= {"outcome": Outcome.REFUSED, "by": refused[0]}
            self._account.answer(refused[1])
            return
        if self._site.check:
            mail = replace(mail, authentication=await self._site.check(mail.content, self._transaction.envelope))
        if self._site.recall:
            mail, self._who = await self._site.recall.recalled(mail, trace.when)
        verdict, failure = await self._judged(mail)
        self._account.facts |= {"id": identity(verdict), "score": round(verdict.score, 3)}
        self._judgement = None if refused else Judged(mail, verdict, failure, trace.when)
        let = Disposition(Action.DELIVER, f"unjudged: {failure}")
        steps: tuple[Step, ...]
        if refused:
            steps = (Hold(everyone, Disposition(Action.QUARANTINE, refused[0])),)
        elif failure and settings.on_failure == "tempfail":
            self._account.note(verdict, Refuse(everyone, let), Outcome.TEMPFAIL)
            return
        elif failure:
            steps = (Deliver(everyone, let, stamp_unjudged(mail.content, identity(verdict), failure, trace)),)
        else:
            steps = plan(mail, verdict, self._site.policies, Terms(settings, trace, bounces))
        await self._carry_out(mail, verdict, steps)

    def _learn(self, decision: Decision) -> None:
        """Remember who wrote to whom, where the mail was judged, found fine and delivered: nobody becomes known by an attack."""
        fine = decision.outcome == Outcome.DELIVERED and decision.disposition.action is Action.DELIVER
        if self._site.recall and self._who and fine:
            self._site.recall.learn(self._who, decision.envelope, decision.when)

    def _try_out(self) -> None:
        """Have it judged in shadow as well, unless its client will send it all again."""
        ended = any(decision.outcome != Outcome.TEMPFAIL for decision in self._account.decisions)
        if self._site.shadow and self._judgement and ended:
            self._site.shadow.offer(self._judgement)

    async def _judged(self, mail: Mail) -> tuple[Verdict, str]:
        """The verdict and "", or one that says nothing and why: "deadline" or "error"."""
        try:
            if len(mail.content) <= INLINE_OCTETS:
                with self._site.deadline:
                    return self._site.judge.judge(mail), ""
            return await self._site.aside(mail, self._by), ""
        except Exception as error:  # whatever a mail did to the judge
            overdue = isinstance(error, OverdueError)
            self._site.unjudged, self._who = self._site.unjudged + 1, None
            digest = hashlib.sha256(mail.content).hexdigest()
            self._account.facts["judging"] = cause(error)
            why = None if overdue else error
            tell("error", "judging failed", id=digest[:16], cause=cause(error), unjudged=self._site.unjudged, exc_info=why)
            return unjudged(digest), "deadline" if overdue else "error"

    async def _carry_out(self, mail: Mail, verdict: Verdict, steps: tuple[Step, ...]) -> None:
        """Holds before deliveries; where one reply stands for all, the first failure ends it and undoes what was held."""
        for step in sorted(steps, key=lambda step: isinstance(step, Deliver)):
            try:
                if isinstance(step, Hold):
                    await self._hold(mail, verdict, step)
                elif isinstance(step, Deliver):
                    await self._deliver(mail, verdict, step)
                else:
                    self._account.note(verdict, step, Outcome.REFUSED, step.reply)
            except (NextHopError, StoreError) as error:
                reply = _reply(error)
                self._account.note(verdict, step, failed(reply), reply, **_facts(error))
                if not self._transaction.answered_each:
                    await self._withdraw(reply)
                    return

    async def _hold(self, mail: Mail, verdict: Verdict, step: Step, **facts: str) -> None:
        part, when = replace(mail, envelope=self._account.envelope_of(step)), self._transaction.trace.when
        by = math.inf if self._delivered else self._by  # a 4xx would bring what was delivered once more
        quarantined = await self._site.hold(self._site.quarantine.hold, part, verdict, step.disposition, when, by=by)
        self._held.append((quarantined, verdict, step))
        self._account.note(verdict, step, Outcome.HELD, replies.accepted(identity(verdict)), **facts)

    async def _deliver(self, mail: Mail, verdict: Verdict, step: Deliver) -> None:
        try:
            said = await self._handed_on(step)
        except Exception as error:
            if not self._delivered or self._transaction.answered_each:
                raise
            await self._keep(mail, verdict, step, error)
            return
        self._delivered = True
        for reply in dict.fromkeys(said):
            whom = tuple(number for number, one in zip(step.recipients, said, strict=True) if one == reply)
            outcome, ours = (Outcome.DELIVERED, replies.accepted(identity(verdict))) if reply.accepted else (failed(reply), reply)
            self._account.note(verdict, replace(step, recipients=whom), outcome, ours, next_hop=str(reply))

    async def _handed_on(self, step: Deliver) -> tuple[Reply, ...]:
        if asyncio.get_running_loop().time() >= self._by:
            raise _NoTimeLeftError(replies.LOCAL_ERROR.code, replies.LOCAL_ERROR.text) from TimeoutError("handover_seconds are over")
        said = await self._transaction.hop.deliver(step.stamped, step.recipients, self._by)
        if not self._transaction.answered_each and not said[0].accepted:
            raise NextHopError(said[0].code, said[0].text)
        return said

    async def _keep(self, mail: Mail, verdict: Verdict, step: Deliver, error: Exception) -> None:
        """Hold a copy that could not be delivered while another was. Where that fails too, 250 would promise what nobody has: then it
        is a 4xx after all, and the copy that was taken comes twice."""
        why, said = ("no time left", {}) if isinstance(error, _NoTimeLeftError) else ("next hop refused", {"next_hop": str(error)})
        tell("warning", "held what the next hop took for others only", id=identity(verdict), by=why, **said)
        await self._hold(mail, verdict, replace(step, disposition=Disposition(Action.QUARANTINE, why)), **said)

    async def _withdraw(self, reply: Reply) -> None:
        """The client will send it all again: what was held meanwhile would be there twice."""
        undoing = (self._site.hold(self._site.quarantine.withdraw, quarantined) for quarantined, _, _ in self._held)
        undone = await asyncio.gather(*undoing, return_exceptions=True)
        for (quarantined, verdict, step), error in zip(self._held, undone, strict=True):
            if error is not None:  # the reply is what counts now
                tell("warning", "held twice if sent again", quarantined=quarantined, cause=cause(error))
            self._account.note(verdict, step, failed(reply), reply, withdrawn=error is None)
        self._account.answer(reply)


class _NoTimeLeftError(NextHopError):
    """Our own time was over: the next hop was not asked, and has said nothing."""


def _facts(error: NextHopError | StoreError) -> dict[str, str]:
    """What the log has of a step that failed."""
    if isinstance(error, StoreError):
        return {"store": cause(error)}
    said = {} if isinstance(error, _NoTimeLeftError) else {"next_hop": str(_reply(error))}
    return {**said, "cause": cause(error)}


def _reply(error: NextHopError | StoreError) -> Reply:
    if isinstance(error, NextHopError):
        return Reply(error.code, error.text)
    return replies.DISK_FULL if isinstance(error, StoreFullError) else replies.LOCAL_ERROR
