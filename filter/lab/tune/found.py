"""What tuning found, as values: lines, proofs, tallies, costs and the messages nearest to the lines. Computes nothing but shares of counts.

A message's **margin** for an action is max(value - offset) over the policy's rows that take that action: value is the overall score or a
threat's log-odds, offset the row's tag threshold in the current policy (where it never tags: its mildest other). So margin 0 is where
the current policy tags, and an action's **line** is one number: it is taken from offset + line on in every row. That makes of four
thresholds one, whose exact proof is that of an order statistic.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from filter.judge.policy import Policy
from filter.lab.metrics import Scores, Share, Truth
from filter.lab.tune.checked import Check

ACTIONS = ("tag", "quarantine", "reject")
"""The actions that have a line, mildest first: the columns of `Part.margins` and the order of every tuple by action."""

HAM, BAD = "ham", ("spam", "phish", "bec")
LABELS = (HAM, *BAD, "")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Messages, each once, as equally long arrays, in the order of time where they have one.

    `label` (n,) is one of LABELS, "" where nobody knows; `score` (n,) and `log_odds` (n, 3), spam, phish, bec, are the verdicts';
    `margins` (n, 3) are against the site's rows, by action; `date` (n,) datetime64[s], NaT unknown; `place` (n,) the row it came from.
    """

    label: npt.NDArray[np.str_]
    score: Scores
    log_odds: Scores
    margins: Scores
    date: npt.NDArray[np.datetime64]
    place: npt.NDArray[np.intp]

    @property
    def ham(self) -> Truth:
        """Which are wanted (n,)."""
        return np.asarray(self.label == HAM)

    @property
    def bad(self) -> Truth:
        """Which are of a threat (n,)."""
        return np.isin(self.label, BAD)

    def __len__(self) -> int:
        return len(self.label)


@dataclass(frozen=True, slots=True)
class Tally:
    """Messages of one label, and on how many of them a policy acts: `tag` counts tagged or worse, `quarantine` held or worse."""

    label: str
    total: int
    tag: int
    quarantine: int
    reject: int

    def share(self, action: str) -> Share:
        """The share that this action or a stronger one is taken on: recall of bad mail, the false-positive rate of ham."""
        return Share(int(getattr(self, action)), self.total)

    def only(self, action: str) -> int:
        """How many get this very action."""
        milder = {"tag": self.tag - self.quarantine, "quarantine": self.quarantine - self.reject}
        return milder.get(action, self.reject)


@dataclass(frozen=True, slots=True)
class Senders:
    """The proof's ham again, with one vote a sender (a list's mail is the list's): what it proves if a sender's mail is all alike.
    `votes` sums each sender's share of ham at or above the line; `bound` is for their rate. `loudest` has most ham there: `of_loudest`."""

    count: int
    votes: float
    bound: float
    loudest: str
    of_loudest: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What ham proves of one action's line.

    `budget` is the rate that must not be exceeded, None where none was asked for; `named` whether it was asked for by
    name or follows from another. `allowed` is how many of the `ham` may be above: by their number, the budget and the confidence alone,
    None where not even none proves it. `above` are; `bound` is proven at the confidence (None: nothing is). `needed` is the ham that
    the budget asks for at least, `tightest` the lowest budget that this ham can prove. `line` is inf where the action is never taken;
    `off` where the current policy never does: then nothing was sought. `inherited`: a group's line is the site's.
    """

    action: str
    budget: float | None
    named: bool
    ham: int
    allowed: int | None
    above: int
    bound: float | None
    needed: int
    tightest: float
    line: float
    off: bool
    inherited: bool
    senders: Senders | None

    @property
    def refused(self) -> bool:
        """Whether the ham cannot prove the budget, however high the line."""
        return not self.off and self.budget is not None and self.allowed is None

    @property
    def rate(self) -> float:
        """The share of the ham at or above the line."""
        return self.above / self.ham if self.ham else 0.0


@dataclass(frozen=True, slots=True)
class Scope:
    """Thresholds of the site (`name` "") or of a group: the current policy, the proposed, their proofs by action, what each does.

    Tallies have one entry a label, in the order of LABELS: `current` and `proposed` on the mail tuned on, the `later` ones, as
    `checks`, on later mail; empty without.
    """

    name: str
    before: Policy
    after: Policy
    proofs: tuple[Proof, ...]
    current: tuple[Tally, ...]
    proposed: tuple[Tally, ...]
    later_current: tuple[Tally, ...]
    later_proposed: tuple[Tally, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """Messages a day at the site. `days` is how many the ham came on, 0 without dates; `stated`: the ham a day was said, not counted."""

    ham: float
    bad: float
    unknown: float
    days: float
    stated: bool


@dataclass(frozen=True, slots=True)
class Costs:
    """What one costs: bad mail delivered, ham held or refused, a held message looked at; and a tagged one of either kind, where stated:
    without `tag`, tagged bad mail is a miss, and a tag on ham is free."""

    miss: float
    alarm: float
    review: float
    tag: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Costing:
    """What the mail tuned on would cost. `lines` (m,) are thresholds that can be written, lowest first, `cost` (m,) with quarantine there.
    The other lines stay as proposed (tag at most as high). `flat` is [(share, lowest, highest)]: between these lines the cost is less than
    that share above its minimum. Costs are a day's where the volume is known (`a_day`), else those of all the mail tuned on."""

    costs: Costs
    lines: Scores
    cost: Scores
    line: float
    flat: tuple[tuple[float, float, float], ...]
    current: float
    proposed: float
    a_day: bool


@dataclass(frozen=True, slots=True)
class Near:
    """A message near a line: the action, its distance (log-odds, negative below), and what a reader needs to look at it."""

    action: str
    distance: float
    path: str
    score: float
    label: str
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class Tuned:
    """All that tuning found. `later` is the mail kept for checking, None where none was; `undated` messages stood in file order.
    Left out were `repeated` rows, their message being there before, and the `contradicted` messages, whose rows' labels cannot all be
    true. `nearest` has both sides of the tag and the quarantine line."""

    files: tuple[str, ...]
    model: str
    rulebook: str
    confidence: float
    tuning: Part
    later: Part | None
    undated: int
    repeated: int
    contradicted: int
    site: Scope
    groups: tuple[Scope, ...]
    volume: Volume | None
    costing: Costing | None
    nearest: tuple[Near, ...]

    def line(self, action: str) -> float:
        """The site's proposed line; inf is never."""
        return next((proof.line for proof in self.site.proofs if proof.action == action), math.inf)

    @property
    def refused(self) -> tuple[Proof, ...]:
        """The site's budgets that were named and that the ham cannot prove."""
        return tuple(proof for proof in self.site.proofs if proof.refused and proof.named)

    @property
    def refuted(self) -> tuple[tuple[str, Check], ...]:
        """The budgets that later mail is clearly above, each with the name of its scope: "" the site's, else a group's own."""
        return tuple((scope.name, check) for scope in (self.site, *self.groups) for check in scope.checks if check.kept == "refuted")
