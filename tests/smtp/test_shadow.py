from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from actors import HAM, HELD, MESSAGE, REJECTED, SECONDS, TAGGED, verdict
from cast import BOB, EVE, SITE, STRICT, Cast

from filter.assemble import Trial
from filter.errors import StoreError
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Policies, Policy, Thresholds
from filter.judge.verdict import Verdict, unjudged
from filter.smtp import recorder, replies, shadow
from filter.smtp.apart import ApartError
from filter.smtp.commands import EnvelopePath
from filter.smtp.intake import Budget
from filter.smtp.shadow import Judged, Shadow
from filter.store.differences import Compared

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
LIVE = Policies(SITE)
ROOM = 1_000_000

pytestmark = pytest.mark.usefixtures("logged")


class Other:
    """The shadow's judge: a score for every mail, once `go` is set; or an error. `asked` are the mails it was given."""

    def __init__(self, score: float = HAM, error: Exception | None = None) -> None:
        self.score, self.error = score, error
        self.asked: list[Mail] = []
        self.go = asyncio.Event()
        self.go.set()

    async def judge(self, mail: Mail) -> Verdict:
        self.asked.append(mail)
        await self.go.wait()
        if self.error:
            raise self.error
        return replace(verdict(self.score), id=hashlib.sha256(mail.content).hexdigest(), model="next-1")


class Kept:
    """Differences in memory, or a database that fails."""

    def __init__(self) -> None:
        self.rows: list[Compared] = []
        self.broken = False

    def record(self, rows: Sequence[Compared], /) -> None:
        if self.broken:
            raise StoreError("disk I/O error")
        self.rows += rows

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The actions of each."""
        return [(row.live, row.shadow) for row in self.rows]


class Scene:
    """A shadow and what is around it. `judge` is None where only the policies differ."""

    def __init__(self, judge: Other | None, policies: Policies = LIVE, live: Policies = LIVE, room: int = ROOM) -> None:
        self.judge, self.kept, self.budget = judge, Kept(), Budget(room)
        self.shadow = Shadow(Trial("t1", None, policies), live, self.kept, judge, self.budget)

    async def settled(self) -> None:
        """Wait until nothing waits any more."""
        async with asyncio.timeout(SECONDS):
            while working := self.shadow._working:
                await asyncio.wait((working,))
        await self.shadow.drain()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "GATHER_SECONDS", 0.0)
    monkeypatch.setattr(shadow, "AFTER_SECONDS", 0.0)
    monkeypatch.setattr(shadow, "DRAIN_SECONDS", 0.05)


def judged(score: float = HAM, content: bytes = MESSAGE, whom: tuple[str, ...] = (BOB,), failure: str = "") -> Judged:
    said = unjudged("0" * 64) if failure else replace(verdict(score), id=hashlib.sha256(content).hexdigest())
    return Judged(Mail(content, Envelope("192.0.2.7", "client.test", "ann@example.org", whom)), said, failure, NOON)


async def test_a_difference_has_both_sides() -> None:
    """What the live judge delivers and the shadow would hold is kept with both verdicts, and for whom it came from whom."""
    scene = Scene(Other(HELD))
    scene.shadow.offer(judged())
    await scene.settled()
    (row,) = scene.kept.rows
    assert row[:4] == ("t1", NOON, "deliver", "quarantine")
    assert row.difference
    assert (row.difference.sender, row.difference.recipients, row.difference.when) == ("ann@example.org", (BOB,), NOON)
    assert row.difference.verdict_id == hashlib.sha256(MESSAGE).hexdigest()
    assert (row.difference.live.action, row.difference.live.score, row.difference.live.model) == ("deliver", HAM, "default-1")
    shadowed = row.difference.shadow
    assert (shadowed.action, shadowed.cause, shadowed.score, shadowed.model) == ("quarantine", "overall", HELD, "next-1")


async def test_equal_mail_is_only_counted() -> None:
    """Where both would do the same, though for other scores, there is a count and no more."""
    scene = Scene(Other(HAM - 1))
    scene.shadow.offer(judged())
    await scene.settled()
    assert scene.kept.rows == [Compared("t1", NOON, "deliver", "deliver")]


async def test_it_judges_the_very_mail() -> None:
    """The second judge gets the mail that the first one had, past and authentication included."""
    scene = Scene(other := Other())
    given = judged()
    scene.shadow.offer(given)
    await scene.settled()
    assert other.asked[0] is given.mail


async def test_where_only_the_policy_differs_nothing_is_judged_again() -> None:
    """The live verdict is decided again, and no content is held for it."""
    scene = Scene(None, Policies(Policy(overall=Thresholds(tag=-9.0))), room=0)
    scene.shadow.offer(judged())
    assert [len(one.mail.content) for _, one in scene.shadow._waiting] == [0]
    await scene.settled()
    assert scene.kept.pairs == [("deliver", "tag")]
    difference = scene.kept.rows[0].difference
    assert difference
    assert difference.live.score == difference.shadow.score == HAM


async def test_each_recipient_is_compared_by_its_policies() -> None:
    """Those whom both sides treat alike share a row."""
    strict = Policies(SITE, ((frozenset({EVE}), STRICT),))
    scene = Scene(None, strict)
    scene.shadow.offer(judged(1.5, whom=(BOB, EVE, "cid@example.net")))
    await scene.settled()
    assert scene.kept.pairs == [("deliver", "deliver"), ("deliver", "tag")]
    difference = scene.kept.rows[1].difference
    assert difference
    assert (difference.recipients, difference.shadow.cause) == ((EVE,), "strict:overall")


async def test_unjudged_mail_gets_its_second_judgement() -> None:
    """What the live judge could not judge and was delivered is compared as that; without a second judge it is not."""
    scene, without = Scene(Other(REJECTED)), Scene(None)
    for one in (scene, without):
        one.shadow.offer(judged(failure="deadline"))
        await one.settled()
    difference = scene.kept.rows[0].difference
    assert difference
    assert (difference.live.action, difference.live.cause, difference.shadow.action) == ("deliver", "unjudged: deadline", "reject")
    assert without.kept.rows == []


@pytest.mark.parametrize("error", [ApartError("overdue"), ValueError("a bug")])
async def test_a_judge_that_fails_is_counted(error: Exception, logged: list[Any]) -> None:
    """Each mail counts as failed; the log has the first of a kind, and all of them at the end."""
    scene = Scene(other := Other(error=error))
    for _ in range(3):
        scene.shadow.offer(judged())
    await scene.settled()
    kind = "overdue" if isinstance(error, ApartError) else "ValueError"
    assert scene.shadow.failed == {kind: 3}
    assert scene.kept.pairs == [("deliver", "failed")] * 3
    told = [event for event in logged if event["event"].startswith("shadow judging failed")]
    assert [event["kind"] for event in told] == [kind]
    assert logged[-1]["failed"] == {kind: 3}
    other.error = None
    scene.shadow.offer(judged())
    await scene.settled()
    assert scene.kept.pairs[3:] == [("deliver", "deliver")]


async def test_past_so_many_mails_they_are_dropped(monkeypatch: pytest.MonkeyPatch, logged: list[Any]) -> None:
    """The bound's worth waits; what comes then is counted as dropped, which the log says once."""
    monkeypatch.setattr(shadow, "MAX_WAITING", 3)
    scene = Scene(Other())
    for _ in range(5):
        scene.shadow.offer(judged())
    assert scene.shadow.dropped == 2
    await scene.settled()
    assert sorted(scene.kept.pairs) == [("deliver", "deliver")] * 3 + [("deliver", "dropped")] * 2
    assert sum(event["event"].startswith("shadow dropped") for event in logged) == 1


