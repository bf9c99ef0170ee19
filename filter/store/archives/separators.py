"""What a line looks like that parts two messages of an mbox (RFC 4155, appendix A), and what only looks like one.

Such a line begins with `From `, stands behind an empty line, names a sender and a date, and a header follows. Real ones vary: no
sender (Thunderbird has `-`, some nothing), a sender of several words (Pipermail's `ann at example.org`), seconds or none, a zone
before the year (Takeout), behind it or not at all, RFC 5322's order of the date, ` remote from` of UUCP. A sentence of a body that
begins so has no date at its end. Three ways of writing it ask for more care:

- no date at all (`From ann@example.org`): parts messages only in a file whose very first line has none either, or where nothing else
  stands on the line (as Thunderbird writes at times); and a header field has to follow;
- a date, but no empty line before, which sloppy writers leave out: parts messages where a header field follows;
- a commit and the one date that git writes in front of every patch: mail about software has patches in it, so that line parts messages
  only in a file that begins with one, as `git format-patch --stdout` writes them.

Reads only the octets it is given.
"""

from __future__ import annotations

import re
from enum import Enum

from filter.store.archives.limits import FIELD_NAME_BYTES, FROM_LINE_BYTES

FROM = b"From "
LOOK_BYTES = FROM_LINE_BYTES + FIELD_NAME_BYTES + 8
"""Octets from the start of a line on that decide whether it parts messages."""
BEHIND_BYTES = 3
"""Octets before that line that decide it too: the end of a line, and an empty one."""


class Style(Enum):
    """How a line is written that may part messages."""

    DATED = "a date"
    UNDATED = "no date"
    PATCH = "git's"


Octets = bytes | bytearray

_CR, _LF = b"\r\n"
_DAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_TIME = rb"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_ZONE = rb"(?:[ \t]+(?:[+-][0-9]{4}|[A-Z]{1,5}(?:[ ]DST)?))?"
_YEAR = rb"(?:[0-9]{4}|[0-9]{2})"
_UNIX = _MONTH + rb"[ \t]+[0-9]{1,2}[ \t]+" + _TIME + _ZONE + rb"[ \t]+" + _YEAR + _ZONE
_INTERNET = rb"[0-9]{1,2}[ \t]+" + _MONTH + rb"[ \t]+" + _YEAR + rb"[ \t]+" + _TIME + _ZONE
_END = rb"[ \t]*\r?(?:\n|\Z)"

_DATED = re.compile(
    rb"From (?:[^\n]{0,%d}[ \t])?" % (FROM_LINE_BYTES - 100)
    + _DAY
    + rb",?[ \t]+(?:"
    + _UNIX
    + rb"|"
    + _INTERNET
    + rb")(?:[ \t]+remote from [^ \t\r\n]{1,64})?"
    + _END
)
_PATCH = re.compile(rb"From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001\r?\n")
_BARE = re.compile(rb"From -?" + _END)
_LINE = re.compile(rb"[^\n]{0,%d}\n" % FROM_LINE_BYTES)
_FIELD = re.compile(rb"[!#-9;-z|~]{1,%d}[ \t]*:" % FIELD_NAME_BYTES)  # no field that is known has a quote or a brace, which JSON opens with
_START = re.compile(rb"(?:\xef\xbb\xbf)?(?:\r?\n){0,16}(?=From (?![ \t]*:))")


def start(head: bytes) -> int | None:
    """Where the first message's line stands in the first octets of an mbox: behind a byte order mark and empty lines; None if nowhere.

    `From :` is a header field with a space before its colon (RFC 5322 4.5).
    """
    found = _START.match(head)
    return found.end() if found else None


def style(octets: Octets, place: int) -> Style:
    """How the line at `place` is written, which begins with `From `."""
    if _DATED.match(octets, place) is None:
        return Style.UNDATED
    return Style.PATCH if _PATCH.match(octets, place) else Style.DATED


def parts(octets: Octets, place: int, first: Style) -> bool:
    """Whether the line at `place`, which begins with `From `, parts two messages. `first` is how the file's first one is written.

    `octets` go on for LOOK_BYTES from there, or end where the file does; and at least BEHIND_BYTES come before it.
    """
    if octets[place - 1] != _LF:
        return False
    behind_empty = octets[place - 2] == _LF or (octets[place - 2] == _CR and octets[place - 3] == _LF)
    match style(octets, place):
        case Style.PATCH if first is not Style.PATCH:
            return False
        case Style.UNDATED if not behind_empty or (first is not Style.UNDATED and _BARE.match(octets, place) is None):
            return False
        case Style.DATED | Style.PATCH if behind_empty:
            return True
    return _before_field(octets, place)


def begins_field(octets: Octets, place: int = 0) -> bool:
    """Whether a header field begins there (RFC 5322 2.2), its colon behind white space at most."""
    return _FIELD.match(octets, place) is not None


def _before_field(octets: Octets, place: int) -> bool:
    line = _LINE.match(octets, place)
    return line is not None and begins_field(octets, line.end())
