from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from actors import SECONDS, Journal, verdict

from filter.judge.mail import Envelope
from filter.judge.policy import Action, Disposition
from filter.smtp import recorder
from filter.smtp.recorder import Recorder
from filter.store.journal import Decision

WHEN = datetime(2025, 1, 1, tzinfo=UTC)


def decision(number: int) -> Decision:
    return Decision(Envelope(f"192.0.2.{number}"), verdict(), Disposition(Action.DELIVER, ""), "delivered", WHEN)


class SlowJournal(Journal):
    """Takes until it is let, off the event loop; says when it has begun, and keeps the size of each batch."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()
        self.let = threading.Event()
        self.batches: list[int] = []

    def record(self, decisions: Sequence[Decision]) -> None:
        self.begun.set()
        assert self.let.wait(SECONDS)
        self.batches.append(len(decisions))
        super().record(decisions)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "GATHER_SECONDS", 0.01)


async def test_decisions_are_recorded_in_their_order() -> None:
    """Everything that was added is in the journal after a flush, as it came."""
    journal = Journal()
    notes = Recorder(journal)
    rows = [decision(number) for number in range(50)]
    for row in rows:
        notes.add(row)
    await notes.flush()
    assert journal.decisions == rows
    assert notes.lost == 0


async def test_nobody_has_to_flush() -> None:
    """A decision is recorded soon, without another one after it."""
    journal = SlowJournal()
    journal.let.set()
    notes = Recorder(journal)
    notes.add(decision(1))
    assert await asyncio.to_thread(journal.begun.wait, SECONDS)
    await notes.flush()
    assert journal.decisions == [decision(1)]


async def test_a_flush_with_nothing_to_note() -> None:
    """Ends at once, and the journal is not asked."""
    journal = SlowJournal()
    async with asyncio.timeout(SECONDS):
        await Recorder(journal).flush()
    assert not journal.begun.is_set()


async def test_what_comes_meanwhile_is_one_batch() -> None:
    """While a batch is written nobody waits, and what comes meanwhile is gathered into the next one."""
    journal = SlowJournal()
    notes = Recorder(journal)
    notes.add(decision(1))
    assert await asyncio.to_thread(journal.begun.wait, SECONDS)
    began = time.monotonic()
    for number in range(2, 32):
        notes.add(decision(number))
    assert time.monotonic() - began < SECONDS / 2
    journal.let.set()
    await notes.flush()
    assert journal.batches == [1, 30]
    assert journal.decisions == [decision(number) for number in range(1, 32)]


async def test_a_journal_that_fails_loses_its_batch(logged: list[Any]) -> None:
    """What could not be recorded is counted and logged, and what comes after it is recorded."""
    journal = Journal()
    journal.broken = True
    notes = Recorder(journal)
    for number in range(3):
        notes.add(decision(number))
    await notes.flush()
    assert notes.lost == 3
    assert [(event["event"], event["lost"]) for event in logged] == [("journal lost decisions", 3)]
    assert (logged[0]["log_level"], logged[0]["exc_info"]) == ("error", None)
    assert logged[0]["cause"].startswith("StoreError: ")
    journal.broken = False
    notes.add(decision(4))
    await notes.flush()
    assert journal.decisions == [decision(4)]


async def test_a_journal_that_does_not_keep_up_loses_the_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than MAX_WAITING rows wait: the oldest beyond it are dropped and counted."""
    monkeypatch.setattr(recorder, "MAX_WAITING", 10)
    journal = SlowJournal()
    notes = Recorder(journal)
    notes.add(decision(0))
    assert await asyncio.to_thread(journal.begun.wait, SECONDS)
    for number in range(1, 16):
        notes.add(decision(number))
        assert len(notes._waiting) <= 10
    journal.let.set()
    await notes.flush()
    assert journal.decisions == [decision(0), *(decision(number) for number in range(6, 16))]
    assert notes.lost == 5


async def test_a_flush_that_is_given_up_loses_nothing() -> None:
    """Who no longer waits for the journal does not stop it."""
    journal = SlowJournal()
    notes = Recorder(journal)
    notes.add(decision(1))
    assert await asyncio.to_thread(journal.begun.wait, SECONDS)
    notes.add(decision(2))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await notes.flush()
    journal.let.set()
    await notes.flush()
    assert journal.decisions == [decision(1), decision(2)]
    assert notes.lost == 0