async def test_past_so_many_octets_they_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same of their content, which is given back to the budget once it is judged."""
    monkeypatch.setattr(shadow, "MAX_WAITING_OCTETS", 2 * len(MESSAGE))
    scene = Scene(Other())
    for _ in range(3):
        scene.shadow.offer(judged())
    assert scene.shadow.dropped == 1
    assert scene.budget.free == ROOM - 2 * len(MESSAGE)
    await scene.settled()
    assert scene.budget.free == ROOM


async def test_live_mail_takes_the_room_back() -> None:
    """What waits makes room in the budget for content that a client sends, the oldest first and no more than is needed."""
    scene = Scene(Other(), room=3 * len(MESSAGE))
    for _ in range(4):
        scene.shadow.offer(judged())
    assert (scene.shadow.dropped, scene.budget.free) == (1, 0)
    assert scene.budget.take(len(MESSAGE) + 1)
    assert scene.shadow.dropped == 3
    assert scene.budget.free == len(MESSAGE) - 1


async def test_an_announced_size_takes_the_room_back() -> None:
    """MAIL's SIZE is not refused for what mail that waits holds; that gives way as for content."""
    cast, scene = Cast(), Scene(Other(), room=2 * len(MESSAGE))
    cast.site.budget = scene.budget
    for _ in range(2):
        scene.shadow.offer(judged())
    assert scene.budget.free == 0
    assert cast.session.mail(EnvelopePath("a@b", (f"SIZE={len(MESSAGE)}",))) == replies.SENDER_OK
    assert (scene.shadow.dropped, scene.budget.free) == (1, len(MESSAGE))


async def test_nothing_is_dropped_for_room_that_it_would_not_make() -> None:
    """Mail that waits stays where it holds no content, and where there is too little room even without it."""
    for judge in (None, Other()):
        scene = Scene(judge, room=3 * len(MESSAGE))
        for _ in range(2):
            scene.shadow.offer(judged())
        assert not scene.budget.take(3 * len(MESSAGE) + 1)
        if judge is None:
            assert scene.budget.take(len(MESSAGE))
            assert not scene.budget.take(3 * len(MESSAGE))
        assert (scene.shadow.dropped, len(scene.shadow._waiting)) == (0, 2)


