"""From rows to a proposal: budgets and costs to lines, lines to policies; then all that is told of them, put together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from filter.errors import UsageError
from filter.judge.policy import Policies, Policy
from filter.lab.metrics import Scores, Truth
from filter.lab.tune import cost, parts
from filter.lab.tune.asked import Asked
from filter.lab.tune.budget import allowed, below, tightest
from filter.lab.tune.found import ACTIONS, Part, Scope, Tuned, Volume
from filter.lab.tune.margins import apart, line_above, moved, of_rows, thresholds
from filter.lab.tune.nearest import nearest
from filter.lab.tune.scopes import Change, Chosen, Lines, Mail, scope
from filter.store.runs import Columns

Budgets = tuple[float | None, ...]
"""A rate for each action; None each where only costs choose."""

_ANYWHERE: Lines = (-math.inf, -math.inf, -math.inf)


def tune(columns: Columns, policies: Policies, asked: Asked, files: Sequence[Path]) -> Tuned:
    """All of it, from the rows that the files have. UsageError where they cannot be tuned on."""
    parts.checked(columns)
    contradicted, policy = parts.contradicted(columns), policies.site
    places = parts.once(columns, contradicted)
    mail = Mail(columns, *parts.split(columns, places, asked.verify_share))
    tuning, later = (parts.part(columns, rows, policy) for rows in (mail.early, mail.late))
    volume = parts.volume(columns, places, asked.volume)
    budgets, weigh = _rates(asked, volume), cost.rates(volume, tuning.label)
    chosen, least = _site_lines(tuning, policy, budgets, asked, weigh)
    site = scope(mail, Change(policy, moved(policy, chosen.lines), chosen), asked)
    costing = None
    if asked.costs is not None and least is not None:
        current, proposed = (cost.of_tallies(one, asked.costs, weigh) for one in (site.current, site.proposed))
        costing = cost.costing(least, asked.costs, current, proposed, a_day=volume is not None)
    return Tuned(
        files=tuple(map(str, files)),
        model=columns.model,
        rulebook=columns.rulebook,
        confidence=asked.confidence,
        tuning=tuning,
        later=later if len(later) else None,
        undated=int(np.count_nonzero(np.isnat(columns.date[places]))),
        repeated=len(columns) - len(places) - len(contradicted),
        contradicted=len(contradicted),
        site=site,
        groups=tuple(_groups(mail, policies, site, budgets, asked)),
        volume=volume,
        costing=costing,
        nearest=nearest(columns, parts.part(columns, places, policy), chosen.lines, files),
    )


def _rates(asked: Asked, volume: Volume | None) -> Budgets:
    """Each budget as a share of the ham. UsageError where a stronger action may take more than a milder one, which counts it in."""
    if not asked.budgets:
        return (None,) * len(ACTIONS)
    found = [(budget.action, budget.rate(volume)) for budget in asked.budgets]
    for (milder, high), (stronger, low) in pairwise(found):
        if low > high:
            raise UsageError(f"--budget: {stronger} ({low:.3g}) must not be above {milder} ({high:.3g}), which counts it in")
    return tuple(rate for _, rate in found)


def _provable(budgets: Budgets, asked: Asked, ham: int) -> Budgets:
    """The budgets; of one that nobody named and so much ham cannot prove, the tightest that it can, if that is within the milder one's."""
    found = list(budgets)
    best = tightest(ham, asked.confidence)
    for place, (budget, rate) in enumerate(zip(asked.budgets, budgets, strict=False)):
        milder = found[place - 1] if place else None
        if rate is not None and milder is not None and not budget.named and rate < best <= milder:
            found[place] = best
    return tuple(found)


def _proven(margins: Scores, rates: Budgets, asked: Asked) -> Chosen:
    """The lowest lines that the ham's margins (n, 3) prove; inf where they prove none. A stronger action's is at least as high."""
    budgets, confidence = _provable(rates, asked, len(margins)), asked.confidence
    lines: list[float] = []
    most: list[int | None] = []
    for column, budget in enumerate(budgets):
        may = None if budget is None else allowed(len(margins), budget, confidence)
        line = math.inf if may is None else line_above(below(margins[:, column], may))
        lines.append(max(line, *lines) if lines else line)
        most.append(may)
    return Chosen((lines[0], lines[1], lines[2]), tuple(most), budgets)


