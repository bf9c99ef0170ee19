"""What the relay knows of a mail's sender before it is judged, and what it remembers of a mail that was delivered.

No mail's fate hangs on it: a history that fails, or cannot answer at once, is a mail without a past. Nothing here judges.
"""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Protocol

import structlog

from filter.judge.correspondents import Correspondents, addresses, correspondents
from filter.judge.mail import Envelope, Mail
from filter.judge.past import Past
from filter.smtp.recorder import Recorder, Recording
from filter.store.exchange import Exchange, exchange

SERVER_SECONDS = 0.05
"""Longest wait for a history on a database server."""
REST_SECONDS = 5.0
"""How long a history that failed is not asked again: else each mail would wait for it."""
THREADS = 2
"""For a history on a server; one whose thread does not return costs no more than these."""

log = structlog.get_logger("filter.smtp")


class Remembering(Recording[Exchange], Protocol):
    """What the relay asks of a history. `on_a_server`: its answer may have to be waited for."""

    on_a_server: bool

    def past(self, who: Correspondents, when: datetime) -> Past:
        """What was known of a mail's sender then; StoreError."""


class Recall:
    """A history as the relay asks it. `own` are the site's domains; `failed` counts the mails that got no past."""

    def __init__(self, history: Remembering, own: frozenset[str]) -> None:
        self.failed = 0
        self._history = history
        self._own = own
        self._recorder: Recorder[Exchange] = Recorder(history, "history lost mails")
        self._rests_until = 0.0
        self._threads = ThreadPoolExecutor(THREADS, "history")

    async def recalled(self, mail: Mail, when: datetime) -> tuple[Mail, Correspondents | None]:
        """The mail with its past, and whom it is of; as it came where the history does not say. Never raises."""
        who = None
        try:
            who = correspondents(mail)
            if time.monotonic() >= self._rests_until:
                return replace(mail, past=await self._past(who, when)), who
            self.failed += 1
        except Exception as error:  # whatever a mail does to the reading of it, or a database
            self._rest(error)
        return mail, who

    def learn(self, who: Correspondents, envelope: Envelope, when: datetime) -> None:
        """Have it remembered soon that a mail was delivered to the recipients of this envelope. Never raises: it was."""
        with suppress(Exception):
            who = who._replace(recipients=addresses(envelope.recipients))
            if told := exchange(who, envelope.sender, self._own, when):
                self._recorder.add(told)

    async def flush(self) -> None:
        """Wait until all that was delivered is remembered, or lost."""
        await self._recorder.flush()

    async def _past(self, who: Correspondents, when: datetime) -> Past:
        if not self._history.on_a_server:
            return self._history.past(who, when)  # at once, but for the few milliseconds that it waits for a lock itself
        looking = asyncio.get_running_loop().run_in_executor(self._threads, self._history.past, who, when)
        async with asyncio.timeout(SERVER_SECONDS):
            return await looking

    def _rest(self, error: Exception) -> None:
        self.failed += 1
        self._rests_until = time.monotonic() + REST_SECONDS
        with suppress(Exception):  # a log that fails
            cause = f"{type(error).__name__}: {error}"
            log.warning("history not asked", cause=cause, rests_seconds=REST_SECONDS, failed=self.failed)
