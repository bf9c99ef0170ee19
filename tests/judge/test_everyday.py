from __future__ import annotations

from filter.demo import mails
from filter.judge.everyday import EVERYDAY, HEADERS, WORDS
from filter.judge.features import extract, normalise
from filter.judge.hashing import SLOTS, hash_headers, word_slots
from filter.judge.parse import parse


def test_it_is_a_small_part_of_all_slots() -> None:
    """So hardly any word that tells mails apart shares a slot with one of them."""
    assert EVERYDAY.shape == (SLOTS,)
    assert 500 < EVERYDAY.sum() < SLOTS // 500
    assert not EVERYDAY.flags.writeable


def test_words_stand_as_the_features_have_them() -> None:
    """Folded and with zeros for digits, else they would never be met."""
    words = WORDS.split()
    assert [word for word in words if normalise(word).decode() != word] == []
    assert EVERYDAY[word_slots(tuple(word.encode() for word in words))].all()


def test_most_of_a_usual_header_is_in_it() -> None:
    """And not all of what one mail says."""
    usual = b"date: Tue, 03 Jun 2025 10:00:00 +0200\nmime-version: 1.0\ncontent-type: text/plain; charset=utf-8\n"
    assert EVERYDAY[hash_headers(usual)].mean() > 0.7
    assert max(EVERYDAY[word_slots(extract(parse(mail.content)).words)].mean() for mail in mails()) < 0.7


def test_header_lines_are_fields() -> None:
    """Lower case names, as the layer sees them, or pieces of values."""
    assert all(line == line.strip() and (line[0] in "@." or line.partition(":")[0].islower()) for line in HEADERS.splitlines())
