"""How the relay ends under load: told to, or its supervisor killed; and what becomes of clients that are in the middle of something."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from benchmarks.faults.account import Attempt, Ledger, Row, in_quarantine
from benchmarks.faults.client import Client, Courier
from benchmarks.faults.hosts import Address
from benchmarks.faults.letters import assorted, letter
from benchmarks.faults.nexthop import NextHop
from benchmarks.faults.process import Plan, Relay, until
from benchmarks.faults.signals import COURIERS, Counted, keys

LONGEST_SECONDS = 60.0
LINGER_SECONDS = 5.0
TOLD_SECONDS = 3.0
"""How long a client may wait that comes when the relay already ends: it is to try elsewhere."""
LATE = 8


async def ended(folder: Path, many: int = 2_000, number: int = signal.SIGTERM) -> Row:
    """A signal to the supervisor in the middle of so many messages; all is started again on the same port, and the clients go on."""
    ledger = Ledger()
    with NextHop(pipelining=True) as hop:
        async with Relay(Plan(folder, keys(hop))) as relay:
            letters = Counted(assorted(many))
            work = asyncio.gather(*(Courier(ledger, relay.address).deliver_all(letters) for _ in range(COURIERS)))
            await until(lambda: letters.given >= many // 2, LONGEST_SECONDS)
            workers, status = relay.workers, await relay.end(number)
            ledger.expect(status == (0 if number == signal.SIGTERM else -number), f"exit status {status}")
            async with Relay(replace(relay.plan, keys={**keys(hop), "listen.port": relay.address[1]})):
                await work
                gone = await until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers), LONGEST_SECONDS)
                ledger.expect(gone, "workers outlive their supervisor")
        cut = sum(one.reply_lost for attempts in ledger.attempts.values() for one in attempts)
        ledger.expect(cut == 0, f"{cut} clients had no reply to their content")
        return ledger.settle(f"{signal.Signals(number).name} of the relay, and started again", hop.taken, in_quarantine(folder))


async def lingering(folder: Path) -> Row:
    """SIGTERM while a client is in its content: it may finish, one that is idle is told 421, and new ones are turned away at once."""
    ledger = Ledger()
    with NextHop() as hop:
        async with Relay(Plan(folder, keys(hop))) as relay:
            idle = await Client.connect(relay.address)
            ledger.expect(await idle.greeted() is None, "a client was not greeted")
            slow, sent = await Client.connect(relay.address), letter()
            failed = await slow.greeted() or await slow.begin(sent)
            ending = asyncio.create_task(relay.end())
            ledger.expect(await idle.reply() == 421, f"421 expected by an idle client, not {idle.text!r}")
            await asyncio.gather(*(_late(relay.address, ledger) for _ in range(LATE)))
            await asyncio.sleep(LINGER_SECONDS)
            attempts = (failed,) if failed else await slow.finish(sent, sent.wire)
            ledger.note(sent, attempts)
            ledger.expect(attempts == (Attempt(250, "dot", slow.text),), f"250 expected in a transaction, not {attempts[0].text!r}")
            ledger.expect(await slow.reply() == 421, f"421 expected after it, not {slow.text!r}")
            ledger.expect((status := await ending) == 0, f"exit status {status}")
            idle.close()
            slow.close()
        return ledger.settle("SIGTERM, a client in its content", hop.taken, in_quarantine(folder))


async def _late(address: Address, ledger: Ledger) -> None:
    """One that comes now: refused, hung up on, told 421, or greeted by a worker that has not heard of it yet; but soon."""
    told = False
    with suppress(TimeoutError):
        async with asyncio.timeout(TOLD_SECONDS):
            with suppress(OSError), await Client.connect(address) as client:
                await client.reply()
            told = True
    ledger.expect(told, f"a client that came late was left waiting for more than {TOLD_SECONDS:g} s")
