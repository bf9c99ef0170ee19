"""What a site taught, lesson by lesson, in one table. The site layer is the sum of the lessons that stand; no mail is kept here.

A lesson holds hashed features and steps, an id (the SHA-256 of the mail) and where the mail came from: no text, no address. One
that was taken back stays in the log and counts for nothing.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy import Boolean, Column, Double, Index, Integer, LargeBinary, MetaData, Row, String, Table, Text, insert, select, update

from filter.errors import StoreError, UsageError
from filter.judge.hashing import SLOTS
from filter.judge.layer import LAYER_SCHEMA, Lesson, SiteLayer, Weights, add, empty, layer
from filter.store.database import Database, Moment, Written

_LESSONS = Table(
    "lessons",
    MetaData(),
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("mail", String(64), nullable=False),
    Column("unwanted", Boolean, nullable=False),
    Column("learnt", Moment, nullable=False),
    Column("source", Written, nullable=False),
    Column("model", Text, nullable=False),
    Column("before", Double, nullable=False),
    Column("after", Double, nullable=False),
    Column("standing", Boolean, nullable=False),
    Column("schema", Text, nullable=False),
    Column("sizes", Text, nullable=False),
    Column("steps", Text, nullable=False),
    Column("slots", LargeBinary, nullable=False),
)
_STANDS = _LESSONS.c.standing
# One lesson stands for a mail, whoever else learns it at the same moment; one of other features may stand idle beside it.
Index("lessons_standing", _LESSONS.c.mail, _LESSONS.c.schema, unique=True, sqlite_where=_STANDS, postgresql_where=_STANDS)
_STEPS = (_LESSONS.c.number, _LESSONS.c.sizes, _LESSONS.c.steps, _LESSONS.c.slots)
_FACTS = [column for column in _LESSONS.c if column.name not in {"sizes", "steps", "slots"}]

_TOO_LARGE = 2**31
"""No size and no step of a lesson comes near."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A lesson in the log: its mail's id and label, when and from where it was learnt, under which model, the mail's score before and
    after, whether it stands, and whether this program's features are those it was learnt with. `replaced_by` is the next lesson about
    the same mail where this one does not stand, 0 for none."""

    number: int
    mail: str
    unwanted: bool
    learnt: datetime
    source: str
    model: str
    before: float
    after: float
    standing: bool
    usable: bool
    replaced_by: int = 0


class Lessons:
    """The lessons behind an SQLAlchemy URL."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        """Opens it; what is missing is made, or without `create` a UsageError. StoreError where it cannot be used."""
        self._database = Database(url, _LESSONS, durable=True, create=create)

    def note(self, noted: Noted, learnt: Lesson) -> int:
        """Keep a lesson (`noted.number` is not looked at); the number it gets, once it is on disk.

        What stood for its mail until then is taken back in the same moment, so that no mail counts twice or, after a crash, not at all.
        """
        row = {
            "mail": noted.mail,
            "unwanted": noted.unwanted,
            "learnt": noted.learnt,
            "source": noted.source,
            "model": noted.model,
            "before": noted.before,
            "after": noted.after,
            "standing": True,
            "schema": LAYER_SCHEMA,
            "sizes": json.dumps(learnt.sizes),
            "steps": json.dumps(learnt.steps),
            "slots": zlib.compress(learnt.slots.astype("<u4").tobytes(), 1),
        }
        earlier = update(_LESSONS).where(_LESSONS.c.mail == noted.mail, _LESSONS.c.schema == LAYER_SCHEMA, _STANDS)
        with self._database.transaction() as connection:
            connection.execute(earlier.values(standing=False))
            return int(connection.execute(insert(_LESSONS).values(row).returning(_LESSONS.c.number)).scalar_one())

    def log(self) -> tuple[Noted, ...]:
        """Every lesson, newest first."""
        with self._database.transaction() as connection:
            rows = connection.execute(select(*_FACTS).order_by(_LESSONS.c.number.desc()))
            return tuple(_with_next(map(_noted, rows)))

    def since(self, number: int) -> Iterator[tuple[Noted, Lesson]]:
        """The lessons later than that one which stand and are usable, oldest first."""
        for row in self._standing(number, *_LESSONS.c):
            yield _noted(row), _lesson(row, self._database.name)

    def lesson(self, number: int) -> Lesson:
        """What that lesson moves. StoreError where it is not there."""
        with self._database.transaction() as connection:
            row = connection.execute(select(_LESSONS).where(_LESSONS.c.number == number)).one()
        return _lesson(row, self._database.name)

    def revert(self, numbers: tuple[int, ...]) -> None:
        """Take lessons back. UsageError where one is not there or does not stand, and then none is. What they had replaced stays so."""
        # One conditional statement for each: of two who try at once only one succeeds, and no database bounds how many there are.
        taking_back = {number: update(_LESSONS).where(_LESSONS.c.number == number, _STANDS) for number in sorted(set(numbers))}
        with self._database.transaction() as connection:
            missing = [number for number, one in taking_back.items() if not connection.execute(one.values(standing=False)).rowcount]
            if missing:
                raise UsageError(f"no lesson {', '.join(map(str, missing))} stands; see sievert model log")

    def weights(self) -> Weights:
        """The sum of the lessons that stand, (slots,) in units."""
        weights = empty()
        for row in self._standing(0, *_STEPS):
            add(weights, _lesson(row, self._database.name))
        return weights

    def _standing(self, number: int, *columns: Column[Any]) -> Iterator[Row[Any]]:
        usable = (_LESSONS.c.number > number, _STANDS, _LESSONS.c.schema == LAYER_SCHEMA)
        with self._database.transaction() as connection:
            query = select(*columns).where(*usable).order_by(_LESSONS.c.number)
            yield from connection.execution_options(yield_per=256).execute(query)

    def close(self) -> None:
        """Let go of every connection."""
        self._database.close()


@contextmanager
def opened(url: str, *, create: bool = False) -> Iterator[Lessons]:
    """The lessons, closed afterwards."""
    with closing(Lessons(url, create=create)) as lessons:
        yield lessons


def site_layer(url: str) -> SiteLayer | None:
    """The layer that a site's lessons make; None where it never taught anything. StoreError where they cannot be read."""
    try:
        with opened(url) as lessons:
            weights = lessons.weights()
    except UsageError:  # nothing was ever kept there
        return None
    return layer(weights) if weights.any() else None


