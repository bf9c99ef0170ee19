"""Configuration to the one judge and its policy. The only place that builds them: every door uses what is made here."""

from __future__ import annotations

from filter.config import Config, ThresholdRow
from filter.judge.judge import Judge
from filter.judge.policy import Policy, Thresholds
from filter.store.bundle import load
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped

DEFAULT_MODEL = "models/default"
RULES = "rules"


def build_judge(config: Config) -> Judge:
    """The judge the configuration asks for. Raises BundleError or RulebookError."""
    return Judge(
        model=load(config.model.path or shipped(DEFAULT_MODEL)),
        rulebook=load_rulebook(config.rules.path or shipped(RULES)),
    )


def build_policy(config: Config) -> Policy:
    """The thresholds the configuration sets."""
    rows = config.policy
    return Policy(*(_thresholds(row) for row in (rows.overall, rows.spam, rows.phish, rows.bec)))


def _thresholds(row: ThresholdRow) -> Thresholds:
    return Thresholds(row.tag, row.quarantine, row.reject)
