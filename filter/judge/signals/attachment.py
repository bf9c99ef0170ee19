"""What a message's attachments are and hold: locks, scripts, lures, codes. Nothing is opened here: `attached` looked inside."""

from __future__ import annotations

from collections.abc import Callable

import re2

from filter.judge.domains import is_address, same_owner, under
from filter.judge.inside import magic
from filter.judge.inside.attached import FETCHED, FORM, LAUNCH, MACRO, SCRIPT
from filter.judge.mail import Attachment, Link
from filter.judge.rules.fields import RE2_OPTIONS, octets
from filter.judge.scene import Scene, Signal
from filter.judge.signals.program import called, first, mismatch, nature_of

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


def _acts(what: str, natures: frozenset[str], evidence: str) -> Callable[[Scene], str]:
    """Whether an attachment of such a nature has what acts when it is opened."""

    def told(attachment: Attachment) -> str:
        return f"{called(attachment)} {evidence}" if what in attachment.active and nature_of(attachment) in natures else ""

    return first(told)


def _locked(attachment: Attachment) -> str:
    return f"{called(attachment)} needs a password" if attachment.locked else ""


def _locked_and_told(scene: Scene) -> str:
    locked = next((attachment for attachment in scene.message.attachments if attachment.locked), None)
    if locked is None:
        return ""
    found = (match.group().decode("utf-8", "replace") for match in _PASSWORD.finditer(octets(scene.plain)))
    told = next((text for text in found if "://" not in text), "")  # a link to where one is set is none
    return f"{called(locked)} is locked, the text tells: {told[:_LINE]}" if told else ""


def _active_page(attachment: Attachment) -> str:
    found = [word for word in (SCRIPT, FORM) if word in attachment.active] if nature_of(attachment) == magic.PAGE else []
    return f"{called(attachment)} is an HTML page with a {' and a '.join(found)}" if found else ""


def _calendar(scene: Scene) -> str:
    for attachment in scene.message.attachments:
        if not attachment.links or nature_of(attachment) != magic.CALENDAR or _is_known(scene, attachment.organizer):
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
    return first(lambda attachment: f"{called(attachment)} is {nature}" if nature_of(attachment) == nature else "")


def _nested(scene: Scene) -> str:
    if scene.message.enclosed:
        return f"whole mails attached: {scene.message.enclosed}"
    for attachment in scene.message.attachments:
        if attachment.kind == "message/rfc822" or magic.ending(attachment.name) in {"eml", "msg"}:
            return f"{called(attachment)} is a whole mail"
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
            return f"{called(attachment)} fetches a part of itself from {host} when it is opened"
    return ""


_SVGS, _PDFS, _ZIPS = frozenset({magic.SVG}), frozenset({magic.PDF}), frozenset({magic.ZIP})


def _leads_elsewhere(kinds: frozenset[str]) -> Callable[[Scene], str]:
    def look(scene: Scene) -> str:
        for attachment in scene.message.attachments:
            if attachment.links and nature_of(attachment) in kinds:
                return f"{called(attachment)} links to {attachment.links[0].host}"
        return ""

    return look


SIGNALS: tuple[Signal, ...] = (
    Signal("locked-archive", "attachment", "rspamd MIME_ENCRYPTED_ARCHIVE", first(_locked)),
    Signal("locked-archive-password-in-text", "attachment", "sublime-rules (encrypted zip, password in body)", _locked_and_told),
    Signal("svg-script", "attachment", "sublime-rules (SVG with script)", _acts(SCRIPT, _SVGS, "is a picture with a script")),
    Signal("html-attachment", "attachment", "sublime-rules (HTML attachments)", _is(magic.PAGE)),
    Signal("html-attachment-with-script-or-form", "attachment", "sublime-rules (HTML attachment with login form)", first(_active_page)),
    Signal("ics-lure", "attachment", "sublime-rules (ICS with a foreign link)", _calendar),
    Signal("lnk", "attachment", "MITRE ATT&CK T1204.002; sublime-rules (LNK)", _is(magic.SHORTCUT)),
    Signal("onenote", "attachment", "sublime-rules (OneNote)", _is(magic.NOTEBOOK)),
    Signal(
        "office-macro", "attachment", "MITRE ATT&CK T1137.001; MS-OVBA 2.2", _acts(MACRO, frozenset({magic.ZIP, magic.OLE}), "has macros")
    ),
    Signal("office-fetches-part", "attachment", "MITRE ATT&CK T1221; ECMA-376 part 1, 17.15.1.5 (attached template)", _fetches),
    Signal("pdf-javascript", "attachment", "rspamd PDF_JAVASCRIPT; ISO 32000-1 12.6.4.16", _acts(SCRIPT, _PDFS, "is a PDF with a script")),
    Signal("pdf-launch", "attachment", "ISO 32000-1 12.6.4.5", _acts(LAUNCH, _PDFS, "is a PDF that starts a program")),
    Signal("kind-mismatch", "attachment", "rspamd MIME_BAD; libmagic's idea", first(mismatch)),
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
