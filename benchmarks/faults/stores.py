"""A quarantine that somebody else has locked for a while, and a log that can no longer be written. Neither is the mail's fault."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks.faults.account import Ledger, Row, in_maildir, in_quarantine
from benchmarks.faults.client import Courier
from benchmarks.faults.letters import Letter, Place, assorted, letter
from benchmarks.faults.nexthop import Fault, NextHop
from benchmarks.faults.process import Plan, Relay, until

JUDGE_SECONDS = 2.0
LOCKED_SECONDS, WAIT_SECONDS = 6.0, 4.0
"""Longer than a judgement may take, and shorter than the quarantine waits for a lock; and what nobody else's message may take."""
HELD, LONG = 12, 6
LONG_OCTETS = 100_000
"""Judged on a thread."""
RECOVERY_SECONDS = 20.0
WORKERS = 2


async def locked(folder: Path, *, maildir: bool = False) -> Row:
    """Another process writes to the quarantine for seconds: what is to be held waits, all else does not."""
    ledger = Ledger()
    with NextHop() as hop:
        keys = ({} if maildir else _keys(hop)) | {"relay.workers": 1, "relay.judge_seconds": JUDGE_SECONDS}
        async with Relay(Plan(folder, keys)) as relay:
            await Courier(ledger, relay.address).deliver(letter(Place.HELD))
            began = asyncio.get_running_loop().time()
            locking = asyncio.create_task(asyncio.to_thread(_lock, folder / "quarantine.db"))
            waiting = [asyncio.create_task(_once(relay, ledger, letter(Place.HELD))) for _ in range(HELD)]
            await asyncio.sleep(0.5)
            await asyncio.gather(*(_once(relay, ledger, letter(octets=LONG_OCTETS)) for _ in range(LONG)))
            seconds = asyncio.get_running_loop().time() - began
            ledger.expect(seconds < WAIT_SECONDS, f"{LONG} long messages for the next hop had their answers after {seconds:.1f} s")
            await asyncio.gather(locking, *waiting)
            ledger.expect(not relay.lost_workers, "a worker ended")
        name = f"quarantine locked for a while{', Maildir' if maildir else ''}"
        return ledger.settle(name, in_maildir(folder) if maildir else hop.taken, in_quarantine(folder))


def _lock(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        time.sleep(LOCKED_SECONDS)


async def _once(relay: Relay, ledger: Ledger, sent: Letter) -> None:
    courier = Courier(ledger, relay.address)
    (attempt,) = await courier.once(sent)
    kind = "held" if Place.HELD in sent.places.values() else "long"
    ledger.expect(attempt.code == 250, f"250 expected for a {kind} message, not {attempt.text!r}")
    courier.close()


async def log_full(folder: Path, many: int = 20) -> Row:
    """The log's disk is full: mail flows, a server that fails is passed over, workers are replaced, and the relay ends as it should."""
    ledger = Ledger()
    with NextHop() as hop, NextHop() as spare:
        keys = _keys(hop, spare) | {"relay.workers": WORKERS}
        async with Relay(Plan(folder, keys, log=Path("/dev/full"))) as relay:
            courier = Courier(ledger, relay.address, per_connection=5)
            await courier.deliver_all(assorted(many))
            hop.fail(Fault("connect", "refuse"))
            hop.hang_up()
            for sent in assorted(many):
                for one in await courier.once(sent):
                    ledger.expect(one.code in (250, 550), f"with a spare server, {one.text!r} to {one.moment}")
            hop.mend()
            for number in (signal.SIGKILL, signal.SIGHUP):
                if await _replaced(relay, number, ledger):
                    await courier.deliver_all(assorted(many))
            ledger.expect((status := await relay.end()) == 0, f"exit status {status}")
        return ledger.settle("disk full: log", [*hop.taken, *spare.taken], in_quarantine(folder))


async def _replaced(relay: Relay, number: int, ledger: Ledger) -> bool:
    """A worker is killed, or the relay is told to load everything anew: whether there are others then."""
    if not (before := relay.workers):
        return False
    os.kill(before[0] if number == signal.SIGKILL else relay.pid, number)
    replaced = await until(lambda: len(relay.workers) >= WORKERS and before[0] not in relay.workers, RECOVERY_SECONDS)
    ledger.expect(replaced, f"no other workers after {signal.Signals(number).name}, but {len(relay.workers)}")
    return replaced


def _keys(*hops: NextHop) -> dict[str, Any]:
    return {"next_hop.kind": "smtp", "next_hop.servers": [hop.server for hop in hops], "next_hop.retry_seconds": 1.0}
