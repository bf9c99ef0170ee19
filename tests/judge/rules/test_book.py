from __future__ import annotations

from dataclasses import replace

from filter.judge import limits
from filter.judge.mail import Envelope, Mail, Message
from filter.judge.past import Past
from filter.judge.rules.book import Rule, Rulebook
from filter.judge.rules.conditions import All, Any, Condition, Holds, Match, Not
from filter.judge.rules.operators import Pattern, Present
from filter.judge.scene import Scene, Signal
from filter.judge.signals.catalogue import CATALOGUE
from filter.judge.site import Site
from filter.judge.verdict import Hit, PerThreat

EMPTY = Scene(Message())


def rule(name: str, *pattern: str, status: str = "stable", floor: float | None = None, threat: str = "bec") -> Rule:
    match: Match = Condition(("text",), Pattern.of(pattern))
    return Rule(
        id=name,
        title="Title",
        description="Why",
        threat=threat,
        weight=2.5 if floor is None else 0.0,
        floor=floor,
        rate=0.001,
        status=status,
        references=("r",),
        false_positives=("f",),
        hit=Mail(b"Subject: x\r\n\r\nyes\r\n"),
        miss=Mail(b"Subject: x\r\n\r\nno\r\n"),
        match=match,
    )


def scene(text: str) -> Scene:
    return Scene(Message(text=text))


def test_hit_carries_the_rule_and_its_evidence() -> None:
    """A hit says which rule, which threat, how much, and what it saw."""
    assert rule("one", "y.s").find(scene("oh Yes")) == Hit("one", "bec", 2.5, "Title", "Yes")


def test_rule_on_trial_is_seen_and_does_not_count() -> None:
    """A rule on trial hits with weight 0."""
    hit = rule("one", "yes", status="trial").find(scene("yes"))
    assert hit is not None
    assert hit.weight == 0


def test_rulebook_gives_every_hit_in_its_own_order() -> None:
    """All rules are asked; those that match appear in the rulebook's order."""
    book = Rulebook((rule("b", "yes"), rule("c", "no"), rule("a", "e")), "abc")
    assert [hit.rule for hit in book.match(scene("yes"))] == ["b", "a"]
    assert book.match(EMPTY) == ()


def test_evidence_is_bounded() -> None:
    """However much matched, the evidence stays within its limit, and an ellipsis shows where it was cut."""
    hit = rule("one", "x+").find(scene("x" * 1000))
    assert hit is not None
    assert hit.evidence == "x" * (limits.EVIDENCE_CHARS - 1) + "…"
    whole = rule("one", "x+").find(scene("x" * limits.EVIDENCE_CHARS))
    assert whole is not None
    assert whole.evidence == "x" * limits.EVIDENCE_CHARS


def test_evidence_that_does_not_show_is_escaped_and_still_bounded() -> None:
    """Terminal escapes, direction overrides, zero-width characters and line breaks never reach a screen as they are."""
    hit = rule("one", "(?s).+").find(scene("a\n b\x1b[2J\u202e\u200b" + "\u200b" * 1000))
    assert hit is not None
    assert hit.evidence.startswith("a b\\x1b[2J\\u202e\\u200b")
    assert hit.evidence.isprintable()
    assert len(hit.evidence) == limits.EVIDENCE_CHARS
    assert hit.evidence.endswith("…")


def test_rule_is_tried_on_its_own_mails() -> None:
    """A rule fails when it misses the mail it must hit or hits the mail it must miss."""
    sound = rule("one", "yes")
    assert sound.failures() == ()
    assert sound.failures() != replace(sound, hit=sound.miss).failures() == ("does not match its hit mail",)
    assert replace(sound, miss=sound.hit).failures() == ("matches its miss mail",)


def test_a_rule_meets_its_mails_at_the_site_they_were_sent_to() -> None:
    """The site's facts, the past and the envelope that a rule gives its mails are there when it is tried on them."""

    def stranger(scene: Scene) -> str:
        envelope, past = scene.envelope, scene.past
        return "is one" if scene.site.domains and envelope and envelope.sender == "a@b.test" and past == Past(known_days=0) else ""

    sound = rule("one", "yes")
    hit = replace(sound.hit, envelope=Envelope(sender="a@b.test"), past=Past(known_days=0))
    sound = replace(sound, hit=hit, match=Holds((Signal("stranger", "relation", "nowhere", stranger),)))
    assert sound.failures(Site(domains=frozenset({"own.example"}))) == ()
    assert sound.failures() == ("does not match its hit mail",)


