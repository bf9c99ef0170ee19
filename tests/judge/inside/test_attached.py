from __future__ import annotations

import zlib

import pytest
from attachments import OLE, attached, calendar, letter, packed, zipped
from hypothesis import given
from hypothesis import strategies as st

from filter.judge import limits, mime
from filter.judge.inside import attached as inner
from filter.judge.inside import magic
from filter.judge.mail import Attachment
from filter.judge.parse import parse


def only(octets: bytes, name: str, kind: str = "application/octet-stream") -> Attachment:
    """The one attachment of a mail, as parsed."""
    (found,) = parse(letter("hello", attached(octets, name, kind))).attachments
    return found


def test_an_archive_shows_its_names() -> None:
    """Names and lock of an archive are the attachment's, whatever it is called."""
    found = only(zipped("order.exe", locked=True), "photo.jpg", "image/jpeg")
    assert (found.inside, found.locked) == (("order.exe",), True)


def test_what_tells_nothing_is_not_looked_into() -> None:
    """A file of no kind that is read has nothing inside, whatever its octets hold."""
    octets = b"text <script>atob()</script> PK\x01\x02"
    assert only(octets, "a.dat") == Attachment("a.dat", "application/octet-stream", len(octets), octets)


@pytest.mark.parametrize(
    ("octets", "name", "active"),
    [
        (b"<html><script>go()</script>", "a.html", (inner.SCRIPT,)),
        (b"<html><p onload = go()>", "a.html", (inner.SCRIPT,)),
        (b"<html><form action=x><input></form>", "a.html", (inner.FORM,)),
        (b"<html><SCRIPT>new Blob([atob(x)])</SCRIPT>", "a.html", (inner.SCRIPT, inner.BUILT)),
        ("\ufeff<html><script>atob(x)</script>".encode("utf-16-le"), "a.html", (inner.SCRIPT, inner.BUILT)),
        (b"<html><p>atob and a description of onload</p>", "a.html", ()),
        (b"<svg><s:script>go()</s:script></svg>", "a.svg", (inner.SCRIPT,)),
        (b"<svg><rect width='1'/></svg>", "a.svg", ()),
        (zipped("word/vbaProject.bin"), "a.docx", (inner.MACRO,)),
        (zipped("word/document.xml"), "a.docx", ()),
        (OLE + "_VBA_PROJECT".encode("utf-16-le"), "a.doc", (inner.MACRO,)),
        (OLE, "a.doc", ()),
        (b"%PDF-1.7 /S /JavaScript /JS (go())", "a.pdf", (inner.SCRIPT,)),
        (b"%PDF-1.7 /S /J#61vaScript (go())", "a.pdf", (inner.SCRIPT,)),
        (b"%PDF-1.7 /S /Launch/F (a)", "a.pdf", (inner.LAUNCH,)),
        (b"%PDF-1.7 /JSONish /Launcher", "a.pdf", ()),
    ],
)
def test_what_acts(octets: bytes, name: str, active: tuple[str, ...]) -> None:
    """Scripts, forms, macros and launches are seen in the files that can have them; words alone are none."""
    assert only(octets, name).active == active


