"""What the display name holds that a name need not: titles, addresses, domains, the recipient, letters that only look alike. Facts only."""

from __future__ import annotations

import re
from collections.abc import Iterator

import re2

from filter.judge.likeness.domains import owner
from filter.judge.likeness.known import is_freemail, is_own, known
from filter.judge.likeness.names import NAME_CHARS, is_personal, mixed_letters, readings, same_name, spellings
from filter.judge.rules.fields import RE2_OPTIONS, octets
from filter.judge.scene import Scene, Signal
from filter.judge.signals.senders import is_theirs, sender_of, shown

RECIPIENTS = 10
"""Recipients that the display name is compared with."""

_GROUP = "identity"
_TITLE = re2.compile(
    rb"\b(?:ceo|c\.e\.o|cfo|c\.f\.o|coo|cto|pdg|p\.d\.g|daf|chief (?:executive|financial|operating)|managing director|president[ea]?"
    rb"|chair(?:wo)?man|(?:general|finance|executive|group) director|director (?:gerente|financiero|ejecutivo)|geschaftsfuhr(?:er|erin|ung)"
    rb"|geschaeftsfuehr(?:er|erin|ung)|geschaftsleit(?:er|erin|ung)|vorstand(?:svorsitzende[r]?)?|direct(?:eur|rice)(?: general[e]?)?"
    rb"|direction generale|dirett(?:ore|rice)(?: generale)?|direzione generale|amministrat(?:ore|rice) (?:delegat[oa]|unic[oa])"
    rb"|consejer[oa] delegad[oa]|directora?(?: general)?|gerencia|gerente|diretora? (?:geral|executiv[oa]|financeir[oa])"
    rb"|algemeen directeur|directie|bestuurder|prezes(?: zarzadu)?|dyrektor)\b",
    RE2_OPTIONS,
)
_TITLE_LOCAL = re.compile(
    r"(?:^|[._-])(ceo|cfo|coo|chairman|president|presidenza|presidence|presidente|presidencia|exec|executive|director|directeur|direction"
    r"|direccion|direzione|diretoria|directie|gerencia|geschaeftsfuehr(?:er|ung)|geschaeftsleitung|chef|chefbuero|vorstand|prezes|zarzad|pdg|md)"
    r"(?:[._-]|\d|$|desk|office|mail)"
)
_HOST = re.compile(r"((?<![\w.+-])[\w.+-]{1,64}@)?(?<![\w.-])((?:[\w-]{2,63}\.){1,8}[a-z]{2,24})(?![\w-])", re.IGNORECASE)
_ENDINGS = frozenset("com net org info biz eu io co uk de at ch fr be nl es pt it pl br us ca au".split())  # noqa: SIM905
_LETTERS = re.compile(r"[a-z]+")
_SHARED = 3  # letters in common by which a local part belongs to a name


def _hosts(scene: Scene) -> Iterator[tuple[str, str]]:
    """What the display name holds that is written like an address or a domain: as it stands there, and its domain."""
    name = sender_of(scene).name[:NAME_CHARS]
    if "." in name:
        for found in _HOST.finditer(name):
            yield found.group(), found[2].lower()


def _title(scene: Scene) -> str:
    sender = sender_of(scene)
    for text in spellings(sender.name) if sender.name else ():
        if found := _TITLE.search(octets(text)):
            return f"display name {shown(sender.name)} has the title word {found.group().decode()}"
    return ""


def _title_local(scene: Scene) -> str:
    sender = sender_of(scene)
    found = _TITLE_LOCAL.search(sender.local.lower()) if is_freemail(sender.domain, scene.site) else None
    return f"freemail address {shown(sender)} has the title word {found[1]}" if found else ""


def _address(scene: Scene) -> str:
    sender = sender_of(scene)
    for written, domain in _hosts(scene):
        if "@" in written and sender.domain and owner(domain) != owner(sender.domain):
            return f"display name holds {shown(written)}, sender is {shown(sender)}"
    return ""


