from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from invented import mail
from judged import sample
from weights import random_judge

from filter.judge.policy import Policy, Thresholds
from filter.lab.attacks import ATTACKS
from filter.lab.corpora import Sample
from filter.lab.proof import BALANCED_BY, prove

WANTED = b"From: a@b.example\nSubject: notes\n\n" + b"The minutes of the meeting are in the folder. " * 9


def held() -> Iterator[Sample]:
    for number in range(4):
        yield replace(sample("own", "phish", number), content=mail("phish", number))
        yield replace(sample("own", "ham", number), content=WANTED + b"%d" % number)


def test_it_tells_all_that_the_card_needs() -> None:
    """Figures, sorts, our own mail by each fact, every attack; the manifest has them too."""
    proof = prove(random_judge(), Policy(overall=Thresholds(tag=-math.inf)), held)
    assert [kind.kind for kind in proof.figures.kinds] == ["own ham", "own phish"]
    assert {sort.tagged.total for sort in proof.sorts} == {4}
    assert list(dict.fromkeys(one.by for one in proof.balance)) == list(BALANCED_BY)
    assert [cost.attack for cost in proof.evasion] == list(ATTACKS)
    told = proof.as_dict()
    assert set(told["evasion"]) == set(ATTACKS)  # type: ignore[call-overload]
    assert len(told["sorts"]) == 2  # type: ignore[arg-type]


def test_without_wanted_mail_of_ours_nothing_is_attacked() -> None:
    """There is nothing to pad with."""
    proof = prove(random_judge(), Policy(), lambda: (one for one in held() if one.label != "ham"))
    assert proof.evasion == ()
