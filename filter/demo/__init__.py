"""The demo's own mails, written by us, never trained on: `NN-<kind>-<name>.eml`. They are only read, from here, by `sievert demo` and
`sievert train`.

The model's golden log-odds are of those beside this file. Those in `between` are quiet ones, chosen so that the default thresholds hold or
tag them: a new model may ask for others, and a bundle must not hang on that.
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
    paths = sorted(Path(__file__).parent.rglob("*.eml"), key=lambda path: path.name)
    return tuple(DemoMail(path.stem, path.stem.split("-")[1], path.read_bytes()) for path in paths)
