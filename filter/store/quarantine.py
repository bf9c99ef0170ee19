"""Messages held back, in one table: what `hold` returned an id for is on disk, whole, and stays until it is deleted.

Release is not here: this room sends nothing. It only notes what was released.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, case, delete, func, insert, select, update
from sqlalchemy.sql import ColumnElement

from filter.errors import StoreError, StoreMovedError, UsageError
from filter.judge.mail import Envelope, Mail
from filter.judge.parse import parse
from filter.judge.policy import Disposition
from filter.judge.verdict import Verdict
from filter.store.database import Database, file_of
from filter.store.heldids import new_id, not_one
from filter.store.heldtable import FACTS, HELD, State, is_in, read, written
from filter.store.reserve import Reserve
from filter.store.shrink import shrink
from filter.store.sought import Sought
from filter.store.verdicts import from_json, to_json

__all__ = ["Held", "Quarantine", "State"]

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

PAGE = 500
"""Messages read at once of a list: whoever reads it slowly keeps nobody from writing."""


@dataclass(frozen=True, slots=True)
class Held:
    """A message in the quarantine. `sender` and `recipients` are its envelope's; `size` octets; moments in UTC.

    `changed` is since when it is in its state; `released` when it was sent on, None where it never was. `content` is None in a list, and
    once the message is deleted.
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
    released: datetime | None = None
    content: bytes | None = field(default=None, repr=False)


