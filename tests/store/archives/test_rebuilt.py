from __future__ import annotations

import email
from dataclasses import dataclass, field
from datetime import datetime
from email import policy

import pytest

from filter.store.archives import limits
from filter.store.archives.rebuilt import Attachment, Item, rebuilt


@dataclass
class Entry:
    """A property, as pypff gives it."""

    value: str | int

    def get_data_as_string(self) -> str | None:
        return str(self.value)

    def get_data_as_integer(self) -> int | None:
        return int(self.value)


@dataclass
class Properties:
    values: dict[int, str | int]

    def get_entry_by_type(self, kind: int, /) -> Entry | None:
        return Entry(self.values[kind]) if kind in self.values else None


@dataclass
class File:
    """An attached file; None is one whose content cannot be read, as libpff raises it."""

    content: bytes | None
    values: dict[int, str | int] = field(default_factory=dict)
    number_of_record_sets: int = 1

    def get_record_set(self, index: int, /) -> Properties:
        return Properties(self.values)

    def get_size(self) -> int | None:
        if self.content is None:
            raise OSError("pypff_attachment_get_size: unable to retrieve size")
        return len(self.content)

    def read_buffer(self, size: int, /) -> bytes:
        return (self.content or b"")[:size]


@dataclass
class Message:
    """A message, as pypff gives it."""

    transport_headers: str | None = None
    plain_text_body: bytes | None = None
    html_body: bytes | None = None
    subject: str | None = None
    sender_name: str | None = None
    client_submit_time: datetime | None = None
    files: tuple[File, ...] = ()
    values: dict[int, str | int] = field(default_factory=dict)
    number_of_record_sets: int = 1

    @property
    def number_of_attachments(self) -> int:
        return len(self.files)

    @number_of_attachments.setter
    def number_of_attachments(self, number: int) -> None:
        raise AttributeError

    def get_attachment(self, index: int, /) -> Attachment:
        return self.files[index]

    def get_record_set(self, index: int, /) -> Properties:
        return Properties(self.values)


HEADER = (
    "Microsoft Mail Internet Headers Version 2.0\r\nReceived: from a.example\r\n\tby b.example; Wed, 1 May 2024 12:00:00 +0000\r\n"
    "From: Ann <ann@example.org>\r\nSubject: Hello\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n\tboundary=old\r\n"
    "Content-Transfer-Encoding: 8bit\r\nX-Last: yes\r\n\r\n"
)


def parsed(item: Item) -> email.message.EmailMessage:
    content, lost = rebuilt(item)
    assert lost == ()
    return email.message_from_bytes(content, policy=policy.default)


def test_the_header_that_came_is_kept_but_for_how_the_body_was_packed() -> None:
    """Every field stands as it came and in its order; MIME fields are new ones, and lines that are no field are gone."""
    message = parsed(Message(HEADER, b"Hello\n"))
    assert message.keys()[:4] == ["Received", "From", "Subject", "X-Last"]
    assert message["Received"] == "from a.example\tby b.example; Wed, 1 May 2024 12:00:00 +0000"
    assert message.get_content_type() == "text/plain"
    assert message.get_content() == "Hello\n"
    assert not message.defects


def test_both_bodies_and_the_attachments_are_there() -> None:
    """Text and HTML are alternatives, each in its charset; files have their names, kinds and octets."""
    files = (File(b"\x00\xff" * 99, {0x3707: "Rechnung März.pdf", 0x370E: "application/pdf"}), File(b"", {0x3704: "LEER.TXT"}), File(b"x"))
    message = parsed(Message(HEADER, "Grüße".encode(), b"<p>Gr\xfc\xdfe</p>", files=files, values={0x3FDE: 1252}))
    assert not message.defects
    text, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert text is not None
    assert html is not None
    assert text.get_content().rstrip("\n") == "Grüße"
    assert (html.get_content().rstrip("\n"), html.get_content_charset()) == ("<p>Grüße</p>", "windows-1252")
    assert [(part.get_filename(), part.get_content_type(), part.get_payload(decode=True)) for part in message.iter_attachments()] == [
        ("Rechnung März.pdf", "application/pdf", b"\x00\xff" * 99),
        ("LEER.TXT", "application/octet-stream", b""),
        ("attachment 3", "application/octet-stream", b"x"),
    ]


@pytest.mark.parametrize(
    ("page", "charset"), [(28592, "iso-8859-2"), (1251, "windows-1251"), (936, "gbk"), (0, "windows-1252"), (50220, "iso-2022-jp")]
)
def test_a_code_page_has_a_name(page: int, charset: str) -> None:
    """A body that is not UTF-8 says the charset of the item's code page."""
    content, _ = rebuilt(Message(HEADER, html_body=b"\xff", values={0x3FDE: page}))
    assert f"Content-Type: text/html; charset={charset}\n".encode() in content


def test_a_draft_has_what_outlook_knows() -> None:
    """Without a header, From, Subject and Date are made of what there is, and no line of it can begin another field."""
    message = parsed(Message(sender_name="Zoë", subject="One\r\nBcc: x@example.org", client_submit_time=datetime(2024, 5, 1, 12)))
    assert (message["From"], message["Subject"], message["Date"]) == ("Zoë", "One Bcc: x@example.org", "Wed, 01 May 2024 12:00:00 +0000")
    assert message["Bcc"] is None
    assert message.get_content().strip() == ""


def test_the_same_item_gives_the_same_octets() -> None:
    """Nothing in them is of chance or of the clock; other content has another boundary."""
    one, again, other = (rebuilt(Message(HEADER, b"a", b"<p>", files=(File(content),)))[0] for content in (b"1", b"1", b"2"))
    assert one == again != other


def test_what_cannot_be_read_is_named_and_the_rest_is_there() -> None:
    """An attached message, which is no file, loses its content and not its name."""
    content, lost = rebuilt(Message(HEADER, b"Hello", files=(File(None, {0x3707: "Forwarded"}), File(b"kept"))))
    assert lost == ("its attachment Forwarded cannot be read: a message, an object, or damaged",)
    message = email.message_from_bytes(content, policy=policy.default)
    assert [part.get_payload(decode=True) for part in message.iter_attachments()] == [b"", b"kept"]


def test_attachments_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the limits of their number and size attachments are left out, and that is told."""
    monkeypatch.setattr(limits, "MAX_ATTACHMENTS", 2)
    monkeypatch.setattr(limits, "MAX_MESSAGE_BYTES", 10)
    content, lost = rebuilt(Message(HEADER, b"x", files=(File(b"y" * 11, {0x3707: "large"}), File(b"z" * 10), File(b"third"))))
    assert lost == ("its attachment large cannot be read: a message, an object, or damaged", "more than 2 attachments")
    assert len(list(email.message_from_bytes(content, policy=policy.default).iter_attachments())) == 2
