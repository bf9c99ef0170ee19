"""What a message's attachments are and hold: programs, locks, scripts, lures, codes. Nothing is opened here: `attached` looked inside."""

from __future__ import annotations

from collections.abc import Callable

import re2

from filter.judge.domains import is_address, same_owner, under
from filter.judge.inside import magic
from filter.judge.inside.attached import FETCHED, FORM, LAUNCH, MACRO, SCRIPT
from filter.judge.mail import Attachment, Link
from filter.judge.rules.fields import RE2_OPTIONS, octets
from filter.judge.scene import Scene, Signal

_DOCUMENTS = frozenset(
    "pdf doc docx docm xls xlsx xlsm csv ppt pptx rtf txt odt ods jpg jpeg png gif tif tiff bmp mp3 mp4 wav xml zip".split()  # noqa: SIM905
)
_RUN = magic.PROGRAMS | magic.SHORTCUTS | magic.DISKS
_DISGUISED = _RUN | magic.PAGES | {"svg"}
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FEW_FILES = 5  # a larger archive with scripts is likely software's source
_LINE = 80
_MEETINGS = frozenset(
    "zoom.us teams.microsoft.com teams.live.com aka.ms meet.google.com tel.meet calendar.google.com webex.com gotomeeting.com".split()  # noqa: SIM905
)
# A word for password, and what it is: behind a colon, or behind a verb and with a digit in it. Folded, as `Scene.plain` is.
_PASSWORD = re2.compile(
    rb"\b(?:password|passwort|passcode|kennwort|entsperrcode|pass ?phrase|mot de passe|code d'acces|contrasena|clave|senha|palavra-passe"
    rb"|parola d'ordine|parola chiave|wachtwoord|has[l\x{142}]o|pin)\b(?:[^.:=!?]{0,40})"
    rb"(?:[:=]\s?[\"'<(]?[^\s\"']{3,40}|\s(?:is|ist|lautet|est|es|e|to|jest)\s[\"'<(]?[^\s\"']{0,39}[0-9][^\s\"']{0,39})",
    RE2_OPTIONS,
)


def _called(attachment: Attachment) -> str:
    """An attachment as a reader can find it."""
    return f"attached {_straight(attachment.name)}" if attachment.name else f"an attachment of type {attachment.kind}"


def _straight(name: str) -> str:
    """A file's name in the order it is written in."""
    return name if name.isascii() else "".join(char for char in name if char not in _TURNS)


def _of(attachment: Attachment) -> str:
    return magic.kind_of(attachment.head, attachment.name, attachment.kind)


def _first(told: Callable[[Attachment], str]) -> Callable[[Scene], str]:
    """What is told of the first attachment that it is true of."""

    def find(scene: Scene) -> str:
        for attachment in scene.message.attachments:
            if evidence := told(attachment):
                return evidence
        return ""

    return find


def _acts(what: str, natures: frozenset[str], evidence: str) -> Callable[[Scene], str]:
    """Whether an attachment of such a nature has what acts when it is opened."""

    def told(attachment: Attachment) -> str:
        return f"{_called(attachment)} {evidence}" if what in attachment.active and _of(attachment) in natures else ""

    return _first(told)


def _executable(attachment: Attachment) -> str:
    ending = magic.ending(attachment.name)
    if ending in magic.PROGRAMS:
        return f"{_called(attachment)} is run when it is opened (.{ending})"
    return f"{_called(attachment)} is a program by its first octets" if _of(attachment) == magic.PROGRAM else ""


def _executable_inside(attachment: Attachment) -> str:
    many = len(attachment.inside) > _FEW_FILES
    for name in attachment.inside:
        ending = magic.ending(name)
        if ending in magic.PROGRAMS | magic.SHORTCUTS and not (many and ending in magic.SOURCES):
            return f"{_called(attachment)} holds {name}, which is run when it is opened"
    return ""


def _double_ending(attachment: Attachment) -> str:
    for name in (attachment.name, *attachment.inside):
        if (inner := _double_ending_of(name)) and (ending := magic.ending(name)) in _DISGUISED:
            return f"file {_straight(name)} looks like .{inner}, is .{ending}"
    return ""


def _double_ending_of(name: str) -> str:
    """The document's ending before a name's last one; "" where there is none."""
    inner = name.rpartition(".")[0].rpartition(".")[2].strip().lower() if name.count(".") > 1 else ""
    return inner if inner in _DOCUMENTS else ""


