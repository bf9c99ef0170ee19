"""Who wrote to whom and when: delivered mails in, the `Past` of the next one out.

Kept are counts under keys alone (`store.counts`). A key is BLAKE2b under a salt that lies in the same database: nothing of an address
can be read there, though who has the file can try addresses that they guess. No mail is kept here, and nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from enum import IntEnum
from hashlib import blake2b

from filter.errors import StoreError
from filter.judge.correspondents import Correspondents
from filter.judge.past import Past
from filter.store.counts import KEY_OCTETS, Counts, Step
from filter.store.exchange import Exchange

ID_DAYS = 180
"""How long the id of a mail that the site sent is remembered."""
WELL_KNOWN = 3
"""Mails under a display name until its address is known well by it."""
SWEEP_ROWS = 20_000
"""Rows that a process writes until it looks again for what to forget; so far the bounds may be passed, by each process."""
BATCH = 500
"""Mails in one transaction."""


class _Kind(IntEnum):
    """What a row counts; the first octet of its key."""

    FROM = 1  # an address that wrote
    DOMAIN = 2  # a registrable domain that wrote
    PAIR = 3  # an address that wrote to a recipient
    TO = 4  # an address that the site wrote to
    SENT = 5  # a message id that the site sent to an address
    NAME = 6  # a display name: a row for each address that wrote under it


class History:
    """The history behind an SQLAlchemy URL. For several threads and processes; one that forks opens its own afterwards.

    Like the journal it promises nobody anything: a power cut may take its last rows. `on_a_server`: a look-up may wait for a network.
    `days`: after so many it forgets.
    """

    def __init__(self, url: str, days: int, *, create: bool = True) -> None:
        """Opens it, to forget after so many days; what is missing is made, or without `create` a UsageError. StoreError where it cannot
        be used, UsageError where it is neither SQLite nor PostgreSQL."""
        self._counts = Counts(url, create=create)
        self.on_a_server = self._counts.on_a_server
        self.days = days
        self._salt = self._counts.salt
        self._until_sweep = 0

    def past(self, who: Correspondents, when: datetime) -> Past:
        """What was known of the sender of a mail that came then, less what an earlier copy of this very mail told. StoreError, also where
        that cannot be said at once."""
        if not who.address:
            return Past()
        address, domain = self._key(_Kind.FROM, who.address), self._key(_Kind.DOMAIN, who.domain)
        to, name = self._key(_Kind.TO, who.address), self._key(_Kind.NAME, who.name)
        pairs = {self._key(_Kind.PAIR, who.address, whom): self._mark(who, "to", whom) for whom in who.recipients}
        own = {address: self._mark(who, "from"), domain: self._mark(who, "from"), **pairs}
        answered = [self._key(_Kind.SENT, one, who.address) for one in who.answers]
        rows, marked = self._counts.find([address, domain, to, *pairs, *answered, *((name,) if who.name else ())], [*set(own.values())])
        found = {row.key: row for row in rows if not row.whose}
        count = {key: row.times - (own.get(key) in marked) for key, row in found.items()}
        met, day = found[address] if count.get(address) else None, _day(when)
        # Where the last that came was this mail's own copy, the silence is that before it.
        last = (met.before if met.last == marked.get(own[address]) else met.last) if met else None
        others = max((row.times for row in rows if row.whose and row.whose != address), default=0)
        return Past(
            from_address=count.get(address, 0),
            from_domain=count.get(domain, 0),
            to_address=count.get(to, 0),
            between=max((count.get(pair, 0) for pair in pairs), default=0),
            silent_days=None if last is None else max(0, day - last),
            known_days=max(0, day - met.first) if met else None,
            replied_to_us=any(one in count for one in answered),
            same_name=others if others >= WELL_KNOWN else 0,
        )

    def record(self, exchanges: Sequence[Exchange], /) -> int:
        """Remember delivered mails, a batch at a time; how many of them told anything new: the same mail again does not. StoreError."""
        learnt = sum(self._record(exchanges[start : start + BATCH]) for start in range(0, len(exchanges), BATCH))
        if exchanges and self._until_sweep <= 0:
            self._until_sweep = SWEEP_ROWS
            with suppress(StoreError):  # what is written stays written; the next sweep forgets more
                # Its time is that of the mails: an archive's is another than the clock's.
                self._sweep(min(_day(one.when) for one in exchanges))
        return learnt

    def close(self) -> None:
        """Let go of every connection."""
        self._counts.close()

    def _record(self, exchanges: Sequence[Exchange]) -> int:
        told, written = self._counts.add([step for number, one in enumerate(exchanges) for step in self._steps(number, one)])
        self._until_sweep -= written
        return len(told)

    def _sweep(self, today: int) -> None:
        ids = (bytes([_Kind.SENT]), bytes([_Kind.SENT + 1]))
        self._counts.forget(today - self.days, ids, today - ID_DAYS)

    def _steps(self, number: int, one: Exchange) -> Iterator[Step]:
        """What a mail counts for, each under a mark of its own: its copies may go to several recipients at several times."""
        who, day = one.who, _day(one.when)
        address = self._key(_Kind.FROM, who.address)
        if who.name:
            yield Step(number, self._mark(who, "name"), ((self._key(_Kind.NAME, who.name), address),), day)
        if one.received or not one.sent:
            yield Step(number, self._mark(who, "from"), ((address, b""), (self._key(_Kind.DOMAIN, who.domain), b"")), day)
        for whom in one.received:
            yield Step(number, self._mark(who, "to", whom), ((self._key(_Kind.PAIR, who.address, whom), b""),), day)
        for whom in one.sent:
            to, sent = self._key(_Kind.TO, whom), self._key(_Kind.SENT, who.message_id, whom)
            yield Step(number, self._mark(who, "sent", whom), ((to, b""), *(((sent, b""),) if who.message_id else ())), day)

    def _key(self, kind: _Kind, *parts: str) -> bytes:
        return bytes([kind]) + self._hashed(KEY_OCTETS - 1, kind.name, *parts)

    def _mark(self, who: Correspondents, *parts: str) -> int:
        """A number of 63 bits, as databases have them."""
        return int.from_bytes(self._hashed(8, who.address, who.identity, *parts), "big") >> 1

    def _hashed(self, octets: int, *parts: str) -> bytes:
        whole = "".join(f"{len(part)}:{part}" for part in parts)  # no part runs into the next
        return blake2b(whole.encode("utf-8", "surrogatepass"), key=self._salt, digest_size=octets).digest()


@contextmanager
def opened(url: str, days: int, *, create: bool = False) -> Iterator[History]:
    """The history, closed afterwards."""
    with closing(History(url, days, create=create)) as history:
        yield history


def _day(when: datetime) -> int:
    """The day in UTC, counted from 1 January of the year 1."""
    return when.astimezone(UTC).toordinal()
