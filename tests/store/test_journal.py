from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from actors import HELD, verdict
from sqlalchemy import create_engine, text

from filter.errors import StoreError
from filter.judge.mail import Envelope
from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Hit, Reason, Verdict
from filter.store.journal import REASONS, Decision, Entry, Journal

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
ENVELOPE = Envelope("192.0.2.1", "client.test", "ann@example.org", ("bob@example.net",))
TAG = Disposition(Action.TAG, "spam")


def decided(outcome: str = "delivered", judged: Verdict | None = None, when: datetime = NOON) -> Decision:
    """A decision on mail of that envelope."""
    return Decision(ENVELOPE, judged or verdict(), TAG, outcome, when)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/state/journal.db"


@pytest.fixture
def journal(url: str) -> Iterator[Journal]:
    with closing(Journal(url)) as opened:
        yield opened


def test_a_row_has_every_fact(journal: Journal, url: str) -> None:
    """What is recorded comes back, the numbers to the last bit, for another process to see."""
    judged = replace(
        verdict(0.1 + 0.2, (Reason("spam", "text", "caf\udc80", -1.5), Reason("spam", "rule", "x", 2.0))),
        hits=(Hit("r1", "spam", 2.0, "A title", "evidence"),),
    )
    journal.record([decided("delivered", judged)])
    assert Journal(url).recent(10) == (
        Entry(
            id=1,
            verdict_id=judged.id,
            when=NOON,
            client="192.0.2.1",
            sender="ann@example.org",
            recipients=("bob@example.net",),
            action="tag",
            cause="spam",
            outcome="delivered",
            score=0.1 + 0.2,
            log_odds=judged.log_odds,
            hits=("r1",),
            reasons=(Reason("spam", "rule", "x", 2.0), Reason("spam", "text", "caf\udc80", -1.5)),
            model="default-1",
            rulebook="rules-1",
        ),
    )


def test_the_newest_come_first_up_to_the_limit(journal: Journal) -> None:
    """`recent` takes the last rows recorded, the newest first."""
    for number in range(5):
        journal.record([decided(f"o{number}", when=NOON + timedelta(seconds=number))])
    assert [entry.outcome for entry in journal.recent(3)] == ["o4", "o3", "o2"]


def test_a_batch_keeps_its_order(journal: Journal) -> None:
    """Decisions recorded together are rows in their order, each with its own envelope and time."""
    whom = [replace(ENVELOPE, recipients=(f"{number}@example.net",)) for number in range(500)]
    journal.record([Decision(one, verdict(), TAG, str(number), NOON + timedelta(seconds=number)) for number, one in enumerate(whom)])
    rows = tuple(reversed(journal.recent(1000)))
    assert [row.outcome for row in rows] == [str(number) for number in range(500)]
    assert [row.recipients for row in rows] == [one.recipients for one in whom]
    assert rows[-1].when == NOON + timedelta(seconds=499)


def test_a_batch_is_kept_whole_or_not_at_all(journal: Journal) -> None:
    """Where one decision of a batch cannot be kept, none is, and what was recorded before stays."""
    journal.record([decided("before")])
    no_score = replace(verdict(), score=math.nan)  # SQLite takes NaN for NULL, which a score must not be
    with pytest.raises(StoreError, match="NOT NULL"):
        journal.record([decided("first"), decided("second", no_score), decided("third")])
    assert [entry.outcome for entry in journal.recent(10)] == ["before"]
    journal.record([decided("first"), decided("third")])
    assert [entry.outcome for entry in journal.recent(10)] == ["third", "first", "before"]


def test_another_reader_sees_a_batch_at_once(journal: Journal, url: str) -> None:
    """Whoever reads while batches are written sees whole ones only."""
    done, seen = threading.Event(), set()

    def look() -> None:
        with closing(Journal(url)) as other:
            while not done.is_set():
                seen.add(len(other.recent(1000)))

    watching = threading.Thread(target=look)
    watching.start()
    for _ in range(20):
        journal.record([decided()] * 10)
    done.set()
    watching.join()
    assert {count % 10 for count in seen} == {0}


def test_only_the_heaviest_reasons_are_kept(journal: Journal) -> None:
    """Of many reasons the REASONS heaviest stay, for or against."""
    reasons = tuple(Reason("spam", "text", str(number), (-1.0) ** number * number) for number in range(REASONS * 2))
    journal.record([decided("held", verdict(HELD, reasons))])
    kept = journal.recent(1)[0].reasons
    assert [abs(reason.weight) for reason in kept] == list(range(REASONS * 2 - 1, REASONS - 1, -1))


def test_neither_body_nor_subject_is_written(journal: Journal, tmp_path: Path) -> None:
    """A decision has nothing of the content to write, and what a judgement quotes of it in a hit's evidence stays out too."""
    judged = replace(verdict(), hits=(Hit("r1", "spam", 2.0, "A title", "open sesame"),))
    journal.record([decided("delivered", judged)])
    journal.close()
    octets = b"".join(file.read_bytes() for file in (tmp_path / "state").iterdir())
    assert b"ann@example.org" in octets
    assert b"sesame" not in octets
    assert not any(field in Decision._fields for field in ("mail", "content", "subject"))


def test_mail_without_an_envelope_is_recorded(journal: Journal) -> None:
    """Without an envelope there is no client, no recipient, and the sender is unknown."""
    journal.record([Decision(Envelope(), verdict(), TAG, "delivered", NOON)])
    entry = journal.recent(1)[0]
    assert (entry.client, entry.sender, entry.recipients) == ("", None, ())


def test_threads_record_at_once(journal: Journal) -> None:
    """Rows recorded from several threads are all there, each once."""

    def write(number: int) -> None:
        for each in range(20):
            journal.record([decided(f"{number} {each}")])

    threads = [threading.Thread(target=write, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(entry.outcome for entry in journal.recent(1000)) == sorted(f"{a} {b}" for a in range(5) for b in range(20))


def test_what_cannot_be_kept_is_a_store_error(journal: Journal, url: str) -> None:
    """A journal whose table is gone says so and pretends nothing."""
    with create_engine(url).begin() as connection:
        connection.execute(text("DROP TABLE verdicts"))
    with pytest.raises(StoreError, match="no such table"):
        journal.record([decided()])
