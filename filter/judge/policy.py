"""From facts to a decision: thresholds in, `Disposition` out. The only room of the judge that knows a threshold."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from enum import StrEnum

from filter.judge.verdict import THREATS, Verdict

_QUOTED_PAIR = re.compile(r"\\(.)")


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
    """Thresholds on the overall score and on each threat's own log-odds. `group` names the recipients it is for, "" all."""

    overall: Thresholds = field(default_factory=Thresholds)
    spam: Thresholds = field(default_factory=Thresholds)
    phish: Thresholds = field(default_factory=Thresholds)
    bec: Thresholds = field(default_factory=Thresholds)
    group: str = ""

    @property
    def refusals(self) -> tuple[float, ...]:
        """The log-odds at which mail is refused; two policies that differ here may need two replies."""
        return tuple(row.reject for row in (self.overall, self.spam, self.phish, self.bec))


@dataclass(frozen=True, slots=True)
class Policies:
    """The site's policy and those of groups of recipients: (lower-case addresses and "@domain"s, policy), the first that fits."""

    site: Policy
    groups: tuple[tuple[frozenset[str], Policy], ...] = ()

    def of(self, recipient: str) -> Policy:
        """The policy for mail to this address, however it is written: in capitals, with quotes or a last dot that change nothing,
        with a detail after "+" (RFC 5233)."""
        if self.groups:
            local, _, domain = recipient.lower().removesuffix(".").rpartition("@")
            if len(local) > 1 and local[0] == local[-1] == '"':
                local = _QUOTED_PAIR.sub(r"\1", local[1:-1])
            names = {f"{local}@{domain}", f"{local.partition('+')[0]}@{domain}", f"@{domain}"}
            for members, policy in self.groups:
                if not members.isdisjoint(names):
                    return policy
        return self.site


@dataclass(frozen=True, slots=True)
class Disposition:
    """The action taken and which threshold asked for it: "overall" or a threat, of a group as "group:overall"; "" where none did."""

    action: Action
    cause: str


_SEVERITY = tuple(Action)


def decide(verdict: Verdict, policy: Policy) -> Disposition:
    """The strongest action that any threshold asks for. The leading threat names the cause before the overall score does."""
    asked = [(getattr(policy, threat).action(verdict.log_odds.of(threat)), threat) for threat in THREATS]
    asked.sort(key=lambda pair: verdict.log_odds.of(pair[1]), reverse=True)
    asked.append((policy.overall.action(verdict.score), "overall"))
    action, cause = max(asked, key=lambda pair: _SEVERITY.index(pair[0]))
    cause = f"{policy.group}:{cause}" if policy.group else cause
    return Disposition(action, "" if action is Action.DELIVER else cause)
