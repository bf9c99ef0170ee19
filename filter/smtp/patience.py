"""Waiting with an end. A timeout for every reply would make and cancel a timer each time; this one is made once in a while."""

from __future__ import annotations

import asyncio


class Patience:
    """Waits for something to happen, for so many seconds. One timer serves many waits: it looks at the clock when it ends."""

    def __init__(self) -> None:
        self._waiting: asyncio.Future[None] | None = None
        self._due = 0.0
        self._timer: asyncio.TimerHandle | None = None

    async def wait(self, seconds: float) -> None:
        """Until `end`. Raises TimeoutError, or the error that it ended with."""
        loop = asyncio.get_running_loop()
        self._waiting, self._due = loop.create_future(), loop.time() + seconds
        if self._timer is None or self._due < self._timer.when():
            self._start(loop)
        await self._waiting

    def end(self, error: Exception | None = None) -> None:
        """It has happened; or never will."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not waiting.done():
            if error:
                waiting.set_exception(error)
            else:
                waiting.set_result(None)

    def _start(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_at(self._due, self._look)

    def _look(self) -> None:
        self._timer = None
        loop = asyncio.get_running_loop()
        if self._waiting is not None and loop.time() < self._due:
            self._start(loop)
        else:
            self.end(TimeoutError("no answer in time"))
