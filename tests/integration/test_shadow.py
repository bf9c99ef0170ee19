"""Two judges, or two policies, on the mail of one real relay: what differs is kept and shown, and nobody who sends mail notices."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from actors import HAM, HELD, MESSAGE, SECONDS, Client, NextHop, Stage, verdict
from host import until
from invented import random_bundle
from served import Served, configure, serving

from filter.assemble import RULES, Trial
from filter.cli.live import show
from filter.config.file import load
from filter.config.schema import Config
from filter.judge.mail import Mail
from filter.judge.policy import Policies, Policy, Thresholds
from filter.judge.verdict import Verdict
from filter.smtp import recorder, shadow
from filter.smtp.apart import Apart
from filter.smtp.relay import Relay
from filter.smtp.shadow import Shadow
from filter.store.differences import Differences
from filter.store.shipped import shipped

MAILS = 6
TAGGING = Policies(Policy(overall=Thresholds(tag=-9.0)))


@pytest.fixture(autouse=True)
def _prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "GATHER_SECONDS", 0.0)
    monkeypatch.setattr(shadow, "AFTER_SECONDS", 0.0)


def stored(folder: Path) -> Config:
    return Config.model_validate({"store": {"journal": f"sqlite:///{folder}/journal.db"}, "shadow": {"config": "next.toml"}})


def shown(config: Config, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What `sievert tune --live --format jsonl` prints."""
    capsys.readouterr()  # the relay's log
    show(config, "jsonl")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@asynccontextmanager
async def relaying(
    stage: Stage, folder: Path, policies: Policies, judge: Callable[[Mail], Verdict] | None = None, seconds: float = 20.0
) -> AsyncIterator[Relay]:
    """The stage's relay with a shadow, which keeps what it finds in `folder`."""
    apart = Apart(judge, seconds) if judge else None
    config = Config.model_validate({"relay": stage.settings, "listen": [stage.listen], "next_hop": stage.next_hop})
    with closing(Differences(stored(folder).store.journal)) as differences:
        made = partial(Shadow, Trial("t1", None, policies), stage.policies, differences, apart)
        async with Relay(config, stage.judge, stage.policies, stage.quarantine, stage.journal, shadow=made) as relay:
            yield relay
    if apart:
        apart.close()


async def sent(relay: Relay, mails: int = MAILS) -> list[str]:
    """The replies to so many mails over one connection, each in time."""
    client = await Client.greeted(relay.port)
    async with asyncio.timeout(SECONDS):
        replies = [await client.send(b"Subject: %d\r\n" % number + MESSAGE) for number in range(mails)]
    await client.close()
    return replies


