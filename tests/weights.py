"""A judge for tests: the shipped rulebook, and a model of seeded random weights, so that nothing hangs on what was learnt."""

from __future__ import annotations

from functools import cache

import numpy as np

from filter.judge.hashing import SLOTS, hash_text
from filter.judge.judge import Judge
from filter.judge.linear import COLUMNS, LinearModel
from filter.judge.verdict import PerThreat
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped


@cache
def random_model() -> LinearModel:
    """The same on every run."""
    weights = np.random.default_rng(7).integers(-127, 128, size=(SLOTS, COLUMNS), dtype=np.int8)
    weights.setflags(write=False)
    return LinearModel(weights, PerThreat(0.011, 0.023, 0.031), PerThreat(-1.5, -2.5, -3.5), "random")


@cache
def random_judge() -> Judge:
    """The same on every run."""
    return Judge(random_model(), load_rulebook(shipped("rules")))


def model_of(**by_word: int) -> LinearModel:
    """Only these words weigh anything, for spam."""
    weights = np.zeros((SLOTS, COLUMNS), dtype=np.int8)
    for word, weight in by_word.items():
        hashed = hash_text(word.encode())
        weights[hashed.slots[hashed.sizes[0] : hashed.sizes[0] + hashed.sizes[1]], 0] = weight
    return LinearModel(weights, PerThreat(0.5, 0.5, 0.5), PerThreat(-1.0, -2.0, -3.0), "some")
