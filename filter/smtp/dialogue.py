"""The talk with one client: the verbs of a transaction, their syntax, their order, and the reply. `introduction` has the others.

Knows neither sockets nor aiosmtpd. What a transaction is, `session` knows.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from filter.smtp import replies
from filter.smtp.commands import chunk_size, forward_path, reverse_path
from filter.smtp.introduction import Introduction
from filter.smtp.refusals import shown
from filter.smtp.replies import Reply


class Dialogue(Introduction):
    """One client's commands, one after the other."""

    async def obey(self, line: bytes) -> None:
        """One command line, without its end."""
        verb, _, argument = line.decode(errors="surrogateescape").partition(" ")
        command = _COMMANDS.get(verb.upper()) if verb.isascii() else None  # the upper case of some letters is another's
        if command is None:
            await self.refuse(replies.NOT_KNOWN)
        else:
            await command(self, argument.strip(" "))

    async def _answer(self, reply: Reply) -> None:
        """A reply that may be to a command wrong in itself."""
        if reply in _WRONG:
            await self.refuse(reply)
        else:
            await self._wire.say(reply)

    async def _mail(self, argument: str) -> None:
        """RFC 5321 4.1.1.2."""
        path = reverse_path(argument)
        reply = self._too_early() or self.session.mail(path)
        if not reply.accepted:
            self.session.refused("sender refused", reply, sender=path.address if path else shown(argument))
        await self._answer(reply)

    def _too_early(self) -> Reply | None:
        """What has to come before MAIL."""
        if not self.session.protocol:
            return replies.NEED_HELLO
        return replies.NEED_TLS if self._listen.tls == "required" and not self._wire.secure else None

    async def _rcpt(self, argument: str) -> None:
        """RFC 5321 4.1.1.3."""
        with self._wire.waited_for():
            reply = await self.session.rcpt(forward_path(argument))
        if reply == replies.BAD_RECIPIENT:
            self.session.refused("recipient refused", reply, recipient=shown(argument))
        await self._answer(reply)

    async def _data(self, argument: str) -> None:
        """RFC 5321 4.1.1.4."""
        content = replies.BAD_DATA if argument else replies.IN_BDAT if self.session.in_chunks else self.session.content()
        if isinstance(content, Reply):
            await self.refuse(content)
            return
        await self._wire.say(replies.START_DATA)
        await self._wire.intake.data(content)
        await self._finish()

    async def _bdat(self, argument: str) -> None:
        """RFC 3030 2: the octets come whatever we say, so they are read first."""
        chunk = chunk_size(argument)
        if chunk is None:
            self._dismiss(replies.BAD_BDAT)  # nobody knows where the next command begins
            return
        octets, last = chunk
        content = self.session.content()
        await self._wire.intake.chunk(octets, None if isinstance(content, Reply) else content)
        if isinstance(content, Reply):
            await self.refuse(content)
        elif last:
            await self._finish()
        else:
            await self._wire.say(replies.chunk_taken(octets))

    async def _finish(self) -> None:
        with self._wire.waited_for():
            answers = await self.session.finish()
        for reply in answers if self._listen.protocol == "lmtp" else answers[:1]:
            await self._wire.say(reply)

    async def _rset(self, argument: str) -> None:
        """RFC 5321 4.1.1.5."""
        if argument:
            await self.refuse(replies.NO_ARGUMENT)
        else:
            self.session.reset()
            await self._wire.say(replies.OK)

    async def _noop(self, _: str) -> None:
        """RFC 5321 4.1.1.9."""
        await self._wire.say(replies.OK)

    async def _help(self, _: str) -> None:
        """RFC 5321 4.1.1.8."""
        await self._wire.say(replies.HELP)

    async def _vrfy(self, argument: str) -> None:
        """RFC 5321 4.1.1.6, saying as little as 7.3 allows."""
        if argument:
            await self._wire.say(replies.CANNOT_VERIFY)
        else:
            await self.refuse(replies.NEED_ARGUMENT)

    async def _expn(self, _: str) -> None:
        """RFC 5321 4.1.1.7: known, and not offered; so is AUTH."""
        await self.refuse(replies.NOT_OFFERED)

    async def _quit(self, argument: str) -> None:
        """RFC 5321 4.1.1.10."""
        if argument:
            await self.refuse(replies.NO_ARGUMENT)
        else:
            self.over = True
            await self._wire.say(replies.GOODBYE)


# RCPT without MAIL is none of them: a client that pipelines does not know yet that its MAIL was refused.
_WRONG = frozenset(
    {
        *(replies.BAD_SENDER, replies.BAD_RECIPIENT, replies.BAD_PARAMETER, replies.NESTED_MAIL, replies.IN_BDAT),
        *(replies.NEED_HELLO, replies.NEED_TLS),
    }
)

_COMMANDS: dict[str, Callable[[Dialogue, str], Awaitable[None]]] = {
    verb: getattr(Dialogue, f"_{verb.lower()}")
    for verb in (
        *("HELO", "EHLO", "LHLO", "MAIL", "RCPT", "DATA", "BDAT", "RSET"),
        *("STARTTLS", "XFORWARD", "XCLIENT", "NOOP", "HELP", "VRFY", "EXPN", "QUIT"),
    )
} | {"AUTH": Dialogue._expn}
