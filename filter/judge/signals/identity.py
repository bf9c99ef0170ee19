"""Who the mail says it is from: its sender beside the VIPs, the suppliers and the site's own domains. Facts only.

A name that several people bear accuses none of them: whose address it is counts, and an own domain has namesakes.
"""

from __future__ import annotations

import re

from filter.judge import quotes
from filter.judge.likeness.domains import owner
from filter.judge.likeness.known import is_freemail, is_own, known
from filter.judge.likeness.names import own_words, spellings, words_of
from filter.judge.scene import Scene, Signal
from filter.judge.signals.senders import is_theirs, is_vip, sender_of, shown
from filter.judge.site import Vip

SIGNATURE_LINES, SIGNATURE_CHARS = 10, 60
"""Last lines of the new text looked at for a signature, and characters of one that may be."""

ENDING_CHARS = 1000
"""Characters that the last lines are taken from."""

SUBJECT_WORDS = 30
"""Words of a subject looked at for a name."""

_GROUP = "identity"
# In a From field: a name in quotes, or without, where an address in brackets had to follow; or brackets with nothing in them.
_APART = re.compile(r'(?:^|,)\s{0,9}(?:"([^"]{1,200})"\s{0,9}(?:,|<>)|([^",<>@()]{1,200})(?:,\s{0,9}<|<>))', re.ASCII)
_BESIDE = re.compile(r'"[^"]*"|\([^()]*\)')


def _borrowed(scene: Scene) -> Vip | None:
    """The VIP whose name the sender bears from outside, at an address that is nobody's of that name."""
    sender = sender_of(scene)
    vips = known(scene.site).people.named(sender.name)
    if not vips or not sender.domain or is_own(sender.domain, scene.site) or any(is_theirs(sender, vip) for vip in vips):
        return None
    return vips[0]


def _vip_name(scene: Scene) -> str:
    sender = sender_of(scene)
    if (vip := _borrowed(scene)) is None:
        return ""
    if sender.name.casefold() == vip.name.casefold():
        return f"display name is {shown(vip.name)} (VIP), {shown(sender)} is not theirs"
    return f"display name {shown(sender.name)} names {shown(vip.name)} (VIP), address is not theirs"


def _vip_freemail(scene: Scene) -> str:
    sender = sender_of(scene)
    if not is_freemail(sender.domain, scene.site) or (vip := _borrowed(scene)) is None:
        return ""
    return f"display name names {shown(vip.name)} (VIP), freemail address {shown(sender)} is not theirs"


def _near_vip(scene: Scene) -> str:
    sender = sender_of(scene)
    vips = known(scene.site).people.resembling(sender.name)
    if not vips or not sender.domain or is_own(sender.domain, scene.site) or is_vip(scene, sender):
        return ""
    return f"display name {shown(sender.name)} resembles {shown(vips[0].name)} (VIP)"


def _vip_in_subject(scene: Scene) -> str:
    people = known(scene.site).people
    if not people.words or not scene.message.subject:
        return ""
    sender = sender_of(scene)
    for text in spellings(scene.message.subject):
        words = words_of(text, SUBJECT_WORDS)
        vips = people.in_row(own_words(words)) if people.knows_two(words) else ()
        if vips and not any(is_theirs(sender, vip) for vip in vips):
            return f"subject has the name of {shown(vips[0].name)} (VIP), sender is {shown(sender)}"
    return ""


def _vip_signs(scene: Scene) -> str:
    people, sender = known(scene.site).people, sender_of(scene)
    if not people.words or not sender.domain:
        return ""
    for line in _last_lines(quotes.read(scene.message.text).new):
        vips = people.signed(line) if people.knows_two(words_of(spellings(line)[0])) else ()
        if vips and not any(is_theirs(sender, vip) for vip in vips):
            return f"text is signed {shown(vips[0].name)} (VIP), sender is {shown(sender)}"
    return ""


def _last_lines(text: str) -> list[str]:
    """The lines that may be a signature, last first: neither a salutation nor one that says who is who."""
    lines = text[-ENDING_CHARS:].split("\n")
    if len(text) <= ENDING_CHARS and sum(not line.isspace() for line in lines) > 1:
        lines[0] = ""
    kept = [line for line in lines if line and not line.isspace()][-SIGNATURE_LINES:]
    return [line for line in reversed(kept) if len(line) <= SIGNATURE_CHARS and " " in line and ":" not in line]


