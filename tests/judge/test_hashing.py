from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.hashing import GRAM_OCTETS, SLOTS, TEXT_OCTETS, Hashed, hash_text, hash_token

TEXTS = st.one_of(st.binary(max_size=300), st.text("ab0' é.", max_size=200).map(str.encode))
WORD_OCTETS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789'") | frozenset(range(128, 256))


def words_of(text: bytes) -> list[bytes]:
    """The words, found one octet at a time."""
    spaced = bytes(code if code in WORD_OCTETS else 0 for code in text)
    return [word for word in spaced.split(b"\0") if word]


def families(text: bytes) -> tuple[Hashed, Hashed, Hashed]:
    hashed = hash_text(text)
    return hashed.grams, hashed.words, hashed.pairs


@given(TEXTS)
def test_words_are_found_where_they_stand(text: bytes) -> None:
    """Starts and ends cut the text's words out of it."""
    hashed = hash_text(text)
    assert [text[start:end] for start, end in zip(hashed.starts, hashed.ends, strict=True)] == words_of(text)


@given(TEXTS)
def test_slots_are_ascending_distinct_and_in_range(text: bytes) -> None:
    """Each family's slots are sorted, each once, all below the table's size, with a source each."""
    for family in families(text):
        assert family.slots.dtype == np.uint32
        assert np.all(np.diff(family.slots.astype(np.int64)) > 0)
        assert np.all(family.slots < SLOTS)
        assert len(family.slots) == len(family.words)


@given(TEXTS)
def test_as_many_features_as_there_are_pieces(text: bytes) -> None:
    """Equal pieces share a slot; there are never more slots than distinct pieces, and hardly fewer."""
    words = words_of(text)
    counts = (len({text[at : at + 4] for at in range(len(text) - 3)}), len(set(words)), len(set(pairwise(words))))
    for family, count in zip(families(text), counts, strict=True):
        assert count - 1 <= len(family.slots) <= count


@given(TEXTS)
def test_sources_are_words(text: bytes) -> None:
    """A feature comes from a word that the text has; without words it comes from number 0."""
    for family in families(text):
        assert np.all(family.words >= 0)
        assert np.all(family.words < max(1, len(words_of(text))))


def test_a_word_hashes_alike_wherever_it_stands() -> None:
    """A word's slot depends on its octets, not on its place or neighbours."""
    alone, among = hash_text(b"invoice").words.slots, hash_text(b"pay the invoice, now").words.slots
    assert set(alone) <= set(among)


def test_pairs_have_an_order() -> None:
    """Two words make another pair the other way round, and none with a word between them."""
    one, other, apart = (set(hash_text(text).pairs.slots) for text in (b"gift card", b"card gift", b"gift or card"))
    assert len(one) == 1 and one.isdisjoint(other) and one.isdisjoint(apart)


def test_of_equal_features_the_first_place_counts() -> None:
    """A repeated word is evidence at its first place, and so are its grams."""
    hashed = hash_text(b"other again again again")
    assert sorted(hashed.words.words) == [0, 1]
    assert set(hashed.grams.words) == {0, 1}


def test_grams_belong_to_the_word_of_their_second_octet() -> None:
    """A gram that begins in the gap before a word is that word's."""
    assert set(hash_text(b"ab cdefg").grams.words) == {0, 1}
    assert set(hash_text(b"  abcd").grams.words) == {0}


def test_text_past_the_bounds_is_not_hashed() -> None:
    """Words count as far as one bound, grams as far as another."""
    words = b" ".join(b"w%x" % n for n in range(4000))
    assert families_equal(words, words[:TEXT_OCTETS])
    assert np.array_equal(hash_text(words).grams.slots, hash_text(words[:GRAM_OCTETS]).grams.slots)
    assert not np.array_equal(hash_text(words).words.slots, hash_text(words[: TEXT_OCTETS - 10]).words.slots)


@pytest.mark.parametrize("unit", [b"a ", b"a", b" ", b"\xff"])
def test_places_at_the_bound_stay_in_range(unit: bytes) -> None:
    """As many words as the bound allows still have places of their own."""
    hashed = hash_text(unit * TEXT_OCTETS)
    assert len(hashed.starts) <= TEXT_OCTETS // 2
    assert all(np.all(family.words < max(1, len(hashed.starts))) for family in families(unit * TEXT_OCTETS))


def families_equal(one: bytes, other: bytes) -> bool:
    pairs = zip(families(one), families(other), strict=True)
    return all(np.array_equal(a.slots, b.slots) and np.array_equal(a.words, b.words) for a, b in pairs)


@given(st.text(max_size=50))
def test_tokens_have_slots(token: str) -> None:
    """A named token's slot is in range and always the same."""
    assert 0 <= hash_token(token) == hash_token(token) < SLOTS


def test_slots_never_change() -> None:
    """Slots are part of every model's schema: these were computed when the schema was made."""
    hashed = hash_text(b"invoice due")
    assert hash_token("t:a form") == 615601
    assert hashed.grams.slots.tolist() == [259749, 360173, 444782, 506453, 596495, 824274, 939477, 961230]
    assert hashed.pairs.slots.tolist() == [364864]
