"""Held messages deleted one after the other; what cannot be deleted is told and passed over. Prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from filter.errors import StoreError, UsageError
from filter.store.quarantine import Held, Quarantine


@dataclass(frozen=True, slots=True)
class Deletion:
    """What became of one: the message's id (what was asked, where that names none), and why it was not deleted; "" where it was."""

    id: str
    reason: str = ""


def found(quarantine: Quarantine, ids: Iterable[str], tell: Callable[[Deletion], None]) -> dict[str, Held]:
    """The messages meant, without their content; tells of each id that names none, or several."""
    messages = {}
    for asked in ids:
        try:
            message = quarantine.show(asked)
        except (UsageError, StoreError) as error:
            tell(Deletion(asked, str(error)))
        else:
            messages[message.id] = replace(message, content=None)
    return messages


def deleting(quarantine: Quarantine, ids: Iterable[str], tell: Callable[[Deletion], None]) -> Iterator[tuple[str, bytes]]:
    """Delete one after the other as they are asked for: its id, and what it was."""
    for id_ in ids:
        try:
            content = quarantine.show(id_).content or b""
            quarantine.delete(id_, datetime.now(UTC))
        except (UsageError, StoreError) as error:
            tell(Deletion(id_, str(error)))
        else:
            tell(Deletion(id_))
            yield id_, content
