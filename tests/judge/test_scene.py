from __future__ import annotations

import pytest

from filter.judge import limits
from filter.judge.mail import Address, Envelope, Mail, Message
from filter.judge.parse import parse
from filter.judge.past import Past
from filter.judge.phrases.asks import ASKS
from filter.judge.scene import Scene, Signal
from filter.judge.site import NOWHERE, Site


def test_a_mail_is_met_with_all_that_is_known() -> None:
    """The content parsed, the site's facts, what it knew of the sender, and the envelope; offline none but the first."""
    site, past, envelope = Site(domains=frozenset({"own.example"})), Past(from_address=2), Envelope(sender="")
    content = b"Subject: x\r\n\r\nyes\r\n"
    assert Scene.of(Mail(content, envelope, past), site) == Scene(parse(content), site, past, envelope)
    assert Scene.of(Mail(content)) == Scene(parse(content), NOWHERE, None, None)


def test_a_signal_is_looked_for_once() -> None:
    """However often it is asked for; what it says is cut to the limit."""
    asked: list[Scene] = []
    signal = Signal("loud", "body", "nowhere", lambda scene: asked.append(scene) or "x" * 1000)  # type: ignore[func-returns-value]
    scene = Scene(Message())
    assert [scene.evidence(signal) for _ in range(3)] == [f"{'x' * (limits.EVIDENCE_CHARS - 1)}…"] * 3
    assert asked == [scene]


@pytest.mark.parametrize(
    ("said", "kept"), [("y" * 120, "y" * 120), ("answers go to a " + "y" * 120, "answers go to a…"), ("z " * 60 + "z", "z " * 59 + "z…")]
)
def test_what_a_signal_says_is_cut_between_words(said: str, kept: str) -> None:
    """A part of a domain would be another; an ellipsis shows it, and counts."""
    evidence = Scene(Message()).evidence(Signal("loud", "body", "nowhere", lambda scene: said))
    assert evidence == kept
    assert len(evidence) <= limits.EVIDENCE_CHARS == 120


def test_a_field_is_read_once() -> None:
    """Its values are those of the message, and the same ones again."""
    scene = Scene(Message(sender=Address("Anna", "a", "xn--bcher-kva.example")))
    assert scene.values("sender.domain") == ("xn--bcher-kva.example", "b\u00fccher.example")
    assert scene.values("sender.domain") is scene.values("sender.domain")
    assert scene.values("header.list-id") == ()


def test_the_plain_text_is_what_the_eye_takes() -> None:
    """Subject and text on one line, dots between them, lower case, with accents and look-alikes folded."""
    plain = Scene(Message(subject="\u0420\u0430yment", text="Caf\u00e9\r\n  TODAY")).plain
    assert plain == f"payment . {'.' * limits.PHRASE_OCTETS} cafe today"
    assert Scene(Message(subject="Payment")).plain == "payment" and Scene(Message(text="Today")).plain == "today"


LATER = "\n\nOn Monday Tom wrote:\n> see you\n"


@pytest.mark.parametrize("rest", ["", LATER, " talk" * 600], ids=["short", "quoting", "long"])
def test_no_phrase_goes_over_the_end_of_the_subject(rest: str) -> None:
    """Evidence quotes what the mail says; in the subject alone and in the text alone all is found."""
    subject, text = "We have a new bank", "Account manager Tom will visit you on Monday, as he told us."
    assert ASKS.find(Scene(Message(subject=subject, text=text + rest)).asked, "ask-bank-change") == ""
    whole = "We have a new bank account"
    for message in (Message(subject=whole, text=text + rest), Message(subject="Hello", text=f"{whole}. {text}{rest}")):
        assert ASKS.find(Scene(message).asked, "ask-bank-change") == "new bank account"


def test_dots_between_subject_and_text_are_not_counted() -> None:
    """How much a mail says is told without them."""
    assert Scene(Message(subject="Hello", text="there")).own_chars == len("hello there")


def test_signals_are_known_to_be_false_once_all_were_looked_for() -> None:
    """One that was not looked for, or is true, leaves it open."""
    scene = Scene(Message())
    no, yes = Signal("no", "body", "nowhere", lambda _: ""), Signal("yes", "body", "nowhere", lambda _: "it is")
    assert not scene.known_false(frozenset({"no"}))
    scene.evidence(no)
    assert scene.known_false(frozenset({"no"})) and not scene.known_false(frozenset({"no", "yes"}))
    scene.evidence(yes)
    assert not scene.known_false(frozenset({"no", "yes"}))
