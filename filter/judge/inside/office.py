"""Where an Office document leads: the relationships by which its parts name what lies outside of it (ECMA-376 part 2, clause 6.5).

They are small deflated files in the document's ZIP archive, read by their local headers, as far as the looked-at octets go. Bounded by
`limits`; never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice
from typing import NamedTuple

from filter.judge import limits
from filter.judge.inside.inflating import inflated

_LOCAL = b"PK\x03\x04"  # APPNOTE 4.3.7
_METHOD, _NAME_LENGTH, _EXTRA_LENGTH, _NAME = 8, 26, 28, 30
_STORED, _DEFLATED = 0, 8
_RELATIONS = b".rels"
_RELATION = re.compile(rb"<(?:[a-zA-Z0-9]+:)?Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb"(?<![A-Za-z])([A-Za-z]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)')")
_FETCHED = frozenset({b"attachedTemplate", b"oleObject", b"frame", b"subDocument"})
"""What Word fetches when it opens a document (the last word of a relationship's type); a link waits for a click, a picture is shown."""


class Outside(NamedTuple):
    """The addresses that a document names, those first that are fetched when it is opened; and whether there are such."""

    addresses: tuple[str, ...] = ()
    fetched: bool = False


NOWHERE = Outside()


class Reader:
    """Reads the documents of one mail, counting what the limits count."""

    def __init__(self) -> None:
        self.octets_left = limits.OFFICE_BYTES

    def outside(self, octets: bytes) -> Outside:
        """What the document names whose first octets these are; nothing where it is another kind of archive."""
        named = list(islice(_external(self._parts(octets)), limits.LINKS))
        fetched = [address for kind, address in named if kind in _FETCHED]
        return Outside(tuple(dict.fromkeys((*fetched, *(address for _, address in named)))), bool(fetched))

    def _parts(self, octets: bytes) -> Iterator[bytes]:
        """The files of relationships, unpacked. One ends where the next file begins, whatever it claims: no octet is read twice."""
        parts, place = limits.OFFICE_PARTS, octets.find(_LOCAL)
        for _ in range(limits.ARCHIVE_ENTRIES):
            if place < 0 or self.octets_left <= 0 or parts <= 0:
                return
            named, follows = place + _NAME, octets.find(_LOCAL, place + _NAME)
            start = named + _number(octets, place + _NAME_LENGTH)
            if octets[named:start].lower().endswith(_RELATIONS):
                stored = memoryview(octets)[start + _number(octets, place + _EXTRA_LENGTH) : follows if follows >= 0 else len(octets)]
                part = _unpacked(stored, _number(octets, place + _METHOD), self.octets_left)
                self.octets_left, parts = self.octets_left - len(part), parts - 1
                yield part
            place = follows


def _external(parts: Iterable[bytes]) -> Iterator[tuple[bytes, str]]:
    """The kind and address of each relationship that leads to the web."""
    for relations in parts:
        for relation in _RELATION.finditer(relations):
            said = {name: quoted or apostrophed for name, quoted, apostrophed in _ATTRIBUTE.findall(relation[1])}
            address = unescape(said.get(b"Target", b"")[: limits.URL_CHARS].decode("utf-8", "replace")).strip()
            if said.get(b"TargetMode") == b"External" and address.lower().startswith(("http:", "https:")):
                yield said.get(b"Type", b"").rpartition(b"/")[2], address


def _unpacked(stored: memoryview, method: int, most: int) -> bytes:
    if method == _DEFLATED:
        return inflated(stored, most)
    return bytes(stored[:most]) if method == _STORED else b""


def _number(octets: bytes, place: int) -> int:
    return int.from_bytes(octets[place : place + 2], "little")
