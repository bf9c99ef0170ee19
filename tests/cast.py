"""What the tests of one session need around it: a next hop that says what it is told to say, and a site without sockets."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from actors import MESSAGE, Client, Journal, Judge, Quarantine, verdict

from filter.config.relay import Listen, RelaySection
from filter.judge.mail import Mail
from filter.judge.policy import Policies, Policy, Thresholds
from filter.judge.verdict import Verdict
from filter.smtp import replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.deadline import Deadline
from filter.smtp.dialogue import Dialogue
from filter.smtp.esmtp import MAILDIR, Extensions
from filter.smtp.intake import Budget, Content, Intake
from filter.smtp.peer import Peer
from filter.smtp.relay import Relay
from filter.smtp.replies import Reply
from filter.smtp.session import Session
from filter.smtp.site import Site
from filter.smtp.stamp import Stamped
from filter.store.journal import Decision

LONG = b"\r\n" + b"x" * 100_000 + b"\r\n.\r\n"
"""Content, its end included, that is judged in a thread."""

ANN = EnvelopePath("ann@example.org")
BOB = "bob@example.net"
EVE = "eve@example.net"
QUEUED = Reply(250, "2.0.0 queued")

SITE = Policy(overall=Thresholds(tag=2.0, quarantine=4.0, reject=12.0))
STRICT = Policy(overall=Thresholds(tag=1.0, quarantine=2.0, reject=12.0), group="strict")
STERN = Policy(overall=Thresholds(reject=2.0), group="stern")


LMTP = {"protocol": "lmtp"}
BEHIND = {"role": "after-queue"}
OPEN = {"allowed_networks": ["0.0.0.0/0"]}
MX = {"role": "mx", "relay_domains": ["example.net"], "allowed_networks": ["127.0.0.0/8"]}
TLS = {**OPEN, "tls": "opportunistic", "tls_certificate": "never-read.pem"}
MAIL, RCPT = "MAIL FROM:<ann@example.org>", "RCPT TO:<bob@example.net>"
ADDRESSED = ("EHLO client.test", MAIL, RCPT)


class Hop:
    """A transaction by script.

    `says` replaces the reply to a call or has it raise: "rcpt", "deliver", "deliver 2" for the second of them. "for 1"
    replaces the reply for recipient 1, as an LMTP server has one for each. `taken` is what it took, and for whom. `reached` is set
    once a content arrives, which waits for `gate`.
    """

    def __init__(self) -> None:
        self.says: dict[str, Reply | Exception] = {}
        self.calls: list[str] = []
        self.taken: list[tuple[tuple[int, ...], bytes]] = []
        self.reached = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()

    def _answer(self, call: str, usual: Reply) -> Reply:
        self.calls.append(call)
        answer = self.says.get(f"{call} {self.calls.count(call)}", self.says.get(call, usual))
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def rcpt(self, recipient: EnvelopePath) -> Reply:
        return self._answer("rcpt", replies.RECIPIENT_OK)

    async def deliver(self, stamped: Stamped, recipients: tuple[int, ...], by: float | None = None) -> tuple[Reply, ...]:
        self.reached.set()
        await self.gate.wait()
        usual = self._answer("deliver", QUEUED)
        said = [self.says.get(f"for {number}", usual) for number in recipients]
        answers = tuple(reply for reply in said if isinstance(reply, Reply))
        taken = tuple(number for number, reply in zip(recipients, answers, strict=True) if reply.accepted)
        if taken:
            self.taken.append((taken, stamped.whole))
        return answers

    async def close(self) -> None:
        self.calls.append("close")


class Onward:
    """A next hop whose transactions all are the one `hop`. `introduced` is what it was told of each client, `senders` of each sender."""

    def __init__(self) -> None:
        self.answers_each = False
        self.handover_seconds = 60.0
        self.extensions: Extensions = MAILDIR
        self.hop = Hop()
        self.introduced: list[Mapping[str, str]] = []
        self.senders: list[EnvelopePath] = []
        self.probed = 0

    async def probe(self) -> None:
        self.probed += 1

    def open(self, client: Mapping[str, str], sender: EnvelopePath) -> Hop:
        self.introduced.append(client)
        self.senders.append(sender)
        return self.hop


class Stuck:
    """A judge that does not return until `go` is set; `begun` is set once it was asked. For content that is judged in a thread."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.go = threading.Event()
        self._loop = asyncio.get_running_loop()

    def judge(self, mail: Mail) -> Verdict:
        self._loop.call_soon_threadsafe(self.begun.set)
        self.go.wait(20)
        return verdict()


