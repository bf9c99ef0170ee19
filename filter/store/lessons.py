"""What a site taught, lesson by lesson, in one table. The site layer is the sum of the lessons that stand; no mail is kept here.

A lesson holds hashed features and steps, an id (the SHA-256 of the mail) and where the mail came from: no text, no address. One
that was taken back stays in the log and counts for nothing.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Boolean, Column, Double, Index, Integer, LargeBinary, MetaData, String, Table, Text, insert, select, update

from filter.errors import StoreError, UsageError
from filter.judge.hashing import SLOTS
from filter.judge.layer import LAYER_SCHEMA, Lesson, SiteLayer, add, empty, layer
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
Index("lessons_mail", _LESSONS.c.mail)
_FACTS = [column for column in _LESSONS.c if column.name not in {"sizes", "steps", "slots"}]


@dataclass(frozen=True, slots=True)
class Noted:
    """A lesson in the log: its mail's id and label, when and from where it was learnt, under which model, the mail's score before and
    after, whether it stands, and whether this program's features are those it was learnt with."""

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


class Lessons:
    """The lessons behind an SQLAlchemy URL."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        """Opens it; what is missing is made, or without `create` a UsageError. StoreError where it cannot be used."""
        self._database = Database(url, _LESSONS, durable=True, create=create)

    def note(self, noted: Noted, learnt: Lesson) -> int:
        """Keep a lesson (`noted.number` is not looked at); the number it gets, once it is on disk."""
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
        with self._database.transaction() as connection:
            return int(connection.execute(insert(_LESSONS).values(row).returning(_LESSONS.c.number)).scalar_one())

    def log(self) -> tuple[Noted, ...]:
        """Every lesson, newest first."""
        with self._database.transaction() as connection:
            return tuple(_noted(row) for row in connection.execute(select(*_FACTS).order_by(_LESSONS.c.number.desc())))

    def standing(self) -> dict[str, Noted]:
        """The lesson that stands for each mail, by the mail's id."""
        return {noted.mail: noted for noted in reversed(self.log()) if noted.standing and noted.usable}

    def revert(self, numbers: tuple[int, ...]) -> None:
        """Take lessons back. UsageError where one is not there or does not stand, and then none is."""
        with self._database.transaction() as connection:
            query = select(_LESSONS.c.number).where(_LESSONS.c.number.in_(numbers), _LESSONS.c.standing)
            found = set(connection.execute(query).scalars())
            if missing := sorted(set(numbers) - found):
                raise UsageError(f"no lesson {', '.join(map(str, missing))} stands; see sievert model log")
            connection.execute(update(_LESSONS).where(_LESSONS.c.number.in_(numbers)).values(standing=False))

    def weights(self) -> npt.NDArray[np.int32]:
        """The sum of the lessons that stand, (slots,) in units."""
        weights = empty()
        for learnt in self._steps():
            add(weights, learnt)
        return weights

    def _steps(self) -> Iterator[Lesson]:
        columns = (_LESSONS.c.number, _LESSONS.c.sizes, _LESSONS.c.steps, _LESSONS.c.slots)
        query = select(*columns).where(_LESSONS.c.standing, _LESSONS.c.schema == LAYER_SCHEMA).order_by(_LESSONS.c.number)
        with self._database.transaction() as connection:
            for row in connection.execution_options(yield_per=256).execute(query):
                yield _lesson(row, self._database.name)

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


def _noted(row: Any) -> Noted:
    facts = dict(row._mapping)
    return Noted(usable=facts.pop("schema") == LAYER_SCHEMA, **facts)


def _lesson(row: Any, place: str) -> Lesson:
    try:
        slots = np.frombuffer(zlib.decompress(row.slots), dtype="<u4")
        learnt = Lesson(slots, tuple(json.loads(row.sizes)), tuple(json.loads(row.steps)))
        if sum(learnt.sizes) != len(slots) or len(learnt.sizes) != len(learnt.steps) or (len(slots) and int(slots.max()) >= SLOTS):
            raise ValueError("sizes, steps and slots do not fit")
    except (ValueError, TypeError, zlib.error) as error:
        raise StoreError(f"{place}: lesson {row.number} is damaged: {error}; take it back: sievert model revert {row.number}") from error
    return learnt
