"""A comparison of two judgements as tables and as JSON lines. Compares nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from rich.console import RenderableType
from rich.table import Table

from filter.cli.output import escaped
from filter.lab.compare import LISTED, TOP, Comparison, Count, Groups
from filter.lab.difference import SCORE_STEP, Change, Difference, Kind
from filter.store.rows import Row, row_to_json

SHOWN_CHANGES = 4
"""Rules and reasons told of a message in a table; JSON has all."""

TOLD_STEP = 0.005
"""Log-odds that a reason has to change by to be told in a table, where it would read +0.00; a rule always is."""

_TITLES = {
    Kind.CAUGHT: "newly caught",
    Kind.FREED: "newly freed",
    Kind.MOVED: "other disposition",
    Kind.SCORED: f"score moved by over {SCORE_STEP}",
}
_OF_SIDE = ("score", "log_odds", "threats", "disposition", "cause", "hits", "reasons", "model", "rulebook")

Names = tuple[str, str]
"""What came before, and what comes after."""


def tables(comparison: Comparison, names: Names) -> Iterator[RenderableType]:
    """All that is told on a terminal."""
    sides = zip(("before", "after"), names, (comparison.before, comparison.after), strict=True)
    told = [f"{when + ':':8}{escaped(name)} (model {side.model}, rulebook {side.rulebook})" for when, name, side in sides]
    told.append(f"{comparison.messages:,} messages compared")
    if comparison.only_before or comparison.only_after:
        told[-1] += f"; {comparison.only_before:,} only before and {comparison.only_after:,} only after"
    yield "\n".join(told)
    yield _counts(comparison)
    for kind in Kind:
        listed = [one for one in comparison.listed if one.kind is kind]
        if listed:
            yield _listing(kind, listed, getattr(comparison.counts, kind).messages)
    yield from (_groups(groups) for groups in comparison.groups if groups.values)


def _counts(comparison: Comparison) -> Table:
    table = _table("", "messages", "share", "ham", "bad")
    for kind in Kind:
        found: Count = getattr(comparison.counts, kind)
        share = found.messages / comparison.messages
        table.add_row(_TITLES[kind], f"{found.messages:,}", f"{share:.3%}", f"{found.ham:,}", f"{found.bad:,}")
    return table


def _listing(kind: Kind, listed: list[Difference], whole: int) -> Table:
    title = f"{_TITLES[kind]}: {whole:,}" + (f", of which {LISTED} are told" if whole > LISTED else "")
    table = Table(title=title, title_justify="left", show_edge=False, pad_edge=False)
    for name in ("message", "label", "disposition", "score", "what changed (log-odds)"):
        table.add_column(name, overflow="fold", justify="right" if name == "score" else "left")
    for one in listed:
        rows = (one.before, one.after)
        label = f"{one.label}!" if one.is_wrong else one.label
        actions, scores = (" > ".join(pair) for pair in (map(_action, rows), (f"{row.verdict.score:.2f}" for row in rows)))
        table.add_row(escaped(one.after.path), label, actions, scores, _why(one))
    return table


def _action(row: Row) -> str:
    return f"{row.disposition.action}" + (f" ({row.disposition.cause})" if row.disposition.cause else "")


def _why(found: Difference) -> str:
    told = (one for one in found.changes() if one.kind == "rule" or one.by >= TOLD_STEP)
    return ", ".join(map(_changed, islice(told, SHOWN_CHANGES)))


def _changed(change: Change) -> str:
    weights = ("unnamed" if weight is None else f"{weight:+.2f}" for weight in (change.before, change.after))
    return f'{change.threat} {change.kind} "{escaped(change.evidence)}" {" > ".join(weights)}'


def _groups(groups: Groups) -> Table:
    title = f"by {groups.by}: {groups.values:,}" + (f", the {TOP} with the most of them" if groups.values > TOP else "")
    table = _table(groups.by, "caught", "ham", "bad", "freed", "ham", "bad", title=title)
    for group in groups.top:
        numbers = (f"{number:,}" for count in (group.caught, group.freed) for number in count)
        table.add_row(escaped(group.value) or "none", *numbers)
    return table


def _table(first: str, *rest: str, title: str | None = None) -> Table:
    table = Table(title=title, title_justify="left", show_edge=False, pad_edge=False)
    table.add_column(first, overflow="fold")
    for name in rest:
        table.add_column(name, justify="right")
    return table


def difference_document(found: Difference) -> dict[str, Any]:
    """One message for JSON lines: what both runs share of it, each side as in a run, and what changed."""
    before, after = row_to_json(found.before), row_to_json(found.after)
    shared = {name: after[name] for name in ("path", "id", "date", "sender", "recipients", "subject_sha256", "list")}
    sides = {name: {key: row[key] for key in _OF_SIDE} for name, row in (("before", before), ("after", after))}
    return {**shared, "label": found.label, "kind": found.kind.value, **sides, "changes": list(map(_change_document, found.changes()))}


def _change_document(change: Change) -> dict[str, Any]:
    return {name: value for name, value in change._asdict().items() if name != "by"}


def summary_document(comparison: Comparison, names: Names) -> dict[str, Any]:
    """The counts for JSON lines."""
    sides = zip(names, (comparison.before, comparison.after), strict=True)
    before, after = ({"name": name, **side._asdict()} for name, side in sides)
    return {
        "before": before,
        "after": after,
        "messages": comparison.messages,
        "only_before": comparison.only_before,
        "only_after": comparison.only_after,
        **{kind.value: getattr(comparison.counts, kind)._asdict() for kind in Kind},
        "by": {groups.by: _groups_document(groups) for groups in comparison.groups},
    }


def _groups_document(groups: Groups) -> dict[str, Any]:
    top = [{"value": one.value, "caught": one.caught._asdict(), "freed": one.freed._asdict()} for one in groups.top]
    return {"values": groups.values, "top": top}
