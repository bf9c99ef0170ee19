"""All that is told of a model on mail it never learnt, in one go: for its manifest and its card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from filter.judge.judge import Judge
from filter.judge.parse import parse
from filter.judge.policy import Policy
from filter.lab.augment import PADDING_CHARS, SHORTEST
from filter.lab.breakdown import Slice, by
from filter.lab.corpora import Sample
from filter.lab.evaluate import Figures, KindFigures, figures
from filter.lab.evasion import Cost, costs
from filter.lab.scored import score
from filter.lab.sorts import by_sort

ATTACKED_EACH = 12
"""One held-back bad mail in so many is attacked, of our own all."""

BALANCED_BY = ("language", "markup", "link", "attachment", "length")


@dataclass(frozen=True, slots=True)
class Proof:
    """What a model does with held-back mail: the figures, each sort of mail, our own mail by what must say nothing, and attacks."""

    figures: Figures
    sorts: tuple[KindFigures, ...]
    balance: tuple[Slice, ...]
    evasion: tuple[Cost, ...]

    def as_dict(self) -> dict[str, object]:
        """For a manifest."""
        return {
            **self.figures.as_dict(),
            "sorts": [sort.as_dict() for sort in self.sorts],
            "evasion": {cost.attack: {"before": cost.before.as_dict(), "after": cost.after.as_dict()} for cost in self.evasion},
        }


def prove(judge: Judge, policy: Policy, held: Callable[[], Iterator[Sample]]) -> Proof:
    """The proof by the mail that `held` yields, each time anew."""
    scored = tuple(score(judge, policy, held()))
    of_ours = [one for one in scored if one.sample.corpus == "own"]
    return Proof(
        figures=figures(scored),
        sorts=by_sort(scored),
        balance=tuple(one for fact in BALANCED_BY for one in by(fact, of_ours)),
        evasion=_attacked(judge, policy, held()),
    )


def _attacked(judge: Judge, policy: Policy, held: Iterator[Sample]) -> tuple[Cost, ...]:
    bad, wanted = [], []
    for number, sample in enumerate(held):
        if sample.label != "ham" and (sample.corpus == "own" or number % ATTACKED_EACH == 0):
            bad.append(sample.content)
        elif sample.corpus == "own" and sample.label == "ham":
            wanted.append(parse(sample.content).text.strip()[:PADDING_CHARS])
    wanted = [text for text in wanted if len(text) > SHORTEST]
    return costs(judge, policy, bad, wanted) if bad and wanted else ()
