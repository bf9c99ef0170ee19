"""What lies inside an attachment: names in archives, scripts, macros, links. Looked for only where its head, kind or name says that
there may be some, in its first and last octets. Bounded by `limits`; never raises; nothing is run, and nothing unpacked but a PDF's
objects and what an Office document says of where it leads.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice
from typing import Any, NamedTuple

import re2

from filter.judge import limits, links
from filter.judge.inside import archives, magic, office
from filter.judge.inside.inflating import inflated
from filter.judge.mail import Link
from filter.judge.mime import Part

SCRIPT, FORM, BUILT, MACRO, LAUNCH, FETCHED = "script", "form", "file built by script", "macro", "launch", "fetched part"

_ARCHIVES = frozenset({magic.ZIP, magic.RAR, magic.SEVEN, magic.GZIP, magic.TAR})
_READ = _ARCHIVES | {magic.OLE, magic.PDF, magic.SVG, magic.PAGE, magic.CALENDAR}
_BUILDER = "createObjectURL"  # a long name, which is found fast: every page is looked through
_BUILDERS = (b"createObjectURL", b"msSaveOrOpenBlob", b"msSaveBlob", b"new Blob", b"new File(", b"atob(")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 2.1.1
_ZLIB_HEADER = 2  # octets; without it nobody minds the checksum at the end (RFC 1950 2.2), as readers of PDFs do not


def _options() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    return options


_OPTIONS = _options()
_ACTS = re2.compile(rb"<(?:[a-z0-9]+:)?script|[\s\"'/]on[a-z]{3,20}\s*=|javascript:|data:text/html", _OPTIONS)
_HREF = re2.compile(rb"<(?:[a-z0-9]+:)?a\s[^<>]*href\s*=\s*[\"']\s*(https?:[^\"'\s<>]+)", _OPTIONS)
_URI = re2.compile(rb"/URI\s*\(\s*([^()\s]+)", _OPTIONS)
_ORGANIZER = re2.compile(rb"(?:^|\n)organizer[^\r\n]*?mailto:([^\s;\"]+)", _OPTIONS)


def _escapable(name: str) -> bytes:
    """A PDF name, any letter of it perhaps in hexadecimal (ISO 32000-1 7.3.5); it ends where no letter follows."""
    return b"/" + b"".join(b"(?:%c|#%02x)" % (ord(letter), ord(letter)) for letter in name) + rb"(?:[^a-z0-9]|\z)"


_PDF_SCRIPT = re2.compile(_escapable("JavaScript") + b"|" + _escapable("JS"), _OPTIONS)
_PDF_LAUNCH = re2.compile(_escapable("Launch"), _OPTIONS)
_PDF_OBJECTS = re2.compile(_escapable("ObjStm"), _OPTIONS)
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")


class Inside(NamedTuple):
    """What `mail.Attachment` keeps of it, in the order of its fields."""

    inside: tuple[str, ...] = ()
    locked: bool = False
    active: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    organizer: str = ""


NOTHING = Inside()


class Reader:
    """Looks into the attachments of one mail, counting what the limits count."""

    def __init__(self) -> None:
        self.octets_left = limits.INSIDE_BYTES
        self.documents = office.Reader()

    def look(self, part: Part, name: str, head: bytes) -> Inside:
        """What lies inside one attachment, whose decoded octets begin with `head`."""
        nature = magic.kind_of(head, name, part.kind)
        length = min(part.end - part.start, limits.INSIDE_HEAD + limits.INSIDE_TAIL)
        if nature not in _READ or not head or self.octets_left < length:
            return NOTHING
        self.octets_left -= length
        return self._inside(nature, part.payload(limits.INSIDE_HEAD), last_octets(part))

    def _inside(self, nature: str, head: bytes, tail: bytes) -> Inside:
        if nature in _ARCHIVES:
            return self._archive(nature, head, tail)
        octets = head + b"\n" + tail
        if nature == magic.OLE:
            return Inside((), _ENCRYPTED in octets, (MACRO,) if _MACROS in octets else ())
        if nature == magic.PDF:
            return _pdf(octets)
        if nature == magic.CALENDAR:
            return _calendar(octets)
        return _page(octets, nature)

    def _archive(self, nature: str, head: bytes, tail: bytes) -> Inside:
        names, locked = archives.contents(nature, head, tail)
        leads = self.documents.outside(head) if nature == magic.ZIP else office.NOWHERE
        macro = any(name.lower().endswith("vbaproject.bin") for name in names)
        active = [name for name, acts in ((MACRO, macro), (FETCHED, leads.fetched)) if acts]
        return Inside(names, locked, tuple(active), _resolved(leads.addresses))


def last_octets(part: Part) -> bytes:
    """The end of what is longer than `limits.INSIDE_HEAD`, decoded; empty where nothing is left of it."""
    start = max(part.start + limits.INSIDE_HEAD, part.end - limits.INSIDE_TAIL)
    if start >= part.end:
        return b""
    if part.encoding == "base64":  # from where a group of four characters begins
        passed = start - part.start
        passed -= part.content.count(b"\n", part.start, start) + part.content.count(b"\r", part.start, start)
        for _ in range(-passed % 4):
            start += 1
            while part.content[start : start + 1] in {b"\r", b"\n"}:
                start += 1
    return part._replace(start=start).payload(limits.INSIDE_TAIL)


def smuggles(page: str) -> bool:
    """Whether a page's script builds a file in the browser, by the browser's own name for it, which is spelt in no other way."""
    return _BUILDER in page and "<script" in page.lower()


def _page(octets: bytes, nature: str) -> Inside:
    if octets.startswith((b"\xff\xfe", b"\xfe\xff")):
        octets = octets.replace(b"\0", b"")  # UTF-16, near enough for what is looked for
    lowered = octets.lower()
    acts = bool(_ACTS.search(octets))
    active = [SCRIPT] if acts else []
    if b"<form" in lowered or b"<input" in lowered:
        active.append(FORM)
    if acts and any(word in octets for word in _BUILDERS):
        active.append(BUILT)
    return Inside((), False, tuple(active), _links(_HREF.finditer(octets)) if nature == magic.SVG else ())


def _pdf(octets: bytes) -> Inside:
    octets = _unpacked(octets)
    active = [name for name, pattern in ((SCRIPT, _PDF_SCRIPT), (LAUNCH, _PDF_LAUNCH)) if pattern.search(octets)]
    return Inside((), False, tuple(active), _links(_URI.finditer(octets)) if b"/URI" in octets else ())


def _unpacked(octets: bytes) -> bytes:
    """A PDF and, behind it, the objects that it keeps deflated (ISO 32000-1 7.5.7 and 7.4.4): actions and links may hide there.

    Every stream is tried that has the name of this kind before it: what stands between them may be a comment, or a trap.
    """
    pieces, left = [octets], limits.PDF_OBJECTS
    named = [found.end() for found in _PDF_OBJECTS.finditer(octets)]
    for stream in _STREAM.finditer(octets) if named else ():
        place = bisect_left(named, stream.start() - limits.PDF_DICTIONARY)
        if place == len(named) or named[place] > stream.start():
            continue
        if objects := inflated(memoryview(octets)[stream.end() + _ZLIB_HEADER :], left):
            pieces.append(objects)
            left -= len(objects)
        if len(pieces) > limits.PDF_STREAMS:
            break
    return b"\n".join(pieces)


def _calendar(octets: bytes) -> Inside:
    octets = octets.replace(b"\r\n ", b"").replace(b"\n ", b"").replace(b"\r\n\t", b"").replace(b"\n\t", b"")  # RFC 5545 3.1
    organizer = _ORGANIZER.search(octets)
    text = octets.decode("utf-8", "replace").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    return Inside(links=links.resolve(links.in_text(text)), organizer=organizer[1].decode("utf-8", "replace").lower() if organizer else "")


def _links(found: Iterable[Any]) -> tuple[Link, ...]:
    """The links that a pattern's first groups hold."""
    return _resolved(match[1][: limits.URL_CHARS].decode("utf-8", "replace") for match in islice(found, limits.LINKS))


def _resolved(urls: Iterable[str]) -> tuple[Link, ...]:
    return tuple(link for link in links.resolve((url, "") for url in urls) if link.host)
