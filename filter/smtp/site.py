"""What all sessions of one relay share, and the little that the relay asks of the rooms below it. Nothing here speaks SMTP."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import IPv6Address, ip_address
from typing import Any, Protocol, TypeVar

from filter.config import Listen
from filter.judge.mail import Mail
from filter.judge.policy import Disposition, Policy
from filter.judge.verdict import Verdict
from filter.smtp.nexthop import Hop

T = TypeVar("T")


class Judging(Protocol):
    """What the relay asks of a judge."""

    def judge(self, mail: Mail) -> Verdict:
        """The verdict on one mail."""


class Holding(Protocol):
    """What the relay asks of a quarantine."""

    def hold(self, mail: Mail, verdict: Verdict, disposition: Disposition, received: datetime) -> str:
        """Keep a mail and return its quarantine id once it is durable; StoreError where it is not."""


class Recording(Protocol):
    """What the relay asks of a journal."""

    def record(self, mail: Mail, verdict: Verdict, disposition: Disposition, outcome: str, when: datetime) -> None:
        """Note a decision; StoreError where that failed."""


@dataclass(slots=True)
class Site:
    """What all sessions of one relay share.

    `pending` are the commits and goodbyes that outlive their client's connection; `unrecorded` counts the decisions that the
    journal lost.
    """

    listen: Listen
    hostname: str
    judge: Judging
    policy: Policy
    quarantine: Holding
    journal: Recording
    open_hop: Callable[[], Hop]
    pending: set[asyncio.Task[Any]] = field(default_factory=set)
    unrecorded: int = 0

    def admits(self, client: str) -> bool:
        """Whether a client at this address may relay."""
        try:
            address = ip_address(client)
        except ValueError:
            return False
        return any(address in network for network in self.listen.allowed_networks)

    def keep(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Start work that no client may cancel; a drain waits for it."""
        task = asyncio.create_task(work)
        self.pending.add(task)
        task.add_done_callback(self.pending.discard)
        return task


def client_address(peer: object) -> str:
    """A socket's peer as the text of its address; an IPv4 client of an IPv6 socket as IPv4, "" where there is none."""
    text = str(peer[0]) if isinstance(peer, tuple) and peer else ""
    try:
        address = ip_address(text)
    except ValueError:
        return text
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)
