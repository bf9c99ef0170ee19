"""What thresholds are tuned on, as arrays: a run without its reasons. Reads no file and decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from filter.errors import UsageError
from filter.judge.verdict import THREATS
from filter.store.rows import label_of, no_row

COLUMNS = (
    *("path", "id", "date", "sender", "recipients", "subject_sha256", "list", "label", "score"),
    *THREATS,
    *(f"p_{threat}" for threat in THREATS),
    *("disposition", "cause", "hits", "reasons", "model", "rulebook"),
)
"""A row's columns in the forms that have columns, in their order."""

TEXTS = ("path", "id", "sender", "subject_sha256", "list", "label", "disposition", "cause", "model", "rulebook")
"""Those that are plain text."""

LABEL = "U5"
DISPOSITION = "U10"
"""Types that hold the longest label and the longest name of an action."""

Judge = tuple[str, str]
"""The model and the rulebook that a row is by."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One entry a message in each, n in all. `score` (n,) and `log_odds` (n, 3), in the order of `THREATS`, are float64; `date` (n,) is
    datetime64[s], NaT where unknown; `label` (n,) is "", ham, spam, phish or bec; `disposition` (n,) an action's name. `model` and
    `rulebook` are the first row's, "" without rows."""

    score: npt.NDArray[np.float64]
    log_odds: npt.NDArray[np.float64]
    date: npt.NDArray[np.datetime64]
    label: npt.NDArray[np.str_]
    disposition: npt.NDArray[np.str_]
    paths: tuple[str, ...]
    ids: tuple[str, ...]
    senders: tuple[str, ...]
    lists: tuple[str, ...]
    recipients: tuple[tuple[str, ...], ...]
    model: str
    rulebook: str

    def __len__(self) -> int:
        return len(self.score)


def of_documents(documents: Iterable[tuple[str, Mapping[str, Any]]]) -> Columns:
    """Those of rows' documents, each with its place. UsageError names the place of what is no row, or another judge's."""
    rows = list(_of_one_judge(documents))
    score, odds, date, label, disposition, paths, ids, senders, lists, recipients, *made = zip(*rows, strict=True) if rows else [()] * 12
    return Columns(
        np.array(score, np.float64),
        np.array(odds, np.float64).reshape(-1, len(THREATS)),
        np.array(date, "datetime64[s]"),
        np.array(label, LABEL),
        np.array(disposition, DISPOSITION),
        paths,
        ids,
        senders,
        lists,
        recipients,
        *(str(next(iter(names), "")) for names in made),
    )


def _of_one_judge(documents: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[tuple[Any, ...]]:
    first: Judge | None = None
    for place, document in documents:
        fields = _fields(place, document)
        judge = fields[-2:]
        first = first or judge
        same_judge(place, judge, first)
        yield fields


def same_judge(place: str, judge: Judge, first: Judge) -> None:
    """UsageError where the row at that place is not by the judge of the first: of two, scores cannot be compared."""
    if judge != first:
        raise UsageError(f"{place}: of another judge than the rows before it: {_told(judge)}, not {_told(first)}; replay them by one")


def _told(judge: Judge) -> str:
    model, rulebook = judge
    return f"model {model}, rulebook {rulebook}"


def _fields(place: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    try:
        odds = row["log_odds"]
        return (
            float(row["score"]),
            tuple([float(odds[threat]) for threat in THREATS]),
            _utc(row["date"]),
            label_of(row["label"]),
            row["disposition"],
            row["path"],
            row["id"],
            row["sender"],
            row["list"],
            tuple(row["recipients"]),
            row["model"],
            row["rulebook"],
        )
    except ValueError as error:
        raise UsageError(f"{place}: not a row of a run: {error}") from None
    except KeyError as error:
        raise UsageError(f"{place}: {no_row(error)}") from None
    except (TypeError, AttributeError) as error:
        raise UsageError(f"{place}: not a row of a run: {type(error).__name__}: {error}") from None


def _utc(date: str | None) -> datetime | None:
    """As datetime64 has it: in UTC, without saying so."""
    return datetime.fromisoformat(date).astimezone(UTC).replace(tzinfo=None) if date else None


def joined(parts: Sequence[Columns]) -> Columns:
    """Several runs, one after another."""
    if len(parts) == 1:
        return parts[0]
    parts = [part for part in parts if len(part)] or [of_documents(())]
    judges = dict.fromkeys((part.model, part.rulebook) for part in parts)
    if len(judges) > 1:
        raise UsageError(f"the runs are of different judges: {' and '.join(map(_told, judges))}; replay them by one")
    return Columns(
        np.concatenate([part.score for part in parts]),
        np.concatenate([part.log_odds for part in parts]),
        np.concatenate([part.date for part in parts]),
        np.concatenate([part.label for part in parts]),
        np.concatenate([part.disposition for part in parts]),
        tuple(chain.from_iterable(part.paths for part in parts)),
        tuple(chain.from_iterable(part.ids for part in parts)),
        tuple(chain.from_iterable(part.senders for part in parts)),
        tuple(chain.from_iterable(part.lists for part in parts)),
        tuple(chain.from_iterable(part.recipients for part in parts)),
        parts[0].model,
        parts[0].rulebook,
    )
