"""Archived mail into the history, in its order and by its own dates, as the relay would have remembered it. Prints nothing.

What was stamped as unwanted or unjudged is passed over, as the relay does not remember it either, and so is what a label calls unwanted,
such as its folder, or what labels contradict each other about; all else that an archive holds is taken for wanted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import NamedTuple

from filter.judge.correspondents import correspondents, header
from filter.judge.mail import Envelope, Mail, Message
from filter.judge.policy import Action
from filter.store.exchange import Exchange, came, exchange
from filter.store.history import BATCH, History
from filter.store.labels.label import HAM, Label, settled

Labelled = tuple[bytes, Sequence[Label]]
"""A message and all that is said of it."""


class Replayed(NamedTuple):
    """How many messages there were, and of how many kinds: `incoming` and `outgoing` tell of somebody, and of these so many were `learnt`
    and the others known; `unwanted` are stamped so or as unjudged, `junk` is labelled so, `undated` have no date, `old` the history would
    forget at once, `silent` tell of nobody."""

    incoming: int = 0
    outgoing: int = 0
    learnt: int = 0
    unwanted: int = 0
    junk: int = 0
    undated: int = 0
    old: int = 0
    silent: int = 0

    @property
    def known(self) -> int:
        """How many told nothing new."""
        return self.incoming + self.outgoing - self.learnt

    @property
    def read(self) -> int:
        """How many there were."""
        return self.incoming + self.outgoing + self.unwanted + self.junk + self.undated + self.old + self.silent


def learn(history: History, messages: Iterable[Labelled], own: frozenset[str], now: datetime) -> Replayed:
    """Have it all remembered, a batch at a time; the same message again counts for nothing. What comes after `now` came now. StoreError."""
    count: Counter[str] = Counter()
    since = now - timedelta(history.days)
    for batch in _batches(messages):
        found = [_told(content, said, own, since, now) for content, said in batch]
        count.update(map(_kind, found))
        count["learnt"] += history.record([one for one in found if isinstance(one, Exchange)])
    return Replayed(**count)


def _batches(messages: Iterable[Labelled]) -> Iterator[Iterable[Labelled]]:
    """No batch is in memory: a message is read when it is its turn."""
    messages = iter(messages)
    for first in messages:
        yield chain((first,), islice(messages, BATCH - 1))


def _kind(found: Exchange | str) -> str:
    if isinstance(found, str):
        return found
    return "outgoing" if found.sent else "incoming"


def _told(content: bytes, said: Sequence[Label], own: frozenset[str], since: datetime, now: datetime) -> Exchange | str:
    """What a message tells, or why it does not."""
    message = header(content)
    if _is_unwanted(message):
        return "unwanted"
    if _is_junk(said):
        return "junk"
    when = came(message)
    if when is None:
        return "undated"
    if when < since:
        return "old"
    sender = _envelope_sender(message)
    who = correspondents(Mail(content, Envelope(sender=sender)))
    return exchange(who, sender, own, min(when, now)) or "silent"


def _is_unwanted(message: Message) -> bool:
    """Whether it is stamped so: flagged, delivered without a judgement, or only because the relay observes (see `smtp.stamp`)."""
    action, *rest = (word.strip().lower() for word in message.header("x-sievert-verdict").split(";"))
    observed = next((word.removeprefix("observed=") for word in rest if word.startswith("observed=")), "")
    fine = ("", Action.DELIVER)
    return message.header("x-spam-flag").strip().upper() == "YES" or action not in fine or observed not in fine


def _is_junk(said: Sequence[Label]) -> bool:
    """Whether the label that holds is not ham; where none does, a sender is rather left unknown."""
    label = settled(said)
    return bool(said) and (label is None or label.value != HAM)


def _envelope_sender(message: Message) -> str | None:
    """As the server that delivered it wrote it down (RFC 5321 4.4); None where it did not."""
    value = message.header("return-path").strip()
    return value.strip("<>") if value else None
