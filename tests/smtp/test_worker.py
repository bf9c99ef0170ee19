from __future__ import annotations

import asyncio
import os
import signal
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import pytest
from actors import MESSAGE, Client, NextHop, Stage, verdict

from filter.config.relay import Listen
from filter.errors import UsageError
from filter.judge.mail import Mail
from filter.judge.verdict import Verdict
from filter.smtp import relay as relay_module
from filter.smtp import worker as module
from filter.smtp.ports import opened
from filter.smtp.relay import Relay
from filter.smtp.worker import BEAT_SECONDS, Heart, live

CLOSING = "421 "
LONG = MESSAGE + b"x" * 70 * 1000 + b"\r\n"


@dataclass
class Life:
    """A worker's life under way, in this process."""

    relay: Relay
    task: asyncio.Task[None]
    heart: Heart
    parent: int
    port: int = 0

    async def over(self) -> None:
        """Once it is."""
        await asyncio.wait_for(self.task, 20)


@asynccontextmanager
async def living(stage: Stage, *sockets: socket.socket) -> AsyncIterator[Life]:
    """A worker that listens, on the supervisor's sockets if it is given some; `parent` is the supervisor's end of its lifeline."""
    lifeline, parent = os.pipe()
    relay, heart, ready = stage.relay().on([list(sockets)] if sockets else []), Heart(), asyncio.Event()
    life = Life(relay, asyncio.create_task(live(relay, heart, lifeline, ready.set)), heart, parent)
    try:
        await asyncio.wait([asyncio.create_task(ready.wait()), life.task], return_when=asyncio.FIRST_COMPLETED)
        life.port = relay.port
        yield life
    finally:
        for descriptor in (lifeline, parent):
            with suppress(OSError):
                os.close(descriptor)
        if not life.task.done():
            life.task.cancel()
        await asyncio.gather(life.task, return_exceptions=True)


def by_signal(number: signal.Signals) -> Callable[[Life], None]:
    """This process is the worker, so it tells itself."""
    return lambda _: os.kill(os.getpid(), number)


def orphaned(life: Life) -> None:
    """The supervisor is gone, and its end of the lifeline with it."""
    os.close(life.parent)


def test_a_heart_is_heard_in_the_process_it_was_made_in() -> None:
    """What a forked process beats is heard by its parent, in seconds of silence."""
    heart = Heart()
    time.sleep(0.2)
    assert 0.2 <= heart.silent < 10
    child = os.fork()
    if child == 0:
        heart.beat()
        os._exit(0)
    os.waitpid(child, 0)
    assert heart.silent < 0.2


async def test_it_beats_while_its_loop_runs(stage: Stage) -> None:
    """The heart is silent for little more than BEAT_SECONDS; when the loop stands still it is, for as long as that takes."""
    async with living(stage) as life:
        await asyncio.sleep(BEAT_SECONDS + 0.2)
        assert life.heart.silent <= BEAT_SECONDS + 0.1
        time.sleep(BEAT_SECONDS + 0.4)  # noqa: ASYNC251  (to stand still is the point)
        assert life.heart.silent > BEAT_SECONDS


async def test_it_says_that_it_is_ready_once_it_listens(stage: Stage) -> None:
    """When `ready` is called clients are served; a relay that cannot listen never calls it."""
    async with living(stage) as life:
        await (await Client.greeted(life.port)).close()
    lifeline, parent = os.pipe()
    stage.next_hop["path"] = "/proc/none"
    with pytest.raises(UsageError):
        await live(stage.relay(), Heart(), lifeline, lambda: pytest.fail("not ready"))
    os.close(lifeline)
    os.close(parent)


@pytest.mark.parametrize("end", [by_signal(signal.SIGTERM), orphaned], ids=["SIGTERM", "orphaned"])
async def test_it_drains_when_it_is_told_to_stop_or_alone(stage: Stage, end: Callable[[Life], None]) -> None:
    """A transaction under way is finished, who has none is let go with 421, and nobody new is taken."""
    async with living(stage) as life:
        busy, idle = await Client.greeted(life.port), await Client.greeted(life.port)
        await busy.begin()
        end(life)
        assert (await idle.reply()).startswith(CLOSING)
        with pytest.raises(ConnectionRefusedError):
            await Client.connect(life.port)
        assert (await busy.finish(b"Subject: x\r\n\r\n.\r\n")).startswith("250 ")
        assert (await busy.reply()).startswith(CLOSING)
        await life.over()
    assert len(stage.delivered()) == 1


async def test_a_session_goes_on_when_new_workers_take_over(stage: Stage) -> None:
    """After SIGUSR1 nobody new is taken; a client that was there sends one mail after another, and the end comes with its last."""
    async with living(stage) as life:
        client = await Client.greeted(life.port)
        by_signal(signal.SIGUSR1)(life)
        await asyncio.sleep(0.1)
        with pytest.raises(ConnectionRefusedError):
            await Client.connect(life.port)
        for _ in range(3):
            assert (await client.send()).startswith("250 ")
            await asyncio.sleep(0.1)
        assert not life.task.done()
        assert (await client.say("QUIT")).startswith("221 ")
        await life.over()
    assert len(stage.delivered()) == 3


