"""How phrases are written down, and what they become: a pattern, and the words without which it cannot stand.

Phrases stand one on a line in their language's own spelling; a line that opens with "|" goes on with the last.

    word*      any ending
    a _ b      up to three words between them
    a ~ b      anything between them in one sentence
    a ~~ b     anything between them, into the next sentences
    (a|b)      either; (a )? is optional

They are looked for in words as `spelt` gives them. No phrases here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from filter.judge.search.common import COMMON

WHOLE = b"$"
"""Ends an opening that is a whole word."""

_END = r"(?:[^a-z0-9\x80-\xff]|$)"
_BREAKS = {
    " ~~ ": "[,;:.!?]? (?:.*? )?",
    " ~ ": "[,;:]? (?:(?:[^.!?]|[.][^ ])*? )?",
    " _ ": "[,;:]? (?:[^ .!?]+ ){0,3}?",
    **dict.fromkeys(" '-", "(?:[,;:]? )"),
}
_DETERMINERS = ("[,;:]? ))?", "[,;:]? ))")
_AFTER_CHOICE = ("", "|", ")")
_AFTER_PIECE = (*_AFTER_CHOICE, *_BREAKS)
_TOKEN = re.compile(r" ~~? | _ |[ '-]|[^\W_]+(?=[^\W_]\?)|[^\W_]\?|[^\W_]+|\\.\+?|.")
_GOES_ON = re.compile(r"\s*\n\s*\|")
_TYPED = {"ä": "ae?", "ö": "oe?", "ü": "ue?", "ß": "(?:ss|ß)", "ł": "(?:l|ł)", "ø": "(?:o|ø)", "œ": "(?:oe|œ)"}  # folded or not
_FOLDED = str.maketrans({"œ": "oe"})
_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "ø": "o", "œ": "oe"})
_MARKS = "¿¡„“”«»·•"
_KEPT = frozenset(b".,;:!?%+#@&")
_PUNCTUATION = bytes(code if code > 127 or chr(code).isalnum() or code in _KEPT else 32 for code in range(256))
_UNSPACED = re.compile(rb"([,;:!?])(?=[a-z\x80-\xff])")
_SHORT_COST, _NEVER = 300, 100_000
_PIECES = 8192  # remembered while phrases are read: the same words stand in many
_TELLING = 3


class Phrase(NamedTuple):
    """One line: a pattern for RE2 over octets, and openings of words (with "$" where the word is whole), one of which it always holds.

    Of `beside` it always holds one as well, in another word; empty where there is no such second word.
    """

    pattern: str
    openings: frozenset[bytes]
    beside: frozenset[bytes] = frozenset()


class Piece(NamedTuple):
    """A part of a phrase: its pattern, the openings of which one stands in it, what it costs to look for them, and those of which one
    stands in it besides."""

    pattern: str
    openings: frozenset[bytes] = frozenset()
    cost: int = _NEVER
    beside: frozenset[bytes] = frozenset()


def spelt(plain: str) -> list[bytes]:
    """Folded lower-case text as words; what ends a clause stays with the word before it, other punctuation is a gap."""
    if not plain.isascii():
        for mark in _MARKS:
            plain = plain.replace(mark, " ")
    return _UNSPACED.sub(rb"\1 ", plain.encode("utf-8", "replace").translate(_PUNCTUATION)).split()


def phrases(blocks: Iterable[str]) -> Iterator[Phrase]:
    """The phrases in blocks of lines. Raises ValueError for a line that has no word to look for."""
    for line in [line.strip() for block in blocks for line in _GOES_ON.sub("|", block).splitlines()]:
        if line:
            piece = _Line(line).whole()
            yield Phrase(rf"(?:{piece.pattern}){'' if line.endswith('*') else _END}", piece.openings, piece.beside)


class _Line:
    """Reads one line from left to right."""

    def __init__(self, line: str) -> None:
        self._line, self._place = line, 0
        self._tokens: list[str] = [*_TOKEN.findall(line), ""]

    def whole(self) -> Piece:
        piece = self._choice()
        if self._now or piece.cost >= _NEVER:
            raise ValueError(f"no word to look for, or a bracket too many: {self._line!r}")
        return piece

    @property
    def _now(self) -> str:
        return self._tokens[self._place]

    def _next(self) -> str:
        self._place += 1
        return self._tokens[self._place - 1]

    def _word(self, after: Iterable[str]) -> Piece | None:
        """A word that stands alone before one of these tokens, as most do; None where something else stands here."""
        read = self._now
        if not read.isalnum():
            return None
        goes_on = self._tokens[self._place + 1] == "*"
        if self._tokens[self._place + 1 + goes_on] not in after:
            return None
        self._place += 1 + goes_on
        return _of_word(read, goes_on)

    def _choice(self) -> Piece:
        """Alternatives: each of them may be what stands there, so all have to be looked for."""
        found = [self._sequence()]
        while self._now == "|":
            self._next()
            found.append(self._sequence())
        openings = frozenset[bytes]().union(*[piece.openings for piece in found])
        beside = frozenset[bytes]().union(*[piece.beside for piece in found]) if all(piece.beside for piece in found) else frozenset()
        return Piece("|".join([piece.pattern for piece in found]), openings, sum(piece.cost for piece in found), beside)

    def _sequence(self) -> Piece:
        """Pieces with breaks between them: the one that costs least to look for stands for all, the next best beside it."""
        if word := self._word(_AFTER_CHOICE):
            return word
        pattern, pieces, joined = "", [Piece("")], False
        while self._now not in _AFTER_CHOICE:
            if self._now in _BREAKS:
                pattern += _BREAKS[self._next()]
                joined = self._now == "?"
                if joined:  # both may be one word: the first may go on, and no word need open with the second
                    pattern += self._next()
                    pieces[-1] = pieces[-1]._replace(openings=_begun(pieces[-1].openings))
                continue
            piece = self._piece()
            pattern += piece.pattern
            pieces.append(piece._replace(cost=_NEVER) if joined else piece)
            joined = False
        best, second, *_ = sorted([*pieces, Piece("")], key=lambda one: one.cost)
        return Piece(pattern, best.openings, best.cost, second.openings if second.cost < _NEVER and _tells(second) else frozenset())

    def _piece(self) -> Piece:
        """What stands between breaks: letters and groups. How it opens is what can be looked for."""
        if word := self._word(_AFTER_PIECE):
            return word
        pattern, opening, open_to = "", Piece("", cost=0), True
        while self._now not in _AFTER_PIECE:
            atom, optional = self._atom()
            pattern += atom.pattern
            if open_to and not atom.pattern.endswith(_DETERMINERS):
                opening = Piece("", opening.openings | self._begun(atom.openings), opening.cost + atom.cost)
                open_to = optional
        return Piece(pattern, opening.openings, _NEVER if open_to else opening.cost)

    def _atom(self) -> tuple[Piece, bool]:
        """A group, or letters, or anything else, which cannot be looked for; and whether it may be missing."""
        read = self._next()
        if read != "(":
            letters = read.isalnum()
            return Piece(_written(read), _openings(read) if letters else frozenset(), _cost(read) if letters else _NEVER), False
        inner = self._choice()
        if self._next() != ")":
            raise ValueError(f"a bracket that is not closed: {self._line!r}")
        optional = self._now == "?"
        if optional:
            self._next()
        return Piece(f"(?:{inner.pattern}){'?' if optional else ''}", inner.openings, inner.cost), optional

    def _begun(self, openings: frozenset[bytes]) -> frozenset[bytes]:
        """Openings of words that go on, where this piece goes on."""
        return openings if self._now in _AFTER_PIECE else _begun(openings)


@lru_cache(maxsize=_PIECES)
def _of_word(word: str, goes_on: bool) -> Piece:
    """A word by itself, or with any ending."""
    openings = _openings(word)
    if goes_on:
        return Piece(_written(word) + _written("*"), _begun(openings), _cost(word))
    return Piece(_written(word), openings, _cost(word))


def _begun(openings: frozenset[bytes]) -> frozenset[bytes]:
    """The same, of words that go on."""
    return frozenset([opening.rstrip(WHOLE) for opening in openings])


def _tells(piece: Piece) -> bool:
    """Whether few words open so: two letters and anything behind them are in every text."""
    return all(len(opening) >= _TELLING for opening in piece.openings)


@lru_cache(maxsize=_PIECES)
def _written(piece: str) -> str:
    """Letters or a sign as a regular expression over folded text."""
    if piece == "*":
        return r"[a-z\x80-\xff]*"
    return piece if piece[0] == "\\" else "".join([_TYPED.get(char) or _bare(char) for char in piece])


@lru_cache(maxsize=_PIECES)
def _openings(word: str) -> frozenset[bytes]:
    """How a word is written: with its accents folded away, and as one types without such keys."""
    return frozenset([_bare(written).encode() + WHOLE for written in (word.translate(_FOLDED), word.translate(_ASCII))])


@lru_cache(maxsize=_PIECES)
def _cost(word: str) -> int:
    bare = _bare(word.translate(_FOLDED))
    return COMMON.get(bare, _SHORT_COST if len(bare) < 3 else 1)


def _bare(text: str) -> str:
    return text if text.isascii() else "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
