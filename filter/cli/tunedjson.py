"""What tuning found, as one JSON document. Computes nothing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from filter.judge.policy import Policy
from filter.lab.tune.checked import Check
from filter.lab.tune.found import ACTIONS, Costing, Scope, Tally, Tuned
from filter.lab.tune.margins import ROWS
from filter.store.verdicts import number


def document(tuned: Tuned, block: str) -> dict[str, Any]:
    """All but the messages' arrays, with the policy as a `block` of TOML; what is infinite is "inf"."""
    return {
        "files": list(tuned.files),
        "model": tuned.model,
        "rulebook": tuned.rulebook,
        "confidence": tuned.confidence,
        "tuned_on": len(tuned.tuning),
        "checked_on": 0 if tuned.later is None else len(tuned.later),
        "undated": tuned.undated,
        "repeated": tuned.repeated,
        "contradicted": tuned.contradicted,
        "volume": None if tuned.volume is None else asdict(tuned.volume),
        "site": _scope(tuned.site),
        "groups": [_scope(group) for group in tuned.groups],
        "costing": None if tuned.costing is None else _costing(tuned.costing),
        "nearest": [asdict(near) | {"score": number(near.score), "distance": number(near.distance)} for near in tuned.nearest],
        "policy": block,
    }


def _scope(scope: Scope) -> dict[str, Any]:
    return {
        "name": scope.name,
        "current": _policy(scope.before),
        "proposed": _policy(scope.after),
        "proofs": [asdict(proof) | {"line": number(proof.line), "rate": proof.rate} for proof in scope.proofs],
        "tuned_on": {"current": _tallies(scope.current), "proposed": _tallies(scope.proposed)},
        "later": {"current": _tallies(scope.later_current), "proposed": _tallies(scope.later_proposed)} if scope.checks else None,
        "checks": [_check(check) for check in scope.checks],
    }


def _policy(policy: Policy) -> dict[str, dict[str, float | str]]:
    return {row: {action: number(getattr(getattr(policy, row), action)) for action in ACTIONS} for row in ROWS}


def _tallies(tallies: tuple[Tally, ...]) -> dict[str, dict[str, Any]]:
    """By label; what nobody labelled is "unknown"."""
    return {tally.label or "unknown": {action: tally.share(action).as_dict() for action in ACTIONS} for tally in tallies if tally.total}


def _check(check: Check) -> dict[str, Any]:
    return asdict(check) | {"measured": check.measured.as_dict(), "kept": check.kept}


def _costing(costing: Costing) -> dict[str, Any]:
    """Without the curve: a picture has it."""
    told = {"costs": asdict(costing.costs), "line": number(costing.line), "current": costing.current, "proposed": costing.proposed}
    flat = [{"share": share, "lowest": low, "highest": high} for share, low, high in costing.flat]
    return told | {"a_day": costing.a_day, "flat": flat}
