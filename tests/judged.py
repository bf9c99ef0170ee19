"""Judged mail without a judge: samples that have the scores and actions a test gives them."""

from __future__ import annotations

from invented import mail

from filter.judge.policy import Action
from filter.judge.verdict import PerThreat, probabilities
from filter.lab.corpora import TEST, Sample
from filter.lab.facts import Facts
from filter.lab.scored import Scored

PLAIN = Facts("lists", "2023", "en", "ham", "plain", "no", "no", "0-199")


def sample(corpus: str = "lists", label: str = "ham", number: int = 0, part: str = TEST, campaign: str = "") -> Sample:
    """A mail of that label in that corpus."""
    return Sample(corpus, f"{corpus}/{label}/{number}", label, part, campaign or f"c{number}", "", "", mail(label, number))


def scored(
    corpus: str,
    label: str,
    *scores: float,
    log_odds: PerThreat = PerThreat(0.0, 0.0, 0.0),  # noqa: B008  (frozen)
    action: Action = Action.DELIVER,
    facts: Facts = PLAIN,
) -> list[Scored]:
    """Samples with these scores."""
    return [Scored(sample(corpus, label, n), value, log_odds, probabilities(log_odds), action, facts) for n, value in enumerate(scores)]
