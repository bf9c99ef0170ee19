"""The ids of held messages: made, and guessed at where one was mistyped."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from itertools import count

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_serial = count()


def new_id(received: datetime) -> str:
    """The microsecond, then process and serial for those that share one. Sorts by time; a clash ends in a StoreError."""
    moment = received.astimezone(UTC)
    microseconds = int(moment.replace(microsecond=0).timestamp()) * 1_000_000 + moment.microsecond
    return f"{_digits(microseconds, 11)}-{_digits(os.getpid(), 4)}{_digits(next(_serial), 2)}"


def not_one(prefix: str, found: Sequence[str], more: bool, known: Sequence[str]) -> str:
    """What to say where a prefix is that of several ids, these and perhaps more; or of none, though these are known, the latest first."""
    if found:
        return f"{prefix!r} is the beginning of {', '.join(found)}{' and more' if more else ''}: give more of it"
    return f"nothing in the quarantine has an id that begins with {prefix!r}; {_nearest(prefix.strip().lower(), known)}"


def _nearest(asked: str, known: Sequence[str]) -> str:
    alike = {one[: len(asked)]: one for one in reversed(known)}
    near = [alike[key] for key in get_close_matches(asked, alike, n=3, cutoff=0.6)]
    if near:
        return f"nearest: {', '.join(near)}"
    return f"the latest is {known[0]}" if known else "it is empty"


def _digits(number: int, places: int) -> str:
    """A number's last places in base 32, without the letters that are mistaken for digits."""
    return "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(places)))
