"""What a file is by its first octets and by its name's ending, and which of these a double click runs. Tables only; pure."""

from __future__ import annotations

PROGRAM, SHORTCUT, DISK, PAGE, SVG = "a program", "a shortcut", "a disk image", "an HTML page", "an SVG picture"
NOTEBOOK, CALENDAR, IMAGE, PDF, RTF, OLE = "a OneNote file", "a calendar entry", "a picture", "a PDF", "an RTF document", "an Office file"
ZIP, RAR, SEVEN, GZIP, TAR = "a ZIP archive", "a RAR archive", "a 7z archive", "a gzip archive", "a tar archive"

PROGRAMS = frozenset(
    """
    exe scr com pif bat cmd vbs vbe js jse wsf wsh hta ps1 psm1 jar msi msix appx application msc cpl dll ocx sys reg jnlp xll gadget
    scf inf apk ade adp chm sct wll
    """.split()  # noqa: SIM905  (a wall of names reads better so)
)
"""Endings of what Windows, or a runtime that is widely installed, runs on a double click."""

SHORTCUTS = frozenset({"lnk", "url", "website", "library-ms", "search-ms"})
DISKS = frozenset({"iso", "img", "vhd", "vhdx", "udf", "dmg", "daa"})
NOTEBOOKS = frozenset({"one", "onepkg", "onetoc2"})
PAGES = frozenset({"htm", "html", "shtml", "xhtml", "xht", "mht", "mhtml"})
SOURCES = frozenset({"js", "bat", "cmd", "com", "dll", "ps1", "psm1", "vbs", "jar", "sys", "ocx", "inf", "reg", "url", "msc", "chm"})
"""Of the endings above those that any larger bundle of software holds as well."""

_STARTS = (
    (b"PK\x03\x04", ZIP), (b"PK\x05\x06", ZIP), (b"Rar!\x1a\x07", RAR), (b"7z\xbc\xaf\x27\x1c", SEVEN), (b"\x1f\x8b\x08", GZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE), (b"%PDF-", PDF), (b"{\\rtf", RTF), (b"\x89PNG\r\n\x1a\n", IMAGE),
    (b"\xff\xd8\xff", IMAGE), (b"GIF87a", IMAGE), (b"GIF89a", IMAGE), (b"\x7fELF", PROGRAM), (b"L\0\0\0\x01\x14\x02\0", SHORTCUT),
    (b"\xe4R\\{\x8c\xd8\xa7M", NOTEBOOK), (b"conectix", DISK), (b"vhdxfile", DISK), (b"BEGIN:VCALENDAR", CALENDAR),
)  # fmt: skip
_FIRSTS = frozenset(start[0] for start, _ in _STARTS)
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script")
_TAR_MARK = 257  # where POSIX tar (IEEE 1003.1, ustar) has its mark

# What an ending, or a declared kind, promises; only what is safe to hold a file to.
_PROMISES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("pdf", "application/pdf"), frozenset({PDF})),
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "image/png", "image/jpeg", "image/gif"), frozenset({IMAGE})),
    **dict.fromkeys(("docx", "xlsx", "pptx"), frozenset({ZIP, OLE})),  # an encrypted one is an OLE file
    **dict.fromkeys(("doc", "xls", "ppt"), frozenset({ZIP, OLE, RTF, PAGE})),  # many programs export pages under these
    **dict.fromkeys(("txt", "csv"), frozenset({PAGE, CALENDAR})),
    **dict.fromkeys(("wav", "mp3", "audio/wav", "audio/mpeg", "mp4"), frozenset({IMAGE})),
}


_BY_ENDING = {
    **dict.fromkeys(PROGRAMS, PROGRAM),
    **dict.fromkeys(SHORTCUTS, SHORTCUT),
    **dict.fromkeys(DISKS, DISK),
    **dict.fromkeys(NOTEBOOKS, NOTEBOOK),
    **dict.fromkeys(PAGES, PAGE),
    "svg": SVG,
    "ics": CALENDAR,
    "pdf": PDF,
}
_BY_KIND = {"text/html": PAGE, "application/xhtml+xml": PAGE, "image/svg+xml": SVG, "text/calendar": CALENDAR}


def nature(head: bytes) -> str:
    """What a file is by its first octets: one of the constants above; "" where they do not tell."""
    if head[:1] and head[0] in _FIRSTS:
        for start, kind in _STARTS:
            if head.startswith(start):
                return kind
    if head.startswith(b"MZ"):
        return PROGRAM if b"\0" in head[:64] else ""  # else it is a text that begins so
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if opening.startswith(b"<"):
        return _of_markup(opening.lower())
    return TAR if head.startswith(b"ustar", _TAR_MARK) else ""


def _of_markup(opening: bytes) -> str:
    if opening.startswith(_PAGE_STARTS):
        return PAGE
    return SVG if b"<svg" in opening else ""


def kind_of(head: bytes, name: str, kind: str) -> str:
    """What a file is by its first octets, or else by its name's ending or its declared kind; "" where none tells."""
    return nature(head) or _BY_ENDING.get(ending(name)) or _BY_KIND.get(kind, "")


def ending(name: str) -> str:
    """What follows a file name's last dot as a system takes it: without the spaces, dots and quotes that Windows drops, lower case."""
    return name.rstrip(" .\"'\u00a0").rpartition(".")[2].strip().lower() if "." in name else ""


def promised(name: str, kind: str) -> frozenset[str]:
    """What a file may be by its name's ending, or else by its declared kind; empty where neither promises anything."""
    return _PROMISES.get(ending(name)) or _PROMISES.get(kind, frozenset())
