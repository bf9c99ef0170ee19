"""What the live judge and the one in its shadow made of the same mail: a row for each difference, a count for all the rest.

Kept in the journal's database, as long as the journal. No body, no subject; only the words of a few reasons, as there.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Column, Double, Index, Integer, MetaData, Row, String, Table, Text, func, insert, select, update

from filter.judge.policy import Disposition
from filter.judge.verdict import PerThreat, Verdict
from filter.store.database import Database, Moment, Written
from filter.store.journal import Decided, heaviest
from filter.store.verdicts import reason_from_json, reason_to_json

DROPPED = "dropped"
"""In place of the shadow's action: there was no room for the mail to wait in, so it was not judged a second time."""
FAILED = "failed"
"""In place of the shadow's action: its judgement failed or took too long."""
_BEGUN = "begun"
_TEXTS = ("action", "cause", "hits", "reasons", "model", "rulebook")
_NUMBERS = ("score", "spam", "phish", "bec")
_SIDES = ("live", "shadow")


def _side(name: str) -> list[Column[Any]]:
    texts = (Column(f"{name}_{what}", Text, nullable=False) for what in _TEXTS)
    return [*texts, *(Column(f"{name}_{what}", Double, nullable=False) for what in _NUMBERS)]


_TABLES = MetaData()
_DIFFERENCES = Table(
    "shadow",
    _TABLES,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("trial", String(16), nullable=False),
    Column("verdict_id", String(64), nullable=False),
    Column("when", Moment, nullable=False),
    Column("sender", Written),
    Column("recipients", Text, nullable=False),
    *_side("live"),
    *_side("shadow"),
    Index("shadow_by_trial", "trial", "id"),
)
_COUNTS = Table(
    "shadow_counts",
    _TABLES,
    Column("trial", String(16), primary_key=True),
    Column("writer", String(16), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("live", String(16), primary_key=True),
    Column("shadow", String(16), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("latest", Moment, nullable=False),
)
_C = _COUNTS.c


@dataclass(frozen=True, slots=True)
class Side(Decided):
    """What one of the two made of a mail."""

    @classmethod
    def of(cls, verdict: Verdict, disposition: Disposition) -> Side:
        """Of a verdict that was decided."""
        hits = tuple(hit.rule for hit in verdict.hits)
        why = (verdict.score, verdict.log_odds, hits, heaviest(verdict), verdict.model, verdict.rulebook)
        return cls(disposition.action.value, disposition.cause, *why)


@dataclass(frozen=True, slots=True)
class Difference:
    """A mail, or its part for these recipients, that both would act on differently; `when` received, in UTC."""

    verdict_id: str
    when: datetime
    sender: str | None
    recipients: tuple[str, ...]
    live: Side
    shadow: Side


class Compared(NamedTuple):
    """A mail, or its part for some recipients, that both judged: the two actions; or in place of the second DROPPED or FAILED."""

    trial: str
    when: datetime
    live: str
    shadow: str
    difference: Difference | None = None


class Tally(NamedTuple):
    """How many mails were compared on a day (UTC) with this pair of actions."""

    day: date
    live: str
    shadow: str
    mails: int


class Differences:
    """The differences behind an SQLAlchemy URL, the journal's. For several threads and processes; one that forks opens its own."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        """Opens them; what is missing is made, or without `create` a UsageError. StoreError where they cannot be used."""
        self._database = Database(url, _DIFFERENCES, durable=False, create=create)
        # Each writer counts in rows of its own: two processes never wait for each other's, or lose them.
        self._writer = secrets.token_hex(8)

    def begin(self, trial: str, when: datetime) -> None:
        """From here on this trial is the latest, though nothing was compared yet. StoreError."""
        self.record([Compared(trial, when, _BEGUN, _BEGUN)])

    def record(self, rows: Sequence[Compared], /) -> None:
        """Add what was compared, all in one transaction. StoreError if it cannot be kept, and then none is."""
        with self._database.transaction() as connection:
            counts = Counter((row.trial, row.when.astimezone(UTC).date().isoformat(), row.live, row.shadow) for row in rows)
            latest = max(row.when for row in rows)
            for (trial, day, live, shadow), count in counts.items():
                key = {"trial": trial, "writer": self._writer, "day": day, "live": live, "shadow": shadow}
                mine = [_C[name] == value for name, value in key.items()]
                # A write comes first: SQLite cannot make a reader a writer once another has written.
                if not connection.execute(update(_COUNTS).where(*mine).values(count=_C.count + count, latest=latest)).rowcount:
                    connection.execute(insert(_COUNTS).values(count=count, latest=latest, **key))
            if found := [_row(row.trial, row.difference) for row in rows if row.difference]:
                connection.execute(insert(_DIFFERENCES), found)

    def latest(self) -> str:
        """The id of the trial that was begun or compared last; "" where there never was one."""
        with self._database.transaction() as connection:
            return str(connection.scalar(select(_C.trial).order_by(_C.latest.desc()).limit(1)) or "")

    def begun(self, trial: str) -> datetime | None:
        """When the trial was begun first; None where it was not."""
        with self._database.transaction() as connection:
            first: datetime | None = connection.scalar(select(func.min(_C.latest)).where(_C.trial == trial, _C.live == _BEGUN))
            return first

    def tallies(self, trial: str) -> tuple[Tally, ...]:
        """All that was compared in a trial, by day and pair of actions."""
        key = (_C.day, _C.live, _C.shadow)
        asked = select(*key, func.sum(_C.count)).where(_C.trial == trial, _C.live != _BEGUN).group_by(*key).order_by(*key)
        with self._database.transaction() as connection:
            return tuple(Tally(date.fromisoformat(row[0]), row[1], row[2], int(row[3])) for row in connection.execute(asked))

    def found(self, trial: str, limit: int) -> tuple[Difference, ...]:
        """The latest differences of a trial, newest first."""
        asked = select(_DIFFERENCES).where(_DIFFERENCES.c.trial == trial).order_by(_DIFFERENCES.c.id.desc()).limit(limit)
        with self._database.transaction() as connection:
            return tuple(map(_difference, connection.execute(asked)))

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def _row(trial: str, found: Difference) -> dict[str, Any]:
    about = {"trial": trial, "verdict_id": found.verdict_id, "when": found.when, "sender": found.sender}
    sides = {f"{name}_{key}": value for name in _SIDES for key, value in _flat(getattr(found, name)).items()}
    return {**about, "recipients": json.dumps(found.recipients), **sides}


def _flat(side: Side) -> dict[str, Any]:
    return {
        "action": side.action,
        "cause": side.cause,
        "hits": json.dumps(side.hits),
        "reasons": json.dumps([reason_to_json(reason) for reason in side.reasons]),
        "model": side.model,
        "rulebook": side.rulebook,
        "score": side.score,
        **side.log_odds.as_dict(),
    }


def _difference(row: Row[Any]) -> Difference:
    recipients = tuple(json.loads(row.recipients))
    live, shadow = (_side_of({key: row._mapping[f"{name}_{key}"] for key in (*_TEXTS, *_NUMBERS)}) for name in _SIDES)
    return Difference(row.verdict_id, row.when, row.sender, recipients, live, shadow)


def _side_of(kept: dict[str, Any]) -> Side:
    return Side(
        action=kept["action"],
        cause=kept["cause"],
        score=kept["score"],
        log_odds=PerThreat(kept["spam"], kept["phish"], kept["bec"]),
        hits=tuple(json.loads(kept["hits"])),
        reasons=tuple(map(reason_from_json, json.loads(kept["reasons"]))),
        model=kept["model"],
        rulebook=kept["rulebook"],
    )
