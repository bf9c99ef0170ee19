"""What is known of a judged mail beside its verdict, by which figures are broken down. Nothing here judges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from filter.judge.mail import Message
from filter.lab.corpora import Sample
from filter.lab.language import language_of

LENGTHS = (0, 200, 1000, 4000)
"""Characters of visible text at which another class of length begins."""

_SUBTAGS = re.compile(r"[-_]")


@dataclass(frozen=True, slots=True)
class Facts:
    """One mail's facts, each a short text: `year` of its Date header, "" where there is none; `language` an ISO 639 code, stated by
    the corpus or else guessed, "" where unknown; `kind` as the corpus states it, or else the label; `markup` as in `Message`; `link`
    and `attachment` "yes" or "no"; `length` a class of `LENGTHS`."""

    corpus: str
    year: str
    language: str
    kind: str
    markup: str
    link: str
    attachment: str
    length: str


def facts_of(sample: Sample, message: Message) -> Facts:
    """The facts of a sample and of the message parsed from its content."""
    return Facts(
        corpus=sample.corpus,
        year=sample.date[:4],
        language=_SUBTAGS.split(sample.language)[0].lower() or language_of(message.text),
        kind=_kind(sample),
        markup=message.markup,
        link=_yes(bool(message.links)),
        attachment=_yes(bool(message.attachments)),
        length=_length(len(message.text)),
    )


def _kind(sample: Sample) -> str:
    """The kind without the way it takes (bec: "gift-cards/freemail"), spelled one way."""
    return sample.kind.partition("/")[0].replace(" ", "-") or sample.label


def _yes(there: bool) -> str:
    return "yes" if there else "no"


def _length(chars: int) -> str:
    for low, high in pairwise(LENGTHS):
        if chars < high:
            return f"{low}-{high - 1}"
    return f"{LENGTHS[-1]} or more"
