"""What the judge found. Facts only: no threshold and no action (those are `policy`'s)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

THREATS = ("spam", "phish", "bec")


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched: its id, threat, the log-odds it added (0 of a floor that was reached without it), its title and evidence."""

    rule: str
    threat: str
    weight: float
    title: str
    evidence: str


class PerThreat(NamedTuple):
    """One number for each threat, in the order of `THREATS`."""

    spam: float
    phish: float
    bec: float

    def of(self, threat: str) -> float:
        """The number for the named threat."""
        return float(getattr(self, threat))

    def plus(self, hits: Iterable[Hit]) -> PerThreat:
        """These log-odds and what the hits add."""
        sums = self._asdict()
        for hit in hits:
            sums[hit.threat] += hit.weight
        return PerThreat(**sums)

    def as_dict(self) -> dict[str, float]:
        """By threat name, for JSON."""
        return self._asdict()


EVEN = PerThreat(0.0, 0.0, 0.0)
"""Nothing is known: each threat is as likely as wanted mail."""


class Reason(NamedTuple):
    """One contribution to one threat's log-odds, and the piece of the message it came from.

    `kind` says where: "text", "subject", "structure", "rule", or "site" of what a site taught; `evidence` is the word, link or header
    fact itself.
    """

    threat: str
    kind: str
    evidence: str
    weight: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything the judge says of one mail.

    `log_odds` of a threat is ln P(threat) / P(wanted): the model's bias and contributions and what the rules add, summed.
    `probability` is the share of each threat among the four outcomes (wanted, spam, phish, bec), so the three sum to
    sigmoid(`score`), and `score` = ln sum exp(log_odds) is the log-odds that the message is unwanted; of mail through a list, both
    may take bec to be less than it is (`judge.LISTED`). For each threat its reasons and `rest` (bias and everything too small to
    name) sum to its log-odds.
    """

    id: str
    score: float
    log_odds: PerThreat
    probability: PerThreat
    reasons: tuple[Reason, ...]
    rest: PerThreat
    hits: tuple[Hit, ...]
    defects: tuple[str, ...]
    model: str
    rulebook: str

    @property
    def leading(self) -> str:
        """The threat with the highest log-odds."""
        return max(THREATS, key=self.log_odds.of)

    def reasons_for(self, threat: str) -> tuple[Reason, ...]:
        """The reasons of one threat, heaviest first."""
        return tuple(reason for reason in self.reasons if reason.threat == threat)


def unjudged(id: str) -> Verdict:  # noqa: A002  (what it is called everywhere else)
    """Stands for the verdict on a mail that could not be judged: it says nothing, and names no model."""
    return Verdict(id, 0.0, EVEN, EVEN, (), EVEN, (), ("unjudged",), "none", "none")


def overall(log_odds: PerThreat) -> float:
    """Log-odds that the mail is any of the threats: ln sum exp of the three."""
    top = max(log_odds)
    return top + math.log(math.exp(log_odds.spam - top) + math.exp(log_odds.phish - top) + math.exp(log_odds.bec - top))


def probabilities(log_odds: PerThreat) -> PerThreat:
    """Share of each threat among wanted, spam, phish and bec (softmax with the wanted outcome at log-odds 0)."""
    top = max(0.0, *log_odds)
    spam, phish, bec = [math.exp(value - top) for value in log_odds]
    total = math.exp(-top) + spam + phish + bec
    return PerThreat(spam / total, phish / total, bec / total)
