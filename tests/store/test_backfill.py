from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from acquaintances import BOB, EVE, NOON, OWN, PIA, past, written
from actors import HAM, verdict

from filter.judge.policy import Action, Disposition
from filter.smtp.stamp import Trace, stamp, stamp_unjudged
from filter.store import backfill as module
from filter.store.backfill import Labelled, Replayed, learn
from filter.store.history import History, opened
from filter.store.labels import Label

SENT = written("Bob <bob@acme.example>", "pia@supplier.example", "o1@acme.example")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with opened(f"sqlite:///{tmp_path}/history.db", 730, create=True) as it:
        yield it


def replayed(history: History, *contents: bytes, said: tuple[Label, ...] = ()) -> Replayed:
    return learn(history, ((content, said) for content in contents), OWN, NOON)


def test_both_directions_are_learnt(history: History) -> None:
    """What came in makes its sender known, what went out its recipient, and an answer to it is one."""
    assert replayed(history, written(), SENT) == Replayed(incoming=1, outgoing=1, learnt=2)
    known = past(history, written(PIA, BOB, "2", "In-Reply-To: <o1@acme.example>"))
    assert (known.from_address, known.to_address, known.between, known.replied_to_us) == (1, 1, 1, True)


def test_again_it_is_known(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same messages count once, in one run or in the next, across batches as well."""
    monkeypatch.setattr(module, "BATCH", 2)
    first = replayed(history, written(), SENT, written(), written(id_="2"), SENT)
    assert first == Replayed(incoming=3, outgoing=2, learnt=3)
    assert (first.known, first.read) == (2, 5)
    assert replayed(history, SENT, written(), written(id_="2")) == Replayed(incoming=2, outgoing=1)
    assert past(history, written()).from_address == 2


def test_by_their_own_dates(history: History) -> None:
    """The topmost Received says when it came, and Date where there is none; what claims to come from the future came now."""
    replayed(history, b"Received: from a by b; Tue, 21 Apr 2026 12:00:00 +0000\r\n" + written(id_="1"))
    assert past(history, written()).silent_days == 10
    replayed(history, b"Received: from a by b; Thu, 21 Apr 2046 12:00:00 +0000\r\n" + written(EVE, id_="2"))
    assert past(history, written(EVE), 3).silent_days == 3


def test_what_is_passed_over(history: History) -> None:
    """Unwanted by its stamp, without a date, or telling of nobody: nothing of it is learnt."""
    unwanted = b"X-Spam-Flag: YES\r\n" + written()
    undated = written().replace(b"Date:", b"X-Date:")
    absence = written("Bob <bob@acme.example>", "desk@gmail.com", "a", "Auto-Submitted: auto-replied")
    nobody = written("undisclosed")
    assert replayed(history, unwanted, undated, absence, nobody) == Replayed(unwanted=1, undated=1, silent=2)
    assert past(history, written()).from_address == past(history, written("desk@gmail.com")).to_address == 0


def test_what_the_relay_only_observed(history: History) -> None:
    """Delivered because the relay observes, or unjudged, by the topmost stamp as the relay writes it: passed over as unwanted."""
    trace = Trace("client.test", "192.0.2.1", "ESMTP", BOB, "mx.acme.example", NOON)

    def observed(action: Action) -> bytes:
        return stamp(written(), verdict(HAM), Disposition(Action.DELIVER, ""), trace, observed=action).whole

    unjudged = stamp_unjudged(written(), "id", "error", trace).whole
    assert replayed(history, observed(Action.REJECT), observed(Action.TAG), unjudged) == Replayed(unwanted=3)
    plain = stamp(written(id_="2"), verdict(HAM), Disposition(Action.DELIVER, ""), trace).whole
    assert replayed(history, observed(Action.DELIVER), plain) == Replayed(incoming=2, learnt=2)


@pytest.mark.parametrize(
    ("said", "junk"),
    [
        ((Label("ham", "folders"),), False),
        ((Label("spam", "folders"),), True),
        ((Label("bec", "csv"),), True),
        ((Label("spam", "folders"), Label("ham", "csv")), False),
        ((Label("spam", "gmail"), Label("ham", "keywords")), True),
    ],
)
def test_what_a_label_calls_unwanted(history: History, said: tuple[Label, ...], junk: bool) -> None:
    """Its sender is made no correspondent; the most trusted label holds, and where equals contradict each other nothing is learnt."""
    assert replayed(history, written(), said=said) == (Replayed(junk=1) if junk else Replayed(incoming=1, learnt=1))
    assert past(history, written()).from_address == (not junk)
    assert replayed(history, b"X-Spam-Flag: YES\r\n" + written(), said=said) == Replayed(unwanted=1)


def test_what_would_be_forgotten(history: History) -> None:
    """Mail older than the history keeps is a kind of its own, and nothing of it is learnt."""
    old, young = (NOON - timedelta(days) for days in (731, 729))
    contents = (f"Received: from a by b; {format_datetime(when)}\r\n".encode() + written(id_=f"{when}") for when in (old, young))
    found = replayed(history, *contents)
    assert (found, found.read) == (Replayed(incoming=1, learnt=1, old=1), 2)
    assert past(history, written()).from_address == 1


def test_a_forged_colleague_writes_for_nobody(history: History) -> None:
    """What says to be of the site and was sent from elsewhere by its Return-Path makes no address outside known."""
    forged = b"Return-Path: <x@evil.example>\r\n" + written("Bob <bob@acme.example>", "desk@gmail.com")
    assert replayed(history, forged) == Replayed(silent=1)
    assert past(history, written("desk@gmail.com")).to_address == 0
    genuine = b"Return-Path: <bob@acme.example>\r\n" + written("Bob <bob@acme.example>", "desk@gmail.com")
    assert replayed(history, genuine) == Replayed(outgoing=1, learnt=1)


def test_no_batch_is_in_memory(history: History) -> None:
    """A message is read when it is its turn: of many no two are held."""
    alive: list[int] = []

    def messages() -> Iterator[Labelled]:
        for number in range(1200):
            alive.append(number)
            yield written(id_=f"{number}@x"), ()

    assert learn(history, messages(), OWN, NOON + timedelta(days=1)).learnt == len(alive) == 1200
