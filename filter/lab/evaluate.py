"""The proof: mail that was never trained on, through the very judge that serves, and the figures that come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed

from filter.judge.judge import Judge
from filter.judge.mail import Mail
from filter.judge.policy import Action, Policy, decide
from filter.judge.verdict import THREATS, PerThreat, Verdict, overall, probabilities
from filter.lab.corpora import TEST, Sample
from filter.lab.metrics import Share, recall_at, roc_area

Rows = npt.NDArray[np.float64]

BATCH = 128
RATES = (0.01, 0.001)
"""False-positive rates at which recall is told."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One held-back sample (without content), its overall score and log-odds, and what the policy would do with it."""

    sample: Sample
    score: float
    log_odds: PerThreat
    action: Action


@dataclass(frozen=True, slots=True)
class Pair:
    """Bad mail of one kind against wanted mail of another, by (corpus, labels)."""

    title: str
    ham: str
    bad: str
    labels: frozenset[str]


PAIRS = (
    Pair("trec07p 40,001-50,000: spam against ham", "trec07p", "trec07p", frozenset({"spam"})),
    Pair("phishing_pot, second half of 2024, against lists 2023", "lists", "phishing_pot", frozenset({"phish"})),
    Pair("lists: spam and fraud of late 2022 against ham of 2023", "lists", "lists", frozenset({"spam", "fraud"})),
    Pair(
        "phishing_pot, second half of 2024, against transactional mail of other applications",
        "transactional",
        "phishing_pot",
        frozenset({"phish"}),
    ),
    Pair("our own phish and spam against our own ham, author held back", "own", "own", frozenset({"phish", "spam"})),
    Pair("our own BEC against our own ham, author held back (bec log-odds)", "own", "own", frozenset({"bec"})),
)


@dataclass(frozen=True, slots=True)
class PairFigures:
    """Area under the ROC curve, and recall at each of `RATES`."""

    title: str
    area: float
    recall: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class KindFigures:
    """How much mail of one corpus and label the policy acted on: tagged or more, and held or refused."""

    kind: str
    tagged: Share
    stopped: Share

    def as_dict(self) -> dict[str, object]:
        """For a manifest, and for JSON lines."""
        return {"kind": self.kind, "tagged_or_more": self.tagged.as_dict(), "held_or_refused": self.stopped.as_dict()}


@dataclass(frozen=True, slots=True)
class Figures:
    """The whole table. `calibration` is the same of the latest training mail, by threat, where a training made it."""

    pairs: tuple[PairFigures, ...]
    kinds: tuple[KindFigures, ...]
    calibration: tuple[KindFigures, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """For a manifest, and for JSON lines."""
        return {
            "pairs": [
                {
                    "title": pair.title,
                    "roc_area": pair.area,
                    "recall": {str(rate): share.as_dict() for rate, share in zip(RATES, pair.recall, strict=True)},
                }
                for pair in self.pairs
            ],
            "kinds": [kind.as_dict() for kind in self.kinds],
            **({"calibration": [kind.as_dict() for kind in self.calibration]} if self.calibration else {}),
        }


def held_back(samples: Iterable[Sample], trained: frozenset[str]) -> Iterator[Sample]:
    """The samples of the test side whose campaign was not trained on."""
    return (sample for sample in samples if sample.part == TEST and sample.campaign not in trained)


def score(judge: Judge, policy: Policy, samples: Iterable[Sample], jobs: int = -1) -> Iterator[Scored]:
    """Judge every sample, on all cores, in their order."""
    stream = iter(samples)
    batches = iter(lambda: list(islice(stream, BATCH)), [])
    scored = Parallel(n_jobs=jobs, return_as="generator")(delayed(_score)(judge, policy, batch) for batch in batches)
    for batch in scored:
        yield from batch


def _score(judge: Judge, policy: Policy, batch: list[Sample]) -> list[Scored]:
    verdicts = [judge.judge(Mail(sample.content)) for sample in batch]
    return [
        Scored(replace(sample, content=b""), verdict.score, verdict.log_odds, decide(verdict, policy).action)
        for sample, verdict in zip(batch, verdicts, strict=True)
    ]


def figures(scored: tuple[Scored, ...]) -> Figures:
    """The table of `PAIRS` that have mail on both sides, and every corpus' share acted on."""
    pairs = tuple(made for pair in PAIRS if (made := _pair(pair, scored)) is not None)
    kinds = sorted({f"{one.sample.corpus} {one.sample.label}" for one in scored})
    actions = {kind: [one.action for one in scored if f"{one.sample.corpus} {one.sample.label}" == kind] for kind in kinds}
    return Figures(pairs, tuple(_acted_on(kind, of_kind) for kind, of_kind in actions.items()))


def by_threat(log_odds: Rows, threats: Sequence[str], policy: Policy) -> tuple[KindFigures, ...]:
    """What the policy would do by a model's log-odds (n, threats) alone, without rules, with mail of each of the threats and of ham."""
    actions: dict[str, list[Action]] = {}
    for row, threat in zip(log_odds.tolist(), threats, strict=True):
        actions.setdefault(threat, []).append(decide(_bare(PerThreat(*row)), policy).action)
    return tuple(_acted_on(threat, actions[threat]) for threat in ("ham", *THREATS) if threat in actions)


def _pair(pair: Pair, scored: tuple[Scored, ...]) -> PairFigures | None:
    def value(one: Scored) -> float:
        return one.log_odds.bec if pair.labels == {"bec"} else one.score

    ham = np.array([value(one) for one in scored if one.sample.corpus == pair.ham and one.sample.label == "ham"])
    bad = np.array([value(one) for one in scored if one.sample.corpus == pair.bad and one.sample.label in pair.labels])
    if not len(ham) or not len(bad):
        return None
    return PairFigures(pair.title, roc_area(ham, bad), tuple(recall_at(ham, bad, rate) for rate in RATES))


def _bare(log_odds: PerThreat) -> Verdict:
    """A verdict of the model's log-odds and nothing else."""
    return Verdict("", overall(log_odds), log_odds, probabilities(log_odds), (), log_odds, (), (), "", "")


def _acted_on(kind: str, actions: list[Action]) -> KindFigures:
    stopped = sum(action in {Action.QUARANTINE, Action.REJECT} for action in actions)
    return KindFigures(kind, Share(len(actions) - actions.count(Action.DELIVER), len(actions)), Share(stopped, len(actions)))
