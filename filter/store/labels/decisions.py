"""Labels that this site gave by what it did: messages released from its quarantine, and lessons that stand. Reads both, changes neither.

A message deleted from the quarantine says nothing: it is deleted too when it was released before, or when room was needed; that it was
unwanted is said by `--learn`, which leaves a lesson. A lesson is somebody's word on that mail, so it counts before a release.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

from filter.config.schema import Config
from filter.errors import UsageError
from filter.store.database import shown
from filter.store.labels.label import HAM, QUARANTINE, SPAM, Label
from filter.store.labels.marks import HEAD_BYTES, head
from filter.store.lessons import opened
from filter.store.quarantine import Quarantine, State

RELEASED = 1_000_000
"""Most releases looked at, the latest first."""

Found = TypeVar("Found")

_RELEASED = b"X-Sievert-Released:"
_RELEASED_FIELD = re.compile(rb"^X-Sievert-Released: ([0-9a-z]{11}-[0-9a-z]{6});", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Decisions:
    """Labels by the mail's id (SHA-256), and by the id that a released message had in the quarantine."""

    by_mail: dict[str, Label]
    by_held: dict[str, Label]

    def of(self, content: bytes, id: str) -> tuple[Label, ...]:  # noqa: A002  (what it is called everywhere else)
        """What was decided about a message, as it came or as it was released: at most one label.

        A released message has other octets than were held, and says in front which it was. No sender knows that id.
        """
        label = self.by_mail.get(id)
        if label is None and self.by_held and content.find(_RELEASED, 0, HEAD_BYTES) >= 0:
            match = _RELEASED_FIELD.search(head(content))
            label = self.by_held.get(match[1].decode()) if match else None
        return (label,) if label else ()


def read(config: Config) -> Decisions:
    """The decisions kept where the configuration says. UsageError where neither a quarantine nor lessons are; StoreError."""
    store = config.store
    releases, lessons = _or_none(_releases, store.quarantine), _or_none(_lessons, store.lessons)
    if releases is None and lessons is None:
        raise UsageError(f"no decisions to label by: neither {shown(store.quarantine)} nor {shown(store.lessons)} was ever written")
    taught = dict(lessons or ())
    by_held = {held: taught.get(mail, Label(HAM, QUARANTINE, f"{held} was released")) for held, mail in releases or ()}
    # Of two releases of one mail the latest comes first, and is told.
    return Decisions({mail: by_held[held] for held, mail in reversed(releases or ())} | taught, by_held)


def _or_none(read_from: Callable[[str], list[Found]], url: str) -> list[Found] | None:
    try:
        return read_from(url)
    except UsageError:  # nothing was ever kept there
        return None


def _releases(url: str) -> list[tuple[str, str]]:
    """(id in the quarantine, id of the mail), the latest first."""
    with closing(Quarantine(url, create=False)) as quarantine:
        return [(held.id, held.verdict.id) for held in quarantine.list(State.RELEASED, RELEASED)]


def _lessons(url: str) -> list[tuple[str, Label]]:
    """(id of the mail, its label) of the lessons that stand. A lesson knows wanted and unwanted, and no kind."""
    with opened(url) as lessons:
        standing = [noted for noted in reversed(lessons.log()) if noted.standing]
    return [(noted.mail, Label(SPAM if noted.unwanted else HAM, QUARANTINE, f"lesson {noted.number}")) for noted in standing]
