"""A message of an Outlook file as RFC 5322 has it. The same item gives the same octets every time. Opens and reads no file.

Outlook keeps no message as it came: it keeps its header as text, and bodies and attachments apart. So these octets are new ones:

- DKIM does not verify, and no hash is that of the mail which came by SMTP: its verdict is another message's in the journal;
- fields of the header that tell how the body was packed are left out, and new ones stand in their place;
- a message without such a header (sent, or a draft) gets From, Subject and Date, as far as Outlook knows them, and no Received;
- of a body in RTF alone the text is lost; attached messages and OLE objects, which are no files, are named but have no content.
"""

from __future__ import annotations

import hashlib
import re
from base64 import encodebytes
from datetime import UTC, datetime
from email.header import Header
from email.utils import encode_rfc2231, format_datetime
from typing import Protocol

from filter.store.archives import limits
from filter.store.archives.damage import BROKEN, DamageError, shown

_FILE_NAME, _SHORT_NAME, _KIND, _CODE_PAGE = 0x3707, 0x3704, 0x370E, 0x3FDE
"""Properties of MS-OXPROPS: PR_ATTACH_LONG_FILENAME, PR_ATTACH_FILENAME, PR_ATTACH_MIME_TAG, PR_INTERNET_CPID."""

_CHARSETS = {
    65001: "utf-8",
    20127: "us-ascii",
    932: "shift_jis",
    936: "gbk",
    949: "euc-kr",
    950: "big5",
    20866: "koi8-r",
    50220: "iso-2022-jp",
}
"""Windows code pages by the names that mail has for them."""
_PACKING = re.compile(rb"(?i)(?:content-[!-9;-~]*|mime-version)[ \t]*:")
_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_MIME_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,100}/[A-Za-z0-9!#$&^_.+-]{1,100}")


class Entry(Protocol):
    """A property of an item, as pypff has it."""

    def get_data_as_string(self) -> str | None:
        """Its text."""

    def get_data_as_integer(self) -> int | None:
        """Its number."""


class Properties(Protocol):
    """The properties of an item."""

    def get_entry_by_type(self, kind: int, /) -> Entry | None:
        """One of them."""


class Attachment(Protocol):
    """What is used of pypff's attachments."""

    number_of_record_sets: int

    def get_record_set(self, index: int, /) -> Properties:
        """Its properties."""

    def get_size(self) -> int | None:
        """Octets of its content. OSError if it has none."""

    def read_buffer(self, size: int, /) -> bytes:
        """The next octets of it."""


class Item(Protocol):
    """What is used of pypff's messages. Bodies are octets in UTF-8, or in the code page that the item tells; absent ones are None."""

    number_of_attachments: int
    number_of_record_sets: int
    transport_headers: str | None
    subject: str | None
    sender_name: str | None
    client_submit_time: datetime | None
    plain_text_body: bytes | None
    html_body: bytes | None

    def get_attachment(self, index: int, /) -> Attachment:
        """One of its attachments."""

    def get_record_set(self, index: int, /) -> Properties:
        """Its properties."""


def rebuilt(item: Item) -> tuple[bytes, tuple[str, ...]]:
    """A message's octets, and what of it could not be read. Lines end in LF, as they do in Unix mailboxes."""
    lost: list[str] = []
    parts = [part for part in (_text(item, "plain", lost), _text(item, "html", lost)) if part]
    bodies = _joined("alternative", parts) if len(parts) > 1 else (parts[0] if parts else _part("text/plain; charset=us-ascii", b""))
    attached = [_attachment(item, index, lost) for index in range(min(item.number_of_attachments, limits.MAX_ATTACHMENTS))]
    if item.number_of_attachments > limits.MAX_ATTACHMENTS:
        lost.append(f"more than {limits.MAX_ATTACHMENTS} attachments")
    files = [part for part in attached if part]
    return _header(item) + b"MIME-Version: 1.0\n" + (_joined("mixed", [bodies, *files]) if files else bodies), tuple(lost)


def _header(item: Item) -> bytes:
    """The fields that came with the message, without those that tell how its body was packed; or what Outlook knows instead."""
    kept: list[bytes] = []
    keeping = False
    for line in (item.transport_headers or "").encode("utf-8", "surrogateescape").splitlines():
        # Exchange puts a line of its own in front ("Microsoft Mail Internet Headers Version 2.0"), which is no field.
        if line[:1] not in (b" ", b"\t"):
            keeping = bool(_FIELD.match(line)) and not _PACKING.match(line)
        if keeping and line.strip():
            kept.append(line + b"\n")
    return b"".join(kept) or _known(item)


def _known(item: Item) -> bytes:
    known = [("From", item.sender_name), ("Subject", item.subject)]
    lines = [f"{field}: {Header(' '.join(text.split()), 'utf-8').encode()}\n".encode() for field, text in known if text]
    if item.client_submit_time:
        lines.append(f"Date: {format_datetime(item.client_submit_time.replace(tzinfo=UTC))}\n".encode())
    return b"".join(lines)


def _text(item: Item, kind: str, lost: list[str]) -> bytes:
    """A body as a part of its own, "" without one."""
    try:
        text = item.plain_text_body if kind == "plain" else item.html_body
    except BROKEN:
        lost.append(f"its {kind} body cannot be read")
        return b""
    return _part(f"text/{kind}; charset={_charset(item, text)}", text) if text else b""


def _charset(item: Item, text: bytes) -> str:
    try:
        text.decode()
    except UnicodeDecodeError:
        page = _property(item, _CODE_PAGE)
        number = (page.get_data_as_integer() or 0) if page else 0
        # 28591 to 28605 are the parts of ISO 8859.
        return _CHARSETS.get(number) or (f"iso-8859-{number - 28590}" if 28591 <= number <= 28605 else f"windows-{number or 1252}")
    return "utf-8"


def _attachment(item: Item, index: int, lost: list[str]) -> bytes:
    name = f"attachment {index + 1}"
    try:
        attachment = item.get_attachment(index)
        named = next((text for kind in (_FILE_NAME, _SHORT_NAME) if (text := _string(attachment, kind))), "")
        name = " ".join(named.split()) or name
        kind = _string(attachment, _KIND)
        return _part(f"{kind if _MIME_TYPE.fullmatch(kind) else 'application/octet-stream'}", _content(attachment), name)
    except BROKEN:
        lost.append(f"its attachment {shown(name)} cannot be read: a message, an object, or damaged")
        return _part("application/octet-stream", b"", name)


def _content(attachment: Attachment) -> bytes:
    size = attachment.get_size() or 0
    if size > limits.MAX_MESSAGE_BYTES:
        raise DamageError("too large")
    return attachment.read_buffer(size) if size else b""


def _property(item: Item | Attachment, kind: int) -> Entry | None:
    return item.get_record_set(0).get_entry_by_type(kind) if item.number_of_record_sets else None


def _string(attachment: Attachment, kind: int) -> str:
    entry = _property(attachment, kind)
    return (entry.get_data_as_string() or "") if entry is not None else ""


def _part(kind: str, content: bytes, name: str = "") -> bytes:
    """A MIME part in base64 (RFC 2045); `name` makes it an attachment (RFC 2183, RFC 2231)."""
    disposition = f"Content-Disposition: attachment; filename*={encode_rfc2231(name, 'utf-8')}\n" if name else ""
    return f"Content-Type: {kind}\n{disposition}Content-Transfer-Encoding: base64\n\n".encode() + encodebytes(content)


def _joined(kind: str, parts: list[bytes]) -> bytes:
    """A multipart of parts; its boundary is a hash of them."""
    boundary = hashlib.sha256(b"\n".join(parts)).hexdigest()[:40]
    body = b"".join(f"--{boundary}\n".encode() + part + b"\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n'.encode() + body + f"--{boundary}--\n".encode()
