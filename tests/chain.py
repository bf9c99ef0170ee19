"""The whole way that a row of the conformance table is tried on: a client of raw octets, the relay, a real Postfix, the last server."""

from __future__ import annotations

import re
from contextlib import AsyncExitStack
from typing import Any

from actors import Client, NextHop, Stage
from neighbours import Postfix, connected, greeted

from filter.smtp.relay import Relay


class Chain:
    """The whole way. The relay starts with the first client; `stage` is set before."""

    def __init__(self, stage: Stage, postfix: Postfix, last: NextHop, port: int) -> None:
        """`port` is Postfix's, and its mail goes to `last`."""
        self.stage = stage
        self.postfix = postfix
        self.last = last
        self._port = port
        self._relay: Relay | None = None
        self._open = AsyncExitStack()

    async def connected(self, source: str = "127.0.0.1", **listen: Any) -> Client:
        """A client from this address, before the greeting; for the first one the relay's listener is given these keys."""
        if self._relay is None:
            self.stage.listen |= listen
            self.stage.hand_on_to(self._port)
            self._relay = await self._open.enter_async_context(self.stage.relay())
        one = await connected(self._relay.port, source)
        self._open.push_async_callback(one.close)
        return one

    async def client(self, hello: str = "EHLO", **listen: Any) -> Client:
        """A client that has greeted."""
        return await greeted(await self.connected(**listen), hello)

    async def arrived(self) -> list[bytes]:
        """The messages at the last server, once Postfix has nothing left to do. No transaction may be open."""
        await self.postfix.settled()
        return self.last.accepted

    def told(self, keyword: str) -> list[str]:
        """The values of a parameter or attribute, as the last server heard them."""
        return [found[1] for line in self.last.heard for found in re.finditer(rf"(?<= ){keyword}=(\S+)", line)]

    async def close(self) -> None:
        """Everybody goes."""
        await self._open.aclose()


async def said(client: Client, *commands: str) -> list[str]:
    """The replies to commands, one after the other."""
    return [await client.say(command) for command in commands]


def codes(replies: list[str]) -> list[str]:
    """Their codes and enhanced status codes."""
    return [" ".join(reply.split(" ")[:2]) for reply in replies]
