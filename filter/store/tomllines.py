"""On which line each key of a TOML text stands, which `tomllib` does not tell. For texts that `tomllib` has read; decides nothing.

A key is written as faults name it, `match.all[1].field`, whether it stands under `[[match.all]]` or in tables on one line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

_TOKEN = re.compile(
    r"""
    (?:\s++ | \#[^\n]*+)*+
    ( \"{3} (?:\\.|[^\\])*? \"{3,5} | '{3} .*? '{3,5} | "(?:\\.|[^"\\])*" | '[^']*' | [^\s\#"'=.,\[\]{}]+ | [=.,\[\]{}] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ENDS = ("", ",", "]", "}")


def lines_of(text: str) -> Mapping[str, int]:
    """The line of each key, table and element of a list, the first being 1."""
    reader = _Reader(text)
    reader.document()
    return reader.lines


def line_at(lines: Mapping[str, int], key: str) -> int:
    """The line of a key; where it is not there, of what it would stand in; 1 where that is the whole text."""
    while key and key not in lines:
        key = key[: max(key.rfind("."), key.rfind("["), 0)]
    return lines.get(key, 1)


class _Reader:
    """Reads tokens in turn, as the grammar has them (TOML 1.0)."""

    def __init__(self, text: str) -> None:
        self.lines: dict[str, int] = {}
        self._tables: dict[str, int] = {}  # how many tables each list of tables has so far
        self._tokens = [("", 0)]  # the last first
        line = at = 0
        while found := _TOKEN.match(text, at):  # at one place after the other: a search would try every space anew
            line, at = line + text.count("\n", at, found.start(1)), found.end()
            self._tokens.append((found[1], line + 1))
            line += found[1].count("\n")
        self._tokens[1:] = self._tokens[:0:-1]

    def document(self) -> None:
        """Headers and keys, to the end."""
        table = ""
        while self._next:
            if self._next == "[":
                table = self._header()
            else:
                self._pair(table)

    @property
    def _next(self) -> str:
        return self._tokens[-1][0]

    @property
    def _line(self) -> int:
        return self._tokens[-1][1]

    def _take(self) -> str:
        return self._tokens.pop()[0] if self._next else ""

    def _header(self) -> str:
        """`[a.b]` or `[[a.b]]`: the table that the keys after it stand in."""
        line, depth = self._line, 0
        while self._next == "[":
            self._take()
            depth += 1
        *parents, last = self._names()
        while self._next == "]":
            self._take()
        table = ""
        for name in parents:
            table = self._latest(_under(table, name))
            self.lines.setdefault(table, line)
        table = _under(table, last)
        self.lines.setdefault(table, line)
        if depth > 1:
            self._tables[table] = self._tables.get(table, 0) + 1
            table = self._latest(table)
            self.lines[table] = line
        return table

    def _latest(self, table: str) -> str:
        return f"{table}[{self._tables[table] - 1}]" if table in self._tables else table

    def _names(self) -> list[str]:
        """A key, which may be dotted."""
        names = [_plain(self._take())]
        while self._next == ".":
            self._take()
            names.append(_plain(self._take()))
        return names

    def _pair(self, table: str) -> None:
        line = self._line
        for name in self._names():
            table = _under(table, name)
            self.lines.setdefault(table, line)
        self._take()  # the =
        self._value(table)

    def _value(self, key: str) -> None:
        line, first = self._line, self._take()
        if first == "[":
            self._elements(key)
        elif first == "{":
            while self._next not in ("", "}"):
                self._take() if self._next == "," else self._pair(key)
            self._take()
        elif first[:1] not in ('"', "'"):  # a number or a date: perhaps several tokens
            while self._next not in _ENDS and self._line == line:
                self._take()

    def _elements(self, key: str) -> None:
        number = 0
        while self._next not in ("", "]"):
            if self._next == ",":
                self._take()
                continue
            self.lines[f"{key}[{number}]"] = self._line
            self._value(f"{key}[{number}]")
            number += 1
        self._take()


def _under(table: str, name: str) -> str:
    return f"{table}.{name}" if table else name


def _plain(token: str) -> str:
    """A key without its quotes."""
    return str(tomllib.loads(f"key = {token}")["key"]) if token[:1] in ('"', "'") else token
