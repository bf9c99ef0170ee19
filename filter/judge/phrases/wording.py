"""Looking for phrases: the words of a text are looked up once for all asks, and an ask's phrases only beside words they cannot do without.

How phrases are written is `notation`'s, what they say is the other modules'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any as Anything
from typing import NamedTuple

import re2

from filter.judge.phrases.languages import LANGUAGES, languages_in
from filter.judge.phrases.notation import WHOLE, phrases, spelt

AROUND = 18
"""Words looked at on both sides of a word that phrases cannot do without."""

PHRASE_OCTETS = 140
"""Octets from a phrase's first word to its last; what lies further apart is not one phrase."""

PLACES = 8
"""Places looked at for one ask in one language in one mail."""

WORDS = 16 * 1024
"""Words remembered with the blocks that may need them."""

FINDS = 8
"""Finds looked at in one place, where those before were too long or negated."""

QUOTED = 60
"""Characters quoted of a find."""

_MEMORY = 6 * 1024 * 1024  # octets that one pattern may use for what it remembers of texts
_ANY = "any"  # the language of blocks that are not told apart
_LOOKED_UP = 4  # octets of a word by which it is looked up
_STOPS = b".,;:!?"
_AFTER = [bytes([code]) for code in b"abcdefghijklmnopqrstuvwxyz0123456789" + _STOPS + bytes(range(0xC3, 0xC6))]

_NEVER = re2.compile(rb"\b(?:never|niemals|jamais|nunca|jamas|nooit|nigdy)\b")
_NOT = re2.compile(
    rb"\b(?:not|(?:don|doesn|didn|won|haven|hasn|isn|aren|wasn|weren|wouldn|shouldn) t|nobody|nie|nicht|keine?[rmns]?"
    rb"|aucune?|pas|ningun[ao]?|nao|nenhuma?|mai|non|nessun[ao]?|niet|geen|zadn\w*"
    rb"|no (?:changes?|one|need|payments?|action|se|ha|han|hemos|pedi\w*|solicit\w*|cambi\w*|compr\w*|pag\w*|env\w*|facilit\w*))\b"
)
_BUT = re2.compile(
    rb"\b(?:(?:not|nicht|pas|no|non|niet|nie) (?:only|nur|seulement|solo|soltanto|alleen|tylko)|(?:if|why|whether or|or) not"
    rb"|(?:can|couldn?|don?|didn?|haven?|hasn?|isn?|aren?|am|wasn?|will|won|wouldn?)(?: t| not) "
    rb"(?:be|been|have|had|able|yet|get|got|receive\w*|hesitate|forget|worry|call|talk|take|tell|discuss|mention|speak|answer|place"
    rb"|order|reach|pick|see)|n hesite\w* pas|n oubli\w* pas"
    rb"|pourquoi pas|nicht (?:zogern|vergessen|mehr|erreichbar|telefonieren|zu erreichen)"
    rb"|non esit\w*|non dimentic\w*|no (?:dude\w*|olvid\w*)|nao (?:hesite\w*|esquec\w*)|niet (?:vergeten|aarzelen|meer|bereikbaar|bellen)"
    rb"|nie (?:zapomnij\w*|wahaj\w*))\b"
)


class Wording(NamedTuple):
    """An ask by name: its phrases, in blocks of one language each, and those that no negation undoes."""

    name: str
    phrases: Sequence[str] = ()
    firm: Sequence[str] = ()


class _Block(NamedTuple):
    """The phrases of an ask in one language, compiled."""

    pattern: Anything  # google-re2 ships no types
    negatable: bool


class _Needing(NamedTuple):
    """A block with phrases that may need a word: its language, its ask's name, its number."""

    language: str
    name: str
    block: int


class Text(NamedTuple):
    """The words of a text; by each ask's name, its blocks and where in the text words stand that their phrases need."""

    words: list[bytes]
    places: dict[str, dict[int, list[int]]]


