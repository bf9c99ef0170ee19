"""Held messages as tables and as JSON. Nothing of a message reaches the terminal but through `escaped`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from filter.cli.output import escaped
from filter.errors import UsageError
from filter.judge import mime
from filter.judge.charset import text_of
from filter.judge.parse import parse
from filter.judge.verdict import THREATS, Verdict
from filter.store.quarantine import Held, State
from filter.store.verdicts import to_json

HEADER_LINES = 60
TEXT_LINES = 20
LINE_CHARS = 200
"""What `show` prints of a message at most; `show --raw` has all of it."""

REASONS = 20
"""Reasons shown, the heaviest."""


def content_of(message: Held) -> bytes:
    """The message's octets. UsageError once they are deleted."""
    if message.content is None:
        raise UsageError(f"{message.id} is {message.state}: its content is gone")
    return message.content


def told(message: Held, whole: bool = False) -> dict[str, Any]:
    """A held message's facts as JSON; `whole` with its verdict."""
    verdict = to_json(message.verdict)
    facts = {
        "id": message.id,
        "verdict_id": message.verdict.id,
        "received": message.received.isoformat(),
        "sender": message.sender,
        "recipients": message.recipients,
        "subject": message.subject,
        "action": message.action,
        "cause": message.cause,
        "score": verdict["score"],
        "log_odds": verdict["log_odds"],
        "size": message.size,
        "state": message.state.value,
        "changed": message.changed.isoformat(),
        "released": message.released.isoformat() if message.released else None,
    }
    return facts | {"verdict": verdict} if whole else facts


def listing(messages: tuple[Held, ...]) -> Table:
    """One line a message."""
    table = Table(box=None, pad_edge=False)
    table.add_column("id", no_wrap=True)
    table.add_column("received (UTC)", no_wrap=True)
    table.add_column("state")
    table.add_column("score", justify="right")
    table.add_column("cause")
    for column in ("from", "to", "subject"):
        table.add_column(column)
    for one in messages:
        facts = (one.id, f"{one.received:%Y-%m-%d %H:%M:%S}", one.state.value, f"{one.verdict.score:.2f}", one.cause)
        # These are cut to fit, not their columns: rich would cut the id with them.
        table.add_row(*map(_cell, facts), *map(_cut, (_sender(one), _recipients(one), one.subject)))
    return table


def printed(message: Held) -> Iterator[RenderableType]:
    """The message for a person: facts, verdict, reasons, headers, first lines."""
    yield _facts(message)
    yield _threats(message.verdict)
    if message.verdict.reasons:
        yield _reasons(message.verdict)
    if message.content is None:
        return
    root = mime.read(message.content)
    yield _lines("headers", text_of(root.content[: root.start], None).strip("\r\n"), HEADER_LINES)
    yield _lines("text", parse(message.content).text, TEXT_LINES)


def _facts(message: Held) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    facts = {
        "id": message.id,
        "state": _state(message),
        "received": f"{message.received:%Y-%m-%d %H:%M:%S} UTC",
        "sender": _sender(message),
        "recipients": _recipients(message),
        "subject": message.subject,
        "size": f"{message.size} octets",
        "cause": f"{message.action} for {message.cause or 'no threshold'}",
        "model": message.verdict.model,
        "rulebook": message.verdict.rulebook,
    }
    for name, value in facts.items():
        table.add_row(name, _cell(value))
    return table


def _state(message: Held) -> str:
    since = "" if message.changed == message.received else f" since {message.changed:%Y-%m-%d %H:%M:%S} UTC"
    more = ""
    if message.state is State.RELEASING:
        more = "; if that release ended without a word, it may have arrived: look there first"
    elif message.state is State.DELETED and message.released:
        more = f"; released before, {message.released:%Y-%m-%d %H:%M:%S} UTC"
    return f"{message.state}{since}{more}"


def _threats(verdict: Verdict) -> Table:
    table = Table("threat", title="verdict", title_justify="left", box=None, pad_edge=False)
    table.add_column("log-odds", justify="right")
    table.add_column("share", justify="right")
    for threat in THREATS:
        table.add_row(threat, f"{verdict.log_odds.of(threat):+.3f}", f"{verdict.probability.of(threat):.4f}")
    table.add_row("any", f"{verdict.score:+.3f}", f"{sum(verdict.probability):.4f}")
    return table


def _reasons(verdict: Verdict) -> Table:
    table = Table(title="reasons", title_justify="left", box=None, pad_edge=False)
    table.add_column("log-odds", justify="right")
    for column in ("threat", "where", "evidence"):
        table.add_column(column, overflow="fold")
    for reason in sorted(verdict.reasons, key=lambda reason: -abs(reason.weight))[:REASONS]:
        table.add_row(f"{reason.weight:+.2f}", *map(_cell, (reason.threat, reason.kind, reason.evidence)))
    return table


def _lines(title: str, text: str, most: int) -> Text:
    """The first lines under a title, each escaped and cut."""
    lines = text.replace("\r\n", "\n").expandtabs().split("\n")
    shown = [escaped(line[:LINE_CHARS]) + ("..." if len(line) > LINE_CHARS else "") for line in islice(lines, most)]
    if len(lines) > most:
        shown.append(f"... {len(lines) - most} lines more")
    return Text("\n".join((f"\n{title}", *(f"  {line}" for line in shown))))


def _cell(text: str) -> Text:
    return Text(escaped(text))


def _cut(text: str) -> Text:
    return Text(escaped(text), no_wrap=True, overflow="ellipsis")


def _sender(message: Held) -> str:
    return "unknown" if message.sender is None else f"<{message.sender}>"


def _recipients(message: Held) -> str:
    first, more = message.recipients[:1], len(message.recipients) - 1
    return f"<{first[0]}>{f' and {more} more' if more else ''}" if first else "none"
