"""The sorts of mail that people ask about, and what became of each: bounces, notices, business mail; phish, spam and BEC of today."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from filter.lab.evaluate import KindFigures, acted_on
from filter.lab.scored import Scored

_RETURNED = frozenset({"bounce", "bounces", "auto-reply", "autoreply", "out-of-office"})
_SENT_BY_MACHINES = frozenset({"transactional", "notice", "newsletter", "calendar"})


def _corpus(corpus: str, *labels: str) -> Callable[[Scored], bool]:
    return lambda one: one.sample.corpus == corpus and one.sample.label in labels


def _own_ham(kinds: Callable[[str], bool]) -> Callable[[Scored], bool]:
    return lambda one: _corpus("own", "ham")(one) and kinds(one.facts.kind)


SORTS: dict[str, Callable[[Scored], bool]] = {
    "wanted: bounces and automatic replies": _own_ham(lambda kind: kind in _RETURNED),
    "wanted: transactional mail of applications held back": _corpus("transactional", "ham"),
    "wanted: notices and newsletters by authors held back": _own_ham(lambda kind: kind in _SENT_BY_MACHINES),
    "wanted: business and private mail by authors held back": _own_ham(lambda kind: kind not in _RETURNED | _SENT_BY_MACHINES),
    "wanted: developer lists of 2023": _corpus("lists", "ham"),
    "bad: phishing_pot, second half of 2024": _corpus("phishing_pot", "phish"),
    "bad: phish by authors held back": _corpus("own", "phish"),
    "bad: spam and scams by authors held back": _corpus("own", "spam"),
    "bad: BEC by authors held back": _corpus("own", "bec"),
    "bad: advance-fee fraud on lists, late 2022": _corpus("lists", "fraud"),
    "bad: spam on lists, late 2022": _corpus("lists", "spam"),
    "bad: trec07p 40,001-50,000": _corpus("trec07p", "spam"),
}


def by_sort(scored: Sequence[Scored]) -> tuple[KindFigures, ...]:
    """What the policy did with each sort of which there is mail, in their order."""
    found = ((sort, [one.action for one in scored if belongs(one)]) for sort, belongs in SORTS.items())
    return tuple(acted_on(sort, actions) for sort, actions in found if actions)
