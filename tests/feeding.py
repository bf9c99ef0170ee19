"""An intake that is fed by hand, in pieces. Nothing here checks anything."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from actors import SECONDS

from filter.smtp.intake import Budget, Content, Intake

LIMIT = 100_000
PLENTY = 10**9


def intake(on_block: Callable[[], None] = lambda: None, transport: Any = None) -> Intake:
    made = Intake(on_block)
    made.transport = transport
    return made


def content(limit: int = LIMIT, budget: int = PLENTY) -> Content:
    return Content(limit, Budget(budget))


def pieces(wire: bytes, cuts: Sequence[int]) -> list[bytes]:
    """The wire, cut into pieces of these lengths and what is left."""
    cut = []
    for octets in cuts:
        cut.append(wire[:octets])
        wire = wire[octets:]
    return [piece for piece in (*cut, wire) if piece]


async def fed(intake: Intake, cut: Sequence[bytes], reading: Any) -> Any:
    """What reading gives when the wire comes in these pieces, each after the last one was looked at."""
    task = asyncio.ensure_future(reading)
    await asyncio.sleep(0)
    for piece in cut:
        intake.feed(piece)
        await asyncio.sleep(0)
    return await asyncio.wait_for(task, SECONDS)
