"""A message as a replay judged it: one row of a run, with everything a threshold can be tuned on and nothing of the body.

Its JSON has the names and shapes of `sievert score`. Reads and writes no file: that is `runs`'.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Verdict
from filter.store.labels.label import VALUES
from filter.store.verdicts import from_json, to_json

REASONS = 6
"""Reasons kept of a verdict, the heaviest of all threats."""


@dataclass(frozen=True, slots=True)
class Row:
    """One judged message. `path` says where it stood, as `archives` names it; `label` is "" or one of ham, spam, phish, bec.

    `verdict` has only its heaviest reasons and no `rest`. `date` is None where the message has none; `sender` is the envelope's as its
    last server wrote it down, else the author's address; `subject_sha256` is "" without a subject; `list_id` is the mailing list's.
    """

    path: str
    verdict: Verdict
    disposition: Disposition
    date: datetime | None = None
    sender: str = ""
    recipients: tuple[str, ...] = ()
    subject_sha256: str = ""
    list_id: str = ""
    label: str = ""


def row_to_json(row: Row) -> dict[str, Any]:
    """A row's document: what JSON has, every float to the last bit."""
    whole = to_json(row.verdict)
    return {
        "path": row.path,
        "id": whole["id"],
        "date": row.date.astimezone(UTC).isoformat(timespec="seconds") if row.date else None,
        "sender": row.sender,
        "recipients": list(row.recipients),
        "subject_sha256": row.subject_sha256,
        "list": row.list_id,
        "label": row.label,
        "score": whole["score"],
        "threats": whole["probability"],
        "log_odds": whole["log_odds"],
        "disposition": row.disposition.action.value,
        "cause": row.disposition.cause,
        "hits": whole["hits"],
        "reasons": whole["reasons"],
        "model": whole["model"],
        "rulebook": whole["rulebook"],
    }


def row_from_json(document: Mapping[str, Any]) -> Row:
    """The row that `row_to_json` wrote. ValueError if it is none."""
    try:
        date = document["date"]
        row = Row(
            path=document["path"],
            verdict=from_json({**document, "probability": document["threats"], "rest": _NOTHING, "defects": ()}),
            disposition=Disposition(Action(document["disposition"]), document["cause"]),
            date=datetime.fromisoformat(date) if date else None,
            sender=document["sender"],
            recipients=tuple(document["recipients"]),
            subject_sha256=document["subject_sha256"],
            list_id=document["list"],
            label=label_of(document["label"]),
        )
        if set(map(type, _texts(row))) != {str}:
            raise ValueError("not a row of a run: a number or nothing where a text should be")
        return row
    except KeyError as error:
        raise ValueError(no_row(error)) from None
    except (TypeError, AttributeError) as error:
        raise ValueError(f"not a row of a run: {type(error).__name__}: {error}") from None


def no_row(lacking: KeyError) -> str:
    """What is wrong with a document that lacks something of a row, such as one that `sievert score` wrote."""
    return f"not a row of a run: it has no {lacking.args[0]!r}; rows are what sievert replay --out writes"


def label_of(value: str) -> str:
    """A row's label as it is, "" for none. ValueError for what no label is, which would count as mail without one."""
    if value != "" and value not in VALUES:
        raise ValueError(f"{value!r} is no label; labels are {', '.join(VALUES)}, or none")
    return value


def _texts(row: Row) -> list[object]:
    verdict = row.verdict
    texts: list[object] = [row.path, row.sender, *row.recipients, row.subject_sha256, row.list_id, row.label, row.disposition.cause]
    texts += (verdict.id, verdict.model, verdict.rulebook)
    for reason in verdict.reasons:
        texts += (reason.threat, reason.kind, reason.evidence)
    for hit in verdict.hits:
        texts += (hit.rule, hit.threat, hit.title, hit.evidence)
    return texts


_NOTHING = {"spam": math.nan, "phish": math.nan, "bec": math.nan}
