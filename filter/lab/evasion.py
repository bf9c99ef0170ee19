"""What each attack of `attacks` costs: the share of bad mail acted on at the policy's thresholds, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from joblib import Parallel, delayed

from filter.judge.judge import Judge
from filter.judge.mail import Mail
from filter.judge.policy import Action, Policy, decide
from filter.lab.attacks import ATTACKS, Attack
from filter.lab.metrics import Share


@dataclass(frozen=True, slots=True)
class Cost:
    """One attack: bad mail tagged or more as it came, and attacked."""

    attack: str
    before: Share
    after: Share

    @property
    def points(self) -> float:
        """Recall lost, in percentage points; below 0 where the attack makes it more conspicuous."""
        return 100 * (self.before.rate - self.after.rate)


def costs(judge: Judge, policy: Policy, bad: Sequence[bytes], wanted: Sequence[str], jobs: int = -1) -> tuple[Cost, ...]:
    """Every attack on every bad mail, with wanted texts as padding, one after another."""
    texts = [wanted[number % len(wanted)] for number in range(len(bad))]
    before = Share(sum(_is_acted_on(judge, policy, content) for content in bad), len(bad))
    after = Parallel(n_jobs=jobs)(delayed(_caught)(judge, policy, attack, bad, texts) for attack in ATTACKS.values())
    return tuple(Cost(name, before, Share(caught, len(bad))) for name, caught in zip(ATTACKS, after, strict=True))


def _caught(judge: Judge, policy: Policy, attack: Attack, bad: Sequence[bytes], texts: Sequence[str]) -> int:
    return sum(_is_acted_on(judge, policy, attack(content, text)) for content, text in zip(bad, texts, strict=True))


def _is_acted_on(judge: Judge, policy: Policy, content: bytes) -> bool:
    return decide(judge.judge(Mail(content)), policy).action is not Action.DELIVER
