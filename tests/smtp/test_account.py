from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from actors import HELD, MESSAGE, TAGGED
from cast import BOB, EVE, LMTP, QUEUED, STERN, STRICT, Cast, codes, refusing

from filter.errors import NextHopError, StoreError, StoreFullError
from filter.smtp import replies
from filter.smtp.replies import Reply
from filter.store.quarantine import Quarantine

SOON = NextHopError(451, "4.4.1 gone")


@pytest.fixture
async def cast() -> Cast:
    made = Cast()
    made.group(STRICT, EVE)
    made.judge.score = TAGGED
    return made


def parts(logged: list[Any], *keys: str) -> list[tuple[Any, ...]]:
    """The lines about a transaction: for how many, what was decided, what became of it, and these facts."""
    lines = [one for one in logged if one["event"] == "transaction"]
    return [tuple(one.get(key) for key in ("recipients", "action", "outcome", *keys)) for one in lines]


async def test_each_part_of_a_message_is_told(cast: Cast, logged: list[Any]) -> None:
    """Delivered for two and held for another: a line for each part, and the next hop's word with the part that it is about."""
    (taken, *_) = await cast.send(MESSAGE, BOB, EVE, "cal@example.net")
    assert parts(logged, "by", "next_hop", "reply") == [
        (1, "quarantine", "held", "strict:overall", None, str(taken)),
        (2, "tag", "delivered", "overall", str(QUEUED), str(taken)),
    ]
    assert {one["id"] for one in logged} == {logged[0]["id"]}


async def test_recipients_of_lmtp_are_told_as_they_fared(logged: list[Any]) -> None:
    """Refused, held, delivered and put off: each with its own reply."""
    cast = Cast(LMTP)
    cast.onward.answers_each = True
    cast.group(STERN, "stern@x")
    cast.group(STRICT, "strict@x")
    cast.judge.score = TAGGED
    cast.hop.says["for 3"] = full = Reply(452, "4.2.2 full")
    _, _, taken, _, _ = await cast.send(MESSAGE, "stern@x", "one@x", "strict@x", "full@x", "two@x")
    assert sorted(parts(logged, "reply", "next_hop"), key=str) == [
        (1, "quarantine", "held", str(taken), None),
        (1, "reject", "refused", str(replies.REFUSED), None),
        (1, "tag", "tempfail", str(full), str(full)),
        (2, "tag", "delivered", str(taken), str(QUEUED)),
    ]


async def test_a_copy_held_after_the_first_was_taken(cast: Cast, logged: list[Any]) -> None:
    """The held part has what the next hop said to it."""
    cast.judge.score, cast.hop.says["deliver 2"] = 1.5, SOON
    await cast.send(MESSAGE, BOB, EVE)
    assert parts(logged, "by", "next_hop") == [
        (1, "deliver", "delivered", "", str(QUEUED)),
        (1, "quarantine", "held", "next hop refused", str(SOON)),
    ]


async def test_a_part_that_was_withdrawn(cast: Cast, logged: list[Any]) -> None:
    """It was held, and is no more, for the other could not be delivered."""
    cast.hop.says["deliver"] = SOON
    await cast.send(MESSAGE, BOB, EVE)
    assert parts(logged, "reply", "withdrawn", "next_hop") == [
        (1, "quarantine", "tempfail", str(SOON), True, None),
        (1, "tag", "tempfail", str(SOON), None, str(SOON)),
    ]


async def test_recipients_whose_turn_did_not_come(cast: Cast, logged: list[Any]) -> None:
    """What could not be held ends it: the others are told too, with the reply they got."""
    cast.quarantine.full = True
    await cast.send(MESSAGE, BOB, EVE)
    assert parts(logged, "reply") == [
        (1, "quarantine", "tempfail", str(replies.DISK_FULL)),
        (1, None, None, str(replies.DISK_FULL)),
    ]


