"""What the room tells its log, which no mail hangs on. Nothing here decides what is worth telling."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import structlog

from filter.errors import StoreError

log = structlog.get_logger("filter.smtp")


def tell(level: str, event: str, **facts: Any) -> None:
    """To the log. One that fails must not turn a delivered mail's 250 into a 451."""
    with suppress(Exception):
        getattr(log, level)(event, **facts)


def cause(error: BaseException) -> str:
    """What lies under an error, in one line, for the log alone. Under a store's is a statement, with the mail in it: not that."""
    root = error if isinstance(error, StoreError) else error.__cause__ or error
    return f"{type(root).__name__}: {root}".partition("\n")[0]
