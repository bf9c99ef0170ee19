"""Taking out of training mail what gives its corpus away, so that the model learns the threat and not the archive.

Applied to parsed messages, in training and in no other place: what is served is judged as it came. Deterministic: every choice
hangs on a hash of the sample's campaign, never on chance.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

from filter.judge.mail import Address, Link, Message
from filter.lab.corpora import BY_NAME, Sample

# What list software, the archive's makers or the honeypot wrote into the text, and not the sender.
_LIST_FOOTER = re.compile(r"\n_{20,}\s*\n.*\Z|\n-{20,}\s*\n(?=[^\n]*(?:list|unsubscribe|sf\.net)).*\Z", re.DOTALL | re.IGNORECASE)
_LISTSERVE = re.compile(r"\[?the\s+listserve\]?", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"phishing@pot(?:\.[a-z]+)?|(?:user(?:name)?|jose|nazario)@(?:domain|example|monkey)\.(?:com|org)|[\w.+%-]+@monkey\.org", re.IGNORECASE
)
_HIDDEN_ADDRESS = re.compile(r"(\S+) ?(?:@end\|ng \|rom|\|rom @end\|ng|@\|?sending ?from) ?(\S+)", re.IGNORECASE)
_INVENTED = re.compile(r"(?<=\w)\.example\b", re.IGNORECASE)
_NAMES = ("office", "j.meyer", "maria.santos", "info", "t.brandt", "accounts", "anna", "webteam", "p.novak", "k.lewis")
_SYLLABLES = ("ka", "lor", "mi", "ren", "sta", "vel", "dor", "na", "ti", "bru", "sel", "mon", "ga", "fi", "ul", "per")
_ENDINGS = ("com", "com", "com", "net", "org", "de", "co.uk", "fr", "io", "es", "nl", "it")

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
    tagged = sample.corpus in TAGGED
    text = _LISTSERVE.sub("", message.text if tagged else _LIST_FOOTER.sub("\n", message.text))
    subject = message.subject if tagged else _TAG.sub("", message.subject)
    headers = message.headers if sample.corpus in LISTED else ()
    neutral = replace(message, headers=headers, text=text, subject=subject)
    return _without_headers(_without_placeholders(neutral, sample.campaign), sample)


def _without_placeholders(message: Message, campaign: str) -> Message:
    """Plausible addresses and domains instead of placeholders, the same ones all through a message."""
    draw = zlib.crc32(campaign.encode(), 1)
    ending = _ENDINGS[draw % len(_ENDINGS)]
    syllables = (_SYLLABLES[draw >> shift & 15] for shift in (4, 8, 12))
    address = f"{_NAMES[draw % len(_NAMES)]}@{''.join(syllables)}.{ending}"

    def plausible(text: str) -> str:
        text = _HIDDEN_ADDRESS.sub(address, _PLACEHOLDER.sub(address, text))
        return _INVENTED.sub(f".{ending}", text)

    def mailbox(one: Address) -> Address:
        local, _, domain = plausible(str(one)).rpartition("@")
        return Address(plausible(one.name), local, domain) if local else one

    return replace(
        message,
        subject=plausible(message.subject),
        text=plausible(message.text),
        hidden=plausible(message.hidden),
        sender=message.sender and mailbox(message.sender),
        reply_to=tuple(map(mailbox, message.reply_to)),
        recipients=tuple(map(mailbox, message.recipients)),
        links=tuple(Link(plausible(link.url), plausible(link.host), plausible(link.text)) for link in message.links),
    )


def _without_headers(message: Message, sample: Sample) -> Message:
    draw = zlib.crc32(sample.campaign.encode())
    if BY_NAME[sample.corpus].built or draw % HEADERLESS_IN == 0:
        message = replace(message, headers=(), sender=None, reply_to=(), recipients=())
    return replace(message, subject="") if draw % (2 * HEADERLESS_IN) == 0 else message