def test_an_encrypted_office_file_is_locked() -> None:
    """Office keeps an encrypted document in an older file, under a name of its own."""
    assert only(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx").locked
    assert not only(OLE, "a.doc").locked


@pytest.mark.parametrize(
    ("octets", "name"),
    [
        (b"%PDF-1.7 <</S/URI/URI (https://a.example/x)>>", "a.pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><a href='https://a.example/x'/></svg>", "a.svg"),
    ],
)
def test_links_of_documents(octets: bytes, name: str) -> None:
    """Where a document's links lead; names of what it is written in are no links."""
    assert [(link.url, link.host) for link in only(octets, name).links] == [("https://a.example/x", "a.example")]


LINK = b"<</S/URI/URI(https://a.example/x)>>"


def hosts(octets: bytes) -> list[str]:
    """Where the links of a PDF lead."""
    return [link.host for link in only(b"%PDF-1.7\n" + octets, "a.pdf").links]


@pytest.mark.parametrize(
    "before",
    [
        b"<</Type/ObjStm>>stream\n",
        b"<</Type/Obj#53tm>>stream\r",
        b"<</Type/ObjStm %stream\n%endstream\n>>stream\r\n",
        b"<</Type/ObjStm>>%" + b"\n/ObjStm " * 1000 + b"\nstream\n",
        b"/ObjStm stream\n\x78\x9c" + b"\xff" * 40 + b"<</ObjStm>>stream\n",
    ],
    ids=["plain", "escaped", "comments", "names", "broken before"],
)
@pytest.mark.parametrize("end", [b"", b"xxxx"], ids=["whole", "checksum broken"])
def test_objects_that_a_pdf_keeps_deflated(before: bytes, end: bytes) -> None:
    """Actions and links are seen in them as well, whatever else stands there."""
    assert hosts(packed(LINK, before, end)) == ["a.example"]
    assert only(b"%PDF-1.7\n" + packed(b"<</S/JavaScript/JS(go())>>", before, end), "a.pdf").active == (inner.SCRIPT,)


def test_deflated_objects_that_break() -> None:
    """What came before counts; other streams are not looked into."""
    pressing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    flushed = pressing.compress(LINK + b"".join(b"%d " % n**3 for n in range(200))) + pressing.flush(zlib.Z_SYNC_FLUSH)
    assert LINK not in flushed
    assert hosts(b"/ObjStm stream\n\x78\x9c" + flushed + b"\x07\xff\xff") == ["a.example"]
    assert hosts(packed(LINK, b"<</Type/XObject>>stream\n") + b"<</Type/ObjStm>>") == []


@pytest.mark.parametrize("fold", [b"\r\n ", b"\r\n\t", b"\n ", b"\n\t"])
def test_a_calendar_entry(fold: bytes) -> None:
    """An entry's organizer and links, also where its lines are folded."""
    octets = calendar("https://a.example/x", "desk@b.example").replace(b"a.exa", b"a.e" + fold + b"xa")
    found = only(octets, "", "text/calendar")
    assert (found.organizer, [link.host for link in found.links]) == ("desk@b.example", ["a.example"])
    assert only(calendar("nothing"), "a.ics").organizer == ""


@pytest.mark.parametrize("shift", range(4))
def test_the_last_octets(shift: int) -> None:
    """The end of a long attachment is decoded from where a group of base64 begins."""
    octets = b"%PDF-1.7 " + b"x" * (limits.INSIDE_HEAD + limits.INSIDE_TAIL + shift) + b"/Launch (a)"
    assert only(octets, "a.pdf").active == (inner.LAUNCH,)
    part = mime.read(letter("hello", attached(octets, "a.pdf"))).parts[1]  # type: ignore[index]  # a multipart has parts
    assert octets.endswith(last := inner.last_octets(part))
    assert len(last) > limits.INSIDE_TAIL // 2


def test_what_is_short_has_no_last_octets() -> None:
    """Where all is read at the beginning nothing is read twice."""
    part = mime.read(letter("hello", attached(b"abc"))).parts[1]  # type: ignore[index]  # a multipart has parts
    assert inner.last_octets(part) == b""


def test_smuggling_in_a_page() -> None:
    """A page that is shown builds a file only by a script that says so."""
    assert inner.smuggles("<SCRIPT>URL.createObjectURL(b)</SCRIPT>")
    assert not inner.smuggles("createObjectURL is a function")
    assert not inner.smuggles("<script>go()</script>")


STARTS = (b"PK\x03\x04", b"%PDF-", b"<svg>", b"<html>", b"BEGIN:VCALENDAR\n", OLE, b"Rar!\x1a\x07\x00", b"\x1f\x8b\x08\x08", b"")
PIECES = st.lists(
    st.one_of(
        st.binary(max_size=9),
        st.sampled_from(
            [
                b"<script",
                b"/URI (",
                b"http://",
                b"ORGANIZER:mailto:",
                b"\r\n ",
                b"href='http://[",
                b"/J#",
                b"/ObjStm>>stream\n\x78\x9c",
                b"\xff",
            ]
        ),
    )
).map(b"".join)


@given(st.sampled_from(STARTS), PIECES, st.sampled_from(["a.zip", "a.pdf", "a.svg", "a.htm", "a.ics", ""]))
def test_broken_files(start: bytes, rest: bytes, name: str) -> None:
    """Nothing that an attachment holds is an error, or tells more than the limits."""
    found = only(start + rest, name)
    assert len(found.links) <= limits.LINKS
    assert (found.size, found.extension) == (len(start + rest), magic.ending(name))
