from __future__ import annotations

import pytest

from filter.judge.rules.conditions import All, Any, Condition, Differs, Holds, Match, Not
from filter.judge.rules.operators import Member, Pattern, Present
from filter.judge.rules.wording import in_words, lines, signals_of
from filter.judge.scene import Signal

A, B = (Signal(name, "identity", "nowhere", lambda scene: "") for name in ("a-sign", "b-sign"))
TEXT = Condition(("text", "subject"), Pattern.of(["one", "two"]))


@pytest.mark.parametrize(
    ("match", "words"),
    [
        (Holds((A,)), "signal a-sign"),
        (Holds((A, B)), "one of the signals a-sign, b-sign"),
        (Holds((A, B), 2), "at least 2 of the signals a-sign, b-sign"),
        (TEXT, "text or subject matches one or two"),
        (Condition(("text",), Pattern.of(["1", "2", "3", "4", "5"]), 3), "text matches 1, 2, 3 or one of 2 more, at least 3 times"),
        (Condition(("text",), Pattern.of(["x" * 100])), f"text matches {'x' * 70}\u2026"),
        (Condition(("text",), Pattern.of(["a.b"], literal=True)), "text contains a.b"),
        (Condition(("sender.name",), Member(frozenset({"red", "blue"}))), "sender.name is blue or red"),
        (Condition(("link.host",), Member(frozenset({"a.example"}), hosts=True)), "link.host is or is below a.example"),
        (Condition(("header.list-id",), Present()), "header.list-id is there"),
        (Differs("link.host", "sender.domain"), "link.host has no domain in common with sender.domain"),
        (Not(Holds((A,))), "not: signal a-sign"),
        (Any((Holds((A,)), Holds((B,)))), "(signal a-sign) or (signal b-sign)"),
        (All.of((Holds((A,)), TEXT)), "(signal a-sign) and (text or subject matches one or two)"),
    ],
)
def test_a_condition_in_one_line(match: Match, words: str) -> None:
    """Every kind of condition says what it looks for, long lists by their first entries."""
    assert in_words(match) == words


def test_a_condition_in_lines() -> None:
    """The parts of a group stand under its name, one a line, in the rule's order."""
    match = All.of((TEXT, Not(Any((Holds((A,)), Not(Holds((B,))))))))
    assert list(lines(match, "> ")) == [
        "> all of",
        ">   text or subject matches one or two",
        ">   not",
        ">     any of",
        ">       signal a-sign",
        ">       not: signal b-sign",
    ]


def test_the_signals_of_a_condition() -> None:
    """All that it asks for, however deep, in its order."""
    assert signals_of(All.of((TEXT, Not(Any((Holds((B,)), TEXT))), Holds((A, B))))) == (B, A, B)
    assert signals_of(TEXT) == ()
