"""Judged mail for tests of tuning: columns of invented verdicts, and the rows that a run's file has of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from filter.judge.policy import Action, Disposition, Policies, Policy, Thresholds
from filter.judge.verdict import PerThreat, Reason, Verdict, overall
from filter.lab.tune.asked import Asked, Budget, budgets
from filter.lab.tune.found import Costs
from filter.store import runs
from filter.store.rows import Row
from filter.store.runs import Columns

POLICY = Policy(Thresholds(5.4, 7.25, 12.0), Thresholds(3.5, 5.0), Thresholds(), Thresholds(4.25, 5.5))
SITE = Policies(POLICY)
FIRST = np.datetime64("2026-01-01", "s")
HOUR = np.timedelta64(3600, "s")


def columns(label: Sequence[str], score: Sequence[float], **more: object) -> Columns:
    """One message an hour with these labels and scores, all of it spam's log-odds less 0.1; `more` are fields of Columns."""
    count = len(label)
    odds = np.column_stack((np.array(score, float) - 0.1, np.full(count, -20.0), np.full(count, -20.0)))
    whole = Columns(
        score=np.array(score, float),
        log_odds=odds,
        date=FIRST + np.arange(count) * HOUR,
        label=np.array(label, "U5"),
        disposition=np.array(["deliver"] * count),
        paths=tuple(f"box/{place}.eml" for place in range(count)),
        ids=tuple(f"{place:064x}" for place in range(count)),
        senders=tuple(f"s{place}@example.org" for place in range(count)),
        lists=("",) * count,
        recipients=(("ann@example.com",),) * count,
        model="m1",
        rulebook="r1",
    )
    return replace(whole, **more)  # type: ignore[arg-type]  (fields by name)


def mixed(ham: int, spam: int, seed: int = 1, shift: float = 0.0) -> tuple[list[str], list[float]]:
    """Labels and scores of ham around -9 and spam around 6, mixed in time; the later half's ham is `shift` higher."""
    chance = np.random.default_rng(seed)
    label = chance.permutation(["ham"] * ham + ["spam"] * spam)
    score = np.where(label == "ham", chance.normal(-9, 4, ham + spam), chance.normal(6, 4, ham + spam))
    score[(ham + spam) // 2 :] += np.where(label == "ham", shift, 0.0)[(ham + spam) // 2 :]
    return list(map(str, label)), list(map(float, score))


def asked(*words: str, costs: Costs | None = None, share: float = 0.0, volume: float | None = None) -> Asked:
    """Budgets as one says them, at 95 %."""
    said: tuple[Budget, ...] = budgets(words)
    return Asked(said, costs, 0.95, share, volume)


def rows(label: Sequence[str], score: Sequence[float], recipient: str = "ann@example.com") -> list[Row]:
    """The same messages as a run has them."""
    return [_row(place, name, value, recipient) for place, (name, value) in enumerate(zip(label, score, strict=True))]


def _row(place: int, label: str, score: float, recipient: str) -> Row:
    odds = PerThreat(score - 0.1, -20.0, -20.0)
    reasons = (Reason("spam", "structure", "posted through a list", -2.5), Reason("spam", "text", "act \x1b[1mnow", 1.2))
    nothing = PerThreat(0.0, 0.0, 0.0)
    verdict = Verdict(f"{place:064x}", overall(odds), odds, nothing, reasons, nothing, (), (), "m1", "r1")
    date = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=place)
    return Row(f"box/{place}.eml", verdict, Disposition(Action.DELIVER, ""), date, f"s{place}@example.org", (recipient,), "", "", label)


def run(file: Path, label: Sequence[str], score: Sequence[float]) -> Path:
    """A run's file of these messages."""
    runs.write(file, rows(label, score))
    return file
