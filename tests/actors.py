"""Stand-ins for tests of the relay: a judge with a prepared verdict, stores in memory, a next hop by script, a raw client,
and the stage on which a relay meets them."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn, Self

import pytest

from filter.config.schema import Config
from filter.errors import StoreError, StoreFullError
from filter.judge.mail import Mail
from filter.judge.policy import Disposition, Policies, Policy, Thresholds
from filter.judge.verdict import PerThreat, Reason, Verdict
from filter.smtp.relay import Relay
from filter.store.journal import Decision

HAM = -3.214
TAGGED = 2.5
HELD = 5.0
REJECTED = 15.0

# Generous enough for a busy machine, short enough to see a hang.
SECONDS = 5.0

MESSAGE = b"From: Ann <ann@example.org>\r\nTo: bob@example.net\r\nSubject: Lunch\r\n\r\nAt noon?\r\n.\r\n..dots\r\n"


def unavailable(reason: str) -> NoReturn:
    """Skip the test, or fail it under SIEVERT_NO_SKIP=1."""
    if os.environ.get("SIEVERT_NO_SKIP") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def verdict(score: float = HAM, reasons: tuple[Reason, ...] = ()) -> Verdict:
    """A verdict with this score; spam leads."""
    return Verdict(
        id="0" * 64,
        score=score,
        log_odds=PerThreat(score, -9.0, -12.0),
        probability=PerThreat(0.01, 0.0012, 0.0001),
        reasons=reasons,
        rest=PerThreat(0.0, 0.0, 0.0),
        hits=(),
        defects=(),
        model="default-1",
        rulebook="rules-1",
    )


class Judge:
    """Gives the same score to every mail, or fails."""

    def __init__(self) -> None:
        self.score = HAM
        self.error: Exception | None = None
        self.judged: list[Mail] = []

    def judge(self, mail: Mail) -> Verdict:
        """The prepared verdict, with the id of this content."""
        self.judged.append(mail)
        if self.error is not None:
            raise self.error
        return replace(verdict(self.score), id=hashlib.sha256(mail.content).hexdigest())


class Quarantine:
    """Holds in memory, or fails."""

    def __init__(self) -> None:
        self.full = False
        self.kept: dict[str, Mail] = {}
        self.dispositions: list[Disposition] = []
        self.withdrawn: list[str] = []

    @property
    def held(self) -> list[Mail]:
        """What is in it."""
        return list(self.kept.values())

    def hold(self, mail: Mail, verdict: Verdict, disposition: Disposition, received: datetime) -> str:
        """Keep it."""
        if self.full:
            raise StoreFullError("no space left on device")
        self.dispositions.append(disposition)
        self.kept[f"q{len(self.dispositions)}"] = mail
        return f"q{len(self.dispositions)}"

    def withdraw(self, id: str) -> None:  # noqa: A002  (the relay's protocol)
        """Forget it."""
        self.withdrawn.append(id)
        del self.kept[id]


class Journal:
    """Records in memory, or fails."""

    def __init__(self) -> None:
        self.broken = False
        self.decisions: list[Decision] = []

    @property
    def outcomes(self) -> list[str]:
        """What became of each mail, or part of one."""
        return [decision.outcome for decision in self.decisions]

    def record(self, decisions: Sequence[Decision]) -> None:
        """Note them."""
        if self.broken:
            raise StoreError("disk I/O error")
        self.decisions += decisions


@dataclass
class NextHop:
    """A mail server by script.

    `dies` names the moment at which it closes the connection, `hangs` the one at which it falls silent: greeting, EHLO, MAIL,
    RCPT, DATA, content (in the middle of it), dot (all of it read, nothing said). `says` replaces a moment's reply. A message
    counts as accepted once its 250 was sent. With `lmtp` it answers the dot once for each recipient, and all three may have
    "dot 2" for the second of them.
    """

    dies: str = ""
    hangs: str = ""
    says: dict[str, str] = field(default_factory=dict)
    extensions: tuple[str, ...] = ("8BITMIME", "SIZE", "SMTPUTF8", "DSN")
    lmtp: bool = False
    recipients: int = 0
    heard: list[str] = field(default_factory=list)
    accepted: list[bytes] = field(default_factory=list)
    port: int = 0

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Self]:
        """Listen on a free port."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=2**20)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._answer(writer, "greeting", "220 next.test ESMTP")
            while line := await reader.readline():
                await self._command(line.decode().rstrip("\r\n"), reader, writer)
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _command(self, line: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heard.append(line)
        verb = line.split(" ", maxsplit=1)[0].upper()
        if verb in {"MAIL", "RSET"}:
            self.recipients = 0
        if verb == ("LHLO" if self.lmtp else "EHLO"):
            lines = ("next.test", *self.extensions)
            listed = "".join(f"250{'-' if number < len(lines) else ' '}{text}\r\n" for number, text in enumerate(lines, 1))
            await self._answer(writer, "EHLO", listed.rstrip("\r\n"))
        elif verb == "DATA":
            if (await self._answer(writer, verb, "354 go on")).startswith("354"):
                await self._content(reader, writer)
        elif verb == "QUIT":
            await self._answer(writer, verb, "221 bye")
            raise ConnectionError
        elif (await self._answer(writer, verb, "250 ok")).startswith("250"):
            self.recipients += verb == "RCPT"

    async def _content(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if "content" in (self.dies, self.hangs):
            await reader.readline()
            await self._answer(writer, "content", "")
        wire = b""
        while (line := await reader.readline()) != b".\r\n":
            if not line:
                raise ConnectionError
            wire += line
        for number in range(1, self.recipients + 1 if self.lmtp else 2):
            usual = self.says.get(f"dot {number}", "250 2.0.0 queued as 4711")
            moment = f"dot {number}" if f"dot {number}" in (self.dies, self.hangs) else "dot"
            if (await self._answer(writer, moment, usual)).startswith("250"):
                self.accepted.append((b"\r\n" + wire).replace(b"\r\n.", b"\r\n")[2:])

    async def _answer(self, writer: asyncio.StreamWriter, moment: str, reply: str) -> str:
        if self.dies == moment:
            raise ConnectionError
        if self.hangs == moment:
            await asyncio.sleep(60)
        reply = self.says.get(moment, reply)
        writer.write(f"{reply}\r\n".encode())
        await writer.drain()
        return reply


class Client:
    """A client of raw octets. `say` and `send` return the whole reply, lines joined by "\\n"."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def connect(cls, port: int) -> Self:
        """A connection, before the greeting was read."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    @classmethod
    async def greeted(cls, port: int, hello: str = "EHLO") -> Self:
        """A connection after EHLO, or LHLO."""
        client = await cls.connect(port)
        assert (await client.reply()).startswith("220 ")
        assert (await client.say(f"{hello} client.test")).startswith("250-")
        return client

    async def reply(self) -> str:
        """The next reply; "" at the end of the stream."""
        lines: list[str] = []
        while line := (await asyncio.wait_for(self.reader.readline(), 10)).decode():
            lines.append(line.rstrip("\r\n"))
            if line[3:4] != "-":
                break
        return "\n".join(lines)

    async def say(self, line: str) -> str:
        """A command and its reply."""
        self.writer.write(line.encode() + b"\r\n")
        return await self.reply()

    async def begin(self, *recipients: str, sender: str = "ann@example.org") -> str:
        """MAIL, RCPT and DATA; the first reply that is not as it should be, else DATA's."""
        for command in (f"MAIL FROM:<{sender}>", *(f"RCPT TO:<{each}>" for each in recipients or ("bob@example.net",))):
            if not (reply := await self.say(command)).startswith("250"):
                return reply
        return await self.say("DATA")

    async def send(self, content: bytes = MESSAGE, *recipients: str, sender: str = "ann@example.org") -> str:
        """A whole transaction with well-formed content; the last reply."""
        reply = await self.begin(*recipients, sender=sender)
        return await self.finish((b"\r\n" + content).replace(b"\r\n.", b"\r\n..")[2:] + b".\r\n") if reply[:3] == "354" else reply

    async def finish(self, wire: bytes) -> str:
        """Content as it goes over the wire, its end of data included; the reply."""
        self.writer.write(wire)
        return await self.reply()

    async def close(self) -> None:
        """Gone, without QUIT."""
        self.writer.close()
        await asyncio.gather(self.writer.wait_closed(), return_exceptions=True)


class Stage:
    """A relay's cast: set what a test needs, then start it."""

    def __init__(self, folder: Path) -> None:
        self.maildir = folder / "maildir"
        self.judge = Judge()
        self.quarantine = Quarantine()
        self.journal = Journal()
        self.policies = Policies(Policy(overall=Thresholds(tag=2.0, quarantine=4.0, reject=12.0)))
        self.settings: dict[str, Any] = {"hostname": "relay.test"}
        self.listen: dict[str, Any] = {"port": 0}
        self.next_hop: dict[str, Any] = {"kind": "maildir", "path": self.maildir}

    def hand_on_to(self, *ports: int, **more: Any) -> None:
        """Let mail servers on these ports be the next hop, in this order. `more` are further keys of [next_hop]."""
        times = dict.fromkeys(("connect_seconds", "reply_seconds", "handover_seconds", "done_seconds"), SECONDS)
        self.next_hop = {"kind": "smtp", "servers": [f"127.0.0.1:{port}" for port in ports], **times, **more}

    def delivered(self) -> list[bytes]:
        """The messages in the Maildir, in the order of their names."""
        return [file.read_bytes() for file in sorted((self.maildir / "new").iterdir())]

    def relay(self) -> Relay:
        """A relay with this cast, for `async with`."""
        config = Config.model_validate({"relay": self.settings, "listen": [self.listen], "next_hop": self.next_hop})
        return Relay(config, self.judge, self.policies, self.quarantine, self.journal)
