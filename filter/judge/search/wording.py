"""Looking for phrases: the words of a text are looked up once for all asks, and an ask's phrases only beside words they cannot do without.

How phrases are written is `notation`'s, what they say is the room `phrases`'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any as Anything
from typing import NamedTuple

import re2

from filter.judge.limits import PHRASE_OCTETS
from filter.judge.search.languages import LANGUAGES, languages_in
from filter.judge.search.negation import STOPS, negated
from filter.judge.search.notation import WHOLE, Phrase, phrases, spelt

AROUND = 18
"""Words looked at on both sides of a word that phrases cannot do without."""

PLACES = 8
"""Stretches looked at for one phrase in one mail."""

WORDS = 32 * 1024
"""Words remembered with what they are for."""

WORD = 40
"""Octets of a word that is remembered."""

FINDS = 8
"""Finds looked at in one place, where those before were too long or negated."""

QUOTED = 60
"""Characters quoted of a find."""

_MEMORY, _MEMORY_EACH = 1024 * 1024, 1500
"""Octets that a pattern may use for what it remembers of texts: at least, and more for each of its characters. With less, RE2 reads a
text in a slower way."""

_ANY = "any"  # the language of blocks that are not told apart
_LOOKED_UP = 3  # octets of a word by which its openings are looked up


class Wording(NamedTuple):
    """An ask by name: its phrases, in blocks of one language each, and those that no negation undoes."""

    name: str
    phrases: Sequence[str] = ()
    firm: Sequence[str] = ()


class _Line(NamedTuple):
    """One phrase, compiled, and the name of its ask."""

    name: str
    pattern: Anything  # google-re2 ships no types
    negatable: bool


class _Needed(NamedTuple):
    """What a word is for, a bit for each phrase: those that are looked up by it, and those that have it beside that word."""

    first: int = 0
    beside: int = 0


class _Remembered(dict[bytes, "_Needed | None"]):
    """What words are for, by `look_up`. It forgets all of them at once: an order of forgetting costs more than looking up anew."""

    def __init__(self, look_up: Callable[[bytes], _Needed | None]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: bytes) -> _Needed | None:
        needed = self._look_up(word)
        if len(word) <= WORD:
            if len(self) >= WORDS:
                self.clear()
            self[word] = needed
        return needed


class Text(NamedTuple):
    """The words of a text, a space between them, and where each starts; by each ask's name, the phrases that may stand in it and which
    words these need. `starts` ends with where another word would start."""

    octets: bytes
    starts: list[int]
    places: dict[str, dict[int, list[int]]]


class Wordings:
    """Many asks, compiled: a pattern for each phrase, for a pattern of all of them is forever meeting what it has not seen yet."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._lines: list[_Line] = []
        self._of_language = dict.fromkeys((*LANGUAGES, _ANY), 0)
        self._alone = 0  # the phrases that have no second word
        self._whole: dict[bytes, _Needed] = {}
        self._begun: dict[bytes, _Needed] = {}
        for wording in wordings:
            for blocks, negatable in ((wording.phrases, True), (wording.firm, False)):
                of_each = len(blocks) == len(LANGUAGES)
                for place, block in enumerate(blocks):
                    for phrase in phrases([block]):
                        self._add(wording.name, phrase, negatable, LANGUAGES[place] if of_each else _ANY)
        self._lengths: dict[bytes, set[int]] = {}
        for opening in self._begun:
            self._lengths.setdefault(opening[:_LOOKED_UP], set()).add(len(opening))
        self._short = sorted({len(opening) for opening in self._begun if len(opening) < _LOOKED_UP})
        self._looked_up = _Remembered(self._look_up)

    def _add(self, name: str, phrase: Phrase, negatable: bool, language: str) -> None:
        bit = 1 << len(self._lines)
        self._lines.append(_Line(name, _compiled(rf"\b{phrase.pattern}".encode()), negatable))
        self._of_language[language] |= bit
        self._alone |= 0 if phrase.beside else bit
        for opening in phrase.openings:
            self._open(opening, _Needed(first=bit))
        for opening in phrase.beside:
            self._open(opening, _Needed(beside=bit))

    def _open(self, opening: bytes, needed: _Needed) -> None:
        openings, word = self._whole if opening.endswith(WHOLE) else self._begun, opening.rstrip(WHOLE)
        openings[word] = _both(openings.get(word, _Needed()), needed)

    def _look_up(self, word: bytes) -> _Needed | None:
        """What a word is for; None where it is for nothing."""
        needed = self._whole.get(word.rstrip(STOPS))
        for length in (*self._short, *self._lengths.get(word[:_LOOKED_UP], ())):
            if begun := self._begun.get(word[:length]):
                needed = _both(needed, begun) if needed else begun  # shared: most words are for what one opening is for
        return needed

    def read(self, plain: str) -> Text:
        """A folded lower-case text, looked up for all asks in the languages it may be in."""
        words = spelt(plain)
        needed = [(place, one) for place, one in enumerate(map(self._looked_up.__getitem__, words)) if one]
        spoken = sum([self._of_language[language] for language in (_ANY, *languages_in(frozenset(words)))])
        starts = [0, *accumulate([len(word) + 1 for word in words])]
        return Text(b" ".join(words), starts, self._places(needed, spoken))

    def _places(self, needed: list[tuple[int, _Needed]], spoken: int) -> dict[str, dict[int, list[int]]]:
        """By each ask's name, its phrases of these languages that are possible here, and where the words stand that they are looked up
        by: not far from a word that they have beside it."""
        possible, lines = self._possible(needed, spoken), self._lines
        named: dict[str, dict[int, list[int]]] = {}
        for place, (first, _) in needed:
            bits = first & possible[place // AROUND] if first else 0
            while bits:
                lowest = bits & -bits
                bits ^= lowest
                number = lowest.bit_length() - 1
                named.setdefault(lines[number].name, {}).setdefault(number, []).append(place)
        return named

    def _possible(self, needed: list[tuple[int, _Needed]], spoken: int) -> list[int]:
        """For each stretch of `AROUND` words, the phrases that have what they need beside their first word in it or in its neighbours."""
        beside = [0] * (needed[-1][0] // AROUND + 3 if needed else 0)
        for place, (_, bits) in needed:
            if bits:
                beside[place // AROUND + 1] |= bits
        alone = self._alone & spoken
        return [alone | (spoken & (before | here | after)) for before, here, after in zip(beside, beside[1:], beside[2:], strict=False)]

    def find(self, text: Text, name: str) -> str:
        """The first of an ask's phrases that nothing negates, as it is shown; "" where there is none."""
        octets, starts, places = text
        if name not in places:
            return ""
        first, found = len(octets), b""
        for number, needed in places[name].items():
            line = self._lines[number]
            for start, end in _stretches(needed, starts):
                if line.pattern.search(octets, start, end) is None:  # as nearly always: no stretch need be cut out
                    continue
                stretch = octets[start : end - 1]
                if (span := _first(line, stretch)) and start + span[0] < first:
                    first, found = start + span[0], stretch[slice(*span)]
        return quoted(found) if found else ""


def _both(one: _Needed, other: _Needed) -> _Needed:
    return _Needed(one.first | other.first, one.beside | other.beside)


def quoted(octets: bytes) -> str:
    """A find as it is shown: whole if short, else its first and last words."""
    text = octets.decode("utf-8", "replace").strip(" .,;:!?")
    if len(text) <= QUOTED:
        return text
    first, last = text[: QUOTED // 2].rpartition(" ")[0], text[-(QUOTED // 2) :].partition(" ")[2]
    return f"{first} ... {last}" if first and last else text[:QUOTED]


def _stretches(places: list[int], starts: list[int]) -> list[tuple[int, int]]:
    """From where to where to look around words, those stretches that overlap as one; each ends where the word behind it starts."""
    found: list[tuple[int, int]] = []
    last = len(starts) - 1
    for place in places:
        start, end = max(place - AROUND, 0), min(place + AROUND, last)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [(starts[start], starts[end]) for start, end in found[:PLACES]]


def _first(line: _Line, octets: bytes) -> tuple[int, int] | None:
    """From where to where a phrase first stands that is no longer than one, and not negated."""
    place = 0
    for _ in range(FINDS):
        hit = line.pattern.search(octets, place)
        if hit is None:
            break
        start, end = hit.span()
        if end - start <= PHRASE_OCTETS and not (line.negatable and negated(octets, start, end)):
            return start, end
        place = octets.find(b" ", start) + 1 or len(octets)  # perhaps a shorter one begins later, or one that is not negated
    return None


def _compiled(pattern: bytes) -> Anything:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.never_capture = True
    options.log_errors = False
    options.max_mem = _MEMORY + _MEMORY_EACH * len(pattern)
    return re2.compile(pattern, options)
