"""From facts to a decision: thresholds in, `Disposition` out. The only room of the judge that knows a threshold."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum

from filter.judge.verdict import THREATS, Verdict


class Action(StrEnum):
    """What happens to a message, mildest first."""

    DELIVER = "deliver"
    TAG = "tag"
    QUARANTINE = "quarantine"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The log-odds at which each action begins; infinity means never."""

    tag: float = math.inf
    quarantine: float = math.inf
    reject: float = math.inf

    def action(self, log_odds: float) -> Action:
        """The strongest action whose threshold the log-odds reach."""
        if log_odds >= self.reject:
            return Action.REJECT
        if log_odds >= self.quarantine:
            return Action.QUARANTINE
        return Action.TAG if log_odds >= self.tag else Action.DELIVER


@dataclass(frozen=True, slots=True)
class Policy:
    """Thresholds on the overall score and on each threat's own log-odds."""

    overall: Thresholds = field(default_factory=Thresholds)
    spam: Thresholds = field(default_factory=Thresholds)
    phish: Thresholds = field(default_factory=Thresholds)
    bec: Thresholds = field(default_factory=Thresholds)


@dataclass(frozen=True, slots=True)
class Disposition:
    """The action taken and which threshold asked for it: "overall" or a threat; "" where none did."""

    action: Action
    cause: str


_SEVERITY = tuple(Action)


def decide(verdict: Verdict, policy: Policy) -> Disposition:
    """The strongest action that any threshold asks for. The leading threat names the cause before the overall score does."""
    asked = [(getattr(policy, threat).action(verdict.log_odds.of(threat)), threat) for threat in THREATS]
    asked.sort(key=lambda pair: verdict.log_odds.of(pair[1]), reverse=True)
    asked.append((policy.overall.action(verdict.score), "overall"))
    action, cause = max(asked, key=lambda pair: _SEVERITY.index(pair[0]))
    return Disposition(action, "" if action is Action.DELIVER else cause)