async def test_no_error_in_giving_way_reaches_live_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    """The room is there whatever becomes of the mail that gave way."""
    scene = Scene(Other(), room=2 * len(MESSAGE))
    for _ in range(2):
        scene.shadow.offer(judged())
    monkeypatch.setattr(scene.shadow, "_recorder", None)
    assert scene.budget.take(2 * len(MESSAGE))
    assert scene.budget.free == 0


async def test_a_drain_waits_a_while_and_drops_the_rest() -> None:
    """A judge that does not answer keeps no relay from its end; what it did not answer counts as dropped."""
    scene = Scene(other := Other())
    other.go.clear()
    for _ in range(3):
        scene.shadow.offer(judged())
    async with asyncio.timeout(SECONDS):
        await scene.shadow.drain()
    assert scene.kept.pairs == [("deliver", "dropped")] * 3
    assert (scene.budget.free, len(other.asked)) == (ROOM, 1)


async def test_a_drain_compares_what_it_can() -> None:
    """Mail that waits for its turn only is compared before the end."""
    scene = Scene(Other())
    for _ in range(3):
        scene.shadow.offer(judged())
    await scene.shadow.drain()
    assert scene.kept.pairs == [("deliver", "deliver")] * 3


async def test_a_database_that_fails_is_logged(logged: list[Any]) -> None:
    """What cannot be kept is lost, and the next mail is compared as ever."""
    scene = Scene(Other())
    scene.kept.broken = True
    scene.shadow.offer(judged())
    await scene.settled()
    assert any(event["event"] == "lost comparisons with the shadow" for event in logged)
    scene.kept.broken = False
    scene.shadow.offer(judged())
    await scene.settled()
    assert scene.kept.pairs == [("deliver", "deliver")]


async def test_an_offer_never_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong in it, the transaction that it comes from goes on."""
    scene = Scene(Other())
    monkeypatch.setattr(scene.budget, "take", None)
    scene.shadow.offer(judged())
    assert scene.shadow.failed == {"TypeError": 1}
    monkeypatch.setattr(scene.shadow, "_recorder", None)
    scene.shadow.offer(judged())


async def shadowed(cast: Cast, other: Other) -> Scene:
    """The cast's site with a shadow."""
    scene = Scene(other)
    cast.site.shadow = scene.shadow
    return scene


@pytest.mark.parametrize("score", [HAM, TAGGED, HELD, REJECTED])
async def test_a_transaction_is_offered_once_it_ended(score: float) -> None:
    """Delivered, tagged, held or refused: each is compared, with the verdict it had."""
    cast = Cast()
    cast.judge.score = score
    scene = await shadowed(cast, Other(score))
    await cast.send()
    await scene.settled()
    assert [live == other for live, other in scene.kept.pairs] == [True]
    assert cast.untouched


@pytest.mark.parametrize("what", ["deliver", "judge", "loop"])
async def test_what_comes_again_is_not_compared(what: str) -> None:
    """Mail put off with 451, which its client sends again, would count each time; mail refused unjudged has nothing to compare."""
    cast = Cast()
    scene = await shadowed(cast, other := Other())
    if what == "deliver":
        cast.hop.says["deliver"] = replies.LOCAL_ERROR
    elif what == "judge":
        cast.judge.error = ValueError("a bug")
    await cast.send(b"Received: x\r\n" * 60 + MESSAGE if what == "loop" else MESSAGE)
    await scene.settled()
    assert scene.kept.rows == []
    assert other.asked == []


async def test_unjudged_mail_that_is_delivered_is_offered() -> None:
    """With on_failure = "deliver" the shadow may know what the live judge did not."""
    cast = Cast(on_failure="deliver")
    cast.judge.error = ValueError("a bug")
    scene = await shadowed(cast, Other(HELD))
    await cast.send()
    await scene.settled()
    assert scene.kept.pairs == [("deliver", "quarantine")]


@pytest.mark.parametrize("trouble", ["raises", "hangs"])
async def test_no_reply_waits_for_the_shadow(trouble: str) -> None:
    """Whatever its judge does, replies and dispositions are those without it."""
    cast, alone = Cast(), Cast()
    scene = await shadowed(cast, other := Other(REJECTED, ValueError("a bug") if trouble == "raises" else None))
    if trouble == "hangs":
        other.go.clear()
    for one in (cast, alone):
        async with asyncio.timeout(SECONDS):
            assert [await one.send() for _ in range(3)]
    assert [row.disposition for row in cast.journal.decisions] == [row.disposition for row in alone.journal.decisions]
    assert cast.hop.calls == alone.hop.calls
    await scene.shadow.drain()
