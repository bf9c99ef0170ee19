"""Disks that are full: the quarantine's, the journal's, the Maildir's. What cannot be kept is answered 452; the rest goes on."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from benchmarks.faults.account import Ledger, Row, in_journal, in_maildir, in_quarantine
from benchmarks.faults.client import Courier
from benchmarks.faults.letters import STRICT, TAGGING, Letter, Place, assorted, letter
from benchmarks.faults.nexthop import NextHop
from benchmarks.faults.process import Plan, Relay, until
from benchmarks.faults.room import Room, room

WORKERS = 2
RECOVERY_SECONDS = 20.0
REPLIES = {Place.DELIVERED: 250, Place.HELD: 250, Place.NOWHERE: 550}
NO_ROOM = "452 4.3.1"

Story = Callable[[Room, Path, NextHop, int], Coroutine[Any, Any, Row]]


async def disks(folder: Path, many: int = 20) -> list[Row]:
    """A row for each disk, all at once; so many messages for each state of it."""

    async def tell(name: str, story: Story) -> Row:
        with room(folder / name) as place, NextHop() as hop:
            return await story(place, folder, hop, many)

    stories = (("quarantine", _quarantine), ("journal", _journal), ("maildir", _maildir))
    return list(await asyncio.gather(*(tell(*one) for one in stories)))


async def _quarantine(place: Room, folder: Path, hop: NextHop, many: int) -> Row:
    ledger = _ledger(place)
    keys = _keys(hop) | {"store.quarantine": f"sqlite:///{place.folder}/quarantine.db"}
    async with Relay(Plan(folder / "of quarantine", keys, place.module)) as relay:
        courier = Courier(ledger, relay.address)
        await courier.deliver_all(assorted(many))
        place.fill()
        owed = await _without_room(courier, ledger, many)
        for number in (signal.SIGKILL, signal.SIGHUP):
            courier.close()
            await _disturbed(relay, number)
            await courier.deliver(letter())  # whose worker died may try again
            owed += await _without_room(courier, ledger, 4)
        place.free()
        await courier.deliver_all(owed)
    return ledger.settle("disk full: quarantine", hop.taken, in_quarantine(place.folder))


async def _without_room(courier: Courier, ledger: Ledger, many: int) -> list[Letter]:
    """What is to be held is answered 452, for all its recipients, and is owed; all else has its usual reply."""
    owed = [letter(Place.HELD), letter(Place.DELIVERED, TAGGING, STRICT)]
    for sent in owed:
        await _expect(courier, ledger, sent, NO_ROOM)
    for sent in assorted(many):
        place = next(iter(sent.places.values()))
        await _expect(courier, ledger, sent, NO_ROOM if place is Place.HELD else str(REPLIES[place]))
        owed += [sent] if place is Place.HELD else []
    return owed


async def _journal(place: Room, folder: Path, hop: NextHop, many: int) -> Row:
    ledger = _ledger(place)
    keys = _keys(hop) | {"relay.workers": 1, "store.journal": f"sqlite:///{place.folder}/journal.db"}
    async with Relay(Plan(folder / "of journal", keys, place.module)) as relay:
        courier = Courier(ledger, relay.address)
        await courier.deliver_all(assorted(many))
        await until(lambda: in_journal(place.folder) == many, RECOVERY_SECONDS)
        place.fill()
        for sent in assorted(many):
            await _expect(courier, ledger, sent, str(REPLIES[next(iter(sent.places.values()))]))
        ledger.expect(await until(lambda: bool(relay.logged("journal lost decisions")), RECOVERY_SECONDS), "no loss is logged")
        place.free()
        await courier.deliver_all(assorted(many))
        await relay.end()
        lost = [event["lost"] for event in relay.logged("journal lost decisions")]
    kept = in_journal(place.folder)
    ledger.expect(
        kept >= 2 * many and kept + max(lost) == 3 * many, f"of {3 * many} rows {kept} are there, and {max(lost)} counted as lost"
    )
    ledger.remarks.append(f"{kept} rows kept, {max(lost)} counted as lost")
    return ledger.settle("disk full: journal", hop.taken, in_quarantine(folder / "of journal"))


async def _maildir(place: Room, folder: Path, _: NextHop, many: int) -> Row:
    ledger = _ledger(place) if place.mounted else Ledger()
    if not place.mounted:
        ledger.remarks.append("NOT TRIED: no file system may be mounted here")
        return ledger.settle("disk full: Maildir", [], [])
    async with Relay(Plan(folder / "of maildir", {"relay.workers": WORKERS, "next_hop.path": f"{place.folder}/maildir"})) as relay:
        courier, owed = Courier(ledger, relay.address), list[Letter]()
        await courier.deliver_all(assorted(many))
        place.fill()
        for sent in assorted(many):
            where = next(iter(sent.places.values()))
            await _expect(courier, ledger, sent, NO_ROOM if where is Place.DELIVERED else str(REPLIES[where]))
            owed += [sent] if where is Place.DELIVERED else []
        place.free()
        await courier.deliver_all(owed)
    left = [*(place.folder / "maildir" / "tmp").iterdir()]
    ledger.expect(not left, f"{len(left)} files left in tmp")
    return ledger.settle("disk full: Maildir", in_maildir(place.folder), in_quarantine(folder / "of maildir"))


async def _expect(courier: Courier, ledger: Ledger, sent: Letter, wanted: str) -> None:
    for one in await courier.once(sent):
        where = " and ".join(dict.fromkeys(sent.places.values()))
        ledger.expect(one.text.startswith(wanted), f"{wanted} expected for what should be {where}, not {one.text!r}")


async def _disturbed(relay: Relay, number: int) -> None:
    """All workers killed, or replaced."""
    before = relay.workers
    if number == signal.SIGHUP:
        relay.signal(number)
    else:
        for pid in before:
            os.kill(pid, number)
    await until(lambda: len(relay.workers) == WORKERS and not set(before) & set(relay.workers), RECOVERY_SECONDS)
    await asyncio.sleep(0.5)


def _ledger(place: Room) -> Ledger:
    ledger = Ledger()
    ledger.remarks.append(f"by {place}")
    return ledger


def _keys(hop: NextHop) -> dict[str, Any]:
    return {"relay.workers": WORKERS, "next_hop.kind": "smtp", "next_hop.servers": [hop.server]}
