"""A model's figures as tables and as one JSON document, alone or beside another's. Counts nothing: that is the lab's."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from rich.table import Table

from filter.cli.output import escaped
from filter.judge.verdict import THREATS
from filter.lab.breakdown import Differing, Outcomes, Slice
from filter.lab.evaluate import Figures, PairFigures
from filter.lab.metrics import Share

SHOWN_DIFFERING = 20


@dataclass(frozen=True, slots=True)
class Report:
    """One model's id, its figures, and these broken down by the facts asked for."""

    model: str
    figures: Figures
    slices: tuple[Slice, ...]

    def as_dict(self) -> dict[str, Any]:
        """For JSON lines."""
        return {"model": self.model, **self.figures.as_dict(), "by": [one.as_dict() for one in self.slices]}


@dataclass(frozen=True, slots=True)
class Beside:
    """Another model's report on the same mail, how the first did against it, and the messages on which the dispositions differ."""

    report: Report
    outcomes: tuple[Outcomes, ...]
    differing: tuple[Differing, ...]


def document(report: Report, beside: Beside | None) -> dict[str, Any]:
    """All of it as JSON: `beside` is null and `differing` empty where there is one model."""
    if beside is None:
        return {**report.as_dict(), "beside": None, "differing": []}
    outcomes = [one.as_dict(report.figures.rates) for one in beside.outcomes]
    return {
        **report.as_dict(),
        "beside": {**beside.report.as_dict(), "outcomes": outcomes},
        "differing": [one.as_dict() for one in beside.differing],
    }


def tables(report: Report, beside: Beside | None) -> Iterator[Table]:
    """All of it as tables; of the differing messages those whose scores differ most."""
    reports = (report, beside.report) if beside else (report,)
    yield _rows(report.figures) if beside is None else _rows_beside(reports, beside.outcomes)
    yield _errors(reports)
    yield _kinds(reports)
    for fact in dict.fromkeys(one.by for one in report.slices):
        yield _slices(fact, reports)
    if beside:
        yield _differing(reports, beside.differing)


def _rows(figures: Figures) -> Table:
    recall = (f"recall at {rate * 100:g} %" for rate in figures.rates)
    table = Table("bad mail against wanted mail", "ROC area", "1-ROCA %", "lam %", *recall, show_edge=False, **_noted(figures))
    for row in figures.rows:
        table.add_row(row.title, *_cells(row, figures.rates))
    return table


def _cells(row: PairFigures, rates: tuple[float, ...]) -> tuple[str, ...]:
    recall = (f"{share}{'' if row.shows(rate) else ' *'}" for rate, share in zip(rates, row.recall, strict=True))
    return f"{row.area:.5f}", f"{row.roca_percent:.4f}", f"{row.lam * 100:.3f}", *recall


def _noted(figures: Figures) -> dict[str, Any]:
    """What stands below the table where there is too little ham for a rate."""
    if all(row.shows(rate) for row in figures.rows for rate in figures.rates):
        return {}
    least = min(rate for rate in figures.rates if rate > 0)
    note = f"* above all of the ham, which is too little to show that rate: {least * 100:g} % takes {math.ceil(1 / least):,}"
    return {"caption": note, "caption_justify": "left"}


def _rows_beside(reports: tuple[Report, ...], outcomes: tuple[Outcomes, ...]) -> Table:
    """A line for each figure, a column for each model; what is won is won by the first."""
    titles = ("ROC area", "1-ROCA %", "lam %", *(f"recall at {rate * 100:g} %" for rate in reports[0].figures.rates))
    table = Table("bad mail against wanted mail", "figure", *_models(reports), "outcome", show_edge=False, **_noted(reports[0].figures))
    for mine, theirs, outcome in zip(reports[0].figures.rows, reports[1].figures.rows, outcomes, strict=True):
        both = (_cells(row, reports[0].figures.rates) for row in (mine, theirs))
        lines = zip(titles, *both, ("", "", "", *outcome.at), strict=True)
        for place, cells in enumerate(lines):
            table.add_row("" if place else mine.title, *cells)
    return table


def _errors(reports: tuple[Report, ...]) -> Table:
    table = Table("expected calibration error", *_models(reports), show_edge=False)
    for threat in THREATS:
        errors = (report.figures.calibration_error for report in reports)
        table.add_row(threat, *(f"{error.of(threat):.4f}" for error in errors if error))
    return table


def _kinds(reports: tuple[Report, ...]) -> Table:
    table = Table("corpus, label", "mails", *_each(reports, "tagged or more", "held or refused"), show_edge=False)
    for kinds in zip(*(report.figures.kinds for report in reports), strict=True):
        table.add_row(escaped(kinds[0].kind), str(kinds[0].tagged.total), *chain(*((str(one.tagged), str(one.stopped)) for one in kinds)))
    return table


def _slices(fact: str, reports: tuple[Report, ...]) -> Table:
    table = Table(fact, "ham", "bad", *_each(reports, "ham acted on", "bad acted on"), show_edge=False)
    for slices in zip(*((one for one in report.slices if one.by == fact) for report in reports), strict=True):
        counts = (str(slices[0].ham.total), str(slices[0].bad.total))
        table.add_row(escaped(slices[0].value or "unknown"), *counts, *chain(*((_told(one.ham), _told(one.bad)) for one in slices)))
    return table


def _told(share: Share) -> str:
    """A share of nothing is not told."""
    return str(share) if share.total else ""


def _differing(reports: tuple[Report, ...], differing: tuple[Differing, ...]) -> Table:
    heads = _each(reports, "score", "disposition")
    table = Table("message judged otherwise", "label", *heads, show_edge=False, caption=_shown(len(differing)), caption_justify="left")
    for one in differing[:SHOWN_DIFFERING]:
        cells = zip(one.scores, one.actions, strict=True)
        table.add_row(escaped(one.path), one.label, *chain(*((f"{score:.2f}", action.value) for score, action in cells)))
    return table


def _shown(count: int) -> str:
    return f"{count:,} messages judged otherwise; {min(count, SHOWN_DIFFERING)} shown, those whose scores differ most"


def _models(reports: tuple[Report, ...]) -> tuple[str, ...]:
    return tuple(f"model {report.model}" for report in reports)


def _each(reports: tuple[Report, ...], *titles: str) -> tuple[str, ...]:
    """Column heads for each model; with its id where there are two."""
    if len(reports) == 1:
        return titles
    return tuple(f"{title}\n{name}" for name in _models(reports) for title in titles)
