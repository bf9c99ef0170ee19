"""What `sievert tune --live` shows: the live judge beside the one in its shadow, on the mail that came. Nothing is judged or changed."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from rich.table import Table

from filter.cli.output import console, escaped, json_line
from filter.config.schema import Config
from filter.errors import UsageError
from filter.judge.policy import Action
from filter.judge.verdict import THREATS
from filter.store.database import shown
from filter.store.differences import Difference, Differences, Side
from filter.store.verdicts import number, reason_to_json, reason_told

if TYPE_CHECKING:  # SciPy: loaded only where there is something to show
    from filter.lab.live import Changes, Sender, Summary
    from filter.lab.metrics import Share

MAX_FOUND = 10_000
"""Differences read, the latest: by them the senders are told."""
SHOWN = 20
SHOWN_SENDERS = 20
SHOWN_RECIPIENTS = 3
_SHOWN_REASONS = 3

_OFF = "the shadow is off: set shadow.config to the configuration to try, and load the relay's anew (docs/tuning.md)"


class _Kept(NamedTuple):
    """What the journal's database has of the latest trial."""

    begun: datetime | None
    summary: Summary
    found: tuple[Difference, ...]


def show(config: Config, shape: str) -> None:
    """The latest trial's figures and differences: tables, or a JSON object a difference and one with the summary. `shape` is either."""
    try:
        from filter.lab.live import by_sender  # noqa: PLC0415  (SciPy: loaded only here)
    except ImportError as error:
        raise UsageError(f"--live needs {error.name} (pip install 'sievert[tune]')") from None
    kept, off = _kept(config), config.shadow.config is None
    if shape == "jsonl":
        for one in kept.found if kept else ():
            json_line(_document(one))
        json_line({"summary": _told(kept, None if off else str(config.shadow.config))})
        return
    if off:
        click.echo(f"Nothing is compared at the moment: {_OFF}.")
    if kept is None:
        if not off:
            told = f"{config.shadow.config} is tried from the relay's next start or reload on"
            click.echo(f"Nothing was compared yet in {shown(config.store.journal)}: {told}.")
        return
    click.echo("\n".join(_sentences(kept)))
    tables = (_pairs(kept.summary), _days(kept.summary), _senders(by_sender(kept.found)), _differences(kept.found[:SHOWN]))
    for table in tables:
        if table.row_count:
            console().print("", table)


def _kept(config: Config) -> _Kept | None:
    """None where nothing was ever tried. StoreError where the database cannot be read."""
    from filter.lab.live import summary  # noqa: PLC0415

    try:
        with closing(Differences(config.store.journal, create=False)) as differences:
            trial = differences.latest()
            if not trial:
                return None
            return _Kept(differences.begun(trial), summary(differences.tallies(trial)), differences.found(trial, MAX_FOUND))
    except UsageError:  # nothing was ever kept there
        return None


def _sentences(kept: _Kept) -> tuple[str, ...]:
    since = f" since {kept.begun:%Y-%m-%d %H:%M} UTC" if kept.begun else ""
    changes, missed = kept.summary.changes, f"{kept.summary.dropped:,} dropped for want of room, {kept.summary.failed:,} failed"
    if not kept.summary.compared:
        return (f"Nothing was compared yet{since}; {missed}.",)
    told = [f"Compared {kept.summary.compared:,} mail{'s' * (kept.summary.compared != 1)}{since}; {missed}."]
    told += [f"  {name}: {_share(share)}" for name, share in _named(changes)]
    if kept.found:
        live, shadow = kept.found[0].live, kept.found[0].shadow
        told.append(f"  live: model {live.model}, rules {live.rulebook}; shadow: model {shadow.model}, rules {shadow.rulebook}")
    if changes.all.count > len(kept.found):
        told.append(f"  Senders are told by the latest {len(kept.found):,} differences.")
    return tuple(told)


def _named(changes: Changes) -> tuple[tuple[str, Share], ...]:
    return (
        ("fare otherwise", changes.all),
        ("newly caught", changes.caught),
        ("newly freed", changes.freed),
        ("otherwise moved", changes.moved),
    )


def _share(share: Share) -> str:
    return f"{share.count:,} ({share.rate:.3%}, 95 % interval {share.low:.3%} to {share.high:.3%})"


