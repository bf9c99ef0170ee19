"""Taking out of training mail what gives its corpus away, so that the model learns the threat and not the archive.

Applied to parsed messages, in training and in no other place: what is served is judged as it came. Deterministic: every choice
hangs on a hash of the sample's campaign, never on chance.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import replace

from filter.judge.mail import Address, Link, Message
from filter.lab.corpora import BY_NAME, Sample
from filter.lab.trimmings import trimmed

# What list software, the archive's makers or the honeypot wrote into the text, and not the sender.
_LIST_FOOTER = re.compile(r"\n_{20,}\s*\n.*\Z|\n-{20,}\s*\n(?=[^\n]*(?:list|unsubscribe|sf\.net)).*\Z", re.DOTALL | re.IGNORECASE)
_LISTSERVE = re.compile(r"\[?the\s+listserve\]?", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"phishing@pot(?:\.[a-z]+)?|(?:user(?:name)?|jose|nazario)@(?:domain|example|monkey)\.(?:com|org)|[\w.+%-]+@monkey\.org", re.IGNORECASE
)
_HIDDEN_ADDRESS = re.compile(r"(\S+) ?(?:@end\|ng \|rom|\|rom @end\|ng|@\|?sending ?from) ?(\S+)", re.IGNORECASE)
_INVENTED = re.compile(r"(?<=\w)\.example\b", re.IGNORECASE)
_INVENTED_HOST = re.compile(r"(?<![a-z0-9.-])[a-z0-9.-]{1,253}\.example\b", re.IGNORECASE)
_NAMES = ("office", "j.meyer", "maria.santos", "info", "t.brandt", "accounts", "anna", "webteam", "p.novak", "k.lewis")
_SYLLABLES = ("ka", "lor", "mi", "ren", "sta", "vel", "dor", "na", "ti", "bru", "sel", "mon", "ga", "fi", "ul", "per")
_ENDINGS = ("com", "com", "com", "net", "org", "de", "co.uk", "fr", "io", "es", "nl", "it")

_TAG = re.compile(r"\[[^\[\]]{1,40}\]\s*")

TAGGED = frozenset({"trec07p", "own"})
"""Where a list's tag in the subject stays: in trec07p two recipients are on lists that spam comes through, and its labels call that
mail wanted; in the other archives a tag only names the archive."""

THROUGH_LISTS = frozenset({"trec07p", "lists"})
"""Where both wanted and unwanted mail came through lists."""

LISTED = THROUGH_LISTS | {"own"}
"""Where list headers stay. Elsewhere they mark one label's source."""

FORGED_IN = 8
"""One mail in so many is learnt with its reader's address in the text, one in so many with the reader's name in front, and one in so many
without its sender's name, as any sender can write it: wanted and bad alike, so that none of it by itself says anything."""

LIST_FORGED_IN = {"spam": 8, "fraud": 8, "phish": 8, "bec": 32}
"""One bad mail in so many is learnt with a list's header; BEC seldom, for hardly any has one by itself: it would come to speak for BEC."""

JOINED_IN = 2
"""One mail in so many is learnt with the words of its invented domains joined, without hyphens: they cost nothing, and our bad senders
had more of them."""

HEADERLESS_IN = 4
"""One sample in so many is learnt without its sender, recipients and reply path, one in twice as many without its subject as well: a
headerless archive must not make their absence a mark of either side."""


def neutralise(message: Message, sample: Sample) -> Message:
    """The message as training may see it."""
    tagged = sample.corpus in TAGGED
    text = _LISTSERVE.sub("", message.text if tagged else _LIST_FOOTER.sub("\n", message.text))
    subject = message.subject if tagged else _TAG.sub("", message.subject)
    headers = message.headers if sample.corpus in LISTED else ()
    neutral = _without_placeholders(replace(message, headers=headers, text=text, subject=subject), sample.campaign)
    neutral = trimmed(neutral, sample, _domain(sample.campaign))
    return _forged(_without_headers(neutral, sample), sample)


def _forged(message: Message, sample: Sample) -> Message:
    """A mail with something that much wanted mail has and that costs a sender nothing; most with none."""
    draw = hashlib.sha256(sample.campaign.encode()).digest()[0]  # another CRC would go with that which draws the headerless
    if draw % FORGED_IN == 3 and message.sender:
        return replace(message, sender=message.sender._replace(name=""))
    if not message.recipients:
        return message
    if draw % FORGED_IN == 1:
        return _with_the_address(message, message.recipients[0])
    if draw % FORGED_IN == 2:
        return _with_the_name(message, message.recipients[0])
    is_listed = sample.label in LIST_FORGED_IN and sample.corpus not in THROUGH_LISTS and draw % LIST_FORGED_IN[sample.label] == 0
    return _through_a_list(message) if is_listed else message


def _through_a_list(message: Message) -> Message:
    return replace(message, headers=(*message.headers, ("list-post", " <mailto:list@example.com>")))


def _with_the_address(message: Message, recipient: Address) -> Message:
    return replace(message, text=f"{message.text}\n{recipient}")


def _with_the_name(message: Message, recipient: Address) -> Message:
    return replace(message, text=f"{recipient.name or recipient.local}, {message.text}")


def _domain(campaign: str) -> str:
    """A plausible one, the same for all of a campaign."""
    draw = zlib.crc32(campaign.encode(), 1)
    syllables = (_SYLLABLES[draw >> shift & 15] for shift in (4, 8, 12))
    return f"{''.join(syllables)}.{_ENDINGS[draw % len(_ENDINGS)]}"


def _without_placeholders(message: Message, campaign: str) -> Message:
    """Plausible addresses and domains instead of placeholders, the same ones all through a message."""
    domain, joins = _domain(campaign), hashlib.sha256(campaign.encode()).digest()[1] % JOINED_IN == 0
    address = f"{_NAMES[zlib.crc32(campaign.encode(), 1) % len(_NAMES)]}@{domain}"
    ending = domain.partition(".")[2]

    def plausible(text: str) -> str:
        text = _HIDDEN_ADDRESS.sub(address, _PLACEHOLDER.sub(address, text))
        if joins:
            text = _INVENTED_HOST.sub(lambda host: host[0].replace("-", ""), text)
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
