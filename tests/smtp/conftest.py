"""Fixtures of the relay's room."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from cast import Stuck
from servers import Clock

from filter.smtp import pool, recorder


@pytest.fixture
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal that does not gather first: many relays are started and stopped here."""
    monkeypatch.setattr(recorder, "GATHER_SECONDS", 0.0)


@pytest.fixture
async def stuck() -> AsyncIterator[Stuck]:
    """A judge that lets its threads go at the end, whatever happened."""
    judge = Stuck()
    yield judge
    judge.go.set()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """In place of the event loop's, for a pool."""
    made = Clock()
    monkeypatch.setattr(pool, "_now", made)
    return made
