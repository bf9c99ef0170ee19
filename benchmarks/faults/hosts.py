"""Addresses of the loopback network, one for each who listens: whoever else runs on this machine is never talked to by mistake.

A port alone would not do: a relay that is started again leaves its port for a moment, and its clients knock there meanwhile.
"""

from __future__ import annotations

import os
from itertools import count

Address = tuple[str, int]
"""A host and a port."""

_numbers = count(1)


def own_host() -> str:
    """An address that no other process that counts so gives out, nor this one again for a long while."""
    process, number = os.getpid(), next(_numbers)
    return f"127.{1 + process // 250 % 250}.{1 + process % 250}.{1 + number % 250}"
