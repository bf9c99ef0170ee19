"""Configuration to the one judge and its policy. The only place that builds them: every door uses what is made here."""

from __future__ import annotations

from dataclasses import replace

from filter.config.policy import Rows, ThresholdRow
from filter.config.schema import Config
from filter.judge.judge import Judge
from filter.judge.policy import Policies, Policy, Thresholds
from filter.store.bundle import load
from filter.store.lessons import site_layer
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped

DEFAULT_MODEL = "models/default"
RULES = "rules"


def build_judge(config: Config) -> Judge:
    """The judge the configuration asks for, with what the site taught it. Raises BundleError, RulebookError or StoreError."""
    return replace(build_base_judge(config), layer=site_layer(config.store.lessons))


def build_base_judge(config: Config) -> Judge:
    """The same without what the site taught: what learning starts from."""
    return Judge(
        model=load(config.model.path or shipped(DEFAULT_MODEL)),
        rulebook=load_rulebook(config.rules.path or shipped(RULES)),
    )


def build_policy(config: Config) -> Policy:
    """The thresholds the configuration sets for the site."""
    return _policy(config.policy)


def build_policies(config: Config) -> Policies:
    """The thresholds for the site and for groups of recipients."""
    site = config.policy
    groups = ((frozenset(group.recipients), _policy(group.over(site), group.name)) for group in site.group)
    return Policies(_policy(site), tuple(groups))


def _policy(rows: Rows, group: str = "") -> Policy:
    overall, spam, phish, bec = (_thresholds(row) for row in (rows.overall, rows.spam, rows.phish, rows.bec))
    return Policy(overall, spam, phish, bec, group)


def _thresholds(row: ThresholdRow) -> Thresholds:
    return Thresholds(row.tag, row.quarantine, row.reject)
