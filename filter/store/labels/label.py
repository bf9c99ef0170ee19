"""A label, whom it comes from, and what holds where several are given. Reads nothing: values in, values out.

In the order of trust: a CSV that the user gives; decisions of this site (a release, a lesson); folders, which people file into; keywords
and Gmail's labels, which people and their programs set; last the marks of other filters, which are a machine's opinion.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

LISTED = 100
"""Conflicts kept to be shown; all are counted."""

CSV, QUARANTINE, FOLDERS, GMAIL, KEYWORDS, X_SPAM = "csv", "quarantine", "folders", "gmail", "keywords", "x-spam"

TRUST = {CSV: 0, QUARANTINE: 1, FOLDERS: 2, GMAIL: 3, KEYWORDS: 3, X_SPAM: 4}
"""The lower, the more trusted."""

HAM, SPAM, PHISH, BEC = VALUES = ("ham", "spam", "phish", "bec")
_KINDS = frozenset({PHISH, BEC})


class Label(NamedTuple):
    """One of `VALUES`, the source that says so (a key of `TRUST`), and where or in which words it does."""

    value: str
    source: str
    detail: str = ""


class Conflict(NamedTuple):
    """A message of which two things are said: where it stands, its id, and every source's label, the most trusted first."""

    path: str
    id: str
    said: tuple[Label, ...]


def settled(said: Sequence[Label]) -> Label | None:
    """The label that holds: the most trusted source's; None where none is given, or equally trusted ones contradict each other.

    "spam" often means no more than unwanted: unless a CSV says it, a source that names the kind, such as "phish", makes it that.
    """
    if not said:
        return None
    trust = min(TRUST[one.source] for one in said)
    best = [one for one in said if TRUST[one.source] == trust]
    if contradictory(one.value for one in best):
        return None
    label = next((one for one in best if one.value != SPAM), best[0])
    if label.value == SPAM and label.source != CSV:
        kinds = [one for one in said if one.value in _KINDS]
        return min(kinds, key=lambda one: TRUST[one.source], default=label)
    return label


def contradictory(values: Iterable[str]) -> bool:
    """Whether these cannot all be true of one message: wanted and unwanted, or two kinds of unwanted. "spam" leaves the kind open."""
    different = set(values)
    return len(different - {SPAM}) > 1 or different >= {HAM, SPAM}


def conflict(path: str, id: str, said: Collection[Label]) -> Conflict | None:  # noqa: A002  (what it is called everywhere else)
    """What is said of a message, if it is contradictory."""
    if len(said) < 2 or not contradictory(one.value for one in said):
        return None
    return Conflict(path, id, tuple(sorted(said, key=lambda one: TRUST[one.source])))


class Conflicts:
    """The conflicts of a run: how many, how many of them between two `places` of one message, and the first `LISTED`. It stays where the
    run is put together, not in its workers."""

    def __init__(self) -> None:
        self.count = 0
        self.places = 0
        self.listed: list[Conflict] = []
        self._known: dict[int, int] = {}

    def add(self, found: Conflict) -> None:
        """Count what several sources say of one message."""
        self.count += 1
        if len(self.listed) < LISTED:
            self.listed.append(found)

    def seen(self, path: str, id: str, label: Label | None) -> None:  # noqa: A002
        """Note a message's label; a conflict where the same octets stood elsewhere under one that contradicts it. Both keep theirs, for
        the other's row is written; who uses the rows leaves such a message out."""
        if label is None:
            return
        # A number in place of the id and the label: a million labelled messages take a hundred megabytes less.
        first = VALUES[self._known.setdefault(int(id[:15], 16), VALUES.index(label.value))]
        if contradictory((first, label.value)):
            self.places += 1
            self.add(Conflict(path, id, (label, Label(first, label.source, "the same message at another place"))))
