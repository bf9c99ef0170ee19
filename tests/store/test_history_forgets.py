"""The history's bounds in time: what it forgets, and when it looks for that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from acquaintances import BOB, NOON, OWN, PIA, learn, past, written

from filter.errors import StoreError
from filter.judge.correspondents import Correspondents
from filter.store import history as module
from filter.store.exchange import Exchange, exchange
from filter.store.history import History, opened

ANSWER = written(PIA, BOB, "9@supplier.example", "In-Reply-To: <o1@acme.example>")
SENT = written("Bob Wirth <bob@acme.example>", "pia@supplier.example", "o1@acme.example")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with opened(f"sqlite:///{tmp_path}/history.db", 730, create=True) as it:
        yield it


def test_old_ids_and_old_friends_are_forgotten(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """An id after ID_DAYS, a correspondent after the configured days; by the days of the mails that are learnt, not by the clock."""
    monkeypatch.setattr(module, "SWEEP_ROWS", 1)
    learn(history, SENT)
    learn(history, written())
    learn(history, written("x@other.example", id_="x1"), module.ID_DAYS)
    assert past(history, ANSWER).replied_to_us
    learn(history, written("x@other.example", id_="x2"), module.ID_DAYS + 1)
    assert not past(history, ANSWER).replied_to_us
    assert past(history, ANSWER).to_address == past(history, ANSWER).from_address == 1
    learn(history, written("x@other.example", id_="x3"), 731)
    assert past(history, ANSWER).to_address == past(history, ANSWER).from_address == 0
    assert past(history, written("x@other.example")).from_address == 3
    assert learn(history, written()), "its mark is forgotten too"


def test_a_sweep_that_fails_loses_nothing(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is one after all batches; where it fails, what was written counts, and the next is as far away as ever."""
    monkeypatch.setattr(module, "BATCH", 3)
    swept = []

    def forget(*bounds: object) -> None:
        swept.append(bounds)
        raise StoreError("no room")

    monkeypatch.setattr(history._counts, "forget", forget)
    told = [one for one in (_told(number, 0) for number in range(8)) if one]
    assert history.record(told[:7]) == 7
    assert history.record(told[7:]) == 1
    assert len(swept) == 1


def test_an_archive_of_long_ago_is_not_forgotten_at_once(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """One mail of today among those of ten years ago forgets none of them."""
    monkeypatch.setattr(module, "SWEEP_ROWS", 1)
    long_ago = [one for one in (_told(number, -3650) for number in range(5)) if one]
    today = _told(9, 0)
    assert today
    assert history.record([*long_ago, today]) == 6
    assert past(history, written("p1@supplier.example")).from_address == 1


def _told(number: int, days: int) -> Exchange | None:
    who = Correspondents(f"p{number}@supplier.example", "supplier.example", recipients=(BOB,), identity=str(number))
    return exchange(who, None, OWN, NOON.replace(year=NOON.year + days // 365))
