"""Many clients that hardly do anything: others are served meanwhile, memory stays bounded; and the bounds that are answered 421 and 452."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.faults.account import Attempt, Ledger, Row, in_quarantine
from benchmarks.faults.client import Client, Courier
from benchmarks.faults.hosts import Address
from benchmarks.faults.letters import Letter, assorted, letter
from benchmarks.faults.nexthop import NextHop
from benchmarks.faults.process import KIB, Plan, Relay

WORKERS, COURIERS = 2, 8
MIB = KIB**2
IDLE_KIB, SLOW_KIB = 64, 128
"""Memory that a client may cost which does nothing, and one in the middle of a message, beside what it sent."""
WARM_UP, FREE_MIB = 300, 16
"""Messages before anything is measured; and what may come and go whoever is there: what patterns remember of texts, and pages of the
rulebook that workers share until they touch them."""
DRIP_SECONDS, DRIP_OCTETS = 0.5, 1
SLOW_OCTETS = 20_000
"""What a slow client has sent before it only drips."""
MAX_CONNECTIONS, BUDGET_OCTETS = 20, 1_000_000
WAIT_SECONDS = 5.0
"""Longest that another client's message may take meanwhile."""


@dataclass(slots=True)
class Slow:
    """A client within its content."""

    client: Client
    sent: Letter
    at: int

    async def drip(self, stop: asyncio.Event, ledger: Ledger) -> None:
        """A little of it now and then; all that is left once told to stop."""
        while not stop.is_set():
            await self.client.write(self.sent.wire[self.at : self.at + DRIP_OCTETS])
            self.at += DRIP_OCTETS
            await asyncio.sleep(DRIP_SECONDS)
        await self.client.write(self.sent.wire[self.at :])
        ledger.note(self.sent, await self.client.end(self.sent))
        self.client.close()


