"""Letters as the eye takes them: compatibility forms, accents, and letters of other scripts that look Latin. Pure; text in, text out.

What is folded is for hashing only, never shown: it need not be spelt right, only alike wherever a reader sees the same.
"""

from __future__ import annotations

import re
import unicodedata

from filter.judge.hashing import TEXT_OCTETS


def _characters(*spans: tuple[int, int]) -> frozenset[str]:
    return frozenset(chr(code) for first, last in spans for code in range(first, last + 1))


_ASCII = bytes(range(128))
_INVISIBLE = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\ufeff") | _characters(
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F)
)
_NO_PART = _INVISIBLE | frozenset("\u00ae\u2120\u2122")  # nor are the signs of a trade mark part of the word they are glued to
_MARKS = _characters((0x300, 0x36F))
_FOREIGN = re.compile("[\u0131\u0251-\u028f\u0370-\u03ff\u0400-\u052f\u0561-\u0587\u13a0-\u13f4\u1d00-\u1d22\ua731]")

# Of Unicode's confusables (UTS 39), those of Cyrillic, Greek, Armenian, Cherokee and small capitals that stand for a Latin letter.
_PAIRS = (
    "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u0501d\u04bbh\u051bq\u051dw\u0432b\u043dh\u0442t"
    "\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0423Y\u0425X\u0406I\u0408J\u0405S\u043ak\u043cm"
    "\u03b1a\u03b2b\u03b5e\u03b7n\u03b9i\u03bak\u03bdv\u03bfo\u03c1p\u03c4t\u03c5u\u03c7x\u03c9w\u03b3y"
    "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X"
    "\u0585o\u057du\u0578n\u0570h\u0581g\u0566q\u13a0D\u13a1R\u13a2T\u13a9Y\u13aaA\u13abJ\u13acE\u13b3W\u13b7M\u13bbH\u13c0G\u13c2h\u13c3Z\u13cf4\u13d2R\u13d9V\u13daS\u13deL\u13dfC\u13e2P\u13e6K"
    "\u0131i\u0251a\u0261g\u026ai\u0274n\u0280r\u028fy\u1d00a\u1d04c\u1d05d\u1d07e\u1d0aj\u1d0bk\u1d0dm\u1d0fo\u1d18p\u1d1bt\u1d1cu\u1d20v\u1d21w\u1d22z\ua731s\u0262g\u029ch\u029fl\u0299b"
)
_LATIN = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
_LOOK_ALIKES = frozenset(_PAIRS[::2])

_STRETCH = 512  # characters decomposed at a time

# The commonest by hand, in a tenth of the time.
_COMMON = (("\u2026", "..."), ("\u2018", "'"), ("\u2019", "'"), ("\u2013", "-"), ("\u2014", "-"), ("\u2011", "-"))


def folded(text: str) -> str:
    """Text with its compatibility forms, accents and look-alikes as plain letters, without what is no part of a word;
    at most TEXT_OCTETS."""
    if text.isascii():
        return text
    beyond = beyond_ascii(text)
    text = _without(_NO_PART & beyond, text)
    # No more of it is hashed.
    text = " ".join(text.split())[: TEXT_OCTETS + 1]
    for written, plain in _COMMON:
        if written in beyond:
            text = text.replace(written, plain)
    if text.isascii():
        return text
    parts = frozenset(unicodedata.normalize("NFKD", "".join(beyond)))
    text = _without(_MARKS & parts, _decomposed(text))[: 2 * TEXT_OCTETS]
    return text if _LOOK_ALIKES.isdisjoint(parts) or not _FOREIGN.search(text) else text.translate(_LATIN)


def _decomposed(text: str) -> str:
    """Compatibility forms and accents apart (NFKD), a stretch at a time: putting a run of marks in order takes its square."""
    return "".join([unicodedata.normalize("NFKD", text[at : at + _STRETCH]) for at in range(0, len(text), _STRETCH)])


def visible(text: str) -> str:
    """A text without its invisible characters and signs of trade marks, its gaps single spaces."""
    return " ".join((text if text.isascii() else _without(_NO_PART & beyond_ascii(text), text)).split())


def beyond_ascii(text: str) -> frozenset[str]:
    """The characters beyond ASCII in a text, each once: few, where the text is long. Lone surrogates are not told."""
    return frozenset(text.encode("utf-8", "replace").translate(None, _ASCII).decode())


def _without(characters: frozenset[str], text: str) -> str:
    for character in characters:
        text = text.replace(character, "")
    return text
