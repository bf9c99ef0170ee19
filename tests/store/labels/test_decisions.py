from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from actors import MESSAGE, verdict

from filter.cli.release import released
from filter.config.schema import Config
from filter.errors import UsageError
from filter.judge.layer import FAMILIES, Lesson
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.store.labels import decisions
from filter.store.labels.decisions import Decisions, read
from filter.store.labels.label import Label
from filter.store.lessons import Lessons, Noted
from filter.store.quarantine import Quarantine

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
ONE, TWO, THREE = "1" * 64, "2" * 64, "3" * 64


class Site:
    """A quarantine and lessons, and the configuration that names them."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.config = Config.model_validate(
            {"store": {"quarantine": f"sqlite:///{folder}/q.db", "lessons": f"sqlite:///{folder}/l.db"}},
        )
        self._stack = stack

    def hold(self, id_: str, *, release: bool = True, delete: bool = False) -> str:
        """The id in the quarantine of a message that was held, and what then became of it."""
        quarantine = self._stack.enter_context(closing(Quarantine(self.config.store.quarantine)))
        mail = Mail(MESSAGE, Envelope(sender="ann@example.org", recipients=("bob@example.net",)))
        held = quarantine.hold(mail, replace(verdict(), id=id_), Disposition(Action.QUARANTINE, "spam"), NOON)
        if release:
            quarantine.begin_release(held, LATER)
            quarantine.end_release(held, LATER, taken=True)
        if delete:
            quarantine.delete(held, LATER)
        return held

    def learn(self, id_: str, *, unwanted: bool) -> int:
        """The number of a lesson."""
        lessons = self._stack.enter_context(closing(Lessons(self.config.store.lessons)))
        noted = Noted(0, id_, unwanted, NOON, "inbox/1.eml", "m", 0.0, 1.0, standing=True, usable=True)
        return lessons.note(noted, Lesson(np.zeros(0, np.uint32), (0,) * len(FAMILIES), (0,) * len(FAMILIES)))

    def revert(self, number: int) -> None:
        """Take a lesson back."""
        self._stack.enter_context(closing(Lessons(self.config.store.lessons))).revert((number,))

    def told(self, id_: str, content: bytes = b"") -> tuple[Label, ...]:
        """What is read of a message, in another process."""
        found: Decisions = pickle.loads(pickle.dumps(read(self.config)))
        return found.of(content, id_)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with ExitStack() as stack:
        yield Site(tmp_path, stack)


def test_what_was_released_was_wanted(site: Site) -> None:
    """By the id of the mail as it came; what is held still, and what was deleted, released before or not, says nothing."""
    held = site.hold(ONE)
    site.hold(TWO, release=False)
    site.hold(THREE, delete=True)
    site.hold("4" * 64, release=False, delete=True)
    assert site.told(ONE) == (Label("ham", "quarantine", f"{held} was released"),)
    assert [site.told(id_) for id_ in (TWO, THREE, "4" * 64, "5" * 64)] == [()] * 4


def test_a_released_message_is_known_by_what_release_wrote(site: Site) -> None:
    """In a mailbox, below what the next hop put in front; an id that nothing was released under tells nothing, nor does a body."""
    held = site.hold(ONE)
    with closing(Quarantine(site.config.store.quarantine)) as quarantine:
        content = b"Return-Path: <ann@example.org>\r\n" + released(quarantine.show(held), LATER)
    assert [label.value for label in site.told(TWO, content)] == ["ham"]
    assert [label.value for label in site.told(TWO, content.replace(b"\r\n", b"\n"))] == ["ham"]
    assert site.told(TWO, content.replace(held.encode(), b"0" * 11 + b"-" + b"0" * 6)) == ()
    assert site.told(TWO, b"Subject: x\r\n\r\n" + content) == ()


def test_lessons_that_stand_are_labels(site: Site) -> None:
    """Wanted and unwanted, until they are taken back; the site layer's later word counts before a release."""
    first, second = site.learn(ONE, unwanted=True), site.learn(TWO, unwanted=False)
    assert site.told(ONE) == (Label("spam", "quarantine", f"lesson {first}"),)
    assert site.told(TWO) == (Label("ham", "quarantine", f"lesson {second}"),)
    held = site.hold(ONE)
    in_front = f"X-Sievert-Released: {held}; 2026-05-01T12:00:00Z\r\n".encode()
    assert [label.value for label in (*site.told(ONE), *site.told(THREE, in_front + MESSAGE))] == ["spam", "spam"]
    site.revert(first)
    assert [label.value for label in site.told(ONE)] == ["ham"]


def test_releases_are_read_to_a_limit(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The latest ones count."""
    site.hold(ONE)
    site.hold(TWO)
    monkeypatch.setattr(decisions, "RELEASED", 1)
    assert (len(site.told(ONE)), len(site.told(TWO))) == (0, 1)


def test_a_site_that_decided_nothing_has_none(site: Site, tmp_path: Path) -> None:
    """Without a quarantine and without lessons it is said where they were looked for, and nothing is made there."""
    with pytest.raises(UsageError, match=r"no decisions to label by: neither .*q\.db nor .*l\.db was ever written"):
        read(site.config)
    assert not list(tmp_path.iterdir())
