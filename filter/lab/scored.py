"""Mail that was never trained on, through the very judge that serves. Counts nothing: that is `evaluate`'s."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed

from filter.judge.judge import Judge
from filter.judge.mail import Mail
from filter.judge.parse import parse
from filter.judge.policy import Action, Policy, decide
from filter.judge.verdict import THREATS, PerThreat
from filter.lab.corpora import TEST, Sample
from filter.lab.facts import Facts, facts_of

Values = npt.NDArray[np.float64]

BATCH = 128
OVERALL = "overall"
HEADS = (OVERALL, *THREATS)
"""What a verdict can be ranked by: its score, or a threat's log-odds."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One sample (without content), its overall score, log-odds and shares, what the policy would do with it, and its facts."""

    sample: Sample
    score: float
    log_odds: PerThreat
    probabilities: PerThreat
    action: Action
    facts: Facts

    @property
    def is_bad(self) -> bool:
        """Whether it is unwanted in any way."""
        return self.sample.label != "ham"

    @property
    def is_tagged(self) -> bool:
        """Whether the policy acts on it at all: tagged or more."""
        return self.action is not Action.DELIVER

    def value(self, head: str) -> float:
        """What a head of `HEADS` ranks it by."""
        return self.score if head == OVERALL else self.log_odds.of(head)

    def probability(self, threat: str) -> float:
        """The verdict's share of a threat."""
        return self.probabilities.of(threat)

    def is_of(self, head: str) -> bool:
        """Whether it is what a head of `HEADS` looks for."""
        return self.is_bad if head == OVERALL else self.sample.threat == head


def held_back(samples: Iterable[Sample], trained: frozenset[str]) -> Iterator[Sample]:
    """The samples of the test side whose campaign was not trained on."""
    return (sample for sample in samples if sample.part == TEST and sample.campaign not in trained)


def score(judge: Judge, policy: Policy, samples: Iterable[Sample], jobs: int = -1) -> Iterator[Scored]:
    """Judge every sample, on all cores, in their order."""
    return (scored for (scored,) in score_each((judge,), policy, samples, jobs))


def score_each(judges: tuple[Judge, ...], policy: Policy, samples: Iterable[Sample], jobs: int = -1) -> Iterator[tuple[Scored, ...]]:
    """Judge every sample by each of the judges, on all cores, in their order; the samples are read once."""
    stream = iter(samples)
    batches = iter(lambda: list(islice(stream, BATCH)), [])
    scored = Parallel(n_jobs=jobs, return_as="generator")(delayed(_batch)(judges, policy, batch) for batch in batches)
    for batch in scored:
        yield from batch


def _batch(judges: tuple[Judge, ...], policy: Policy, batch: list[Sample]) -> list[tuple[Scored, ...]]:
    return [_by_each(judges, policy, sample) for sample in batch]


def _by_each(judges: tuple[Judge, ...], policy: Policy, sample: Sample) -> tuple[Scored, ...]:
    bare, facts = replace(sample, content=b""), facts_of(sample, parse(sample.content))
    verdicts = [judge.judge(Mail(sample.content)) for judge in judges]
    return tuple(
        Scored(bare, verdict.score, verdict.log_odds, verdict.probability, decide(verdict, policy).action, facts) for verdict in verdicts
    )


def sides(scored: Iterable[Scored], head: str) -> tuple[Values, Values]:
    """What a head ranks the ham by, and the mail that it looks for."""
    told = tuple(scored)
    ham, bad = [one.value(head) for one in told if not one.is_bad], [one.value(head) for one in told if one.is_of(head)]
    return np.array(ham), np.array(bad)