class Wordings:
    """Many asks, compiled."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._blocks: list[_Block] = []
        self._whole: dict[bytes, list[_Needing]] = {}
        self._begun: dict[bytes, list[_Needing]] = {}
        for wording in wordings:
            for blocks, negatable in ((wording.phrases, True), (wording.firm, False)):
                of_each = len(blocks) == len(LANGUAGES)
                for place, block in enumerate(blocks):
                    self._add(wording.name, block, negatable, LANGUAGES[place] if of_each else _ANY)
        openings = (*(word + WHOLE for word in self._whole), *self._begun)
        self._starts = frozenset(start for opening in openings for start in _starts(opening))
        self._lengths = sorted({len(word) for word in self._begun})
        self._looked_up = lru_cache(maxsize=WORDS)(self._look_up)

    def _add(self, name: str, block: str, negatable: bool, language: str) -> None:
        lines = list(phrases([block]))
        pattern = re2.compile(rf"\b(?:{'|'.join([line.pattern for line in lines])})".encode(), _options())
        self._blocks.append(_Block(pattern, negatable))
        needing = _Needing(language, name, len(self._blocks) - 1)
        for opening in frozenset[bytes]().union(*[line.openings for line in lines]):
            openings = self._whole if opening.endswith(WHOLE) else self._begun
            openings.setdefault(opening.rstrip(WHOLE), []).append(needing)

    def _look_up(self, word: bytes) -> tuple[_Needing, ...]:
        """The blocks with phrases that may need a word."""
        begun = [self._begun.get(word[:length], ()) for length in self._lengths]
        found = {*self._whole.get(word.rstrip(_STOPS), ()), *chain.from_iterable(begun)}
        return tuple(sorted(found, key=lambda one: one.block))

    def read(self, plain: str) -> Text:
        """A folded lower-case text, looked up for all asks in the languages it may be in."""
        words, looked_up = spelt(plain), self._looked_up
        languages = {_ANY, *languages_in(frozenset(words))}
        places: dict[str, dict[int, list[int]]] = {}
        for place in [place for place, word in enumerate(words) if word[:_LOOKED_UP] in self._starts]:
            for language, name, block in looked_up(words[place]):
                if language in languages:
                    places.setdefault(name, {}).setdefault(block, []).append(place)
        return Text(words, places)

    def find(self, text: Text, name: str) -> str:
        """The first of an ask's phrases that nothing negates, as it is shown; "" where there is none."""
        for block, places in text.places.get(name, {}).items():
            for start, end in _stretches(places)[:PLACES]:
                if found := _first(self._blocks[block], b" ".join(text.words[start:end])):
                    return quoted(found)
        return ""


def quoted(octets: bytes) -> str:
    """A find as it is shown: whole if short, else its first and last words."""
    text = octets.decode("utf-8", "replace").strip(" .,;:!?")
    if len(text) <= QUOTED:
        return text
    first, last = text[: QUOTED // 2].rpartition(" ")[0], text[-(QUOTED // 2) :].partition(" ")[2]
    return f"{first} ... {last}" if first and last else text[:QUOTED]


def _starts(opening: bytes) -> list[bytes]:
    """What words with this opening may have as their first octets."""
    bare = opening.rstrip(WHOLE)
    if len(bare) >= _LOOKED_UP:
        return [bare[:_LOOKED_UP]]
    if opening.endswith(WHOLE):
        return [bare, *[(bare + bytes([stop]))[:_LOOKED_UP] for stop in _STOPS]]
    starts = [bare]
    for _ in range(_LOOKED_UP - len(bare)):
        starts += [start + after for start in starts for after in _AFTER]
    return list(dict.fromkeys(start[:_LOOKED_UP] for start in starts))


def _stretches(places: list[int]) -> list[tuple[int, int]]:
    """The words from and to which to look, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for place in places:
        start, end = max(place - AROUND, 0), place + AROUND
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _first(block: _Block, octets: bytes) -> bytes:
    place = 0
    for _ in range(FINDS):
        hit = block.pattern.search(octets, place)
        if hit is None:
            break
        start, end = hit.span()
        if end - start > PHRASE_OCTETS:  # perhaps a shorter one begins later
            place = octets.find(b" ", start) + 1
        elif block.negatable and _negated(octets, start, end):
            place = end
        else:
            return octets[start:end]
    return b""


def _negated(octets: bytes, start: int, end: int) -> bool:
    """Whether a negation stands in the clause that leads up to a find, or within it; "never", in the whole sentence before it."""
    before = octets[max(start - PHRASE_OCTETS // 2, 0) : start]
    said = before[max([before.rfind(stop) for stop in _STOPS]) + 1 :] + octets[start:end]
    if _NEVER.search(before[max([before.rfind(stop) for stop in b".!?"]) + 1 :] + said):
        return True
    return bool(_NOT.search(said) and _NOT.search(_BUT.sub(b" ", said)))


def _options() -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.never_capture = True
    options.log_errors = False
    options.max_mem = _MEMORY
    return options