async def test_a_bug_is_told_with_every_part(cast: Cast, logged: list[Any]) -> None:
    """What was held before it is withdrawn, and the line of either part has the cause."""
    cast.hop.says["deliver"] = RuntimeError("a bug")
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [451, 451]
    assert parts(logged, "cause", "withdrawn") == [
        (1, "quarantine", "tempfail", "RuntimeError: a bug", True),
        (1, None, None, "RuntimeError: a bug", None),
    ]


@pytest.mark.parametrize(("error", "code"), [(StoreFullError("q.db: disk is full"), 452), (StoreError("q.db: a readonly database"), 451)])
async def test_our_own_disk_is_not_the_next_hops_fault(error: Exception, code: int, logged: list[Any]) -> None:
    """A quarantine that cannot be written stands under a key of its own, as an error."""
    cast = Cast()
    cast.judge.score, cast.quarantine.hold = HELD, refusing(error)  # type: ignore[method-assign]
    assert codes(await cast.send()) == [code]
    (event,) = logged
    assert event["log_level"] == "error"
    assert event["store"] == f"{type(error).__name__}: {error}"
    assert not {"next_hop", "cause"} & set(event)


async def test_a_real_quarantine_that_fails(tmp_path: Path, logged: list[Any]) -> None:
    """One line, without the statement, which has the message in it."""
    cast = Cast()
    cast.judge.score = HELD
    cast.site.quarantine = quarantine = Quarantine(f"sqlite:///{tmp_path}/q.db")
    with sqlite3.connect(tmp_path / "q.db") as other:
        other.execute("DROP TABLE held")
    assert codes(await cast.send()) == [451]
    quarantine.close()
    assert logged[0]["store"] == f"StoreError: sqlite:///{tmp_path}/q.db: no such table: held"


# --- one time for all of it


async def test_what_could_not_be_begun_in_time_is_not(logged: list[Any]) -> None:
    """A judgement that took all the time there was: nothing is handed on or held, and the client is told to try again."""
    for score in (0.0, HELD):
        cast = Cast()
        cast.judge.score, cast.onward.handover_seconds = score, -1.0
        assert codes(await cast.send()) == [451]
        assert cast.hop.taken == cast.quarantine.held == []
        assert "deliver" not in cast.hop.calls
    assert "handover_seconds are over" in logged[0]["cause"]
    assert "next_hop" not in logged[0]
    assert "no time was left" in logged[1]["store"]


async def test_what_is_left_is_the_next_hops(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told until when it must have the content: so many seconds from the end of what the client sent."""
    cast = Cast()
    said: list[Any] = []
    cast.onward.handover_seconds = 7.0

    async def deliver(*_: object) -> tuple[Reply, ...]:
        said.append(_[2])
        return (QUEUED,)

    monkeypatch.setattr(cast.hop, "deliver", deliver)
    before = asyncio.get_running_loop().time()
    await cast.send()
    assert before + 7.0 <= said[0] <= asyncio.get_running_loop().time() + 7.0


async def test_a_second_copy_for_which_no_time_is_left_is_held(cast: Cast, monkeypatch: pytest.MonkeyPatch, logged: list[Any]) -> None:
    """The first was taken, so it is 250 for both; the next hop was not asked for the second, and is not said to have refused it."""
    cast.judge.score, cast.onward.handover_seconds = 1.5, 0.2
    taking = cast.hop.deliver

    async def deliver(*arguments: Any) -> tuple[Reply, ...]:
        await asyncio.sleep(0.3)
        return await taking(*arguments)

    monkeypatch.setattr(cast.hop, "deliver", deliver)
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [250, 250]
    assert ([whom for whom, _ in cast.hop.taken], len(cast.quarantine.held)) == ([(0,)], 1)
    assert parts(logged, "by", "next_hop") == [
        (1, "deliver", "delivered", "", str(QUEUED)),
        (1, "quarantine", "held", "no time left", None),
    ]