class Quarantine:
    """The quarantine behind an SQLAlchemy URL. For several threads and processes; one that forks opens its own afterwards."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        """Opens it; what is missing is made, or without `create` a UsageError. StoreError where it cannot be used."""
        self._reserve = Reserve(file_of(url))
        try:
            self._database = _opened(url, create)
        except StoreError:
            # On a full disk SQLite cannot open what nobody has open. The relay must not: it would fill what is left.
            if create or not (self._reserve.disk_full and self._reserve.spend()):
                raise
            self._database = _opened(url, create)
        if create:
            self._reserve.keep()

    def hold(self, mail: Mail, verdict: Verdict, disposition: Disposition, received: datetime) -> str:
        """Keep a message; its id, once it is on disk. StoreError otherwise, and then nothing is kept."""
        envelope = mail.envelope or Envelope()
        row = {
            "id": new_id(received),
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
            "state": written(State.HELD),
            "changed": received,
            "content": mail.content,
        }
        try:
            self._insert(row)
        except StoreMovedError:
            self._insert(row)  # to the file that is there now
        return str(row["id"])

    def withdraw(self, id: str) -> None:  # noqa: A002  (what it is called everywhere else)
        """Forget a message held a moment ago, for which nobody was promised anything. StoreError."""
        with self._database.transaction() as connection:
            connection.execute(delete(HELD).where(HELD.c.id == id))

    def list(self, state: str | None = State.HELD, limit: int = LISTED) -> tuple[Held, ...]:
        """The latest messages in that state (None: in any), newest first, without their content."""
        return tuple(self.each(Sought(in_state(state)), limit))

    def each(self, sought: Sought, limit: int | None = None) -> Iterator[Held]:
        """The latest of those sought, newest first, without their content."""
        conditions, left = sought.conditions(), limit
        while left is None or left > 0:
            most = PAGE if left is None else min(PAGE, left)
            query = select(*FACTS).where(*conditions).order_by(HELD.c.id.desc()).limit(most)
            with self._database.transaction() as connection:
                page = [self._held(row) for row in connection.execute(query)]
            yield from page
            if len(page) < most:
                return
            conditions, left = [*sought.conditions(), HELD.c.id < page[-1].id], None if left is None else left - most

    def count(self, sought: Sought) -> int:
        """How many there are."""
        with self._database.transaction() as connection:
            return int(connection.scalar(select(func.count()).select_from(HELD).where(*sought.conditions())) or 0)

    def show(self, id: str) -> Held:  # noqa: A002  (what it is called everywhere else)
        """One message with its content, by its id or the beginning of it. UsageError where that names none, or several."""
        full = self._find(id)
        with self._database.transaction() as connection:
            return self._held(connection.execute(select(HELD).where(HELD.c.id == full)).one())

    def begin_release(self, id: str, when: datetime) -> None:  # noqa: A002
        """Take a held message on its way, so that nobody else does until it is back or `RELEASE_SECONDS` are over.

        UsageError where it is not held (any more), or somebody else is about it.
        """
        self._change(id, is_in(State.HELD) | _stuck(when), state=written(State.RELEASING), changed=when)

    def end_release(self, id: str, when: datetime, taken: bool) -> None:  # noqa: A002
        """Note that the next hop took a message, or that it is held as before. UsageError where the release begun at `when` is over."""
        state = State.RELEASED if taken else State.HELD
        self._change(id, is_in(State.RELEASING) & (HELD.c.changed == when), state=written(state), changed=when)

    def delete(self, id: str, when: datetime) -> None:  # noqa: A002
        """Remove a message's content; its facts stay, also that it was released. UsageError where that has been done."""
        released = case((is_in(State.RELEASED), HELD.c.changed), else_=HELD.c.released)
        values = {"state": written(State.DELETED), "changed": when, "content": None, "released": released}
        self._change(id, is_in(State.HELD, State.RELEASED) | _stuck(when), **values)

    def shrink(self) -> None:
        """Once messages were deleted: give back the disk they took, and leave nothing of them in the files. StoreError where not now."""
        self._reserve.helping(lambda: shrink(self._database))

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()
        self._reserve.restore()

    def _insert(self, row: dict[str, Any]) -> None:
        with self._database.transaction() as connection:
            connection.execute(insert(HELD).values(row))

    def _change(self, id: str, before: ColumnElement[bool], **values: object) -> None:  # noqa: A002
        full = self._find(id)
        self._reserve.helping(lambda: self._changed(full, before, values))

    def _changed(self, full: str, before: ColumnElement[bool], values: dict[str, object]) -> None:
        # One conditional statement, so that of two who try at once only one succeeds.
        change = update(HELD).where(HELD.c.id == full, before).values(values)
        with self._database.transaction() as connection:
            if connection.execute(change).rowcount == 0:
                now = connection.execute(select(HELD.c.state, HELD.c.changed).where(HELD.c.id == full)).one()
                raise UsageError(f"{full} {_why_not(read(now.state), now.changed)}")

    def _find(self, prefix: str) -> str:
        """The one id that begins so."""
        asked = prefix.strip().lower()
        matching = select(HELD.c.id).where(HELD.c.id.startswith(asked, autoescape=True)).order_by(HELD.c.id)
        latest = select(HELD.c.id).order_by(HELD.c.id.desc()).limit(RECENT_IDS)
        with self._database.transaction() as connection:
            found = connection.scalars(matching.limit(CANDIDATES + 1)).all()
            if len(found) == 1 and asked:
                return str(found[0])
            known = [] if found else [str(one) for one in connection.scalars(latest)]
        raise UsageError(not_one(prefix, found[:CANDIDATES], len(found) > CANDIDATES, known))

    def _held(self, row: Row[Any]) -> Held:
        try:
            return _held_of(row)
        except (ValueError, TypeError) as error:
            raise StoreError(f"{self._database.name}: {row.id} cannot be read: {error}") from error


def in_state(state: str | None) -> tuple[State, ...]:
    """The states that are meant by one; by None any. Held is also what is on its way."""
    if state is None:
        return ()
    return (State.HELD, State.RELEASING) if state == State.HELD else (State(state),)


def _opened(url: str, create: bool) -> Database:
    return Database(url, HELD, durable=True, create=create, shrinking=True)


def _stuck(when: datetime) -> ColumnElement[bool]:
    """On its way for longer than any release takes."""
    return is_in(State.RELEASING) & (HELD.c.changed < when - timedelta(seconds=RELEASE_SECONDS))


def _why_not(state: State, since: datetime) -> str:
    if state is not State.RELEASING:
        return "is held" if state is State.HELD else f"is {state} already"
    free = since + timedelta(seconds=RELEASE_SECONDS)
    return f"is being released since {since:%H:%M:%S} UTC; if nothing comes of it, it is free again at {free:%H:%M:%S}"


def _held_of(row: Row[Any]) -> Held:
    facts = row._asdict()
    names = ("id", "received", "sender", "subject", "action", "cause", "size", "changed", "content")
    state = read(row.state)
    return Held(
        **{name: facts[name] for name in names if name in facts},
        recipients=tuple(json.loads(row.recipients)),
        verdict=from_json(json.loads(row.verdict)),
        state=state,
        released=row.changed if state is State.RELEASED else row.released,
    )
