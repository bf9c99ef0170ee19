"""What becomes of a mail that could not be judged, or not in time."""

from __future__ import annotations

import asyncio
import email
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from actors import HELD, MESSAGE
from cast import BEHIND, BOB, EVE, LMTP, Broken, Cast, Stuck, codes, rows

from filter.judge.mail import Mail
from filter.judge.verdict import Verdict
from filter.smtp import replies, told
from filter.smtp.commit import INLINE_OCTETS
from filter.smtp.plan import HEADER_OCTETS, MAX_HOPS
from filter.smtp.session import Session

LONG = b"\r\n" + b"x" * INLINE_OCTETS + b"\r\n"
LOOP = b"Received: x\r\n" * (MAX_HOPS + 1) + MESSAGE
ENDLESS = b"A: " + b"b" * HEADER_OCTETS + b"\r\n\r\n"
BARE = MESSAGE + b"bare\n"


pytestmark = pytest.mark.usefixtures("logged")


@pytest.fixture
async def cast() -> Cast:
    return Cast()


def spin(mail: Mail) -> Verdict:
    """A judgement that does not end by itself."""
    while True:
        len(mail.content)


@pytest.mark.parametrize("listen", [{}, BEHIND, LMTP])
@pytest.mark.parametrize("size", [b"", LONG])
async def test_a_judge_that_fails_is_temporary(listen: dict[str, str], size: bytes, logged: list[Any]) -> None:
    """A bug in judging is a 451 without a trace of it in the reply; log and journal have it, and it is counted."""
    cast = Cast(listen)
    cast.judge.error = ValueError("secret")
    assert await cast.send(MESSAGE + size, BOB, EVE) == (replies.LOCAL_ERROR,) * 2
    assert cast.hop.taken == cast.quarantine.held == []
    assert rows(cast) == [((BOB, EVE), "deliver", "tempfail")]
    assert cast.journal.decisions[0].disposition.cause == "unjudged: error"
    assert cast.site.unjudged == 1
    assert any("secret" in str(event.get("judging")) for event in logged)
    assert not cast.site.stuck.is_set()


@pytest.mark.parametrize("size", [b"", LONG])
async def test_mail_that_could_not_be_judged_is_delivered_where_told_to(size: bytes) -> None:
    """It says so in its header, as does the journal, and it has no forged header of ours."""
    cast = Cast(on_failure="deliver")
    cast.judge.error = ValueError("secret")
    assert codes(await cast.send(b"X-Sievert-Verdict: forged\r\n" + MESSAGE + size, BOB, EVE)) == [250, 250]
    ((whom, taken),) = cast.hop.taken
    assert whom == (0, 1)
    assert email.message_from_bytes(taken).get_all("X-Sievert-Verdict") == ["unjudged; cause=error"]
    assert taken.endswith(MESSAGE + size)
    assert rows(cast) == [((BOB, EVE), "deliver", "delivered")]


@pytest.mark.parametrize("on_failure", ["tempfail", "deliver"])
async def test_a_judgement_that_is_overdue_inline(on_failure: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is interrupted: the event loop goes on, and no process has to end for it."""
    cast = Cast(judge_seconds=0.05, on_failure=on_failure)
    monkeypatch.setattr(cast.judge, "judge", spin)
    answers = await asyncio.wait_for(cast.send(), 10)
    assert codes(answers) == [250 if on_failure == "deliver" else 451]
    assert [b"unjudged; cause=deadline" in taken for _, taken in cast.hop.taken] == ([True] if on_failure == "deliver" else [])
    assert cast.journal.decisions[0].disposition.cause == "unjudged: deadline"
    assert not cast.site.stuck.is_set()
    assert cast.untouched


@pytest.mark.parametrize("on_failure", ["tempfail", "deliver"])
async def test_a_judgement_that_is_overdue_in_a_thread(on_failure: str, stuck: Stuck) -> None:
    """Nothing stops a thread: the mail is answered, and the relay knows that this process should end."""
    cast = Cast(judge_seconds=0.05, on_failure=on_failure)
    cast.site.judge = stuck
    answers = await asyncio.wait_for(cast.send(LONG), 10)
    assert codes(answers) == [250 if on_failure == "deliver" else 451]
    assert [b"unjudged; cause=deadline" in taken for _, taken in cast.hop.taken] == ([True] if on_failure == "deliver" else [])
    assert cast.site.stuck.is_set()
    assert cast.untouched


async def test_a_judgement_that_waits_for_its_turn_is_not_overdue() -> None:
    """Time runs from where a thread takes it up: many long mails at a time are slow, not stuck."""
    cast = Cast(judge_seconds=1.0)
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(2))
    judge = cast.judge.judge

    def slowly(mail: Mail) -> Verdict:
        threading.Event().wait(0.3)
        return judge(mail)

    cast.judge.judge = slowly  # type: ignore[method-assign]
    sessions = [Session(cast.site, cast.listen, cast.session.peer) for _ in range(12)]
    for cast.session in sessions:
        (await cast.address()).add(LONG)
    await asyncio.gather(*(session.finish() for session in sessions))
    assert not cast.site.stuck.is_set()
    assert cast.site.unjudged == 0


async def test_a_stuck_judgement_keeps_nobody_from_the_quarantine(cast: Cast, stuck: Stuck) -> None:
    """Threads that do not return are the judge's own: other mail is held, and answered, meanwhile."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    prompt, cast.site.judge = cast.judge, stuck
    (await cast.address()).add(LONG)
    waiting = asyncio.create_task(cast.session.finish())
    await stuck.begun.wait()
    cast.site.judge, prompt.score = prompt, HELD
    (await cast.address()).add(MESSAGE)
    assert codes(await asyncio.wait_for(cast.session.finish(), 5)) == [250]
    stuck.go.set()
    await waiting


@pytest.mark.parametrize(("octets", "aside"), [(INLINE_OCTETS, False), (INLINE_OCTETS + 1, True)])
async def test_long_content_is_judged_aside(cast: Cast, octets: int, aside: bool) -> None:
    """Content past INLINE_OCTETS does not keep the event loop from other clients."""
    threads: list[threading.Thread] = []
    judge = cast.judge.judge

    def noting(mail: Mail) -> Verdict:
        threads.append(threading.current_thread())
        return judge(mail)

    cast.judge.judge = noting  # type: ignore[method-assign]
    assert codes(await cast.send(b"\r\n" + b"x" * (octets - 4) + b"\r\n")) == [250]
    assert (threads[0] is not threading.main_thread()) is aside


@pytest.mark.parametrize("content", [LOOP, ENDLESS, BARE], ids=["loop", "endless", "bare"])
async def test_behind_a_queue_what_cannot_pass_is_held_unjudged(content: bytes) -> None:
    """A mail that loops must not go on looping because it could not be judged."""
    cast = Cast(BEHIND, bare_newlines="refuse", on_failure="deliver")
    cast.judge.error = ValueError("secret")
    assert codes(await cast.send(content)) == [250]
    assert cast.hop.taken == []
    assert len(cast.quarantine.held) == 1


async def test_a_log_that_fails_with_the_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mail that could not be judged is delivered where told to, though the log cannot be told of it."""
    cast = Cast(on_failure="deliver")
    cast.judge.error = ValueError("secret")
    monkeypatch.setattr(told, "log", Broken())
    assert codes(await cast.send()) == [250]
    assert len(cast.hop.taken) == 1
