"""How many edits lie between two words, for words that were written to be taken for one another. Pure; knows no mail."""

from __future__ import annotations

from collections.abc import Iterator

WORD_CHARS = 64
"""Characters of a word beyond which it is compared with none."""


def deletions(word: str) -> Iterator[str]:
    """The word less each of its letters. Two words one edit apart share one of these, or one is the other's."""
    return (word[:place] + word[place + 1 :] for place in range(min(len(word), WORD_CHARS)))


def distance(one: str, other: str, most: int) -> int | None:
    """Letters put in, left out, changed or swapped with the next (Damerau; optimal string alignment); None above `most`."""
    if abs(len(one) - len(other)) > most or max(len(one), len(other)) > WORD_CHARS:
        return None
    if len(set(one) ^ set(other)) > 2 * most:  # an edit takes one letter away and brings one, at most
        return None
    start, end = 0, 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    edits = _aligned(one[start : len(one) - end], other[start : len(other) - end], most)
    return edits if edits <= most else None


def _aligned(one: str, other: str, most: int) -> int:
    """The distance, or any number above `most`."""
    if not (one and other):
        return len(one) + len(other)
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, against in enumerate(other, 1):
            edits = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                edits = min(edits, before[column - 2] + 1)
            here.append(edits)
        if min(here) > most and min(above) > most:
            return most + 1
        before, above = above, here
    return above[-1]
