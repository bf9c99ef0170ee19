"""What a mail quotes of earlier ones: where its own text ends, and whom the quoted text names. Pure, bounded, linear; never raises.

Two forms, in eight languages: a line of attribution ("Am 3.5.2024 um 9:10 schrieb Anna Weiss <..>:") and a block of header lines (From,
Sent, To, Subject). What is quoted is only what the sender shows as quoted: nothing here says that it was ever sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import re2

from filter.judge.mail import Address
from filter.judge.rules.fields import RE2_OPTIONS, octets

MARKS = 20
"""Places looked at that may begin a quote."""

LINE = 400
"""Octets of a line that may be an attribution, or of a quoted header line that are read."""

BLOCK_LINES = 10
"""Lines that a block of quoted header lines takes, blank ones with it."""

NAMED = 20
"""Mailboxes read of one quoted header line."""

NAME_WORDS = 6
"""Words of a name in an attribution."""

_VERB = r"wrote|schrieb|a [e\x{e9}]crit|escribi[o\x{f3}]|escreveu|ha scritto|schreef|geschreven|pisze|napisa[l\x{142}n]"
_MARK = re2.compile(
    (
        rf"(?m)(?:{_VERB})(?:[^\n:]*(?:\n[> ]*<[^\n:]*|<\n[^\n:]*)?:(?:[\s\x{{a0}}]|$)|[^\n]*:[ \t\r>\x{{a0}}]*$)"
        r"|^[ \t>*|\x{a0}]*(?:from|von|de|da|van|od)\*?[ \x{a0}]?:[^\n]*"
    ).encode(),
    RE2_OPTIONS,
)
_SAID = re.compile(
    r"\b(?:wrote|schrieb|a [eé]crit|escribi[oó]|escreveu|ha scritto|schreef|het volgende geschreven|napisa[lł]\S*|napisana przez|pisze)",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?<![^\s>])(?:on|am|le|el|em|il|op|w dniu|dnia)\s(?=[^\d\n]{0,20}\d)", re.IGNORECASE)
_DATE = re.compile(r"\d{4}|\d[./-]\d")
_TIME = re.compile(r"\d[:.h]\d\d")
_MAILBOX = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@((?:[\w-]{1,63}\.){1,8}[a-z]{2,24})", re.IGNORECASE)
_DIVIDER = re.compile(r"[-_]{5,}+[^\n]*+\s*+\Z")
_NO_NAME = frozenset("am pm a.m p.m m uhr heeft dniu dnia cet cest gmt utc at om ore às à à(s) przez".split())  # noqa: SIM905  (so it reads better)
_FROM = frozenset("from von de da van od".split())  # noqa: SIM905
_TO = frozenset("to an à a para aan do cc copie kopie cópia copia kopia dw".split())  # noqa: SIM905
_OTHER = frozenset(
    """
    sent date gesendet datum envoyé envoyée enviado enviada fecha data inviato verzonden wysłano
    subject betreff objet asunto assunto oggetto onderwerp temat
    """.split()  # noqa: SIM905
)
_MARKS_OF_QUOTES = " \t\r>*|\xa0"


@dataclass(frozen=True, slots=True)
class Quotes:
    """`new` is the text that is not quoted, `quoted` all from the first quote on ("" where there is none).

    `authors` are whom attributions and quoted From lines name, latest first; `named` the recipients in quoted header lines. Where only a
    name is told, `local` and `domain` are "". `blocks` and `attributions` count the two forms.
    """

    new: str
    quoted: str = ""
    authors: tuple[Address, ...] = ()
    named: tuple[Address, ...] = ()
    blocks: int = 0
    attributions: int = 0


class _Quote(NamedTuple):
    start: int
    author: Address
    named: tuple[Address, ...]
    is_block: bool


def read(text: str) -> Quotes:
    """What a mail's text quotes."""
    raw = octets(text)
    quotes = tuple(_quotes(raw))
    start = quotes[0].start if quotes else raw.find(b"\n>")
    if start < 0:
        return Quotes(text)
    blocks = sum(quote.is_block for quote in quotes)
    return Quotes(
        _new(raw, start),
        raw[start:].decode("utf-8", "replace"),
        tuple([quote.author for quote in quotes]),
        tuple([address for quote in quotes for address in quote.named]),
        blocks,
        len(quotes) - blocks,
    )


def _quotes(raw: bytes) -> Iterator[_Quote]:
    past = 0
    for _, mark in zip(range(MARKS), _MARK.finditer(raw), strict=False):
        start, line = mark.start(), mark.group()
        if start < past or len(line) > LINE:
            continue
        shown = line.decode("utf-8", "replace")
        if shown.partition(":")[0].strip(_MARKS_OF_QUOTES).lower() in _FROM:
            quote = _block(start, raw[start : start + BLOCK_LINES * LINE].decode("utf-8", "replace"))
        else:
            quote = _attribution(start, raw[max(past, start - LINE) : start].decode("utf-8", "replace"), shown)
        if quote:
            past = mark.end()
            yield quote


