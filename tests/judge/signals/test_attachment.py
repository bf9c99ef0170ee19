from __future__ import annotations

import pytest
from attachments import HYPERLINK, MZ, OLE, TEMPLATE, attached, calendar, letter, office, rar5, related, zipped
from codes import code, drawn

from filter.judge.mail import Message
from filter.judge.parse import parse
from filter.judge.past import Past
from filter.judge.scene import Scene
from filter.judge.signals import attachment, program
from filter.judge.site import NOWHERE, Site

SIGNALS = (*program.SIGNALS, *attachment.SIGNALS)
BY_NAME = {signal.name: signal for signal in SIGNALS}
SITE = Site(domains=frozenset({"corp.example"}))
LETTER = attached(b"%PDF-1.7 hello", "letter.pdf", "application/pdf")
CALL = "https://login.evil.example/q"


def told(name: str, content: bytes, site: Site = NOWHERE, past: Past | None = None) -> str:
    """A signal's evidence in a mail from eve@evil.example."""
    return BY_NAME[name].find(Scene(parse(content), site, past))


@pytest.mark.parametrize(
    ("name", "part", "evidence"),
    [
        ("executable", attached(b"x", "order.JS"), "attached order.JS is run when it is opened (.js)"),
        ("executable", attached(MZ, "order.pdf"), "attached order.pdf is a program by its first octets"),
        ("executable", attached(MZ), "an attachment of type application/octet-stream is a program by its first octets"),
        (
            "executable-in-archive",
            attached(zipped("a.txt", "b.exe"), "a.zip"),
            "attached a.zip holds b.exe, which is run when it is opened",
        ),
        ("executable-in-archive", attached(rar5("b.lnk"), "a.rar"), "attached a.rar holds b.lnk, which is run when it is opened"),
        ("double-extension", attached(b"x", "order.pdf.html"), "file order.pdf.html looks like .pdf, is .html"),
        ("double-extension", attached(b"x", "order.pdf      .scr"), "file order.pdf .scr looks like .pdf, is .scr"),
        ("double-extension", attached(zipped("order.doc.js"), "a.zip"), "file order.doc.js looks like .doc, is .js"),
        ("locked-archive", attached(zipped("a.txt", locked=True), "a.zip"), "attached a.zip needs a password"),
        ("locked-archive", attached(rar5("a.txt", locked=True), "a.rar"), "attached a.rar needs a password"),
        ("svg-script", attached(b"<svg onload='go()'/>", "a.svg"), "attached a.svg is a picture with a script"),
        ("html-attachment", attached(b"hello", "a.htm"), "attached a.htm is an HTML page"),
        ("html-attachment", attached(b"<!doctype html>", "a.dat"), "attached a.dat is an HTML page"),
        (
            "html-attachment-with-script-or-form",
            attached(b"<html><form><script>", "a.html"),
            "attached a.html is an HTML page with a script and a form",
        ),
        ("lnk", attached(b"L\0\0\0\x01\x14\x02\0", "a.txt"), "attached a.txt is a shortcut"),
        ("lnk", attached(b"x", "a.url"), "attached a.url is a shortcut"),
        ("onenote", attached(b"x", "a.one"), "attached a.one is a OneNote file"),
        ("office-macro", attached(zipped("xl/vbaProject.bin"), "a.xlsm"), "attached a.xlsm has macros"),
        ("office-macro", attached(OLE + "_VBA_PROJECT".encode("utf-16-le"), "a.xls"), "attached a.xls has macros"),
        (
            "office-fetches-part",
            attached(office(related(HYPERLINK, "https://b.example/"), related(TEMPLATE, "http://a.example/t.dotm")), "a.docx"),
            "attached a.docx fetches a part of itself from a.example when it is opened",
        ),
        ("document-link", attached(office(related(HYPERLINK, "https://a.example/")), "a.docx"), "attached a.docx links to a.example"),
        ("pdf-javascript", attached(b"%PDF-1.7 /JS (go())", "a.pdf"), "attached a.pdf is a PDF with a script"),
        ("pdf-launch", attached(b"%PDF-1.7 /Launch /F", "a.pdf"), "attached a.pdf is a PDF that starts a program"),
        (
            "kind-mismatch",
            attached(b"<html>", "a.pdf", "application/pdf"),
            "attached a.pdf (application/pdf) is an HTML page by its first octets",
        ),
        (
            "kind-mismatch",
            attached(zipped("a"), "", "image/png"),
            "an attachment of type image/png (image/png) is a ZIP archive by its first octets",
        ),
        ("nested-mail", attached(b"From: a@b.example\r\n\r\nx", "a.eml"), "attached a.eml is a whole mail"),
        ("nested-mail", b"Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nx", "whole mails attached: 1"),
        ("disk-image", attached(b"x", "a.iso"), "attached a.iso is a disk image"),
        ("document-link", attached(b"%PDF-1.7 /URI (https://a.example/)", "a.pdf"), "attached a.pdf links to a.example"),
        (
            "svg-link",
            attached(b"<svg><a id='b' xlink:href='https://a.example/'/></svg>", "a.svg"),
            "attached a.svg links to a.example",
        ),
        ("disguised-program", attached(b"x", "a.pdf.exe"), "file a.pdf.exe hides its ending .exe behind a document's"),
        ("disguised-program", attached(zipped("a.pdf.lnk"), "a.zip"), "file a.pdf.lnk hides its ending .lnk behind a document's"),
        ("disguised-program", attached(b"MZ\0\0", "a.pdf"), "attached a.pdf (application/octet-stream) is a program by its first octets"),
        ("qr-link", attached(drawn(code(CALL)), "a.png", "image/png"), "a QR code in a.png leads to login.evil.example"),
    ],
)
def test_told(name: str, part: bytes, evidence: str) -> None:
    """Each signal names the attachment and what is so of it; a letter as PDF, or no attachment, has none."""
    assert told(name, letter("see", LETTER, part)) == evidence
    assert told(name, letter("see", LETTER)) == ""
    assert told(name, letter("see")) == ""


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("executable", attached(b"MZ is how it begins", "a.txt")),
        ("executable", attached(zipped("a.exe"), "a.zip")),
        ("executable-in-archive", attached(zipped(*[f"src/{n}.js" for n in range(9)]), "a.zip")),
        ("executable-in-archive", attached(zipped("a.docx"), "a.zip")),
        ("office-fetches-part", attached(office(related(HYPERLINK, "https://a.example/")), "a.docx")),
        ("office-fetches-part", attached(office(related(TEMPLATE, "https://files.evil.example/t.dotm")), "a.docx")),  # the sender's own
        ("document-link", attached(office(related("image", "media/image1.png", "Internal")), "a.docx")),
        ("double-extension", attached(b"x", "order.v2.pdf")),
        ("double-extension", attached(b"x", "jquery.min.js")),
        ("double-extension", attached(b"x", "backup.tar.gz")),
        ("bidi-in-name", attached(b"x", "=?utf-8?q?=D7=A9=D7=9C=D7=95=D7=9D.pdf?=")),
        ("disguised-program", attached(b"x", "report.pdf.html")),
        ("disguised-program", attached(b"MZ\0\0", "tool.exe")),
        ("disguised-program", attached(zipped("tool.exe"), "tools.pdf.zip")),
        ("locked-archive", attached(zipped("a.txt"), "a.zip")),
        ("svg-script", attached(b"<svg><title>a script</title></svg>", "a.svg")),
        ("svg-link", attached(b"%PDF-1.7 /URI (https://a.example/)", "a.pdf")),
        ("svg-link", attached(b"<svg><image href='https://a.example/a.png'/></svg>", "a.svg")),
        ("html-attachment-with-script-or-form", attached(b"<html><p>formal script", "a.html")),
        ("office-macro", attached(zipped("word/document.xml"), "a.docm")),
        ("office-macro", attached(zipped("vbaProject.txt"), "a.zip")),
        ("kind-mismatch", attached(drawn(code(), "JPEG"), "a.png", "image/png")),
        ("kind-mismatch", attached(b"<html><table>", "a.xls", "application/vnd.ms-excel")),
        ("kind-mismatch", attached(zipped("word/document.xml"), "a.docx")),
        ("nested-mail", attached(b"From: a@b.example\r\n\r\nx", "a.txt", "text/plain")),
        ("qr-link", attached(drawn(code("hello")), "a.png", "image/png")),
    ],
)
def test_not_told(name: str, part: bytes) -> None:
    """What comes close is not told: texts, sources, versions, tables that programs export as pages."""
    assert told(name, letter("see", part)) == ""


