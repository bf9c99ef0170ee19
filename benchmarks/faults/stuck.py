"""Judgements that do not end. Whatever becomes of that mail, it is not answered 250 (or delivered, where the configuration has it
so), and the clients beside it go on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.faults import hanging
from benchmarks.faults.account import Attempt, Ledger, Row, in_quarantine
from benchmarks.faults.client import Client, Courier
from benchmarks.faults.hosts import Address
from benchmarks.faults.letters import Letter, letter
from benchmarks.faults.nexthop import NextHop
from benchmarks.faults.process import Plan, Relay, until

JUDGE_SECONDS, WATCHDOG_SECONDS = 1.0, 5.0
"""The limit in the configuration, and what the supervisor adds to it."""
SLACK_SECONDS = 6.0
"""What a busy machine may add to either."""
WORKERS, COURIERS = 2, 4
LONG_OCTETS = 100_000
TOGETHER = 8
"""Long messages that all get stuck at once: more than a worker has threads."""
LINGER_SECONDS = 12.0
"""How long a client stays in its transaction while its worker wants to go."""
GREETED_SECONDS = 5.0
PROBES = 12


@dataclass(slots=True)
class Bench:
    """A relay with a judge that can hang, and clients who are none of its business. `longest` is what one of their messages took."""

    relay: Relay
    ledger: Ledger
    longest: float = 0.0
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def beside(self) -> None:
        """Ordinary messages, until told to stop."""
        courier, clock = Courier(self.ledger, self.relay.address, per_connection=5), asyncio.get_running_loop().time
        while not self.stop.is_set():
            began = clock()
            await courier.deliver(letter())
            self.longest = max(self.longest, clock() - began)
            await asyncio.sleep(0.02)
        courier.close()

    async def once(self, sent: Letter) -> tuple[Attempt, float]:
        """One attempt over a connection of its own, and how long it took."""
        began, courier = asyncio.get_running_loop().time(), Courier(self.ledger, self.relay.address)
        (attempt,) = await courier.once(sent)
        courier.close()
        return attempt, asyncio.get_running_loop().time() - began

    async def expect(self, way: str, wanted: int, limit: float, octets: int = 0) -> None:
        """The reply to one message that gets stuck in this way, and when."""
        attempt, seconds = await self.once(letter(octets=octets, front=hanging.mark(way)))
        self.ledger.expect(attempt.code == wanted, f"{way}: {wanted} expected, not {attempt.text!r} to {attempt.moment}")
        self.ledger.expect(seconds < limit + SLACK_SECONDS, f"{way}: a reply after {seconds:.1f} s")


async def stuck(folder: Path, abreast: int = 1) -> list[Row]:
    """A row for each place where a judgement gets stuck; so many of them at a time."""
    turns = asyncio.Semaphore(abreast)

    async def run(number: int, story: Story) -> Row:
        async with turns:
            return await _row(folder / str(number), story)

    return list(await asyncio.gather(*(run(number, story) for number, story in enumerate(_STORIES))))


async def _row(folder: Path, story: Story) -> Row:
    ledger = Ledger()
    with NextHop() as hop:
        async with _bench(folder, story.keys, hop, ledger) as bench:
            await story.tell(bench)
        return ledger.settle(f"stuck: {story.name}", hop.taken, in_quarantine(folder))


@dataclass(frozen=True, slots=True)
class Story:
    """Its name, what is done on the bench, and the keys that the relay is configured with."""

    name: str
    tell: Callable[[Bench], Coroutine[Any, Any, None]]
    keys: dict[str, Any] = field(default_factory=dict)


@asynccontextmanager
async def _bench(folder: Path, keys: dict[str, Any], hop: NextHop, ledger: Ledger) -> AsyncIterator[Bench]:
    ours = {"relay.workers": WORKERS, "relay.judge_seconds": JUDGE_SECONDS}
    hops = {"next_hop.kind": "smtp", "next_hop.servers": [hop.server]}
    async with Relay(Plan(folder, {**ours, **hops, **keys}, "benchmarks.faults.hanging")) as relay:
        bench = Bench(relay, ledger)
        others = asyncio.gather(*(bench.beside() for _ in range(COURIERS)))
        await asyncio.sleep(0.5)
        try:
            yield bench
            await asyncio.sleep(0.5)
        finally:
            bench.stop.set()
            await others
        ledger.remarks.append(f"others waited {bench.longest:.1f} s at most")


async def _short(bench: Bench) -> None:
    for way in ("busy", "stubborn", "sleeping"):
        await bench.expect(way, 451, JUDGE_SECONDS)
    bench.ledger.expect(not bench.relay.lost_workers, "a worker ended")


async def _delivered(bench: Bench) -> None:
    await bench.expect("busy", 250, JUDGE_SECONDS)
    await bench.expect("sleeping", 250, JUDGE_SECONDS, octets=LONG_OCTETS)


async def _on_thread(bench: Bench) -> None:
    before = bench.relay.workers
    ways = ("busy", "sleeping") * (TOGETHER // 2)
    await asyncio.gather(*(bench.expect(way, 451, 2 * JUDGE_SECONDS, octets=LONG_OCTETS) for way in ways))
    await _replaced(bench, before)


async def _on_thread_beside_slow(bench: Bench) -> None:
    """Clients that are in a transaction have the time for it, and new ones are greeted meanwhile."""
    before = bench.relay.workers
    lingering = [asyncio.create_task(_linger(bench)) for _ in range(2 * WORKERS)]
    await asyncio.sleep(0.5)
    await bench.expect("sleeping", 451, JUDGE_SECONDS, octets=LONG_OCTETS)
    waits = await asyncio.gather(*(_greeted(bench.relay.address) for _ in range(PROBES)))
    bench.ledger.remarks.append(f"new clients waited {max(waits):.1f} s at most for a greeting")
    bench.ledger.expect(max(waits) < GREETED_SECONDS, f"a new client waited {max(waits):.1f} s for a greeting")
    await asyncio.gather(*lingering)
    await _replaced(bench, before)


async def _linger(bench: Bench) -> None:
    sent = letter()
    with await Client.connect(bench.relay.address) as client:
        failed = await client.greeted() or await client.begin(sent)
        await asyncio.sleep(LINGER_SECONDS)
        attempts = (failed,) if failed else await client.finish(sent, sent.wire)
        bench.ledger.note(sent, attempts)
        bench.ledger.expect(attempts[0].code == 250, f"in a transaction, {attempts[0].text!r} to {attempts[0].moment}")


async def _greeted(address: Address) -> float:
    """Seconds until the greeting."""
    began = asyncio.get_running_loop().time()
    with suppress(OSError), await Client.connect(address) as client:
        await client.reply()
    return asyncio.get_running_loop().time() - began


async def _native(bench: Bench) -> None:
    for octets in (0, LONG_OCTETS):
        before = bench.relay.workers
        await bench.expect("native", 0, JUDGE_SECONDS + WATCHDOG_SECONDS, octets)
        bench.ledger.expect(bool(bench.relay.logged("worker stuck, killed")), "no worker was killed")
        await _replaced(bench, before)


async def _crash(bench: Bench) -> None:
    for _ in range(3):
        before = bench.relay.workers
        await bench.expect("crash", 0, JUDGE_SECONDS)
        await _replaced(bench, before)


async def _replaced(bench: Bench, before: tuple[int, ...]) -> None:
    """Whoever was stuck is gone, and there are as many as before."""

    def again() -> bool:
        return len(bench.relay.workers) == WORKERS and set(bench.relay.workers) != set(before)

    limit = JUDGE_SECONDS + WATCHDOG_SECONDS + SLACK_SECONDS
    bench.ledger.expect(await until(again, limit), f"{len(bench.relay.workers)} workers, none of them new, after {limit:g} s")


_STORIES = (
    Story("in Python, a short message", _short),
    Story("the same, on_failure = deliver", _delivered, {"relay.on_failure": "deliver"}),
    Story("on a thread, long messages", _on_thread),
    Story("on a thread, others in transactions", _on_thread_beside_slow),
    Story("in C, and all of the worker", _native),
    Story("for good, the worker crashes", _crash),
)
