from __future__ import annotations

import pytest

from filter.judge.mail import Address, Message
from filter.judge.past import Past
from filter.judge.scene import Scene
from filter.judge.signals.relation import KNOWN_MAILS, SIGNALS, SILENT_DAYS

BY_NAME = {signal.name: signal for signal in SIGNALS}
ANNA = Address("Anna Weiss", "anna", "mail.shop.example")
KNOWN = Past(from_address=9, from_domain=12, to_address=4, between=2, silent_days=3)


def found(name: str, past: Past | None, sender: Address | None = ANNA) -> str:
    return Scene(Message(sender=sender), past=past).evidence(BY_NAME[name])


@pytest.mark.parametrize(
    ("name", "past", "evidence"),
    [
        ("first-time-sender", Past(from_domain=3), "no mail from anna@mail.shop.example was delivered before"),
        ("first-time-domain", Past(), "no mail from shop.example was delivered before"),
        ("known-sender", KNOWN, "9 mails from anna@mail.shop.example were delivered before, 4 sent there"),
        ("long-silence", Past(1, 1, silent_days=SILENT_DAYS + 1), "last mail from anna@mail.shop.example came 181 days ago"),
        (
            "known-name-new-address",
            Past(same_name=5),
            "Anna Weiss is known from another address (5 mails), never wrote from anna@mail.shop.example",
        ),
        ("answers-us", Past(replied_to_us=True), "answers a mail that was sent to anna@mail.shop.example"),
        ("first-time-to-recipient", Past(9, 9), "no mail from anna@mail.shop.example was delivered to these recipients before"),
        ("we-never-wrote", Past(9, 9), "nobody here ever wrote to anna@mail.shop.example"),
    ],
)
def test_what_the_past_says_is_told(name: str, past: Past, evidence: str) -> None:
    """The evidence names the sender and the counts."""
    assert found(name, past) == evidence


@pytest.mark.parametrize(
    ("name", "past"),
    [
        ("first-time-sender", Past(1)),
        ("first-time-domain", Past(0, 1)),
        ("known-sender", Past(KNOWN_MAILS - 1, 9, 9)),
        ("known-sender", Past(99, 99, 0)),
        ("long-silence", Past(1, 1, silent_days=SILENT_DAYS)),
        ("long-silence", Past()),
        ("known-name-new-address", Past(1, same_name=5)),
        ("known-name-new-address", Past()),
        ("answers-us", KNOWN),
        ("first-time-to-recipient", Past(between=1)),
        ("we-never-wrote", Past(to_address=1)),
    ],
)
def test_what_comes_close_is_not_told(name: str, past: Past) -> None:
    """One mail less or more, or the other half of the fact, is not the fact."""
    assert found(name, past) == ""


@pytest.mark.parametrize("name", BY_NAME)
def test_silent_without_a_past_or_a_sender(name: str) -> None:
    """Where no history is kept, or the mail names no sender, nothing is said."""
    assert found(name, None) == ""
    for past in (Past(), Past(9, 9, 9, 9, 999, True, 9), Past(same_name=2)):
        assert found(name, past, None) == ""


def test_a_sender_without_a_domain() -> None:
    """An address that archives cut short has no domain to be new."""
    assert found("first-time-domain", Past(), Address("", "anna", "")) == ""
    assert found("first-time-sender", Past(), Address("", "anna", "")) == "no mail from anna was delivered before"
