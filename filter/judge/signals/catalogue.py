"""Every signal by its name: what the condition `signal` of a rule can name."""

from __future__ import annotations

from filter.judge.scene import Signal
from filter.judge.signals import (
    ask,
    attachment,
    authentication,
    benign,
    body,
    display_name,
    identity,
    link,
    lookalike,
    program,
    recipients,
    relation,
    reply_path,
    thread,
)

_MODULES = (
    ask,
    program,
    attachment,
    authentication,
    benign,
    body,
    display_name,
    identity,
    link,
    lookalike,
    recipients,
    relation,
    reply_path,
    thread,
)

CATALOGUE: dict[str, Signal] = {signal.name: signal for module in _MODULES for signal in module.SIGNALS}
