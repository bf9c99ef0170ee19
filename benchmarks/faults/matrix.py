"""Every way a next hop fails, at every moment: what the client must hear, and that a second try then arrives once.

One relay for each kind of next hop and of rescue; the cases follow one another. `fresh` is a connection made for the message, `kept`
one of an earlier message; `spare` a second server that is well.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.faults.account import Ledger, Row, in_quarantine
from benchmarks.faults.client import Courier
from benchmarks.faults.hosts import Address
from benchmarks.faults.letters import LONG_OCTETS, PLAIN, STRICT, TAGGING, Letter, Place, letter
from benchmarks.faults.nexthop import Fault, NextHop
from benchmarks.faults.process import Plan, Relay

SECONDS = 1.5
"""Each of the relay's time limits on the next hop."""
SLACK_SECONDS = 6.0
"""What a busy machine may add to a reply."""
KEPT = 10
"""Connections kept where all of them stall."""
MOMENTS = ("greeting", "EHLO", "XFORWARD", "MAIL", "RCPT", "DATA", "content", "dot")
WAYS = ("stall", "drop", "reset", "4xx", "5xx", "garbage", "421", "half")
BEFORE_MAIL, SPARED = ("connect", "greeting", "EHLO"), ("connect", "greeting", "EHLO", "XFORWARD", "MAIL", "RCPT")


@dataclass(frozen=True, slots=True)
class Case:
    """A fault, on a fresh or a kept connection; and the first digits one of which the reply must have.

    `second_held`: the copy for the second recipient ends in the quarantine, as the first one was delivered already.
    """

    fault: Fault
    wanted: str
    kept: bool = False
    domains: tuple[str, ...] = ()
    octets: int = 0
    second_held: bool = False

    def __str__(self) -> str:
        """For a failure."""
        several = f", to {len(self.domains)} recipients" if len(self.domains) > 1 else ""
        return f"{self.fault.way} at {self.fault.moment} of a {'kept' if self.kept else 'fresh'} connection{several}"


@dataclass(frozen=True, slots=True)
class Column:
    """A kind of next hop: LMTP or not, with a spare server or not."""

    lmtp: bool
    spare: bool

    def __str__(self) -> str:
        """For the table."""
        return f"{'LMTP' if self.lmtp else 'SMTP'}, {'a spare server' if self.spare else 'one server'}"

    @property
    def cases(self) -> tuple[Case, ...]:
        """All of them."""
        return (*self._usual(), *self._odd())

    def _usual(self) -> Iterator[Case]:
        for kept in (False, True):
            for way in ("refuse", "clog"):
                yield Case(Fault("connect", way), "2" if kept or self.spare else "4", kept)
            for moment in MOMENTS[2:] if kept else MOMENTS:
                for way in WAYS:
                    yield Case(Fault(moment, way), self._wanted(moment, way), kept, octets=LONG_OCTETS if moment == "content" else 0)

    def _odd(self) -> Iterator[Case]:
        """What is said before its time is no promise, what was said and followed by nonsense is one; and mail with several fates."""
        yield Case(Fault("content", "250"), "4", octets=LONG_OCTETS)
        yield Case(Fault("dot", "chatty"), "2")
        for moment in ("greeting", "MAIL", "DATA"):
            yield Case(Fault(moment, "drip"), self._wanted(moment, "stall"))
        if self.lmtp:
            two = (TAGGING, TAGGING)
            yield from (Case(Fault("dot 2", way), "24", domains=two) for way in ("stall", "drop", "reset", "4xx", "garbage", "half"))
            return
        for moment, way in (("DATA", "drop"), ("dot", "4xx"), ("dot", "stall"), ("dot", "drop")):
            yield Case(Fault(moment, way), "4", domains=(TAGGING, STRICT))
        for moment, way in (("DATA", "4xx"), ("DATA", "drop"), ("dot", "5xx"), ("dot", "reset")):
            yield Case(Fault(moment, way, skip=1), "2", domains=(PLAIN, TAGGING), second_held=True)

    def _wanted(self, moment: str, way: str) -> str:
        said_no = way in ("4xx", "5xx")
        if said_no and (moment == "XFORWARD" or (moment == "EHLO" and not self.lmtp)):
            return "2"  # it does without
        if self.spare and moment in SPARED and not (said_no and moment in ("MAIL", "RCPT")):
            return "2"
        return "5" if way == "5xx" and moment not in BEFORE_MAIL else "4"