def test_what_two_files_have_between_them_disguises_neither() -> None:
    """A PDF under a Word name beside a script, an archived tool beside a page that is called a PDF: no program is disguised."""
    assert told("disguised-program", letter("see", attached(b"%PDF-1.7", "scan.docx"), attached(b"@echo off", "build.bat"))) == ""
    assert told("disguised-program", letter("see", attached(zipped("tool.exe"), "a.zip"), attached(b"<html>", "report.pdf.html"))) == ""


def test_a_name_that_turns() -> None:
    """A name with an override is told as it is written, and nowhere shown as it would read."""
    content = letter("see", attached(b"x", "=?utf-8?q?order=E2=80=AEfdp=2Eexe?="))
    assert told("bidi-in-name", content) == "a file's name turns its direction, so that orderfdp.exe reads otherwise"
    assert told("executable", content) == "attached orderfdp.exe is run when it is opened (.exe)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Password: 4921", "password: 4921"),
        ("Das Passwort für die Datei lautet Winter24", "passwort fur die datei lautet winter24"),
        ("Le mot de passe est : facture7", "mot de passe est : facture7"),
        ("La contraseña es abc123", "contrasena es abc123"),
        ("A senha é 4921", "senha e 4921"),
        ("La password è 4921", "password e 4921"),
        ("Het wachtwoord is 4921", "wachtwoord is 4921"),
        ("Hasło: zima", "hasło: zima"),
        ("The password is in another mail.", ""),
        ("Das Passwort folgt.", ""),
        ("Set your password: https://a.example/1", ""),
        ("See you at 10:30", ""),
    ],
)
def test_a_password_beside_its_archive(text: str, words: str) -> None:
    """A password in the text is told in each language, where an archive needs one; that one comes later is none."""
    locked, plain = (letter(text, attached(zipped("a.txt", locked=is_locked), "a.zip")) for is_locked in (True, False))
    evidence = f"attached a.zip is locked, the text tells: {words}" if words else ""
    assert told("locked-archive-password-in-text", locked) == evidence
    assert told("locked-archive-password-in-text", plain) == ""


