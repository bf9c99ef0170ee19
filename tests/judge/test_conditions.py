from __future__ import annotations

import pickle
import time

import pytest

from filter.judge.conditions import All, Any, Condition, Differs, Match, Member, Not, Pattern, Present
from filter.judge.mail import Address, Link, Message

TEXT = ("text",)
YES = Condition(TEXT, Pattern.of(["yes"]))
NO = Condition(TEXT, Pattern.of(["no"]))
MESSAGE = Message(subject="Yes sir", text="Yes indeed, yes.", links=(Link("u", "a.shop.example", "t"), Link("v", "b.test", "t")))


@pytest.mark.parametrize(
    ("match", "evidence"),
    [
        (YES, "Yes"),
        (NO, None),
        (Condition(("subject", "text"), Pattern.of(["yes"]), 3), "Yes"),
        (Condition(TEXT, Pattern.of(["yes"]), 3), None),
        (Condition(TEXT, Pattern.of(["never", "in.eed"])), "indeed"),
        (Condition(TEXT, Pattern.literal(["in.eed"])), None),
        (Condition(TEXT, Pattern.literal(["INDEED,"])), "indeed,"),
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
    assert match.find(MESSAGE) == evidence


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
    assert Differs("reply_to.domain", "sender.domain").find(message) == evidence


def test_all_asks_the_cheapest_part_first() -> None:
    """However a rule orders them, a group asks about the sender before it searches the text."""
    cheap = Condition(("sender.local",), Present())
    assert All.of((Not(YES), YES, cheap)).parts[0] is cheap


@pytest.mark.parametrize("pattern", ["(", "a(?=b)", r"(a)\1", "x*", "", "^"])
def test_pattern_that_cannot_run_or_matches_everything_is_refused(pattern: str) -> None:
    """What RE2 cannot compile, and what would match every message, is a ValueError."""
    with pytest.raises(ValueError, match=r".+"):
        Pattern.of([pattern])


@pytest.mark.parametrize(("text", "evidence"), [("p\u0430y", "p\u0430y"), ("pay", None), ("", None)])
def test_a_pattern_beyond_ascii_passes_plain_text_over(text: str, evidence: str | None) -> None:
    """Where every match must hold more than ASCII, text in plain ASCII is not searched, whatever the pattern would find."""
    assert Condition(TEXT, Pattern.of(["p.y"], beyond_ascii=True)).find(Message(text=text)) == evidence


def test_lone_surrogates_do_not_break_a_pattern() -> None:
    """Text that has no UTF-8 form is searched all the same."""
    assert YES.find(Message(text="\udcff yes \ud800")) == "yes"


def test_pattern_is_linear_in_time() -> None:
    """A pattern that backtracks for ever elsewhere ends at once."""
    started = time.perf_counter()
    assert Condition(TEXT, Pattern.of(["(?:a+)+c"])).find(Message(text="a" * 16_384 + "b")) is None
    assert time.perf_counter() - started < 0.5


def test_compiled_match_survives_pickling() -> None:
    """A rulebook can be sent to another process."""
    assert pickle.loads(pickle.dumps(All.of((YES, Not(NO))))).find(MESSAGE) == "Yes"
