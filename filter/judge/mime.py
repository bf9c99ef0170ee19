"""Octets to MIME parts (RFC 5322, 2045, 2046), by position: nothing of a body is copied until it is asked for.

Python's `email` reads every line of a mail into objects, and its time and memory grow past all bounds on hostile ones; this reader
agrees with it on sane mail. Bounded by `limits`, linear in the mail's length; never raises.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email.message import Message as Foreign
from itertools import chain, islice
from typing import NamedTuple

from filter.judge import limits
from filter.judge.newlines import bare_cr, first_place, places, with_lf
from filter.judge.parameters import parameter, unquoted

_FIELD_PATTERN = r"[!-9;-~]*+:[ \t]*+[^\n]*+(?:\n[ \t][^\n]*+)*+(?:\n|\Z)"
# What comes before the blank line: fields, and around them what `email` passes over (a fold of nothing, an mbox's separator).
_BLOCK = re.compile(rf"(?:[ \t][^\n]*+\n)*+(?:{_FIELD_PATTERN}|From [^\n]*+\n(?=[!-9;-~]++:))*+")
_FIELD = re.compile(r"^([!-9;-~]++):[ \t]*+([^\n]*+(?:\n[ \t][^\n]*+)*+)", re.MULTILINE)
_BLANK_LINE = re.compile(rb"\n\r?\n")
_DELIMITER_END = re.compile(rb"(--)?[ \t]*+(?:\r?\n|\Z)")
_UUENCODED = frozenset({"x-uuencode", "uuencode", "uue", "x-uue"})


class Part(NamedTuple):
    """One part: its header fields as (lower-case name, value as it came), its payload's place in the content, and what it holds.

    `fields` are the first of each name; `parts` is None for a leaf, whose payload is then `content[start:end]`, encoded.
    """

    headers: tuple[tuple[str, str], ...]
    fields: dict[str, str]
    kind: str
    content: bytes
    start: int
    end: int
    parts: tuple[Part, ...] | None
    defects: tuple[str, ...]

    def parameter(self, field: str, name: str) -> str | None:
        """A parameter of a structured field (RFC 2045 5.1, RFC 2231); None where it is missing."""
        value = self.fields.get(field, "")[: limits.HEADER_CHARS].replace("\r\n", "").replace("\n", "")
        return parameter(value, name)

    @property
    def charset(self) -> str | None:
        """The declared charset."""
        return self.parameter("content-type", "charset")

    @property
    def filename(self) -> str:
        """The name to save it under; "" where there is none."""
        name = self.parameter("content-disposition", "filename") or self.parameter("content-type", "name") or ""
        return unquoted(name.strip())

    @property
    def is_attached(self) -> bool:
        """Whether its sender asks for it to be saved, not shown (RFC 2183 2.2)."""
        return self.fields.get("content-disposition", "").partition(";")[0].strip().lower() == "attachment"

    @property
    def encoding(self) -> str:
        """How a leaf is encoded for transport, lower case."""
        return self.fields.get("content-transfer-encoding", "").strip().lower()

    def payload(self, most: int) -> bytes:
        """A leaf's decoded octets, of at most so many encoded ones; as they stand where they cannot be decoded."""
        octets, encoding = self.content[self.start : min(self.end, self.start + most)], self.encoding
        if encoding == "base64":
            return _base64(octets)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(octets)
        return _uudecoded(octets) if encoding in _UUENCODED else octets

    @property
    def size(self) -> int:
        """A leaf's decoded length, without decoding it; near enough where it is quoted-printable or broken."""
        length = self.end - self.start
        if self.encoding != "base64":
            return length
        breaks = self.content.count(b"\n", self.start, self.end) + self.content.count(b"\r", self.start, self.end)
        return (length - breaks - self.content.count(b"=", max(self.start, self.end - 4), self.end)) * 3 // 4


def read(content: bytes) -> Part:
    """The root part of a mail."""
    if b"\r" in content and bare_cr(content):  # somebody ends lines by CR alone
        content = with_lf(content)
    start = content.find(b"\n") + 1 if content.startswith(b"From ") else 0  # an mbox's separator is no header
    return _Reader(content).part(start, len(content), 0)


