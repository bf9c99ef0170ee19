from __future__ import annotations

from dataclasses import replace

from judged import PLAIN, scored

from filter.judge.policy import Action
from filter.lab.sorts import SORTS, by_sort


def test_each_mail_is_of_one_sort() -> None:
    """Our own wanted mail by its kind, the rest by corpus and label; what is of no sort is in none."""
    kinds = {"bounce": "bounces", "auto-reply": "bounces", "newsletter": "notices", "transactional": "notices", "hr": "business"}
    for kind, sort in kinds.items():
        (one,) = scored("own", "ham", 0.0, facts=replace(PLAIN, kind=kind))
        assert [name for name, belongs in SORTS.items() if belongs(one) and sort in name] == [name for name, f in SORTS.items() if f(one)]
    for corpus, label in (("own", "phish"), ("own", "bec"), ("lists", "fraud"), ("lists", "ham"), ("trec07p", "spam")):
        (one,) = scored(corpus, label, 0.0)
        assert sum(belongs(one) for belongs in SORTS.values()) == 1
    (other,) = scored("enron", "ham", 0.0)
    assert not any(belongs(other) for belongs in SORTS.values())


def test_what_became_of_each_is_counted() -> None:
    """Tagged or more, and held or refused, of the mail of that sort alone; a sort without mail has no row."""
    held = scored("own", "phish", 1.0, 2.0, action=Action.QUARANTINE)
    row, ham = by_sort([*held, *scored("own", "phish", 0.0), *scored("lists", "ham", 0.0, action=Action.TAG)])[::-1]
    assert (row.kind, row.tagged.count, row.stopped.count, row.tagged.total) == ("bad: phish by authors held back", 2, 2, 3)
    assert (ham.kind, ham.tagged.count, ham.stopped.count, ham.tagged.total) == ("wanted: developer lists of 2023", 1, 0, 1)
