"""What stands around a message whoever sends it: signatures, legal notices, what apps and gateways add, footers of bulk mail, quotations.

Wanted and bad mail is learnt with them alike, so that none says anything by itself. A model that never saw that took a link in a
signature, or a notice of confidentiality, for half of what makes a mail wanted.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from filter.judge.domains import FREEMAIL, registered
from filter.judge.links import resolve
from filter.judge.mail import Message
from filter.lab.corpora import Sample

TRIMMED_IN, OWN_TRIMMED_IN = 4, 2
"""One mail in so many gets some; of our own more, which was written with few, and shows what today's bad mail says."""

KINDS = {"signature": 0.6, "client": 0.25, "social": 0.2, "disclaimer": 0.4, "bulk": 0.2, "thread": 0.25, "banner": 0.15}
"""In the order in which they stand, a banner in front of all: which share of those mails gets one of the kind."""

SITE = "{site}"
DEFAULT = "en"
ABROAD_IN = 8
"""One trimming in so many is in English whatever the mail is in, for apps and gateways are not asked."""


class Trimming(NamedTuple):
    """`text` and its links as (URL, what is seen of it); `{site}` in them stands for the sender's domain."""

    text: str
    links: tuple[tuple[str, str], ...]


def trimmed(message: Message, sample: Sample, elsewhere: str) -> Message:
    """The message with the trimmings that fall to its campaign, most often none, else some two; `elsewhere` is the domain of who has none
    of their own."""
    draw = hashlib.sha256(f"trimmings of {sample.campaign}".encode()).digest()
    if draw[0] % (OWN_TRIMMED_IN if sample.corpus == "own" else TRIMMED_IN):
        return message
    own = message.sender.domain if message.sender and message.sender.domain not in FREEMAIL else ""
    site = registered(own) or elsewhere
    for place, (kind, share) in enumerate(KINDS.items()):
        drawn, which, abroad = draw[4 * place + 1], int.from_bytes(draw[4 * place + 2 : 4 * place + 4]), draw[4 * place + 4]
        if drawn < share * 256:
            language = sample.language if abroad % ABROAD_IN else DEFAULT
            several = _bank()[language, kind] or _bank()[DEFAULT, kind]
            message = _with(message, several[which % len(several)], site, before=kind == "banner")
    return message


def _with(message: Message, one: Trimming, site: str, *, before: bool) -> Message:
    text = one.text.replace(SITE, site)
    links = resolve((url.replace(SITE, site), shown.replace(SITE, site)) for url, shown in one.links)
    joined = (text, message.text) if before else (message.text, text)
    return replace(message, text="\n\n".join(part for part in joined if part), links=tuple(dict.fromkeys((*message.links, *links))))


@cache
def _bank() -> Mapping[tuple[str, str], list[Trimming]]:
    """All there are, by language and kind; written by us, as our own mail is."""
    found: dict[tuple[str, str], list[Trimming]] = defaultdict(list)
    for one in tomllib.loads(files(__package__).joinpath("trimmings.toml").read_text("utf-8"))["trimming"]:
        links = tuple((str(url), str(shown)) for url, shown in one["links"])
        found[one["language"], one["kind"]].append(Trimming(one["text"].strip(), links))
    return found
