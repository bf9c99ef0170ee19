from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from actors import MESSAGE, SECONDS, verdict
from host import until

from filter.judge.authresults import AuthResults
from filter.judge.mail import Envelope, Mail
from filter.judge.past import Past
from filter.judge.verdict import Verdict
from filter.smtp import apart as module
from filter.smtp.apart import NICE, Apart, ApartError

MAIL = Mail(
    MESSAGE,
    Envelope("192.0.2.1", "client.test", "ann@example.org", ("bob@example.net",)),
    Past(from_address=4),
    AuthResults("here", spf="pass"),
)
SLEEP = b"sleep"
SPIN = b"spin"
DIE = b"die"


def judge(mail: Mail) -> Verdict:
    """Does what the mail says."""
    if mail.content == SLEEP:
        time.sleep(60)
    while mail.content == SPIN:
        pass
    if mail.content == DIE:
        os.kill(os.getpid(), signal.SIGKILL)
    if mail.content == b"leave":
        os._exit(3)
    if mail.content == b"raise":
        raise ValueError("of this mail")
    return verdict(float(len(mail.content)))


@contextmanager
def apart(judge: Callable[[Mail], Verdict] = judge, seconds: float = 20.0) -> Iterator[Apart]:
    with closing(Apart(judge, seconds)) as made:
        yield made


async def failure(made: Apart, content: bytes) -> str:
    """The kind of its failure with this mail."""
    with pytest.raises(ApartError) as raised:
        await made.judge(Mail(content))
    return raised.value.kind


async def test_it_judges_the_very_mail_elsewhere() -> None:
    """The verdict is what the judge said of the whole mail: content, envelope, past and authentication, in another process."""

    def seen(mail: Mail) -> Verdict:
        return verdict(float(mail == MAIL and os.getpid() != ours))

    ours = os.getpid()
    with apart(seen) as made:
        assert await made.judge(MAIL) == verdict(1.0)


@pytest.mark.parametrize("octets", [0, 1, 5_000_000])
async def test_mail_of_any_size_goes_there(octets: int) -> None:
    """More than any socket takes at once, and nothing at all."""
    with apart() as made:
        assert (await made.judge(Mail(b"x" * octets))).score == octets
        assert (await made.judge(Mail(b"xy"))).score == 2


async def test_one_that_raises_goes_on() -> None:
    """An exception is told by its type, and the same process judges the next mail."""
    with apart(lambda mail: judge(mail) if mail.content else verdict(os.getpid())) as made:
        before = await made.judge(Mail(b""))
        assert await failure(made, b"raise") == "ValueError"
        assert await made.judge(Mail(b"")) == before


@pytest.mark.parametrize("content", [SLEEP, SPIN])
async def test_one_that_does_not_end_is_ended(content: bytes) -> None:
    """Past its time it is killed, whatever it is at, and another one judges the next mails."""
    with apart(seconds=0.2) as made:
        for _ in range(2):
            assert await failure(made, content) == "overdue"
            assert (await made.judge(Mail(b"xy"))).score == 2


async def test_one_that_outlives_its_alarm_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kernel's alarm does not end a judgement nobody waits for ever, and another one judges the next mails."""

    def deaf(mail: Mail) -> Verdict:
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        return judge(mail)

    monkeypatch.setattr(module, "GRACE_SECONDS", 0.2)
    with apart(deaf, seconds=0.2) as made:
        async with asyncio.timeout(SECONDS):
            for _ in range(2):
                assert await failure(made, SLEEP) == "overdue"
                monkeypatch.setattr(module, "GRACE_SECONDS", SECONDS)
                assert (await made.judge(Mail(b"xy"))).score == 2
                monkeypatch.setattr(module, "GRACE_SECONDS", 0.2)


async def test_a_nursery_that_stands_still_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mails fail in time while it does; once it goes on they are judged, and what it says late is not taken for later judges' end."""
    monkeypatch.setattr(module, "GRACE_SECONDS", 0.1)
    with apart(seconds=0.1) as made:
        os.kill(made._nursery, signal.SIGSTOP)
        async with asyncio.timeout(SECONDS):
            for content in (b"xy", b"x" * 5_000_000):
                assert await failure(made, content) == "overdue"
            monkeypatch.setattr(module, "GRACE_SECONDS", SECONDS)
            os.kill(made._nursery, signal.SIGCONT)
            assert (await made.judge(Mail(b"xy"))).score == 2
            assert await failure(made, b"leave") == "ended with status 3"


