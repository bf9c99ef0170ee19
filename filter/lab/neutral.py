"""Taking out of training mail what gives its corpus away, so that the model learns the threat and not the archive.

Applied to parsed messages, in training and in no other place: what is served is judged as it came. Deterministic: every choice
hangs on a hash of the sample's campaign, never on chance.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

from filter.judge.mail import Message
from filter.lab.corpora import BY_NAME, Sample

# What list software, the archive's makers or the honeypot wrote into the text, and not the sender.
_LIST_FOOTER = re.compile(r"\n_{20,}\s*\n.*\Z|\n-{20,}\s*\n(?=[^\n]*(?:list|unsubscribe|sf\.net)).*\Z", re.S | re.I)
_LISTSERVE = re.compile(r"\[?the\s+listserve\]?", re.I)
_PLACEHOLDER = re.compile(r"phishing@pot(?:\.[a-z]+)?|(?:user(?:name)?|jose|nazario)@(?:domain|example|monkey)\.(?:com|org)|\S+@monkey\.org", re.I)
_HIDDEN_ADDRESS = re.compile(r"(\S+) ?(?:@end\|ng \|rom|\|rom @end\|ng|@\|?sending ?from) ?(\S+)", re.I)
_ADDRESSES = ("office", "j.meyer", "maria.santos", "info", "t.brandt", "accounts", "anna", "webteam", "p.novak", "k.lewis")
_DOMAINS = ("example.com", "firm.example", "example.org", "shop.example", "praxis.example", "escola.example")

_TAG = re.compile(r"\[[^\[\]]{1,40}\]\s*")

TAGGED = frozenset({"trec07p", "own"})
"""Where a list's tag in the subject stays: in trec07p two recipients are on lists that spam comes through, and its labels call that
mail wanted; in the other archives a tag only names the archive."""

LISTED = frozenset({"trec07p", "lists", "own"})
"""Where list headers stay: there both wanted and unwanted mail came through lists. Elsewhere they mark one label's source."""

HEADERLESS_IN = 4
"""One sample in so many is learnt without its sender, recipients and reply path, one in twice as many without its subject as well: a
headerless archive must not make their absence a mark of either side."""


def neutralise(message: Message, sample: Sample) -> Message:
    """The message as training may see it."""
    address = _stand_in(sample.campaign)
    text = _LISTSERVE.sub("", _HIDDEN_ADDRESS.sub(address, _PLACEHOLDER.sub(address, message.text)))
    subject = _PLACEHOLDER.sub(address, message.subject)
    if sample.corpus not in TAGGED:
        text, subject = _LIST_FOOTER.sub("\n", text), _TAG.sub("", subject)
    links = tuple(replace(link, url=_PLACEHOLDER.sub(address, link.url)) for link in message.links)
    recipients = tuple(to for to in message.recipients if not _PLACEHOLDER.search(str(to)))
    headers = message.headers if sample.corpus in LISTED else ()
    neutral = replace(message, headers=headers, text=text, subject=subject, links=links, recipients=recipients)
    return _without_headers(neutral, sample)


def _without_headers(message: Message, sample: Sample) -> Message:
    draw = zlib.crc32(sample.campaign.encode())
    if BY_NAME[sample.corpus].built or draw % HEADERLESS_IN == 0:
        message = replace(message, headers=(), sender=None, reply_to=(), recipients=())
    return replace(message, subject="") if draw % (2 * HEADERLESS_IN) == 0 else message


def _stand_in(campaign: str) -> str:
    """A plausible address, the same for one campaign, instead of a corpus' placeholder."""
    draw = zlib.crc32(campaign.encode(), 1)
    return f"{_ADDRESSES[draw % len(_ADDRESSES)]}@{_DOMAINS[draw // 16 % len(_DOMAINS)]}"
