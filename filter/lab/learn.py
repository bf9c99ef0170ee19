"""Feedback to lessons: one mail at a time, each judged with all that was learnt before it.

A mail that was learnt already is passed over; one whose label changed has its earlier lesson taken back first, so that the last
word counts and no mail counts twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from filter.judge.features import extract
from filter.judge.judge import Judge
from filter.judge.layer import add, lesson, log_odds, see
from filter.judge.mail import Mail
from filter.judge.parse import parse
from filter.store.lessons import Lessons, Noted


@dataclass(frozen=True, slots=True)
class Labelled:
    """One mail to learn: where it came from, its octets, and whether it was unwanted."""

    source: str
    content: bytes
    unwanted: bool


@dataclass(frozen=True, slots=True)
class Learnt:
    """What became of one: the score before and after its lesson, and the lesson's number; 0 where the mail was known already."""

    labelled: Labelled
    number: int
    before: float
    after: float


class Learner:
    """Judges and learns by turns. `base` judges without a layer; `lessons` keeps what is learnt."""

    def __init__(self, base: Judge, lessons: Lessons, now: Callable[[], datetime]) -> None:
        self._base = base
        self._lessons = lessons
        self._now = now
        self._standing = lessons.standing()
        self._weights = lessons.weights()

    def learn(self, labelled: Iterable[Labelled]) -> Iterator[Learnt]:
        """Learn each in turn; each lesson is on disk before the next. StoreError where it cannot be kept."""
        for one in labelled:
            mail = hashlib.sha256(one.content).hexdigest()
            known = self._standing.get(mail)
            if known and known.unwanted == one.unwanted:
                yield Learnt(one, 0, known.before, known.after)
                continue
            if known:
                self._lessons.revert((known.number,))
                self._weights = self._lessons.weights()
            noted = self._learn(one, mail)
            self._standing[mail] = noted
            yield Learnt(one, noted.number, noted.before, noted.after)

    def _learn(self, one: Labelled, mail: str) -> Noted:
        message = parse(one.content)
        taught = see(message, extract(message))
        base = self._base.judge(Mail(one.content)).score
        before = base + log_odds(self._weights, taught)
        learnt = lesson(taught, before, one.unwanted)
        add(self._weights, learnt)
        after = base + log_odds(self._weights, taught)
        noted = Noted(0, mail, one.unwanted, self._now(), one.source, self._base.model.id, before, after, standing=True, usable=True)
        return replace(noted, number=self._lessons.note(noted, learnt))