def _turned_name(attachment: Attachment) -> str:
    for name in (attachment.name, *attachment.inside):
        if not name.isascii() and not _TURNS.isdisjoint(name):
            return f"a file's name turns its direction, so that {_straight(name)} reads otherwise"
    return ""


def _disguised_program(attachment: Attachment) -> str:
    for name in (attachment.name, *attachment.inside):
        way = "behind a document's" if _double_ending_of(name) else "" if _TURNS.isdisjoint(name) else "by turning its direction"
        if way and magic.ending(name) in _RUN:
            return f"file {_straight(name)} hides its ending .{magic.ending(name)} {way}"
    return _mismatch(attachment) if magic.nature(attachment.head) in {magic.PROGRAM, magic.SHORTCUT, magic.DISK} else ""


def _locked(attachment: Attachment) -> str:
    return f"{_called(attachment)} needs a password" if attachment.locked else ""


def _locked_and_told(scene: Scene) -> str:
    locked = next((attachment for attachment in scene.message.attachments if attachment.locked), None)
    if locked is None:
        return ""
    found = (match.group().decode("utf-8", "replace") for match in _PASSWORD.finditer(octets(scene.plain)))
    told = next((text for text in found if "://" not in text), "")  # a link to where one is set is none
    return f"{_called(locked)} is locked, the text tells: {told[:_LINE]}" if told else ""


def _active_page(attachment: Attachment) -> str:
    found = [word for word in (SCRIPT, FORM) if word in attachment.active] if _of(attachment) == magic.PAGE else []
    return f"{_called(attachment)} is an HTML page with a {' and a '.join(found)}" if found else ""


def _calendar(scene: Scene) -> str:
    for attachment in scene.message.attachments:
        if not attachment.links or _of(attachment) != magic.CALENDAR or _is_known(scene, attachment.organizer):
            continue
        organizer = attachment.organizer.rpartition("@")[2]
        for link in attachment.links:
            if link.host and not under(link.host, _MEETINGS) and not same_owner(link.host, organizer) and _is_foreign(scene, link.host):
                return f"calendar entry of {attachment.organizer or 'no organizer'} links to {link.host}"
    return ""


def _is_known(scene: Scene, organizer: str) -> bool:
    """Whether it is the site's own, or the sender's whom the site has heard from or written to."""
    if organizer and any(same_owner(organizer.rpartition("@")[2], domain) for domain in scene.site.domains):
        return True
    past, sender = scene.past, scene.message.sender
    return bool(past and (past.from_address or past.to_address) and sender and organizer == str(sender).lower())


def _is(nature: str) -> Callable[[Scene], str]:
    """Whether an attachment is such a file."""
    return _first(lambda attachment: f"{_called(attachment)} is {nature}" if _of(attachment) == nature else "")


def _mismatch(attachment: Attachment) -> str:
    nature, promised = magic.nature(attachment.head), magic.promised(attachment.name, attachment.kind)
    if not nature or not promised or nature in promised:
        return ""
    return f"{_called(attachment)} ({attachment.kind}) is {nature} by its first octets"


def _nested(scene: Scene) -> str:
    if scene.message.enclosed:
        return f"whole mails attached: {scene.message.enclosed}"
    for attachment in scene.message.attachments:
        if attachment.kind == "message/rfc822" or magic.ending(attachment.name) in {"eml", "msg"}:
            return f"{_called(attachment)} is a whole mail"
    return ""


def _qr(scene: Scene) -> str:
    return next((_of_code(link) for link in scene.message.qr_links if link.host), "")


_STRANGE = ("not the sender's", "neither the sender's nor ours")


def _is_foreign(scene: Scene, host: str) -> bool:
    """Whether a host is neither the sender's nor the site's."""
    sender = scene.message.sender
    owners = {sender.domain if sender else "", *scene.site.domains}
    return not any(same_owner(host, owner) for owner in owners)


def _qr_foreign(scene: Scene) -> str:
    for link in scene.message.qr_links:
        if link.host and (is_address(link.host) or _is_foreign(scene, link.host)):
            return f"{_of_code(link)}, {_STRANGE[bool(scene.site.domains)]}"
    return ""


def _of_code(link: Link) -> str:
    return f"a QR code in {link.text} leads to {link.host}"