class AtOnce:
    """A recorder that keeps nobody waiting."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def add(self, decision: Decision) -> None:
        self.journal.record([decision])


class Cast:
    """A session of a client at 192.0.2.7, and all around it. `listen` are keys of a listener, `settings` those of [relay]."""

    def __init__(self, listen: dict[str, Any] | None = None, **settings: Any) -> None:
        self.judge, self.quarantine, self.journal, self.onward = Judge(), Quarantine(), Journal(), Onward()
        self.hop = self.onward.hop
        self.listen = Listen.model_validate({"allowed_networks": ["192.0.2.0/24"], **(listen or {})})
        relay = RelaySection.model_validate({"hostname": "relay.test", **settings})
        budget, deadline, recorder = Budget(relay.max_in_flight_bytes), Deadline(relay.judge_seconds), AtOnce(self.journal)
        policies = Policies(SITE)
        self.site = Site(relay, "relay.test", self.judge, policies, self.quarantine, recorder, self.onward, budget, deadline)  # type: ignore[arg-type]
        self.session = Session(self.site, self.listen, Peer("192.0.2.7"))
        self.session.greeted("client.test", "LMTP" if self.listen.protocol == "lmtp" else "ESMTP")

    def group(self, policy: Policy, *recipients: str) -> None:
        """Give these recipients a policy of their own."""
        self.site.policies = Policies(SITE, (*self.site.policies.groups, (frozenset(recipients), policy)))

    async def address(self, *recipients: str) -> Content:
        """MAIL and RCPT; what takes the content."""
        assert self.session.mail(ANN).accepted
        for recipient in recipients or (BOB,):
            assert (await self.session.rcpt(EnvelopePath(recipient))).accepted
        content = self.session.content()
        assert isinstance(content, Content)
        return content

    async def send(self, octets: bytes = MESSAGE, *recipients: str) -> tuple[Reply, ...]:
        """A whole transaction; the replies to the content, once nothing is pending any more."""
        (await self.address(*recipients)).add(octets)
        answers = await self.session.finish()
        await self.settled()
        return answers

    async def settled(self) -> None:
        """Wait until all that outlives a client is done."""
        while self.site.pending:
            await asyncio.wait(self.site.pending)

    @property
    def untouched(self) -> bool:
        """Whether no content is in the budget any more."""
        return self.site.budget.free == self.site.settings.max_in_flight_bytes


class Talk:
    """A dialogue and the wire that it needs, for a client at 192.0.2.7."""

    def __init__(self, listen: dict[str, Any] | None = None, **settings: Any) -> None:
        self.cast = Cast(listen or OPEN, **settings)
        self.intake = Intake(lambda: None)
        self.secure = False
        self.gone = False
        self.waited = 0
        self.said: list[Reply] = []
        self.dialogue = Dialogue(self.cast.site, self.cast.listen, self)
        self.refusal = self.dialogue.met("192.0.2.7")

    async def say(self, reply: Reply) -> None:
        self.said.append(reply)

    def dismiss(self, reply: Reply) -> None:
        self.said.append(reply)
        self.gone = True

    async def start_tls(self) -> None:
        self.said.append(replies.START_TLS)
        self.secure = True
        self.dialogue.forget()

    @contextmanager
    def waited_for(self) -> Iterator[None]:
        self.waited += 1
        yield

    async def hear(self, line: str | bytes, octets: bytes = b"") -> str:
        """A command, and what follows it on the wire; the replies, parted by "|"."""
        self.said.clear()
        self.intake.feed(octets)
        await self.dialogue.obey(line if isinstance(line, bytes) else line.encode())
        return "|".join(map(str, self.said))

    async def after(self, *lines: str) -> Talk:
        """This, once these commands were accepted."""
        for line in lines:
            assert (await self.hear(line))[0] == "2", line
        return self


def codes(answers: tuple[Reply, ...]) -> list[int]:
    return [reply.code for reply in answers]


def rows(cast: Cast) -> list[tuple[tuple[str, ...], str, str]]:
    """The journal: for whom, what was decided, what became of it; in the order of the recipients' names."""
    return sorted((each.envelope.recipients, str(each.disposition.action), each.outcome) for each in cast.journal.decisions)


def refusing(error: Exception) -> Callable[..., Any]:
    """Something that only raises this."""

    def call(*_: object, **__: object) -> Any:
        raise error

    return call


class Broken:
    """A log on a pipe that nobody reads any more."""

    def __getattr__(self, name: str) -> Any:
        return refusing(BrokenPipeError())


async def unread(client: Client, connection: Any) -> None:
    """Let replies pile up that the client does not read, behind buffers that are as small as can be."""
    connection.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
    client.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    client.writer.transport.pause_reading()
    while not connection.transport.get_write_buffer_size():
        client.writer.write(b"HELP\r\n" * 100)
        await asyncio.sleep(0.01)


async def judging(relay: Relay, stuck: Stuck) -> Client:
    """A client of this relay whose mail, long enough for a thread, is with the stuck judge."""
    relay.site.judge = stuck
    client = await Client.greeted(relay.port)
    await client.begin()
    client.writer.write(LONG)
    await stuck.begun.wait()
    return client


def break_off(client: Client) -> None:
    """The client is gone at once, and the relay learns of it (RST; a mere close looks like the half of one)."""
    client.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.writer.transport.abort()
