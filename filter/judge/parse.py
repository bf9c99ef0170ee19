"""Octets to `Message`, by the standard library's compat32 parser. Bounded by `limits`; never raises."""

from __future__ import annotations

import re
from email import policy
from email.message import Message as Part
from email.parser import BytesParser
from email.utils import getaddresses

from filter.judge import html, limits, links
from filter.judge.charset import header_text, raw_text, text_of
from filter.judge.mail import Address, Attachment, Message
from filter.judge.view import view

_PARSER = BytesParser(policy=policy.compat32)
_MAILBOX = re.compile(r'\s*(?:(?:"([^"\\]*)"|([^"<>@,;:()\\]*))\s*<([^<>@\s,"]*)@([^<>@\s,"]*)>|([^<>@\s,"();:]+)@([^<>@\s,"();:]+))\s*(?:,|$)')


def parse(content: bytes) -> Message:
    """The message in `content`: the octets after DATA, or of a file. Whatever is broken is named in `defects`."""
    head, octets, defects = view(content)
    try:
        root = _tree(head, octets)
    except Exception as error:  # noqa: BLE001  (the parser's own bugs on hostile input are the mail's defect, not ours)
        return Message(text=text_of(octets[: limits.TEXT_CHARS], None), defects=(*defects, f"unparsable: {type(error).__name__}"))
    headers = _headers(root)
    body = _Body()
    body.walk(root)
    found = {name: value for name, value in reversed(headers)}
    return Message(
        headers=tuple(headers),
        sender=next(iter(_addresses(found.get("from", ""))), None),
        reply_to=_addresses(found.get("reply-to", "")),
        recipients=(_addresses(found.get("to", "")) + _addresses(found.get("cc", "")))[: limits.ADDRESSES],
        subject=header_text(found.get("subject", ""))[: limits.HEADER_CHARS],
        text=body.text,
        hidden=" ".join(body.hidden)[: limits.TEXT_CHARS],
        markup=body.markup,
        links=links.resolve(body.links),
        attachments=tuple(body.attachments),
        images=body.images,
        forms=body.forms,
        defects=(*defects, *body.defects),
    )


def _tree(head: bytes, body: bytes) -> Part[str, str]:
    """The MIME tree. A body that is one part needs no parser, which would read it line by line."""
    lowered = head.lower()
    if b"multipart/" in lowered or b"message/" in lowered:
        return _PARSER.parsebytes(head + body)
    root: Part[str, str] = _PARSER.parsebytes(head, headersonly=True)
    root.set_payload(body.decode("ascii", "surrogateescape"))
    return root


def _headers(root: Part[str, str]) -> list[tuple[str, str]]:
    return [(name.lower(), str(value)[: limits.HEADER_CHARS]) for name, value in list(root.raw_items())[: limits.HEADERS]]


def _addresses(value: str) -> tuple[Address, ...]:
    """The mailboxes of an address header; the common forms without the standard library's slow general parser."""
    value = " ".join(raw_text(value).split())
    found, place = [], 0
    while place < len(value) and len(found) < limits.ADDRESSES:
        one = _MAILBOX.match(value, place)
        if one is None:
            return _unusual_addresses(value)
        name, local, domain = one[1] or one[2] or "", one[3] or one[5] or "", one[4] or one[6] or ""
        found.append(Address(header_text(name).strip(), local, domain.lower()))
        place = one.end()
    return tuple(found)


def _unusual_addresses(value: str) -> tuple[Address, ...]:
    try:
        pairs = getaddresses([value])
    except Exception:  # noqa: BLE001  (it indexes past its end on some broken values)
        return ()
    return tuple(_address(name, address) for name, address in pairs[: limits.ADDRESSES] if name or address)


def _address(name: str, address: str) -> Address:
    local, at, domain = address.rpartition("@")
    return Address(header_text(name).strip(), local if at else domain, domain.lower() if at else "")


class _Body:
    """What is gathered from the MIME parts, in the order a reader meets them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.hidden: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.attachments: list[Attachment] = []
        self.images = 0
        self.forms = 0
        self.kinds: set[str] = set()
        self.defects: list[str] = []
        self.parts = 0

    @property
    def text(self) -> str:
        return "\n".join(self.texts)[: limits.TEXT_CHARS]

    @property
    def markup(self) -> str:
        return "both" if len(self.kinds) > 1 else next(iter(self.kinds), "none")

    def walk(self, part: Part[str, str]) -> None:
        """Take in one part and what it holds."""
        self.parts += 1
        if self.parts > limits.PARTS:
            if self.parts == limits.PARTS + 1:
                self.defects.append("too many parts")
            return
        self.defects.extend(type(defect).__name__ for defect in part.defects)
        kind = part.get_content_type()
        inner = part.get_payload()
        if isinstance(inner, list):
            self._walk_multipart(kind, [child for child in inner if isinstance(child, Part)])
        elif kind in {"text/plain", "text/html"} and not _is_attached(part):
            self._take_text(kind, text_of(_payload(part), part.get_content_charset()))
        else:
            self._attach(part, kind)

    def _walk_multipart(self, kind: str, children: list[Part[str, str]]) -> None:
        kinds = [child.get_content_type() for child in children]
        for child, child_kind in zip(children, kinds, strict=True):
            if kind == "multipart/report" and child_kind in {"message/rfc822", "text/rfc822-headers"}:
                # What a bounce returns was written by another sender (RFC 6522): an enclosure, not this message's text.
                self.attachments.append(Attachment("", child_kind, 0, b""))
            elif kind == "multipart/alternative" and child_kind == "text/plain" and "text/html" in kinds[1:]:
                self._take_alternative(child)
            else:
                self.walk(child)

    def _take_alternative(self, part: Part[str, str]) -> None:
        """The plain version beside an HTML one is what no reader sees: its links count, its text does not."""
        self.parts += 1
        self.kinds.add("plain")
        self.links += links.in_text(text_of(_payload(part)[: limits.TEXT_CHARS], part.get_content_charset()))

    def _take_text(self, kind: str, text: str) -> None:
        if kind == "text/plain":
            self.kinds.add("plain")
            self.links += links.in_text(text[: limits.TEXT_CHARS])
            self.texts.append(text[: limits.TEXT_CHARS])
            return
        self.kinds.add("html")
        page = html.read(text)
        self.texts.append(page.text)
        if page.hidden:
            self.hidden.append(page.hidden)
        self.links += page.links
        self.images += page.images
        self.forms += page.forms

    def _attach(self, part: Part[str, str], kind: str) -> None:
        if len(self.attachments) < limits.ATTACHMENTS:
            octets = _payload(part)
            name = header_text(part.get_filename() or "")[: limits.EVIDENCE_CHARS]
            self.attachments.append(Attachment(name, kind, len(octets), octets[: limits.ATTACHMENT_HEAD]))


def _is_attached(part: Part[str, str]) -> bool:
    return part.get_content_disposition() == "attachment"


def _payload(part: Part[str, str]) -> bytes:
    """A leaf part's decoded octets; as they stand where the encoding is broken."""
    try:
        octets = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001  (unknown encodings and broken uuencoding raise many things)
        octets = None
    return octets if isinstance(octets, bytes) else b""
