"""What is counted over an archive of any size: for each domain and each writer, in tables that stay bounded. Decides nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from filter.lab.sightings import Sighting

ROWS = 20_000
"""Rows of one table; past it the rarer half is forgotten, which so many mails later are no more what is looked for."""

KEPT = 20
"""Different values kept of one row: names, domains, servers."""


@dataclass(slots=True)
class Span:
    """Mails that tell the same: how many, the first day and the last, and the first one's name."""

    count: int = 0
    first: date | None = None
    last: date | None = None
    example: str = ""

    def add(self, path: str, seen: Sighting) -> None:
        """One more."""
        self.count += 1
        self.example = self.example or path
        if seen.when:
            day = seen.when.date()
            self.first, self.last = min(self.first or day, day), max(self.last or day, day)

    def joined(self, other: Span) -> Span:
        """Both together."""
        days = [day for day in (self.first, self.last, other.first, other.last) if day]
        return Span(self.count + other.count, min(days, default=None), max(days, default=None), self.example or other.example)

    @property
    def days(self) -> int:
        """From the first to the last."""
        return (self.last - self.first).days if self.first and self.last else 0


@dataclass(slots=True)
class Received:
    """Mail for a domain: all of it, what its own people wrote, what a server says it took for it; from which domains, by which servers."""

    span: Span = field(default_factory=Span)
    inside: int = 0
    delivered: int = 0
    senders: Counter[str] = field(default_factory=Counter)
    by: Counter[str] = field(default_factory=Counter)
    signed: dict[str, Span] = field(default_factory=dict)


@dataclass(slots=True)
class Writer:
    """Mail from an address: all of it, what speaks of paying to colleagues; under which names, and where its title was seen."""

    span: Span = field(default_factory=Span)
    asks: Span = field(default_factory=Span)
    names: Counter[str] = field(default_factory=Counter)
    title: str = ""
    title_at: str = ""


@dataclass(slots=True)
class Firm:
    """Mail from a domain: all of it, what speaks of trade; under which names, to which domains, in answer to which."""

    span: Span = field(default_factory=Span)
    trade: Span = field(default_factory=Span)
    words: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    to: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)


Kind = TypeVar("Kind", Received, Writer, Firm)


class Table(Generic[Kind]):
    """Rows by their key, no more than ROWS of them."""

    def __init__(self, make: type[Kind]) -> None:
        self.rows: dict[str, Kind] = {}
        self._make: Callable[[], Kind] = make

    def row(self, key: str) -> Kind:
        """The row of a key, a new one where there is none."""
        if (known := self.rows.get(key)) is None:
            if len(self.rows) >= ROWS:
                kept = sorted(self.rows.items(), key=lambda one: one[1].span.count, reverse=True)[: ROWS // 2]
                self.rows = dict(kept)
            known = self.rows[key] = self._make()
        return known


class Tallies:
    """All that is counted. `written` counts mails by (sender's domain, recipient)."""

    def __init__(self) -> None:
        self.mails = 0
        self.received = Table(Received)
        self.writers = Table(Writer)
        self.firms = Table(Firm)
        self.written: Counter[tuple[str, str]] = Counter()

    def add(self, path: str, seen: Sighting) -> None:
        """One mail more."""
        self.mails += 1
        domain = domain_of(seen.sender)
        to = {domain_of(one) for one in seen.recipients}
        for one in to:
            self._add_received(one, path, seen)
        self._add_writer(domain in to, path, seen)
        self._add_firm(domain, to, path, seen)
        for address in seen.recipients:
            self.written[domain, address] += 1
        if len(self.written) > ROWS * KEPT:
            self.written = Counter(dict(self.written.most_common(ROWS * KEPT // 2)))

    def _add_received(self, domain: str, path: str, seen: Sighting) -> None:
        row = self.received.row(domain)
        row.span.add(path, seen)
        row.inside += domain_of(seen.sender) == domain
        _count(row.senders, domain_of(seen.sender))
        if any(domain_of(one) == domain for one in seen.delivered):
            row.delivered += 1
            _count(row.by, seen.by)
        if seen.authserv_id and (seen.authserv_id in row.signed or len(row.signed) < KEPT):
            row.signed.setdefault(seen.authserv_id, Span()).add(path, seen)

    def _add_writer(self, is_inside: bool, path: str, seen: Sighting) -> None:
        row = self.writers.row(seen.sender)
        row.span.add(path, seen)
        _count(row.names, seen.name)
        if seen.title and not row.title:
            row.title, row.title_at = seen.title, path
        if seen.pays and is_inside and not seen.is_automatic:
            row.asks.add(path, seen)

    def _add_firm(self, domain: str, to: set[str], path: str, seen: Sighting) -> None:
        row = self.firms.row(domain)
        row.span.add(path, seen)
        _count(row.names, seen.firm)
        for one in to:
            _count(row.to, one)
        for one in seen.answers:
            _count(row.answers, one)
        if seen.trades and not seen.is_automatic:
            row.trade.add(path, seen)
            _count(row.words, seen.trades)


def domain_of(address: str) -> str:
    """The domain of an address, as it is written."""
    return address.rpartition("@")[2]


def _count(counter: Counter[str], value: str) -> None:
    if value and (value in counter or len(counter) < KEPT):
        counter[value] += 1
