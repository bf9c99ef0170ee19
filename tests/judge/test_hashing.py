from __future__ import annotations

from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.hashing import GRAM_OCTETS, NUMBER_BITS, SLOTS, TEXT_OCTETS, TOKENS, hash_text, token_slots

TEXTS = st.one_of(st.binary(max_size=300), st.text("ab0' é.", max_size=200).map(str.encode))
TOKEN_LISTS = st.lists(st.text(max_size=20), unique=True, max_size=8).map(tuple)
WORD_OCTETS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789'") | frozenset(range(128, 256))
GRAMS, WORDS, PAIRS, SUBJECT, STRUCTURE = range(5)

Family = tuple[npt.NDArray[np.uint32], npt.NDArray[np.intp]]


def words_of(text: bytes) -> list[bytes]:
    """The words, found one octet at a time."""
    spaced = bytes(code if code in WORD_OCTETS else 0 for code in text)
    return [word for word in spaced.split(b"\0") if word]


def families(text: bytes, subject: int = 0, tokens: tuple[str, ...] = ()) -> list[Family]:
    """Slots and numbers of each family."""
    hashed = hash_text(text, subject, tokens)
    return [(hashed.slots[start:end], hashed.numbers[start:end]) for start, end in pairwise([0, *accumulate(hashed.sizes)])]


def slots(text: bytes, family: int, subject: int = 0, tokens: tuple[str, ...] = ()) -> list[int]:
    return [int(slot) for slot in families(text, subject, tokens)[family][0]]


def numbers(text: bytes, family: int) -> set[int]:
    return {int(number) for number in families(text)[family][1]}


@given(TEXTS, st.integers(0, 60))
def test_words_are_found(text: bytes, subject: int) -> None:
    """The words are the text's, in order, and the first of them the subject's."""
    hashed = hash_text(text, subject)
    assert list(hashed.words) == words_of(text)
    assert hashed.subject_words == len(words_of(text[:subject]))


@given(TEXTS, st.integers(0, 60), TOKEN_LISTS)
def test_slots_are_ascending_distinct_and_in_range(text: bytes, subject: int, tokens: tuple[str, ...]) -> None:
    """Each family's slots are sorted, each once, all below the table's size, with the number of a piece each."""
    hashed = hash_text(text, subject, tokens)
    assert len(hashed.slots) == len(hashed.numbers) == sum(hashed.sizes)
    for family, places in families(text, subject, tokens):
        assert family.dtype == np.uint32
        assert np.all(np.diff(family.astype(np.int64)) > 0)
        assert np.all(family < SLOTS)
        assert len(family) == len(places)


@given(TEXTS, st.integers(0, 60), TOKEN_LISTS)
def test_as_many_features_as_there_are_pieces(text: bytes, subject: int, tokens: tuple[str, ...]) -> None:
    """Equal pieces share a slot; there are never more slots than distinct pieces, and hardly fewer."""
    words = words_of(text)
    of_subject = words[: len(words_of(text[:subject]))]
    counts = (
        len({text[at : at + 4] for at in range(len(text) - 3)}),
        len(set(words)),
        len(set(pairwise(words))),
        len(set(of_subject)) + len(set(pairwise(of_subject))),
        len(tokens),
    )
    for (family, _), count in zip(families(text, subject, tokens), counts, strict=True):
        assert count - 1 <= len(family) <= count


@given(TEXTS, st.integers(0, 60), TOKEN_LISTS)
def test_numbers_are_of_pieces(text: bytes, subject: int, tokens: tuple[str, ...]) -> None:
    """Words are counted from 1, tokens after them; only grams can stand before any word."""
    count = len(words_of(text))
    grams, words, pairs, of_subject, structure = (numbers for _, numbers in families(text, subject, tokens))
    assert np.all((grams >= 0) & (grams <= count))
    assert all(np.all((family >= 1) & (family <= count)) for family in (words, pairs, of_subject))
    assert np.all((structure > count) & (structure <= count + len(tokens)))


