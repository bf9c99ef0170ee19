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
from filter.judge.authresults import AuthResults
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
        self.is_closed = False

    def past(self, who: Correspondents, when: datetime) -> Past:
        self.asked.append((who, when))
        self.threads.add(threading.get_ident())
        self.does()
        return KNOWN

    def record(self, exchanges: Sequence[Exchange], /) -> None:
        self.does()
        self.recorded += exchanges

    def close(self) -> None:
        self.is_closed = True


def fail() -> None:
    raise StoreError("database is locked")


@pytest.mark.parametrize("on_a_server", [False, True])
async def test_a_mail_gets_its_past(on_a_server: bool) -> None:
    """It is what it was, with what the history says of it; one on a server is asked off the event loop."""
    history = History(on_a_server=on_a_server)
    mail, who = await Recall(lambda: history, OWN).recalled(MAIL, NOON)
    assert mail == Mail(MAIL.content, MAIL.envelope, KNOWN)
    assert history.asked == [(correspondents(MAIL), NOON)] == [(who, NOON)]
    assert (threading.get_ident() in history.threads) is not on_a_server


async def test_a_history_that_fails(logged: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """The mail has no past, which is logged and counted; for a while the history is not asked again, and then it is."""
    history = History(fail)
    recall = Recall(lambda: history, OWN)
    for _ in range(3):
        mail, who = await recall.recalled(MAIL, NOON)
        assert (mail, who) == (MAIL, correspondents(MAIL))
    assert len(history.asked) == 1
    assert recall.failed == 3
    assert [(event["event"], event["cause"], event["failed"]) for event in logged] == [
        ("history not asked", "StoreError: database is locked", 0)
    ]
    history.does = lambda: None
    later = time.monotonic() + module.REST_SECONDS
    monkeypatch.setattr(module.time, "monotonic", lambda: later)
    assert (await recall.recalled(MAIL, NOON))[0].past == KNOWN


async def test_a_history_that_cannot_be_opened(logged: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """That stops nobody; after a rest it is opened with the next mail, which has its past, and closed at the end."""
    history, opened = History(), 0

    def opener() -> History:
        nonlocal opened
        opened += 1
        if opened == 1:
            fail()
        return history

    recall = Recall(opener, OWN)
    recall.close()
    assert (await recall.recalled(MAIL, NOON))[0].past is None
    assert (opened, recall.failed, [event["event"] for event in logged]) == (1, 1, ["history not asked"])
    later = time.monotonic() + module.REST_SECONDS
    monkeypatch.setattr(module.time, "monotonic", lambda: later)
    for _ in range(2):
        assert (await recall.recalled(MAIL, NOON))[0].past == KNOWN
    assert (opened, history.is_closed) == (2, False)
    recall.close()
    assert history.is_closed


async def test_what_was_delivered_meanwhile_opens_it() -> None:
    """A history that could not be opened is opened to write as well."""
    history, refusals = History(), [fail]

    def opener() -> History:
        if refusals:
            refusals.pop()()
        return history

    recall = Recall(opener, OWN)
    recall.learn(correspondents(MAIL), Envelope(recipients=(BOB,)), NOON)
    await recall.flush()
    assert len(history.recorded) == 1


@pytest.mark.parametrize(
    ("found", "known"),
    [
        ("spf=fail smtp.mailfrom=supplier.example; dkim=none", False),
        ("dmarc=fail header.from=supplier.example", False),
        ("dmarc=pass header.from=supplier.example", True),
        ("spf=fail smtp.mailfrom=supplier.example", True),
    ],
)
async def test_who_is_denied_is_not_remembered(found: str, known: bool) -> None:
    """A mail that a trusted server found not to be from its author's domain makes nobody known, though it has its past."""
    content = f"Authentication-Results: mx.acme.example; {found}\r\n".encode() + MAIL.content
    mail, who = await Recall(History, OWN, frozenset({"mx.acme.example"})).recalled(Mail(content, MAIL.envelope), NOON)
    assert (mail.past, who is not None) == (KNOWN, known)
    assert (await Recall(History, OWN).recalled(Mail(content, MAIL.envelope), NOON))[1], "nobody is trusted"


@pytest.mark.parametrize(("dmarc", "known"), [("fail", False), ("none", True)])
async def test_who_fails_our_own_check_is_not_remembered(dmarc: str, known: bool) -> None:
    """Where the relay checks itself, it is its own DMARC outcome that counts."""
    mail = Mail(MAIL.content, MAIL.envelope, authentication=AuthResults("this relay", spf="fail", dmarc=dmarc))
    assert ((await Recall(History, OWN).recalled(mail, NOON))[1] is not None) is known


async def test_a_server_that_does_not_answer() -> None:
    """After a moment the mail goes on without a past."""
    go = threading.Event()
    recall = Recall(lambda: History(lambda: go.wait(SECONDS), on_a_server=True), OWN)
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
    assert await Recall(History, OWN).recalled(MAIL, NOON) == (MAIL, None)
    assert len(logged) == 1


async def test_a_delivered_mail_is_remembered() -> None:
    """For the recipients that got it, in and out, once it is flushed."""
    history = History()
    recall = Recall(lambda: history, OWN)
    recall.learn(correspondents(MAIL), Envelope(sender="x@y.example", recipients=("Eve@acme.example",)), NOON)
    out = Mail(written("Bob <bob@acme.example>"))
    recall.learn(correspondents(out), Envelope(sender=BOB, recipients=("pia@supplier.example",)), NOON)
    recall.learn(correspondents(out), Envelope(sender="", recipients=("pia@supplier.example",)), NOON)
    await recall.flush()
    assert [(one.received, one.sent) for one in history.recorded] == [(("eve@acme.example",), ()), ((), ("pia@supplier.example",))]


async def test_what_cannot_be_remembered_is_lost(logged: list[Any]) -> None:
    """A history that cannot be written costs nobody anything, and the log says so."""
    recall = Recall(lambda: History(fail), OWN)
    recall.learn(correspondents(MAIL), Envelope(recipients=(BOB,)), NOON)
    async with asyncio.timeout(SECONDS):
        await recall.flush()
    assert [event["event"] for event in logged] == ["history lost mails"]