def _pairs(summary: Summary) -> Table:
    table = _table("live", "in shadow", mails="right")
    for live, shadow, mails in summary.pairs:
        table.add_row(live, shadow if shadow != live else f"{shadow} (same)", f"{mails:,}")
    return table


def _days(summary: Summary) -> Table:
    table = _table("day (UTC)", compared="right", caught="right", freed="right", moved="right", differ="left")
    for day, changes in summary.by_day:
        counts = (changes.all.total, changes.caught.count, changes.freed.count, changes.moved.count)
        table.add_row(day.isoformat(), *(f"{count:,}" for count in counts), _share(changes.all))
    return table


def _senders(senders: tuple[Sender, ...]) -> Table:
    table = _table("sender", caught="right", freed="right", moved="right")
    for one in senders[:SHOWN_SENDERS]:
        table.add_row(_sender(one.sender), *(f"{count:,}" for count in (one.caught, one.freed, one.moved)))
    if (beyond := len(senders) - SHOWN_SENDERS) > 0:
        table.caption = f"and {beyond:,} more"
    return table


def _differences(found: tuple[Difference, ...]) -> Table:
    table = _table("received (UTC)", "mail")
    for title in ("live", "in shadow"):
        table.add_column(title, overflow="fold", ratio=1)
    for one in found:
        beyond = len(one.recipients) - SHOWN_RECIPIENTS
        whom = f"{_sender(one.sender)} to {escaped(', '.join(one.recipients[:SHOWN_RECIPIENTS]))}{f' and {beyond:,} more' * (beyond > 0)}"
        table.add_row(f"{one.when:%Y-%m-%d %H:%M:%S}", f"{one.verdict_id[:16]} {whom}", _why(one.live), _why(one.shadow))
    return table


def _sender(sender: str | None) -> str:
    return escaped(sender or "") or "<>"


def _why(side: Side) -> str:
    """The action, what asked for it, the score, and the reasons that weigh most for the leading threat."""
    leading = max(THREATS, key=side.log_odds.of)
    asked = f" by {escaped(side.cause)}" if side.cause else ""
    reasons = [escaped(reason_told(reason)) for reason in side.reasons if reason.threat == leading][:_SHOWN_REASONS]
    return f"{side.action}{asked}, {side.score:.2f}; {leading} {side.log_odds.of(leading):+.2f}: {', '.join(reasons) or 'no reason'}"


def _table(*columns: str, **more: Any) -> Table:
    """Plain columns, then those with their own justification."""
    table = Table(show_edge=False, pad_edge=False)
    for title in columns:
        table.add_column(title, overflow="fold")
    for title, justify in more.items():
        table.add_column(title, justify=justify)
    return table


def _document(found: Difference) -> dict[str, Any]:
    from filter.lab.difference import kind_of_actions  # noqa: PLC0415

    return {
        "id": found.verdict_id,
        "when": found.when.isoformat(),
        "sender": found.sender,
        "recipients": list(found.recipients),
        "kind": kind_of_actions(found.live.action, found.shadow.action),
        "live": _side(found.live),
        "shadow": _side(found.shadow),
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "disposition": Action(side.action).value,
        "cause": side.cause,
        "score": number(side.score),
        "log_odds": {threat: number(value) for threat, value in side.log_odds.as_dict().items()},
        "hits": list(side.hits),
        "reasons": [reason_to_json(reason) for reason in side.reasons],
        "model": side.model,
        "rulebook": side.rulebook,
    }


def _told(kept: _Kept | None, config: str | None) -> dict[str, Any]:
    """The summary's document; its figures are null where nothing was tried yet."""
    about: dict[str, Any] = {"config": config, "begun": kept.begun.isoformat() if kept and kept.begun else None}
    if kept is None:
        return about | {"compared": 0, "dropped": 0, "failed": 0}
    summary = kept.summary
    return about | {
        "compared": summary.compared,
        "dropped": summary.dropped,
        "failed": summary.failed,
        "listed": len(kept.found),
        **_shares(summary.changes),
        "pairs": [{"live": live, "shadow": shadow, "mails": mails} for live, shadow, mails in summary.pairs],
        "days": [{"day": day.isoformat(), "compared": changes.all.total, **_shares(changes)} for day, changes in summary.by_day],
    }


def _shares(changes: Changes) -> dict[str, Any]:
    return {
        "differ": changes.all.as_dict(),
        "caught": changes.caught.as_dict(),
        "freed": changes.freed.as_dict(),
        "moved": changes.moved.as_dict(),
    }
