"""What all sessions of one relay share, and the little that the relay asks of the rooms below it. Nothing here speaks SMTP."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any, Protocol, TypeVar

from filter.authentication.checker import Check
from filter.config.relay import Listen, RelaySection
from filter.errors import StoreError
from filter.judge.mail import Mail
from filter.judge.policy import Disposition, Policies
from filter.judge.verdict import Verdict
from filter.smtp.commands import EnvelopePath
from filter.smtp.deadline import Deadline, OverdueError
from filter.smtp.esmtp import Extensions
from filter.smtp.intake import Budget
from filter.smtp.nexthop import Hop
from filter.smtp.recall import Recall
from filter.smtp.recorder import Recorder
from filter.smtp.shadow import Shadow
from filter.store.journal import Decision

JUDGING_THREADS = 2
HOLDING_THREADS = 4

T = TypeVar("T")


class Judging(Protocol):
    """What the relay asks of a judge."""

    def judge(self, mail: Mail) -> Verdict:
        """The verdict on one mail."""


class Holding(Protocol):
    """What the relay asks of a quarantine."""

    def hold(self, mail: Mail, verdict: Verdict, disposition: Disposition, received: datetime) -> str:
        """Keep a mail and return its quarantine id once it is durable; StoreError where it is not."""

    def withdraw(self, id: str) -> None:  # noqa: A002  (what it is called everywhere else)
        """Forget a mail held a moment ago, for which nothing was promised; StoreError."""


class Onward(Protocol):
    """What the relay asks of its next hop. `answers_each`: whether it answers content once for each recipient (LMTP);
    `handover_seconds`: from the end of a client's content until the next hop has it, at the most."""

    answers_each: bool
    handover_seconds: float

    @property
    def extensions(self) -> Extensions:
        """What can be passed on."""

    async def probe(self) -> None:
        """Learn what can be passed on, if that is not known."""

    def open(self, client: Mapping[str, str], sender: EnvelopePath) -> Hop:
        """A hop for one transaction, introduced as this client's."""


@dataclass(slots=True)
class Site:
    """What all sessions of one relay share.

    `pending` are the commits and goodbyes that outlive their client's connection; `stuck` is set once a judgement did not end:
    its thread cannot be stopped, so this process should be. `unjudged` counts the mails whose judgement failed. `recall` is None where
    no history is kept, `check` where authentication is not checked here, `shadow` where nothing is tried.
    """

    settings: RelaySection
    hostname: str
    judge: Judging
    policies: Policies
    quarantine: Holding
    recorder: Recorder[Decision]
    next_hop: Onward
    budget: Budget
    deadline: Deadline
    recall: Recall | None = None
    check: Check | None = None
    shadow: Shadow | None = None
    pending: set[asyncio.Task[Any]] = field(default_factory=set)
    stuck: asyncio.Event = field(default_factory=asyncio.Event)
    unjudged: int = 0
    judging: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(JUDGING_THREADS, "judging"))
    holding: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(HOLDING_THREADS, "holding"))

    async def hold(self, work: Callable[..., T], *arguments: object, by: float = math.inf) -> T:
        """Something with the quarantine, in a thread of its own kind: one that waits for a lock keeps nobody from a Maildir.

        StoreError where no thread took it up by then (the event loop's time): then it never is done.
        """
        left = by - asyncio.get_running_loop().time()
        if left > 0:
            taken = self.holding.submit(work, *arguments)
            waiting = asyncio.wrap_future(taken)
            await asyncio.wait((waiting,), timeout=left)
            if waiting.done() or not taken.cancel():
                return await waiting
        raise StoreError("no time was left to hold it")

    async def aside(self, mail: Mail, by: float = math.inf) -> Verdict:
        """Judge in a thread of its own kind, so that one that never returns keeps nobody from the quarantine.

        Raises OverdueError where no thread takes it up by then (the event loop's time); past `judge_seconds`, counted from there, and
        then sets `stuck`; at once where `stuck` is set already.
        """
        loop, begun = asyncio.get_running_loop(), asyncio.Event()

        def work() -> Verdict:
            loop.call_soon_threadsafe(begun.set)
            return self.judge.judge(mail)

        judging: asyncio.Future[Any] = loop.run_in_executor(self.judging, work)
        turn: asyncio.Future[Any] = asyncio.ensure_future(begun.wait())
        stuck: asyncio.Future[Any] = asyncio.ensure_future(self.stuck.wait())
        await asyncio.wait((judging, turn, stuck), timeout=max(0.0, by - loop.time()), return_when=asyncio.FIRST_COMPLETED)
        if begun.is_set():
            await asyncio.wait((judging, stuck), timeout=self.settings.judge_seconds, return_when=asyncio.FIRST_COMPLETED)
        turn.cancel()
        stuck.cancel()
        if judging.done():
            verdict: Verdict = judging.result()
            return verdict
        judging.cancel()
        if begun.is_set():
            self.stuck.set()
        raise OverdueError("no verdict in time")

    def keep(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Start work that no client may cancel; a drain waits for it."""
        task = asyncio.create_task(work)
        self.pending.add(task)
        task.add_done_callback(self.pending.discard)
        return task


def within(address: str, networks: Sequence[IPv4Network | IPv6Network]) -> bool:
    """Whether an address is in one of the networks."""
    known = _address(address)
    return known is not None and any(known in network for network in networks)


@lru_cache(maxsize=4096)
def _address(text: str) -> IPv4Address | IPv6Address | None:
    """The same few clients come again and again, and each is looked at several times a message."""
    try:
        return ip_address(text)
    except ValueError:
        return None


def relays_to(listen: Listen, client: str, recipient: str) -> bool:
    """Whether mail of this client may go to this recipient. Never an open relay: by network, or in role mx by domain.

    Postmaster without a domain is everybody's (RFC 5321 4.5.1). Routes in the local part (user%other@here, other!user@here) go
    elsewhere than they say, and only by network.
    """
    if within(client, listen.allowed_networks):
        return True
    if listen.role == "mx" and recipient.lower() == "postmaster":
        return True
    local, at, domain = recipient.rpartition("@")
    if listen.role != "mx" or not at or not {"%", "!", "@"}.isdisjoint(local):
        return False
    name = domain.lower().removesuffix(".")
    return any(name.endswith(ours) if ours.startswith(".") else name == ours for ours in listen.relay_domains)
