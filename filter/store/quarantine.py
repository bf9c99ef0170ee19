"""Messages held back, in one table: what `hold` returned an id for is on disk, whole, and stays until it is deleted.

Release is not here: this room sends nothing. It only notes what was released.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from enum import StrEnum
from itertools import count
from typing import Any

from sqlalchemy import Column, Double, Index, Integer, LargeBinary, MetaData, Row, String, Table, Text, delete, insert, select, update
from sqlalchemy.sql import ColumnElement

from filter.errors import StoreError, UsageError
from filter.judge.mail import Envelope, Mail
from filter.judge.parse import parse
from filter.judge.policy import Disposition
from filter.judge.verdict import Verdict
from filter.store.database import Database, Moment, Written
from filter.store.verdicts import from_json, to_json

SUBJECT_CHARS = 200
"""Characters of the decoded subject kept for lists."""

LISTED = 100
"""Messages listed unless more are asked for."""

CANDIDATES = 5
"""Ids named where a prefix fits several, or none."""

RELEASE_SECONDS = 900
"""A release not ended by then never will be: its process died, and the message may be released again."""

RECENT_IDS = 1000
"""Latest ids searched for the nearest to an unknown one."""

# The content stands last: a list of the columns before it never walks through the message.
_HELD = Table(
    "held",
    MetaData(),
    Column("id", String(32), primary_key=True),
    Column("verdict_id", String(64), nullable=False),
    Column("received", Moment, nullable=False),
    Column("sender", Written),
    Column("recipients", Text, nullable=False),
    Column("subject", Written, nullable=False),
    Column("action", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("score", Double),
    Column("spam", Double),
    Column("phish", Double),
    Column("bec", Double),
    Column("verdict", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("changed", Moment, nullable=False),
    Column("content", LargeBinary),
)
Index("held_state", _HELD.c.state, _HELD.c.id)
_FACTS = [column for column in _HELD.c if column.name != "content"]

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_serial = count()


class State(StrEnum):
    """What became of a held message."""

    HELD = "held"
    RELEASING = "releasing"
    RELEASED = "released"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Held:
    """A message in the quarantine. `sender` and `recipients` are its envelope's; `size` octets; moments in UTC.

    `content` is None in a list, and once the message is deleted.
    """

    id: str
    received: datetime
    sender: str | None
    recipients: tuple[str, ...]
    subject: str
    action: str
    cause: str
    verdict: Verdict
    size: int
    state: State
    changed: datetime
    content: bytes | None = field(default=None, repr=False)


class Quarantine:
    """The quarantine behind an SQLAlchemy URL. For several threads and processes; one that forks opens its own afterwards."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        """Opens it; what is missing is made, or without `create` a UsageError. StoreError where it cannot be used."""
        self._database = Database(url, _HELD, durable=True, create=create)

    def hold(self, mail: Mail, verdict: Verdict, disposition: Disposition, received: datetime) -> str:
        """Keep a message; its id, once it is on disk. StoreError otherwise, and then nothing is kept."""
        envelope = mail.envelope or Envelope()
        row = {
            "id": _new_id(received),
            "verdict_id": verdict.id,
            "received": received,
            "sender": envelope.sender,
            "recipients": json.dumps(envelope.recipients),
            "subject": parse(mail.content).subject[:SUBJECT_CHARS],
            "action": disposition.action.value,
            "cause": disposition.cause,
            "score": verdict.score,
            **verdict.log_odds.as_dict(),
            "verdict": json.dumps(to_json(verdict), allow_nan=False),
            "size": len(mail.content),
            "state": State.HELD.value,
            "changed": received,
            "content": mail.content,
        }
        with self._database.transaction() as connection:
            connection.execute(insert(_HELD).values(row))
        return str(row["id"])

    def withdraw(self, id: str) -> None:  # noqa: A002  (what it is called everywhere else)
        """Forget a message held a moment ago, for which nobody was promised anything. StoreError."""
        with self._database.transaction() as connection:
            connection.execute(delete(_HELD).where(_HELD.c.id == id))

    def list(self, state: str | None = State.HELD, limit: int = LISTED) -> tuple[Held, ...]:
        """The latest messages in that state (None: in any), newest first, without their content. Held is also what is on its way."""
        query = select(*_FACTS).order_by(_HELD.c.id.desc()).limit(limit)
        if state is not None:
            states = (State.HELD, State.RELEASING) if state == State.HELD else (state,)
            query = query.where(_HELD.c.state.in_([str(one) for one in states]))
        with self._database.transaction() as connection:
            return tuple(self._held(row) for row in connection.execute(query))

    def show(self, id: str) -> Held:  # noqa: A002  (what it is called everywhere else)
        """One message with its content, by its id or the beginning of it. UsageError where that names none, or several."""
        full = self._find(id)
        with self._database.transaction() as connection:
            return self._held(connection.execute(select(_HELD).where(_HELD.c.id == full)).one())

    def begin_release(self, id: str, when: datetime) -> None:  # noqa: A002
        """Take a held message on its way, so that nobody else does until it is back or `RELEASE_SECONDS` are over.

        UsageError where it is not held (any more), or somebody else is about it.
        """
        self._change(id, (_HELD.c.state == State.HELD.value) | _stuck(when), state=State.RELEASING.value, changed=when)

    def end_release(self, id: str, when: datetime, taken: bool) -> None:  # noqa: A002
        """Note that the next hop took a message, or that it is held as before. UsageError where the release begun at `when` is over."""
        state = State.RELEASED if taken else State.HELD
        under_way = (_HELD.c.state == State.RELEASING.value) & (_HELD.c.changed == when)
        self._change(id, under_way, state=state.value, changed=when)

    def delete(self, id: str, when: datetime) -> None:  # noqa: A002
        """Remove a message's content; its facts stay. UsageError where that has been done."""
        deletable = _HELD.c.state.in_([State.HELD.value, State.RELEASED.value])
        self._change(id, deletable | _stuck(when), state=State.DELETED.value, changed=when, content=None)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def _change(self, id: str, before: ColumnElement[bool], **values: object) -> None:  # noqa: A002
        full = self._find(id)
        # One conditional statement, so that of two who try at once only one succeeds.
        change = update(_HELD).where(_HELD.c.id == full, before).values(values)
        with self._database.transaction() as connection:
            if connection.execute(change).rowcount == 0:
                now = connection.execute(select(_HELD.c.state, _HELD.c.changed).where(_HELD.c.id == full)).one()
                raise UsageError(f"{full} {_why_not(State(now.state), now.changed)}")

    def _find(self, prefix: str) -> str:
        """The one id that begins so."""
        asked = prefix.strip().lower()
        matching = select(_HELD.c.id).where(_HELD.c.id.startswith(asked, autoescape=True)).order_by(_HELD.c.id)
        latest = select(_HELD.c.id).order_by(_HELD.c.id.desc()).limit(RECENT_IDS)
        with self._database.transaction() as connection:
            found = connection.scalars(matching.limit(CANDIDATES + 1)).all()
            if len(found) == 1 and asked:
                return str(found[0])
            known = [] if found else [str(one) for one in connection.scalars(latest)]
        if found:
            more = " and more" if len(found) > CANDIDATES else ""
            raise UsageError(f"{prefix!r} is the beginning of {', '.join(found[:CANDIDATES])}{more}: give more of it")
        raise UsageError(f"nothing in the quarantine has an id that begins with {prefix!r}; {_nearest(asked, known)}")

    def _held(self, row: Row[Any]) -> Held:
        try:
            return _held_of(row)
        except (ValueError, TypeError) as error:
            raise StoreError(f"{self._database.name}: {row.id} cannot be read: {error}") from error


