"""Text to hashed features, all of it in numpy: byte 4-grams, words and word pairs, each with the word it first stood at.

Words are runs of letters, digits (as one shape) and non-ASCII octets. A word's hash comes from prefix sums of a polynomial over the
octets, so that no word is ever cut out or looked at in Python.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

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
Keys = TypeVar("Keys", npt.NDArray[np.uint32], npt.NDArray[np.uint64])

_SHIFT = np.uint64(64 - SLOT_BITS)
_GRAM_MIX, _GRAM_SHIFT = np.uint32(0x9E3779B1), np.uint32(32 - SLOT_BITS)
_FOLD = np.uint64(32)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_TOKEN_MIX, _TOKEN_SHIFT = int(_MIX), int(_SHIFT)
_BASE = 0x5851F42D4C957F2D  # odd, so it has an inverse modulo 2**64
_PAIR = np.uint64(0xD6E8FEB86659FD93)
_WORD_SEED, _PAIR_SEED = np.uint64(0x2545F491), np.uint64(0x9FB21C65)
_ONE = np.uint64(1)
_PLACE, _PLACE_MASK = np.uint32(PLACE_BITS), np.uint32((1 << PLACE_BITS) - 1)
_PLACES = np.arange(1 << PLACE_BITS, dtype=np.uint32)
_IS_PAIR = np.uint64(1 << 32)
_PAIR_PLACES = _PLACES | _IS_PAIR

_IS_WORD = bytes(code >= 128 or chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789'" for code in range(256))


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
    inside = np.frombuffer(b"\0" + octets.translate(_IS_WORD) + b"\0", dtype=np.uint8)
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    words, pairs = _word_families(_word_hashes(np.frombuffer(octets, dtype=np.uint8), starts, ends))
    return HashedText(_gram_family(octets[:GRAM_OCTETS], inside[: GRAM_OCTETS + 1]), words, pairs, starts, ends)


def hash_token(token: str) -> int:
    """The slot of one named token."""
    octets = token.encode("utf-8", "replace")
    return (zlib.crc32(octets) * _TOKEN_MIX & 0xFFFFFFFFFFFFFFFF) >> _TOKEN_SHIFT


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
    terms = codes.astype(np.uint64)
    terms += _ONE
    terms *= powers[: len(codes)]
    prefix = np.empty(len(codes) + 1, dtype=np.uint64)
    prefix[0] = 0
    np.add.accumulate(terms, out=prefix[1:])
    return _mix((prefix[ends] - prefix[starts]) * inverses[starts])


def _mix(hashes: Hashes) -> Hashes:
    mixed = hashes >> _FOLD
    mixed ^= hashes
    mixed *= _MIX
    return mixed


def _gram_family(octets: bytes, inside: npt.NDArray[np.uint8]) -> Hashed:
    """Byte 4-grams, each with the word that holds its second octet (or ended before it); `inside` as in `hash_text`."""
    count = len(octets) - 3
    if count < 1:
        return Hashed(np.empty(0, np.uint32), np.empty(0, np.int64))
    # Every window of four octets, in place: the next one starts an octet further.
    keys = np.ndarray((count,), np.dtype("<u4"), octets, 0, (1,)) * _GRAM_MIX
    keys >>= _GRAM_SHIFT
    keys <<= _PLACE
    keys |= _PLACES[:count]
    keys = _distinct(keys)
    begins = (inside[1:] > inside[:-1]).view(np.int8)
    begins[begins.argmax()] = 0  # so that counting begins tells a word's index
    return Hashed(keys >> _PLACE, np.cumsum(begins, dtype=np.int64)[1:].take(keys & _PLACE_MASK))


def _word_families(hashes: Hashes) -> tuple[Hashed, Hashed]:
    """Words, and pairs of words: in one pass, their keys apart by a bit above the slot."""
    count = len(hashes)
    keys = np.empty(max(0, 2 * count - 1), dtype=np.uint64)
    words, pairs = keys[:count], keys[count:]
    np.bitwise_xor(hashes, _WORD_SEED, out=words)
    np.multiply(hashes[:-1], _PAIR, out=pairs)
    pairs += hashes[1:]
    pairs ^= _PAIR_SEED
    keys = _mix(keys)
    keys >>= _SHIFT
    keys <<= _PLACE
    keys[:count] |= _PLACES[:count]
    keys[count:] |= _PAIR_PLACES[: len(pairs)]
    keys = _distinct(keys)
    slots, places = keys.astype(np.uint32) >> _PLACE, (keys & _PLACE_MASK).astype(np.int64)
    first = int(np.searchsorted(keys, _IS_PAIR))
    return Hashed(slots[:first], places[:first]), Hashed(slots[first:], places[first:])


def _distinct(keys: Keys) -> Keys:
    """Keys of (slot, place), ascending; of those with equal slots the first. One sort does both."""
    keys.sort()
    first = np.ones(len(keys), dtype=bool)
    np.greater(keys[1:] ^ keys[:-1], _PLACE_MASK, out=first[1:])
    return keys[first]
