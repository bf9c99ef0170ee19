"""A mail client on a bare socket, so that it can hang up in every way there is; and the courier, who tries again until it is told.

asyncio's streams drop what was received once a connection is reset, and with it a 421. Bare sockets do not.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Iterable
from types import TracebackType
from typing import Self

from benchmarks.faults.account import Attempt, Ledger
from benchmarks.faults.hosts import Address
from benchmarks.faults.letters import Letter

PATIENCE_SECONDS = 60.0
"""Longest wait for one reply. Nothing in a scenario takes so long, but for what is stuck."""
GIVE_UP_SECONDS = 90.0
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.05, 1.0
_RESET = struct.pack("ii", 1, 0)


class Client:
    """A connection. Replies are codes, 0 where the server hung up or said nothing in time; `text` is the last one's. `ports` are
    the server's and its own."""

    def __init__(self, sock: socket.socket, *, lmtp: bool = False) -> None:
        self.text = ""
        self.ports = (0, 0)
        self.lmtp = lmtp
        self._sock = sock
        self._buffer = b""

    @classmethod
    async def connect(cls, address: Address, *, lmtp: bool = False, receive_octets: int = 0) -> Self:
        """Connected, and nothing read yet. Raises OSError. `receive_octets` is the size of the receive buffer."""
        sock = socket.socket()
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if receive_octets:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_octets)
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await asyncio.get_running_loop().sock_connect(sock, address)
        except BaseException:
            sock.close()
            raise
        client = cls(sock, lmtp=lmtp)
        client.ports = (address[1], sock.getsockname()[1])
        return client

    async def greeted(self) -> Attempt | None:
        """Read the greeting and say hello; what went wrong, if anything did."""
        if (code := await self.reply()) != 220:
            return Attempt(code, "greeting", self.text)
        code = await self.say("LHLO client.example" if self.lmtp else "EHLO client.example")
        return None if code == 250 else Attempt(code, "EHLO", self.text)

    async def reply(self) -> int:
        """The code of the next reply."""
        while (line := await self._line()) is not None:
            if line[3:4] != b"-":
                self.text = line.decode(errors="replace")
                return int(line[:3]) if line[:3].isdigit() else 0
        self.text = "no reply"
        return 0

    async def say(self, line: str) -> int:
        """Send a command; the code of its reply."""
        await self.write(f"{line}\r\n".encode())
        return await self.reply()

    async def write(self, octets: bytes) -> bool:
        """Send octets; whether they went. What kept them from going shows in the next reply."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await asyncio.get_running_loop().sock_sendall(self._sock, octets)
        except (OSError, TimeoutError):
            return False
        return True

    async def begin(self, letter: Letter) -> Attempt | None:
        """MAIL, RCPT and DATA; what went wrong, if anything did."""
        recipients = (("RCPT", f"RCPT TO:<{address}>", 250) for address in letter.recipients.values())
        for moment, line, wanted in (("MAIL", "MAIL FROM:<sender@elsewhere.example>", 250), *recipients, ("DATA", "DATA", 354)):
            if (code := await self.say(line)) != wanted:
                return Attempt(code, moment, self.text)
        return None

    async def send(self, letter: Letter) -> tuple[Attempt, ...]:
        """A whole transaction; an attempt for each recipient."""
        if failed := await self.begin(letter):
            return (failed,) * len(letter.recipients)
        return await self.finish(letter, letter.wire)

    async def finish(self, letter: Letter, wire: bytes) -> tuple[Attempt, ...]:
        """Send this much of the content, which is all that is left, and hear the replies to its end."""
        await self.write(wire)
        return await self.end(letter)

    async def end(self, letter: Letter) -> tuple[Attempt, ...]:
        """The replies to the end of the content."""
        said = [Attempt(await self.reply(), "dot", self.text) for _ in range(len(letter.recipients) if self.lmtp else 1)]
        return tuple(said if self.lmtp else said * len(letter.recipients))

    def half_close(self) -> None:
        """Say that nothing more will come."""
        self._sock.shutdown(socket.SHUT_WR)

    def reset(self) -> None:
        """Disappear."""
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self._sock.close()

    def close(self) -> None:
        """Hang up."""
        self._sock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    async def _line(self) -> bytes | None:
        while b"\n" not in self._buffer:
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    octets = await asyncio.get_running_loop().sock_recv(self._sock, 65_536)
            except (OSError, TimeoutError):
                octets = b""
            if not octets:
                return None
            self._buffer += octets
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line


class Courier:
    """Sends letters one after the other, over few connections, each until it has a final word; and writes all of it down."""

    def __init__(self, ledger: Ledger, address: Address, *, lmtp: bool = False, per_connection: int = 50) -> None:
        self.address = address
        self._ledger = ledger
        self._lmtp = lmtp
        self._per_connection = per_connection
        self._client: Client | None = None
        self._sent = 0

    async def once(self, letter: Letter) -> tuple[Attempt, ...]:
        """One attempt."""
        attempts = await self._attempts(letter)
        self._ledger.note(letter, attempts)
        over = any(one.code in (0, 421) for one in attempts) or self._sent >= self._per_connection
        if not over and attempts[0].moment != "dot" and self._client is not None:
            over = await self._client.say("RSET") != 250
        if over:
            self.close()
        return attempts

    async def deliver(self, letter: Letter, seconds: float = GIVE_UP_SECONDS) -> bool:
        """As many attempts as it takes, with LMTP for those recipients alone that need one. If they take longer, it is a failure."""
        pause, until = FIRST_PAUSE_SECONDS, asyncio.get_running_loop().time() + seconds
        while True:
            attempts = dict(zip(letter.recipients, await self.once(letter), strict=True))
            if not (left := [token for token, one in attempts.items() if not one.final]):
                return True
            letter, last = letter.part(left), attempts[left[0]]
            if asyncio.get_running_loop().time() > until:
                self._ledger.expect(False, f"no final word in {seconds:g} s, at last {last.text} to {last.moment}")
                return False
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    async def deliver_all(self, letters: Iterable[Letter]) -> None:
        """One after the other, each as many attempts as it takes, but for those behind one that is given up.

        Several couriers may share an iterator.
        """
        for letter in letters:
            if not await self.deliver(letter):
                break
        self.close()

    def close(self) -> None:
        """Hang up; the next letter goes over a connection of its own."""
        if self._client is not None:
            self._client.close()
        self._client, self._sent = None, 0

    async def _attempts(self, letter: Letter) -> tuple[Attempt, ...]:
        count = len(letter.recipients)
        if self._client is None:
            try:
                client = await Client.connect(self.address, lmtp=self._lmtp)
            except (OSError, TimeoutError) as error:
                return (Attempt(0, "connect", str(error)),) * count
            self._client = client
            if failed := await client.greeted():
                return (failed,) * count
        self._sent += 1
        return await self._client.send(letter)
