"""Text to hashed features, all of it in numpy: byte 4-grams, words and word pairs, each with the word it first stood at.

Words are runs of letters, digits (as one shape) and non-ASCII octets. A word's hash comes from prefix sums of a polynomial over the
octets, so that no word is ever cut out or looked at in Python.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

SLOT_BITS = 20
SLOTS = 1 << SLOT_BITS
PLACE_BITS = 32 - SLOT_BITS

GRAM_OCTETS = 1 << PLACE_BITS
"""Octets of text whose 4-grams are hashed: a (slot, place) pair fits 32 bits, which sort twice as fast as 64."""

TEXT_OCTETS = 2 << PLACE_BITS
"""Octets of text whose words are hashed; they hold at most as many words as a place can count."""

Slots = npt.NDArray[np.uint32]
Words = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_SHIFT = np.uint64(64 - SLOT_BITS)
_GRAM_MIX, _GRAM_SHIFT = np.uint32(0x9E3779B1), np.uint32(32 - SLOT_BITS)
_FOLD = np.uint64(32)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_BASE = 0x5851F42D4C957F2D  # odd, so it has an inverse modulo 2**64
_PAIR = np.uint64(0xD6E8FEB86659FD93)
_WORD_SEED, _PAIR_SEED = np.uint64(0x2545F491), np.uint64(0x9FB21C65)
_PLACE, _PLACE_MASK = np.uint32(PLACE_BITS), np.uint32((1 << PLACE_BITS) - 1)

_IS_WORD = np.zeros(256, dtype=bool)
_IS_WORD[[*range(ord("a"), ord("z") + 1), *range(ord("0"), ord("9") + 1), ord("'"), *range(128, 256)]] = True


@dataclass(frozen=True, slots=True)
class Hashed:
    """One family of features of a text: distinct slots in ascending order, and for each the index of the word it came from."""

    slots: Slots
    words: Words


@dataclass(frozen=True, slots=True)
class HashedText:
    """A text's three families, and where its words start and end, in octets."""

    grams: Hashed
    words: Hashed
    pairs: Hashed
    starts: Words
    ends: Words


def hash_text(octets: bytes) -> HashedText:
    """Hash normalised text (lower case, digits already shaped), as far as `TEXT_OCTETS`."""
    octets = octets[:TEXT_OCTETS]
    codes = np.frombuffer(octets, dtype=np.uint8)
    starts, ends = _bounds(codes)
    hashes = _word_hashes(codes, starts, ends)
    return HashedText(
        grams=_gram_family(octets[:GRAM_OCTETS], starts),
        words=_word_family(hashes ^ _WORD_SEED),
        pairs=_word_family((hashes[:-1] * _PAIR + hashes[1:]) ^ _PAIR_SEED),
        starts=starts,
        ends=ends,
    )


def hash_token(token: str) -> int:
    """The slot of one named token."""
    octets = token.encode("utf-8", "replace")
    return (zlib.crc32(octets) * int(_MIX) & 0xFFFFFFFFFFFFFFFF) >> int(_SHIFT)


def _bounds(codes: npt.NDArray[np.uint8]) -> tuple[Words, Words]:
    """Where words start and end."""
    inside = np.zeros(len(codes) + 2, dtype=np.int8)
    inside[1:-1] = _IS_WORD[codes]
    edges = np.diff(inside)
    return np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)


@lru_cache(maxsize=1)
def _powers(length: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and of its inverse, modulo 2**64."""
    base = np.full(length, _BASE, dtype=np.uint64)
    inverse = np.full(length, pow(_BASE, -1, 1 << 64), dtype=np.uint64)
    base[0] = inverse[0] = 1
    return np.multiply.accumulate(base), np.multiply.accumulate(inverse)


def _word_hashes(codes: npt.NDArray[np.uint8], starts: Words, ends: Words) -> Hashes:
    """A 64-bit hash of each word: (prefix[end] - prefix[start]) / base**start."""
    length = 1 << max(14, len(codes).bit_length())
    powers, inverses = _powers(length)
    prefix = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum((codes.astype(np.uint64) + np.uint64(1)) * powers[: len(codes)], out=prefix[1:])
    return _mix((prefix[ends] - prefix[starts]) * inverses[starts])


def _mix(hashes: Hashes) -> Hashes:
    return (hashes ^ (hashes >> _FOLD)) * _MIX


def _gram_family(octets: bytes, starts: Words) -> Hashed:
    """Byte 4-grams, each with the word that holds its second octet (or ended before it)."""
    count = max(0, len(octets) - 3)
    grams = np.empty(count, dtype=np.uint32)
    for offset in range(min(4, count)):
        grams[offset::4] = np.frombuffer(octets, dtype="<u4", count=(count - offset + 3) // 4, offset=offset)
    family = _family((grams * _GRAM_MIX) >> _GRAM_SHIFT)
    return Hashed(family.slots, np.maximum(np.searchsorted(starts, family.words + 1, side="right") - 1, 0))


def _word_family(hashes: Hashes) -> Hashed:
    return _family((_mix(hashes) >> _SHIFT).astype(np.uint32))


def _family(slots: Slots) -> Hashed:
    """Distinct slots, ascending; of equal ones the first place counts. One sort of (slot, place) keys does both."""
    keys = (slots << _PLACE) | np.arange(len(slots), dtype=np.uint32)
    keys.sort()
    slots = keys >> _PLACE
    first = np.ones(len(slots), dtype=bool)
    np.not_equal(slots[1:], slots[:-1], out=first[1:])
    return Hashed(slots[first], (keys[first] & _PLACE_MASK).astype(np.int64))
