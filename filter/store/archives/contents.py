"""What a file holds: one message, or an mbox of them. Knows nothing of folders and of archives of several files.

Octets of a message are given as they stand; of an mbox, without what the mbox put around them.
"""

from __future__ import annotations

import io
from itertools import islice

from filter.store.archives import limits, mbox
from filter.store.archives.damage import Messages, OnDamage, too_large
from filter.store.archives.separators import begins_field, start
from filter.store.archives.streams import Readable, ending, expanded, whole

_PACKED_STARTS = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_PACKED = "packed: unpack it, or give a file whose name ends as such files do (.gz, .zip, .zst ...)"


def messages(name: str, stream: Readable, on_damage: OnDamage, listed: bool) -> Messages:
    """One message or an mbox, behind gzip, bzip2, xz or zstd if its name says so.

    `listed`: nobody named this file itself, so it has to look like mail. One that was named may be bare text; binary it may not.
    """
    stream = expanded(name, stream, on_damage)
    first = stream.read(limits.READ_BYTES)
    eml = ending(name)[0].endswith(".eml")
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        on_damage(name, "text in UTF-16, which mail never is")
    elif start(first) is not None:
        yield from _mbox(name, first, stream, eml, on_damage)
    elif first and not eml and (listed or b"\0" in first) and not begins_field(first.removeprefix(b"\xef\xbb\xbf")):
        on_damage(name, _PACKED if first.startswith(_PACKED_STARTS) else "not mail: it does not begin with a header field")
    else:
        yield from one(name, whole(stream, limits.MAX_MESSAGE_BYTES, first), on_damage)


def one(name: str, content: bytes, on_damage: OnDamage) -> Messages:
    """One message, if it is none too small and none too large."""
    if not content:
        on_damage(name, "empty")
    elif len(content) > limits.MAX_MESSAGE_BYTES:
        on_damage(name, too_large())
    else:
        yield name, content


def _mbox(name: str, first: bytes, stream: Readable, eml: bool, on_damage: OnDamage) -> Messages:
    if eml:
        first = whole(stream, limits.MAX_MESSAGE_BYTES, first)
        if len(first) <= limits.MAX_MESSAGE_BYTES and len(list(islice(mbox.split(first, io.BytesIO(), len(first)), 2))) == 1:
            # One saved message with the line its mailbox had in front of it: that line alone is no part of it.
            yield from one(name, first[start(first) or 0 :].partition(b"\n")[2], on_damage)
            return
    for number, (offset, content) in enumerate(mbox.split(first, stream, limits.MAX_MESSAGE_BYTES), 1):
        if content:
            yield f"{name}#{number}", content
        else:
            on_damage(f"{name}#{number}", f"empty, at octet {offset}" if content is not None else too_large(f", at octet {offset}"))
