"""Fixtures of the conformance tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest_asyncio
from actors import NextHop, Stage
from chain import Chain
from host import free_port
from neighbours import Postfix, block, postfix

from filter.smtp.peer import XFORWARD

LAST = ("PIPELINING", "SIZE", "8BITMIME", "SMTPUTF8", "DSN", "ENHANCEDSTATUSCODES", f"XFORWARD {' '.join(XFORWARD)}")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def behind(debian: Callable[[str], str]) -> AsyncIterator[tuple[Postfix, NextHop, int]]:
    """A real Postfix on a port, as docs/postfix.md has it for the way back in, and the server that all its mail goes to."""
    port = free_port()
    service = block("master.cf: the way back in").replace("127.0.0.1:10026", f"127.0.0.1:{port}")
    main = "smtp_send_xforward_command = yes\nsmtp_line_length_limit = 0\n"
    last = NextHop(extensions=LAST)
    async with last.running(), postfix(debian, last.port, main, service, ports=(port,)) as instance:
        yield instance, last, port


@pytest_asyncio.fixture(loop_scope="module")
async def chain(stage: Stage, behind: tuple[Postfix, NextHop, int]) -> AsyncIterator[Chain]:
    """The whole way, with nothing on it yet."""
    instance, last, port = behind
    last.heard.clear()
    last.accepted.clear()
    made = Chain(stage, instance, last, port)
    yield made
    await made.close()
