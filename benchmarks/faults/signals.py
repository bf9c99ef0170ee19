"""Workers killed under load, everything loaded anew under load. How the relay ends is in `endings`."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from benchmarks.faults.account import Attempt, Ledger, Row, in_maildir, in_quarantine
from benchmarks.faults.client import Client, Courier
from benchmarks.faults.hosts import Address
from benchmarks.faults.letters import Letter, assorted, letter
from benchmarks.faults.nexthop import Fault, NextHop
from benchmarks.faults.process import KIB, Plan, Relay, until

WORKERS, COURIERS, SLOW = 2, 8, 4
RELOAD_SECONDS = 1.0
SLOW_SECONDS = 1.7
"""How long a slow client waits within its content: longer than from one reload to the next."""
OLD_SECONDS, LONGEST_SECONDS = 60.0, 300.0
"""How long workers of old may stay that nobody has a transaction with; and what is waited for at all."""
NOT_RELOADED = "not reloaded, the old configuration stays in force"
KNOCK_SECONDS, GREETING_SECONDS = 0.01, 10.0
FEWEST, MOST = 100, 5_000
"""Clients that come while a reload fails."""
IN_TRANSACTION = ("RCPT", "DATA", "content", "dot")


async def killed(folder: Path, many: int = 10_000, kills: int = 50, *, maildir: bool = False) -> Row:
    """So many times, at moments that are spread over so many messages, a worker dies by SIGKILL."""
    ledger = Ledger()
    with NextHop(pipelining=True) as hop:
        async with Relay(Plan(folder, {"relay.workers": WORKERS} if maildir else keys(hop))) as relay:
            hop.fail(Fault("dot", "late"))  # the moment that counts, made longer
            letters = Counted(assorted(many))
            load = asyncio.gather(*(Courier(ledger, relay.address).deliver_all(letters) for _ in range(COURIERS)))
            done = await _kill(relay, letters, many, kills)
            await load
            ended = relay.logged("worker ended")
            ledger.expect(done == kills, f"{done} workers were killed")
            ledger.expect({event["status"] for event in ended} == {-signal.SIGKILL}, "a worker ended by itself")
        _tell_losses(ledger)
        name = f"SIGKILL of a worker, {done} times{', Maildir' if maildir else ''}"
        return ledger.settle(name, in_maildir(folder) if maildir else hop.taken, in_quarantine(folder))


async def reloaded(folder: Path, seconds: float = 20.0) -> Row:
    """SIGHUP every second: no session is cut off, no client refused, and the workers of old end."""
    ledger = Ledger()
    with NextHop(pipelining=True) as hop:
        async with Relay(Plan(folder, keys(hop))) as relay:
            before = _resident(relay.pid)
            stop = asyncio.Event()
            load = [Courier(ledger, relay.address, per_connection=20).deliver_all(_until(stop)) for _ in range(COURIERS)]
            slow = [_slow(ledger, relay.address, stop) for _ in range(SLOW)]
            work = asyncio.gather(*load, *slow)
            for _ in range(int(seconds / RELOAD_SECONDS)):
                relay.signal(signal.SIGHUP)
                await asyncio.sleep(RELOAD_SECONDS)
            stop.set()
            await work
            ledger.expect(await until(lambda: len(relay.workers) == WORKERS, OLD_SECONDS), f"{len(relay.workers)} workers are left")
            ledger.expect(not relay.lost_workers, "a worker died")
            times, grown = len(relay.logged("reloaded")), (_resident(relay.pid) - before) / KIB**2
            ledger.remarks.append(f"{times} reloads; the supervisor grew by {grown:.1f} MiB")
        _none_cut_off(ledger)
        return ledger.settle("SIGHUP every second", hop.taken, in_quarantine(folder))


async def reload_fails(folder: Path) -> Row:
    """SIGHUP with more workers that cannot start: the old ones stay, and no client waits for one that never comes."""
    ledger = Ledger()
    async with Relay(Plan(folder, {"relay.workers": 1})) as relay:
        relay.configure(relay__workers=WORKERS * 2, next_hop__path="/dev/null/maildir")
        relay.signal(signal.SIGHUP)
        greetings, tried = [], 0
        while tried < FEWEST or (not relay.logged(NOT_RELOADED) and tried < MOST):
            greetings.append(asyncio.create_task(_greeted(relay.address)))
            tried += 1
            await asyncio.sleep(KNOCK_SECONDS)
        ledger.expect(bool(relay.logged(NOT_RELOADED)), "the reload did not fail")
        missed = tried - sum(await asyncio.gather(*greetings))
        ledger.expect(not missed, f"{missed} of {tried} clients were not greeted")
    return ledger.settle("SIGHUP that fails", [], [])


async def _greeted(address: Address) -> bool:
    """Whether a new client is, and soon."""
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(GREETING_SECONDS):
            with await Client.connect(address) as client:
                return await client.reply() == 220
    return False


class Counted:
    """Letters for several couriers, and how many were given out."""

    def __init__(self, letters: Iterator[Letter]) -> None:
        self.given = 0
        self._letters = letters

    def reached(self, number: int) -> bool:
        """Whether so many were."""
        return self.given >= number

    def __iter__(self) -> Iterator[Letter]:
        for sent in self._letters:
            self.given += 1
            yield sent


async def _kill(relay: Relay, letters: Counted, many: int, kills: int) -> int:
    """Each time after about as many messages as the last; how many it were."""
    chance, done = random.Random(4), 0
    for number in range(kills):
        due = int(many * (number + chance.random()) / (kills + 1))
        await until(partial(letters.reached, due), LONGEST_SECONDS)
        await until(lambda: bool(relay.workers), LONGEST_SECONDS)
        with suppress(ProcessLookupError):
            os.kill(chance.choice(relay.workers), signal.SIGKILL)
            done += 1
    return done


def _until(stop: asyncio.Event) -> Iterator[Letter]:
    """Letters without end, until there is one."""
    while not stop.is_set():
        yield from assorted(10)


async def _slow(ledger: Ledger, address: Address, stop: asyncio.Event) -> None:
    """A client that takes its time within the content, message after message over one connection."""
    client: Client | None = None
    while not stop.is_set():
        sent, failed = letter(), None
        if client is None:
            client = await Client.connect(address)
            failed = await client.greeted()
        failed = failed or await client.begin(sent)
        if failed is None:
            await client.write(sent.wire[:100])
            await asyncio.sleep(SLOW_SECONDS)
        attempts = (failed,) if failed else await client.finish(sent, sent.wire[100:])
        ledger.note(sent, attempts)
        if attempts[0].code in (0, 421):
            client.close()
            client = None
    if client is not None:
        client.close()


def _none_cut_off(ledger: Ledger) -> None:
    """Between transactions a client may be told 421; nothing else ends a connection."""
    attempts = [one for some in ledger.attempts.values() for one in some]
    told = Counter(one.moment for one in attempts if one.code == 421)
    silent = Counter(one.moment for one in attempts if one.code == 0)
    cut = sum(counts[moment] for counts in (told, silent) for moment in IN_TRANSACTION)
    ledger.expect(cut == 0, f"{cut} transactions were cut off")
    ledger.expect(silent["connect"] == 0, f"{silent['connect']} connections were refused")
    wordless = sum(silent[moment] for moment in ("greeting", "EHLO", "MAIL"))
    ledger.expect(wordless == 0, f"{wordless} connections were closed between transactions without a word")
    ledger.remarks.append(f"421 between transactions: {sum(told.values())}")


def _tell_losses(ledger: Ledger) -> None:
    attempts: list[Attempt] = [one for some in ledger.attempts.values() for one in some]
    lost, cut = sum(one.reply_lost for one in attempts), sum(one.code == 0 and not one.reply_lost for one in attempts)
    ledger.remarks.append(f"clients lost {lost} replies to their content, and {cut} connections before")


def keys(hop: NextHop) -> dict[str, object]:
    """A relay's with this next hop."""
    return {"relay.workers": WORKERS, "next_hop.kind": "smtp", "next_hop.servers": [hop.server]}


def _resident(pid: int) -> int:
    """Octets in memory. proc(5), statm."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
