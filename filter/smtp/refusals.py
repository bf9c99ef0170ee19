"""What the log is told of mail that was turned away before its content had come: a line for each refusal, up to a bound.

A client may be refused as often as it likes, and each time in one line of its own: so a connection has only so many. What is due to
whom, `session` and `dialogue` know.
"""

from __future__ import annotations

from typing import Any

from filter.smtp.told import tell

LINES = 100
"""Lines about one connection; what is refused beyond them is counted."""
SHOWN_CHARACTERS = 320
"""Of what stood where an address should have been."""


class Refusals:
    """Those of one connection."""

    def __init__(self) -> None:
        self._seen = 0

    def tell(self, level: str, event: str, **facts: Any) -> None:
        """One of them, where the connection has lines left. Never raises."""
        self._seen += 1
        if self._seen <= LINES:
            tell(level, event, **facts)

    def close(self, client: str) -> None:
        """The connection is gone: how many of them were not told, if any. Never raises."""
        untold, self._seen = self._seen - LINES, 0
        if untold > 0:
            tell("warning", "refusals not told", client=client, number=untold)


def shown(argument: str) -> str:
    """What stood where an address should have been, fit for a log."""
    return "".join(char if char.isprintable() else "?" for char in argument[:SHOWN_CHARACTERS])
