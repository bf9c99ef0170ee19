"""An mbox to its messages (RFC 4155), from any stream of octets, one message in memory at a time. Opens nothing.

Messages part at an empty line followed by `From `; one `>` is taken off quoted `>From ` lines, as mboxrd has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

READ_BYTES = 1 << 20
"""Octets asked of the stream at a time."""

FROM = b"From "
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


class Readable(Protocol):
    """What is asked of a stream: some octets, and none only at its end."""

    def read(self, size: int, /) -> bytes:
        """At most `size` octets."""


def begins_mbox(head: bytes) -> bool:
    """Whether octets begin as an mbox does: with `From `, and not with the header field `From :`."""
    return head.startswith(FROM) and not head[len(FROM) :].lstrip(b" \t").startswith(b":")


def separator(head: bytes) -> bytes:
    """What parts two messages, in the line ends that the first line has."""
    return b"\n\r\n" + FROM if head.partition(b"\n")[0].endswith(b"\r") else b"\n\n" + FROM


def split(head: bytes, stream: Readable, limit: int) -> Iterator[bytes | None]:
    """The content of each message in `head` and what follows it in the stream, without its `From ` line.

    None stands for a message of more than `limit` octets. What the stream raises passes through, after every whole message.
    """
    held, mark = bytearray(head), separator(head)
    searched, cut = 0, False
    while True:
        end = held.find(mark, searched)
        if end >= 0:
            yield None if cut or end > limit else _content(bytes(held[: end + 1]))
            del held[: end + len(mark) - len(FROM)]
            searched, cut = 0, False
            continue
        # The end of what was read may cut a separator in two.
        searched = max(0, len(held) - len(mark))
        if cut or searched > limit:
            del held[:searched]
            searched, cut = 0, True
        more = stream.read(READ_BYTES)
        if not more:
            break
        held += more
    yield None if cut or len(held) > limit else _content(_unpadded(bytes(held)))


def _content(octets: bytes) -> bytes:
    body = octets.partition(b"\n")[2]
    return _QUOTED.sub(rb"\1", body) if b">From " in body else body


def _unpadded(octets: bytes) -> bytes:
    """The last message without the empty line that an mbox ends with."""
    for padded, line in ((b"\n\r\n", 2), (b"\n\n", 1)):
        if octets.endswith(padded):
            return octets[:-line]
    return octets
