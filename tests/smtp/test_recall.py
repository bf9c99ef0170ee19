from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import pytest
from acquaintances import BOB, NOON, OWN, written
from actors import SECONDS

from filter.errors import StoreError
from filter.judge.correspondents import Correspondents, correspondents
from filter.judge.mail import Envelope, Mail
from filter.judge.past import Past
from filter.smtp import recall as module
from filter.smtp.recall import Recall
from filter.store.exchange import Exchange

MAIL = Mail(written(), Envelope(recipients=(BOB,)))
KNOWN = Past(from_address=4)


class History:
    """Knows everybody, or does what it is told to."""

    def __init__(self, does: Callable[[], object] = lambda: None, on_a_server: bool = False) -> None:
        self.does = does
        self.on_a_server = on_a_server
        self.asked: list[tuple[Correspondents, datetime]] = []
        self.recorded: list[Exchange] = []
        self.threads: set[int] = set()

    def past(self, who: Correspondents, when: datetime) -> Past:
        self.asked.append((who, when))
        self.threads.add(threading.get_ident())
        self.does()
        return KNOWN

    def record(self, exchanges: Sequence[Exchange], /) -> None:
        self.does()
        self.recorded += exchanges


def fail() -> None:
    raise StoreError("database is locked")


@pytest.mark.parametrize("on_a_server", [False, True])
async def test_a_mail_gets_its_past(on_a_server: bool) -> None:
    """It is what it was, with what the history says of it; one on a server is asked off the event loop."""
    history = History(on_a_server=on_a_server)
    mail, who = await Recall(history, OWN).recalled(MAIL, NOON)
    assert mail == Mail(MAIL.content, MAIL.envelope, KNOWN)
    assert history.asked == [(correspondents(MAIL), NOON)] == [(who, NOON)]
    assert (threading.get_ident() in history.threads) is not on_a_server


async def test_a_history_that_fails(logged: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """The mail has no past, which is logged and counted; for a while the history is not asked again, and then it is."""
    history = History(fail)
    recall = Recall(history, OWN)
    for _ in range(3):
        mail, who = await recall.recalled(MAIL, NOON)
        assert (mail, who) == (MAIL, correspondents(MAIL))
    assert len(history.asked) == 1
    assert recall.failed == 3
    assert [(event["event"], event["cause"], event["failed"]) for event in logged] == [
        ("history not asked", "StoreError: database is locked", 1)
    ]
    history.does = lambda: None
    later = time.monotonic() + module.REST_SECONDS
    monkeypatch.setattr(module.time, "monotonic", lambda: later)
    assert (await recall.recalled(MAIL, NOON))[0].past == KNOWN


async def test_a_server_that_does_not_answer() -> None:
    """After a moment the mail goes on without a past."""
    go = threading.Event()
    recall = Recall(History(lambda: go.wait(SECONDS), on_a_server=True), OWN)
    began = time.monotonic()
    mail, _ = await recall.recalled(MAIL, NOON)
    assert time.monotonic() - began < SECONDS / 2
    assert mail.past is None
    go.set()


async def test_a_mail_that_cannot_be_read(logged: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a mail does to the reading of it, it goes on as it came and is not remembered."""

    def broken(_: Mail) -> Correspondents:
        raise RecursionError

    monkeypatch.setattr(module, "correspondents", broken)
    assert await Recall(History(), OWN).recalled(MAIL, NOON) == (MAIL, None)
    assert len(logged) == 1


async def test_a_delivered_mail_is_remembered() -> None:
    """For the recipients that got it, in and out, once it is flushed."""
    history = History()
    recall = Recall(history, OWN)
    recall.learn(correspondents(MAIL), Envelope(sender="x@y.example", recipients=("Eve@acme.example",)), NOON)
    out = Mail(written("Bob <bob@acme.example>"))
    recall.learn(correspondents(out), Envelope(sender=BOB, recipients=("pia@supplier.example",)), NOON)
    recall.learn(correspondents(out), Envelope(sender="", recipients=("pia@supplier.example",)), NOON)
    await recall.flush()
    assert [(one.received, one.sent) for one in history.recorded] == [(("eve@acme.example",), ()), ((), ("pia@supplier.example",))]


async def test_what_cannot_be_remembered_is_lost(logged: list[Any]) -> None:
    """A history that cannot be written costs nobody anything, and the log says so."""
    recall = Recall(History(fail), OWN)
    recall.learn(correspondents(MAIL), Envelope(recipients=(BOB,)), NOON)
    async with asyncio.timeout(SECONDS):
        await recall.flush()
    assert [event["event"] for event in logged] == ["history lost mails"]
