"""Rules and the rulebook: a message in, the hits out. Pure; reading and checking rule files is `store.rulebook`'s."""

from __future__ import annotations

from dataclasses import dataclass

from filter.judge import limits
from filter.judge.conditions import Match
from filter.judge.mail import Message
from filter.judge.parse import parse
from filter.judge.verdict import Hit

STABLE = "stable"
TRIAL = "trial"
STATUSES = (STABLE, TRIAL)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, compiled. `weight` is the log-odds it adds to `threat`; `hit` and `miss` are whole messages, as octets.

    `status` is "stable", or "trial": then its hits are reported with weight 0, so that it can be watched before it counts.
    """

    id: str
    title: str
    description: str
    threat: str
    weight: float
    status: str
    references: tuple[str, ...]
    false_positives: tuple[str, ...]
    hit: bytes
    miss: bytes
    match: Match

    def find(self, message: Message) -> Hit | None:
        """The hit with its evidence, or None."""
        evidence = self.match.find(message)
        if evidence is None:
            return None
        return Hit(self.id, self.threat, self.weight if self.status == STABLE else 0.0, self.title, _shown(evidence))

    def failures(self) -> tuple[str, ...]:
        """What is wrong when the rule meets its own two mails; empty where it hits the one and misses the other."""
        wrong = []
        if self.find(parse(self.hit)) is None:
            wrong.append("does not match its hit mail")
        if self.find(parse(self.miss)) is not None:
            wrong.append("matches its miss mail")
        return tuple(wrong)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule in use. `id` names their exact contents: it goes into each verdict."""

    rules: tuple[Rule, ...]
    id: str

    def match(self, message: Message) -> tuple[Hit, ...]:
        """The hits, in the rulebook's order. Never raises."""
        return tuple(filter(None, [rule.find(message) for rule in self.rules]))


def _shown(evidence: str) -> str:
    """One bounded line that is safe to print: what does not show (zero-width, bidi, control) is written as its escape."""
    line = " ".join(evidence[: limits.EVIDENCE_CHARS].split())
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in line)
    return shown[: limits.EVIDENCE_CHARS]