def _new(raw: bytes, start: int) -> str:
    """What stands before the first quote, and between quoted lines where each bears its mark."""
    before = _DIVIDER.sub("", raw[max(0, start - LINE) : start].decode("utf-8", "replace").rstrip(_MARKS_OF_QUOTES + "\n"))
    new = raw[: max(0, start - LINE)].decode("utf-8", "replace") + before
    opening, _, rest = raw[start + 1 :].partition(b"\n>")
    if rest and len(opening) < LINE:
        own = [line for line in rest.split(b"\n")[1:] if not line.startswith(b">")]
        new += "\n" + b"\n".join(own).decode("utf-8", "replace")
    return new.strip()


def _attribution(start: int, before: str, line: str) -> _Quote | None:
    """Who wrote what follows, and when."""
    head = _opening(before)
    shown = _joined(head + line)
    said, address = _SAID.search(shown), _MAILBOX.search(shown)
    dated, timed = _DATE.search(shown), _TIME.search(shown)
    if said is None or not (dated or timed) or not (address or _OPENS.match(shown) or (dated and timed)):
        return None
    after = shown[said.end() :].strip(" :")
    if address:
        words = shown[said.end() if said.end() <= address.start() else 0 : address.start()]
    else:
        words = after if after and not any(char.isdigit() for char in after) else shown[: said.start()]
    author = Address(_last_name(words), *(_parts(address) if address else ("", "")))
    return _Quote(max(0, start - len(octets(head))), author, (), False)


def _opening(before: str) -> str:
    """What of the text before its verb belongs to an attribution: from the last word that opens one, else its line."""
    if opened := list(_OPENS.finditer(before)):
        return before[opened[-1].start() :]
    lines = before.rsplit("\n", 2)
    last = lines[-1].strip(_MARKS_OF_QUOTES)
    return lines[-1] if last and not last.startswith("<") else "\n".join(lines[-2:])  # it may have begun on the line above


def _joined(lines: str) -> str:
    return " ".join(" ".join(line.lstrip(_MARKS_OF_QUOTES).split()) for line in lines.split("\n")).strip()


def _last_name(text: str) -> str:
    """The words a text ends with that may be a name: what follows its last number, comma or word of time."""
    name: list[str] = []
    for word in reversed(text.replace("mailto:", "").strip(' <([,"').split()[-NAME_WORDS:]):
        if word.lower().strip(".,") in _NO_NAME or any(char.isdigit() for char in word) or (name and word.endswith((",", ":"))):
            break
        name.insert(0, word)
    return " ".join(name).strip(" \"'<>()[],:")


def _block(start: int, text: str) -> _Quote | None:
    """Header lines as Outlook and forwards quote them: From, and others of Sent, To, Cc, Subject: two, or one where From gives an
    address, for some forwards keep no more than its subject."""
    author: Address | None = None
    named: list[Address] = []
    others, label = 0, ""
    for line in text.split("\n", BLOCK_LINES)[:BLOCK_LINES]:
        shown = line.strip(_MARKS_OF_QUOTES)
        word, value = _labelled(shown)
        if word in _FROM and author:
            break
        others += word in _TO or word in _OTHER
        label, value = (word, value) if word else (label, shown)  # a value may stand on the line below its label
        if value and label in _FROM and author is None:
            author = next(_mailboxes(value), None)
        elif value and word in _TO:
            named += _mailboxes(value)
    return _Quote(start, author, tuple(named), True) if author and others >= (1 if author.domain else 2) else None


def _labelled(line: str) -> tuple[str, str]:
    """A header line's label, its first word in lower case, and its value; "" where it has none."""
    label, colon, value = line[:LINE].partition(":")
    words = label[:LINE].lower().replace("*", " ").split(None, 2) if colon and len(label) < 20 else []
    word = words[0] if words and len(words) < 3 else ""
    return (word, value.strip(" \t*\xa0")) if word in _FROM or word in _TO or word in _OTHER else ("", "")


def _mailboxes(value: str) -> Iterator[Address]:
    for one in value.replace(">,", ">;").split(";")[:NAMED]:
        address = _MAILBOX.search(one)
        name = (one[: address.start()] if address else one).replace("mailto:", "").strip(" \t\"'<>()[],\xa0")
        if name or address:
            yield Address(name, *(_parts(address) if address else ("", "")))


def _parts(address: re.Match[str]) -> tuple[str, str]:
    return address[1], address[2].lower()
