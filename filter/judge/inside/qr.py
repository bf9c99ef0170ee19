"""QR codes in a mail's pictures, and where they lead (ISO/IEC 18004). Silent without the extra `qr` (zxing-cpp, Pillow).

Tried only in a mail that looks like one with a code, and on so many pixels as `limits` has. Never raises.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
import re2

from filter.judge import limits, links
from filter.judge.charset import header_text
from filter.judge.inside import magic
from filter.judge.mail import Link
from filter.judge.mime import Part
from filter.judge.rules.fields import RE2_OPTIONS
from filter.judge.rules.fields import octets as utf8

try:
    import zxingcpp

    from filter.judge.inside import pictures
except ImportError:  # the extra is not installed
    zxingcpp = None  # type: ignore[assignment]

_FEW_WORDS = 60
_INLINE, _BASE64, _SUBTYPE = "data:image/", ";base64,", 40  # characters of a subtype with its parameters
_LEAST, _SLENDER = 40, 4  # pixels of a side, and sides to one another
_CORNER, _CORNER_LINES = (1, 1, 3, 1, 1), 6  # how long its runs are to one another, and through how many lines
_BUSY = 12_000  # changes along a row times those along a column; the largest code has some 8,000


_HINTS = re2.compile(
    rb"\bqr\b|qr-?code|\bscan|\bscann|escane|digitali[sz]|num[e\x{e9}]ris|scannez|fotografiar|inquadra|scansion|leia o c|aponte"
    rb"|zeskanuj|skanuj|\bkod\b|c[o\x{f3}]digo|codice|\bcode\b|kamera|c[a\x{e1}]mara|c[a\x{e2}]mera|fotocamera|camera|aparat",
    RE2_OPTIONS,
)


def may_hold(part: Part, head: bytes) -> bool:
    """Whether a part is looked at for a code, should its mail look like one with a code."""
    return zxingcpp is not None and magic.nature(head) in {magic.IMAGE, magic.PDF} and part.end > part.start


def inline(page: str) -> Iterator[str]:
    """Pictures that a page holds itself (RFC 2397), in base64."""
    place = page.find(_INLINE) if zxingcpp is not None else -1
    for _ in range(limits.QR_PICTURES):
        if place < 0:
            return
        start = page.find(_BASE64, place, place + len(_INLINE) + _SUBTYPE)
        ends = [end for end in (page.find(quote, place) for quote in "\"')>") if end >= 0]
        if start >= 0 and ends:
            yield page[start + len(_BASE64) : min(ends)]
        place = page.find(_INLINE, min(ends, default=len(page)))


def read(subject: str, text: str, parts: Iterable[Part], inlined: Iterable[str]) -> tuple[Link, ...]:
    """Where the codes in a mail's pictures lead, each once. `Link.text` says in what the code is."""
    if len(text.split(None, _FEW_WORDS)) > _FEW_WORDS and not _HINTS.search(utf8(f"{subject}\n{text}")):
        return ()
    found: dict[str, Link] = {}
    for name, grey in _likely(_decoded(islice(_pictures(parts, inlined), limits.QR_PICTURES))):
        for code in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
            for url, _ in links.in_text(code.text[: limits.URL_CHARS])[:1]:
                found.setdefault(url, Link(url, links.host(url), name))
    return tuple(found.values())[: limits.QR_PICTURES]


def _pictures(parts: Iterable[Part], inlined: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for written in inlined:
        try:
            yield "a picture in the text", binascii.a2b_base64(written.encode("ascii", "replace"))
        except binascii.Error:
            continue
    octets_left = limits.QR_BYTES
    for part in parts:
        if part.end - part.start > octets_left:
            continue
        octets_left -= part.end - part.start
        octets, name = part.payload(limits.QR_BYTES), header_text(part.filename)[: limits.EVIDENCE_CHARS] or part.kind
        if octets.startswith(b"%PDF-"):
            yield from ((name, picture) for picture in _in_pdf(octets))
        else:
            yield name, octets


def _in_pdf(octets: bytes) -> Iterator[bytes]:
    """The JPEG pictures of a PDF, which stand in it as they are (ISO 32000-1 7.4.8)."""
    place = octets.find(b"\xff\xd8\xff")
    for _ in range(limits.QR_PICTURES):
        if place < 0:
            return
        end = octets.find(b"endstream", place)
        yield octets[place : end if end > 0 else len(octets)]
        place = octets.find(b"\xff\xd8\xff", end) if end > 0 else -1


def _decoded(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, pictures.Pixels]]:
    """Pictures that may hold a code, in grey, as far as there are pixels left."""
    pixels_left = limits.QR_PIXELS
    for name, octets in files:
        width, height = pictures.size(octets)
        if min(width, height) < _LEAST or max(width, height) > _SLENDER * min(width, height) or width * height > pixels_left:
            continue
        pixels_left -= width * height
        grey = pictures.pixels(octets, limits.QR_READ_PIXELS)
        while grey is not None and _changes(grey) > _BUSY:  # noise, or made to keep the reader busy: it goes as it shrinks
            grey = pictures.halved(grey)
        if grey is not None and min(grey.shape) >= _LEAST:
            yield name, grey


def _likely(found: Iterable[tuple[str, pictures.Pixels]]) -> list[tuple[str, pictures.Pixels]]:
    """As many pictures as are read, those with the corners of a code first: a picture full of them takes long."""
    every = list(found)
    if len(every) > limits.QR_READS:
        every.sort(key=lambda one: not _has_corners(one[1]))
    return every[: limits.QR_READS]


def _has_corners(grey: pictures.Pixels) -> bool:
    """Whether lines run as through a code's corners: dark, light, dark, light, dark as 1 to 1 to 3 to 1 to 1 (ISO/IEC 18004 6.3.3)."""
    dark = (grey < grey.mean()).ravel()
    places = np.flatnonzero(dark[1:] != dark[:-1]) + 1
    runs = np.diff(places)
    if len(runs) < len(_CORNER):
        return False
    five = np.lib.stride_tricks.sliding_window_view(runs, len(_CORNER))
    unit = five.sum(axis=1, keepdims=True) / sum(_CORNER)
    fits = (np.abs(five - unit * _CORNER) <= unit / 2 + 0.5).all(axis=1) & dark[places[: len(five)]]
    return int(np.count_nonzero(fits)) >= _CORNER_LINES


def _changes(grey: pictures.Pixels) -> float:
    """How often a row changes between dark and light on average, times how often a column does."""
    dark = grey < grey.mean()
    rows, columns = np.count_nonzero(dark[:, 1:] != dark[:, :-1]), np.count_nonzero(dark[1:] != dark[:-1])
    return float(rows / dark.shape[0]) * float(columns / dark.shape[1])
