"""Where accepted mail goes: transactions with a mail server in SMTP or LMTP, or a Maildir.

A hop has taken a message for the recipients whose reply from `deliver` is positive, and for no others; one that is closed
without it has taken nothing. What has no reply to pass on is a `NextHopError`, and temporary. Nothing here judges.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from filter.config.relay import NextHop
from filter.config.types import Server
from filter.errors import NextHopError
from filter.smtp import replies
from filter.smtp.channel import FAILURES, Channel, Said
from filter.smtp.commands import EnvelopePath
from filter.smtp.esmtp import MAILDIR, Extensions
from filter.smtp.maildir import MaildirHop, prepare_maildir
from filter.smtp.peer import forwarding
from filter.smtp.pool import Pool
from filter.smtp.replies import Reply, mirrored
from filter.smtp.stamp import Stamped


class Hop(Protocol):
    """One transaction with the next hop, step by step. Every step raises NextHopError where there is no reply to pass on.

    `content_sent`: a `deliver` that failed had begun to hand the content over, so it may have arrived all the same.
    """

    content_sent: bool

    async def rcpt(self, recipient: EnvelopePath) -> Reply:
        """The next hop's reply to RCPT; or to MAIL, which goes there with the first RCPT, where it refused that."""

    async def deliver(self, stamped: Stamped, recipients: tuple[int, ...], by: float | None = None) -> tuple[Reply, ...]:
        """Hand the content over for some of the accepted recipients, by number; a reply for each, in their order.

        A mail server has it all by then (the event loop's time), or in `handover_seconds` from now, or never will. May be called again for
        the others.
        """

    async def close(self) -> None:
        """End it, whatever its state. Never raises."""


class Destination:
    """The next hop of a relay: makes a hop for each transaction, and knows what can be passed on."""

    def __init__(self, settings: NextHop, hostname: str) -> None:
        """`hostname` is ours, for EHLO and for file names. Raises OSError where TLS or the Maildir cannot be set up."""
        self.answers_each = settings.kind == "lmtp"
        self.handover_seconds = settings.handover_seconds
        self._settings = settings
        self._hostname = hostname
        self._pool = None if settings.kind == "maildir" else Pool(settings, hostname)

    @property
    def extensions(self) -> Extensions:
        """What the next hop offers, as far as is known."""
        return self._pool.extensions if self._pool else MAILDIR

    def open(self, client: Mapping[str, str], sender: EnvelopePath) -> Hop:
        """A hop for one transaction; `client` are the attributes that it is introduced with by XFORWARD."""
        if self._pool:
            return ServerHop(self._pool, client, sender)
        return MaildirHop(self._settings.path, self._hostname, sender.address)

    async def prepare(self) -> None:
        """Make the Maildir, or learn what the mail server offers; one that is down may come later. Raises OSError."""
        await self.probe()
        if self._pool is None:
            await asyncio.to_thread(prepare_maildir, self._settings.path)

    async def probe(self) -> None:
        """Learn what it offers, if that is not known."""
        if self._pool:
            await self._pool.probe()

    async def close(self) -> None:
        """Let go of every connection."""
        if self._pool:
            await self._pool.close()


