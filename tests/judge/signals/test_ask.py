from __future__ import annotations

import pytest
from asking import said

from filter.judge.limits import END_CHARS, FIRST_CHARS
from filter.judge.mail import Link
from filter.judge.signals.ask import SHORT_CHARS, SIGNALS

ASK = "Please buy five gift cards"
FILLER = "The orchard is in bloom. "


def test_names() -> None:
    """Each signal has a name of its own, the group and a source."""
    assert len({signal.name for signal in SIGNALS}) == len(SIGNALS)
    assert all(signal.group == "ask" and signal.source for signal in SIGNALS)


def test_evidence() -> None:
    """The evidence names the ask and quotes the words, from the subject too."""
    assert said("ask-gift-cards", ASK) == 'speaks of gift cards to be bought or sent ("buy five gift cards")'
    assert said("ask-gift-cards", "Thanks", subject=ASK)
    assert said("ask-gift-cards", "Thanks") == ""


@pytest.mark.parametrize(
    "own", ["Thank you, all of this is well received and filed here.", "Danke, das ist alles gut angekommen und abgelegt."]
)
def test_quoted_text_does_not_count(own: str) -> None:
    """What stands in a quoted mail is not the sender's ask; what stands before it is."""
    quoted = f"\n\nOn Mon, 3 Jun 2024 at 10:11, Ada Example <ada@office.example> wrote:\n> {ASK}\n"
    assert said("ask-gift-cards", own + quoted) == ""
    assert said("ask-gift-cards", f"{own} {ASK}.{quoted}")


def test_ask_behind_another_language() -> None:
    """A short ask is found behind sentences in another language."""
    assert said("ask-gift-cards", f"Danke, das ist alles gut angekommen und wir haben es abgelegt. {ASK}.")
    assert said("ask-gift-cards", "Thank you, this has been received and we will file it. Bitte Gutscheinkarten kaufen.")


def test_a_quotation_alone() -> None:
    """A mail with next to nothing before its quotation is read whole."""
    assert said("ask-gift-cards", f"On Mon, 3 Jun 2024 at 10:11, Ada Example <ada@office.example> wrote:\n> {ASK}\n")


def test_ends_of_a_long_text() -> None:
    """Of a long text both ends are looked at, and not its middle."""
    start, end = FILLER * (FIRST_CHARS // len(FILLER) + 1), FILLER * (END_CHARS // len(FILLER) + 1)
    assert said("ask-gift-cards", f"{ASK}. {start}{end}")
    assert said("ask-gift-cards", f"{start}{end}{ASK}.")
    assert said("ask-gift-cards", f"{start}{ASK}. {end}") == ""


@pytest.mark.parametrize("gap", ["\u200b", "\u2063", "\u00ad"])
def test_invisible_letters_take_no_room(gap: str) -> None:
    """However many stand before or behind an ask."""
    talk = FILLER * 200
    assert said("ask-gift-cards", f"{gap * 6000}{ASK}. {talk}")
    assert said("ask-gift-cards", f"{talk}{ASK}. {gap * 6000}")


def test_an_end_beyond_ascii() -> None:
    """The end of a long text is looked at, whatever letters it is in."""
    assert said("ask-gift-cards", f"{FILLER * 600}{ASK} for 500 \u20ac.")


def test_no_phrase_over_what_was_cut_out() -> None:
    """The end of the beginning and the beginning of the end are no phrase together."""
    first, last = FILLER * (FIRST_CHARS // len(FILLER) - 2), FILLER * (END_CHARS // len(FILLER) - 2)
    for length in range(80):
        assert said("ask-gift-cards", f"{first}{'x' * length} we should buy {FILLER * 400}gift cards {'x' * length} {last}") == ""


def test_what_stands_close() -> None:
    """A comma or a colon without a space behind it is a gap; a sign within a name is none."""
    assert said("ask-gift-cards", f"Hi,{ASK.lower()}")
    assert said("ask-confidential-deal", "M&A, strictly confidential: our lawyer will call you.")


def test_are_you_there_is_short() -> None:
    """The opener is believed in a short mail only."""
    assert said("ask-are-you-there", "Are you available?")
    assert said("ask-are-you-there", "Are you available? " + FILLER * (SHORT_CHARS // len(FILLER))) == ""


def test_short_text() -> None:
    """A text under the limit without a link is told; a longer one or one with a link is not."""
    assert said("short-text", "Call me") == "text of 7 characters and no link"
    assert said("short-text", "x" * SHORT_CHARS) == ""
    assert said("short-text", "Call me", links=(Link("https://shop.example/", "shop.example", "here"),)) == ""
    assert said("short-text", "Call me", links=(Link("mailto:a@office.example", "", "mail"),))


def test_new_account_given() -> None:
    """An account number is told; a text without one has none."""
    assert said("new-account-given", "Our IBAN is GB82 WEST 1234 5698 7654 32") == "gives a bank account (IBAN GB82 WEST 1234 5698 7654 32)"
    assert said("new-account-given", "Our IBAN follows") == ""
