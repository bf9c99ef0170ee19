"""Octets to `Message`: MIME is `mime`'s, HTML `html`'s; here the parts become what a reader sees. Bounded by `limits`; never raises."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.utils import getaddresses

from filter.judge import html, limits, links, mime
from filter.judge.charset import header_text, raw_text, text_of
from filter.judge.inside import attached, qr
from filter.judge.mail import Address, Attachment, Message

_MAILBOX = re.compile(
    r'\s*(?:(?:"([^"\\]*)"|([^"<>@,;:()\\]*))\s*<([^<>@\s,"]*)@([^<>@\s,"]*)>|([^<>@\s,"();:]+)@([^<>@\s,"();:]+))\s*(?:,|$)'
)

_NAME_ALONE = re.compile(r'"([^"\\@\s](?:[^"\\@]*[^"\\@\s])?)"')

# What tells of a delivery, a reading or a complaint: RFC 3464, 8098, 5965, and 6533 of the first two.
_REPORTS = frozenset({"message/delivery-status", "message/disposition-notification", "message/feedback-report"})
_REPORTS |= {"message/global-delivery-status", "message/global-disposition-notification"}
_RETURNED = frozenset({"message/rfc822", "text/rfc822-headers"})

_UNSEEN = r"\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
_GAP = re.compile(rf"([{_UNSEEN}])[{_UNSEEN}]{{7,}}+")


def parse(content: bytes) -> Message:
    """The message in `content`: the octets after DATA, or of a file. Whatever is broken is named in `defects`."""
    root = mime.read(content)
    headers = tuple([(name, value[: limits.HEADER_CHARS]) for name, value in root.headers[: limits.HEADERS]])
    found = dict(reversed(headers))
    body = _Body(small=root.end - root.start <= limits.TEXT_BYTES)
    body.walk(root)
    body.open_enclosed()
    subject = header_text(found.get("subject", ""))[: limits.HEADER_CHARS]
    return Message(
        headers=headers,
        sender=_author(_addresses(found.get("from", ""))),
        reply_to=_addresses(found.get("reply-to", "")),
        recipients=(_addresses(found.get("to", "")) + _addresses(found.get("cc", "")))[: limits.ADDRESSES],
        subject=subject,
        text=body.text,
        hidden=" ".join(body.hidden)[: limits.TEXT_CHARS],
        markup=body.markup,
        links=links.resolve(body.links),
        attachments=tuple(body.attachments),
        images=body.images,
        forms=body.forms,
        defects=tuple(body.defects),
        qr_links=qr.read(subject, body.text, body.pictures, body.inlined) if body.pictures or body.inlined else (),
        enclosed=body.enclosed_mails,
        smuggles=body.smuggles,
    )


def _author(mailboxes: tuple[Address, ...]) -> Address | None:
    """The first mailbox that is one, under its own name, else under the one that stands before it by itself: `"The Shop", <a@b.example>`
    has no first mailbox, and what shows is the name."""
    for place, one in enumerate(mailboxes):
        if one.domain:
            return one if one.name or not place else one._replace(name=(mailboxes[0].name or mailboxes[0].local)[: limits.HEADER_CHARS])
    return mailboxes[0] if mailboxes else None


def _addresses(value: str) -> tuple[Address, ...]:
    """The mailboxes of an address header; the common forms without the standard library's slow general parser."""
    if not value:
        return ()
    value = " ".join(raw_text(value).split())
    found: list[Address] = []
    place = 0
    while place < len(value) and len(found) < limits.ADDRESSES:
        one = _MAILBOX.match(value, place)
        if one is None:
            return _unusual_addresses(value)
        name, local, domain = one[1] or one[2] or "", one[3] or one[5] or "", one[4] or one[6] or ""
        found.append(Address((header_text(name) if "=?" in name else name).strip(), local, domain.lower().rstrip(".")))
        place = one.end()
    return tuple(found)


def _unusual_addresses(value: str) -> tuple[Address, ...]:
    if alone := _NAME_ALONE.fullmatch(value):  # as archives write that hide addresses
        return (Address("", alone[1], ""),)
    try:
        pairs = getaddresses([value])
    except Exception:  # it indexes past its end on some broken values
        return ()
    return tuple(_address(name, address) for name, address in pairs[: limits.ADDRESSES] if name or address)


def _address(name: str, address: str) -> Address:
    local, at, domain = address.rpartition("@")
    return Address(header_text(name).strip(), local if at else domain, domain.lower().rstrip(".") if at else "")


