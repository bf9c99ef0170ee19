from __future__ import annotations

from filter.judge.phrases.sending import EN_SEND, near, wanted
from filter.judge.search.notation import phrases


def test_orders() -> None:
    """A thing is sent, or stands first: two phrases, of which each can be looked for."""
    assert len(list(phrases([wanted(EN_SEND, "ledger*")]))) == 2
    assert len(list(phrases([near(EN_SEND, "ledger*")]))) == 2


def test_near_ends_with_the_sentence() -> None:
    """What is near stays within one sentence."""
    assert " ~~ " not in near("send", "ledger*")
    assert " ~~ " in wanted("send", "ledger*")
