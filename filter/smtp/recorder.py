"""Rows of the journal or the history on their way to disk: gathered while the last batch is written, so that no client waits."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from filter.errors import StoreError
from filter.smtp.told import cause, tell

GATHER_SECONDS = 0.2
MAX_WAITING = 20_000
"""Rows kept for a store that does not keep up; the oldest beyond it are lost, and counted."""

Row = TypeVar("Row")
Taken_contra = TypeVar("Taken_contra", contravariant=True)


class Recording(Protocol[Taken_contra]):
    """What the relay asks of a journal, or of a history."""

    def record(self, rows: Sequence[Taken_contra], /) -> Any:
        """Note them; StoreError where that failed."""


class Recorder(Generic[Row]):
    """Hands rows to a store, a batch at a time. `lost` counts those it could not keep: a mail's fate does not hang on it."""

    def __init__(self, store: Recording[Row], losing: str = "journal lost decisions") -> None:
        """`losing` is what the log says then."""
        self.lost = 0
        self._store = store
        self._losing = losing
        self._waiting: list[Row] = []
        self._writing: asyncio.Task[None] | None = None

    def add(self, row: Row) -> None:
        """Have it noted soon."""
        self._waiting.append(row)
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
                await asyncio.to_thread(self._store.record, batch)
            except Exception as error:
                self.lost += len(batch)
                bug = None if isinstance(error, StoreError) else error
                tell("error", self._losing, lost=self.lost, cause=cause(error), exc_info=bug)
        finally:
            self._writing = asyncio.create_task(self._gather()) if self._waiting else None
