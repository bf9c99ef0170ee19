"""What the ask signals say of a text."""

from __future__ import annotations

from filter.judge.mail import Link, Message
from filter.judge.scene import Scene
from filter.judge.signals.ask import SIGNALS

_FIND = {signal.name: signal.find for signal in SIGNALS}


def said(name: str, text: str, subject: str = "", links: tuple[Link, ...] = ()) -> str:
    """One signal's evidence for a mail with this text."""
    return _FIND[name](Scene(Message(subject=subject, text=text, links=links)))
