from __future__ import annotations

from datetime import UTC, date, datetime

from filter.judge.verdict import PerThreat
from filter.lab.live import Changes, Sender, by_sender, summary
from filter.lab.metrics import Share
from filter.store.differences import DROPPED, FAILED, Difference, Side, Tally

MAY_1, MAY_2 = date(2024, 5, 1), date(2024, 5, 2)


def changes(total: int, caught: int = 0, freed: int = 0, moved: int = 0) -> Changes:
    return Changes(Share(caught, total), Share(freed, total), Share(moved, total))


def different(sender: str | None, live: str, shadow: str) -> Difference:
    sides = (Side(action, "", 0.0, PerThreat(0.0, 0.0, 0.0), (), (), "m", "b") for action in (live, shadow))
    return Difference("0" * 64, datetime(2024, 5, 1, tzinfo=UTC), sender, ("bob@example.net",), *sides)


def test_tallies_are_added_up() -> None:
    """By kind, by pair and by day; the days in their order, the pairs by how many they are."""
    told = summary(
        (
            Tally(MAY_2, "deliver", "deliver", 50),
            Tally(MAY_2, "tag", "deliver", 3),
            Tally(MAY_1, "deliver", "deliver", 40),
            Tally(MAY_1, "deliver", "tag", 4),
            Tally(MAY_1, "tag", "reject", 2),
            Tally(MAY_1, "deliver", "reject", 1),
        )
    )
    assert told.changes == changes(100, caught=5, freed=3, moved=2)
    assert (told.compared, told.changes.all) == (100, Share(10, 100))
    assert told.by_day == ((MAY_1, changes(47, caught=5, moved=2)), (MAY_2, changes(53, freed=3)))
    assert told.pairs[:3] == (("deliver", "deliver", 90), ("deliver", "tag", 4), ("tag", "deliver", 3))


def test_what_was_not_compared_is_in_no_share() -> None:
    """Dropped and failed mails are counted by themselves, and a day of nothing else is no day."""
    told = summary((Tally(MAY_1, "deliver", "tag", 1), Tally(MAY_1, "tag", DROPPED, 7), Tally(MAY_2, "deliver", FAILED, 2)))
    assert (told.compared, told.dropped, told.failed) == (1, 7, 2)
    assert [day for day, _ in told.by_day] == [MAY_1]


def test_of_nothing_there_is_nothing() -> None:
    """No tally gives shares of none, not an error."""
    told = summary(())
    assert (told.compared, told.changes.all.rate, told.by_day, told.pairs) == (0, 0.0, (), ())


def test_senders_are_told_apart() -> None:
    """However an address is written; the null sender and one that is not known are one; who has most comes first."""
    told = by_sender(
        (
            different(None, "deliver", "tag"),
            different("Ann@example.org", "deliver", "tag"),
            different("ann@example.org", "reject", "deliver"),
            different("ann@EXAMPLE.org", "tag", "reject"),
            different("", "deliver", "reject"),
            different("zoe@example.org", "tag", "deliver"),
        )
    )
    assert told == (Sender("ann@example.org", 1, 1, 1), Sender("", 2, 0, 0), Sender("zoe@example.org", 0, 1, 0))
