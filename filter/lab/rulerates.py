"""How often each rule matches wanted mail, held against the rate it declares. Reads no archive and prints nothing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from filter.judge.rules.book import Rule, Rulebook
from filter.judge.scene import Scene

CHANCE = 0.01
"""How seldom a rule that keeps its rate may be found to exceed it, by the luck of the mail it is tried on."""

EXAMPLES = 3
"""Mails named of those that a rule matched."""


@dataclass(frozen=True, slots=True)
class Matched:
    """`rule` matched `count` of `total` wanted mails; `examples` are the first of their names."""

    rule: Rule
    count: int
    total: int
    examples: tuple[str, ...]

    @property
    def exceeds(self) -> bool:
        """Whether that is more than the rule's rate explains: such a count or a higher one is then rarer than `CHANCE`."""
        return at_least(self.count, self.total, self.rule.rate) < CHANCE


def matched(book: Rulebook, mails: Iterable[tuple[str, Scene]]) -> tuple[Matched, ...]:
    """Every rule tried on (name, scene) pairs of wanted mail, in the rulebook's order."""
    names: dict[str, list[str]] = defaultdict(list)
    total = 0
    for name, scene in mails:
        total += 1
        for hit in book.match(scene):
            names[hit.rule].append(name)
    return tuple(Matched(rule, len(names[rule.id]), total, tuple(names[rule.id][:EXAMPLES])) for rule in book.rules)


def at_least(count: int, total: int, rate: float) -> float:
    """The probability of `count` or more among `total`, each with the probability `rate`: the exact upper tail of the binomial."""
    if count <= total * rate:
        return 1.0  # for what is asked here: no more than expected is never too many
    fewer = math.fsum(_exactly(number, total, rate) for number in range(count))
    return max(0.0, 1.0 - fewer)


def _exactly(number: int, total: int, rate: float) -> float:
    ways = math.lgamma(total + 1) - math.lgamma(number + 1) - math.lgamma(total - number + 1)
    return math.exp(ways + number * math.log(rate) + (total - number) * math.log1p(-rate))
