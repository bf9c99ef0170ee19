"""`Message` to `Features`: hashed families of the visible text, the subject, and structure tokens. `SCHEMA` names this recipe.

Within a family every feature has the same value, 1/sqrt(how many there are) times the family's weight, so a long mail says no
more than a short one, and the model's sums stay exact integers until the last step.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from filter.judge import limits
from filter.judge.hashing import SLOT_BITS, TEXT_OCTETS, Hashed, hash_text, hash_token
from filter.judge.mail import Message
from filter.judge.structure import tokens

SCHEMA = f"sievert-features-1/{SLOT_BITS}"
"""Changes with every change that gives any mail other features; a model is refused under another schema."""

_WEIGHTS = {"gram": 1.0, "word": 0.7, "pair": 0.5, "subject": 0.4}
_TOKEN_VALUE = 0.2

_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_PREFIX = re.compile(r"\s*(?:re|fwd?|aw|wg|sv|vs|antw|tr|rif|res|enc|odp|ynt)\s*(?:\[\d+\])?:\s*", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+(?:'\w+)?")


@dataclass(frozen=True, slots=True)
class Family:
    """Features of one kind: ascending distinct slots (n,), the value they share, and the index of each one's evidence (n,)."""

    name: str
    value: float
    slots: npt.NDArray[np.uint32]
    sources: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Features:
    """What the model sees of one message, and the pieces of it that the families' `sources` point to.

    `text` is the normalised text, its word number i standing at `starts[i]:ends[i]`, of which the first `subject_words` are the
    subject's; `subject` and `tokens` are the evidence of the families of those names.
    """

    families: tuple[Family, ...]
    text: bytes
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    subject_octets: int
    subject: tuple[str, ...]
    tokens: tuple[str, ...]


def extract(message: Message) -> Features:
    """The features of a message, under `SCHEMA`."""
    subject = normalise(strip_prefixes(message.subject))
    text = f"{subject}\n{normalise(message.text)}".encode("utf-8", "replace")[:TEXT_OCTETS].translate(_DIGITS)
    hashed = hash_text(text)
    subject_terms = _terms(subject)
    named = tokens(message)
    return Features(
        families=(
            _text_family("gram", hashed.grams),
            _text_family("word", hashed.words),
            _text_family("pair", hashed.pairs),
            _token_family("subject", "s:", subject_terms, _WEIGHTS["subject"] / math.sqrt(max(1, len(subject_terms)))),
            _token_family("structure", "t:", named, _TOKEN_VALUE),
        ),
        text=text,
        starts=hashed.starts,
        ends=hashed.ends,
        subject_octets=len(subject.encode("utf-8", "replace")),
        subject=subject_terms,
        tokens=named,
    )


def normalise(text: str) -> str:
    """Text as the eye reads it: compatibility forms folded, invisible characters gone, lower case, single spaces."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
        if len(text) > TEXT_OCTETS:  # no more of it is hashed, and folding takes the square of a run of marks
            text = " ".join(text.split())[:TEXT_OCTETS]
        text = unicodedata.normalize("NFKC", text)[: limits.TEXT_CHARS]
    return " ".join(text.lower().split())


def strip_prefixes(subject: str) -> str:
    """A subject without its reply marks: archives differ in how many replies they hold, and a false one costs a sender nothing."""
    while match := _PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject


def _terms(subject: str) -> tuple[str, ...]:
    """The subject's words and word pairs, each once."""
    words = _WORD.findall(_DIGIT.sub("0", subject))[:40]
    return tuple(dict.fromkeys([*words, *map(" ".join, pairwise(words))]))


def _text_family(name: str, hashed: Hashed) -> Family:
    return Family(name, _WEIGHTS[name] / math.sqrt(max(1, len(hashed.slots))), hashed.slots, hashed.words)


def _token_family(name: str, prefix: str, evidence: tuple[str, ...], value: float) -> Family:
    by_slot: dict[int, int] = {}
    for place, item in enumerate(evidence):
        by_slot.setdefault(hash_token(prefix + item), place)
    pairs = np.array(sorted(by_slot.items()), dtype=np.int64).reshape(-1, 2)
    return Family(name, value, pairs[:, 0].astype(np.uint32), pairs[:, 1])
