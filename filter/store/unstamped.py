"""Pure: an archived message less what our relay and the servers behind it wrote in front, so that it is judged as the relay judged it.

Only fields that servers write are ever cut, and only from the very top down to our own stamp (`smtp.stamp` writes it, and takes a forged
one away). A sender who writes such a stamp himself hides nothing by it: what he could have cut is trace fields, whose facts the caller
still has in `front`; his From, Subject and text stand below, or keep the cut from being made.
"""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

FRONT_OCTETS = 32 * 1024
"""Octets from the top in which our stamp is looked for."""

_ID = b"\nX-Sievert-Id: "
_RECEIVED = b"Received: from "

# What servers write on delivery, and mailboxes to keep their own facts: the only fields that may stand above our stamp.
_ABOVE = re.compile(
    rb"(?:(?:received|return-path|delivered-to|x-original-to|envelope-to|status|x-status|x-uid|x-keywords|x-mozilla-(?:status2?|keys)"
    rb"|x-gm-thrid|x-gmail-labels)[ \t]*+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*+",
    re.IGNORECASE,
)
_STAMP = re.compile(
    rb"Received: from \S++ \(\[[^\]\s]++\]\)\r?\n\tby \S++ \(Sievert\) with \S++\r?\n\tid ([0-9a-f]{16})(?:;\r?|\r?\n\tfor <[^\n]*+)\n"
    rb"\t[^\n]++\nX-Sievert-Id: \1\r?\n"
    rb"X-Sievert-Verdict: ([a-z]++)[^\n]*+\n(?:\t[^\n]*+\n)*+"
    rb"(?:X-Sievert-Score: [^\n]++\nX-Sievert-Reasons:[^\n]*+\n(?:\t[^\n]*+\n)*+(?:X-Spam-Flag: YES\r?\n)?X-Spam-Score: [^\n]++\n)?"
)
_CONTINUED = re.compile(rb"X-Sievert-Defect: continuation before the first header\r?\n")
_SUBJECT = re.compile(rb"^subject[ \t]*+:[ \t]*+", re.IGNORECASE | re.MULTILINE)
_BLANK_LINE = re.compile(rb"^\r?\n|\n\r?\n")


class Unstamped(NamedTuple):
    """`front` is what was cut, stamp and all, b"" where no stamp of ours is at the top; `content` is what the relay judged."""

    front: bytes
    content: bytes


def unstamped(archived: bytes, tag: str = "") -> Unstamped:
    """The message as it came to the relay. `tag` is what the relay puts before the subject of tagged mail.

    To the last octet, but for mail that came with forged fields of ours, which the relay took away for good.
    """
    at = archived.find(_ID, 0, FRONT_OCTETS)
    start = archived.rfind(_RECEIVED, 0, at) if at >= 0 else -1
    stamp = _STAMP.match(archived, start) if start >= 0 else None
    if stamp is None or not _ABOVE.fullmatch(archived, 0, start):
        return Unstamped(b"", archived)
    identity, action = stamp.groups()
    rest = archived[stamp.end() :]
    return Unstamped(archived[: stamp.end()], _judged(rest, identity, tag.encode() if tag and action == b"tag" else b""))


def mail_id(archived: bytes, tag: str = "") -> str:
    """The id that the relay gave the message, or would have: of the octets it judged."""
    return hashlib.sha256(unstamped(archived, tag).content).hexdigest()


def _judged(rest: bytes, identity: bytes, tag: bytes) -> bytes:
    """What lies below the stamp less what else the relay put there: of the ways it may have been, the one that has the stamp's id."""
    possible = [_uncontinued(one) for one in (*_untagged(rest, tag), rest)]
    if possible == [rest]:
        return rest
    right = (one for one in (*possible, rest) if hashlib.sha256(one).hexdigest().encode().startswith(identity))
    return next(right, possible[0])


def _uncontinued(rest: bytes) -> bytes:
    """Without the field that keeps a first line from continuing the stamp."""
    written = _CONTINUED.match(rest)
    return rest[written.end() :] if written else rest


def _untagged(rest: bytes, tag: bytes) -> tuple[bytes, ...]:
    if not tag:
        return ()
    blank = _BLANK_LINE.search(rest)
    subject = _SUBJECT.search(rest, 0, blank.start() + 1 if blank else len(rest))
    if subject is None or not rest.startswith(tag, subject.end()):
        return ()
    end = subject.end() + len(tag)
    alone = re.compile(rb"\r?\n").match(rest, end)
    without = (rest[: subject.start()] + rest[alone.end() :],) if alone and subject.start() == 0 else ()
    return (*without, rest[: subject.end()] + rest[end:].removeprefix(b" "))
