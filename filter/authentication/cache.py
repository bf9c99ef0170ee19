"""Answers of the DNS kept for the next mail: bounded in number, in size and in time. Failures are never kept."""

from __future__ import annotations

import time
from collections.abc import Callable

from filter.authentication import limits
from filter.authentication.dns import Asking, Kind


class Cached:
    """A `Dns` that remembers. The answer that was asked for longest ago makes room for a new one."""

    def __init__(self, ask: Asking, clock: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask
        self._clock = clock
        self._kept: dict[tuple[str, Kind], tuple[float, tuple[str, ...]]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    async def __call__(self, name: str, kind: Kind) -> tuple[str, ...]:
        """The records, asked for only where none are kept that still hold. Raises DnsError."""
        key, now = (name.lower(), kind), self._clock()
        kept = self._kept.pop(key, None)
        if kept is None or kept[0] <= now:
            answer = await self._ask(name, kind)
            kept = now + min(answer.seconds, limits.CACHED_SECONDS), answer.records
        if kept[0] > now and sum(map(len, kept[1])) <= limits.CACHED_CHARS:
            self._keep(key, kept)
        return kept[1]

    def _keep(self, key: tuple[str, Kind], kept: tuple[float, tuple[str, ...]]) -> None:
        self._kept[key] = kept  # at the end: what is asked for stays
        if len(self._kept) > limits.CACHED_ANSWERS:
            del self._kept[next(iter(self._kept))]
