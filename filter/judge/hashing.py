"""Text and tokens to hashed features, each with the piece of the message that it first stood at.

Most mails are short, so what costs is not the length of an array but how often numpy is called: all families are hashed, sorted and
made distinct side by side in one array of 32-bit keys. A key is a slot and, below it, the number of a piece; so sorting brings equal
slots together with the first of them in front. Nothing here knows what a message is, or what a feature is worth.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

SLOT_BITS = 20
SLOTS = 1 << SLOT_BITS
NUMBER_BITS = 32 - SLOT_BITS

GRAM_OCTETS = 4096
"""Octets of text whose 4-grams are hashed."""

TEXT_OCTETS = 7600
"""Octets of text whose words are hashed: at most half as many words, which leaves `NUMBER_BITS` room to count the tokens as well."""

SUBJECT_OCTETS = 400
"""Octets of the subject that are read: a longer one must not push the text past the other bounds."""

TOKENS = 200
"""Tokens hashed of one message."""

Keys = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.intp]

_GRAM, _WORD, _PAIR, _SUBJECT, _SUBJECT_PAIR = map(np.uint32, (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1))
_HEADER = np.uint32(0x7FEB352D)
_FIRST_OF_PAIR = np.uint32(0xCC9E2D51)
_TOKEN = 0x9E3779B1
_SHIFT = np.uint32(NUMBER_BITS)
_NUMBER = np.uint32((1 << NUMBER_BITS) - 1)
_SLOT = ~_NUMBER
_NUMBERS = np.arange(1 << NUMBER_BITS, dtype=np.uint32)
_SPACE = np.uint8(ord(" "))
_WINDOW = np.dtype("<u4")

_SPACED = bytes(code if code >= 128 or chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789'" else ord(" ") for code in range(256))


class Hashed(NamedTuple):
    """Five families, one after another: grams, words, pairs, the subject's words and pairs, tokens.

    `slots` (n,) are distinct and ascending within each family, `sizes` long. `numbers` (n,) tell the piece that each came from: the
    `words` from 1 on, the first `subject_words` of them the subject's, then the tokens; 0 is what stands before any word.
    """

    slots: Keys
    numbers: Numbers
    sizes: tuple[int, ...]
    words: tuple[bytes, ...]
    subject_words: int


def hash_text(octets: bytes, subject_octets: int = 0, tokens: tuple[str, ...] = ()) -> Hashed:
    """Hash normalised text (lower case, digits already shaped) that begins with the subject, and the tokens."""
    octets, tokens = octets[:TEXT_OCTETS], tokens[:TOKENS]
    spaced = octets.translate(_SPACED)
    words = tuple(spaced.split())
    subject = len(spaced[:subject_octets].split())
    grams = max(0, min(len(octets), GRAM_OCTETS) - 3)
    ends = tuple(accumulate((grams, len(words), max(0, len(words) - 1), subject, max(0, subject - 1), len(tokens))))
    keys, numbers = np.empty(ends[-1], dtype=np.uint32), np.empty(ends[-1], dtype=np.uint32)
    if grams:
        _hash_grams(octets, spaced, keys[:grams], numbers[:grams])
    if words:
        _hash_words(words, keys, numbers, ends)
    keys[ends[4] :] = list(map(_hash_token, tokens))
    numbers[ends[4] :] = _NUMBERS[len(words) + 1 : len(words) + 1 + len(tokens)]
    keys &= _SLOT
    keys |= numbers
    keys, sizes = _distinct(keys, (0, *ends[:3], *ends[4:]))
    return Hashed(keys >> _SHIFT, (keys & _NUMBER).astype(np.intp), sizes, words, subject)


def hash_headers(octets: bytes) -> Keys:
    """The distinct slots (n,), ascending, of every window of four octets: not normalised, for where one writer's ways are learnt."""
    count = len(octets) - 3
    if count <= 0:
        return np.empty(0, dtype=np.uint32)
    return np.unique(np.ndarray((count,), _WINDOW, octets, 0, (1,)) * _HEADER >> _SHIFT)


def word_slots(words: tuple[bytes, ...]) -> Keys:
    """The slot of each word (n,), in their order: that of the family of words."""
    return np.fromiter(map(crc32, words), dtype=np.uint32, count=len(words)) * _WORD >> _SHIFT


def token_slots(tokens: Iterable[str]) -> Keys:
    """The slot of each token (n,), in their order."""
    return np.array([_hash_token(token) for token in tokens], dtype=np.uint32) >> _SHIFT


@lru_cache(maxsize=1 << 12)
def _hash_token(token: str) -> int:
    return crc32(token.encode("utf-8", "replace")) * _TOKEN & 0xFFFFFFFF


def _hash_grams(octets: bytes, spaced: bytes, keys: Keys, numbers: Keys) -> None:
    """Every window of four octets, in place, and the number of the word that holds its second octet or ended before it."""
    count = len(keys)
    np.multiply(np.ndarray((count,), _WINDOW, octets, 0, (1,)), _GRAM, out=keys)
    inside = np.frombuffer(spaced, dtype=np.uint8, count=count + 1) != _SPACE
    numbers[:] = inside[1:] > inside[:-1]
    numbers[0] += inside[0]
    np.add.accumulate(numbers, out=numbers)


def _hash_words(words: tuple[bytes, ...], keys: Keys, numbers: Keys, ends: tuple[int, ...]) -> None:
    """Words, pairs, the subject's words and the subject's pairs: each from the end of the one before to its own."""
    single = np.fromiter(map(crc32, words), dtype=np.uint32, count=len(words))
    double = single[:-1] * _FIRST_OF_PAIR
    double += single[1:]
    multipliers = (_WORD, _PAIR, _SUBJECT, _SUBJECT_PAIR)
    for hashes, multiplier, (start, end) in zip((single, double, single, double), multipliers, pairwise(ends[:5]), strict=True):
        np.multiply(hashes[: end - start], multiplier, out=keys[start:end])
        numbers[start:end] = _NUMBERS[1 : end - start + 1]


def _distinct(keys: Keys, places: tuple[int, ...]) -> tuple[Keys, tuple[int, ...]]:
    """The keys of each family, ascending, of those with equal slots the first; and how many are left of each."""
    for start, end in pairwise(places):
        keys[start:end].sort()
    first = np.empty(len(keys), dtype=bool)
    np.greater(keys[1:] ^ keys[:-1], _NUMBER, out=first[1:])
    for start in places[:-1]:
        first[start : start + 1] = True
    kept = first.nonzero()[0]
    ends = kept.searchsorted(places).tolist()
    return keys.take(kept), tuple(end - start for start, end in pairwise(ends))