def test_a_word_hashes_alike_wherever_it_stands() -> None:
    """A word's slot depends on its octets, not on its place or neighbours."""
    assert set(slots(b"invoice", WORDS)) <= set(slots(b"pay the invoice, now", WORDS))


def test_pairs_have_an_order() -> None:
    """Two words make another pair the other way round, and none with a word between them."""
    one, other, apart = (set(slots(text, PAIRS)) for text in (b"gift card", b"card gift", b"gift or card"))
    assert len(one) == 1 and one.isdisjoint(other) and one.isdisjoint(apart)


def test_a_word_of_the_subject_is_another_feature() -> None:
    """In the subject a word says something else than in the text, and is counted there as well."""
    assert slots(b"gift card", SUBJECT, 4) == slots(b"gift", SUBJECT, 4)
    assert set(slots(b"gift card", SUBJECT, 9)).isdisjoint(slots(b"gift card", WORDS) + slots(b"gift card", PAIRS))
    assert slots(b"gift card", WORDS, 9) == slots(b"gift card", WORDS)


def test_of_equal_features_the_first_place_counts() -> None:
    """A repeated word is evidence at its first place, and so are its grams."""
    text = b"other again again again"
    assert numbers(text, WORDS) == numbers(text, GRAMS) == {1, 2}


def test_grams_belong_to_the_word_of_their_second_octet() -> None:
    """A gram that begins in the gap before a word is that word's; what stands before any word is nobody's."""
    assert numbers(b"ab cdefg", GRAMS) == {1, 2}
    assert numbers(b"  abcd", GRAMS) == {0, 1}


def test_text_past_the_bounds_is_not_hashed() -> None:
    """Words count as far as one bound, grams as far as another."""
    words = b" ".join(b"w%x" % n for n in range(4000))
    assert all(np.array_equal(one[0], other[0]) for one, other in zip(families(words), families(words[:TEXT_OCTETS]), strict=True))
    assert slots(words, GRAMS) == slots(words[:GRAM_OCTETS], GRAMS)
    assert slots(words, WORDS) != slots(words[: TEXT_OCTETS - 10], WORDS)
    assert len(slots(b"a" * (GRAM_OCTETS - 1) + b"b" * 9, GRAMS)) == 2
    assert len(slots(b"a" * (GRAM_OCTETS - 1) + b"b", GRAMS)) == 2


@pytest.mark.parametrize("unit", [b"a ", b"a", b" ", b"\xff"])
def test_numbers_at_the_bound_stay_in_range(unit: bytes) -> None:
    """With as many words and tokens as the bounds allow, every piece still has a number of its own."""
    tokens = tuple(f"t{number}" for number in range(TOKENS + 9))
    text = unit * TEXT_OCTETS
    hashed = hash_text(text, len(text), tokens)
    assert len(hashed.words) + TOKENS < 1 << NUMBER_BITS
    assert hashed.numbers.max() == len(hashed.words) + TOKENS
    assert len(set(families(text, 0, tokens)[STRUCTURE][1])) >= TOKENS - 1


@given(TOKEN_LISTS)
def test_tokens_do_not_hang_on_the_text(tokens: tuple[str, ...]) -> None:
    """A token's slot is the same beside any text."""
    assert slots(b"", STRUCTURE, 0, tokens) == slots(b"pay the invoice", STRUCTURE, 3, tokens)


def test_the_slots_of_tokens_are_those_of_the_features() -> None:
    """In their order, which within features is another; of none there is none."""
    assert sorted(token_slots(("a form", "a link")).tolist()) == slots(b"", STRUCTURE, 0, ("a form", "a link"))
    assert token_slots(("a form",)).tolist() == [818538]
    assert len(token_slots(())) == 0


def test_slots_never_change() -> None:
    """Slots are part of every model's schema: these were computed when the schema was made."""
    text, tokens = b"invoice due", ("a form",)
    assert slots(text, GRAMS) == [259749, 360173, 444782, 506453, 596495, 824274, 939477, 961230]
    assert [slots(text, family, 7, tokens) for family in (WORDS, PAIRS, SUBJECT, STRUCTURE)] == [
        [601175, 971575],
        [341430],
        [979883],
        [818538],
    ]
