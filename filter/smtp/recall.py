"""What the relay knows of a mail's sender before it is judged, and what it remembers of a mail that was delivered.

No mail's fate hangs on it: a history that fails, or cannot answer at once, is a mail without a past. Nothing here judges.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Protocol

import structlog

from filter.judge.authresults import read
from filter.judge.correspondents import Correspondents, addresses, correspondents, header
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

    def close(self) -> None:
        """Let go of what it holds."""


class Recall:
    """A history as the relay asks it. `failed` counts the mails that got no past."""

    def __init__(self, opener: Callable[[], Remembering], own: frozenset[str], trusted: frozenset[str] = frozenset()) -> None:
        """Opens it at once, and where that fails again with a later mail. `own` are the site's domains, `trusted` its authserv-ids."""
        self.failed = 0
        self._opener = opener
        self._opening = threading.Lock()
        self._history: Remembering | None = None
        self._own = own
        self._trusted = trusted
        self._recorder: Recorder[Exchange] = Recorder(self, "history lost mails")
        self._rests_until = 0.0
        self._threads = ThreadPoolExecutor(THREADS, "history")
        try:
            self._opened()
        except Exception as error:  # mail goes on without
            self._rest(error)

    async def recalled(self, mail: Mail, when: datetime) -> tuple[Mail, Correspondents | None]:
        """The mail with its past, as it came where the history does not say; and who may be remembered by it, None where it is known not
        to be from its author's domain. Never raises."""
        known = None
        try:
            who = correspondents(mail)
            known = None if self._denied(mail, who) else who
            if time.monotonic() >= self._rests_until:
                return replace(mail, past=await self._past(who, when)), known
        except Exception as error:  # whatever a mail does to the reading of it, or a database
            self._rest(error)
        self.failed += 1
        return mail, known

    def learn(self, who: Correspondents, envelope: Envelope, when: datetime) -> None:
        """Have it remembered soon that a mail was delivered to the recipients of this envelope. Never raises: it was."""
        with suppress(Exception):
            who = who._replace(recipients=addresses(envelope.recipients))
            if told := exchange(who, envelope.sender, self._own, when):
                self._recorder.add(told)

    def record(self, exchanges: Sequence[Exchange], /) -> None:
        """For the recorder, in a thread of its own. StoreError, UsageError."""
        self._opened().record(exchanges)

    async def flush(self) -> None:
        """Wait until all that was delivered is remembered, or lost."""
        await self._recorder.flush()

    def close(self) -> None:
        """Let go of the history, where it is open."""
        if self._history:
            self._history.close()

    def _opened(self) -> Remembering:
        """The history, opened where it is not, which may take its time. StoreError, UsageError."""
        with self._opening:
            if self._history is None:
                self._history = self._opener()
            return self._history

    async def _past(self, who: Correspondents, when: datetime) -> Past:
        if self._history and not self._history.on_a_server:
            return self._history.past(who, when)  # at once, but for the few milliseconds that it waits for a lock itself
        looking = asyncio.get_running_loop().run_in_executor(self._threads, lambda: self._opened().past(who, when))
        async with asyncio.timeout(SERVER_SECONDS):
            return await looking

    def _denied(self, mail: Mail, who: Correspondents) -> bool:
        """Whether its author's domain disowns it (DMARC, or SPF alone): by our own check, else by a server that the site trusts."""
        found = mail.authentication
        if found is None and self._trusted:
            found = read(header(mail.content).headers, self._trusted, self._own)
        if found is None:
            return False
        return found.dmarc == "fail" or (found.spf == "fail" and bool(found.denies(who.address.rpartition("@")[2])))

    def _rest(self, error: Exception) -> None:
        self._rests_until = time.monotonic() + REST_SECONDS
        with suppress(Exception):  # a log that fails
            cause = f"{type(error).__name__}: {error}"
            log.warning("history not asked", cause=cause, rests_seconds=REST_SECONDS, failed=self.failed)