def logged(url: str) -> tuple[Noted, ...]:
    """The log of a site's lessons, empty where it never taught anything. StoreError where it cannot be read."""
    try:
        with opened(url) as lessons:
            return lessons.log()
    except UsageError:  # nothing was ever kept there
        return ()


def _noted(row: Row[Any]) -> Noted:
    facts = {column.name: row._mapping[column] for column in _FACTS}
    return Noted(usable=facts.pop("schema") == LAYER_SCHEMA, **facts)


def _with_next(newest_first: Iterable[Noted]) -> Iterator[Noted]:
    later: dict[str, int] = {}
    for noted in newest_first:
        yield noted if noted.standing else replace(noted, replaced_by=later.get(noted.mail, 0))
        later[noted.mail] = noted.number


def _lesson(row: Row[Any], place: str) -> Lesson:
    try:
        slots = np.frombuffer(zlib.decompress(row.slots), dtype="<u4")
        learnt = Lesson(slots, tuple(json.loads(row.sizes)), tuple(json.loads(row.steps)))
        if not _fits(learnt):
            raise ValueError("sizes, steps and slots do not fit")
    except (ValueError, TypeError, zlib.error) as error:
        raise StoreError(f"{place}: lesson {row.number} is damaged: {error}; take it back: sievert model revert {row.number}") from error
    return learnt


def _fits(learnt: Lesson) -> bool:
    """Whether it is a lesson that can be added to weights."""
    slots, sizes, steps = learnt
    whole = all(type(number) is int and abs(number) < _TOO_LARGE for number in (*sizes, *steps))
    parted = whole and min(sizes, default=0) >= 0 and sum(sizes) == len(slots) and len(sizes) == len(steps)
    return parted and int(slots.max(initial=0)) < SLOTS
