"""Feedback to lessons: one mail at a time, each judged with all that was learnt before it.

A mail that was learnt already is passed over; one whose label changed is learnt as if its earlier lesson had never been, which is
taken back, so that the last word counts and no mail counts twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from filter.judge.features import extract
from filter.judge.judge import Judge
from filter.judge.layer import add, empty, lesson, log_odds, opposite, see
from filter.judge.mail import Mail
from filter.judge.parse import parse
from filter.store.lessons import Lessons, Noted


@dataclass(frozen=True, slots=True)
class Labelled:
    """One mail to learn: where it came from, its octets, and whether it was unwanted. `once`: only if no lesson was ever about it,
    which holds for what is offered again and again, such as every message that was ever released."""

    source: str
    content: bytes
    unwanted: bool
    once: bool = False


@dataclass(frozen=True, slots=True)
class Learnt:
    """What became of one: its lesson's number, 0 where nothing new was learnt; and the lesson about it, of now or from before. One from
    before may have another label, and where it is `once`, may have been taken back."""

    labelled: Labelled
    number: int
    lesson: Noted

    @property
    def before(self) -> float:
        """The score before the lesson."""
        return self.lesson.before

    @property
    def after(self) -> float:
        """The score after it."""
        return self.lesson.after


def identity(content: bytes) -> str:
    """What a mail is known by: the same however its lines end, and whether its last one does, for mailboxes change that."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n").rstrip(b"\n")).hexdigest()


class Learner:
    """Judges and learns by turns. `base` judges without a layer; `lessons` keeps what is learnt.

    What other processes learn meanwhile counts from the next mail on; what they take back, for a new Learner.
    """

    def __init__(self, base: Judge, lessons: Lessons, now: Callable[[], datetime]) -> None:
        self._base = base
        self._lessons = lessons
        self._now = now
        self._weights = empty()
        self._latest = {noted.mail: noted for noted in reversed(lessons.log()) if noted.usable and not noted.standing}
        self._seen = 0
        self._catch_up()

    def learn(self, labelled: Iterable[Labelled]) -> Iterator[Learnt]:
        """Learn each in turn; each lesson is on disk before the next. StoreError where it cannot be kept: then begin with a new Learner."""
        for one in labelled:
            self._catch_up()
            mail = identity(one.content)
            known = self._latest.get(mail)
            if known and (one.once or (known.standing and known.unwanted == one.unwanted)):
                yield Learnt(one, 0, known)
            else:
                noted = self._latest[mail] = self._learn(one, mail)
                yield Learnt(one, noted.number, noted)

    def _catch_up(self) -> None:
        """Put in the lessons since the last look, each in place of what stood for its mail: our own latest in its own place."""
        for noted, learnt in self._lessons.since(self._seen):
            self._take_out(noted.mail)
            add(self._weights, learnt)
            self._latest[noted.mail] = noted
            self._seen = noted.number

    def _take_out(self, mail: str) -> None:
        """Weigh without the lesson that stands for a mail, if there is one."""
        known = self._latest.get(mail)
        if known and known.standing:
            add(self._weights, opposite(self._lessons.lesson(known.number)))

    def _learn(self, one: Labelled, mail: str) -> Noted:
        self._take_out(mail)
        message = parse(one.content)
        taught = see(message, extract(message))
        base = self._base.judge(Mail(one.content)).score
        before = base + log_odds(self._weights, taught)
        learnt = lesson(taught, before, one.unwanted)
        add(self._weights, learnt)
        after = base + log_odds(self._weights, taught)
        noted = Noted(0, mail, one.unwanted, self._now(), one.source, self._base.model.id, before, after, standing=True, usable=True)
        return replace(noted, number=self._lessons.note(noted, learnt))
