"""A verdict as JSON and back, to the last bit: the one form of it in the quarantine, the journal and `sievert score`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from filter.judge.verdict import Hit, PerThreat, Reason, Verdict


def to_json(verdict: Verdict) -> dict[str, Any]:
    """Only what JSON has: floats keep every bit through `json.dumps`; the infinite ones, which JSON lacks, are strings."""
    return {
        "id": verdict.id,
        "score": number(verdict.score),
        "log_odds": _per_threat(verdict.log_odds),
        "probability": _per_threat(verdict.probability),
        "reasons": [reason_to_json(reason) for reason in verdict.reasons],
        "rest": _per_threat(verdict.rest),
        "hits": [_hit(hit) for hit in verdict.hits],
        "defects": list(verdict.defects),
        "model": verdict.model,
        "rulebook": verdict.rulebook,
    }


def from_json(document: Mapping[str, Any]) -> Verdict:
    """The verdict that `to_json` wrote. ValueError if it is none."""
    try:
        return Verdict(
            id=document["id"],
            score=float(document["score"]),
            log_odds=per_threat_from_json(document["log_odds"]),
            probability=per_threat_from_json(document["probability"]),
            reasons=tuple(reason_from_json(reason) for reason in document["reasons"]),
            rest=per_threat_from_json(document["rest"]),
            hits=tuple(Hit(**{**hit, "weight": float(hit["weight"])}) for hit in document["hits"]),
            defects=tuple(document["defects"]),
            model=document["model"],
            rulebook=document["rulebook"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a verdict: {type(error).__name__}: {error}") from None


def reason_to_json(reason: Reason) -> dict[str, Any]:
    """One reason as JSON."""
    return {"threat": reason.threat, "kind": reason.kind, "evidence": reason.evidence, "weight": number(reason.weight)}


def reason_told(reason: Reason) -> str:
    """One reason for a reader, as the stamp writes it: its kind, the piece as it stands between quotes, its log-odds."""
    return f'{reason.kind} "{reason.evidence}" {reason.weight:+.2f}'


def reason_from_json(document: Mapping[str, Any]) -> Reason:
    """The reason that `reason_to_json` wrote."""
    return Reason(**{**document, "weight": float(document["weight"])})


def per_threat_from_json(document: Mapping[str, Any]) -> PerThreat:
    """Three numbers by the threats' names."""
    return PerThreat(**{threat: float(value) for threat, value in document.items()})


def _hit(hit: Hit) -> dict[str, Any]:
    weight = number(hit.weight)
    return {"rule": hit.rule, "threat": hit.threat, "weight": weight, "title": hit.title, "evidence": hit.evidence}


def _per_threat(values: PerThreat) -> dict[str, float | str]:
    return {threat: number(value) for threat, value in values.as_dict().items()}


def number(value: float) -> float | str:
    """A number as JSON: one that is infinite as a string."""
    return value if math.isfinite(value) else repr(value)
