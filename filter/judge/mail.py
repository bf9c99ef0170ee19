"""What a mail is, before and after parsing. Values only: nothing here reads or decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from filter.judge.authresults import AuthResults
from filter.judge.charset import header_text
from filter.judge.past import Past


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the client said before DATA (RFC 5321 2.3.1). `sender` is "" for the null sender and None where it is unknown."""

    client: str = ""
    helo: str = ""
    sender: str | None = None
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail object (RFC 5321 2.3.1): the content octets exactly as they came, and the envelope if there is one. `past` is what was
    known of its sender when it came; None where no history is kept. `authentication` is what our own check found; None without one."""

    content: bytes
    envelope: Envelope | None = None
    past: Past | None = None
    authentication: AuthResults | None = None


class Address(NamedTuple):
    """One mailbox of an address header, decoded. `domain` is lower case and "" where there is none."""

    name: str
    local: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}" if self.domain else self.local


class Link(NamedTuple):
    """A link as a browser follows it. `host` is "" for what has none (mailto:, tel:, unparsable); `text` is what the reader sees."""

    url: str
    host: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is not shown as text. `kind` is the declared content type, `head` the first decoded octets, `size` octets.

    What was seen inside it: `inside` are the names of an archive's files, `locked` says that a password is needed, `active` what acts
    when it is opened (the words of `attached`), `links` are a document's, `organizer` is a calendar entry's address.
    """

    name: str
    kind: str
    size: int
    head: bytes
    inside: tuple[str, ...] = ()
    locked: bool = False
    active: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    organizer: str = ""

    @property
    def extension(self) -> str:
        """What follows the name's last dot, lower case; "" where there is none."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""


@dataclass(frozen=True, slots=True)
class Message:
    """The parsed view of a mail, bounded in every direction (see `parse`'s limits).

    `headers` are (lower-case name, value as it came) in their order; `text` is what a reader sees, `hidden` what the markup hides
    from the reader; `images` and `forms` count what the HTML shows; `markup` is "plain", "html", "both" or "none"; `defects` name
    what was broken or cut. `qr_links` are what the codes in its pictures hold, `Link.text` says where; `enclosed` counts the mails
    attached to it; `smuggles` says that a page in it builds a file by script.
    """

    headers: tuple[tuple[str, str], ...] = ()
    sender: Address | None = None
    reply_to: tuple[Address, ...] = ()
    recipients: tuple[Address, ...] = ()
    subject: str = ""
    text: str = ""
    hidden: str = ""
    markup: str = "none"
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    images: int = 0
    forms: int = 0
    defects: tuple[str, ...] = ()
    qr_links: tuple[Link, ...] = ()
    enclosed: int = 0
    smuggles: bool = False

    def header(self, name: str) -> str:
        """The first value of a header, decoded, by lower-case name; "" where it is missing."""
        for key, value in self.headers:
            if key == name:
                return header_text(value)
        return ""
