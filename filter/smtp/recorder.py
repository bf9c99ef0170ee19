"""The journal's rows on their way to disk: gathered while the last batch is written, so that no client waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol

import structlog

from filter.store.journal import Decision

GATHER_SECONDS = 0.2
MAX_WAITING = 20_000
"""Rows kept for a journal that does not keep up; the oldest beyond it are lost, and counted."""

log = structlog.get_logger("filter.smtp")


class Recording(Protocol):
    """What the relay asks of a journal."""

    def record(self, decisions: Sequence[Decision]) -> None:
        """Note decisions; StoreError where that failed."""


class Recorder:
    """Hands decisions to a journal, a batch at a time. `lost` counts those it could not keep: a mail's fate does not hang on it."""

    def __init__(self, journal: Recording) -> None:
        self.lost = 0
        self._journal = journal
        self._waiting: list[Decision] = []
        self._writing: asyncio.Task[None] | None = None

    def add(self, decision: Decision) -> None:
        """Have it noted soon."""
        self._waiting.append(decision)
        if len(self._waiting) > MAX_WAITING:
            del self._waiting[0]
            self.lost += 1
        if self._writing is None:
            self._writing = asyncio.create_task(self._gather())

    async def flush(self) -> None:
        """Wait until all that was added is noted, or lost."""
        while self._writing is not None:
            await asyncio.shield(self._writing)

    async def _gather(self) -> None:
        try:
            await asyncio.sleep(GATHER_SECONDS)
            batch, self._waiting = self._waiting, []
            try:
                await asyncio.to_thread(self._journal.record, batch)
            except Exception:
                self.lost += len(batch)
                log.exception("journal lost decisions", lost=self.lost)
        finally:
            self._writing = asyncio.create_task(self._gather()) if self._waiting else None
