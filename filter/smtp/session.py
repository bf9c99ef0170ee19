"""One client's transactions against the next hop, up to the end of the content: who it is, and the next hop's word on its recipients.

Knows no server library and no store: what it needs of them are the protocols in `site`. What happens with the content is
`commit`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from filter.config.relay import Listen
from filter.errors import NextHopError
from filter.judge.mail import Envelope
from filter.smtp import replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.commit import Transaction, commit
from filter.smtp.intake import Content
from filter.smtp.nexthop import Hop
from filter.smtp.peer import Peer
from filter.smtp.refusals import Refusals
from filter.smtp.replies import Reply
from filter.smtp.site import Site, relays_to
from filter.smtp.stamp import Trace
from filter.smtp.told import cause

BODIES = ("7BIT", "8BITMIME")
RETURNS = ("FULL", "HDRS")


class Session:
    """The transactions of one client, one after the other. `peer` is who it is, `protocol` how it speaks (RFC 3848), "" before it did."""

    def __init__(self, site: Site, listen: Listen, peer: Peer) -> None:
        self.peer = peer
        self.protocol = ""
        self._site = site
        self._listen = listen
        self._hop: Hop | None = None
        self._sender = EnvelopePath("")
        self._recipients: list[str] = []
        self._asked = 0
        self._content: Content | None = None
        self._refusals = Refusals()
        self._dismissed = False

    @property
    def begun(self) -> bool:
        """Whether a transaction is under way: MAIL was accepted and nothing has ended it."""
        return self._hop is not None

    def greeted(self, helo: str, protocol: str) -> None:
        """The client gave its name, which ends any transaction."""
        self.reset()
        self.peer = replace(self.peer, helo=helo)
        self.protocol = protocol

    def forward(self, attributes: Mapping[str, str]) -> Reply:
        """XFORWARD: whom the next transaction comes from. More attributes may follow."""
        if self.begun:
            return replies.IN_TRANSACTION
        self.peer = replace(self.peer, forwarded={**self.peer.forwarded, **attributes})
        return replies.OK

    def mail(self, path: EnvelopePath | None) -> Reply:
        """The reply to MAIL. What the next hop says of the sender comes with its reply to RCPT, as from Postfix (smtpd_delay_reject)."""
        if self._hop is not None:
            return replies.NESTED_MAIL
        if path is None:
            return replies.BAD_SENDER
        if unfit := self._unfit(path):
            return unfit
        self._hop = self._site.next_hop.open(self.peer.introducing("SMTP" if self.protocol == "SMTP" else "ESMTP"), path)
        self._sender = path
        return replies.SENDER_OK

    async def rcpt(self, path: EnvelopePath | None) -> Reply:
        """The reply to RCPT: ours where it cannot be, else the next hop's."""
        if self._hop is None:
            return replies.NEED_MAIL
        if path is None:
            return replies.BAD_RECIPIENT
        if refusal := self._not_now(path.address):
            self.refused("recipient refused", refusal, recipient=path.address)
            return refusal
        self._asked += 1
        reply = await self._passed_on(self._hop, path)
        if reply.accepted:
            self._recipients.append(path.address)
        return reply

    def content(self) -> Content | Reply:
        """Where the content goes that the client is about to send; or why it may not."""
        if self._hop is None:
            return replies.NEED_MAIL
        if not self._recipients:
            tried = self._asked and self._listen.protocol == "smtp"  # LMTP has 503 for both (RFC 2033 4.2)
            return replies.NO_RECIPIENT if tried else replies.NEED_RECIPIENT
        if self._content is None:
            self._content = Content(self._site.settings.max_message_bytes, self._site.budget)
        return self._content

    @property
    def in_chunks(self) -> bool:
        """Whether a BDAT was taken and the last one has not come."""
        return self._content is not None

    async def finish(self) -> tuple[Reply, ...]:
        """The replies to the end of the content, one for each recipient. Ends the transaction.

        Once begun it is seen through to its end, even if the client goes and the caller is cancelled.
        """
        hop, content = self._hop, self._content
        if hop is None or content is None:
            return (replies.NEED_MAIL,)
        transaction = Transaction(hop, content, self._envelope(), self._trace(), self._listen)
        self._hop = self._content = None
        self._end()
        return await commit(self._site, transaction)

    def reset(self) -> None:
        """Forget the transaction; at the next hop it ends without DATA."""
        if self._content is not None:
            self._content.release()
        self._end()

    def refused(self, event: str, reply: Reply | None, *, level: str = "info", **facts: Any) -> None:
        """Have the log told of mail that was turned away before its content had come."""
        said = {"reply": str(reply)} if reply else {}
        begun = {"sender": self._sender.address} if self.begun else {}
        about = {"client": self.peer.client, "helo": self.peer.client_helo}
        self._refusals.tell(level, event, **{**about, **begun, **facts, **said})

    def dismissed(self, reply: Reply) -> None:
        """The connection is about to end with this reply."""
        if self.begun and not self._dismissed:
            self._broken_off(reply)
        self._dismissed = True

    def gone(self) -> None:
        """The client is gone, and what was not committed with it."""
        if self.in_chunks and not self._dismissed:
            self._broken_off(None, cause="the client is gone")
        self._refusals.close(self.peer.client)
        self.reset()

    def _broken_off(self, reply: Reply | None, **facts: str) -> None:
        first = {"recipient": self._recipients[0]} if self._recipients else {}
        octets = self._content.octets if self._content else 0
        self.refused("transaction broken off", reply, **first, recipients=len(self._recipients), octets=octets, **facts)

    def _end(self) -> None:
        hop, self._hop, self._content = self._hop, None, None
        self._sender, self._recipients, self._asked = EnvelopePath(""), [], 0
        if self.peer.forwarded:
            self.peer = replace(self.peer, forwarded={})
        if hop is not None:
            self._site.keep(hop.close())

    def _not_now(self, recipient: str) -> Reply | None:
        """Why a recipient cannot be added, here or now."""
        if self._content is not None:
            return replies.IN_BDAT
        if not relays_to(self._listen, self.peer.address, recipient):
            return replies.RELAY_DENIED
        if self._asked >= self._site.settings.max_recipients:
            return replies.TOO_MANY_RECIPIENTS
        alone = self._recipients and not self._one_reply_does(recipient)
        return replies.OWN_TRANSACTION if alone else None

    def _one_reply_does(self, recipient: str) -> bool:
        """Whether one reply to the content will be true for this recipient too (RFC 5321 has no other, RFC 2033 has)."""
        if self._listen.protocol == "lmtp":
            return True
        if self._site.next_hop.answers_each:
            return False
        if self._listen.role == "after-queue" or self._site.settings.observe:
            return True
        policies = self._site.policies
        return policies.of(recipient).refusals == policies.of(self._recipients[0]).refusals

    def _unfit(self, path: EnvelopePath) -> Reply | None:
        """Why MAIL's parameters cannot be accepted; the next hop judges the ones we do not know."""
        size = path.parameter("SIZE")
        if size is not None and not (size.isascii() and size.isdigit() and len(size) <= 20):
            return replies.BAD_PARAMETER
        if size is not None and int(size) > self._site.settings.max_message_bytes:
            return replies.TOO_LARGE
        if size is not None and not self._site.budget.room(int(size)):
            return replies.NO_ROOM
        words = ((path.parameter("BODY"), BODIES), (path.parameter("RET"), RETURNS))
        return replies.BAD_PARAMETER if any(said is not None and said.upper() not in known for said, known in words) else None

    async def _passed_on(self, hop: Hop, path: EnvelopePath) -> Reply:
        """The next hop's reply to RCPT."""
        try:
            reply = await hop.rcpt(path)
        except NextHopError as error:
            reply = Reply(error.code, error.text)
            self.refused("recipient refused", reply, level="warning", recipient=path.address, cause=cause(error))
            return reply
        if not reply.accepted:
            self.refused("recipient refused", reply, recipient=path.address, next_hop=str(reply))
        return reply

    def _envelope(self) -> Envelope:
        return Envelope(self.peer.client, self.peer.client_helo, self._sender.address, tuple(self._recipients))

    def _trace(self) -> Trace:
        protocol = f"UTF8{self.protocol.removeprefix('E')}" if self._sender.parameter("SMTPUTF8") is not None else self.protocol
        lone = self._recipients[0] if len(self._recipients) == 1 else ""
        return Trace(self.peer.helo, self.peer.address, protocol, lone, self._site.hostname, datetime.now(UTC))
