"""A `Tuned` of invented verdicts, for whatever shows one: normally distributed scores, lines where their ham proves them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from filter.judge.policy import Policy, Thresholds
from filter.lab.tune.budget import allowed, below, needed, tightest, upper
from filter.lab.tune.checked import Check
from filter.lab.tune.found import ACTIONS, Costing, Costs, Near, Part, Proof, Scope, Senders, Tuned, Volume
from filter.lab.tune.margins import line_above, margins, moved, tallies, values

POLICY = Policy(Thresholds(5.4, 7.25, 12.0), Thresholds(3.5, 5.0), Thresholds(), Thresholds(4.25, 5.5))
CONFIDENCE = 0.95
BUDGETS = (0.01, 0.002, 0.001)

MEANS = {"ham": -9.0, "spam": 6.0, "phish": 4.0, "bec": 3.0, "": -4.0}


def part(counts: dict[str, int], first: str = "2026-01-05", days: int = 60, seed: int = 1, policy: Policy = POLICY) -> Part:
    """So many messages of each label, spread over the days."""
    chance = np.random.default_rng(seed)
    label = np.repeat(list(counts), list(counts.values()))
    score = np.concatenate([chance.normal(MEANS[name], 4.0, count) for name, count in counts.items()])
    odds = np.column_stack([np.where(label == name, score, score - chance.uniform(1, 4, len(score))) for name in ("spam", "phish", "bec")])
    seconds = np.sort(chance.integers(0, days * 86_400, len(score))).astype("timedelta64[s]")
    mixed = chance.permutation(len(score))
    label, score, odds = label[mixed], score[mixed], odds[mixed]
    date = np.datetime64(first, "s") + seconds
    return Part(label, score, odds, margins(policy, values(score, odds)), date, np.arange(len(score)))


def proof(one: Part, action: str, budget: float, policy: Policy = POLICY) -> Proof:
    """What the ham of the part proves of the action's line."""
    above = one.margins[one.ham, ACTIONS.index(action)]
    count = len(above)
    most = allowed(count, budget, CONFIDENCE)
    line = math.inf if most is None else line_above(below(above, most))
    there = int(np.count_nonzero(above >= line))
    voices = Senders(40, min(there, 2) * 0.7, 0.08, "news@lists.example", min(there, 3))
    proven = None if most is None else upper(there, count, CONFIDENCE)
    off = not np.isfinite(above).any()
    least = needed(budget, CONFIDENCE)
    return Proof(action, budget, True, count, most, there, proven, least, tightest(count, CONFIDENCE), line, off, False, voices)


def scope(one: Part, later: Part | None, name: str = "", policy: Policy = POLICY) -> Scope:
    """The scope whose lines the part's ham proves."""
    proofs = tuple(proof(one, action, budget, policy) for action, budget in zip(ACTIONS, BUDGETS, strict=True))
    before = replace(policy, group=name)
    after = moved(before, (proofs[0].line, proofs[1].line, proofs[2].line))
    now, then = (tallies(which, values(one.score, one.log_odds), one.label) for which in (before, after))
    if later is None:
        return Scope(name, before, after, proofs, now, then, (), (), ())
    seen = values(later.score, later.log_odds)
    later_now, later_then = tallies(before, seen, later.label), tallies(after, seen, later.label)
    checks = tuple(Check(found.action, found.budget, later_then[0].share(found.action)) for found in proofs)
    return Scope(name, before, after, proofs, now, then, later_now, later_then, checks)


def costing(site: Scope) -> Costing:
    """A cost with one minimum."""
    lines = np.arange(-500, 800) / 100
    cost = 40 + (lines - 1.5) ** 2
    return Costing(Costs(1.0, 20.0, 0.1), lines, cost, 1.5, ((0.01, 0.87, 2.13), (0.05, 0.09, 2.91)), 47.5, 40.3, a_day=True)


NEAREST = (
    Near("tag", 0.02, "jan.mbox:17", 5.42, "ham", "spam: text 'act now' +1.20"),
    Near("tag", -0.01, "jan.mbox:90", 5.39, "bec", "bec: subject 'quick favour' +2.10"),
    Near("quarantine", 0.4, "feb.tar.gz!box/9.eml", 7.65, "", "phish: link 'login.example' +3.00"),
)


def tuned(counts: dict[str, int] | None = None, later: dict[str, int] | None = None, **changed: object) -> Tuned:
    """All of it; `changed` are fields of Tuned."""
    earlier = part({"ham": 3000, "spam": 900, "phish": 300, "bec": 60, "": 200} if counts is None else counts)
    after = part(later, "2026-03-06", 20, seed=2) if later else None
    site = scope(earlier, after)
    whole = Tuned(
        files=("run.parquet",),
        model="sievert-4",
        rulebook="0123456789ab",
        confidence=CONFIDENCE,
        tuning=earlier,
        later=after,
        undated=0,
        repeated=12,
        contradicted=3,
        site=site,
        groups=(),
        volume=Volume(50.0, 21.0, 3.3, 60, stated=False),
        costing=None,
        nearest=NEAREST,
    )
    return replace(whole, **changed)  # type: ignore[arg-type]  (fields by name)
