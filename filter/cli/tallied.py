"""What a run has come to, on a terminal: a bar while it goes on, a summary at its end. Judges and keeps nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from filter.cli.output import console, json_line
from filter.judge.policy import Action
from filter.lab.running import Extent, Tally

EVERY = 50
"""Messages from one look of the bar at the tally to the next: looking costs more than counting."""


class Meter:
    """A bar on standard error, where that is a terminal; the clock of a run. The time left is told where the archives' octets are
    those of their mail: not of packed ones."""

    def __init__(self, tally: Tally, extents: Sequence[Extent]) -> None:
        self._tally = tally
        self._total = None if any(one.packed for one in extents) else sum(one.octets for one in extents)
        counted = TextColumn("{task.fields[told]}", markup=False)
        columns = (TextColumn("{task.description}"), BarColumn(), counted, TimeElapsedColumn(), TimeRemainingColumn())
        to = Console(stderr=True)
        self._progress = Progress(*columns, console=to, transient=True, disable=not to.is_terminal)
        self._task = self._progress.add_task("replay", total=self._total, told="")
        self._begun: float | None = None
        self.seconds = 0.0

    def __enter__(self) -> Self:
        self._begun = monotonic()
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = monotonic() - (self._begun or 0.0)
        self._progress.stop()

    def moved(self) -> None:
        """One more message is done."""
        if self._tally.messages % EVERY == 0:
            self._progress.update(self._task, completed=min(self._tally.octets, self._total or self._tally.octets), told=self._told())

    def finishing(self) -> None:
        """All is judged, and the file is made."""
        self._progress.update(self._task, description="writing", completed=self._total or self._tally.octets, told=self._told())

    def rate(self, seconds: float) -> float:
        """Messages a second that this start judged."""
        return (self._tally.messages - self._tally.passed) / seconds if seconds else 0.0

    def _told(self) -> str:
        rate = self.rate(monotonic() - (self._begun or 0.0))
        counts = ", ".join(f"{self._tally.of(action):,} {action}" for action in Action if self._tally.of(action))
        return f"{self._tally.messages:,} messages, {rate:,.0f}/s: {counts}"


def show(tally: Tally, meter: Meter, out: Path | None, shape: str, *, err: bool) -> None:
    """The summary; on standard error where rows went to standard output."""
    if shape == "jsonl":
        json_line(document(tally, meter, out), err=err)
        return
    to = Console(stderr=True, highlight=False, markup=False, emoji=False) if err else console()
    to.print(_table(tally))
    rest = f"{tally.messages:,} messages in {meter.seconds:,.1f} s, {meter.rate(meter.seconds):,.0f} messages/s"
    rest += f"; {tally.passed:,} of them were judged before" if tally.passed else ""
    rest += f"; {tally.damaged:,} damaged and passed over" if tally.damaged else ""
    to.print(rest)


def document(tally: Tally, meter: Meter, out: Path | None) -> dict[str, Any]:
    """The summary as scripts have it."""
    labels = sorted({label for _, label in tally.counts})
    return {
        "messages": tally.messages,
        "judged_before": tally.passed,
        "damaged": tally.damaged,
        "conflicts": tally.conflicts.count,
        "dispositions": {action.value: tally.of(action) for action in Action},
        "labels": {label or "none": {action.value: tally.counts[action, label] for action in Action} for label in labels},
        "octets": tally.octets,
        "seconds": round(meter.seconds, 3),
        "messages_per_second": round(meter.rate(meter.seconds), 1),
        "out": None if out is None else str(out),
    }


def _table(tally: Tally) -> Table:
    """Dispositions down, labels across where there are any."""
    labels = sorted({label for _, label in tally.counts})
    table = Table(box=None, pad_edge=False)
    table.add_column("disposition")
    table.add_column("messages", justify="right")
    table.add_column("share", justify="right")
    shown = labels if labels != [""] else []
    for label in shown:
        table.add_column(label or "no label", justify="right")
    for action in Action:
        whole = tally.of(action)
        row = (f"{tally.counts[action, label]:,}" for label in shown)
        table.add_row(action.value, f"{whole:,}", f"{whole / tally.messages:.2%}", *row)
    return table
