"""The one door to a judgement: `Judge.judge(mail) -> Verdict`. The relay, `score`, `evaluate` and training's proof all use it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from filter.judge.features import Features, excerpts, extract
from filter.judge.layer import SiteLayer
from filter.judge.linear import LinearModel
from filter.judge.mail import Mail
from filter.judge.rules.book import Rulebook
from filter.judge.scene import Scene
from filter.judge.signals.catalogue import CATALOGUE
from filter.judge.site import NOWHERE, Site
from filter.judge.verdict import THREATS, Hit, PerThreat, Reason, Verdict, overall, probabilities

CLEARLY = 2.5
"""Log-odds from which some of a text counts by itself: less is said by the beginning or the end of much wanted mail. From there on no
list's header makes BEC less likely either."""

LISTED = 3.0
"""What is taken off bec's log-odds for the score and the probabilities of mail through a mailing list, for BEC is mostly written to one
reader. Not where they speak clearly (`CLEARLY`), for anybody can forge a list's headers; and a threat's own log-odds stay as they are."""

_LIST = CATALOGUE["mailing-list"]


@dataclass(frozen=True, slots=True)
class Judge:
    """A model, a rulebook, what the site is and perhaps what it taught, joined. Built by `assemble`; safe to share between threads."""

    model: LinearModel
    rulebook: Rulebook
    layer: SiteLayer | None = None
    site: Site = NOWHERE

    @property
    def name(self) -> str:
        """The model's id, and that of what the site taught, if it taught anything."""
        return f"{self.model.id}+{self.layer.id}" if self.layer else self.model.id

    def judge(self, mail: Mail) -> Verdict:
        """The verdict on one mail. Deterministic, bounded in time and memory; never raises on what the mail holds."""
        return self.weigh(Scene.of(mail, self.site), mail.content)

    def weigh(self, scene: Scene, content: bytes) -> Verdict:
        """The same of a mail that is parsed already, for who needs the parsed message too: `scene` is that of `content`, at this site."""
        message = scene.message
        features = extract(message, scene)
        log_odds, reasons = self._judged(features, excerpts(message, features, scene.own_words))
        if self.layer:
            added, learnt = self.layer.explain(message, features)
            log_odds, reasons = PerThreat(*(value + added for value in log_odds)), _sorted(reasons + learnt)
        hits = self.rulebook.match(scene, log_odds)
        log_odds, reasons = log_odds.plus(hits), _merged(reasons, hits)
        is_listed = log_odds.bec < CLEARLY and scene.evidence(_LIST)
        expected = log_odds._replace(bec=log_odds.bec - LISTED) if is_listed else log_odds
        return Verdict(
            id=hashlib.sha256(content).hexdigest(),
            score=overall(expected),
            log_odds=log_odds,
            probability=probabilities(expected),
            reasons=reasons,
            rest=_rest(log_odds, reasons),
            hits=hits,
            defects=message.defects,
            model=self.name,
            rulebook=self.rulebook.id,
        )

    def _judged(self, features: Features, some: tuple[Features, ...]) -> tuple[PerThreat, tuple[Reason, ...]]:
        """By the model: a threat for which some of the text by itself speaks clearly, and louder than all of it together, is judged by
        that, so that what stands before or behind it takes nothing away (Lowd and Meek 2005)."""
        log_odds, reasons = self.model.explain(features)
        for excerpt in some:
            of_it = self.model.log_odds(excerpt)
            louder = frozenset(threat for threat in THREATS if of_it.of(threat) > max(log_odds.of(threat), CLEARLY))
            if louder:
                log_odds, reasons = _raised(log_odds, reasons, *self.model.explain(excerpt), louder)
        return log_odds, reasons


def _raised(
    log_odds: PerThreat, reasons: tuple[Reason, ...], of_it: PerThreat, its_reasons: tuple[Reason, ...], louder: frozenset[str]
) -> tuple[PerThreat, tuple[Reason, ...]]:
    """The same with these threats judged by some of the text, and their reasons taken from there."""
    kept = [one for one in reasons if one.threat not in louder] + [one for one in its_reasons if one.threat in louder]
    return PerThreat(*[(of_it if threat in louder else log_odds).of(threat) for threat in THREATS]), _sorted(tuple(kept))


def _merged(reasons: tuple[Reason, ...], hits: tuple[Hit, ...]) -> tuple[Reason, ...]:
    """The model's reasons and the rules', by threat, heaviest first."""
    if not hits:
        return reasons
    by_rule = tuple(Reason(hit.threat, "rule", f"{hit.title}: {hit.evidence}", hit.weight) for hit in hits)
    return _sorted(reasons + by_rule)


def _sorted(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """By threat, heaviest first."""
    return tuple(sorted(reasons, key=lambda reason: (THREATS.index(reason.threat), -abs(reason.weight))))


def _rest(log_odds: PerThreat, reasons: tuple[Reason, ...]) -> PerThreat:
    """What the named reasons leave of each threat's log-odds."""
    left = log_odds.as_dict()
    for threat, _, _, weight in reasons:
        left[threat] -= weight
    return PerThreat(**left)
