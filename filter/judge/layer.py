"""What a site taught, on top of the shipped weights: one number, added to the log-odds of every threat alike. Pure.

A lesson is one mail and whether it was wanted: a step of online logistic regression, in whole numbers, so that a layer is the sum
of its lessons in any order and taking one out again leaves no trace. Learning is `lab.learn`'s, keeping them `store.lessons`'.

The layer also sees the header fields that the sender's side wrote (mailer, ids, dates). The shipped model must not, since they tell
one archive from another; at one site they tell one correspondent from another, which is what it is taught.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from filter.judge.everyday import EVERYDAY
from filter.judge.features import SCHEMA, Features
from filter.judge.hashing import SLOTS, hash_headers
from filter.judge.linear import evidence
from filter.judge.mail import Message
from filter.judge.verdict import THREATS, Reason

LAYER_SCHEMA = f"{SCHEMA}+headers-2"
"""Lessons of another schema say nothing here: their slots mean other words."""

FAMILIES = (0.5, 1.3, 1.3, 0.3, 0.1, 1.3)
"""What a family counts for: grams, words, pairs, the subject's words and pairs, structure tokens, header 4-grams. By the trial of
`benchmarks/online.py`."""

RATE = 1.0
"""Step of the regression. A step moves the log-odds of its own mail by RATE * (1 - p) * sum of FAMILIES squared at most."""

UNIT = 2.0**-16
"""Log-odds of one unit of weight: weights are whole numbers, so sums of lessons are exact."""

SLOT_CAP = 4.0
"""Largest weight of a slot, in log-odds, however often it was taught."""

HEADER_OCTETS = 3000
REASONS = 3
"""Pieces of a message named as reasons of the layer."""

Weights = npt.NDArray[np.int64]
"""Sums of lessons, (slots,) in units: 64 bits, which no number of lessons overflows."""

_CAP = round(SLOT_CAP / UNIT)
# What the way of a mail or other filters wrote, or what differs in every mail whoever sends it.
_OTHERS = ("received", "x-received", "authentication-", "arc-", "dkim-", "domainkey-", "x-spam", "x-virus", "x-sievert", "x-barracuda",
           "delivered-to", "x-original-to", "return-path", "status", "x-status", "content-length", "lines")  # fmt: skip


class Taught(NamedTuple):
    """One message as the layer sees it: the model's five families and header 4-grams. `slots` (n,), `sizes` and `values` (families,)."""

    slots: npt.NDArray[np.uint32]
    sizes: tuple[int, ...]
    values: tuple[float, ...]


class Lesson(NamedTuple):
    """A step: each family's slots move by its number of `steps`, in units. `slots` (n,) lie one family after another, `sizes` long."""

    slots: npt.NDArray[np.uint32]
    sizes: tuple[int, ...]
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SiteLayer:
    """`weights` (slots,) int32 in units, none above the cap, read-only; `id` names them."""

    weights: npt.NDArray[np.int32]
    id: str

    def explain(self, message: Message, features: Features) -> tuple[float, tuple[Reason, ...]]:
        """What the layer adds to the log-odds of every threat, and the pieces of the message that weigh most in it."""
        taught = see(message, features)
        units = self.weights.take(taught.slots)
        named = _strongest(features, taught, units)
        return _summed(taught, units), tuple([Reason(threat, "site", what, share) for threat in THREATS for share, what in named])


def see(message: Message, features: Features) -> Taught:
    """The message as the layer sees it."""
    own = "\n".join([f"{name}:{value}" for name, value in message.headers if not name.startswith(_OTHERS)])
    headers = hash_headers(own.encode("utf-8", "replace")[:HEADER_OCTETS])
    sizes = (*features.sizes, len(headers))
    values = tuple([weight / math.sqrt(size or 1) for weight, size in zip(FAMILIES, sizes, strict=True)])
    return Taught(np.concatenate([features.slots, headers]), sizes, values)


def log_odds(weights: Weights, taught: Taught) -> float:
    """What weights in units add up to for a message."""
    return _summed(taught, weights.take(taught.slots).clip(-_CAP, _CAP))


def _summed(taught: Taught, units: npt.NDArray[np.signedinteger[Any]]) -> float:
    """The log-odds of a message whose slots weigh so many units: exact whole numbers by family, then a fixed order."""
    running = units.cumsum(dtype=np.int64)
    totals = [running.item(end - 1) if end else 0 for end in (0, *accumulate(taught.sizes))]
    return sum(value * (after - before) * UNIT for value, (before, after) in zip(taught.values, pairwise(totals), strict=True))


def _strongest(features: Features, taught: Taught, units: npt.NDArray[np.int32]) -> list[tuple[float, str]]:
    """The heaviest shares, each with the word, token or "header fields" it came from; of equal ones the earlier first."""
    by_feature = units * np.array(taught.values).repeat(taught.sizes)
    shares = np.bincount(features.pieces, by_feature[: len(features.slots)], 2 + len(features.words) + len(features.tokens)) * UNIT
    shares[0] = 0.0  # what stands before any word has no name
    shares[-1] = by_feature[len(features.slots) :].sum() * UNIT
    heaviest = np.argsort(-np.abs(shares), kind="stable")[:REASONS].tolist()
    last = len(shares) - 1
    named = [(float(shares[piece]), "header fields" if piece == last else evidence(features, piece)[1]) for piece in heaviest]
    return [(share, what) for share, what in named if share]


def lesson(taught: Taught, score: float, unwanted: bool) -> Lesson:
    """The step that a mail of this score (log-odds, the layer included) teaches. Logistic loss, one step downhill, but for what stands in
    most mail: that would move all of it."""
    error = unwanted - 1 / (1 + math.exp(-max(-500.0, min(500.0, score))))
    telling = ~EVERYDAY[taught.slots]
    places = pairwise((0, *accumulate(taught.sizes)))
    sizes = tuple([int(np.count_nonzero(telling[start:end])) for start, end in places])
    return Lesson(taught.slots[telling], sizes, tuple([round(RATE * error * value / UNIT) for value in taught.values]))


def add(weights: Weights, learnt: Lesson) -> None:
    """Add a lesson's steps to weights, in place. A slot that several families share takes each of their steps."""
    places = (0, *accumulate(learnt.sizes))
    for step, (start, end) in zip(learnt.steps, pairwise(places), strict=True):
        weights[learnt.slots[start:end]] += step


def opposite(learnt: Lesson) -> Lesson:
    """What takes a lesson out of weights again."""
    return learnt._replace(steps=tuple([-step for step in learnt.steps]))


def empty() -> Weights:
    """Weights that were taught nothing."""
    return np.zeros(SLOTS, dtype=np.int64)


def layer(weights: Weights) -> SiteLayer:
    """The layer of summed lessons."""
    capped = weights.clip(-_CAP, _CAP).astype(np.int32)
    capped.flags.writeable = False
    return SiteLayer(capped, hashlib.sha256(capped.tobytes()).hexdigest()[:8])
