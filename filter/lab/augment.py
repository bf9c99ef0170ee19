"""Training mail once more, as somebody who wants to pass a filter would send it: padded with wanted text, its words cut, or as a picture;
and its own words, as the judge looks at them by themselves.

A linear model that never saw this takes good words for good mail. Both sides are treated alike, so that padding by itself says
nothing; only pictures without words are bad mail more often than wanted mail. Deterministic: a hash of the sample decides.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import replace
from itertools import cycle

from filter.judge import ownwords, quotes
from filter.judge.mail import Attachment, Message
from filter.judge.parse import parse
from filter.lab.corpora import TRAIN, Sample
from filter.lab.neutral import neutralise

PADDING_EACH = 60
OWN_EACH = 3
"""One wanted training mail in so many lends its text as padding; of our own, the likest to what a site gets, more."""

PADDING_CHARS = 3000
SHORTEST = 100
"""Characters of a text that pads, at most and at least."""

LONG_TALK = 5
"""Texts that stand before the message where it comes late."""

AGAIN = {"ham": 4, "bad": 2}
"""One mail in so many is learnt once more, changed in one way."""

OWN_AGAIN = 2
"""The same of our own wanted mail. Our own bad mail is learnt in every way: nothing else shows what today's costs to hide. Own words are
learnt of all our own mail that has some."""

PICTURES = {"ham": 8, "bad": 4}
"""One of those in so many is made a picture."""

_LONG_WORD = re.compile(r"\b\w{5,}\b")


def padding(samples: Iterable[Sample]) -> tuple[str, ...]:
    """Texts to pad with: of wanted mail of the training side, in its order, neutralised as all that is learnt (some with their own reader's
    name or address in them, or trimmings, as that is). As they came they would bring into bad mail what was taken out of wanted mail
    (invented domains, lists' footers), which would then speak for bad mail."""
    ham = (sample for sample in samples if sample.part == TRAIN and sample.label == "ham")
    lending = (one for number, one in enumerate(ham) if number % (OWN_EACH if one.corpus == "own" else PADDING_EACH) == 0)
    texts = (neutralise(parse(one.content), one).text.strip() for one in lending)
    return tuple(text[:PADDING_CHARS] for text in texts if len(text) > SHORTEST)


def again(message: Message, sample: Sample, pads: tuple[str, ...]) -> tuple[Message, ...]:
    """The message as it is learnt further times; () for most, which are learnt once."""
    side, is_own = ("ham" if sample.label == "ham" else "bad"), sample.corpus == "own"
    draw = zlib.crc32(sample.path.encode(), 2)
    if not pads:
        return ()
    bare = _bare(message) if is_own else ()
    if is_own and side == "bad":
        return (*bare, *(way(message, pads, draw) for way in (_cut, _padded_behind, _padded_before, _late, _picture)))
    draw, left = divmod(draw, OWN_AGAIN if is_own else AGAIN[side])
    if left:
        return bare
    draw, left = divmod(draw, PICTURES[side])
    ways = (_picture,) if left == 0 else (_cut, _cut, _padded_behind, _late, _padded_before, _padded_before)
    return (*bare, ways[draw % len(ways)](message, pads, draw // len(ways)))


def _bare(message: Message) -> tuple[Message, ...]:
    """The first of its own words, if anything stands around them."""
    own = ownwords.read(message.text, quotes.read(message.text))[:1]
    return tuple([replace(message, text=text, links=message.links if ownwords.shows_link(text, message.links) else ()) for text in own])


def _cut(message: Message, _: tuple[str, ...], draw: int) -> Message:
    """Long words cut in two: all in their middle or all near their beginning, by spaces, or by spaces and hyphens in turn."""
    in_the_middle, signs = draw & 1, cycle((" ", "-") if draw & 2 else (" ",))

    def cut(word: re.Match[str]) -> str:
        place = len(word[0]) // 2 if in_the_middle else min(4, len(word[0]) - 3)
        return f"{word[0][:place]}{next(signs)}{word[0][place:]}"

    return replace(message, text=_LONG_WORD.sub(cut, message.text))


def _padded_behind(message: Message, pads: tuple[str, ...], draw: int) -> Message:
    return replace(message, text=f"{message.text}\n{pads[draw % len(pads)]}")


def _padded_before(message: Message, pads: tuple[str, ...], draw: int) -> Message:
    return replace(message, text=f"{pads[draw % len(pads)]}\n{message.text}")


def _late(message: Message, pads: tuple[str, ...], draw: int) -> Message:
    """After long talk."""
    talk = (pads[(draw + step) % len(pads)] for step in range(LONG_TALK))
    return replace(message, text="\n".join((*talk, message.text)))


def _picture(message: Message, _: tuple[str, ...], draw: int) -> Message:  # noqa: ARG001  (called as its neighbours are)
    """What is left when all words are in a picture: sender, subject, links."""
    return replace(message, text="", hidden="", images=max(1, message.images), attachments=(Attachment("", "image/png", 1, b""),))
