"""A DNS for tests: what is published, what fails, what never answers, and what was asked."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from filter.authentication.dns import Kind
from filter.errors import DnsError

FAILS = "fails"
HANGS = "hangs"


class Zone:
    """A `Dns` of records by (name, kind): one text or a tuple of them. FAILS in place of records is a failure, HANGS is silence."""

    def __init__(self, records: Mapping[tuple[str, Kind], str | tuple[str, ...]] | None = None) -> None:
        self.records = dict(records or {})
        self.asked: list[tuple[str, Kind]] = []

    async def __call__(self, name: str, kind: Kind) -> tuple[str, ...]:
        """The records."""
        self.asked.append((name, kind))
        found = self.records.get((name, kind), ())
        if found == FAILS:
            raise DnsError(f"{kind} {name}: fails")
        if found == HANGS:
            await asyncio.Event().wait()
        return (found,) if isinstance(found, str) else found
