"""Clients that ask for ever and never read a reply: others are served, they themselves let go, and the relay ends all the same."""

from __future__ import annotations

import asyncio
import re
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.faults.account import Ledger, Row, in_quarantine
from benchmarks.faults.client import Client, Courier
from benchmarks.faults.letters import assorted
from benchmarks.faults.nexthop import NextHop
from benchmarks.faults.process import Plan, Relay, until

IDLE_SECONDS = 2.0
LET_GO_SECONDS = 5 * IDLE_SECONDS
END_SECONDS = 15.0
"""How long a relay may take to end whose clients are all gone, busy machine and all."""
DONE, ENDLESS = 1, 3
"""Clients that ask for a while, and that never stop."""
RECEIVE_OCTETS = 4_096
ASK, REPLIED = b"HELP\r\n", b"214 2.0.0 RFC 5321 has the commands\r\n"
FEW, MANY = 1_500, 100_000
"""Commands in one go: whose replies asyncio buffers, and whose replies it does not."""
FEW_REPLIED = FEW * len(REPLIED)
LOOK_SECONDS = 0.02


async def deaf(folder: Path, many: int = 20) -> Row:
    """So many messages of others meanwhile."""
    ledger = Ledger()
    with NextHop() as hop, ExitStack() as stack:
        keys = {"relay.workers": 1, "relay.idle_seconds": IDLE_SECONDS, "next_hop.kind": "smtp"}
        async with Relay(Plan(folder, keys | {"next_hop.servers": [hop.server]})) as relay:
            done = [stack.enter_context(await Client.connect(relay.address, receive_octets=RECEIVE_OCTETS)) for _ in range(DONE)]
            await asyncio.gather(*map(_ask_a_little, done))
            endless = [stack.enter_context(await Client.connect(relay.address, receive_octets=RECEIVE_OCTETS)) for _ in range(ENDLESS)]
            asking = [asyncio.create_task(_ask_on(client)) for client in endless]
            await Courier(ledger, relay.address).deliver_all(assorted(many))
            for name, some in (("was done and waits for its replies", done), ("only asks", endless)):
                gone = await until(partial(_let_go, some), LET_GO_SECONDS)
                ledger.expect(gone, f"one that never reads, but {name}, keeps its connection for more than {LET_GO_SECONDS:g} s")
            await asyncio.gather(*asking)
            await _ends(relay, ledger)
        return ledger.settle("client: never reads", hop.taken, in_quarantine(folder))


async def _ends(relay: Relay, ledger: Ledger) -> None:
    began = asyncio.get_running_loop().time()
    status = await relay.end()
    seconds = asyncio.get_running_loop().time() - began
    ledger.expect(status == 0 and seconds < END_SECONDS, f"SIGTERM: exit status {status} after {seconds:.0f} s")


async def _ask_on(client: Client) -> None:
    """Until it is let go."""
    while await client.write(ASK * MANY):
        pass


async def _ask_a_little(client: Client) -> None:
    """Ask until the first replies have to wait in the relay, because the system takes no more of them; then half-close."""
    queued, grown = 0, FEW_REPLIED
    while grown > FEW_REPLIED // 2:
        await client.write(ASK * FEW)
        now = await _settled(client)
        queued, grown = now, now - queued
    client.half_close()


async def _settled(client: Client) -> int:
    """What is queued for this client once that changes no more."""
    before, queued = -1, 0
    while queued != before:
        await asyncio.sleep(LOOK_SECONDS)
        before, queued = queued, _queued(client.ports) or 0
    return queued


def _let_go(clients: list[Client]) -> bool:
    """Whether the relay has none of the connections any more."""
    return all(_queued(client.ports) is None for client in clients)


def _queued(ports: tuple[int, int]) -> int | None:
    """The octets that the system holds on their way to this client; None once the relay has let go. proc(5), /proc/net/tcp."""
    local, remote = (rf"\w{{8}}:{port:04X}" for port in ports)
    found = re.search(rf" {local} {remote} \w\w (\w+):\w+ \S+ \w+ +\d+ +\d+ (\d+) ", Path("/proc/net/tcp").read_text())
    return int(found[1], 16) if found and int(found[2]) else None