async def test_two_policies_are_compared(stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each mail is delivered as the live one says; what the other would have done is kept with the reasons, and shown."""
    async with relaying(stage, tmp_path, TAGGING) as relay:
        replies = await sent(relay)
    assert all(reply.startswith("250 ") for reply in replies)
    assert not any(b"X-Spam-Flag: YES" in mail for mail in stage.delivered())
    *found, last = shown(stored(tmp_path), capsys)
    assert [(one["live"]["disposition"], one["shadow"]["disposition"]) for one in found] == [("deliver", "tag")] * MAILS
    assert {one["id"] for one in found} == {decision.verdict.id for decision in stage.journal.decisions}
    assert (last["summary"]["compared"], last["summary"]["caught"]["rate"]) == (MAILS, 1.0)


async def test_two_judges_are_compared(stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second one, in its own process, sees each mail as the first one did."""

    def other(mail: Mail) -> Verdict:
        assert mail.envelope
        assert mail.envelope.sender == "ann@example.org"
        return verdict(HELD if b"Subject: 3\r\n" in mail.content else HAM)

    async with relaying(stage, tmp_path, stage.policies, other) as relay:
        await sent(relay)
    (found, last) = shown(stored(tmp_path), capsys)
    assert (found["live"]["score"], found["shadow"]["score"], found["shadow"]["disposition"]) == (HAM, HELD, "quarantine")
    assert last["summary"]["pairs"][0] == {"live": "deliver", "shadow": "deliver", "mails": MAILS - 1}
    assert stage.quarantine.held == []


def fails(mail: Mail) -> Verdict:
    raise ValueError(mail)


def hangs(mail: Mail) -> Verdict:
    while True:
        len(mail.content)


def sleeps(_: Mail) -> Verdict:
    time.sleep(60)
    raise AssertionError


def dies(_: Mail) -> Verdict:
    os._exit(3)


@pytest.mark.parametrize("trouble", [fails, hangs, sleeps, dies])
async def test_a_shadow_in_trouble_changes_nothing(
    stage: Stage, tmp_path: Path, trouble: Callable[[Mail], Verdict], capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the second judge does, every client has its reply in time and every mail its disposition; the failures are counted."""
    async with NextHop().running() as next_hop:
        stage.hand_on_to(next_hop.port)
        async with relaying(stage, tmp_path, stage.policies, trouble, seconds=0.05) as relay:
            assert all(reply.startswith("250 ") for reply in await sent(relay))
    assert len(next_hop.accepted) == MAILS
    assert stage.journal.outcomes == ["delivered"] * MAILS
    assert not relay.site.stuck.is_set()
    (last,) = shown(stored(tmp_path), capsys)
    assert (last["summary"]["compared"], last["summary"]["failed"] + last["summary"]["dropped"]) == (0, MAILS)
    assert last["summary"]["failed"] > 0


async def test_a_slow_shadow_drops_what_does_not_fit(
    stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past the queue's bound mails are dropped and counted, in what is shown too, and none of their clients waits."""
    monkeypatch.setattr(shadow, "MAX_WAITING", 2)
    monkeypatch.setattr(shadow, "DRAIN_SECONDS", 0.1)
    async with relaying(stage, tmp_path, stage.policies, sleeps) as relay:
        assert all(reply.startswith("250 ") for reply in await sent(relay, 10))
        assert relay.site.shadow
        assert relay.site.shadow.dropped >= 7
    (last,) = shown(stored(tmp_path), capsys)
    assert (last["summary"]["compared"], last["summary"]["dropped"]) == (0, 10)


async def test_what_waits_for_the_shadow_takes_no_clients_room(stage: Stage, tmp_path: Path) -> None:
    """Where content in flight is short, mail that waits for a second judgement gives way: nobody hears 452 because of it."""
    stage.settings |= {"max_in_flight_bytes": 100_000}
    big = b"\r\n" + b"x" * 60_000 + b"\r\n"
    async with relaying(stage, tmp_path, stage.policies, sleeps) as relay:
        client = await Client.greeted(relay.port)
        assert [(await client.send(big))[:3] for _ in range(6)] == ["250"] * 6
        await client.close()
        assert relay.site.shadow
        assert relay.site.shadow.dropped >= 3
        assert relay.site.shadow._working
        relay.site.shadow._working.cancel()


def try_out(folder: Path, tried: str, *live: str) -> None:
    """Write a configuration with a model and few rules, and what is tried beside it."""
    if not (folder / "rules").exists():
        random_bundle(folder / "model")
        random_bundle(folder / "other", seed=2)
        shutil.copytree(shipped(RULES) / "bec", folder / "rules" / "bec")
    judge = '[model]\npath = "model"\n[rules]\npath = "rules"\n'
    configure(folder, judge, '[shadow]\nconfig = "next.toml"\n', *live)
    text = (folder / "sievert.toml").read_text().replace("[store]\n", f'[store]\nlessons = "sqlite:///{folder}/lessons.db"\n')
    (folder / "sievert.toml").write_text(text)
    (folder / "next.toml").write_text(tried)


def children(pid: int) -> list[int]:
    """The processes that a process made."""
    return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]


async def mailed(served: Served, port: int, mails: int = 3) -> list[str]:
    """The replies to so many mails, once all of them were looked at again."""
    client = await Client.greeted(port)
    replies = [await client.send() for _ in range(mails)]
    await client.close()
    served.process.send_signal(signal.SIGTERM)
    assert await served.ended() == 0
    return replies


@pytest.mark.parametrize("model", ["model", "other"])
async def test_serve_tries_a_second_configuration(
    tmp_path: Path, model: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command says who judges in shadow; with another policy, or another model as well, differences are there after its end, and
    no process is left."""
    rows = {row: f"{row} = {{tag = inf, quarantine = inf, reject = inf}}\n" for row in ("overall", "spam", "bec")}
    delivering = "[policy]\n" + "".join(rows.values())
    tagging = "[policy]\noverall = {tag = -99, quarantine = inf, reject = inf}\n" + rows["spam"] + rows["bec"]
    try_out(
        tmp_path,
        f'model.path = "{model}"\nrules.path = "rules"\n{tagging}',
        delivering,
    )
    async with serving(tmp_path) as served:
        port = await served.port()
        (told,) = served.logged("judging in shadow")
        assert (told["tried"], told["judged_again"]) == ("next.toml", model == "other")
        assert (told["model"] == told["shadow_model"]) is (model == "model")
        (worker,) = served.workers()
        nurseries = children(worker)
        assert len(nurseries) == (model == "other")
        assert [reply[:3] for reply in await mailed(served, port)] == ["250"] * 3
    await until(lambda: not any(map(os.path.exists, (f"/proc/{pid}" for pid in nurseries))), "its end")
    monkeypatch.chdir(tmp_path)
    *found, last = shown(load(tmp_path / "sievert.toml"), capsys)
    assert [(one["live"]["disposition"], one["shadow"]["disposition"]) for one in found] == [("deliver", "tag")] * 3
    assert (found[0]["live"]["model"], found[0]["shadow"]["model"]) == (told["model"], told["shadow_model"])
    assert (last["summary"]["compared"], last["summary"]["dropped"], last["summary"]["failed"]) == (3, 0, 0)


async def test_a_shadow_that_cannot_be_loaded_is_an_error(tmp_path: Path) -> None:
    """At the start it is told and nothing is served; at a reload the old state stays in force."""
    try_out(tmp_path, 'model.path = "none"\n')
    async with serving(tmp_path) as served:
        assert await served.ended() == 2
    assert "none" in served.errors()
    try_out(tmp_path, "policy.overall.tag = 1.5\n")
    (tmp_path / "next.toml").write_text('model.path = "model"\nrules.path = "rules"\npolicy.overall.tag = 1.5\n')
    async with serving(tmp_path) as served:
        port = await served.port()
        (tmp_path / "next.toml").unlink()
        told = await served.hung_up("not reloaded")
        assert "shadow.config: next.toml" in told["cause"]
        assert [reply[:3] for reply in await mailed(served, port, 1)] == ["250"]
