"""What another judge or other thresholds would have made of the mail that passes: found out after the client has its reply.

No mail's fate, and no client's time, hangs on it: what there is no room for is dropped and counted, what fails is counted, and the
room that waiting mail takes is given back as soon as live mail needs it. Nothing here judges.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from filter.assemble import Trial
from filter.judge.mail import Mail
from filter.judge.policy import Action, Disposition, Policies, decide
from filter.judge.verdict import Verdict
from filter.smtp.apart import ApartError
from filter.smtp.intake import Budget
from filter.smtp.recorder import Recorder, Recording
from filter.smtp.told import tell
from filter.store.differences import DROPPED, FAILED, Compared, Difference, Side

MAX_WAITING = 1_000
"""Mails that may wait to be judged a second time, in this process; what comes then is dropped."""
MAX_WAITING_OCTETS = 67_108_864
"""The same of their content, which counts as content in flight. The mail that is being judged comes on top."""
AFTER_SECONDS = 0.1
"""From the end of a transaction until its mail is looked at again: its reply leaves first."""
DRAIN_SECONDS = 2.0
"""How long a drain waits for what is still to be judged."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A mail as the live judge saw it, with its verdict, or why there is none, and when it was received."""

    mail: Mail
    verdict: Verdict
    failure: str
    when: datetime


class Asked(Protocol):
    """What the shadow asks of its judge."""

    async def judge(self, mail: Mail) -> Verdict:
        """The verdict on one mail; ApartError."""


class Shadow:
    """A trial beside the live judge. `dropped` and `failed` count the mails that could not be compared."""

    def __init__(self, trial: Trial, live: Policies, differences: Recording[Compared], judge: Asked | None, budget: Budget) -> None:
        """`live` are the policies in force. Without a `judge` the live verdict is decided again: only the policies differ."""
        self.compared = self.dropped = 0
        self.failed: Counter[str] = Counter()
        self._trial = trial
        self._live = live
        self._recorder = Recorder(differences, "lost comparisons with the shadow")
        self._judge = judge
        self._budget = budget
        self._waiting: deque[tuple[float, Judged]] = deque()
        self._octets = 0
        self._working: asyncio.Task[None] | None = None
        budget.spare = self._give_way

    def offer(self, judged: Judged) -> None:
        """Have a mail compared, once its client has been answered. Never raises."""
        with suppress(Exception):
            try:
                self._offer(judged)
            except Exception as error:
                self._fail(judged, type(error).__name__, str(error))

    async def drain(self) -> None:
        """Compare what waits, for a short while, then drop it; and keep what was found."""
        if working := self._working:
            await asyncio.wait((working,), timeout=DRAIN_SECONDS)
            working.cancel()
            await asyncio.wait((working,))
        while self._waiting:
            self._drop(self._next())
        await self._recorder.flush()
        tell("info", "shadow ended", compared=self.compared, dropped=self.dropped, failed=dict(self.failed))

    def _offer(self, judged: Judged) -> None:
        if self._judge is None:
            if judged.failure:
                return  # there is no verdict to decide again
            judged = replace(judged, mail=replace(judged.mail, content=b""))
        octets = len(judged.mail.content)
        room = len(self._waiting) < MAX_WAITING and self._octets + octets <= MAX_WAITING_OCTETS
        if not room or octets > self._budget.free:
            self._drop(judged)
            return
        self._budget.take(octets)
        self._octets += octets
        self._waiting.append((asyncio.get_running_loop().time() + AFTER_SECONDS, judged))
        if self._working is None:
            self._working = asyncio.create_task(self._work())

    async def _work(self) -> None:
        """Compare one mail after the other until none waits."""
        try:
            while self._waiting:
                await asyncio.sleep(self._waiting[0][0] - asyncio.get_running_loop().time())
                if self._waiting:
                    await self._compare(self._next())
        finally:
            self._working = None

    async def _compare(self, judged: Judged) -> None:
        try:
            verdict = await self._judge.judge(judged.mail) if self._judge else judged.verdict
            for row in self._rows(judged, verdict):
                self._recorder.add(row)
            self.compared += 1
        except ApartError as error:
            self._fail(judged, error.kind, str(error))
        except asyncio.CancelledError:
            self._drop(judged)
            raise
        except Exception as error:
            self._fail(judged, type(error).__name__, str(error))

    def _next(self) -> Judged:
        """The mail that waits longest; its room is free again."""
        _, judged = self._waiting.popleft()
        self._octets -= len(judged.mail.content)
        self._budget.give(len(judged.mail.content))
        return judged

    def _give_way(self, octets: int) -> None:
        """Drop what waits longest until there is room for so many; nothing where that would not do. Never raises: live mail asks."""
        while self._waiting and self._budget.free < octets <= self._budget.free + self._octets:
            with suppress(Exception):  # the room is free before anything can fail
                self._drop(self._next())

    def _drop(self, judged: Judged) -> None:
        self.dropped += 1
        if self.dropped == 1:
            tell("warning", "shadow dropped a mail, more are only counted", waiting=len(self._waiting), octets=self._octets)
        self._miss(judged, DROPPED)

    def _fail(self, judged: Judged, kind: str, cause: str) -> None:
        self.failed[kind] += 1
        if self.failed[kind] == 1:
            tell("error", "shadow judging failed, more of the kind are only counted", id=judged.verdict.id[:16], kind=kind, cause=cause)
        self._miss(judged, FAILED)

    def _miss(self, judged: Judged, why: str) -> None:
        for live in dict.fromkeys(self._decided(judged)):
            self._recorder.add(Compared(self._trial.id, judged.when, live.action.value, why))

    def _rows(self, judged: Judged, verdict: Verdict) -> Iterator[Compared]:
        """A row for each part of the mail whose recipients share what both would do."""
        envelope = judged.mail.envelope
        recipients = envelope.recipients if envelope else ()
        parts: dict[tuple[Disposition, Disposition], list[str]] = {}
        for recipient, *pair in zip(recipients, self._decided(judged), _asked(verdict, self._trial.policies, recipients), strict=True):
            parts.setdefault((pair[0], pair[1]), []).append(recipient)
        for (live, shadow), whom in parts.items():
            row = Compared(self._trial.id, judged.when, live.action.value, shadow.action.value)
            if envelope and live.action is not shadow.action:
                sides = Side.of(judged.verdict, live), Side.of(verdict, shadow)
                row = row._replace(difference=Difference(verdict.id, judged.when, envelope.sender, tuple(whom), *sides))
            yield row

    def _decided(self, judged: Judged) -> tuple[Disposition, ...]:
        """What the live side asks for, for each recipient."""
        recipients = judged.mail.envelope.recipients if judged.mail.envelope else ()
        if judged.failure:
            return (Disposition(Action.DELIVER, f"unjudged: {judged.failure}"),) * len(recipients)
        return _asked(judged.verdict, self._live, recipients)


def _asked(verdict: Verdict, policies: Policies, recipients: tuple[str, ...]) -> tuple[Disposition, ...]:
    """What the policies ask for, for each recipient."""
    if not policies.groups:
        return (decide(verdict, policies.site),) * len(recipients)
    whose = tuple(map(policies.of, recipients))
    known = {policy: decide(verdict, policy) for policy in dict.fromkeys(whose)}
    return tuple(known[policy] for policy in whose)