@pytest.mark.parametrize(
    ("link", "organizer", "is_lure"),
    [
        ("https://login.bad.example/q", "", True),
        ("https://login.bad.example/q", "desk@other.example", True),
        ("https://login.bad.example/q", "desk@bad.example", False),
        ("https://login.bad.example/q", "ann@corp.example", False),
        ("https://meet.evil.example/q", "", False),
        ("https://us02.zoom.us/j/1", "", False),
        ("https://wiki.corp.example/", "", False),
        ("nothing", "", False),
    ],
)
def test_a_calendar_lure(link: str, organizer: str, is_lure: bool) -> None:
    """An entry that links elsewhere than to its organizer's, its sender's or our own hosts, or to a meeting."""
    evidence = f"calendar entry of {organizer or 'no organizer'} links to login.bad.example" if is_lure else ""
    assert told("ics-lure", letter("see", attached(calendar(link, organizer), "a.ics", "text/calendar")), SITE) == evidence


def test_a_calendar_entry_of_a_known_sender() -> None:
    """Who wrote before, and organizes it himself, may link where he likes."""
    content = letter("see", attached(calendar(CALL.replace("evil", "bad"), "eve@evil.example"), "a.ics"))
    assert told("ics-lure", content, past=Past()) == "calendar entry of eve@evil.example links to login.bad.example"
    assert told("ics-lure", content, past=Past(from_address=3)) == ""


@pytest.mark.parametrize(
    ("text", "site", "evidence"),
    [
        ("https://login.bad.example/q", NOWHERE, "a QR code in a.png leads to login.bad.example, not the sender's"),
        ("https://login.bad.example/q", SITE, "a QR code in a.png leads to login.bad.example, neither the sender's nor ours"),
        ("https://192.0.2.7/q", SITE, "a QR code in a.png leads to 192.0.2.7, neither the sender's nor ours"),
        ("https://www.evil.example/q", SITE, ""),
        ("https://wiki.corp.example/q", SITE, ""),
    ],
)
def test_a_foreign_code(text: str, site: Site, evidence: str) -> None:
    """A code that leads neither to the sender's nor to our own hosts."""
    assert told("qr-link-foreign", letter("see", attached(drawn(code(text)), "a.png", "image/png")), site) == evidence


def test_every_signal_is_of_this_group() -> None:
    """Names are one of a kind, of this group, tell where they are from, and say nothing of an empty message."""
    assert len(BY_NAME) == len(SIGNALS)
    assert all(signal.group == "attachment" and signal.source for signal in SIGNALS)
    assert not any(signal.find(Scene(Message())) for signal in SIGNALS)