def _no_lower(chosen: Chosen, rates: Budgets, policy: Policy) -> Chosen:
    """An action with a budget that nobody asked for, and that is looser than a tenth, is not taken on more mail than the policy has it now:
    no wish says that it should be."""
    lines: list[float] = []
    for line, budget, rate, current in zip(chosen.lines, chosen.budgets, rates, _current(policy), strict=True):
        least = current if budget != rate and math.isfinite(current) else line
        lines.append(max(line, least, *lines))
    return chosen._replace(lines=(lines[0], lines[1], lines[2]))


def _site_lines(tuning: Part, policy: Policy, budgets: Budgets, asked: Asked, weigh: cost.Rates) -> tuple[Chosen, cost.Least | None]:
    """The lines of the budgets; or those of least cost, among the ones that keep the budgets. Costs are a wish: what they place may be
    lower than now."""
    ham = tuning.margins[tuning.ham]
    if not len(ham):
        raise UsageError("no ham in the earlier mail: give more, or keep less of it for the check (--verify-share)")
    proven = _proven(ham, budgets, asked)
    chosen = _no_lower(proven, budgets, policy)
    if asked.costs is None:
        return chosen, None
    if not np.isfinite(thresholds(policy)[:, 1]).any():
        raise UsageError("--cost places the quarantine's line, and the policy has none: every policy.*.quarantine is inf")
    held, floors = (chosen.lines, proven.lines) if asked.budgets else (_current(policy), _ANYWHERE)
    least = cost.cheapest(tuning, held, floors, asked.costs, weigh)
    return chosen._replace(lines=least.lines), least


def _current(policy: Policy) -> Lines:
    """Where the current policy's lines are; of one that is not the same in each row, the highest."""
    gaps = apart(policy)
    highest = np.where(np.isfinite(gaps), gaps, -math.inf).max(axis=0)
    tag, quarantine, reject = np.where(np.isfinite(highest), highest, math.inf)
    return float(tag), float(quarantine), float(reject)


def _groups(mail: Mail, policies: Policies, site: Scope, budgets: Budgets, asked: Asked) -> Iterator[Scope]:
    """Each group with its own lines where its ham proves the budget, the site's thresholds where it does not; without budgets as it is."""
    early, late = (parts.addressed(mail.columns, rows, policies) for rows in (mail.early, mail.late))
    for place, (_, policy) in enumerate(policies.groups):
        theirs = mail.only((early[place], late[place]))
        own = parts.part(mail.columns, theirs.early, policy)
        chosen = _no_lower(_proven(own.margins[own.ham], budgets, asked), budgets, policy)
        yield scope(theirs, _inheriting(policy, site, chosen) if asked.budgets else _left(policy, site, chosen), asked)


def _inheriting(policy: Policy, site: Scope, chosen: Chosen) -> Change:
    """What its ham does not prove is the site's, save where the group has inf: that stays."""
    taken = np.isfinite(thresholds(policy))
    inherited = taken.any(axis=0) & np.array([may is None for may in chosen.allowed])
    written = np.where(inherited, thresholds(site.after), thresholds(moved(policy, chosen.lines)))
    after = _ordered(np.where(taken, written, math.inf), policy.group)
    return _change(policy, after, site, chosen, inherited)


def _left(policy: Policy, site: Scope, chosen: Chosen) -> Change:
    """What a group has of its own stays; what is the site's now is the site's then."""
    shared = thresholds(policy) == thresholds(site.before)
    after = _ordered(np.where(shared, thresholds(site.after), thresholds(policy)), policy.group)
    inherited = np.isfinite(thresholds(policy)).any(axis=0) & shared.all(axis=0)
    return _change(policy, after, site, chosen._replace(lines=_current(after)), inherited)


def _ordered(written: Scores, group: str) -> Policy:
    for place in (1, 2):  # a row's stronger action begins no lower than its milder ones
        milder = np.where(np.isfinite(written[:, :place]), written[:, :place], -math.inf).max(axis=1)
        written[:, place] = np.maximum(written[:, place], milder)
    return of_rows(written, group)


def _change(policy: Policy, after: Policy, site: Scope, chosen: Chosen, inherited: Truth) -> Change:
    lines = np.where(inherited, [proof.line for proof in site.proofs], chosen.lines)
    whole = chosen._replace(lines=(float(lines[0]), float(lines[1]), float(lines[2])))
    return Change(policy, after, whole, tuple(map(bool, inherited)))
