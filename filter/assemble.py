"""Configuration to the one judge and its policy. The only place that builds them: every door uses what is made here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace

from filter.config.file import load_shadow
from filter.config.policy import Rows, ThresholdRow
from filter.config.schema import Config
from filter.config.site import name_key
from filter.judge.judge import Judge
from filter.judge.policy import Policies, Policy, Thresholds
from filter.judge.site import NOWHERE, Site, Supplier, Vip
from filter.store.bundle import load
from filter.store.lessons import site_layer
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped
from filter.store.sitelists import load_lists

DEFAULT_MODEL = "models/default"
RULES = "rules"
TRIAL_CHARS = 16


@dataclass(frozen=True, slots=True)
class Trial:
    """What is judged in shadow of the live judge. `judge` is None where it would say what the live one says, and only the thresholds
    differ. `id` stands for both sides together: what was counted under one id may be added up."""

    id: str
    judge: Judge | None
    policies: Policies


def build_judge(config: Config) -> Judge:
    """The judge the configuration asks for, with what the site taught it. Raises BundleError, RulebookError or StoreError."""
    return replace(build_base_judge(config), layer=site_layer(config.store.lessons))


def build_base_judge(config: Config) -> Judge:
    """The same without what the site taught: what learning starts from."""
    return Judge(
        model=load(config.model.path or shipped(DEFAULT_MODEL)),
        rulebook=load_rulebook(config.rules.path or shipped(RULES)),
        site=build_site(config),
    )


def build_trial(config: Config, judge: Judge) -> Trial | None:
    """What the configuration tries in shadow of this judge, which is its own; None where nothing is. Raises as `build_judge`, and
    ConfigError.

    What the site taught holds for both: it is the site's, whatever model it is put upon.
    """
    tried = load_shadow(config)
    if tried is None:
        return None
    other, policies = replace(build_base_judge(tried), layer=judge.layer), build_policies(tried)
    if other.model.id == judge.model.id:
        other = replace(other, model=judge.model)  # or its weights would be in memory twice
    sides = (_facts(judge, build_policies(config)), _facts(other, policies))
    identity = hashlib.sha256(repr(sides).encode()).hexdigest()[:TRIAL_CHARS]
    return Trial(identity, None if sides[0][0] == sides[1][0] else other, policies)


def _facts(judge: Judge, policies: Policies) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """What a judge's word hangs on, but for what the site teaches day by day; and the thresholds. Equal facts are written alike."""
    site = tuple(tuple(sorted(of_a_kind)) for of_a_kind in astuple(judge.site))
    groups = tuple((tuple(sorted(members)), policy) for members, policy in policies.groups)
    return (judge.model.id, judge.rulebook.id, site), (policies.site, groups)


def build_site(config: Config) -> Site:
    """What the configuration and its folder of lists say of the site, together. Raises SiteError."""
    here = config.site
    lists = load_lists(here.folder) if here.folder else NOWHERE
    vips = _joined(*((one.name, one.addresses) for one in here.vip), *lists.vips)
    suppliers = _joined(*((one.name, one.domains) for one in here.supplier), *lists.suppliers)
    return Site(
        domains=lists.domains.union(here.domains),
        vips=tuple(Vip(*one) for one in vips),
        suppliers=tuple(Supplier(*one) for one in suppliers),
        authserv_ids=lists.authserv_ids.union(here.authserv_ids),
        freemail=lists.freemail.union(here.freemail),
    )


def _joined(*rows: tuple[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name once, as it was first spelt, with what goes with it in any place."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for name, values in rows:
        first, known = found.get(name_key(name), (name, ()))
        found[name_key(name)] = first, tuple(dict.fromkeys((*known, *values)))
    yield from found.values()


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