def _stuck(when: datetime) -> ColumnElement[bool]:
    """On its way for longer than any release takes."""
    return (_HELD.c.state == State.RELEASING.value) & (_HELD.c.changed < when - timedelta(seconds=RELEASE_SECONDS))


def _why_not(state: State, since: datetime) -> str:
    if state is not State.RELEASING:
        return "is held" if state is State.HELD else f"is {state} already"
    free = since + timedelta(seconds=RELEASE_SECONDS)
    return f"is being released since {since:%H:%M:%S} UTC; if nothing comes of it, it is free again at {free:%H:%M:%S}"


def _held_of(row: Row[Any]) -> Held:
    facts = row._asdict()
    names = ("id", "received", "sender", "subject", "action", "cause", "size", "changed", "content")
    return Held(
        **{name: facts[name] for name in names if name in facts},
        recipients=tuple(json.loads(row.recipients)),
        verdict=from_json(json.loads(row.verdict)),
        state=State(row.state),
    )


def _nearest(asked: str, known: list[str]) -> str:
    alike = {one[: len(asked)]: one for one in reversed(known)}
    near = [alike[key] for key in get_close_matches(asked, alike, n=3, cutoff=0.6)]
    if near:
        return f"nearest: {', '.join(near)}"
    return f"the latest is {known[0]}" if known else "it is empty"


def _new_id(received: datetime) -> str:
    """The microsecond, then process and serial for those that share one. Sorts by time; a clash ends in a StoreError."""
    moment = received.astimezone(UTC)
    microseconds = int(moment.replace(microsecond=0).timestamp()) * 1_000_000 + moment.microsecond
    return f"{_digits(microseconds, 11)}-{_digits(os.getpid(), 4)}{_digits(next(_serial), 2)}"


def _digits(number: int, places: int) -> str:
    """A number's last places in base 32, without the letters that are mistaken for digits."""
    return "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(places)))
