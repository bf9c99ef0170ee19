"""The proof: the figures that come of judged mail which was never trained on. Judging it is `scored`'s."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from filter.judge.policy import Action
from filter.judge.verdict import THREATS, PerThreat
from filter.lab.corpora import Sample
from filter.lab.metrics import Bin, Share, calibration_error, halves, lam, recall_at, reliability, roc_area
from filter.lab.scored import OVERALL, Scored, sides

Rows = npt.NDArray[np.float64]

RATES = (0.01, 0.001)
"""False-positive rates at which recall is told."""


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
    """Area under the ROC curve, recall at each of some false-positive rates, lam of what the policy did (tagged or more), and the number
    of wanted mails behind all that."""

    title: str
    area: float
    recall: tuple[Share, ...]
    lam: float
    ham: int

    @property
    def roca_percent(self) -> float:
        """1-ROCA %: the chance, in percent, that a wanted mail outranks a bad one."""
        return (1 - self.area) * 100

    def shows(self, rate: float) -> bool:
        """Whether there is wanted mail enough for a false-positive rate: one mail of it at least may lie above the line."""
        return rate * self.ham >= 1 or rate == 0

    def as_dict(self, rates: Sequence[float]) -> dict[str, object]:
        """For a manifest, and for JSON lines; `rates` are those of the recall."""
        return {
            "title": self.title,
            "ham": self.ham,
            "roc_area": self.area,
            "one_minus_roca_percent": self.roca_percent,
            "lam_percent": self.lam * 100,
            "recall": {str(rate): share.as_dict() for rate, share in zip(rates, self.recall, strict=True)},
        }


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
    """The whole table. `overall` (all bad mail against all ham, by the score) and `calibration_error` are None where a side is
    missing."""

    pairs: tuple[PairFigures, ...]
    kinds: tuple[KindFigures, ...]
    overall: PairFigures | None = None
    calibration_error: PerThreat | None = None
    rates: tuple[float, ...] = RATES

    @property
    def rows(self) -> tuple[PairFigures, ...]:
        """The figures of all mail, where there are any, and of each pair."""
        return (self.overall, *self.pairs) if self.overall else self.pairs

    def as_dict(self) -> dict[str, object]:
        """For a manifest, and for JSON lines."""
        return {
            "overall": self.overall and self.overall.as_dict(self.rates),
            "pairs": [pair.as_dict(self.rates) for pair in self.pairs],
            "kinds": [kind.as_dict() for kind in self.kinds],
            "calibration_error": self.calibration_error and self.calibration_error.as_dict(),
        }


def figures(scored: tuple[Scored, ...], rates: tuple[float, ...] = RATES) -> Figures:
    """The table of `PAIRS` that have mail on both sides, of all mail, and every corpus' share acted on."""
    pairs = tuple(made for pair in PAIRS if (made := _pair(pair, scored, rates)) is not None)
    kinds = sorted({_kind(one.sample) for one in scored})
    actions = {kind: [one.action for one in scored if _kind(one.sample) == kind] for kind in kinds}
    return Figures(
        pairs,
        tuple(acted_on(kind, of_kind) for kind, of_kind in actions.items()),
        overall=_compared("all bad mail against all ham", scored, OVERALL, rates),
        calibration_error=_calibration_error(scored),
        rates=rates,
    )


def diagram(scored: tuple[Scored, ...], threat: str) -> tuple[Bin, ...]:
    """The verdicts' probability of a threat beside whether the mail is of it, in bins, ham and bad mail weighing half each.

    Both sides must be there.
    """
    probability = np.array([one.probability(threat) for one in scored])
    weights = halves(np.array([one.is_bad for one in scored]))
    return reliability(probability, np.array([one.is_of(threat) for one in scored]), weights)


def _calibration_error(scored: tuple[Scored, ...]) -> PerThreat | None:
    if len({one.is_bad for one in scored}) < 2:
        return None
    return PerThreat(*(calibration_error(diagram(scored, threat)) for threat in THREATS))


def _pair(pair: Pair, scored: tuple[Scored, ...], rates: tuple[float, ...]) -> PairFigures | None:
    told = {(pair.ham, "ham"), *((pair.bad, label) for label in pair.labels)}
    head = "bec" if pair.labels == {"bec"} else OVERALL
    return _compared(pair.title, (one for one in scored if (one.sample.corpus, one.sample.label) in told), head, rates)


def _compared(title: str, scored: Iterable[Scored], head: str, rates: tuple[float, ...]) -> PairFigures | None:
    """The figures of some mail by what a head ranks it by; None where a side is missing."""
    told = tuple(scored)
    ham, bad = sides(told, head)
    if not len(ham) or not len(bad):
        return None
    acted = [np.array([float(one.is_tagged) for one in told if one.is_bad is side]) for side in (False, True)]
    recall = tuple(recall_at(ham, bad, rate) for rate in rates)
    return PairFigures(title, roc_area(ham, bad), recall, lam(acted[0], acted[1], 0.5), len(ham))


def _kind(sample: Sample) -> str:
    """The corpus and the label, once where an archive is called as its mail is."""
    return " ".join(dict.fromkeys((sample.corpus, sample.label)))


def acted_on(kind: str, actions: Sequence[Action]) -> KindFigures:
    """The share of actions that are not to deliver, and of those that hold or refuse."""
    stopped = sum(action in {Action.QUARANTINE, Action.REJECT} for action in actions)
    return KindFigures(kind, Share(len(actions) - actions.count(Action.DELIVER), len(actions)), Share(stopped, len(actions)))
