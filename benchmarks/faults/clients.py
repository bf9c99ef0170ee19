"""Clients that hang up in every way, or hardly say or hear a thing. Each message is sent again until it has a final word."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.faults.account import Attempt, Ledger, Row, in_quarantine
from benchmarks.faults.client import Client, Courier
from benchmarks.faults.hosts import Address
from benchmarks.faults.letters import Letter, Place, letter
from benchmarks.faults.nexthop import Fault, NextHop
from benchmarks.faults.process import Plan, Relay

LARGE_OCTETS = 200_000
BUDGET_OCTETS = 2_000_000
"""Content that the relay may hold: of ten large messages, which a leak would use up."""
PAUSE_SECONDS, SETTLING_SECONDS = 0.0005, 0.05
GONE = Attempt(0, "content", "went away")

Story = Callable[[Client, Letter], Coroutine[None, None, tuple[Attempt, ...]]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of client: what it does with a message, and what is wrong with the next hop meanwhile."""

    name: str
    story: Story
    fault: Fault | None = None


async def clients(folder: Path, many: int = 20) -> list[Row]:
    """A row for each kind of client; so many messages of each."""
    with NextHop() as hop:
        async with Relay(Plan(folder, _KEYS | {"next_hop.servers": [hop.server]})) as relay:
            return [await _told(kind, relay, hop, many) for kind in _KINDS]


_KEYS = {
    "relay.workers": 1,
    "relay.max_in_flight_bytes": BUDGET_OCTETS,
    "next_hop.kind": "smtp",
    "next_hop.done_seconds": 5.0,
}


async def _told(kind: Kind, relay: Relay, hop: NextHop, many: int) -> Row:
    """The same story with many messages, at once; and then, where nobody heard the reply, the messages again."""
    ledger = Ledger()
    large = LARGE_OCTETS if kind.story is _gone_in_content else 0
    letters = [letter(Place.HELD if number % 4 == 3 else Place.DELIVERED, octets=large) for number in range(many)]
    if kind.fault is not None:
        hop.fail(kind.fault)
    await asyncio.gather(*(_once(kind.story, relay.address, sent, ledger) for sent in letters))
    hop.mend()
    courier = Courier(ledger, relay.address)
    await courier.deliver_all(sent for sent in letters if not any(map(ledger.answered, sent.recipients)))
    ledger.expect(not (wild := relay.tracebacks), f"in the log: {wild[:1]}")
    tokens = ledger.letters.keys()
    held = [copy for copy in in_quarantine(relay.plan.folder) if copy.token in tokens]
    return ledger.settle(f"client: {kind.name}", [copy for copy in hop.taken if copy.token in tokens], held)


async def _once(story: Story, address: Address, sent: Letter, ledger: Ledger) -> None:
    with await Client.connect(address) as client:
        ledger.note(sent, (failed,) if (failed := await client.greeted()) else await story(client, sent))


async def _half_close(client: Client, sent: Letter) -> tuple[Attempt, ...]:
    """Nothing more to say, but all ears."""
    if failed := await client.begin(sent):
        return (failed,)
    await client.write(sent.wire)
    client.half_close()
    return await client.end(sent)


async def _gone_after_dot(client: Client, sent: Letter) -> tuple[Attempt, ...]:
    if failed := await client.begin(sent):
        return (failed,)
    await client.write(sent.wire)
    await asyncio.sleep(SETTLING_SECONDS)
    client.reset()
    return (Attempt(0, "dot", "went away"),)


async def _gone_in_content(client: Client, sent: Letter) -> tuple[Attempt, ...]:
    if failed := await client.begin(sent):
        return (failed,)
    await client.write(sent.wire[:-3])
    await asyncio.sleep(SETTLING_SECONDS)
    client.reset()
    return (GONE,)


async def _gone_at_rcpt(client: Client, sent: Letter) -> tuple[Attempt, ...]:
    await client.write(f"MAIL FROM:<sender@elsewhere.example>\r\nRCPT TO:<{min(sent.recipients.values())}>\r\n".encode())
    await asyncio.sleep(SETTLING_SECONDS)
    client.reset()
    return (Attempt(0, "RCPT", "went away"),)


async def _half_closes_in_content(client: Client, sent: Letter) -> tuple[Attempt, ...]:
    if failed := await client.begin(sent):
        return (failed,)
    await client.write(sent.wire[:-3])
    client.half_close()
    return (Attempt(await client.reply(), "content", client.text),)


async def _drips(client: Client, sent: Letter, octets: int = 37) -> tuple[Attempt, ...]:
    if failed := await client.begin(sent):
        return (failed,)
    for at in range(0, len(sent.wire), octets):
        await client.write(sent.wire[at : at + octets])
        await asyncio.sleep(PAUSE_SECONDS)
    return await client.end(sent)


async def _pipelines(client: Client, sent: Letter) -> tuple[Attempt, ...]:
    """From MAIL to QUIT in one go."""
    commands = ("MAIL FROM:<sender@elsewhere.example>", *(f"RCPT TO:<{to}>" for to in sent.recipients.values()), "DATA", "")
    await client.write("\r\n".join(commands).encode() + sent.wire + b"QUIT\r\n")
    for moment, wanted in (("MAIL", 250), *(("RCPT", 250) for _ in sent.recipients), ("DATA", 354)):
        if (code := await client.reply()) != wanted:
            return (Attempt(code, moment, client.text),)
    return await client.end(sent)


_KINDS = (
    Kind("half-closes after the dot", _half_close),
    Kind("gone after the dot", _gone_after_dot),
    Kind("gone after the dot, next hop slow", _gone_after_dot, Fault("dot", "slow")),
    Kind("gone after the dot, next hop stalls", _gone_after_dot, Fault("dot", "stall")),
    Kind("gone in the content", _gone_in_content),
    Kind("half-closes in the content", _half_closes_in_content),
    Kind("gone at RCPT, next hop stalls", _gone_at_rcpt, Fault("MAIL", "stall")),
    Kind("drips, many octets", _drips),
    Kind("drips, an octet", partial(_drips, octets=1)),
    Kind("pipelines everything", _pipelines),
)