def _own_domain(scene: Scene) -> str:
    sender = sender_of(scene)
    if not sender.domain or is_own(sender.domain, scene.site):
        return ""
    for written, domain in _hosts(scene):
        if is_own(domain, scene.site):
            return f"display name holds the own {shown(written)}, sender is {shown(sender)}"
    return ""


def _other_domain(scene: Scene) -> str:
    """A name with a dot is a domain only where its ending is one: a common one, or the sender's."""
    sender = sender_of(scene)
    for written, domain in _hosts(scene):
        ending = domain.rpartition(".")[2]
        if "@" in written or not sender.domain or (ending not in _ENDINGS and ending != sender.domain.rpartition(".")[2]):
            continue
        if owner(domain) != owner(sender.domain):
            return f"display name holds {shown(written)}, sender's domain is {shown(sender.domain)}"
    return ""


def _recipient(scene: Scene) -> str:
    sender = sender_of(scene)
    if not sender.name:
        return ""
    own, name = str(sender).lower(), sender.name.lower()
    vips = [vip for vip in known(scene.site).people.named(sender.name) if not is_theirs(sender, vip)]
    for to in scene.message.recipients[:RECIPIENTS]:
        address = str(to).lower()
        if not to.domain or address == own:
            continue
        if address in name:
            return f"display name holds the recipient's address {shown(address)}"
        if any(address in vip.addresses for vip in vips) or (" " in to.name and _shares(name, to.name) and same_name(sender.name, to.name)):
            return f"display name {shown(sender.name)} is that of the recipient {shown(address)}"
    return ""


def _shares(name: str, other: str) -> bool:
    """Whether two names have a word in common as they are written, which is cheaper to see than whether they are the same."""
    return any(word in name for word in other.lower().split())


def _confusable(scene: Scene) -> str:
    name = sender_of(scene).name
    return f"display name {shown(name)} mixes kinds of letters in one word" if mixed_letters(name[:NAME_CHARS]) else ""


def _odd_local(scene: Scene) -> str:
    sender = sender_of(scene)
    if not is_freemail(sender.domain, scene.site) or not is_personal(sender.name):
        return ""
    local = "".join(_LETTERS.findall(spellings(sender.local)[0]))
    if any(_has_of(local, words) for words in readings(sender.name)):
        return ""
    return f"freemail address {shown(sender)} has nothing of the name {shown(sender.name)}"


def _has_of(local: str, words: tuple[str, ...]) -> bool:
    """Whether letters of the name, or its initials, are in a local part."""
    initials = "".join(word[0] for word in words)
    return (
        any(word[:_SHARED] in local for word in words)
        or (len(local) >= _SHARED and any(local[:_SHARED] in word for word in words))
        or local.startswith((initials, initials[::-1]))
    )


SIGNALS: tuple[Signal, ...] = (
    Signal("title-in-name", _GROUP, "sublime-rules: executive title in the display name", _title),
    Signal("title-local-part", _GROUP, "sublime-rules: freemail local part like ceo123", _title_local),
    Signal("address-in-name", _GROUP, "SpamAssassin FROMNAME_SPOOF; rspamd SPOOF_DISPLAY_NAME", _address),
    Signal("own-domain-in-name", _GROUP, "SpamAssassin FROMNAME_SPOOFED_EMAIL; sublime-rules: own domain in the display name", _own_domain),
    Signal("name-domain-mismatch", _GROUP, "sublime-rules: domain in the display name is not the sender's", _other_domain),
    Signal("name-is-recipient", _GROUP, "SpamAssassin FROMNAME_EQUALS_TO", _recipient),
    Signal("confusable-name", _GROUP, "Unicode UTS 39 5.1; sublime-rules: confusables in the display name", _confusable),
    Signal("person-name-odd-local", _GROUP, "BEC-Guard (USENIX Security 2019): name and address apart", _odd_local),
)
