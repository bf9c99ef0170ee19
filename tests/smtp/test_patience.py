from __future__ import annotations

import asyncio

import pytest
from actors import SECONDS

from filter.smtp.patience import Patience

SHORT = 0.1


@pytest.mark.parametrize("error", [None, EOFError("gone"), TimeoutError("by hand")])
async def test_a_wait_ends_with_what_happens(error: Exception | None) -> None:
    """A wait ends when it is ended, with the error that it is ended with."""
    patience = Patience()
    waiting = asyncio.ensure_future(patience.wait(SECONDS))
    await asyncio.sleep(0)
    assert not waiting.done()
    patience.end(error)
    await asyncio.wait([waiting], timeout=SECONDS)
    assert waiting.exception() is error


async def test_a_wait_ends_with_its_time() -> None:
    """What does not happen is a TimeoutError, not before its time and soon after it."""
    began = asyncio.get_running_loop().time()
    with pytest.raises(TimeoutError):
        await Patience().wait(SHORT)
    assert SHORT * 0.9 < asyncio.get_running_loop().time() - began < SECONDS


@pytest.mark.parametrize(("first", "second"), [(SECONDS, SHORT), (SHORT, 3 * SHORT), (SHORT, SHORT)])
async def test_each_wait_has_its_own_time(first: float, second: float) -> None:
    """A wait that follows another ends by its own time, be that sooner or later than the other's."""
    patience, clock = Patience(), asyncio.get_running_loop()
    waiting = asyncio.ensure_future(patience.wait(first))
    await asyncio.sleep(0)
    patience.end()
    await waiting
    began = clock.time()
    with pytest.raises(TimeoutError):
        await patience.wait(second)
    assert second * 0.9 < clock.time() - began < SECONDS


async def test_many_waits_share_a_timer() -> None:
    """A wait that is as long as the one before it makes no timer of its own."""
    patience, timers = Patience(), set()
    for _ in range(100):
        waiting = asyncio.ensure_future(patience.wait(SECONDS))
        await asyncio.sleep(0)
        timers.add(patience._timer)
        patience.end()
        await waiting
    assert len(timers) == 1


async def test_a_wait_that_is_given_up_harms_no_other() -> None:
    """After a cancelled wait the next one ends as it should, by what happens or by its time."""
    patience = Patience()
    for _ in range(2):
        waiting = asyncio.ensure_future(patience.wait(SHORT))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
        assert waiting.cancelled()
        patience.end(EOFError("nobody hears"))
    with pytest.raises(TimeoutError):
        await patience.wait(SHORT)
    waiting = asyncio.ensure_future(patience.wait(SECONDS))
    await asyncio.sleep(0)
    patience.end()
    await asyncio.wait_for(waiting, SECONDS)


async def test_what_happens_while_nobody_waits_is_no_answer() -> None:
    """Neither an end before a wait nor an old timer ends the wait that follows."""
    patience = Patience()
    patience.end()
    patience.end(EOFError("gone"))
    waiting = asyncio.ensure_future(patience.wait(SHORT))
    await asyncio.sleep(0)
    patience.end()
    await waiting
    await asyncio.sleep(1.5 * SHORT)
    waiting = asyncio.ensure_future(patience.wait(SECONDS))
    await asyncio.sleep(0)
    assert not waiting.done()
    patience.end()
    await asyncio.wait_for(waiting, SECONDS)
