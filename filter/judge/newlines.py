"""Line ends of every kind, and lines looked for by their first octets.

A large mail is looked through in numpy, by blocks: so it takes as long whatever the mail holds, while the searches of `bytes` take
thirty times longer on octets chosen to slow them. A small one is left to those: numpy's first call is what costs then.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

BLOCK_OCTETS = 262_144
SMALL_OCTETS = 16_384
SHORT_OCTETS = 65_536
COMPARED = 8
_CR, _LF = 13, 10


def bare_cr(content: bytes) -> bool:
    """Whether a CR has no LF behind it."""
    if len(content) <= SMALL_OCTETS:
        return content.count(b"\r") != content.count(b"\r\n")
    for octets in _blocks(content, 1):
        if bool(_alone(octets).any()):
            return True
    return content.endswith(b"\r")


def bare(content: bytes) -> bool:
    """Whether a CR has no LF behind it, or an LF no CR before it."""
    if len(content) <= SMALL_OCTETS:
        return not content.count(b"\r") == content.count(b"\n") == content.count(b"\r\n")
    for octets in _blocks(content, 1):
        if not bool(((octets[:-1] == _CR) == (octets[1:] == _LF)).all()):
            return True
    return content.endswith(b"\r") or content.startswith(b"\n")


def with_lf(content: bytes) -> bytes:
    """The content with every line end, be it CRLF, CR or LF, as LF."""
    if len(content) <= SMALL_OCTETS:
        return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    last = b"\n" if content.endswith(b"\r") else content[-1:]  # which no block has but to look at
    return b"".join((*map(_with_lf, _blocks(content, 1)), last))


def _with_lf(octets: npt.NDArray[np.uint8]) -> bytes:
    """A block's line ends as LF, without its last octet."""
    alone = _alone(octets).view(np.uint8)
    alone *= _CR - _LF
    written = (octets[:-1] - alone).tobytes()
    return written.translate(None, b"\r") if b"\r" in written else written


def places(content: bytes, opening: bytes, start: int, end: int) -> Iterator[int]:
    """Where `opening` stands, in order; in a long range where its first `COMPARED` octets stand, so that no near miss is dear."""
    if end - start > SHORT_OCTETS:
        yield from _places(content, opening[:COMPARED], start, end)
        return
    place = content.find(opening, start, end)
    while place >= 0:
        yield place
        place = content.find(opening, place + len(opening), end)


def first_place(content: bytes, opening: bytes, start: int, end: int) -> int:
    """The first of these places; -1 where there is none."""
    if end - start <= SHORT_OCTETS:
        return content.find(opening, start, end)
    return next((at + int(found.argmax()) for at, found in _found(content, opening[:COMPARED], start, end)), -1)


def _places(content: bytes, opening: bytes, start: int, end: int) -> Iterator[int]:
    for at, found in _found(content, opening, start, end):
        yield from map(int, found.nonzero()[0] + at)  # one by one: seldom are all wanted


def _found(content: bytes, opening: bytes, start: int, end: int) -> Iterator[tuple[int, npt.NDArray[np.bool_]]]:
    """Where blocks begin in which `opening` stands, and at which of their octets."""
    for number, octets in enumerate(_blocks(content, len(opening) - 1, start, end)):
        count = len(octets) - len(opening) + 1
        found = octets[:count] == opening[0]
        for place, octet in enumerate(opening[1:], 1):
            if not found.any():
                break
            found &= octets[place : place + count] == octet
        if found.any():
            yield start + number * BLOCK_OCTETS, found


def _alone(octets: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Which octets but the last are a CR without LF behind it."""
    alone: npt.NDArray[np.bool_] = (octets[:-1] == _CR) & (octets[1:] != _LF)
    return alone


def _blocks(content: bytes, more: int, start: int = 0, end: int | None = None) -> Iterator[npt.NDArray[np.uint8]]:
    """The content's octets in blocks, each with so many of the next; none of a content that has no more than that."""
    last = (len(content) if end is None else end) - more
    for at in range(start, last, BLOCK_OCTETS):
        yield np.frombuffer(content, np.uint8, min(BLOCK_OCTETS, last - at) + more, at)
