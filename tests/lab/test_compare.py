from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from ran import row

from filter.judge.policy import Action, Disposition
from filter.lab import compare as module
from filter.lab.compare import Comparison, Count, Counts, Side, compare
from filter.lab.difference import Difference, Kind
from filter.store.rows import Row


def judged(number: int, action: str, score: float = 1.0, label: str = "", **facts: object) -> Row:
    """A message's row of that disposition."""
    return replace(row(number, score, label), disposition=Disposition(Action(action), ""), **facts)  # type: ignore[arg-type]


def pairs(*pairs: tuple[str, str, str]) -> tuple[list[Row], list[Row]]:
    """Two runs of messages, each (before, after, label); the later the message, the further its score moves."""
    before = [judged(number, was, 0.0) for number, (was, _, _) in enumerate(pairs)]
    return before, [judged(number, becomes, 1.0 + number, label) for number, (_, becomes, label) in enumerate(pairs)]


PAIRS = pairs(
    ("deliver", "tag", "ham"),
    ("deliver", "reject", "bec"),
    ("deliver", "quarantine", ""),
    ("tag", "deliver", "spam"),
    ("tag", "reject", "phish"),
    ("tag", "tag", "ham"),
)


def test_differences_are_counted_by_kind_and_label() -> None:
    """Each message once; those in one run only apart."""
    before, after = PAIRS
    found = compare([*before, judged(20, "tag")], [judged(21, "tag"), judged(22, "tag"), *after])
    assert (found.messages, found.only_before, found.only_after, found.turned) == (6, 1, 2, 5)
    assert found.counts == Counts(caught=Count(3, 1, 1), freed=Count(1, 0, 1), moved=Count(1, 0, 1), scored=Count(1, 1, 0))
    assert found.before == found.after == Side("m1", "b1")


def test_a_run_beside_itself_has_no_difference() -> None:
    """Whatever is in it."""
    before, _ = PAIRS
    assert compare(before, before) == Comparison(
        Side("m1", "b1"), Side("m1", "b1"), 6, 0, 0, Counts(), (), tuple(module.Groups(by, 0, ()) for by in ("sender", "list", "week"))
    )
    assert compare([], []).messages == 0


def test_what_the_label_speaks_against_is_listed_first() -> None:
    """Then what moved furthest, up or down; so is each whose score alone moved."""
    found = compare(*PAIRS)
    assert [(one.kind, int(one.after.verdict.id, 16)) for one in found.listed] == [
        (Kind.CAUGHT, 0),
        (Kind.CAUGHT, 2),
        (Kind.CAUGHT, 1),
        (Kind.FREED, 3),
        (Kind.MOVED, 4),
        (Kind.SCORED, 5),
    ]


def test_each_difference_is_heard_of_as_it_comes() -> None:
    """In the order of the messages, whether it is listed in the end or not."""
    heard: list[Difference] = []
    compare(*PAIRS, heard.append)
    assert [int(one.after.verdict.id, 16) for one in heard] == [0, 1, 2, 3, 4, 5]


def test_the_list_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of each kind are kept; of equals those that came first."""
    assert module.LISTED == 25
    monkeypatch.setattr(module, "LISTED", 2)
    scored = [("tag", "tag", "")] * 3
    before, after = pairs(*[("deliver", "tag", "spam")] * 4, ("deliver", "tag", "ham"), *[("tag", "deliver", "")] * 2, *scored)
    after = [replace(one, verdict=replace(one.verdict, score=2.0)) for one in after]
    assert [int(one.after.verdict.id, 16) for one in compare(before, after).listed] == [4, 0, 5, 6, 7, 8]


def test_what_turned_is_told_by_sender_list_and_week() -> None:
    """By the facts of the row after; weeks are ISO 8601's, in UTC. What only moved is in none of them."""
    monday = datetime(2024, 12, 30, tzinfo=UTC)
    facts = [
        {"sender": "a@b.example", "list_id": "l.example", "date": monday},
        {"sender": "a@b.example", "list_id": "", "date": monday.astimezone(timezone(timedelta(hours=-5)))},
        {"sender": "c@d.example", "list_id": "", "date": None},
    ]
    before = [judged(number, was) for number, was in enumerate(("deliver", "tag", "deliver", "tag"))]
    after = [
        judged(number, becomes, label="ham", **one)
        for number, (becomes, one) in enumerate(zip(("tag", "deliver", "tag", "reject"), [*facts, facts[0]], strict=True))
    ]
    by = {
        groups.by: (groups.values, [(one.value, one.caught.messages, one.freed.messages) for one in groups.top])
        for groups in compare(before, after).groups
    }
    assert by == {
        "sender": (2, [("a@b.example", 1, 1), ("c@d.example", 1, 0)]),
        "list": (2, [("", 1, 1), ("l.example", 1, 0)]),
        "week": (2, [("2025-W01", 1, 1), ("", 1, 0)]),
    }


def test_groups_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those with the most are kept, and all are counted."""
    assert module.TOP == 15
    monkeypatch.setattr(module, "TOP", 1)
    before = [judged(number, "deliver") for number in range(3)]
    after = [judged(number, "tag", sender=sender) for number, sender in enumerate(("a", "b", "b"))]
    senders = compare(before, after).groups[0]
    assert (senders.values, [one.value for one in senders.top]) == (2, ["b"])
