from __future__ import annotations

from dataclasses import replace

from filter.judge import limits
from filter.judge.conditions import Condition, Match, Pattern
from filter.judge.mail import Message
from filter.judge.rules import Rule, Rulebook
from filter.judge.verdict import Hit


def rule(name: str, *pattern: str, status: str = "stable") -> Rule:
    match: Match = Condition(("text",), Pattern.of(pattern))
    return Rule(
        name,
        "Title",
        "Why",
        "bec",
        2.5,
        status,
        ("r",),
        ("f",),
        b"Subject: x\r\n\r\nyes\r\n",
        b"Subject: x\r\n\r\nno\r\n",
        match,
    )


def test_hit_carries_the_rule_and_its_evidence() -> None:
    """A hit says which rule, which threat, how much, and what it saw."""
    assert rule("one", "y.s").find(Message(text="oh Yes")) == Hit("one", "bec", 2.5, "Title", "Yes")


def test_rule_on_trial_is_seen_and_does_not_count() -> None:
    """A rule on trial hits with weight 0."""
    hit = rule("one", "yes", status="trial").find(Message(text="yes"))
    assert hit is not None
    assert hit.weight == 0


def test_rulebook_gives_every_hit_in_its_own_order() -> None:
    """All rules are asked; those that match appear in the rulebook's order."""
    book = Rulebook((rule("b", "yes"), rule("c", "no"), rule("a", "e")), "abc")
    assert [hit.rule for hit in book.match(Message(text="yes"))] == ["b", "a"]
    assert book.match(Message()) == ()


def test_evidence_is_bounded() -> None:
    """However much matched, the evidence stays within its limit."""
    hit = rule("one", "x+").find(Message(text="x" * 1000))
    assert hit is not None
    assert hit.evidence == "x" * limits.EVIDENCE_CHARS


def test_evidence_that_does_not_show_is_escaped_and_still_bounded() -> None:
    """Terminal escapes, direction overrides, zero-width characters and line breaks never reach a screen as they are."""
    hit = rule("one", "(?s).+").find(Message(text="a\n b\x1b[2J\u202e\u200b" + "\u200b" * 1000))
    assert hit is not None
    assert hit.evidence.startswith("a b\\x1b[2J\\u202e\\u200b")
    assert hit.evidence.isprintable()
    assert len(hit.evidence) == limits.EVIDENCE_CHARS


def test_rule_is_tried_on_its_own_mails() -> None:
    """A rule fails when it misses the mail it must hit or hits the mail it must miss."""
    sound = rule("one", "yes")
    assert sound.failures() == ()
    assert sound.failures() != replace(sound, hit=sound.miss).failures() == ("does not match its hit mail",)
    assert replace(sound, miss=sound.hit).failures() == ("matches its miss mail",)
