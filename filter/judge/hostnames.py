"""Structure tokens of host names: how they are made, of which words, and whether the sender's name is among them.

Whoever imitates a firm cannot have its domain, and takes one that has its name and a word more ("account", "secure", "invoices"), or a
page of somebody else. A name in one word gives no word: it is who somebody is, and would tell archives apart, not threats.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from filter.judge import limits
from filter.judge.confusables import folded
from filter.judge.domains import FREE_HOSTS, FREEMAIL, is_address, is_host, is_registrable, registered, under
from filter.judge.likeness.domains import written

_BETWEEN_WORDS = re.compile(r"[^a-z]+")
_TELLING = 4  # letters of a name that seldom stand in another word by chance
_PUNYCODE = "xn--"
_REGISTERED, _BELOW = "a registered one", "below a registered one"
_FILLERS = frozenset("the and for von der die das und van den het los las del les des".split())  # noqa: SIM905  (so it reads better)
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "æ": "ae", "ø": "oe"})


class HostName(NamedTuple):
    """What a host stands under: the domain that somebody registered, its own label as the eye takes it, the label's words where it has
    several. `place` says whether the host is that domain or below it; "" where the domain is everybody's."""

    domain: str
    label: str
    words: tuple[str, ...]
    place: str


def words_of(name: str) -> tuple[str, ...]:
    """The words of a display name as host names can have them, and again with their umlauts written out."""
    name = unicodedata.normalize("NFC", name).lower()
    words = [
        word for written in (name, name.translate(_WRITTEN_OUT)) for word in _BETWEEN_WORDS.split(folded(written).lower()) if len(word) > 1
    ]
    return tuple(dict.fromkeys(words))[: limits.NAME_WORDS]


def of_sender(domain: str, names: Iterable[str]) -> Iterator[str]:
    """What the domain of a sender who goes by these `names` (words, folded and lower case) says; nothing where it is everybody's."""
    if domain in FREEMAIL or (name := host_name(domain)) is None:
        return
    if name.place == _BELOW:
        yield "sender's domain is below a registered one"
    yield from _made_of("sender's domain", name, names)
    yield from _words("sender's domain", name)


def of_links(hosts: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """The same of where links lead, and whether to registered domains. Words only of a few, for with many a sender could say anything:
    first of those that have the sender's name and more, so that no others hide them."""
    found = [name for host in hosts if (name := host_name(host))]
    yield from (f"a link's host is {name.place}" for name in found if name.place)
    domains = {name.domain: name for name in found}.values()
    for name in domains:
        yield from _made_of("a link's host", name, names)
    several = sorted([name for name in domains if name.words], key=lambda name: not _is_name_and_more(name, names))
    for name in several[: limits.LINK_DOMAINS]:
        yield from _words("a link's host", name)


def _made_of(whose: str, name: HostName, names: Iterable[str]) -> Iterator[str]:
    """Whether the sender's name stands in it with more beside it."""
    if _is_name_and_more(name, names):
        yield f"{whose} has the sender's name and more"
    elif not name.words and _is_part(name.label, names):
        yield f"{whose} has the sender's name in one word with more"


def _is_name_and_more(name: HostName, names: Iterable[str]) -> bool:
    known = [word for word in name.words if any(_is_of(word, one) for one in names)]
    return len(known) < len(name.words) and any(len(word) > 2 and word not in _FILLERS for word in known)


def _words(whose: str, name: HostName) -> Iterator[str]:
    for word in name.words:
        yield f'{whose} has the word "{word}"'


def _is_of(word: str, one: str) -> bool:
    """Whether a host's word is a word of a name, or one stands within the other and is long enough not to by chance."""
    return word == one or (min(len(word), len(one)) >= _TELLING and (word in one or one in word))


def _is_part(label: str, names: Iterable[str]) -> bool:
    """Whether a label in one word holds a name and more than the names: `acmetools` is all of Acme Tools."""
    rest = _BETWEEN_WORDS.sub("", label)
    for one in sorted(names, key=len, reverse=True):
        rest = rest.replace(one, "")
    return bool(rest) and any(len(one) >= _TELLING and one in label for one in names)


def host_name(host: str) -> HostName | None:
    """A host's name, read; None of what is no name in the public tree: an address, `localhost`, a suffix, too long a name."""
    return None if is_address(host) or not is_host(host) else _host_name(host)


@lru_cache(maxsize=4096)
def _host_name(host: str) -> HostName | None:
    if not is_registrable(host):
        return None
    domain = registered(host)
    label = _seen(domain.partition(".")[0])
    words = [word for word in _BETWEEN_WORDS.split(label) if len(word) > 1][: limits.HOST_WORDS]
    place = "" if under(host, FREE_HOSTS) else _REGISTERED if host in (domain, f"www.{domain}") else _BELOW
    return HostName(domain, label, tuple(words) if len(words) > 1 else (), place)


def _seen(label: str) -> str:
    """A label as its reader takes it: out of Punycode, look-alike letters folded; "" of what cannot be read."""
    label = written(label)
    return folded(label).lower() if label.isprintable() and not label.startswith(_PUNYCODE) else ""
