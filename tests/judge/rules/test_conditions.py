from __future__ import annotations

import pickle

import pytest

from filter.judge.mail import Address, Link, Message
from filter.judge.rules.conditions import All, Any, Condition, Differs, Holds, Match, Not
from filter.judge.rules.operators import Member, Pattern, Present
from filter.judge.scene import Scene, Signal
from filter.judge.signals.catalogue import CATALOGUE

TEXT = ("text",)
YES = Condition(TEXT, Pattern.of(["yes"]))
NO = Condition(TEXT, Pattern.of(["no"]))
SCENE = Scene(Message(subject="Yes sir", text="Yes indeed, yes.", links=(Link("u", "a.shop.example", "t"), Link("v", "b.test", "t"))))


@pytest.mark.parametrize(
    ("match", "evidence"),
    [
        (YES, "Yes"),
        (NO, None),
        (Condition(("subject", "text"), Pattern.of(["yes"]), 3), "Yes"),
        (Condition(TEXT, Pattern.of(["yes"]), 3), None),
        (Condition(TEXT, Pattern.of(["never", "in.eed"])), "indeed"),
        (Condition(TEXT, Pattern.of(["in.eed"], literal=True)), None),
        (Condition(TEXT, Pattern.of(["INDEED,"], literal=True)), "indeed,"),
        (Condition(("subject",), Member(frozenset({"yes sir"}))), "Yes sir"),
        (Condition(("subject",), Member(frozenset({"yes"}))), None),
        (Condition(("link.host",), Member(frozenset({"shop.example"}))), None),
        (Condition(("link.host",), Member(frozenset({"shop.example"}), hosts=True)), "a.shop.example"),
        (Condition(("link.host",), Present(), 2), "a.shop.example"),
        (Condition(("link.host",), Present(), 3), None),
        (Condition(("hidden",), Present()), None),
        (All.of((YES, Condition(("subject",), Pattern.of(["sir"])))), "sir · Yes"),
        (All.of((YES, Condition(TEXT, Pattern.of(["yes indeed"])))), "Yes indeed"),
        (All.of((YES, NO)), None),
        (Any((NO, YES)), "Yes"),
        (Any((NO, NO)), None),
        (Not(NO), ""),
        (Not(YES), None),
    ],
)
def test_match_finds_its_evidence(match: Match, evidence: str | None) -> None:
    """A match gives the piece of the message it saw, and None where it does not hold."""
    assert match.find(SCENE) == evidence


@pytest.mark.parametrize(
    ("sender", "reply_to", "evidence"),
    [
        ("mail.shop.co.uk", ("other.co.uk",), "other.co.uk"),
        ("mail.shop.co.uk", ("www.shop.co.uk",), None),
        ("shop.example", ("elsewhere.test", "shop.example"), None),
        ("shop.example", (), None),
        ("", ("elsewhere.test",), None),
    ],
)
def test_differs_compares_registrable_domains(sender: str, reply_to: tuple[str, ...], evidence: str | None) -> None:
    """Hosts differ when both sides have some and none of the one shares its registrable domain with the other."""
    message = Message(sender=Address("", "a", sender), reply_to=tuple(Address("", "a", domain) for domain in reply_to))
    assert Differs("reply_to.domain", "sender.domain").find(Scene(message)) == evidence


def says(name: str, evidence: str, group: str = "identity") -> Signal:
    return Signal(name, group, "nowhere", lambda scene: evidence)


WHO, WHAT, NEVER = says("who", "it is he"), says("what", "asks for it", "body"), says("never", "")


@pytest.mark.parametrize(
    ("match", "evidence"),
    [
        (Holds((WHO,)), "it is he"),
        (Holds((NEVER,)), None),
        (Holds((NEVER, WHAT, WHO)), "asks for it"),
        (Holds((WHAT, NEVER, WHO), 2), "asks for it; it is he"),
        (Holds((WHO, NEVER, WHAT), 3), None),
        (Not(Holds((NEVER,))), ""),
        (Not(Holds((WHO,))), None),
    ],
)
def test_signals_hold_and_say_why(match: Match, evidence: str | None) -> None:
    """A condition on signals holds when so many are true, and its evidence is what the first of them say."""
    assert match.find(SCENE) == evidence


@pytest.mark.parametrize(
    ("parts", "evidence"),
    [
        ((Holds((WHAT,)), Holds((WHO,))), "asks for it; it is he"),
        ((Holds((WHO,)), Holds((WHAT,)), Holds((WHO, WHAT))), "it is he; asks for it"),
        ((Holds((WHO,)), YES, Not(Holds((NEVER,)))), "it is he"),
        ((YES, Any((Holds((NEVER,)), Holds((WHAT,))))), "asks for it"),
        ((YES, Not(Holds((NEVER,)))), "Yes"),
        ((Holds((WHO,)), Holds((NEVER,))), None),
    ],
)
def test_a_group_says_what_its_signals_say(parts: tuple[Match, ...], evidence: str | None) -> None:
    """In the order the rule gives, whatever is asked first, each once; the pieces of fields count where no signal speaks."""
    assert All.of(parts).find(SCENE) == evidence


def test_all_asks_the_cheapest_part_first() -> None:
    """In whatever order, a group asks about the sender before it searches the text, and what must be there before what must not."""
    cheap = Condition(("sender.local",), Present())
    parts = (Not(YES), Holds((WHAT,)), YES, Holds((WHO,)), cheap)
    assert All.of(parts).asked == (4, 3, 1, 2, 0)


def test_what_is_dear_is_not_asked_where_something_cheap_fails() -> None:
    """A search of the text is spared wherever a cheaper part of its group does not match."""

    def broken(scene: Scene) -> str:
        raise AssertionError("was asked")

    dear = Signal("dear", "body", "nowhere", broken)
    assert All.of((Holds((dear,)), Holds((NEVER,)))).find(SCENE) is None


def test_a_group_tells_what_it_lacks() -> None:
    """The parts that do not match, in the rule's order."""
    assert All.of((NO, YES, Holds((NEVER,)))).lacking(SCENE) == (NO, Holds((NEVER,)))


def test_compiled_match_survives_pickling() -> None:
    """A rulebook can be sent to another process, signals and all."""
    over_signals = Not(Holds(tuple(CATALOGUE.values()), 2))
    assert pickle.loads(pickle.dumps(over_signals)) == over_signals
    assert pickle.loads(pickle.dumps(All.of((YES, Not(NO))))).find(SCENE) == "Yes"
