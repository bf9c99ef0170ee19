"""What the current and the proposed policy do, and what is proven of the proposed: for the site and for its groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from filter.judge.policy import Policy
from filter.lab.metrics import Scores, Share, Truth
from filter.lab.tune.asked import Asked
from filter.lab.tune.budget import needed, tightest, upper
from filter.lab.tune.checked import Check
from filter.lab.tune.found import ACTIONS, HAM, Proof, Scope, Senders
from filter.lab.tune.margins import acted, tallies, thresholds, values
from filter.lab.tune.parts import Places, senders
from filter.store.runs import Columns

Lines = tuple[float, float, float]
"""One for each action."""


class Chosen(NamedTuple):
    """Lines by action; how much ham is allowed above each (None: it proves nothing); the budgets, None each where only costs chose."""

    lines: Lines
    allowed: tuple[int | None, ...]
    budgets: tuple[float | None, ...]


class Change(NamedTuple):
    """A policy, the one proposed for it, the lines it was made of, and by action whether the thresholds are the site's instead."""

    before: Policy
    after: Policy
    chosen: Chosen
    inherited: tuple[bool, ...] = (False, False, False)


@dataclass(frozen=True, slots=True)
class Mail:
    """The rows that a scope is about: tuned on, and later ones."""

    columns: Columns
    early: Places
    late: Places

    def only(self, masks: tuple[Truth, Truth]) -> Mail:
        """Those of either that a mask has."""
        return Mail(self.columns, self.early[masks[0]], self.late[masks[1]])

    def seen(self, places: Places) -> Scores:
        """What the rows of a policy look at (m, 4)."""
        return values(self.columns.score[places], self.columns.log_odds[places])


def scope(mail: Mail, change: Change, asked: Asked) -> Scope:
    """All that is told of a change."""
    before, after = change.before, change.after
    early, late = mail.seen(mail.early), mail.seen(mail.late)
    label, later = mail.columns.label[mail.early], mail.columns.label[mail.late]
    some = len(later) > 0
    return Scope(
        name=before.group,
        before=before,
        after=after,
        proofs=_proofs(mail, change, asked),
        current=tallies(before, early, label),
        proposed=tallies(after, early, label),
        later_current=tallies(before, late, later) if some else (),
        later_proposed=tallies(after, late, later) if some else (),
        checks=_checks(mail, change) if some else (),
    )


def _proofs(mail: Mail, change: Change, asked: Asked) -> tuple[Proof, ...]:
    ham = mail.early[mail.columns.label[mail.early] == HAM]
    above = acted(change.after, mail.seen(ham))
    off = _off(change.before)
    named = [budget.named for budget in asked.budgets] or [False] * len(ACTIONS)
    return tuple(
        Proof(
            action=action,
            budget=budget,
            named=named[place],
            ham=len(ham),
            allowed=may,
            above=int(np.count_nonzero(above[:, place])),
            # Of what was allowed, not of what is above: ties and rounding make that depend on the margins (see `budget`).
            bound=None if may is None else upper(may, len(ham), asked.confidence),
            needed=0 if budget is None else needed(budget, asked.confidence),
            tightest=tightest(len(ham), asked.confidence),
            line=line,
            off=bool(off[place]),
            inherited=change.inherited[place],
            senders=_senders(senders(mail.columns, ham), above[:, place], asked.confidence),
        )
        for place, (action, line, may, budget) in enumerate(zip(ACTIONS, *change.chosen, strict=True))
    )


def _senders(names: tuple[str, ...], above: Truth, confidence: float) -> Senders | None:
    if not names:
        return None
    everyone, alarms = Counter(names), _alarms(names, above)
    votes = sum(count / everyone[name] for name, count in alarms.items())
    loudest, most = _loudest(alarms)
    return Senders(len(everyone), votes, upper(votes, len(everyone), confidence), loudest, most)


def _checks(mail: Mail, change: Change) -> tuple[Check, ...]:
    ham = mail.late[mail.columns.label[mail.late] == HAM]
    above, names = acted(change.after, mail.seen(ham)), senders(mail.columns, ham)
    loudest = [_loudest(_alarms(names, above[:, place])) for place in range(len(ACTIONS))]
    shares = [Share(int(np.count_nonzero(above[:, place])), len(ham)) for place in range(len(ACTIONS))]
    # An action never taken keeps any budget, which says nothing; to a line that is the site's the group's mail proved none.
    never = _off(change.after) | np.array(change.inherited)
    budgets = [None if never[place] else budget for place, budget in enumerate(change.chosen.budgets)]
    return tuple(Check(action, budget, share, *most) for action, budget, share, most in zip(ACTIONS, budgets, shares, loudest, strict=True))


def _off(policy: Policy) -> Truth:
    """(3,): which actions the policy never takes."""
    return np.asarray(~np.isfinite(thresholds(policy)).any(axis=0))


def _alarms(names: tuple[str, ...], above: Truth) -> Counter[str]:
    """Ham above a line, by sender."""
    return Counter(names[place] for place in np.flatnonzero(above))


def _loudest(alarms: Counter[str]) -> tuple[str, int]:
    return alarms.most_common(1)[0] if alarms else ("", 0)
