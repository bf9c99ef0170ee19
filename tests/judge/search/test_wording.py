from __future__ import annotations

import time

import pytest

from filter.judge.search.negation import PHRASE_OCTETS
from filter.judge.search.wording import AROUND, FINDS, PLACES, QUOTED, WORD, WORDS, Wording, Wordings, quoted

ASKS = Wordings(
    [
        Wording("gift", ["buy ~ (voucher|vouchers)"], ["(never mind) the voucher"]),
        Wording("told", ["(en) zebra", "(de) zebra", "(fr) zebra", "(es) zebra", "(pt) zebra", "(it) zebra", "(nl) zebra", "(pl) zebra"]),
    ]
)


def found(text: str, name: str = "gift") -> str:
    """What is found of one ask."""
    return ASKS.find(ASKS.read(text), name)


def test_found() -> None:
    """A phrase is quoted as it stands; a text without it has none."""
    assert found("please buy three vouchers today") == "buy three vouchers"
    assert found("please sell three vouchers today") == ""


@pytest.mark.parametrize("text", ["do not buy vouchers", "never, in no way, buy vouchers", "wir bitten niemals, buy vouchers"])
def test_negated(text: str) -> None:
    """A phrase whose clause negates it is passed over, and "never" negates the sentence."""
    assert found(text) == ""


@pytest.mark.parametrize("text", ["i can not talk, buy vouchers", "do not forget to buy vouchers", "that is not it. buy vouchers"])
def test_not_negated(text: str) -> None:
    """A negation of something else leaves the phrase as it is."""
    assert found(text) == "buy vouchers"


def test_a_later_one() -> None:
    """A phrase that is not negated is found behind one that is."""
    assert found("do not buy vouchers. buy two vouchers") == "buy two vouchers"
    assert found("do not buy vouchers. " * FINDS + "buy two vouchers") == ""


def test_firm() -> None:
    """A phrase that is firm stands whatever is said around it."""
    assert found("do not never mind the voucher") == "never mind the voucher"


def test_too_far_apart() -> None:
    """Words further apart than a phrase may be are none; a shorter phrase within is."""
    far = "buy " + "x" * PHRASE_OCTETS + " vouchers"
    assert found(far) == ""
    assert found(f"buy {'x' * PHRASE_OCTETS} buy vouchers") == "buy vouchers"


def test_places() -> None:
    """So many places are looked at, and no more."""
    place = "do not buy vouchers. " + "x " * 60
    assert found(place * (PLACES - 1) + "buy two vouchers") == "buy two vouchers"
    assert found(place * PLACES + "buy two vouchers") == ""


def test_languages() -> None:
    """Phrases of a language are looked for where the text may be in it."""
    german = "wir haben das auch und"
    assert found(f"{german} de zebra", "told") == "de zebra"
    assert found(f"{german} fr zebra", "told") == ""
    assert found("fr zebra", "told") == "fr zebra"


def test_a_block_for_any_language() -> None:
    """A block that is not told apart by language is looked for once, whatever languages a text may be in."""
    assert ASKS.read("buy vouchers").places["gift"] == {0: [0]}


def test_second_word() -> None:
    """A phrase is looked for only where a second word that it needs stands near."""
    assert not ASKS.read("vouchers are nice").places
    assert not ASKS.read("vouchers are nice " + "x " * 2 * AROUND + "buy").places
    assert ASKS.read("vouchers are nice to buy").places


def test_one_inside_a_negated_one() -> None:
    """A phrase that begins within one that is negated is found."""
    asks = Wordings([Wording("gift", ["(buy|order) ~ vouchers"])])
    assert asks.find(asks.read("never buy. order the vouchers"), "gift") == "order the vouchers"


def test_the_first_of_all() -> None:
    """Of several phrases that stand there, the one that begins first is told."""
    asks = Wordings([Wording("gift", ["buy ~ vouchers\nred cards"])])
    assert asks.find(asks.read("red cards, or buy vouchers"), "gift") == "red cards"
    assert asks.find(asks.read("buy vouchers, or red cards"), "gift") == "buy vouchers"


def test_forgetting() -> None:
    """What many words are for is forgotten and found again."""
    for number in range(WORDS // 1000 + 1):
        ASKS.read(" ".join(f"vou{number * 1000 + word}" for word in range(1000)))
    assert len(ASKS._looked_up) <= WORDS
    assert found("buy vouchers") == "buy vouchers"


def test_a_long_word_is_not_remembered() -> None:
    """It is looked up each time: words are counted, not their octets."""
    kept, long = "vouchers" + "x" * (WORD - 8), "vouchers" + "x" * (WORD - 7)
    asks = Wordings([Wording("gift", ["buy ~ vouchers*"])])
    assert [asks.find(asks.read(f"buy {word}"), "gift") for word in (kept, long)] == [f"buy {kept}", f"buy {long}"]
    assert set(asks._looked_up) == {b"buy", kept.encode()}


@pytest.mark.parametrize("start", range(0, 2 * AROUND, 5))
@pytest.mark.parametrize("phrase", ["with ~ vouchers", "vouchers ~ with"])  # the rarer word is looked up
def test_a_phrase_goes_over_the_edge_of_a_stretch(start: int, phrase: str) -> None:
    """What a word needs beside it is looked for before it and behind it, wherever in the text they stand."""
    asks, said = Wordings([Wording("gift", [phrase])]), phrase.replace("~", "x " * 6)
    assert asks.find(asks.read("x " * start + said), "gift") == " ".join(said.split())


def test_quoted() -> None:
    """A long find is shown by its first and last words."""
    shown = quoted(b"first words " + b"and more of it " * 10 + b"last words.")
    assert shown.startswith("first words") and " ... " in shown and shown.endswith("last words")
    assert len(shown) <= QUOTED + len(" ... ")


def test_hostile() -> None:
    """A text made of key words and openings is read in bounded time."""
    start = time.process_time()
    found("buy " * 4000)
    found("buy voucherx " * 1300)
    assert time.process_time() - start < 1
