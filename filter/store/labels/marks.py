"""Labels in a message's own header and file name: Gmail's, an IMAP server's keywords, other filters' fields.

A sender can write every one of these fields. So a field says "wanted" only where the sender cannot have put it: above the first Received,
which is the receiving server's. Below it, it can only speak against its sender.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from filter.judge.charset import header_text
from filter.store.labels.label import GMAIL, HAM, KEYWORDS, PHISH, SPAM, X_SPAM, Label
from filter.store.labels.names import value_of

HEAD_BYTES = 32 * 1024
"""Octets of a message in which its header fields are looked for."""

KEYWORDS_BYTES = 64 * 1024
"""Octets read of a Maildir's `dovecot-keywords`; it names 26."""

DETAIL_CHARS = 80
"""Characters kept of a field's words."""

_BLANK = re.compile(rb"\n\r?\n")
_TRACE = re.compile(rb"^received[ \t]*:", re.IGNORECASE | re.MULTILINE)
_GMAIL = b"X-Gmail-Labels:"
_GMAIL_FIELD = re.compile(rb"^X-Gmail-Labels:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)", re.MULTILINE)
_FILTERS = rb"x-spam-flag|x-spam-status|x-spam|x-bogosity|x-ms-exchange-organization-scl|x-forefront-antispam-report"
_FILTER_FIELD = re.compile(rb"^(" + _FILTERS + rb")[ \t]*:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE | re.MULTILINE)
_OWN_STAMP = re.compile(rb"^x-sievert-id:", re.IGNORECASE | re.MULTILINE)
_OF_SERVER = frozenset({b"status", b"x-status", b"x-keywords", b"x-uid", b"x-imap", b"x-imapbase", b"content-length"})

# Dovecot's, Thunderbird's, Apple's and KMail's; $Junk, $NotJunk and $Phishing are IANA's.
_KEYWORDS = {"$junk": SPAM, "junk": SPAM, "$notjunk": HAM, "notjunk": HAM, "nonjunk": HAM, "$nonjunk": HAM, "$phishing": PHISH}
_FLAGS = re.compile(r":2,([A-Za-z]*)\Z")
_SPAM_WORDS, _HAM_WORDS = frozenset({"yes", "spam", "true"}), frozenset({"no", "ham", "false"})
_SFV = re.compile(r"(?:^|;)\s*SFV:(\w+)", re.IGNORECASE)
# Microsoft's anti-spam message headers: spam, by a rule, by a blocked sender; not spam, by a rule, released from the quarantine.
_SFV_VALUES = {"SPM": SPAM, "SKS": SPAM, "SKB": SPAM, "NSPM": HAM, "SKN": HAM, "SKQ": HAM}


def head(content: bytes) -> bytes:
    """A message's header block with its last line's end, or as much of it as is looked at."""
    end = _BLANK.search(content, 0, HEAD_BYTES)
    return content[: end.start() + 1 if end else HEAD_BYTES]


def gmail(content: bytes) -> tuple[Label, ...]:
    """Gmail's labels as Takeout puts them on top of a message; only there, above the first Received."""
    if content.find(_GMAIL, 0, HEAD_BYTES) < 0:  # all that most messages cost
        return ()
    field = _GMAIL_FIELD.search(_above_trace(head(content)))
    if field is None:
        return ()
    names = next(csv.reader([header_text(_text(field[1]))]), [])
    said = ((name.strip(), value_of(name.strip().rpartition("/")[2])) for name in names)
    return tuple(Label(value, GMAIL, name[:DETAIL_CHARS]) for name, value in said if value)


def keywords(path: str, content: bytes) -> tuple[Label, ...]:
    """An IMAP server's keywords: by the letters in a Maildir's file name, or in an mbox by the fields that Dovecot ends a header with."""
    if flags := _FLAGS.search(path):
        folder, between, _ = path.rpartition("/cur/")
        letters = [ord(letter) - ord("a") for letter in flags[1] if letter.islower()]
        names = _keywords_of(folder) if letters and between else ()
        return _labels(names[place] for place in letters if place < len(names))
    if "#" in path and content.find(b"\nX-Keywords:", 0, HEAD_BYTES) >= 0:
        return tuple(label for label in _labels(_of_mbox(head(content))) if label.value != HAM)
    return ()


def x_spam(content: bytes) -> tuple[Label, ...]:
    """What other filters wrote into the header. Our own X-Spam-Flag is none of them: we would tune by what we said."""
    block = head(content)
    above = len(_above_trace(block))
    own = _OWN_STAMP.search(block) is not None
    return tuple(
        label
        for field in _FILTER_FIELD.finditer(block)
        for label in _opinion(field[1].decode().lower(), _text(field[2]))
        if (label.value != HAM or field.start() < above) and not (own and field[1].lower() == b"x-spam-flag")
    )


def _above_trace(block: bytes) -> bytes:
    """What stands above the first Received; nothing where there is none, for then the sender may have written all of it."""
    trace = _TRACE.search(block)
    return block[: trace.start()] if trace else b""


def _text(octets: bytes) -> str:
    return " ".join(octets.decode("utf-8", "replace").split())


def _labels(names: Iterator[str]) -> tuple[Label, ...]:
    return tuple(Label(_KEYWORDS[name.lower()], KEYWORDS, name) for name in names if name.lower() in _KEYWORDS)


@lru_cache(maxsize=256)
def _keywords_of(folder: str) -> tuple[str, ...]:
    """The keywords that a, b, c... stand for in a Maildir on this machine; none where its file is missing or broken."""
    try:
        with (Path(folder) / "dovecot-keywords").open("rb") as file:
            lines = file.read(KEYWORDS_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:
        return ()
    named = {int(number): name for number, _, name in (line.partition(" ") for line in lines) if number.isdecimal() and len(number) < 3}
    return tuple(named.get(place, "") for place in range(26))


def _of_mbox(block: bytes) -> Iterator[str]:
    """The keywords in the last fields of a header, if all of those are a server's and its X-UID is among them."""
    lines = (line.partition(b":") for line in reversed(block.splitlines()))
    fields = [(name.lower(), value) for name, _, value in takewhile(lambda line: line[0].lower() in _OF_SERVER, lines)]
    if any(name == b"x-uid" for name, _ in fields):
        for name, value in fields:
            if name == b"x-keywords":
                yield from _text(value).split()


def _opinion(name: str, value: str) -> tuple[Label, ...]:
    said = _READ.get(name, _word)(value)
    return (Label(said, X_SPAM, f"{name}: {value}"[:DETAIL_CHARS]),) if said else ()


def _word(value: str) -> str:
    """Yes or no, as SpamAssassin, rspamd and bogofilter begin theirs."""
    word = value.replace(",", " ").partition(" ")[0].lower()
    return SPAM if word in _SPAM_WORDS else HAM if word in _HAM_WORDS else ""


def _confidence(value: str) -> str:
    """Microsoft's spam confidence level: 5 and more is spam, 0 and 1 is not; -1 was never looked at."""
    return SPAM if value in {"5", "6", "7", "8", "9"} else HAM if value in {"0", "1"} else ""


def _forefront(value: str) -> str:
    said = _SFV.search(value)
    return _SFV_VALUES.get(said[1].upper(), "") if said else ""


_READ: dict[str, Callable[[str], str]] = {"x-ms-exchange-organization-scl": _confidence, "x-forefront-antispam-report": _forefront}