async def test_the_kernel_takes_the_judge_first() -> None:
    """Where memory ends the judge goes before any process of the relay; the nursery, which holds nothing of its own, does not."""

    def score(pid: int | str = "self") -> float:
        return float(Path(f"/proc/{pid}/oom_score_adj").read_text())

    with apart(lambda _: verdict(score())) as made:
        assert (await made.judge(MAIL)).score == 1000
        assert score(made._nursery) == score()


async def test_one_that_dies_is_replaced() -> None:
    """However it ends, it is told how, and another one judges the next mail."""
    with apart() as made:
        assert await failure(made, DIE) == "killed by signal 9"
        assert (await made.judge(Mail(b"xy"))).score == 2


async def test_without_its_nursery_it_only_fails() -> None:
    """Where all of it was killed, each mail fails at once."""
    with apart() as made:
        os.kill(made._nursery, signal.SIGKILL)
        await asyncio.to_thread(os.waitpid, made._nursery, 0)
        assert await failure(made, b"") == "no process"
        assert await failure(made, b"") == "no process"


async def test_it_gives_way_and_takes_no_signal_of_the_relay() -> None:
    """It has the lowest priority, is in a process group of its own, and a SIGTERM for all does not end it in a drain."""
    with apart(lambda _: verdict(float(os.nice(0)))) as made:
        assert (await made.judge(MAIL)).score == NICE
        assert os.getpgid(made._nursery) == made._nursery != os.getpgrp()
        os.killpg(made._nursery, signal.SIGTERM)
        assert (await made.judge(MAIL)).score == NICE


@pytest.mark.parametrize("listed", [True, False])
async def test_it_holds_on_to_nothing_of_the_relay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listed: bool) -> None:
    """No file or socket that is open here is open there: a port or a lock is free once the relay let go of it."""
    if not listed:
        monkeypatch.setattr(module, "Path", lambda _: tmp_path / "none")

    def has(_: Mail) -> Verdict:
        mine = (tmp_path / "open").stat()
        found = (os.fstat(number) for number in range(3, 100) if Path(f"/proc/self/fd/{number}").exists())
        return verdict(float(any(os.path.samestat(mine, one) for one in found)))

    with (tmp_path / "open").open("wb"), apart(has) as made:
        assert (await made.judge(MAIL)).score == 0


async def test_only_what_is_open_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No number that no descriptor has is tried: where the system cannot close a range at once, all of them would take minutes."""
    closed: list[int] = []
    monkeypatch.setattr(os, "closerange", lambda start, end: closed.extend((start, end)))
    with apart(lambda _: verdict(float(max(closed)))) as made:
        assert 3 < (await made.judge(MAIL)).score < 10_000


def living(pid: int) -> bool:
    """Whether a process runs; one that nobody waited for yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] not in "ZX"
    except FileNotFoundError:
        return False


async def test_it_ends_with_the_relay() -> None:
    """Once it is closed no process is left, though a judgement is under way that would not end."""
    with apart(lambda mail: judge(mail) if mail.content else verdict(float(os.getpid()))) as made:
        pids = (made._nursery, int((await made.judge(Mail(b""))).score))
        judging = asyncio.create_task(made.judge(Mail(SPIN)))
        await asyncio.sleep(0.05)
        assert all(map(living, pids))
        judging.cancel()
    await until(lambda: not any(map(living, pids)), "their end")


async def test_it_ends_where_nobody_closes_it() -> None:
    """A relay that is killed leaves no nursery and no judge behind."""
    made = Apart(lambda _: verdict(float(os.getpid())), 20.0)
    pid = int((await made.judge(MAIL)).score)
    assert living(pid)
    assert made._link
    made._link.close()
    made._line.close()
    await until(lambda: not living(pid) and not living(made._nursery), "its end")
    made.close()
