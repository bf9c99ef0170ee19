"""A delivered mail as it is remembered: who wrote, to which of the site's own and to whom outside, on which day. Keeps nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from filter.judge.correspondents import Correspondents
from filter.judge.domains import under
from filter.judge.mail import Message


class Exchange(NamedTuple):
    """A delivered mail. `received` are the site's own recipients, `sent` those outside to whom the site wrote it; a mail with neither
    was received by somebody who is not named."""

    who: Correspondents
    received: tuple[str, ...]
    sent: tuple[str, ...]
    when: datetime


def exchange(who: Correspondents, sender: str | None, own: frozenset[str], when: datetime) -> Exchange | None:
    """What a delivered mail tells by the site's own domains; None where that is nothing. `sender` is the envelope's, None where unknown.

    The site wrote it where From and envelope sender both are its own and no machine says it wrote it: an automatic answer makes no
    stranger known, and what is only forwarded was written by another.
    """
    if not who.address:
        return None
    inside = tuple(one for one in who.recipients if is_own(one, own))
    if not is_own(who.address, own):
        return Exchange(who, inside or who.recipients, (), when)
    written = not who.automatic and (sender is None or is_own(sender.lower(), own))
    outside = tuple(one for one in who.recipients if one not in inside) if written else ()
    return Exchange(who, inside, outside, when) if inside or outside else None


def is_own(address: str, own: frozenset[str]) -> bool:
    """Whether an address is at one of the site's domains, or below one."""
    return under(address.rpartition("@")[2], own)


def came(message: Message) -> datetime | None:
    """When an archived message came: the date of its topmost Received, which its own server wrote, else its Date; None without either."""
    return next(_dates(message), None)


def _dates(message: Message) -> Iterator[datetime]:
    for value in (message.header("received").rpartition(";")[2], message.header("date")):
        try:
            when = parsedate_to_datetime(value)
            yield (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
