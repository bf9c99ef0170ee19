"""Mails of invented people for tests of the history. Nothing here checks anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from filter.judge.correspondents import correspondents
from filter.judge.mail import Envelope, Mail
from filter.judge.past import Past
from filter.store.exchange import exchange
from filter.store.history import History

OWN = frozenset({"acme.example"})
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
PIA, BOB, EVE = "Pia Lorre <pia@supplier.example>", "bob@acme.example", "eve@acme.example"


def written(sender: str = PIA, to: str = BOB, id_: str = "1@supplier.example", *more: str) -> bytes:
    """A mail's octets; `more` are further header lines."""
    lines = (f"From: {sender}", f"To: {to}", *((f"Message-ID: <{id_}>",) if id_ else ()), "Date: Fri, 1 May 2026 10:00:00 +0000", *more)
    return "\r\n".join((*lines, "", "Hello", "")).encode()


def learn(history: History, content: bytes, days: int = 0, envelope: Envelope | None = None) -> bool:
    """Whether a mail that was delivered so many days after NOON told the history anything new."""
    sender = envelope.sender if envelope else None
    told = exchange(correspondents(Mail(content, envelope)), sender, OWN, NOON + timedelta(days=days))
    return bool(history.record([told] if told else []))


def past(history: History, content: bytes, days: int = 0, envelope: Envelope | None = None) -> Past:
    """What is known of the sender of such a mail, another one than was learnt, so many days after NOON."""
    who = correspondents(Mail(content, envelope))._replace(identity="another")
    return history.past(who, NOON + timedelta(days=days))