COLUMNS = tuple(Column(lmtp, spare) for lmtp in (False, True) for spare in (False, True))


async def matrix(folder: Path, every: int = 1) -> list[Row]:
    """A row for each column, all at once; of the cases every so many."""
    return list(await asyncio.gather(*(_column(column, folder / str(number), every) for number, column in enumerate(COLUMNS))))


async def _column(column: Column, folder: Path, every: int) -> Row:
    ledger = Ledger()
    with ExitStack() as stack:
        hops = [stack.enter_context(NextHop(lmtp=column.lmtp, pipelining=not column.lmtp)) for _ in range(1 + column.spare)]
        async with Relay(Plan(folder, _keys(column, hops))) as relay:
            bench = _Bench(hops[0], ledger, relay.address, lmtp=column.lmtp)
            cases = column.cases[::every]
            for case in cases:
                await bench.run(case)
            await bench.all_kept_stall(spare=column.spare)
            ledger.expect(not (wild := relay.tracebacks), f"in the log: {wild[:1]}")
        ledger.remarks.append(f"{len(cases) + 1} cases")
        return ledger.settle(f"next hop: {column}", [copy for hop in hops for copy in hop.taken], in_quarantine(folder))


def _keys(column: Column, hops: list[NextHop]) -> dict[str, Any]:
    kind = "lmtp" if column.lmtp else "smtp"
    limits = {f"next_hop.{name}_seconds": SECONDS for name in ("connect", "reply", "handover", "done")}
    servers = [hop.server for hop in hops]
    return {"relay.workers": 1, "next_hop.kind": kind, "next_hop.servers": servers, "next_hop.retry_seconds": 0.01, **limits} | {
        "listen.protocol": kind
    }


class _Bench:
    """Where one case after the other is tried."""

    def __init__(self, hop: NextHop, ledger: Ledger, address: Address, *, lmtp: bool) -> None:
        self._hop = hop
        self._ledger = ledger
        self._courier = Courier(ledger, address, lmtp=lmtp, per_connection=1)
        self._couriers = [Courier(ledger, address, lmtp=lmtp) for _ in range(KEPT)]

    async def run(self, case: Case) -> None:
        """The case, and then, all being well again, the same message until it has a final word."""
        self._hop.hang_up()
        if case.kept:
            await self._courier.deliver(letter())
        sent = letter(Place.DELIVERED, *case.domains, octets=case.octets)
        if case.second_held:
            first, second = sent.recipients
            sent = replace(sent, places={first: Place.DELIVERED, second: Place.HELD})
        self._hop.fail(case.fault)
        before = self._hop.greeted
        await self._tried(sent, str(case), case.wanted)
        where = "kept" if self._hop.greeted == before else "fresh"
        self._ledger.expect(not case.kept or case.fault.moment in SPARED or where == "kept", f"{case}: it was a {where} one")
        await self._again(sent)

    async def all_kept_stall(self, *, spare: bool) -> None:
        """Many connections are kept, and then none of them says a word: that costs one wait, not one for each."""
        self._hop.hang_up()
        self._hop.fail(Fault("MAIL", "slow"))
        await asyncio.gather(*(courier.deliver(letter()) for courier in self._couriers))
        self._hop.mend()
        self._hop.fail(Fault("MAIL", "stall"))
        sent, name = letter(), f"stall at MAIL of {KEPT} kept connections"
        await self._tried(sent, name, "2" if spare else "4")
        await self._again(sent)

    async def _again(self, sent: Letter) -> None:
        """All is well again: the message until it has a final word, if it has none."""
        self._hop.mend()
        if left := [token for token in sent.recipients if not self._ledger.attempts[token][-1].final]:
            await self._courier.deliver(sent.part(left))

    async def _tried(self, sent: Letter, name: str, wanted: str) -> None:
        began = asyncio.get_running_loop().time()
        attempts = await self._courier.once(sent)
        heard = ", ".join(f"{one.text!r} to {one.moment}" for one in dict.fromkeys(attempts))
        self._ledger.expect({str(one.code)[0] for one in attempts} <= set(wanted), f"{name}: {wanted}xx expected, not {heard}")
        seconds = asyncio.get_running_loop().time() - began
        self._ledger.expect(seconds < 2 * SECONDS + SLACK_SECONDS, f"{name}: a reply after {seconds:.1f} s")
