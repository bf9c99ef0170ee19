"""What is asked of tuning: budgets of false positives, costs, confidence; read from the words of a command line. Computes no threshold."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields

from filter.errors import UsageError
from filter.lab.tune.found import ACTIONS, Costs, Volume

STRONGER = 10
"""By what a stronger action's budget is smaller than the milder one's, where it has none of its own."""

LEAST = 1e-9
"""The lowest rate that can be asked for: it takes three thousand million ham to prove."""

_A_DAY = "/day"
_MOST = 1e12
_EXPECTED = "expected a rate such as 0.001 (one ham in a thousand) or ham a day such as 3/day"
_KEYS = tuple(field.name for field in fields(Costs))


@dataclass(frozen=True, slots=True)
class Budget:
    """Ham that an action, or a stronger one, may at most be taken on: a share of it, or messages a day. `named`: asked for by name."""

    action: str
    amount: float
    a_day: bool
    named: bool

    def rate(self, volume: Volume | None) -> float:
        """As a share of the ham. UsageError for messages a day at an unknown volume, more of them than ham comes, or next to none."""
        if not self.a_day:
            return self.amount
        if volume is None:
            raise UsageError(f"{self.amount:g}/day of how many? no ham has a date: give --volume, the ham that comes a day")
        if self.amount >= volume.ham:
            raise UsageError(f"{self.action}: {self.amount:g}/day is all ham: {volume.ham:.3g} come a day")
        if self.named and self.amount / volume.ham < LEAST:
            raise UsageError(f"{self.action}: {self.amount:g}/day of {volume.ham:.3g} is less than {LEAST:g}, which nothing proves")
        return self.amount / volume.ham


@dataclass(frozen=True, slots=True)
class Asked:
    """All that is asked. `budgets` has one for each action, or none at all; `volume` is the ham a day, where it is stated."""

    budgets: tuple[Budget, ...]
    costs: Costs | None
    confidence: float
    verify_share: float
    volume: float | None = None


def budgets(words: Iterable[str]) -> tuple[Budget, ...]:
    """Each action's budget, mildest first, from words such as "0.001", "3/day", "quarantine=1e-4"; none from none.

    A bare one is the tag's; an action without has a tenth of the next milder one's (where the ham proves less, see
    `proposal`). UsageError for what is no budget, or twice the same.
    """
    said: dict[str, tuple[float, bool]] = {}
    for word in words:
        action, amount = _action(word)
        if action in said:
            raise UsageError(f"--budget {word}: {action} has a budget already; name the action, such as quarantine={amount}")
        said[action] = _amount(word, amount)
    if not said:
        return ()
    if "tag" not in said:
        raise UsageError("--budget: give the tag's too, such as --budget 0.001: it bounds all ham that is acted on")
    found: list[Budget] = []
    for action in ACTIONS:
        limit, a_day = said.get(action) or (found[-1].amount / STRONGER, found[-1].a_day)
        found.append(Budget(action, limit, a_day, action in said))
    return tuple(found)


def _action(word: str) -> tuple[str, str]:
    name, named, amount = word.rpartition("=")
    if named and name not in ACTIONS:
        raise UsageError(f"--budget {word}: {name!r} is no action; expected one of {', '.join(ACTIONS)}")
    return name or "tag", amount


def _amount(word: str, text: str) -> tuple[float, bool]:
    a_day = text.endswith(_A_DAY)
    in_percent = text.endswith("%")
    amount = _number(text.removesuffix("%") if in_percent else text.removesuffix(_A_DAY))
    if amount is not None and in_percent:
        amount /= 100
    if amount is None or amount <= 0 or (amount >= 1 and not a_day):
        raise UsageError(f"--budget {word}: {_EXPECTED}")
    if amount < LEAST and not a_day:
        raise UsageError(f"--budget {word}: less than {LEAST:g}, which nothing proves: {_EXPECTED}")
    return amount, a_day


def costs(text: str) -> Costs:
    """What "miss=10,alarm=200,review=2" says. UsageError for what is no such list; all three are needed, tag is not."""
    said: dict[str, float] = {}
    for word in text.split(","):
        name, _, amount = word.strip().partition("=")
        number = _number(amount)
        if name not in _KEYS or name in said or number is None or number < 0:
            each = f"expected each of {', '.join(_KEYS)} once, none above {_MOST:g}"
            raise UsageError(f"--cost {text}: {word.strip()!r}: {each}, such as miss=10,alarm=200,review=2")
        said[name] = number
    if lacking := [name for name in _KEYS if name not in said and name != "tag"]:
        raise UsageError(f"--cost {text}: says nothing of {', '.join(lacking)}; 0 is a cost too")
    return Costs(**said)


def _number(text: str) -> float | None:
    """What can be counted with."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and number <= _MOST else None
