"""The demo's own mails, written by us, never trained on: `NN-<kind>-<name>.eml`. The model's golden verdicts are of these too.

They are only read, from here, by `sievert demo` and `sievert train`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DemoMail:
    """One mail of the demo: its name, what it is (ham, spam, phish, bec), and its octets."""

    name: str
    kind: str
    content: bytes


def mails() -> tuple[DemoMail, ...]:
    """All of them, in their order."""
    return tuple(DemoMail(path.stem, path.stem.split("-")[1], path.read_bytes()) for path in sorted(Path(__file__).parent.glob("*.eml")))
