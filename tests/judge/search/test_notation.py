from __future__ import annotations

import re

import pytest
import re2

from filter.judge.search.notation import WHOLE, phrases, spelt


def matches(line: str, text: str) -> bool:
    """Whether a phrase finds anything in a text as it is prepared."""
    (phrase,) = phrases([line])
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return re2.search(rf"\b(?:{phrase.pattern})".encode(), b" ".join(spelt(text)), options) is not None


@pytest.mark.parametrize(
    ("line", "hit", "miss"),
    [
        ("bank* account", "banking account", "bank accounts"),
        ("new _ account", "new shiny bank account", "new one two three four account"),
        ("account ~ closed", "account of ours is, sadly, closed", "account. the shop is closed"),
        ("account ~~ closed", "account. the shop is closed", "account. the shop is open"),
        ("account ~ closed", "account closed", "accounts of ours closed"),
        ("account ~~ closed", "account, closed", "accounts. closed"),
        ("(my|our) iban", "our iban", "your iban"),
        ("the (old )?bank", "the bank", "the new bank"),
        ("don't tell", "don't tell", "dont tell"),
        ("cards? now", "card now", "cardss now"),
    ],
)
def test_notation(line: str, hit: str, miss: str) -> None:
    """Each sign of the notation finds what it stands for and not what comes close."""
    assert matches(line, hit)
    assert not matches(line, miss)


@pytest.mark.parametrize("text", ["uberweisung", "ueberweisung"])
def test_umlauts(text: str) -> None:
    """An umlaut is found folded away and typed as two letters."""
    assert matches("überweisung", text)


@pytest.mark.parametrize("text", ["uległ zmianie", "ulegl zmianie"])
def test_letter_that_does_not_fold(text: str) -> None:
    """A word that ends in a letter beyond ASCII ends there, and is found as one types it without."""
    assert matches("numer ~ uległ*", f"numer {text}")
    assert matches("(numer) (uległ)", f"numer {text}")


def test_lines_go_on() -> None:
    """A line that opens with a bar goes on with the last."""
    assert [phrase.openings for phrase in phrases(["bank (iban\n  |konto) x\n  rib y"])] == [{b"bank" + WHOLE}, {b"rib" + WHOLE}]


def test_the_rarest_word_is_looked_for() -> None:
    """Of the words that a phrase cannot do without, the rarest opens the search; an alternative has to stand for itself."""
    (phrase,) = phrases(["(send|email) the (lohnliste*|bsn)"])
    assert phrase.openings == {b"lohnliste", b"bsn" + WHOLE}


@pytest.mark.parametrize("line", ["(bank", "(bank|iban", r"\d\d\d", "bank)"])
def test_refused(line: str) -> None:
    """A line without a word to look for, or with a bracket too many, is refused."""
    with pytest.raises(ValueError, match="bracket"):
        list(phrases([line]))


def test_spelt() -> None:
    """What ends a clause stays with its word, other punctuation is a gap."""
    assert spelt("¿estas (libre), e-mail?") == [b"estas", b"libre", b",", b"e", b"mail?"]


@pytest.mark.parametrize(
    ("line", "first", "beside"),
    [
        ("buy ~ (voucher*|card)", {b"buy$"}, {b"voucher", b"card$"}),
        ("zebra", {b"zebra$"}, set()),
        ("zebra ~ ab*", {b"zebra$"}, set()),
        ("zebra( crossing)?", {b"zebra"}, set()),
        ("rare ?card sold", {b"rare"}, {b"sold$"}),
        ("the( )?zebra", {b"the"}, set()),
    ],
)
def test_openings(line: str, first: set[bytes], beside: set[bytes]) -> None:
    """A phrase names the rarest words of which it holds one, and those it holds besides; an opening that many words have tells nothing."""
    (phrase,) = phrases([line])
    assert (phrase.openings, phrase.beside) == (first, beside)


@pytest.mark.parametrize("line", ["iban ~ account", "iban ~ account*", "new* _ (konto|bank*)", "löhne ~ œuvre*"])
def test_a_word_alone_is_read_as_one_in_brackets(line: str) -> None:
    """The short way to read a word that stands alone gives what the long way does."""
    (short,) = phrases([line])
    (long,) = phrases([re.sub(r"\w{3,}", r"(\g<0>)", line)])
    assert (short.openings, short.beside) == (long.openings, long.beside)
