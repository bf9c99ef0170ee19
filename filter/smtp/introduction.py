"""Who is who: the verbs by which a client names itself or another, and by which it goes over to TLS; and whom we serve.

The connection is a `Wire`: neither sockets nor aiosmtpd are known here. The verbs of a transaction are `dialogue`'s.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from filter.config.relay import Listen
from filter.smtp import replies
from filter.smtp.esmtp import announced
from filter.smtp.intake import Intake
from filter.smtp.peer import XCLIENT, XFORWARD, Peer, attributes
from filter.smtp.replies import Reply
from filter.smtp.session import Session
from filter.smtp.site import Site, within

MAX_ERRORS = 50
"""Commands unknown, malformed or out of order that one connection may bring."""


class Wire(Protocol):
    """What the talk asks of its connection."""

    intake: Intake

    @property
    def secure(self) -> bool:
        """Whether TLS is on."""

    async def say(self, reply: Reply) -> None:
        """Send a reply."""

    def dismiss(self, reply: Reply) -> None:
        """Say so and hang up, without waiting for a client that does not read."""

    async def start_tls(self) -> None:
        """Say 220 and begin TLS."""

    def waited_for(self) -> AbstractContextManager[None]:
        """While the client waits for us it cannot be silent for too long."""


class Introduction:
    """Who is there, as far as its connection, a trusted peer or itself has said."""

    def __init__(self, site: Site, listen: Listen, wire: Wire) -> None:
        self.session = Session(site, listen, Peer())
        self.over = False
        self._site = site
        self._listen = listen
        self._wire = wire
        self._trusted = False
        self._errors = 0

    def met(self, client: str) -> Reply | None:
        """Whose connection it is (a PROXY header may say so); why it is not served, if it is not.

        A client that a trusted proxy brought is not trusted for that.
        """
        self._trusted = within(client, self._listen.trusted_networks)
        self.session.peer = Peer(client)
        return self._refusal()

    async def greet(self) -> None:
        """RFC 5321 4.3.1."""
        await self._wire.say(Reply(220, f"{self._site.hostname} {replies.GREETING}"))

    def forget(self) -> None:
        """TLS has begun: what was said before counts no more (RFC 3207 4.2)."""
        self._wire.intake.forget()
        self.session.greeted("", "")

    async def refuse(self, reply: Reply) -> None:
        """A command that is wrong in itself; too many of them end the connection."""
        self._errors += 1
        if self._errors > MAX_ERRORS:
            self._dismiss(replies.TOO_MANY_ERRORS)
        else:
            await self._wire.say(reply)

    async def _helo(self, name: str, verb: str = "HELO") -> None:
        """HELO, EHLO (RFC 5321 4.1.1.1) and LHLO (RFC 2033 4.1)."""
        if (verb == "LHLO") != (self._listen.protocol == "lmtp"):
            await self.refuse(replies.NOT_KNOWN)
        elif not name:
            await self.refuse(replies.BAD_HELLO)
        else:
            tls = "S" if self._wire.secure else ""
            protocol = {"HELO": "SMTP", "EHLO": f"ESMTP{tls}", "LHLO": f"LMTP{tls}"}[verb]
            self.session.greeted(name.encode(errors="surrogateescape").decode(errors="replace"), protocol)
            lines = () if verb == "HELO" else await self._offers()
            await self._wire.say(Reply(250, "\n".join((self._site.hostname, *lines))))

    async def _ehlo(self, name: str) -> None:
        await self._helo(name, "EHLO")

    async def _lhlo(self, name: str) -> None:
        await self._helo(name, "LHLO")

    async def _starttls(self, argument: str) -> None:
        """RFC 3207."""
        if self._listen.tls == "off":
            await self.refuse(replies.NOT_OFFERED)
        elif argument or self._wire.secure:
            await self.refuse(replies.NO_ARGUMENT if argument else replies.UNDER_TLS)
        else:
            await self._wire.start_tls()

    async def _xforward(self, argument: str) -> None:
        """Postfix's XFORWARD_README."""
        found = attributes(argument, XFORWARD)
        if found is None or not self._trusted:
            await self.refuse(replies.BAD_ATTRIBUTES if self._trusted else replies.NOT_TRUSTED)
        else:
            await self._wire.say(self.session.forward(found))

    async def _xclient(self, argument: str) -> None:
        """Postfix's XCLIENT_README: the named client takes the peer's place, and is admitted and greeted anew."""
        found = attributes(argument, XCLIENT)
        if found is None or not self._trusted:
            await self.refuse(replies.BAD_ATTRIBUTES if self._trusted else replies.NOT_TRUSTED)
        elif self.session.begun:
            await self.refuse(replies.IN_TRANSACTION)
        else:
            self.session.peer = self.session.peer.named(found)
            self.session.protocol = ""
            if refusal := self._refusal():
                self._dismiss(refusal)
            else:
                await self.greet()

    def _dismiss(self, reply: Reply) -> None:
        self.over = True
        if not self.session.begun:  # else the transaction's end is told
            self.session.refused("client dismissed", reply)
        self._wire.dismiss(reply)

    async def _offers(self) -> tuple[str, ...]:
        with self._wire.waited_for():
            await self._site.next_hop.probe()
        starttls = self._listen.tls != "off" and not self._wire.secure
        largest = self._site.settings.max_message_bytes
        return announced(self._site.next_hop.extensions, largest, starttls=starttls, trusted=self._trusted)

    def _refusal(self) -> Reply | None:
        if self._listen.role == "mx" or within(self.session.peer.address, self._listen.allowed_networks):
            return None
        return replies.NOT_ADMITTED
