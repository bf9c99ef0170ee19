"""Sender's domains that could be taken for another: the site's own, a supplier's, a correspondent's. Facts only.

What hosts a name for its owner (`acme.helpdesk.example`) looks the same as what borrows it: such a fact bears its own name.
"""

from __future__ import annotations

import re
from itertools import chain, islice

from filter.judge import limits
from filter.judge.likeness.domains import Likeness, label_of, likeness, owner, skeleton, written
from filter.judge.likeness.known import is_freemail, is_own, known
from filter.judge.likeness.names import mixed_letters
from filter.judge.scene import Scene, Signal
from filter.judge.signals.senders import sender_of, shown

CORRESPONDENTS = 20
"""Domains of recipients and of addresses in the text that the sender's is compared with."""

OWN_NAMES = 100
"""Own domains whose names are looked for in a local part."""

_GROUP = "lookalike"
_NAME_CHARS = 5  # of a domain's name before it is looked for inside another
_IN_TEXT = re.compile(r"@((?:[\w-]{1,63}\.){1,8}[a-z]{2,24})", re.IGNORECASE)
_NO_LETTER = str.maketrans("", "", "._+=")
_CHEAP = frozenset(
    """
    bid bond buzz cf cfd click cyou date download faith fit ga gq icu lat loan men ml mom monster mov party quest racing rest review sbs
    stream support surf tk top trade win work zip
    """.split()  # noqa: SIM905  (a wall of names reads better so)
)


def _foreign(scene: Scene) -> str:
    """The sender's domain, where it is nobody's the site knows and no provider's; else ""."""
    domain = sender_of(scene).domain
    if not domain or is_own(domain, scene.site) or is_freemail(domain, scene.site) or known(scene.site).suppliers.holds(domain):
        return ""
    return domain


def _evidence(domain: str, found: Likeness | None, whose: str) -> str:
    return f"sender's domain {shown(domain)} looks like {whose} {shown(found.domain)} ({found.how})" if found else ""


def _own(scene: Scene) -> str:
    domain = _foreign(scene)
    return _evidence(domain, known(scene.site).own.find(domain), "the own") if domain else ""


def _supplier(scene: Scene) -> str:
    domain = _foreign(scene)
    return _evidence(domain, known(scene.site).suppliers.find(domain), "the supplier's") if domain else ""


def _imitated(scene: Scene) -> Likeness | None:
    """The domain of a recipient, or of an address in the text, that the sender's could be taken for."""
    domain = _foreign(scene)
    if not domain:
        return None
    named = {to.domain: None for to in scene.message.recipients}
    text = scene.message.text
    if "@" in text:
        named |= {found[1].lower(): None for found in islice(_IN_TEXT.finditer(text), CORRESPONDENTS)}
    for other in [*named][:CORRESPONDENTS]:
        if other and not is_freemail(other, scene.site) and not is_own(other, scene.site) and (how := likeness(domain, other)):
            return Likeness(other, how)
    return None


def _correspondent(scene: Scene) -> str:
    return _evidence(sender_of(scene).domain, _imitated(scene), "another in this mail:")


def _misspelt(scene: Scene) -> str:
    found = _imitated(scene)
    return _evidence(sender_of(scene).domain, found, "another in this mail:") if found and not found.adds else ""


def _punycode(scene: Scene) -> str:
    domain = sender_of(scene).domain
    return f"sender's domain {shown(domain)} is shown as {shown(written(domain))}" if "xn--" in domain else ""


def _mixed(scene: Scene) -> str:
    domain = sender_of(scene).domain
    return f"sender's domain {shown(written(domain))} mixes kinds of letters" if domain and mixed_letters(written(domain)) else ""


def _in_local(scene: Scene) -> str:
    sender = sender_of(scene)
    local = sender.local.lower()
    if len(local) < _NAME_CHARS or not sender.domain or is_own(sender.domain, scene.site):
        return ""
    bare = skeleton(local.translate(_NO_LETTER))
    to = {skeleton(label_of(to.domain)): to.domain for to in scene.message.recipients[:CORRESPONDENTS] if to.domain}
    for name, domain in chain(islice(known(scene.site).own.names.items(), OWN_NAMES), to.items()):
        if len(name) < _NAME_CHARS or name not in bare or is_freemail(domain, scene.site) or owner(domain) == owner(sender.domain):
            continue
        return f"sender's local part {shown(local)} holds the name of {shown(domain)}"
    return ""


def _name_inside(scene: Scene) -> str:
    domain = _foreign(scene)
    names = known(scene.site).own.names
    if not domain or not names:
        return ""
    for label in domain.split(".")[: limits.HOST_LABELS]:
        for part in (label, *(label.split("-") if "-" in label else ())):
            if len(part) >= _NAME_CHARS and skeleton(part) in names:
                return f"sender's domain {shown(domain)} has the name of the own domain {shown(names[skeleton(part)])}"
    return ""


def _chosen(domain: str) -> str:
    """A domain as a reader sees it, less the ending that its owner shares with others."""
    own = owner(domain)
    return written(domain.removesuffix(own) + own.partition(".")[0])


def _supplier_inside(scene: Scene) -> str:
    domain = _foreign(scene)
    if not domain or (found := known(scene.site).firms.inside(_chosen(domain))) is None:
        return ""
    return f"sender's domain {shown(domain)} has words of the supplier {shown(found[0].name)}: {shown(', '.join(found[1]))}"


def _supplier_in_local(scene: Scene) -> str:
    sender = sender_of(scene)
    if not is_freemail(sender.domain, scene.site) or (found := known(scene.site).firms.inside(sender.local.lower())) is None:
        return ""
    return f"freemail address {shown(sender)} has words of the supplier {shown(found[0].name)}: {shown(', '.join(found[1]))}"


def _cheap(scene: Scene) -> str:
    domain = sender_of(scene).domain
    ending = domain.rpartition(".")[2]
    return f"sender's domain {shown(domain)} ends in .{ending}, much abused" if ending in _CHEAP else ""


SIGNALS: tuple[Signal, ...] = (
    Signal("lookalike-own-domain", _GROUP, "sublime-rules: lookalike of the organisation's domain; rspamd HOMOGLYPH", _own),
    Signal("lookalike-supplier", _GROUP, "FBI PSA I-091124; sublime-rules: lookalike of a supplier's domain", _supplier),
    Signal("lookalike-correspondent", _GROUP, "sublime-rules: Cc or thread with a lookalike domain", _correspondent),
    Signal("misspelt-correspondent", _GROUP, "sublime-rules: Cc or thread with a lookalike domain, strict Levenshtein", _misspelt),
    Signal("punycode-sender", _GROUP, "RFC 3492; sublime-rules: punycode sender domain", _punycode),
    Signal("mixed-script-domain", _GROUP, "Unicode UTS 39 5.1; rspamd R_MIXED_CHARSET_URL", _mixed),
    Signal("recipient-domain-in-local", _GROUP, "sublime-rules: recipient's domain in the sender's local part", _in_local),
    Signal("own-name-in-foreign-domain", _GROUP, "sublime-rules: organisation's domain as a subdomain of the sender's", _name_inside),
    Signal("supplier-name-in-foreign-domain", _GROUP, "sublime-rules: vendor's name in another's domain", _supplier_inside),
    Signal("supplier-name-in-local", _GROUP, "sublime-rules: vendor impersonation from freemail", _supplier_in_local),
    Signal("cheap-tld", _GROUP, "sublime-rules: suspicious TLDs; SpamAssassin PDS_OTHER_BAD_TLD", _cheap),
)