class _Body:
    """What is gathered from the MIME parts, in the order a reader meets them."""

    def __init__(self, small: bool) -> None:
        self.texts: list[str] = []
        self.hidden: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.attachments: list[Attachment] = []
        self.images = 0
        self.forms = 0
        self.kinds: set[str] = set()
        self.defects: list[str] = []
        self.enclosed: list[tuple[Callable[[str], None], mime.Part]] = []
        self.returned: list[mime.Part] = []
        self.pages = html.Reader()
        self.inner = attached.Reader()
        self.pictures: list[mime.Part] = []
        self.inlined: list[str] = []
        self.enclosed_mails = 0
        self.smuggles = False
        self.octets_left = limits.TEXT_BYTES
        self.octets_each = limits.TEXT_BYTES if small else limits.PART_BYTES

    @property
    def text(self) -> str:
        return _squeezed("\n".join(self.texts))

    @property
    def markup(self) -> str:
        return "both" if len(self.kinds) > 1 else next(iter(self.kinds), "none")

    def walk(self, part: mime.Part) -> None:
        """Take in one part and what it holds."""
        self.defects += part.defects
        if part.parts is not None:
            self.enclosed_mails += part.kind == "message/rfc822"
            self._walk_multipart(part.kind, part.parts)
        elif part.kind == "text/plain" and not part.is_attached:
            self._take_plain(self._text_of(part))
        elif part.kind == "text/html" and not part.is_attached:
            self._take_html(self._text_of(part))
        else:
            self._attach(part)
            self._read_attached(part)

    def open_enclosed(self) -> None:
        """Read what is attached as text, in its order. How the message itself is written it does not tell."""
        kinds = set(self.kinds)
        for take, part in self.enclosed:
            take(self._text_of(part))
        self.kinds = kinds
        for part in self.returned:
            self._take_links_of(part)

    def _take_links_of(self, part: mime.Part) -> None:
        """The links alone of what a report returns: a reader may follow them. Read last, and with what is left to read."""
        inner = _Body(small=True)
        inner.pages, inner.inner = self.pages, self.inner
        inner.octets_left, inner.octets_each = self.octets_left, self.octets_each
        inner.walk(part)
        self.octets_left = inner.octets_left
        self.links += inner.links

    def _walk_multipart(self, kind: str, parts: tuple[mime.Part, ...]) -> None:
        has_html = kind == "multipart/alternative" and any(part.kind == "text/html" and not part.is_attached for part in parts[1:])
        is_report = kind == "multipart/report" and not _REPORTS.isdisjoint([part.kind for part in parts])
        for part in parts:
            if is_report and part.kind in _RETURNED:
                # What a report returns was written by another sender: an enclosure, not this message's text. What merely calls itself
                # a report (RFC 6522) is read as what it is.
                self._add(Attachment("", part.kind, 0, b""))
                self.returned += [part] * (part.parts is not None)
            elif has_html and part.kind == "text/plain" and not part.is_attached:
                # The plain version beside an HTML one is what no reader sees: its links count, its text does not.
                self.kinds.add("plain")
                self.links += links.in_text(self._text_of(part)[: limits.TEXT_CHARS])
            else:
                self.walk(part)

    def _read_attached(self, part: mime.Part) -> None:
        """An attached text or page, which a click shows: read last, so that it takes no room from what is shown without one."""
        if part.kind == "text/html" or part.filename.lower().endswith((".htm", ".html")):
            self.enclosed.append((self._take_html, part))
        elif part.kind == "text/plain":
            self.enclosed.append((self._take_plain, part))

    def _text_of(self, part: mime.Part) -> str:
        """A text part's characters, as many as are left to read."""
        length, most = part.end - part.start, min(self.octets_left, self.octets_each)
        self.octets_left -= min(length, most)
        if length > most:
            self._mark("body cut")
        return text_of(part.payload(most), part.charset)

    def _take_plain(self, text: str) -> None:
        self.kinds.add("plain")
        self.texts.append(_squeezed(text))
        self.links += links.in_text(self.texts[-1])

    def _take_html(self, text: str) -> None:
        self.kinds.add("html")
        page = self.pages.read(text)
        self.texts.append(_squeezed(page.text))
        if page.cut:
            self._mark("page cut")
        if page.flat:
            self._mark("page read flat")
        if page.hidden:
            self.hidden.append(page.hidden)
        self.links += page.links
        self.images += page.images
        self.forms += page.forms
        self.smuggles = self.smuggles or attached.smuggles(text)
        if page.images and "data:image/" in text:
            self.inlined += qr.inline(text)

    def _attach(self, part: mime.Part) -> None:
        if len(self.attachments) == limits.ATTACHMENTS:
            return
        name = header_text(part.filename)[: limits.EVIDENCE_CHARS]
        head = part.payload(limits.ATTACHMENT_HEAD * 3)[: limits.ATTACHMENT_HEAD]
        self._add(Attachment(name, part.kind, part.size, head, *self.inner.look(part, name, head)))
        if qr.may_hold(part, head):
            self.pictures.append(part)

    def _add(self, attachment: Attachment) -> None:
        if len(self.attachments) < limits.ATTACHMENTS:
            self.attachments.append(attachment)

    def _mark(self, defect: str) -> None:
        if defect not in self.defects:
            self.defects.append(defect)


def _squeezed(text: str) -> str:
    """A long text without its gaps but the ends of lines, and its end kept: neither gaps nor talk may push what follows past the limit."""
    if len(text) <= limits.TEXT_CHARS:
        return text
    text = "\n".join([" ".join(line.split()) for line in text.split("\n") if line and not line.isspace()])
    text = text if text.isascii() else _GAP.sub(r"\1", text)
    if len(text) <= limits.TEXT_CHARS:
        return text
    return f"{text[: limits.TEXT_CHARS - limits.LAST_CHARS - 1]} {text[-limits.LAST_CHARS :]}"
