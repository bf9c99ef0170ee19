"""Which held messages are looked for, as conditions on their table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.sql import ColumnElement

from filter.store.heldtable import HELD, State, is_in


@dataclass(frozen=True, slots=True)
class Sought:
    """Messages in one of these states (none named: in any), to this recipient, from this sender, received before this moment.

    An address in any case, with or without its angle brackets; `@example.org` is everybody there, and "" as a sender the null sender.
    """

    states: tuple[State, ...] = ()
    recipient: str | None = None
    sender: str | None = None
    before: datetime | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """All that must hold."""
        found: list[ColumnElement[bool]] = []
        if self.states:
            found.append(is_in(*self.states))
        if self.recipient is not None:
            found.append(_to(_plain(self.recipient)))
        if self.sender is not None:
            found.append(_from(_plain(self.sender)))
        if self.before is not None:
            found.append(HELD.c.received < self.before)
        return found


def _plain(address: str) -> str:
    return address.strip().removeprefix("<").removesuffix(">").lower()


def _to(address: str) -> ColumnElement[bool]:
    # They are kept as JSON: an address stands between quotes, which none of another's has inside it unescaped.
    written = json.dumps(address)
    return func.lower(HELD.c.recipients).contains(written[1:] if address.startswith("@") else written, autoescape=True)


def _from(address: str) -> ColumnElement[bool]:
    sender = func.lower(HELD.c.sender)
    return sender.endswith(address, autoescape=True) if address.startswith("@") else sender == address
