"""Rules and the rulebook: a scene in, the hits out. Pure; reading and checking rule files is `store.rulebook`'s."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from filter.judge import limits
from filter.judge.mail import Mail
from filter.judge.rules.conditions import All, Any, Holds, Match, Not
from filter.judge.scene import Scene
from filter.judge.site import NOWHERE, Site
from filter.judge.verdict import EVEN, Hit, PerThreat

STABLE = "stable"
TRIAL = "trial"
STATUSES = (STABLE, TRIAL)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, compiled. `hit` and `miss` are the mails it carries, with an envelope and a past where it gives them.

    `weight` is the log-odds it adds to `threat`, below 0 where it speaks for a mail; or `floor` is what it raises them to where they are
    below, and `weight` is 0. `rate` is the largest share of wanted mail it may match. `status` is "stable", or "trial": then its hits
    are reported with weight 0, so that it can be watched before it counts.
    """

    id: str
    title: str
    description: str
    threat: str
    weight: float
    floor: float | None
    rate: float
    status: str
    references: tuple[str, ...]
    false_positives: tuple[str, ...]
    hit: Mail
    miss: Mail
    match: Match

    def find(self, scene: Scene) -> Hit | None:
        """The hit with its evidence, or None. A floor's weight hangs on what else is known: `Rulebook.match` works it out."""
        evidence = self.match.find(scene)
        if evidence is None:
            return None
        bound = limits.SIGNALS_CHARS if self.match.speaks else limits.EVIDENCE_CHARS
        return Hit(self.id, self.threat, self.weight if self.status == STABLE else 0.0, self.title, _shown(evidence, bound))

    def lacks(self, scene: Scene) -> Match | None:
        """The one condition that keeps the rule from matching, where all its others hold and one of them tells of more than an ask: dozens
        of rules are nearly met by whatever asks for something."""
        if not isinstance(self.match, All):
            return None
        lacking = self.match.lacking(scene)
        held = any(part not in lacking and not isinstance(part, Not) and not _only_asks(part) for part in self.match.parts)
        return lacking[0] if held and len(lacking) == 1 else None

    def failures(self, site: Site = NOWHERE) -> tuple[str, ...]:
        """What is wrong when the rule meets its own two mails at this site; empty where it hits the one and misses the other."""
        wrong = []
        if self.find(Scene.of(self.hit, site)) is None:
            wrong.append("does not match its hit mail")
        if self.find(Scene.of(self.miss, site)) is not None:
            wrong.append("matches its miss mail")
        return tuple(wrong)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule in use. `id` names their exact contents: it goes into each verdict. `samples` is the site that the mails which the
    rules carry were sent to."""

    rules: tuple[Rule, ...]
    id: str
    samples: Site = NOWHERE
    _gates: tuple[tuple[Match, tuple[int, ...]], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Many rules ask the same first: where that does not match, none of them need be asked."""
        gates: dict[Match, list[int]] = {}
        for place, rule in enumerate(self.rules):
            gates.setdefault(rule.match.gate if isinstance(rule.match, All) else rule.match, []).append(place)
        object.__setattr__(self, "_gates", tuple((gate, tuple(places)) for gate, places in gates.items()))

    def match(self, scene: Scene, log_odds: PerThreat = EVEN) -> tuple[Hit, ...]:
        """The hits on top of these log-odds, in the rulebook's order. Never raises.

        All weights are added first. Then, in that order, each floor raises its threat to itself; its hit's weight is what that took.
        """
        open_to = sorted(place for gate, places in self._gates if gate.find(scene) is not None for place in places)
        found = [(rule, hit) for rule in map(self.rules.__getitem__, open_to) if (hit := rule.find(scene)) is not None]
        if all(rule.floor is None for rule, _ in found):
            return tuple(hit for _, hit in found)
        reached = log_odds.plus(hit for _, hit in found)
        hits = []
        for rule, hit in found:
            raised = hit
            if rule.floor is not None and rule.status == STABLE:
                raised = replace(hit, weight=max(0.0, rule.floor - reached.of(rule.threat)))
                reached = reached.plus((raised,))
            hits.append(raised)
        return tuple(hits)


def _only_asks(part: Match) -> bool:
    """Whether it is about what is asked for, and nothing else."""
    if isinstance(part, (All, Any)):
        return all(map(_only_asks, part.parts))
    return isinstance(part, Holds) and {signal.group for signal in part.signals} == {"ask"}


def _shown(evidence: str, bound: int) -> str:
    """One bounded line that is safe to print: what does not show (zero-width, bidi, control) is written as its escape. An ellipsis is
    where it was cut."""
    line = " ".join(evidence[:bound].split())
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in line)
    return shown if max(len(evidence), len(shown)) <= bound else f"{shown[: bound - 1]}…"
