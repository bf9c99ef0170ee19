"""An mbox to its messages (RFC 4155), from any stream of octets, one message in memory at a time. Opens nothing.

What parts two messages is `separators`' to say; line ends may be of both kinds in one file. Of each message's `>From ` lines one `>` is
taken off, which gives back what an mboxrd writer was given. An mboxo writer quotes `From ` lines and leaves a `>From ` that its
author wrote as it is; afterwards nobody can tell the two apart, and that line loses its `>` here. No other octet is touched.

A file is read, not mapped into memory: that is as fast, and a mailbox that its mail program cuts while it is read would kill whoever
has it mapped (SIGBUS).

A `Content-Length` field (mboxcl) is not followed. It counts octets before somebody changed the line ends or a header, so in old
mailboxes it is often wrong; a wrong one hides the messages behind it, and the sender of a message can write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from filter.store.archives import limits
from filter.store.archives.separators import BEHIND_BYTES, FROM, LOOK_BYTES, parts, start, style
from filter.store.archives.streams import Readable

_FROM = re.compile(re.escape(FROM))
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_CR, _LF, _QUOTE = b"\r\n>"


class Piece(NamedTuple):
    """A message of an mbox: where its `From ` line begins, in octets from the start; its content without it, None if too large."""

    offset: int
    content: bytes | None


def split(head: bytes, stream: Readable, limit: int) -> Iterator[Piece]:
    """Each message in `head`, which begins as an mbox does, and in what follows it in the stream; None for more than `limit` octets.

    An OSError of the stream passes through, after every message that another one was seen to follow.
    """
    held = _Held(head, stream)
    begin = start(head) or 0
    first = style(head, begin)
    at, quoted, cut = begin + len(FROM), False, False
    while True:
        # `re` looks for a few octets in half the time that `find` takes.
        hit = _FROM.search(held.octets, at)
        # The end of what was read may cut a `From ` in two.
        place = hit.start() if hit else max(at, len(held.octets) - len(FROM) + 1)
        if place + LOOK_BYTES > len(held.octets) and not held.ended:
            cut = cut or place - begin > limit + limits.FROM_LINE_BYTES
            dropped = held.more(place - BEHIND_BYTES if cut else begin)
            begin, at = begin - dropped, place - dropped
            continue
        if hit is None:
            break
        at = hit.end()
        if held.octets[place - 1] == _QUOTE:
            quoted = True
        elif parts(held.octets, place, first):
            yield Piece(held.offset + begin, None if cut else _fitting(held.message(begin, place), quoted, limit))
            begin, quoted, cut = place, False, False
    if held.broken is not None:
        raise held.broken
    yield Piece(held.offset + begin, None if cut else _fitting(held.message(begin, len(held.octets)), quoted, limit))


def _fitting(content: bytes, quoted: bool, limit: int) -> bytes | None:
    if len(content) > limit:
        return None
    return _QUOTED.sub(rb"\1", content) if quoted else content


class _Held:
    """The octets of a stream that were read and are still wanted. `offset` is that of the first of them; `broken` is what ended them."""

    __slots__ = ("_stream", "broken", "ended", "octets", "offset")

    def __init__(self, head: bytes, stream: Readable) -> None:
        self._stream = stream
        self.octets = bytearray(head)
        self.offset = 0
        self.ended = False
        self.broken: OSError | None = None

    def more(self, keep: int) -> int:
        """Reads on, and lets go of all before `keep`: so many octets."""
        dropped = max(0, keep)
        octets = b""
        try:
            octets = self._stream.read(limits.READ_BYTES)
        except OSError as error:
            self.broken = error
        del self.octets[:dropped]
        self.offset += dropped
        self.octets += octets
        self.ended = not octets
        return dropped

    def message(self, begin: int, end: int) -> bytes:
        """What stands from behind the line at `begin` to `end`, without the empty line before that: copied once."""
        line = self.octets.find(b"\n", begin, end)
        if line < 0:
            return b""
        with memoryview(self.octets) as all_of_it:
            return bytes(all_of_it[line + 1 : end - self._empty(line, end)])

    def _empty(self, line: int, end: int) -> int:
        """How long the empty line before `end` is, behind the one that ends at `line`; 0 without one."""
        if end - line < 2 or self.octets[end - 1] != _LF:
            return 0
        if self.octets[end - 2] == _LF:
            return 1
        return 2 if end - line > 2 and self.octets[end - 2] == _CR and self.octets[end - 3] == _LF else 0