async def crowd(folder: Path, idle: int = 1_000, slow: int = 200, many: int = 2_000) -> list[Row]:
    """A row for so many idle and slow clients, and one each for the bounds; so many messages of others meanwhile."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return [await _crowd(folder / "crowd", idle, slow, many), await _too_many(folder / "many"), await _too_much(folder / "much")]


async def _crowd(folder: Path, idle: int, slow: int, many: int) -> Row:
    ledger = Ledger()
    with NextHop() as hop:
        async with _relay(folder, hop, {"relay.workers": WORKERS}) as relay:
            await _served(relay, ledger, WARM_UP)  # by several at once, so that no worker is left out
            before = relay.memory
            idlers = await asyncio.gather(*(_idle(relay.address, ledger) for _ in range(idle)))
            with_idle = relay.memory
            slows = await asyncio.gather(*(_slow(relay.address) for _ in range(slow)))
            stop = asyncio.Event()
            dripping = asyncio.gather(*(one.drip(stop, ledger) for one in slows))
            longest = await _served(relay, ledger, many)
            with_all = relay.memory
            stop.set()
            await dripping
            alive = sum(await asyncio.gather(*(client.say("NOOP") for client in idlers))) == 250 * idle
            ledger.expect(alive, "idle clients were hung up on")
            for client in idlers:
                client.close()
            await asyncio.sleep(1)
            figures = (before, with_idle, with_all, relay.memory)
        ledger.expect(longest < WAIT_SECONDS, f"another client's message took {longest:.1f} s")
        _bounded(ledger, figures, idle, slow)
        return ledger.settle(f"{idle:,} idle and {slow:,} slow clients", hop.taken, in_quarantine(folder))


def _bounded(ledger: Ledger, figures: tuple[int, int, int, int], idle: int, slow: int) -> None:
    before, with_idle, with_all, after = (octets / MIB for octets in figures)
    words = f"memory of the workers: {before:.0f} MiB before, {with_idle:.0f} with the idle, {with_all:.0f} with all, {after:.0f} after"
    ledger.remarks.append(words)
    ledger.expect(with_idle - before < FREE_MIB + idle * IDLE_KIB / KIB, words)
    ledger.expect(with_all - with_idle < FREE_MIB + slow * (SLOW_KIB + SLOW_OCTETS / KIB) / KIB, words)


async def _served(relay: Relay, ledger: Ledger, many: int) -> float:
    """Send so many messages; the seconds that the slowest took."""
    letters, longest = assorted(many), [0.0]

    async def run() -> None:
        courier, clock = Courier(ledger, relay.address), asyncio.get_running_loop().time
        for sent in letters:
            began = clock()
            await courier.deliver(sent)
            longest.append(clock() - began)
        courier.close()

    await asyncio.gather(*(run() for _ in range(COURIERS)))
    return max(longest)


async def _idle(address: Address, ledger: Ledger) -> Client:
    client = await Client.connect(address)
    failed = await client.greeted()
    ledger.expect(failed is None, "an idle client was not greeted")
    return client


async def _slow(address: Address) -> Slow:
    client, sent = await Client.connect(address), letter(octets=2 * SLOW_OCTETS)
    await client.greeted()
    await client.begin(sent)
    await client.write(sent.wire[:SLOW_OCTETS])
    return Slow(client, sent, SLOW_OCTETS)


async def _too_many(folder: Path) -> Row:
    """One client more than may be is told 421; once another has gone, there is room again."""
    ledger = Ledger()
    with NextHop() as hop:
        async with _relay(folder, hop, {"relay.workers": 1, "relay.max_connections": MAX_CONNECTIONS}) as relay:
            clients = [await _idle(relay.address, ledger) for _ in range(MAX_CONNECTIONS)]
            courier = Courier(ledger, relay.address)
            (attempt,) = await courier.once(sent := letter())
            ledger.expect(attempt.text.startswith("421 4.7.0"), f"421 expected, not {attempt.text!r}")
            clients.pop().close()
            await courier.deliver(sent)
            courier.close()
            for client in clients:
                client.close()
        return ledger.settle("max_connections", hop.taken, in_quarantine(folder))


async def _too_much(folder: Path) -> Row:
    """More content than may be in memory is answered 452, with SIZE at MAIL already; once others are through, there is room again."""
    ledger = Ledger()
    with NextHop() as hop:
        async with _relay(folder, hop, {"relay.workers": 1, "relay.max_in_flight_bytes": BUDGET_OCTETS}) as relay:
            stop = asyncio.Event()
            held = [await _half_sent(relay.address, BUDGET_OCTETS * 4 // 10) for _ in range(2)]
            await asyncio.sleep(0.5)
            courier, sent = Courier(ledger, relay.address), letter(octets=BUDGET_OCTETS * 4 // 10)
            (attempt,) = await courier.once(sent)
            ledger.expect(attempt == Attempt(452, "dot", attempt.text), f"452 expected, not {attempt.text!r} to {attempt.moment}")
            await _declared_too_much(relay.address, ledger)
            small = letter()
            await courier.deliver(small)
            stop.set()
            await asyncio.gather(*(one.drip(stop, ledger) for one in held))
            await courier.deliver(sent)
            courier.close()
        return ledger.settle("max_in_flight_bytes", hop.taken, in_quarantine(folder))


async def _half_sent(address: Address, octets: int) -> Slow:
    client, sent = await Client.connect(address), letter(octets=octets)
    await client.greeted()
    await client.begin(sent)
    await client.write(sent.wire[:-100])
    return Slow(client, sent, len(sent.wire) - 100)


async def _declared_too_much(address: Address, ledger: Ledger) -> None:
    with await Client.connect(address) as client:
        await client.greeted()
        code = await client.say(f"MAIL FROM:<sender@elsewhere.example> SIZE={BUDGET_OCTETS * 4 // 10}")
        ledger.expect(code == 452, f"452 expected for SIZE, not {client.text!r}")


@asynccontextmanager
async def _relay(folder: Path, hop: NextHop, keys: dict[str, Any]) -> AsyncIterator[Relay]:
    hops = {"next_hop.kind": "smtp", "next_hop.servers": [hop.server]}
    async with Relay(Plan(folder, {**hops, **keys})) as relay:
        yield relay
