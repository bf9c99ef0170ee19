from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from actors import MESSAGE, verdict
from host import until

from filter.judge.authresults import AuthResults
from filter.judge.mail import Envelope, Mail
from filter.judge.past import Past
from filter.judge.verdict import Verdict
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


async def test_it_holds_on_to_nothing_of_the_relay(tmp_path: Path) -> None:
    """No file or socket that is open here is open there: a port or a lock is free once the relay let go of it."""

    def has(_: Mail) -> Verdict:
        mine = (tmp_path / "open").stat()
        found = (os.fstat(number) for number in range(3, 100) if Path(f"/proc/self/fd/{number}").exists())
        return verdict(float(any(os.path.samestat(mine, one) for one in found)))

    with (tmp_path / "open").open("wb"), apart(has) as made:
        assert (await made.judge(MAIL)).score == 0


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
