from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from actors import verdict
from sqlalchemy import create_engine, text

from filter.errors import StoreError, UsageError
from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Hit, PerThreat, Reason
from filter.store.differences import DROPPED, Compared, Difference, Differences, Side, Tally
from filter.store.journal import REASONS, Journal

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
DAY = date(2024, 5, 1)
EQUAL = Compared("t1", NOON, "deliver", "deliver")


def side(action: str = "deliver", score: float = 0.1 + 0.2) -> Side:
    log_odds = PerThreat(score, -1.0, -2.5)
    return Side(action, "", score, log_odds, ("r1", "r2"), (Reason("spam", "text", "caf\udc80", -1.5),), "m1", "b1")


def different(trial: str = "t1", when: datetime = NOON, sender: str | None = "ann@example.org") -> Compared:
    found = Difference("0" * 64, when, sender, ("bob@example.net",), side(), replace(side("tag", 2.0), cause="overall", model="m2"))
    return Compared(trial, when, "deliver", "tag", found)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/state/journal.db"


@pytest.fixture
def kept(url: str) -> Iterator[Differences]:
    with closing(Differences(url)) as opened:
        yield opened


def test_a_difference_comes_back(kept: Differences, url: str) -> None:
    """Both sides with every fact, the numbers to the last bit and whatever the mail had in it, for another process to see."""
    rows = [different(sender=sender) for sender in ("ann@example.org", "", None, "x\udc80\0@example.org")]
    kept.record(rows)
    with closing(Differences(url, create=False)) as other:
        assert other.found("t1", 10) == tuple(row.difference for row in reversed(rows))


def test_a_side_is_what_the_journal_keeps() -> None:
    """Of a verdict the action and its cause, scores, rule ids and the heaviest reasons."""
    reasons = tuple(Reason("spam", "text", str(number), float(number)) for number in range(REASONS + 2))
    said = replace(verdict(1.5, reasons), hits=(Hit("r1", "spam", 2.0, "A title", "evidence"),))
    found = Side.of(said, Disposition(Action.TAG, "spam"))
    assert (found.action, found.cause, found.score, found.log_odds) == ("tag", "spam", 1.5, said.log_odds)
    assert (found.hits, found.model, found.rulebook) == (("r1",), "default-1", "rules-1")
    assert [reason.weight for reason in found.reasons] == [float(number) for number in range(REASONS + 1, 1, -1)]


def test_equal_mails_are_one_row(kept: Differences, url: str) -> None:
    """However many there are of a pair on a day, in one batch or several, they are a count."""
    kept.record([EQUAL] * 3)
    kept.record([EQUAL] * 4 + [different()])
    assert kept.tallies("t1") == (Tally(DAY, "deliver", "deliver", 7), Tally(DAY, "deliver", "tag", 1))
    with create_engine(url).connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM shadow_counts")) == 2
        assert connection.scalar(text("SELECT count(*) FROM shadow")) == 1


def test_tallies_are_by_day_and_pair(kept: Differences) -> None:
    """The day is that of UTC, and what was not compared has its own name."""
    late = datetime(2024, 5, 1, 23, 30, tzinfo=timezone(timedelta(hours=-2)))
    kept.record([EQUAL, EQUAL._replace(when=late), EQUAL._replace(shadow=DROPPED), different(when=late)])
    assert kept.tallies("t1") == (
        Tally(DAY, "deliver", "deliver", 1),
        Tally(DAY, "deliver", "dropped", 1),
        Tally(date(2024, 5, 2), "deliver", "deliver", 1),
        Tally(date(2024, 5, 2), "deliver", "tag", 1),
    )


def test_trials_are_apart(kept: Differences) -> None:
    """What another trial found is not counted with it; the latest is the one that was begun or compared last."""
    kept.record([different("t1")])
    assert kept.latest() == "t1"
    kept.record([different("t2", NOON + timedelta(hours=1)), EQUAL._replace(trial="t2", when=NOON + timedelta(hours=1))])
    assert kept.latest() == "t2"
    assert (len(kept.found("t1", 10)), len(kept.found("t2", 10))) == (1, 1)
    assert kept.tallies("t1") == (Tally(DAY, "deliver", "tag", 1),)


def test_a_trial_begins_before_anything_is_compared(kept: Differences, url: str) -> None:
    """It is the latest then, with no tally; begun again it still began first."""
    kept.record([different("t1")])
    for hours in (1, 2):
        with closing(Differences(url)) as other:
            other.begin("t2", NOON + timedelta(hours=hours))
    assert kept.latest() == "t2"
    assert (kept.tallies("t2"), kept.found("t2", 10)) == ((), ())
    assert kept.begun("t2") == NOON + timedelta(hours=1)
    assert kept.begun("t1") is None


def test_the_newest_come_first_up_to_the_limit(kept: Differences) -> None:
    """`found` takes the last ones recorded, the newest first."""
    rows = [different(sender=str(number)) for number in range(5)]
    kept.record(rows)
    assert [one.sender for one in kept.found("t1", 3)] == ["4", "3", "2"]


def test_all_or_nothing(kept: Differences) -> None:
    """A batch that cannot be kept leaves no part of it."""
    broken = different()
    assert broken.difference
    wrong = broken._replace(difference=replace(broken.difference, verdict_id=None))  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        kept.record([EQUAL, wrong])
    assert kept.latest() == ""
    assert kept.tallies("t1") == ()


def test_it_shares_the_database_of_the_journal(kept: Differences, url: str) -> None:
    """One file, and neither is in the other's way."""
    with closing(Journal(url)) as journal:
        kept.record([EQUAL])
        assert journal.recent(10) == ()


def test_without_a_database_there_is_none(url: str) -> None:
    """Looking makes no file."""
    with pytest.raises(UsageError, match="does not exist yet"):
        Differences(url, create=False)


def test_several_writers_count_together(kept: Differences, url: str) -> None:
    """Those who write at the same time, each through its own connection as processes do, lose nothing of each other's."""

    def count(_: int) -> None:
        with closing(Differences(url)) as opened:
            for _ in range(20):
                opened.record([EQUAL, different()])

    with ThreadPoolExecutor(3) as threads:
        assert [*threads.map(count, range(3))] == [None] * 3
    assert kept.tallies("t1") == (Tally(DAY, "deliver", "deliver", 60), Tally(DAY, "deliver", "tag", 60))
    assert len(kept.found("t1", 100)) == 60