class _Reader:
    """Reads one mail, counting what the limits count."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.parts_left = limits.PARTS
        self.boundaries_left = limits.BOUNDARIES
        self.octets_left = limits.DELIMITER_PASSES * len(content)

    def part(self, start: int, end: int, depth: int, default: str = "text/plain") -> Part:
        """The part that lies there."""
        self.parts_left -= 1
        most = limits.PART_HEADER_BYTES if depth else limits.HEADER_BYTES
        headers, start, defects = _header_block(self.content, start, end, most)
        fields = dict(reversed(headers))
        kind, parts = _kind(fields.get("content-type"), default), None
        leaf = Part(headers, fields, kind, self.content, start, end, None, defects)
        if not kind.startswith(("multipart/", "message/")):
            return leaf
        if depth == limits.NESTING:
            return Part(headers, fields, "text/plain", self.content, start, end, None, (*defects, "nested too deep"))
        if kind.startswith("multipart/"):
            pieces, found = self._pieces(leaf)
            defects += found
        else:
            pieces = self._status_blocks(start, end) if kind == "message/delivery-status" else [(start, end)]
        if pieces:
            inner = "message/rfc822" if kind == "multipart/digest" else "text/plain"
            parts = tuple(self.part(*piece, depth + 1, inner) for piece in pieces if self.parts_left > 0)
            defects += ("too many parts",) if len(parts) < len(pieces) else ()
        return Part(headers, fields, kind, self.content, start, end, parts, defects)

    def _pieces(self, part: Part) -> tuple[list[tuple[int, int]], tuple[str, ...]]:
        """Where a multipart's parts lie, and its defects. None lie anywhere where no boundary is named or found."""
        boundary = part.parameter("content-type", "boundary")
        if boundary is None:
            return [], ("no boundary named",)
        defects = () if part.encoding in {"", "7bit", "8bit", "binary"} else ("encoded multipart",)
        pieces, found = self._between(boundary.rstrip().encode("utf-8", "surrogateescape"), part.start, part.end)
        return pieces, (*defects, *found) if pieces else (*defects, "no boundary found")

    def _between(self, boundary: bytes, start: int, end: int) -> tuple[list[tuple[int, int]], tuple[str, ...]]:
        """What lies between delimiter lines (RFC 2046 5.1.1), and the defect where the closing one is missing."""
        content, delimiter = self.content, b"\n--" + boundary
        stop = min(end, start + max(self.octets_left, limits.TEXT_BYTES))
        pieces: list[tuple[int, int]] = []
        opened = -1
        for place in self._delimiters(delimiter, start, stop):
            if len(pieces) > limits.PARTS:
                break
            line_end = _DELIMITER_END.match(content, place + len(delimiter), end)
            if line_end is not None:
                if 0 <= opened <= place:
                    pieces.append((opened, place - 1 if content[place - 1 : place] == b"\r" and place > opened else place))
                if line_end[1]:
                    self.octets_left -= place - start
                    return pieces, ()
                opened = line_end.end()
        self.octets_left -= stop - start
        if opened >= 0:
            pieces.append((opened, end))
        return pieces, ("no closing boundary" if stop == end else "multipart cut",)

    def _delimiters(self, delimiter: bytes, start: int, end: int) -> Iterator[int]:
        """Where lines begin as a delimiter, as far as lines that may do so are looked at."""
        content = self.content
        first = (start - 1,) if content.startswith(delimiter[1:], start, end) else ()
        for place in islice(chain(first, places(content, delimiter, start, end)), self.boundaries_left):
            self.boundaries_left -= 1
            if content.startswith(delimiter[1:], place + 1, end):
                yield place

    def _status_blocks(self, start: int, end: int) -> list[tuple[int, int]]:
        """A delivery status' blocks of fields (RFC 3464 2.1)."""
        blocks: list[tuple[int, int]] = []
        stop = min(end, start + limits.PART_BYTES)
        while start < end and len(blocks) <= limits.PARTS:
            blank = _BLANK_LINE.search(self.content, start, stop)
            blocks.append((start, blank.start() if blank else end))
            start = blank.end() if blank else end
        return blocks


def _header_block(content: bytes, start: int, end: int, most: int) -> tuple[tuple[tuple[str, str], ...], int, tuple[str, ...]]:
    """The header fields that begin at `start`, where the body begins, and the defects. At most `most` octets are read."""
    limit = min(end, start + most)
    for blank_line in (b"\n\r\n", b"\n\n") if content.startswith(b"\r", content.find(b"\n", start, limit) - 1) else (b"\n\n", b"\n\r\n"):
        limit = 1 + content.find(blank_line, start, limit) or limit
    cut = limit == start + most < end
    if cut:
        limit = 1 + content.rfind(b"\n", start, limit) or limit  # after a whole line, if one fits
    text = content[start:limit].decode("ascii", "surrogateescape")
    block = _BLOCK.match(text)
    stop = block.end() if block else 0
    headers = tuple([(name.lower(), value.rstrip("\r")) for name, value in _FIELD.findall(text, 0, stop)])
    if cut and stop == len(text):
        return headers, _after_blank_line(content, limit - 1, end), ("header block cut",)
    start += stop
    if content.startswith((b"\n", b"\r\n"), start, end):
        return headers, content.index(b"\n", start) + 1, ()
    return headers, start, () if start >= end else ("no blank line after the headers",)


def _after_blank_line(content: bytes, start: int, end: int) -> int:
    """Where the first blank line has ended, however lines end; `end` where there is none."""
    place = first_place(content, b"\n\n", start, end)
    after = place + 2 if place >= 0 else end
    place = first_place(content, b"\n\r\n", start, after) if content.find(b"\r", start, after) >= 0 else -1
    return place + 3 if place >= 0 else after


def _kind(value: str | None, default: str) -> str:
    """A content type, lower case, without parameters (RFC 2045 5.2)."""
    if value is None:
        return default
    kind = value.partition(";")[0].strip().lower().encode("ascii", "replace").decode()
    return kind if kind.count("/") == 1 else "text/plain"


def _base64(octets: bytes) -> bytes:
    """Base64 with what it takes to read what mail readers read: padding missing, strange characters."""
    octets = octets.translate(None, b"\r\n")
    try:
        return binascii.a2b_base64(octets + b"==="[: -len(octets) % 4], strict_mode=True)
    except binascii.Error:
        pass
    for readable in (octets, octets + b"==", octets[:-1]):  # the last where it was cut within four characters
        try:
            return binascii.a2b_base64(readable)
        except binascii.Error:
            continue
    return octets


def _uudecoded(octets: bytes) -> bytes:
    foreign: Foreign[str, str] = Foreign()
    foreign.set_raw("content-transfer-encoding", "uuencode")
    foreign.set_payload(octets.decode("ascii", "surrogateescape"))
    try:
        decoded = foreign.get_payload(decode=True)
    except Exception:  # broken uuencoding raises many things
        return octets
    return decoded if isinstance(decoded, bytes) else octets