def test_what_several_signals_say_has_room() -> None:
    """The evidence of a rule over signals may be as long as that of a few of them, and no longer."""
    said = tuple(Signal(f"s{number}", "ask", "nowhere", lambda scene, number=number: f"{number}" * 1000) for number in range(9))
    hit = replace(rule("one", "x"), match=All.of(Holds((signal,)) for signal in said)).find(EMPTY)
    assert hit is not None
    assert len(hit.evidence) == limits.SIGNALS_CHARS > limits.EVIDENCE_CHARS
    assert hit.evidence.startswith("0" * (limits.EVIDENCE_CHARS - 1) + "…; 1")


def test_a_floor_raises_to_itself_after_all_weights() -> None:
    """Its hit's weight is what is missing to the floor once every weight is added, wherever in the rulebook it stands."""
    book = Rulebook((rule("floor", "yes", floor=6.0), rule("weight", "yes")), "abc")
    assert [hit.weight for hit in book.match(scene("yes"), PerThreat(9.0, 9.0, 1.0))] == [2.5, 2.5]
    assert [hit.weight for hit in book.match(scene("yes"), PerThreat(0.0, 0.0, -5.0))] == [8.5, 2.5]


def test_a_floor_that_is_reached_adds_nothing() -> None:
    """It never lowers, and it is seen all the same."""
    book = Rulebook((rule("floor", "yes", floor=6.0),), "abc")
    assert [hit.weight for hit in book.match(scene("yes"), PerThreat(0.0, 0.0, 6.5))] == [0.0]
    assert book.match(scene("no"), PerThreat(0.0, 0.0, 0.0)) == ()


def test_floors_are_raised_to_in_turn() -> None:
    """In the rulebook's order, each on top of those before it and each on its own threat; on trial it raises nothing."""
    rules = (
        rule("low", "yes", floor=3.0),
        rule("trial", "yes", floor=9.0, status="trial"),
        rule("high", "yes", floor=5.0),
        rule("other", "yes", floor=4.0, threat="phish"),
        rule("lower", "yes", floor=4.0),
    )
    hits = Rulebook(rules, "abc").match(scene("yes"), PerThreat(0.0, 1.0, -1.0))
    assert [(hit.rule, hit.weight) for hit in hits] == [("low", 4.0), ("trial", 0.0), ("high", 2.0), ("other", 3.0), ("lower", 0.0)]


def test_a_rule_tells_the_one_condition_that_it_lacks() -> None:
    """Only where all its other conditions hold, and one of them by something that is there."""
    yes, no, sender = (Condition(("text",), Pattern.of([word])) for word in ("yes", "no", "sender"))
    base = rule("one", "x")
    near = replace(base, match=All.of((yes, no, Not(sender))))
    assert near.lacks(scene("yes")) == no
    assert near.lacks(scene("yes no")) is None
    assert near.lacks(scene("")) is None
    assert near.lacks(scene("yes no sender")) == Not(sender)
    assert replace(base, match=All.of((yes, Not(sender)))).lacks(scene("")) is None
    assert replace(base, match=Condition(("hidden",), Present())).lacks(EMPTY) is None


def test_what_only_asks_for_something_is_near_to_no_rule() -> None:
    """An ask is held by much wanted mail; with something else beside it the rule is told."""
    ask, no = Holds((CATALOGUE["urgency"],)), Condition(("text",), Pattern.of(["never so"]))
    base, said = rule("one", "x"), scene("this is urgent, act immediately")
    assert ask.find(said) is not None
    assert replace(base, match=All.of((ask, no))).lacks(said) is None
    assert replace(base, match=All.of((Any((ask,)), no))).lacks(said) is None
    assert replace(base, match=All.of((ask, Condition(("text",), Pattern.of(["urgent"])), no))).lacks(said) == no


def test_what_several_rules_ask_first_is_asked_once() -> None:
    """Where it does not match none of them is asked, and the others' hits keep the rulebook's order."""
    asked: list[str] = []

    def find(scene: Scene) -> str:
        asked.append("gate")
        return ""

    shut = Holds((Signal("shut", "body", "nowhere", find),))
    behind = replace(rule("behind", "yes"), match=All.of((shut, Condition(("text",), Pattern.of(["yes"])))))
    book = Rulebook((rule("one", "yes"), behind, rule("two", "y"), replace(behind, id="also")), "id")
    assert [hit.rule for hit in book.match(scene("yes"))] == ["one", "two"]
    assert asked == ["gate"]
