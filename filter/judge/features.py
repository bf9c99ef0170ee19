"""`Message` to `Features`: hashed families of the visible text, the subject, and structure tokens. `SCHEMA` names this recipe.

Within a family every feature has the same value, 1/sqrt(how many there are) times the family's weight, so a long mail says no
more than a short one, and the model's sums stay exact integers until the last step.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from filter.judge import limits
from filter.judge.hashing import SLOT_BITS, SUBJECT_OCTETS, TEXT_OCTETS, hash_text
from filter.judge.mail import Message
from filter.judge.structure import tokens

SCHEMA = f"sievert-features-2/{SLOT_BITS}"
"""Changes with every change that gives any mail other features; a model is refused under another schema."""

_WEIGHTS = (1.0, 0.7, 0.5, 0.4)  # of grams, words, pairs, the subject's words and pairs
_TOKEN_VALUE = 0.2

_GAPS = b"\t\n\v\f\r\x1c\x1d\x1e\x1f"
_SHAPES = bytes.maketrans(b"123456789" + _GAPS, b"0" * 9 + b" " * len(_GAPS))
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_PREFIX = re.compile(r"\s*(?:re|fwd?|aw|wg|sv|vs|antw|tr|rif|res|enc|odp|ynt)\s*(?:\[\d+\])?:\s*", re.IGNORECASE)


class Features(NamedTuple):
    """What the model sees of one message: five families, one after another, and the pieces of the message they came from.

    `slots` (n,) are the features, distinct and ascending within each family; the families (grams, words, pairs, the subject's words and
    pairs, structure tokens) are `sizes` long, and all features of one have its value in `values`. `pieces` (n,) tell the piece of
    each: 0 is none, then come the `words` of subject and text, the first `subject_words` of them the subject's, then the `tokens`.
    """

    slots: npt.NDArray[np.uint32]
    pieces: npt.NDArray[np.intp]
    sizes: tuple[int, ...]
    values: tuple[float, ...]
    words: tuple[bytes, ...]
    subject_words: int
    tokens: tuple[str, ...]


def extract(message: Message) -> Features:
    """The features of a message, under `SCHEMA`."""
    subject, named = normalise(strip_prefixes(message.subject))[:SUBJECT_OCTETS], tokens(message)
    hashed = hash_text(subject + b"\n" + normalise(message.text), len(subject), named)
    return Features(
        slots=hashed.slots,
        pieces=hashed.numbers,
        sizes=hashed.sizes,
        values=(*[weight / math.sqrt(size or 1) for weight, size in zip(_WEIGHTS, hashed.sizes, strict=False)], _TOKEN_VALUE),
        words=hashed.words,
        subject_words=hashed.subject_words,
        tokens=named,
    )


def normalise(text: str) -> bytes:
    """Text as the eye reads it, in UTF-8: compatibility forms folded, invisible characters gone, lower case, single spaces, and all
    digits one digit."""
    if not text.isascii():
        # No more of it is hashed, and folding takes the square of a run of marks.
        text = " ".join(_INVISIBLE.sub("", text).split())[:TEXT_OCTETS]
        # The commonest by hand: what then needs no folding is seen to need none in a tenth of the time.
        text = unicodedata.normalize("NFKC", text.replace("\u2026", "...").replace("\u2122", "TM"))[: limits.TEXT_CHARS]
    octets = text.lower().encode("utf-8", "replace").translate(_SHAPES)
    octets = octets.replace(b"  ", b" ")  # what stands between paragraphs, and often no wider gap
    return b" ".join(octets.split()) if b"  " in octets else octets.strip()


def strip_prefixes(subject: str) -> str:
    """A subject without its reply marks: archives differ in how many replies they hold, and a false one costs a sender nothing."""
    while match := _PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject
