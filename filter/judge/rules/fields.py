"""What a rule's condition can look at in a message, each field by its name. Pure; decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import re2

from filter.judge import links
from filter.judge.domains import is_address
from filter.judge.mail import Message

HEADER = "header."
_LABEL_CHARS = 63  # RFC 1035 2.3.4


PATTERN_OCTETS = 2 * 1024 * 1024
"""Memory that one pattern may use, what it remembers of texts included: a process has some hundred."""


def _options() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = True
    options.log_errors = False
    options.max_mem = PATTERN_OCTETS
    return options


RE2_OPTIONS = _options()
_ADDRESS_DOMAIN = re2.compile(rb"@(?:[\pL\pN-]+\.)+\pL{2,}", RE2_OPTIONS)


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a condition can look at. `cost` orders conditions, cheapest first; `hosts`: its values are host names."""

    values: Callable[[Message], Iterable[str]]
    cost: int
    hosts: bool = False


def _sender(part: str) -> Callable[[Message], Iterable[str]]:
    return lambda message: (getattr(message.sender, part),) if message.sender else ()


def _name_domains(message: Message) -> Iterable[str]:
    name = message.sender.name if message.sender else ""
    if "@" not in name:
        return ()
    return tuple(match.group().decode()[1:].lower() for match in _ADDRESS_DOMAIN.finditer(octets(name)))


def _spellings(hosts: Iterable[str]) -> Iterator[str]:
    """Each host, and after it the letters a reader sees where it is an internationalised one (RFC 5891 4.4)."""
    for host in dict.fromkeys(hosts):
        yield host
        if "xn--" in host:
            yield ".".join(map(_written, host.split(".")))


def _written(label: str) -> str:
    if not label.startswith("xn--") or len(label) > _LABEL_CHARS:
        return label
    try:
        return label[4:].encode("ascii", "replace").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


def running(text: str) -> str:
    """A text with each paragraph on a line of its own and single blanks: where a sender's program broke its lines tells nothing."""
    return "\n".join([" ".join(paragraph.split()) for paragraph in text.replace("\r\n", "\n").split("\n\n")])


FIELDS: dict[str, Field] = {
    "attachment.extension": Field(lambda m: [a.extension for a in m.attachments], 0),
    "attachment.active": Field(lambda m: [word for a in m.attachments for word in a.active], 0),  # script, form, macro ...
    "attachment.inside": Field(lambda m: [name for a in m.attachments for name in a.inside], 1),  # names in archives
    "attachment.kind": Field(lambda m: [a.kind for a in m.attachments], 0),
    "attachment.name": Field(lambda m: [a.name for a in m.attachments], 0),
    "defects": Field(lambda m: m.defects, 0),
    "markup": Field(lambda m: (m.markup,), 0),
    "sender.local": Field(_sender("local"), 0),
    "sender.name_domain": Field(_name_domains, 0, hosts=True),  # domains of the addresses written in the display name
    "reply_to.domain": Field(lambda m: _spellings(a.domain for a in m.reply_to), 1, hosts=True),
    "sender.domain": Field(lambda m: _spellings((m.sender.domain,)) if m.sender else (), 1, hosts=True),
    "sender.name": Field(_sender("name"), 2),
    "attachment.head": Field(lambda m: [a.head.decode("latin-1") for a in m.attachments], 2),  # octets as U+0000 to U+00FF
    "attachment.link_host": Field(lambda m: _spellings(link.host for a in m.attachments for link in a.links), 2, hosts=True),
    "qr.host": Field(lambda m: _spellings(link.host for link in m.qr_links), 2, hosts=True),  # codes in pictures
    "link.host": Field(lambda m: _spellings(link.host for link in m.links), 2, hosts=True),
    "link.address": Field(lambda m: [link.host for link in m.links if is_address(link.host)], 2),  # hosts that are IP addresses
    "link.text": Field(lambda m: [link.text for link in m.links], 3),
    "link.user": Field(lambda m: [links.user(link.url) for link in m.links if "@" in link.url], 3),  # what stands before an @ and the host
    "qr.url": Field(lambda m: [link.url for link in m.qr_links], 3),
    "link.url": Field(lambda m: [link.url for link in m.links], 3),
    "subject": Field(lambda m: (m.subject,), 3),
    "hidden": Field(lambda m: (m.hidden,), 5),
    "text": Field(lambda m: (running(m.text),), 6),
}
_HEADER_COST = 2


@lru_cache(maxsize=32)  # many patterns look at the same text
def octets(value: str) -> bytes:
    """For RE2, which refuses what has no UTF-8 form; a broken header holds lone surrogates."""
    return value.encode("utf-8", "replace")


def is_field(name: str) -> bool:
    """Whether a condition can look at it."""
    return name in FIELDS or (name.startswith(HEADER) and len(name) > len(HEADER))


def values(field: str, message: Message) -> Iterable[str]:
    """A field's values, in their order; none where the message has none."""
    if known := FIELDS.get(field):
        return known.values(message)
    name = field[len(HEADER) :].lower()
    return [value for key, value in message.headers if key == name]


def cost_of(field: str) -> int:
    """How dear a field is to look at, for ordering conditions."""
    return _HEADER_COST if field.startswith(HEADER) else FIELDS[field].cost
