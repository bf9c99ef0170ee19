"""Comments that an edit would take away with their lines: they stay, and the lines with them, as comments. Reads and writes no file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher


def kept(before: str, after: str) -> str:
    """The text after an edit, with each line that went and had a comment left in its place as a comment.

    Every "#" is taken to begin one. So a line that went with a "#" in a string is left too: too much rather than too little.
    """
    old, new = before.split("\n"), after.split("\n")
    lines: list[str] = []
    for _, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        lines += (*_gone(old[start:end], new[first:last]), *new[first:last])
    return "\n".join(lines)


def _gone(old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    """The lines whose comments no new line has."""
    there = Counter(map(_comment, new))
    for line in old:
        comment = _comment(line)
        if comment and there[comment] <= 0:
            yield line if line.lstrip().startswith("#") else f"# {line}"
        there[comment] -= 1


def _comment(line: str) -> str:
    return "".join(line.rstrip("\r").partition("#")[1:])