def _fetches(scene: Scene) -> str:
    for attachment in scene.message.attachments:
        host = attachment.links[0].host if FETCHED in attachment.active and attachment.links else ""  # what is fetched stands first
        if host and (is_address(host) or _is_foreign(scene, host)):
            return f"{_called(attachment)} fetches a part of itself from {host} when it is opened"
    return ""


_SVGS, _PDFS, _ZIPS = frozenset({magic.SVG}), frozenset({magic.PDF}), frozenset({magic.ZIP})


def _leads_elsewhere(kinds: frozenset[str]) -> Callable[[Scene], str]:
    def look(scene: Scene) -> str:
        for attachment in scene.message.attachments:
            if attachment.links and _of(attachment) in kinds:
                return f"{_called(attachment)} links to {attachment.links[0].host}"
        return ""

    return look


SIGNALS: tuple[Signal, ...] = (
    Signal("executable", "attachment", "rspamd MIME_BAD_ATTACHMENT", _first(_executable)),
    Signal("executable-in-archive", "attachment", "rspamd MIME_BAD_ATTACHMENT, in archives", _first(_executable_inside)),
    Signal("double-extension", "attachment", "rspamd MIME_DOUBLE_BAD_EXTENSION", _first(_double_ending)),
    Signal("bidi-in-name", "attachment", "MITRE ATT&CK T1036.002; rspamd MIME_BAD_UNICODE", _first(_turned_name)),
    Signal("disguised-program", "attachment", "MITRE ATT&CK T1036.007 and T1036.008", _first(_disguised_program)),
    Signal("locked-archive", "attachment", "rspamd MIME_ENCRYPTED_ARCHIVE", _first(_locked)),
    Signal("locked-archive-password-in-text", "attachment", "sublime-rules (encrypted zip, password in body)", _locked_and_told),
    Signal("svg-script", "attachment", "sublime-rules (SVG with script)", _acts(SCRIPT, _SVGS, "is a picture with a script")),
    Signal("html-attachment", "attachment", "sublime-rules (HTML attachments)", _is(magic.PAGE)),
    Signal("html-attachment-with-script-or-form", "attachment", "sublime-rules (HTML attachment with login form)", _first(_active_page)),
    Signal("ics-lure", "attachment", "sublime-rules (ICS with a foreign link)", _calendar),
    Signal("lnk", "attachment", "MITRE ATT&CK T1204.002; sublime-rules (LNK)", _is(magic.SHORTCUT)),
    Signal("onenote", "attachment", "sublime-rules (OneNote)", _is(magic.NOTEBOOK)),
    Signal(
        "office-macro", "attachment", "MITRE ATT&CK T1137.001; MS-OVBA 2.2", _acts(MACRO, frozenset({magic.ZIP, magic.OLE}), "has macros")
    ),
    Signal("office-fetches-part", "attachment", "MITRE ATT&CK T1221; ECMA-376 part 1, 17.15.1.5 (attached template)", _fetches),
    Signal("pdf-javascript", "attachment", "rspamd PDF_JAVASCRIPT; ISO 32000-1 12.6.4.16", _acts(SCRIPT, _PDFS, "is a PDF with a script")),
    Signal("pdf-launch", "attachment", "ISO 32000-1 12.6.4.5", _acts(LAUNCH, _PDFS, "is a PDF that starts a program")),
    Signal("kind-mismatch", "attachment", "rspamd MIME_BAD; libmagic's idea", _first(_mismatch)),
    Signal("nested-mail", "attachment", "RFC 2046 5.2.1; sublime-rules (EML attachments)", _nested),
    Signal("disk-image", "attachment", "MITRE ATT&CK T1553.005; sublime-rules (disk images)", _is(magic.DISK)),
    Signal(
        "document-link",
        "attachment",
        "ISO 32000-1 12.6.4.7; sublime-rules (PDF with links); ECMA-376 part 2, 6.5",
        _leads_elsewhere(_SVGS | _PDFS | _ZIPS),
    ),
    Signal("svg-link", "attachment", "SVG 2 16.2; sublime-rules (SVG with links)", _leads_elsewhere(_SVGS)),
    Signal("qr-link", "attachment", "ISO/IEC 18004; sublime-rules (QR code in an image)", _qr),
    Signal("qr-link-foreign", "attachment", "sublime-rules (QR code, suspicious link)", _qr_foreign),
)
