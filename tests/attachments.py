"""Files as they are attached, and mails that hold them. All built here; nothing here is a test."""

from __future__ import annotations

import base64
import struct
import tarfile
import zipfile
import zlib
from io import BytesIO

from hostile import TOP, mixed

MZ = b"MZ\x90\0" + b"\0" * 60
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def attached(octets: bytes, name: str = "", kind: str = "application/octet-stream") -> bytes:
    """A part, to be saved under a name."""
    disposition = f'Content-Disposition: attachment; filename="{name}"\r\n' if name else "Content-Disposition: attachment\r\n"
    fields = f"Content-Type: {kind}\r\n{disposition}Content-Transfer-Encoding: base64\r\n\r\n"
    return fields.encode() + base64.encodebytes(octets)


def letter(text: str, *parts: bytes, subject: str = "hello") -> bytes:
    """A mail with a text and parts."""
    body = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}".encode()
    return mixed(body, *parts).replace(b"Subject: offer", f"Subject: {subject}".encode()) if parts else TOP + b"\r\n" + text.encode()


def zipped(*names: str, locked: bool = False, octets: bytes = b"x") -> bytes:
    """A ZIP archive; locked only by what its entries claim."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, octets)
    written = bytearray(packed.getvalue())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)) if locked else ():
        place = written.find(mark)
        while place >= 0:
            written[place + flags] |= 1
            place = written.find(mark, place + 4)
    return bytes(written)


HYPERLINK, TEMPLATE = "hyperlink", "attachedTemplate"


def related(kind: str, address: str, mode: str = "External") -> bytes:
    """A relationship of an Office document, to an address that is written as in XML."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="rId7" Type="{schema}/{kind}" Target="{address}" TargetMode="{mode}"/>'.encode()


def office(*relations: bytes, name: str = "word/_rels/document.xml.rels", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word document with these relationships."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
        archive.writestr(name, b"<Relationships>" + b"".join(relations) + b"</Relationships>")
    return packed.getvalue()


def tarred(*names: str, mode: str = "w") -> bytes:
    """A tar archive; `mode` "w:gz" for a compressed one."""
    packed = BytesIO()
    with tarfile.open(fileobj=packed, mode=mode, format=tarfile.USTAR_FORMAT) as archive:  # type: ignore[call-overload]
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.size = 700
            archive.addfile(entry, BytesIO(b"x" * 700))
    return packed.getvalue()


def rar4(*names: str, locked: bool = False, hidden: bool = False) -> bytes:
    """A RAR archive of the older format; `hidden` if its names are encrypted too."""
    blocks = struct.pack("<HBHH", 0, 0x73, 0x80 if hidden else 0, 13) + b"\0" * 6
    for name in names:
        head = struct.pack("<HBHHIIBIIBBHI", 0, 0x74, 0x8004 if locked else 0x8000, 32 + len(name), 3, 3, 2, 0, 0, 29, 0x30, len(name), 32)
        blocks += head + name.encode() + b"xyz"
    return b"Rar!\x1a\x07\x00" + blocks


def rar5(*names: str, locked: bool = False, hidden: bool = False) -> bytes:
    """A RAR archive of the newer format."""
    blocks = _rar5_block(b"\x04\x00") if hidden else _rar5_block(b"\x01\x00\x00")
    for name in names:
        extra = b"\x02\x01\x00" if locked else b""
        head = (b"\x02\x03" + bytes([len(extra)]) if locked else b"\x02\x02") + b"\x03"
        blocks += _rar5_block(head + b"\x04\x03\x20" + b"\0" * 4 + b"\x00\x01" + bytes([len(name)]) + name.encode() + extra) + b"xyz"
    return b"Rar!\x1a\x07\x01\x00" + blocks


def _rar5_block(head: bytes) -> bytes:
    return b"\0" * 4 + bytes([len(head)]) + head


def chunk(kind: bytes, octets: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(octets)) + kind + octets + struct.pack(">I", zlib.crc32(kind + octets))


def png(width: int, height: int, rows: bytes, before: bytes = b"") -> bytes:
    """A PNG in grey of eight bits: its header as told, its rows as given, `before` them other chunks."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + before + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def calendar(link: str, organizer: str = "") -> bytes:
    """A calendar entry."""
    by = f"ORGANIZER;CN=Desk:mailto:{organizer}\r\n" if organizer else ""
    return f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{by}DESCRIPTION:See {link}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()


def packed(objects: bytes, before: bytes = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\r\n", end: bytes = b"") -> bytes:
    """An object stream of a PDF (ISO 32000-1 7.5.7); `end` stands in for its checksum."""
    deflated = zlib.compress(objects)
    return b"1 0 obj" + before + (deflated[:-4] + end if end else deflated) + b"\nendstream\n"
