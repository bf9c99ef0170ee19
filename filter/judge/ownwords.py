"""A text's own words: without what stands around them whoever writes: a gateway's banner above, what is quoted, and below a farewell with
a signature, a notice, a footer. Pure, bounded, linear; never raises.

All mail has some of this. It says nothing of what the mail wants, but dilutes it (`features.excerpts`). A sender
who writes a false farewell above his request loses nothing but this look at it: all of the text is judged as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import re2

from filter.judge.confusables import folded
from filter.judge.hashing import TEXT_OCTETS
from filter.judge.mail import Link
from filter.judge.phrases import around
from filter.judge.quotes import Quotes
from filter.judge.rules.fields import PATTERN_OCTETS, octets

WRAPPED = 50
"""Octets of a banner's line, from which it goes on below where no sentence ends in it."""

LEAST = 20
"""Octets of own words that are worth a look."""

SHORT = 150
"""Octets of words that may be no more than a greeting: the request may stand below what ends them, or in what is quoted."""

BANNER_LINES = 4
"""Lines of a banner that are left out."""

BANNER_OCTETS = 400
"""Octets of a line that may be a banner's."""

HEADER_OCTETS = 1500
"""Octets of a quotation in which its header lines stand."""

NAME_LINES, NAME_OCTETS = 3, 60
"""Lines above what ends own words that may be a writer's name, post and firm, and octets of such a line."""

LINKS = 20
"""Links looked for in own words."""

LINK_LETTERS = 4
"""Of a link's text, from which it is not found in any text by chance."""

_MARKED = b" \t>*|"
_SENTENCE_ENDS = (b".", b"!", b"?", b":", b"]", b")", b"*", b"|")
_LINE_END = "\ue000"  # stands for one while gaps are folded
_OPTIONS = re2.Options()
_OPTIONS.case_sensitive = False
_OPTIONS.never_capture = True
_OPTIONS.log_errors = False
_OPTIONS.max_mem = PATTERN_OCTETS
_OPTIONS.encoding = (
    re2.Options.Encoding.LATIN1
)  # octet by octet, for "anything else in its line" would fill the memory of a pattern in UTF-8

_MARKS = r"(?m)^[ \t>*|\[(_]{0,40}"
_RULE = r"(?:-{2,}|[_=*~]{3,}|(?:─){2,})[ \t]*$"
_PHONE = (
    r"(?:t|tel|ph|p|o|phone|m|mob|mobile|mobil|cell|cellulare|celular|movil|telemovel|direct|office|fon|fax|telefon\w*|telefoon|kom|gsm|handy)\b"
    r"[ \t.:|]*[+(]?\d[\d ()./-]{5,}"
)
_ENDS = (
    rf"{around.FAREWELL}(?:[^a-z0-9\x80-\xff\n][^\n?]{{0,24}})?$",
    around.DEVICE,
    around.FOOTER,
    rf"{around.NOTICE}[^\n]*{around.NOTICED}",
    _RULE,
    _PHONE,
)
_END = re2.compile(f"{_MARKS}(?:{'|'.join(_ENDS)})".encode(), _OPTIONS)
_COPY = re2.compile(rf"(?m)^[ \t]*-{{2,}}[ \t]*{around.COPY}".encode(), _OPTIONS)
_BANNER = re2.compile(rf"{_MARKS}[^a-z\n]{{0,20}}{around.BANNER}".encode(), _OPTIONS)
_BANNERED = re2.compile(around.BANNERED.encode(), _OPTIONS)
_HEADER = re2.compile(
    (
        r"(?m)^[ \t>*|]{0,40}(?:from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|envoye|a|objet|enviado|fecha|data|para|asunto"
        r"|assunto|da|inviato|oggetto|van|verzonden|aan|onderwerp|od|wysłano|do|temat)\*? ?:[^\n]*$"
    ).encode(),
    _OPTIONS,
)


def read(text: str, quotes: Quotes) -> tuple[str, ...]:
    """The own words of a text that quotes this, folded and in lower case; () where nothing stands around them, or they are too few.

    Where they may be no more than a greeting, also the longest of what stands below, and what is quoted.
    """
    whole = _lines(text)
    pieces = _pieces(_lines(quotes.new) if quotes.quoted else whole)
    found = pieces[:1]
    if not found or len(found[0]) < SHORT:
        found += sorted(pieces[1:], key=len)[-1:]
        found += _pieces(_passed_on(quotes.quoted))[:1] if quotes.quoted else []
    return tuple([one.decode("utf-8", "replace") for one in found if len(one) < len(whole.strip())])


def shows_link(own: str, links: Iterable[Link]) -> bool:
    """Whether own words show one of the first of these links, by its text or its URL: if not, they stand in a signature or a footer."""
    text = " ".join(own.split())
    for link in islice((link for link in links if link.host), LINKS):
        shown = " ".join(folded(link.text).lower().split())
        if (len(shown) >= LINK_LETTERS and shown in text) or link.url.lower() in text:
            return True
    return False


def below_banner(text: str) -> str:
    """A text without a gateway's banner above it, folded and in lower case."""
    return _below(_lines(text)).decode("utf-8", "replace")


def above_copy(text: str) -> str:
    """A text without the mail that a server's report says it returns below: a report in plain words ends in the spam that it could not
    deliver. What a real one attaches is no part of its text (`parse`)."""
    raw = octets(text)
    found = _COPY.search(raw)
    return raw[: found.start()].decode("utf-8", "replace") if found else text


def _lines(text: str) -> bytes:
    """As much of a text as is hashed, folded, its lines kept and their gaps single spaces."""
    marked = text[:TEXT_OCTETS].replace("\r\n", "\n").replace("\n", f" {_LINE_END} ")
    plain = " ".join(folded(marked).lower().split())
    return octets(plain.replace(f" {_LINE_END} ", "\n").replace(f"{_LINE_END} ", "\n").replace(_LINE_END, "\n"))


def _pieces(text: bytes) -> list[bytes]:
    """What stands between lines that end something, below a banner; as far as it is worth a look."""
    *ended, last = [piece.strip() for piece in _END.split(_below(text))]
    return [piece for piece in (*map(_unsigned, ended), last) if len(piece) >= LEAST]


def _unsigned(piece: bytes) -> bytes:
    """A piece that something ends, without the name, post and firm that stand above a signature's telephone: short lines that end no
    sentence."""
    lines, names = piece.split(b"\n"), 0
    while names < NAME_LINES and len(lines) > 1:
        shown = lines[-1].strip(_MARKED)
        if len(shown) > NAME_OCTETS or shown.endswith((*_SENTENCE_ENDS, b",", b";")):
            break
        names += bool(shown)
        lines.pop()
    return b"\n".join(lines).strip()


def _below(text: bytes) -> bytes:
    """What stands below a banner."""
    goes_on = False
    for _ in range(BANNER_LINES):
        line, _, rest = text.lstrip().partition(b"\n")
        if len(line) > BANNER_OCTETS or not (goes_on or (_BANNER.match(line) and _BANNERED.search(line))):
            break
        goes_on = len(line) >= WRAPPED and not line.endswith(_SENTENCE_ENDS) and not rest.startswith(b"\n")
        text = rest
    return text


def _passed_on(quoted: str) -> bytes:
    """What a quotation says below its header lines, or its line of attribution."""
    text = _lines(quoted)
    ends = [header.end() for header in _HEADER.finditer(text[:HEADER_OCTETS])]
    return text[ends[-1] :] if ends else text.partition(b"\n")[2]
