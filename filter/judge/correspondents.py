"""Who a mail is from and to and what it answers, read from its header block alone: what is looked up and remembered of it. Pure.

All agrees with what `parse` says of the whole mail, because `parse` reads it: nothing here has an opinion of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from filter.judge import limits
from filter.judge.automatic import automatic
from filter.judge.confusables import folded
from filter.judge.domains import registered
from filter.judge.mail import Address, Mail, Message
from filter.judge.parse import parse

_ID = re.compile(r"<([^<>\s]{1,250})>")
_WORD = re.compile(r"\w+")
_BLANK_LINES = (b"\n\r\n", b"\n\n")


class Correspondents(NamedTuple):
    """`address` is the header From's, in lower case, `domain` what is registered of it, `name` its display name in plain letters, its
    words sorted; each "" where there is none. `recipients` are the envelope's, else the header's; `answers` the message ids that the
    mail says it answers; `message_id` its own, `identity` what two copies of it share. `automatic`: a machine says it wrote it."""

    address: str = ""
    domain: str = ""
    name: str = ""
    recipients: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    message_id: str = ""
    identity: str = ""
    automatic: bool = False


def header(content: bytes) -> Message:
    """The message in the header block alone, at the price of that."""
    start = content.find(b"\n") + 1 if content.startswith(b"From ") else 0  # an mbox's separator is no header
    # Twice, because line ends may be made shorter before they are counted.
    most = start + 2 * limits.HEADER_BYTES
    ends = [end + 3 for blank in _BLANK_LINES if (end := content.find(blank, start, most)) >= 0]
    return parse(content[: min(ends, default=most)])


def correspondents(mail: Mail) -> Correspondents:
    """Those of a mail."""
    message, envelope = header(mail.content), mail.envelope
    sender = message.sender or Address("", "", "")
    message_id = next(iter(_ids(message.header("message-id"))), "")
    return Correspondents(
        address=_address(sender),
        domain=registered(sender.domain),
        name=_name(sender.name),
        recipients=addresses(envelope.recipients if envelope and envelope.recipients else map(_address, message.recipients)),
        answers=_answers(message),
        message_id=message_id,
        identity=f"{message_id} {message.header('date')}" if message_id else hashlib.sha256(mail.content).hexdigest(),
        automatic=automatic(message),
    )


def addresses(written: Iterable[str]) -> tuple[str, ...]:
    """Addresses as they are remembered: lower case, each once, no more than are kept of a header."""
    return tuple(dict.fromkeys(one.lower() for one in islice(written, limits.ADDRESSES) if "@" in one))


def _address(one: Address) -> str:
    return str(one).lower() if one.local and one.domain else ""


def _name(name: str) -> str:
    """A display name however its words are ordered; none where it is an address, which tells of another than its own."""
    return "" if "@" in name else " ".join(sorted(_WORD.findall(folded(name).lower())))


def _ids(value: str) -> list[str]:
    return _ID.findall(value)


def _answers(message: Message) -> tuple[str, ...]:
    """What it answers (RFC 5322 3.6.4): the parent, and of a long thread what came last."""
    thread = _ids(message.header("references"))[-limits.ANSWERS + 1 :]
    return tuple(dict.fromkeys((*_ids(message.header("in-reply-to"))[:1], *reversed(thread))))
