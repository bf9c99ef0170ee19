"""The quarantine's table."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Column, Double, Index, Integer, LargeBinary, MetaData, String, Table, Text
from sqlalchemy.sql import ColumnElement

from filter.store.database import Moment, Written


class State(StrEnum):
    """What became of a held message."""

    HELD = "held"
    RELEASING = "releasing"
    RELEASED = "released"
    DELETED = "deleted"


# The content stands last: a list of the columns before it never walks through the message.
HELD = Table(
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
    Column("released", Moment),  # of a message deleted since; until then `changed` says it
    Column("content", LargeBinary),
)
Index("held_state", HELD.c.state, HELD.c.id)
FACTS = [column for column in HELD.c if column.name != "content"]
"""All but the content."""

_STATE_CHARS = max(map(len, State))


def written(state: State) -> str:
    """A state as it is kept, all of one length: then SQLite changes a row in place, and else writes its content anew, for which a full
    disk has no room."""
    return state.value.ljust(_STATE_CHARS)


def read(kept: str) -> State:
    """And back."""
    return State(kept.rstrip())


def is_in(*states: State) -> ColumnElement[bool]:
    """In one of these states, also as an older version wrote it."""
    return HELD.c.state.in_([*map(written, states), *(state.value for state in states)])
