"""Known persons and firms, kept so that a name is found among thousands as fast as among three. Pure; knows no mail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise, product
from typing import NamedTuple, TypeVar

from filter.judge.likeness.distance import deletions, distance
from filter.judge.likeness.names import readings
from filter.judge.site import Vip

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept")

NEAR_WORDS = 8
"""Known words looked at that one word of a name is near to."""

_KEPT_WORDS = 5  # words of a known person's name that are looked at
_ONE_EDIT, _TWO_EDITS = 4, 8  # letters of a word from which so much of it may differ
_WHOLE_NAME = 8  # letters of a name before it is taken for a slip of another


class Person(NamedTuple):
    """A known person and the words of the name, in one spelling."""

    vip: Vip
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Known persons by each two words of their names, by a first letter and another word, and by the name in one word.

    `words` has each word of theirs by itself and less any one letter.
    """

    by_pair: dict[tuple[str, str], tuple[Person, ...]]
    by_initial: dict[tuple[str, str], tuple[Person, ...]]
    in_one: dict[str, tuple[Person, ...]]
    words: dict[str, tuple[str, ...]]

    def named(self, name: str) -> tuple[Vip, ...]:
        """Whose name this is: all the words of the one in the other, in any order."""
        return _named(self, name) if self.words and name else ()

    def signed(self, line: str) -> tuple[Vip, ...]:
        """Whose name this is with nothing beside it but titles, or what a comma or a bar parts from it."""
        found = self.named(line)
        return tuple(vip for vip in found if _is_alone(line, vip)) if found else ()

    def resembling(self, name: str) -> tuple[Vip, ...]:
        """Whose name this nearly is: a letter or two off, or initials for first names. Not those whose name it is."""
        return _resembling(self, name) if self.words and name and not self.named(name) else ()

    def in_row(self, words: Sequence[str]) -> tuple[Vip, ...]:
        """Whose name stands in a row of words: the first word of it and another, side by side."""
        for pair in pairwise(words):
            found = [person.vip for person in self.by_pair.get(_sorted(*pair), ()) if person.words[0] in pair]
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def knows_two(self, words: Iterable[str]) -> bool:
        """Whether at least two words are of anybody's name: a cheap look before a dear one."""
        return sum(map(self.words.__contains__, words)) > 1

    def like(self, word: str) -> list[str]:
        """The known words that this one is, or nearly is."""
        keys = (word, *deletions(word)) if len(word) >= _ONE_EDIT else (word,)
        near = dict.fromkeys(known for key in keys for known in self.words.get(key, ()))
        return [known for known in near if _is_near(word, known)][:NEAR_WORDS]


def people(vips: Iterable[Vip]) -> People:
    """Known persons, kept for finding."""
    persons = [Person(vip, reading[:_KEPT_WORDS]) for vip in vips for reading in readings(vip.name)]
    pairs = [(person, pair) for person in persons for pair in combinations(person.words, 2)]
    words = dict.fromkeys(word for person in persons for word in person.words)
    return People(
        by_pair=kept((_sorted(*pair), person) for person, pair in pairs),
        by_initial=kept(((one[0], other), person) for person, (one, other) in pairs),
        in_one=kept((whole, person) for person in persons for whole in ("".join(person.words), "".join(person.words[::-1]))),
        words=kept((key, word) for word in words for key in ((word, *deletions(word)) if len(word) >= _ONE_EDIT else (word,))),
    )


def kept(pairs: Iterable[tuple[Key, Kept]]) -> dict[Key, tuple[Kept, ...]]:
    """All values of each key, in their order, each once."""
    found: dict[Key, dict[Kept, None]] = defaultdict(dict)
    for key, kept in pairs:
        found[key][kept] = None
    return {key: tuple(kept) for key, kept in found.items()}


def _sorted(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _is_near(word: str, known: str) -> bool:
    size = min(len(word), len(known))
    return word == known or (size >= _ONE_EDIT - 1 and distance(word, known, 2 if size >= _TWO_EDITS else 1) is not None)


def _is_alone(line: str, vip: Vip) -> bool:
    names = [set(words) for words in readings(vip.name)]
    return any(len(reading) > 1 and any(name.issuperset(reading) for name in names) for reading in readings(line))


@lru_cache(maxsize=1024)
def _named(known: People, name: str) -> tuple[Vip, ...]:
    found: dict[Vip, None] = {}
    for reading in readings(name):
        if len(reading) == 1:
            found.update((person.vip, None) for person in known.in_one.get(reading[0], ()))
            continue
        words = [word for word in reading if word in known.words]
        for pair in combinations(words, 2):
            for person in known.by_pair.get(_sorted(*pair), ()):
                if set(person.words).issuperset(reading) or set(reading).issuperset(person.words):
                    found[person.vip] = None
    return tuple(found)


@lru_cache(maxsize=1024)
def _resembling(known: People, name: str) -> tuple[Vip, ...]:
    found = [
        person.vip for reading in readings(name) if len(reading) > 1 for person in (*_near(known, reading), *_by_initials(known, reading))
    ]
    return tuple(dict.fromkeys(found))


def _near(known: People, reading: tuple[str, ...]) -> Iterator[Person]:
    if sum(map(len, reading)) < _WHOLE_NAME:
        return
    like = [known.like(word) for word in reading]
    for one, other in combinations(filter(None, like), 2):
        for pair in product(one, other):
            for person in known.by_pair.get(_sorted(*pair), ()):
                if sum(any(word in person.words for word in words) for words in like) >= min(len(reading), len(person.words)):
                    yield person


def _by_initials(known: People, reading: tuple[str, ...]) -> Iterator[Person]:
    whole = [word for word in reading if len(word) > 1]
    if len(whole) == 1 and len(reading) > 1:
        for letter in reading:
            yield from known.by_initial.get((letter, whole[0]), ())