@pytest.mark.parametrize("turns", range(8))
@pytest.mark.parametrize("number", [signal.SIGUSR1, signal.SIGTERM])
async def test_whoever_connects_as_it_goes_is_answered_or_left_to_the_next(stage: Stage, number: signal.Signals, turns: int) -> None:
    """However many turns of the loop after the signal clients connect: each is answered, or waits in the queue for another worker."""
    loop = asyncio.get_running_loop()
    with opened(Listen(port=0)) as queue:
        async with living(stage, queue.dup()) as life:
            by_signal(number)(life)
            for _ in range(turns):
                await asyncio.sleep(0)
            clients = [socket.create_connection(queue.getsockname()) for _ in range(3)]
            await asyncio.sleep(0.2)
            queue.setblocking(False)
            with suppress(BlockingIOError):
                while True:
                    queue.accept()[0].sendall(b"next")
            for client in clients:
                client.setblocking(False)
                assert (await asyncio.wait_for(loop.sock_recv(client, 100), 5))[:4] in {b"220 ", b"421 ", b"next"}
                client.close()
            await life.over()


async def test_without_clients_it_leaves_at_once(stage: Stage) -> None:
    """A worker that nobody is connected to does not wait for anything."""
    async with living(stage) as life:
        by_signal(signal.SIGUSR1)(life)
        await asyncio.wait_for(life.over(), 2)


async def test_a_silent_client_does_not_keep_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it leaves, a client between transactions may be silent for LEAVE_IDLE_SECONDS; one within a transaction for longer."""
    monkeypatch.setattr(relay_module, "LEAVE_IDLE_SECONDS", 0.3)
    async with living(stage) as life:
        silent, busy = await Client.greeted(life.port), await Client.greeted(life.port)
        await busy.begin()
        by_signal(signal.SIGUSR1)(life)
        assert (await asyncio.wait_for(silent.reply(), 5)).startswith(CLOSING)
        await asyncio.sleep(0.2)
        assert (await busy.finish(b"Subject: x\r\n\r\n.\r\n")).startswith("250 ")
        await life.over()


async def test_clients_that_go_do_not_give_time_to_one_that_stays(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A silent client's time runs out, however many others take their leave meanwhile."""
    monkeypatch.setattr(relay_module, "LEAVE_IDLE_SECONDS", 0.5)
    async with living(stage) as life:
        silent, *others = [await Client.greeted(life.port) for _ in range(12)]
        dismissed = asyncio.create_task(silent.reply())
        by_signal(signal.SIGUSR1)(life)
        for other in others:
            await asyncio.sleep(0.1)
            await other.say("QUIT")
        await asyncio.sleep(0.1)
        assert dismissed.done()
        dismissed.cancel()


async def test_it_leaves_for_a_time_and_then_drains(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that always has something to say does not keep a replaced worker for more than LEAVE_SECONDS."""
    monkeypatch.setattr(relay_module, "LEAVE_SECONDS", 0.5)
    async with living(stage) as life:
        client = await Client.greeted(life.port)
        by_signal(signal.SIGUSR1)(life)
        said = ""
        while not said.startswith(CLOSING):
            said = await client.say("NOOP")
            assert said[:3] in {"250", "421"}
            await asyncio.sleep(0.05)
        await life.over()


@pytest.mark.parametrize("end", [by_signal(signal.SIGTERM), orphaned], ids=["SIGTERM", "orphaned"])
async def test_a_worker_that_leaves_can_still_be_stopped(stage: Stage, end: Callable[[Life], None]) -> None:
    """Told to stop, or orphaned, while it waits for a client, it drains."""
    async with living(stage) as life:
        client = await Client.greeted(life.port)
        by_signal(signal.SIGUSR1)(life)
        await asyncio.sleep(0.1)
        end(life)
        assert (await asyncio.wait_for(client.reply(), 5)).startswith(CLOSING)
        await life.over()


class Endless:
    """A judge that does not come back from a long mail until it is let go."""

    def __init__(self) -> None:
        self.freed = threading.Event()

    def judge(self, mail: Mail) -> Verdict:
        """Never, or at once."""
        if len(mail.content) > len(MESSAGE):
            self.freed.wait(30)
        return verdict()


async def test_a_judgement_that_does_not_end_ends_the_worker(stage: Stage, monkeypatch: pytest.MonkeyPatch, logged: list[Any]) -> None:
    """The client hears 451 in time, others finish, and then the process ends without waiting for its thread."""
    ended: list[int] = []
    monkeypatch.setattr(module.os, "_exit", ended.append)
    stage.judge = endless = Endless()  # type: ignore[assignment]
    stage.settings["judge_seconds"] = 0.3
    async with living(stage) as life:
        client, other = await Client.greeted(life.port), await Client.greeted(life.port)
        await other.begin()
        assert (await client.send(LONG)).startswith("451 ")
        assert (await other.finish(b"Subject: x\r\n\r\n.\r\n")).startswith("250 ")
        await life.over()
        endless.freed.set()
    assert ended == [1]
    assert any("does not end" in event["event"] for event in logged)
    assert len(stage.delivered()) == 1


async def test_what_was_promised_is_kept_to_the_last(stage: Stage) -> None:
    """It ends only when the journal has every decision and the next hop every goodbye."""
    async with NextHop().running() as hop:
        stage.hand_on_to(hop.port)
        async with living(stage) as life:
            client = await Client.greeted(life.port)
            await client.begin()
            by_signal(signal.SIGTERM)(life)
            await asyncio.sleep(0.1)
            assert (await client.finish(b"Subject: x\r\n\r\n.\r\n")).startswith("250 ")
            await life.over()
        assert stage.journal.outcomes == ["delivered"]
        assert len(hop.accepted) == 1
        assert hop.heard[-1] == "QUIT"
