"""Hostile attachments: built to make whoever looks inside run away, as `hostile` is for the rest of a mail. Nothing here is a test."""

from __future__ import annotations

import gzip
import struct
import zlib
from collections.abc import Callable

import numpy as np
from attachments import OLE, TEMPLATE, attached, chunk, letter, office, png, rar4, rar5, related, zipped
from codes import drawn, flood
from hostile import MEGABYTE


def _interlaced(side: int) -> bytes:
    """The dearest PNG to decode for its pixels: sixteen bits, four channels, interlaced."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 16, 6, 0, 0, 1))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes((side * 8 + 8) * side), 9)) + chunk(b"IEND", b"")


def _one(octets: bytes, name: str) -> bytes:
    return letter("scan the QR code", attached(octets, name))


def _many(count: int, octets: bytes, name: str) -> bytes:
    return letter("scan the QR code", *[attached(octets, name)] * count)


def _relations(deflated: bytes) -> bytes:
    """Files of relationships that all begin before the same deflated data."""
    header = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, 0, 0, 5, 0) + b".rels"
    return header * 500 + deflated


_OBJECTS = b"/ObjStm>>stream\n"
_NOISE = np.random.default_rng(1).integers(0, 256, (700, 700), np.uint8)
_ROWS = bytes(201) * 200

HOSTILE_FILES: dict[str, Callable[[], bytes]] = {
    "zip of many entries": lambda: _one(zipped(*[f"d/{n}.txt" for n in range(20_000)], "order.exe"), "a.zip"),
    "zip of marks": lambda: _one(b"PK\x03\x04" + b"PK\x01\x02" * MEGABYTE, "a.zip"),
    "zip of long names": lambda: _one((b"PK\x03\x04" + b"\xff" * 26) * 100_000, "a.zip"),
    "office of relationships": lambda: _one(office(*[related(TEMPLATE, f"https://h{n}.example/&amp;") for n in range(20_000)]), "a.docx"),
    "office of deflated nothing": lambda: _many(50, _relations(b"\0\0\0\xff\xff" * 15_000), "a.docx"),
    "office of broken relationships": lambda: _many(50, _relations(zlib.compress(b"<Relationship " * 9_000, 9)[2:]), "a.docx"),
    "office of letters": lambda: _many(4, office(b"<Relationship " + b"a" * 32_000 + b">"), "a.docx"),
    "office of letters and space": lambda: _many(4, office(b"<Relationship " + b"a" * 16_000 + b" " * 16_000 + b">"), "a.docx"),
    "office of attributes": lambda: _many(50, office(b"<Relationship " + b"a=''" * 8_000 + b">"), "a.docx"),
    "zips": lambda: _many(50, zipped(*[f"{n}.exe" for n in range(2_000)]), "a.zip"),
    "gzip bomb": lambda: _one(gzip.compress(bytes(50 * MEGABYTE)), "a.gz"),
    "gzip bombs": lambda: _many(50, gzip.compress(bytes(5 * MEGABYTE)), "a.gz"),
    "tar of headers": lambda: _one((b"a" + bytes(256) + b"ustar" + bytes(250)) * 20_000, "a.tar"),
    "rar of blocks": lambda: _one(rar4(*["a"] * 50_000), "a.rar"),
    "newer rar of blocks": lambda: _one(rar5(*["a"] * 50_000), "a.rar"),
    "rar of long numbers": lambda: _one(b"Rar!\x1a\x07\x01\x00" + b"\xff" * MEGABYTE, "a.rar"),
    "office files": lambda: _many(50, OLE + b"_\0V\0B\0" * 60_000, "a.doc"),
    "svg of links": lambda: _one(b"<svg>" + b"<a href='http://x.example/'/>" * 700_000, "a.svg"),
    "svg of handlers": lambda: _one(b"<svg>" + b" on" * 7 * MEGABYTE, "a.svg"),
    "pdf of names": lambda: _one(b"%PDF-" + b"/J#61" * 4 * MEGABYTE, "a.pdf"),
    "pdf of links": lambda: _one(b"%PDF-" + b"/URI (http://a.example/" * 50_000, "a.pdf"),
    "pdf of pictures": lambda: _one(b"%PDF-" + b"\xff\xd8\xffendstream" * 50_000, "a.pdf"),
    "pdf of inflated objects": lambda: _many(10, b"%PDF-" + (_OBJECTS + zlib.compress(b"/URI" * MEGABYTE, 9)) * 20, "a.pdf"),
    "pdf of empty blocks": lambda: _many(10, b"%PDF-" + (_OBJECTS + b"\x78\x9c" + b"\0\0\0\xff\xff" * 300) * 100, "a.pdf"),
    "pdf of empty blocks in one": lambda: _many(10, b"%PDF-" + _OBJECTS * 60 + b"\x78\x9c" + b"\0\0\0\xff\xff" * 30_000, "a.pdf"),
    "page of scripts": lambda: _one(b"<html>" + b"<script>atob(" * 500_000, "a.html"),
    "calendar of folds": lambda: _one(b"BEGIN:VCALENDAR\r\nORGANIZER" + b"\r\n organizer" * MEGABYTE, "a.ics"),
    "calendar of organizers": lambda: _one(b"BEGIN:VCALENDAR\n" + b"ORGANIZER:mailto" * 100_000, "a.ics"),
    "huge picture in few octets": lambda: _one(png(30_000, 30_000, bytes(900_000)), "a.png"),
    "picture that is dear": lambda: _one(_interlaced(1_580), "a.png"),
    "picture of chunks": lambda: _one(png(200, 200, _ROWS, chunk(b"aaAa", b"") * 60_000), "a.png"),
    "picture of texts": lambda: _one(png(200, 200, _ROWS, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(MEGABYTE))) * 60), "a.png"),
    "gif of comments": lambda: _one(b"GIF89a" + struct.pack("<HH", 300, 300) + b"\0\0\0!\xfe" + b"\x01a" * 300_000, "a.gif"),
    "jpeg of segments": lambda: _one(b"\xff\xd8" + b"\xff\xfe\0\2" * 150_000, "a.jpg"),
    "jpeg of scans": lambda: _one((one := drawn(_NOISE, "JPEG", progressive=True)) + one[one.index(b"\xff\xda") :] * 2, "a.jpg"),
    "noise": lambda: _many(10, drawn(_NOISE, "JPEG", quality=20), "a.jpg"),
    "corners of codes": lambda: _many(50, drawn(flood(700, 3)), "a.png"),
    "fewer corners of codes": lambda: _many(50, drawn(flood(700, 6)), "a.png"),
}
"""By name, how to build each."""
