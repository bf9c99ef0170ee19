"""`Message` to `Features`: hashed families of the visible text, the subject, and structure tokens. `SCHEMA` names this recipe.

Within a family every feature has the same value, 1/sqrt(how many there are) times the family's weight, so a long mail says no
more than a short one, and the model's sums stay exact integers until the last step.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from filter.judge import naming, structure
from filter.judge.confusables import folded, visible
from filter.judge.domains import FREEMAIL
from filter.judge.hashing import GRAM_OCTETS, SLOT_BITS, SUBJECT_OCTETS, TEXT_OCTETS, hash_text
from filter.judge.mail import Message
from filter.judge.ownwords import above_copy, shows_link
from filter.judge.scene import Scene
from filter.judge.signals import ask
from filter.judge.spelling import joined_octets

SCHEMA = f"sievert-features-16/{SLOT_BITS}"
"""Changes with every change that gives any mail other features; a model is refused under another schema."""

END_OCTETS = 350
"""Octets of a long text's beginning and of its end that are judged by themselves as well (`excerpts`)."""

_WEIGHTS = (0.7, 1.0, 0.8, 0.5)  # of grams, words, pairs, the subject's words and pairs
_TOKEN_VALUE = 0.2

_ASKS = tuple(signal for signal in ask.SIGNALS if signal.name != "short-text")  # length marks an archive more than a threat
_GAPS = b"\t\n\v\f\r\x1c\x1d\x1e\x1f"
_SHAPES = bytes.maketrans(b"123456789" + _GAPS, b"0" * 9 + b" " * len(_GAPS))
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


def extract(message: Message, scene: Scene | None = None) -> Features:
    """The features of a message, under `SCHEMA`; `scene` is where it was met, if that is known: what was found there is not looked for
    again."""
    subject, text = _subject(message), normalise(_ends(message.text))
    whole = _whole(message.text) if len(message.text) > TEXT_OCTETS else text
    told = dict.fromkeys((*structure.tokens(message), *naming.tokens(message, whole, subject)))
    return _hashed(subject, text, (*told, *_asks(scene or Scene(message))))


def excerpts(message: Message, whole: Features, own: tuple[str, ...]) -> tuple[Features, ...]:
    """The features of a message as if its text were nothing but its `own` words (`ownwords`); and of a long one nothing but its beginning,
    and nothing but its end, above a mail that it returns.

    `whole` are its own: its tokens, and with them what it asks for anywhere, stay, but those of links where own words show none. No mail
    is left out for what it says of itself: any sender can write that it returns or answers another's."""
    unlinked = structure.without_links(whole.tokens)
    some = [(normalise(_ends(text)), whole.tokens if shows_link(text, message.links) else unlinked) for text in own]
    if len(message.text) >= 2 * END_OCTETS and len(text := visible(above_copy(message.text))) >= 2 * END_OCTETS:
        first, last = normalise(text[: 2 * END_OCTETS])[:END_OCTETS], normalise(text[-2 * END_OCTETS :])[-END_OCTETS:]
        some += [(first.rpartition(b" ")[0] or first, whole.tokens), (last.partition(b" ")[2] or last, whole.tokens)]
    return tuple([_hashed(_subject(message), text, tokens) for text, tokens in some])


def _subject(message: Message) -> bytes:
    return normalise(strip_prefixes(message.subject))[:SUBJECT_OCTETS]


def _hashed(subject: bytes, text: bytes, named: tuple[str, ...]) -> Features:
    hashed = hash_text(subject + b"\n" + text, len(subject), named)
    return Features(
        slots=hashed.slots,
        pieces=hashed.numbers,
        sizes=hashed.sizes,
        values=(*[weight / math.sqrt(size or 1) for weight, size in zip(_WEIGHTS, hashed.sizes, strict=False)], _TOKEN_VALUE),
        words=hashed.words,
        subject_words=hashed.subject_words,
        tokens=named,
    )


def _asks(scene: Scene) -> list[str]:
    """The names of what the mail asks for, and the same once more where it comes from freemail. These signals look at nothing but the
    message: its features must not differ from site to site."""
    named = [signal.name for signal in _ASKS if scene.evidence(signal)]
    sender = scene.message.sender
    return named + [f"{name}, from freemail" for name in named] if sender and sender.domain in FREEMAIL else named


def _whole(text: str) -> bytes:
    """All of a text normalised, a piece at a time: folding takes no more of one than is hashed."""
    return b" ".join(normalise(text[at : at + TEXT_OCTETS]) for at in range(0, len(text), TEXT_OCTETS))


def normalise(text: str) -> bytes:
    """Text as the eye reads it, in UTF-8: compatibility forms folded, accents and invisible characters gone, letters that look Latin
    Latin, words spelt out letter by letter joined, lower case, single spaces, and all digits one digit."""
    octets = joined_octets(folded(text).lower().encode("utf-8", "replace").translate(_SHAPES))
    octets = octets.replace(b"  ", b" ")  # what stands between paragraphs, and often no wider gap
    return b" ".join(octets.split()) if b"  " in octets else octets.strip()


def _ends(text: str) -> str:
    """A long text with its end behind its beginning and the middle, if there is room for all of it, last: what is said late must not
    pass unread, whatever stands before it, and only the first `GRAM_OCTETS` are read to the letter."""
    if len(text) <= GRAM_OCTETS:
        return text
    half = GRAM_OCTETS // 2
    ends = f"{text[:half]} {text[-half:]}"
    return ends if len(text) > TEXT_OCTETS else f"{ends} {text[half:-half]}"


def strip_prefixes(subject: str) -> str:
    """A subject without its reply marks: archives differ in how many replies they hold, and a false one costs a sender nothing."""
    while match := _PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject
