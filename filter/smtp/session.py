"""One client's transactions against the next hop, as they happen: MAIL and RCPT mirrored, DATA judged, the plan carried out.

Knows no server library and no store: what it needs of them are the protocols in `site`. 250 after DATA leaves here only when
every step of the plan succeeded; any other ending is temporary, unless the policy or the next hop said no for good.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog

from filter.errors import NextHopError, StoreError
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Disposition, decide
from filter.judge.verdict import Verdict
from filter.smtp import replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.nexthop import Hop
from filter.smtp.plan import Deliver, Hold, Plan, failed, plan, refusal
from filter.smtp.replies import Reply
from filter.smtp.site import Site
from filter.smtp.stamp import identity

# Judging a longer message would keep the event loop from other clients: it goes to a thread.
INLINE_OCTETS = 65_536
BODIES = ("7BIT", "8BITMIME")

log = structlog.get_logger("filter.smtp")


@dataclass(frozen=True, slots=True)
class Transaction:
    """A mail whose content has come, the hop that knows its recipients, and when it came."""

    mail: Mail
    hop: Hop
    received: datetime


class Session:
    """The transactions of one client, one after the other. `helo` is the name it gave, `client` its address."""

    def __init__(self, site: Site, client: str) -> None:
        self.helo = ""
        self.client = client
        self._site = site
        self._hop: Hop | None = None
        self._sender = ""
        self._recipients: list[str] = []
        self._asked = 0

    @property
    def begun(self) -> bool:
        """Whether a transaction is under way: MAIL was accepted and nothing has ended it."""
        return self._hop is not None

    async def mail(self, path: EnvelopePath | None) -> Reply:
        """The reply to MAIL: ours where it cannot be, else the next hop's."""
        if self._hop is not None:
            return replies.NESTED_MAIL
        if path is None:
            return replies.BAD_SENDER
        if unfit := self._unfit(path):
            return unfit
        self._hop = self._site.open_hop()
        self._sender = path.address
        reply = await self._told(self._hop.mail(path))
        if not reply.accepted:
            self.reset()
        return reply

    async def rcpt(self, path: EnvelopePath | None) -> Reply:
        """The reply to RCPT: ours where it cannot be, else the next hop's."""
        if self._hop is None:
            return replies.NEED_MAIL
        if path is None:
            return replies.BAD_RECIPIENT
        if self._asked >= self._site.listen.max_recipients:
            return replies.TOO_MANY_RECIPIENTS
        self._asked += 1
        reply = await self._told(self._hop.rcpt(path))
        if reply.accepted:
            self._recipients.append(path.address)
        return reply

    def data_refusal(self) -> Reply | None:
        """Why DATA cannot begin now; None where it can."""
        if self._hop is None:
            return replies.NEED_MAIL
        if not self._recipients:
            return replies.NO_RECIPIENT if self._asked else replies.NEED_RECIPIENT
        return None

    async def data(self, content: bytes | None) -> Reply:
        """The reply to the end of data; None stands for content past the size limit. Ends the transaction.

        Once begun it is seen through to its end, even if the client goes and the caller is cancelled.
        """
        hop, self._hop = self._hop, None
        if hop is None:
            return replies.NEED_MAIL
        envelope = Envelope(self.client, self.helo, self._sender, tuple(self._recipients))
        self.reset()
        if content is None:
            self._site.keep(hop.close())
            return replies.TOO_LARGE
        transaction = Transaction(Mail(content, envelope), hop, datetime.now(UTC))
        return await asyncio.shield(self._site.keep(self._commit(transaction)))

    def reset(self) -> None:
        """Forget the transaction; the next hop is told goodbye without DATA."""
        hop, self._hop = self._hop, None
        self._sender, self._asked = "", 0
        self._recipients = []
        if hop is not None:
            self._site.keep(hop.close())

    def _unfit(self, path: EnvelopePath) -> Reply | None:
        """Why MAIL's parameters cannot be accepted; the next hop judges the ones we do not know."""
        size = path.parameter("SIZE")
        if size is not None and not (size.isascii() and size.isdigit() and len(size) <= 20):
            return replies.BAD_PARAMETER
        if size is not None and int(size) > self._site.listen.max_message_bytes:
            return replies.TOO_LARGE
        body = path.parameter("BODY")
        return replies.BAD_PARAMETER if body is not None and body.upper() not in BODIES else None

    async def _told(self, step: Coroutine[Any, Any, Reply]) -> Reply:
        try:
            return await step
        except NextHopError as error:
            log.warning("next hop failed", client=self.client, reply=str(error), cause=_cause(error))
            return Reply(error.code, error.text)

    async def _commit(self, transaction: Transaction) -> Reply:
        """Judge, act, record, log. Never raises: what nobody foresaw is a 451, not a bounce."""
        began = time.monotonic()
        try:
            refused = refusal(transaction.mail.content)
            reply, facts = (refused, {}) if refused else await self._decided(transaction)
        except Exception as error:
            log.exception("transaction failed")
            reply, facts = replies.LOCAL_ERROR, {"cause": _cause(error)}
        self._site.keep(transaction.hop.close())
        with suppress(Exception):  # a log that fails must not turn a delivered mail's 250 into a 451
            self._log_transaction(transaction, reply, facts, time.monotonic() - began)
        return reply

    async def _decided(self, transaction: Transaction) -> tuple[Reply, dict[str, Any]]:
        mail = transaction.mail
        inline = len(mail.content) <= INLINE_OCTETS
        verdict, disposition, todo = self._judged(transaction) if inline else await asyncio.to_thread(self._judged, transaction)
        reply, outcome, cause = todo.reply, todo.outcome, ""
        try:
            next_hop = await self._carry_out(transaction, verdict, disposition, todo)
        except NextHopError as error:
            reply, next_hop, cause = Reply(error.code, error.text), str(error), _cause(error)
            outcome = failed(reply)
        except StoreError as error:
            reply, next_hop, cause = replies.LOCAL_ERROR, "", _cause(error)
            outcome = failed(reply)
        await self._record(transaction, verdict, disposition, outcome)
        facts = {"id": identity(verdict), "action": disposition.action, "by": disposition.cause, "outcome": outcome}
        return reply, {**facts, "score": round(verdict.score, 3), "next_hop": next_hop, "cause": cause}

    def _judged(self, transaction: Transaction) -> tuple[Verdict, Disposition, Plan]:
        """The pure part, on whatever thread."""
        verdict = self._site.judge.judge(transaction.mail)
        disposition = decide(verdict, self._site.policy)
        return verdict, disposition, plan(transaction.mail, verdict, disposition, self._site.hostname, transaction.received)

    async def _carry_out(self, transaction: Transaction, verdict: Verdict, disposition: Disposition, todo: Plan) -> str:
        """Every step, in order; what the next hop said, "" where it was not asked. Raises NextHopError or StoreError."""
        said = ""
        for step in todo.steps:
            match step:
                case Deliver(content):
                    said = str(await transaction.hop.deliver(content))
                case Hold(mail):
                    received = transaction.received
                    await asyncio.to_thread(self._site.quarantine.hold, mail, verdict, disposition, received)
        return said

    async def _record(self, transaction: Transaction, verdict: Verdict, disposition: Disposition, outcome: str) -> None:
        """The mail's fate is decided by now, so a journal that fails is logged and counted, nothing more."""
        try:
            record = self._site.journal.record
            await asyncio.to_thread(record, transaction.mail, verdict, disposition, outcome, transaction.received)
        except Exception:
            self._site.unrecorded += 1
            log.exception("journal lost a decision", id=identity(verdict), lost=self._site.unrecorded)

    def _log_transaction(self, transaction: Transaction, reply: Reply, facts: dict[str, Any], seconds: float) -> None:
        envelope = transaction.mail.envelope or Envelope()
        log.info(
            "transaction",
            client=envelope.client,
            helo=envelope.helo,
            sender=envelope.sender,
            recipients=len(envelope.recipients),
            octets=len(transaction.mail.content),
            reply=str(reply),
            seconds=round(seconds, 4),
            **facts,
        )


def _cause(error: BaseException) -> str:
    """What lies under an error, for the log alone."""
    root = error.__cause__ or error
    return f"{type(root).__name__}: {root}"
