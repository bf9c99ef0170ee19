"""What live mail says of a trial in shadow: how much of it would have fared otherwise, and whose, and when. Pure counting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from filter.lab.difference import Kind, kind_of_actions
from filter.lab.metrics import Share
from filter.store.differences import DROPPED, FAILED, Difference, Tally


@dataclass(frozen=True, slots=True)
class Changes:
    """How many of the mails compared the shadow newly catches, newly frees, or acts on in another way."""

    caught: Share
    freed: Share
    moved: Share

    @property
    def all(self) -> Share:
        """Of whatever kind."""
        return Share(self.caught.count + self.freed.count + self.moved.count, self.caught.total)


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole trial. `pairs` are the two actions and how many mails had them, most first; `dropped` and `failed` were not compared."""

    changes: Changes
    by_day: tuple[tuple[date, Changes], ...]
    pairs: tuple[tuple[str, str, int], ...]
    dropped: int
    failed: int

    @property
    def compared(self) -> int:
        """Mails that both judged."""
        return self.changes.all.total


@dataclass(frozen=True, slots=True)
class Sender:
    """How many differences a sender has of each kind. `sender` is "" for the null sender."""

    sender: str
    caught: int
    freed: int
    moved: int

    @property
    def all(self) -> int:
        """Of whatever kind."""
        return self.caught + self.freed + self.moved


def summary(tallies: Iterable[Tally]) -> Summary:
    """All tallies of one trial, added up."""
    told = tuple(tallies)
    compared = tuple(one for one in told if one.shadow not in {DROPPED, FAILED})
    pairs: Counter[tuple[str, str]] = Counter()
    for one in compared:
        pairs[one.live, one.shadow] += one.mails
    days = sorted({one.day for one in compared})
    return Summary(
        changes=_changes(compared),
        by_day=tuple((day, _changes(one for one in compared if one.day == day)) for day in days),
        pairs=tuple((*pair, mails) for pair, mails in pairs.most_common()),
        dropped=sum(one.mails for one in told if one.shadow == DROPPED),
        failed=sum(one.mails for one in told if one.shadow == FAILED),
    )


def by_sender(differences: Iterable[Difference]) -> tuple[Sender, ...]:
    """The senders of these differences, who has most of them first."""
    kinds: dict[str, Counter[Kind | None]] = {}
    for one in differences:
        kinds.setdefault((one.sender or "").lower(), Counter())[kind_of_actions(one.live.action, one.shadow.action)] += 1
    senders = (Sender(sender, found[Kind.CAUGHT], found[Kind.FREED], found[Kind.MOVED]) for sender, found in kinds.items())
    return tuple(sorted(senders, key=lambda one: (-one.all, one.sender)))


def _changes(compared: Iterable[Tally]) -> Changes:
    counts: Counter[Kind | None] = Counter()
    for one in compared:
        counts[kind_of_actions(one.live, one.shadow)] += one.mails
    return Changes(*(Share(counts[one], counts.total()) for one in (Kind.CAUGHT, Kind.FREED, Kind.MOVED)))
