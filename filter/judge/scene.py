"""A message and where it was met: the site's facts, its past with the sender, the envelope. What signals and rules look at. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from filter.judge.confusables import folded
from filter.judge.mail import Envelope, Message
from filter.judge.past import Past
from filter.judge.site import NOWHERE, Site


class Signal(NamedTuple):
    """One kind of fact that may be true of a scene.

    `name` is its stable id in kebab case, `group` what it speaks of ("identity", "reply", "lookalike", "relation", "authentication",
    "thread", "recipients", "ask", "link", "body", "attachment", "benign"), `source` where it is known from, and `find` gives the
    evidence: a short sentence a reader can check against the message, or "" where it is not true.
    """

    name: str
    group: str
    source: str
    find: Callable[[Scene], str]


@dataclass(frozen=True)
class Scene:
    """`message` as parsed; `past` is None where no history is kept, `envelope` None offline. What several signals need is worked out
    once."""

    message: Message
    site: Site = NOWHERE
    past: Past | None = None
    envelope: Envelope | None = None
    _found: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def evidence(self, signal: Signal) -> str:
        """A signal's evidence, looked for once; "" where it is not true."""
        if (known := self._found.get(signal.name)) is None:
            known = self._found[signal.name] = signal.find(self)
        return known

    @cached_property
    def plain(self) -> str:
        """Subject and text as the eye takes them (accents and look-alikes folded), lower case, single spaces: what asks are found in."""
        return " ".join(folded(f"{self.message.subject}\n{self.message.text}").lower().split())
