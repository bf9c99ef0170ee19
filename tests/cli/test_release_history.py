"""A released message and the history: it counts as delivered."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from acquaintances import BOB, EVE, NOON, past, written
from actors import HELD, SECONDS, NextHop, verdict

from filter.cli import release
from filter.cli.release import Outcome, release_one
from filter.config.schema import Config
from filter.judge.correspondents import Correspondents
from filter.judge.mail import Envelope, Mail
from filter.judge.past import Past
from filter.judge.policy import Action, Disposition
from filter.store.history import opened
from filter.store.quarantine import Quarantine


@pytest.fixture
def quarantine(tmp_path: Path) -> Iterator[Quarantine]:
    with closing(Quarantine(f"sqlite:///{tmp_path}/quarantine.db")) as it:
        yield it


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/history.db"


async def released(quarantine: Quarantine, url: str, hop: NextHop, days: int = 730) -> Outcome:
    """A message from Pia for Bob and Eve, held and released."""
    envelope = Envelope("192.0.2.1", "client.test", "pia@supplier.example", (BOB, EVE))
    held = quarantine.hold(Mail(written(), envelope), verdict(HELD), Disposition(Action.QUARANTINE, "spam"), NOON)
    times = dict.fromkeys(("connect_seconds", "reply_seconds", "handover_seconds", "done_seconds"), SECONDS)
    next_hop: dict[str, Any] = {"kind": "lmtp", "servers": [f"127.0.0.1:{hop.port}"], **times}
    site = {"domains": ["acme.example"]}
    config = Config.model_validate({"next_hop": next_hop, "history": {"url": url, "days": days}, "site": site})
    return await asyncio.to_thread(release_one, quarantine, config, held)


def known(url: str, to: str = BOB) -> Past:
    with opened(url, 730, create=True) as history:
        return past(history, written(to=to))


async def test_a_released_message_was_delivered(quarantine: Quarantine, url: str) -> None:
    """Its sender is known by it, to those who got it."""
    assert known(url) == Past()
    async with NextHop(lmtp=True, says={"dot 2": "552 5.2.2 full"}).running() as hop:
        assert (await released(quarantine, url, hop)).released
    assert (known(url).from_address, known(url).between, known(url, EVE).between) == (1, 1, 0)


async def test_what_was_not_released_is_not_known(quarantine: Quarantine, url: str) -> None:
    """Where the next hop refuses it, nobody becomes known."""
    assert known(url) == Past()
    async with NextHop(lmtp=True, says={"RCPT": "550 5.1.1 no such user"}).running() as hop:
        assert not (await released(quarantine, url, hop)).released
    assert known(url) == Past()


@pytest.mark.parametrize("days", [0, 730])
async def test_where_no_history_is_kept(quarantine: Quarantine, url: str, tmp_path: Path, days: int) -> None:
    """Or none was begun, the release is as good, and none is made for whoever runs it."""
    async with NextHop(lmtp=True).running() as hop:
        outcome = await released(quarantine, url, hop, days)
    assert (outcome.released, outcome.reply) == (True, "250 2.0.0 queued as 4711")
    assert not (tmp_path / "history.db").exists()


async def test_a_broken_history(quarantine: Quarantine, url: str, tmp_path: Path) -> None:
    """It was released all the same, and the reply says what is missing."""
    (tmp_path / "history.db").write_bytes(b"no database" * 1000)
    async with NextHop(lmtp=True).running() as hop:
        outcome = await released(quarantine, url, hop)
    assert outcome.released
    assert "; but the history does not know it: " in outcome.reply


async def test_a_bug_in_remembering(quarantine: Quarantine, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens once the next hop has it, the outcome is that of a release."""

    def broken(_: Mail) -> Correspondents:
        raise RecursionError

    monkeypatch.setattr(release, "correspondents", broken)
    async with NextHop(lmtp=True).running() as hop:
        outcome = await released(quarantine, url, hop)
    assert outcome.released
    assert outcome.reply.endswith("; but the history does not know it: RecursionError")
