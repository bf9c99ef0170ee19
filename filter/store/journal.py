"""The journal: a row for every judged mail, added and never changed. No body, no subject; only the words of a few reasons."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Column, Double, Integer, MetaData, Row, String, Table, Text, insert, select

from filter.judge.mail import Envelope
from filter.judge.policy import Disposition
from filter.judge.verdict import PerThreat, Reason, Verdict
from filter.store.database import Database, Moment, Written
from filter.store.verdicts import reason_from_json, reason_to_json

REASONS = 10
"""Reasons kept of a verdict, the heaviest of all threats."""

_VERDICTS = Table(
    "verdicts",
    MetaData(),
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("verdict_id", String(64), nullable=False),
    Column("when", Moment, nullable=False),
    Column("client", Written, nullable=False),
    Column("sender", Written),
    Column("recipients", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("score", Double, nullable=False),
    Column("spam", Double, nullable=False),
    Column("phish", Double, nullable=False),
    Column("bec", Double, nullable=False),
    Column("hits", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("rulebook", Text, nullable=False),
)


class Decision(NamedTuple):
    """What was decided about one mail, for some of its recipients, and what became of it; `when` it was received."""

    envelope: Envelope
    verdict: Verdict
    disposition: Disposition
    outcome: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """What is kept of a verdict and what it led to. `hits` are rule ids, `reasons` the heaviest."""

    action: str
    cause: str
    score: float
    log_odds: PerThreat
    hits: tuple[str, ...]
    reasons: tuple[Reason, ...]
    model: str
    rulebook: str


@dataclass(frozen=True, slots=True)
class Entry(Decided):
    """A row of the journal. `outcome` is what became of the mail; `when` in UTC."""

    id: int
    verdict_id: str
    when: datetime
    client: str
    sender: str | None
    recipients: tuple[str, ...]
    outcome: str


class Journal:
    """The journal behind an SQLAlchemy URL. For several threads and processes; one that forks opens its own afterwards.

    Unlike the quarantine it promises nobody anything: a power cut may take its last rows, a killed process none.
    """

    def __init__(self, url: str, *, create: bool = True) -> None:
        """Opens it; what is missing is made, or without `create` a UsageError. StoreError where it cannot be used."""
        self._database = Database(url, _VERDICTS, durable=False, create=create)

    def record(self, decisions: Sequence[Decision]) -> None:
        """Add a row for each, all in one transaction. StoreError if they cannot be kept, and then none is."""
        with self._database.transaction() as connection:
            connection.execute(insert(_VERDICTS), [_row(decision) for decision in decisions])

    def recent(self, limit: int) -> tuple[Entry, ...]:
        """The latest rows, newest first."""
        with self._database.transaction() as connection:
            return tuple(map(_entry, connection.execute(select(_VERDICTS).order_by(_VERDICTS.c.id.desc()).limit(limit))))

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def heaviest(verdict: Verdict) -> tuple[Reason, ...]:
    """The reasons that are kept of a verdict."""
    return tuple(sorted(verdict.reasons, key=lambda reason: -abs(reason.weight))[:REASONS])


def _row(decision: Decision) -> dict[str, Any]:
    envelope, verdict = decision.envelope, decision.verdict
    return {
        "verdict_id": verdict.id,
        "when": decision.when,
        "client": envelope.client,
        "sender": envelope.sender,
        "recipients": json.dumps(envelope.recipients),
        "action": decision.disposition.action.value,
        "cause": decision.disposition.cause,
        "outcome": decision.outcome,
        "score": verdict.score,
        **verdict.log_odds.as_dict(),
        "hits": json.dumps([hit.rule for hit in verdict.hits]),
        "reasons": json.dumps([reason_to_json(reason) for reason in heaviest(verdict)]),
        "model": verdict.model,
        "rulebook": verdict.rulebook,
    }


def _entry(row: Row[Any]) -> Entry:
    facts = row._asdict()
    spread = ("recipients", "spam", "phish", "bec", "hits", "reasons")
    return Entry(
        **{name: value for name, value in facts.items() if name not in spread},
        recipients=tuple(json.loads(row.recipients)),
        log_odds=PerThreat(row.spam, row.phish, row.bec),
        hits=tuple(json.loads(row.hits)),
        reasons=tuple(map(reason_from_json, json.loads(row.reasons))),
    )