def _private_address(scene: Scene) -> str:
    sender = sender_of(scene)
    vips = known(scene.site).addresses.get(str(sender).lower(), ())
    if not vips or not scene.site.domains or is_own(sender.domain, scene.site):
        return ""
    return f"{shown(sender)} is a private address of {shown(vips[0].name)} (VIP)"


def _supplier_name(scene: Scene) -> str:
    sender = sender_of(scene)
    supplier = known(scene.site).firms.named(sender.name) if sender.domain else None
    if supplier is None or is_own(sender.domain, scene.site) or f".{sender.domain}".endswith(tuple(f".{one}" for one in supplier.domains)):
        return ""
    return f"display name names the supplier {shown(supplier.name)}, {shown(sender.domain)} is not theirs"


def _several_from(scene: Scene) -> str:
    fields = [value for key, value in scene.message.headers if key == "from"]
    if len(fields) > 1:
        return f"{len(fields)} From fields"
    if not fields or "," not in fields[0] or fields[0].count("@") < 2:
        return ""
    last = [part.split()[-1].strip("<>;").lower() for part in _BESIDE.sub("", fields[0]).split(",") if not part.isspace() and part]
    mailboxes = dict.fromkeys(word for word in last if "@" in word)
    return f"From has {len(mailboxes)} addresses: {', '.join(map(shown, mailboxes))}" if len(mailboxes) > 1 else ""


def _name_apart(scene: Scene) -> str:
    value = " ".join(scene.message.header("from").split())
    found = _APART.search(value) if "@" in value and ("," in value or "<>" in value) else None
    return f"From has the name {shown((found[1] or found[2]).strip())} by itself, without an address" if found else ""


def _not_envelope(scene: Scene) -> str:
    sender = sender_of(scene)
    path = ((scene.envelope and scene.envelope.sender) or "").rpartition("@")[2].lower()
    if not path or not sender.domain or owner(path) == owner(sender.domain):
        return ""
    return f"From is of {shown(owner(sender.domain))}, envelope sender of {shown(owner(path))}"


def _own_domain(scene: Scene) -> str:
    sender = sender_of(scene)
    return f"From claims the own domain {shown(sender.domain)}" if is_own(sender.domain, scene.site) else ""


def _freemail(scene: Scene) -> str:
    sender = sender_of(scene)
    return f"sender writes from freemail {shown(sender.domain)}" if is_freemail(sender.domain, scene.site) else ""


SIGNALS: tuple[Signal, ...] = (
    Signal("vip-name-foreign-address", _GROUP, "sublime-rules: VIP impersonation; rspamd SPOOF_DISPLAY_NAME", _vip_name),
    Signal("vip-name-freemail", _GROUP, "sublime-rules: VIP impersonation; BEC-Guard (USENIX Security 2019)", _vip_freemail),
    Signal("vip-near-name", _GROUP, "sublime-rules: VIP impersonation, strict Levenshtein", _near_vip),
    Signal("vip-name-in-subject", _GROUP, "sublime-rules: VIP impersonation, name in the subject", _vip_in_subject),
    Signal("vip-signs", _GROUP, "sublime-rules: VIP impersonation, name in the body", _vip_signs),
    Signal("vip-private-address", _GROUP, "site facts; Microsoft mailbox intelligence", _private_address),
    Signal("supplier-name-foreign-address", _GROUP, "sublime-rules: vendor impersonation by display name", _supplier_name),
    Signal("several-from", _GROUP, "RFC 5322 3.6 and 3.6.2; rspamd MULTIPLE_FROM", _several_from),
    Signal("from-name-apart", _GROUP, "RFC 5322 3.4; SpamAssassin's rules on From", _name_apart),
    Signal("from-not-envelope", _GROUP, "RFC 7489 3.1.2; rspamd FROM_NEQ_ENVFROM", _not_envelope),
    Signal("own-domain-sender", _GROUP, "site facts; sublime-rules: sender in the organisation's domains", _own_domain),
    Signal("freemail-sender", _GROUP, "SpamAssassin FREEMAIL_FROM, rspamd FREEMAIL_FROM", _freemail),
)