class ServerHop:
    """One transaction with a mail server, over a connection of the pool. `_begun` are the recipients, by number, that the server
    has accepted for it; None while none is open there."""

    def __init__(self, pool: Pool, client: Mapping[str, str], sender: EnvelopePath) -> None:
        self.content_sent = False
        self._pool = pool
        self._client = client
        self._sender = sender
        self._channel: Channel | None = None
        self._recipients: list[EnvelopePath] = []
        self._begun: list[int] | None = None
        self._asked = False
        self._refusal: Reply | None = None

    async def rcpt(self, recipient: EnvelopePath) -> Reply:
        if self._refusal:
            return self._refusal
        if self._asked:
            with self._tempfailing() as channel:
                reply = _passed_on(await channel.ask(_line("RCPT TO", recipient, channel.extensions)))
        else:
            reply = await self._first(recipient)
        if reply.accepted and self._begun is not None:
            self._begun.append(len(self._recipients))
            self._recipients.append(recipient)
        return reply

    async def _first(self, recipient: EnvelopePath) -> Reply:
        """The first server that answers takes the transaction; one that hangs up before, or says 421, has not."""
        self._asked = True
        tried: set[Server] = set()
        while (channel := await self._pool.channel(tried)) is not None:
            channel.messages += 1
            try:
                mail, rcpt = await self._begin(channel, recipient)
                for said in (mail, rcpt):
                    if said.code == 421:
                        raise ConnectionError(f"421 {said.text}")
            except BaseException as error:
                channel.abort()
                if not isinstance(error, FAILURES):
                    raise
                if not channel.kept or isinstance(error, TimeoutError):  # else it may just have grown old
                    tried.add(channel.server)
                    self._pool.failed(channel.server, error)
                continue
            self._channel = channel
            if mail.code // 100 != 2:
                self._refusal = _passed_on(mail)
                return self._refusal
            self._begun = []
            return _passed_on(rcpt)
        raise _unreachable() from self._pool.failure

    async def deliver(self, stamped: Stamped, recipients: tuple[int, ...], by: float | None = None) -> tuple[Reply, ...]:
        self.content_sent = False
        with self._tempfailing() as channel:
            if "8BITMIME" not in channel.extensions and not stamped.isascii():
                raise NextHopError(replies.NEEDS_8BIT.code, replies.NEEDS_8BIT.text)
            with channel.hurried(by):
                if self._begun != list(recipients):
                    await self._readdress(channel, recipients)
                start = await channel.ask("DATA")
                if start.code != replies.START_DATA.code:
                    raise _declined(start)
                self.content_sent = True
                await channel.send(stamped.front, stamped.content, stamped.start)
            answers = [_mirrored_end(await channel.done())]
            self._begun = None
        if not self._pool.lmtp:
            return tuple(answers) * len(recipients)
        try:
            for _ in recipients[1:]:
                answers.append(_mirrored_end(await channel.done()))  # noqa: PERF401  (what was said counts though the next fails)
        except FAILURES:  # who was answered has the message or not; the others are tried again
            channel.abort()
            answers += [replies.NEXT_HOP_FAILED] * (len(recipients) - len(answers))
        return tuple(answers)

    async def close(self) -> None:
        channel, self._channel = self._channel, None
        if channel is None:
            return
        try:
            if not channel.usable:
                raise ConnectionError
            if self._begun is not None:
                await channel.ask("RSET")
        except FAILURES:
            channel.abort()
        else:
            await self._pool.give_back(channel)

    async def _begin(self, channel: Channel, recipient: EnvelopePath) -> tuple[Said, Said]:
        """The replies to MAIL and to the first RCPT, sent together: a round trip less than one after the other."""
        if self._sender.parameter("SMTPUTF8") is not None and "SMTPUTF8" not in channel.extensions:
            return (Said(replies.NEEDS_SMTPUTF8.code, [replies.NEEDS_SMTPUTF8.text]),) * 2
        offered = channel.extensions.offered.get("XFORWARD", "").split()
        ours = _line("MAIL FROM", self._sender, channel.extensions), _line("RCPT TO", recipient, channel.extensions)
        *_, mail, rcpt = await channel.ask_all(*forwarding(self._client, offered), *ours)
        return mail, rcpt

    async def _readdress(self, channel: Channel, recipients: tuple[int, ...]) -> None:
        """The same transaction again, for some of its recipients. What was accepted before should be so again."""
        if self._begun is not None:
            await channel.ask("RSET")
        self._begun = []
        first, *others = recipients
        heard = [*await self._begin(channel, self._recipients[first])]
        heard += [await channel.ask(_line("RCPT TO", self._recipients[at], channel.extensions)) for at in others]
        for said in heard:
            if said.code // 100 != 2:
                raise _declined(said)
        self._begun = list(recipients)

    @contextmanager
    def _tempfailing(self) -> Iterator[Channel]:
        """The connection; whatever goes wrong on it is temporary: the next hop never said no."""
        channel = self._channel
        if channel is None:
            raise _unreachable()
        try:
            yield channel
        except FAILURES as error:
            channel.abort()
            self._channel = None
            raise _unreachable() from error


def _line(command: str, path: EnvelopePath, extensions: Extensions) -> str:
    return " ".join((f"{command}:<{path.address}>", *extensions.takes(path)))


def _passed_on(said: Said) -> Reply:
    return mirrored(said.code, said.text)


def _mirrored_end(said: Said) -> Reply:
    """The reply to the end of data; another 2yz than 250 would be no promise."""
    return _passed_on(said) if said.code == 250 or said.code // 100 != 2 else replies.NEXT_HOP_FAILED


def _declined(said: Said) -> NextHopError:
    """A reply that ends the transaction; a 2yz or 3yz that should have been another is temporary."""
    reply = _passed_on(said)
    reply = replies.NEXT_HOP_FAILED if reply.accepted else reply
    return NextHopError(reply.code, reply.text)


def _unreachable() -> NextHopError:
    return NextHopError(replies.NEXT_HOP_FAILED.code, replies.NEXT_HOP_FAILED.text)
