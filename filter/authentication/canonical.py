"""The canonical form of a mail's header fields and body, and the body's hash (RFC 6376 3.4). Linear in what it is given."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from filter.authentication import limits

NEWLINE = b"\r\n"
_SPACES = b" \t"


class Field(NamedTuple):
    """A header field: its name in lower case, and the octets as they came, without the last CRLF."""

    name: bytes
    octets: bytes


class Hashed(NamedTuple):
    """The SHA-256 of a body's canonical form or of its beginning, and how many octets the whole form has."""

    digest: bytes
    octets: int


def split(content: bytes) -> tuple[list[Field], int]:
    """The header fields, and where the body begins; none where the header block is longer than is looked at."""
    end = content.find(NEWLINE * 2, 0, limits.HEADER_BYTES)
    if end < 0:
        if len(content) > limits.HEADER_BYTES:
            return [], len(content)
        end = len(content.removesuffix(NEWLINE))
    block: list[list[bytes]] = []
    for line in content[:end].split(NEWLINE):
        if line[:1] in (b" ", b"\t") and block:
            block[-1].append(line)
        else:
            block.append([line])
    octets = [NEWLINE.join(lines) for lines in block]
    return [Field(one.partition(b":")[0].rstrip(_SPACES).lower(), one) for one in octets if b":" in one], min(end + 4, len(content))


def field(one: Field, form: str) -> bytes:
    """A field in its canonical form, without the CRLF after it."""
    if form == "simple":
        return one.octets
    value = _squeezed(one.octets.partition(b":")[2].replace(NEWLINE, b""))
    return one.name + b":" + value.strip(b" ")


def hashed(content: bytes, start: int, form: str, length: int | None, is_over: Callable[[], bool]) -> Hashed | None:
    """The hash of the body from `start`, of its first `length` octets at most; None where `is_over` says so between two pieces.

    Empty lines at the end count as none (RFC 6376 3.4.3, 3.4.4): they are held back until something follows.
    """
    sha, total, held = hashlib.sha256(), 0, 0
    for piece in _pieces(content, start):
        if is_over():
            return None
        text = _relaxed(piece) if form == "relaxed" else piece
        kept = _without_empty_lines(text)
        for part in (NEWLINE * held, kept) if kept else ():
            sha.update(part if length is None else part[: max(0, length - total)])
            total += len(part)
        held = (0 if kept else held) + (len(text) - len(kept)) // 2
    ending = NEWLINE if total or form == "simple" else b""
    sha.update(ending if length is None else ending[: max(0, length - total)])
    return Hashed(sha.digest(), total + len(ending))


def _pieces(content: bytes, start: int) -> Iterator[bytes]:
    """The body cut after line ends, so that each piece has its canonical form for itself."""
    while start < len(content):
        end = content.find(NEWLINE, start + limits.INLINE_BYTES)
        end = len(content) if end < 0 else end + 2
        yield content[start:end]
        start = end


def _squeezed(text: bytes) -> bytes:
    """Every run of white space as one space; in passes that halve, each of C's speed."""
    text = text.replace(b"\t", b" ")
    while b"  " in text:
        text = text.replace(b"  ", b" ")
    return text


def _relaxed(text: bytes) -> bytes:
    text = _squeezed(text).replace(b" \r\n", NEWLINE)
    return text.removesuffix(b" ")  # of a last line that has no end


def _without_empty_lines(text: bytes) -> bytes:
    """A text without the CRLFs at its end; a CR or LF alone is no line end."""
    kept = text.rstrip(NEWLINE)
    tail = text[len(kept) :].replace(NEWLINE, b"\0").rstrip(b"\0").replace(b"\0", NEWLINE)
    return kept + tail if tail else kept
