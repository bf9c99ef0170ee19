"""Structure tokens of host names: how they are made, of which words, and whether the sender's name is among them.

Whoever imitates a firm cannot have its domain, and takes one that has its name and a word more ("account", "secure", "invoices"), or a
page of somebody else. A name in one word gives no word: it is who somebody is, and would tell archives apart, not threats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from filter.judge import limits
from filter.judge.domains import FREEMAIL, is_address, registered

_BETWEEN_WORDS = re.compile(r"[-_0-9]+")
_HYPHENS = ("", "a hyphen", "two hyphens", "many hyphens")
_TELLING = 4  # letters of a name that seldom stand in another word by chance


class _Name(NamedTuple):
    """The label that somebody registered, its words where it has several, and whether the host stands below what was registered."""

    label: str
    words: tuple[str, ...]
    is_below: bool


def of_sender(domain: str, names: Iterable[str]) -> Iterator[str]:
    """What the domain of a sender who goes by these `names` (words, folded and lower case) says; nothing where it is everybody's."""
    if domain not in FREEMAIL and not is_address(domain):
        name = _name(domain)
        if name.is_below:
            yield "sender's domain is below a registered one"
        yield from _made_of("sender's domain", name, names)


def of_links(hosts: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """The same of where links lead: of a few hosts, for with many a sender could say anything."""
    for host in list(hosts)[: limits.LINK_HOSTS]:
        if not is_address(host):
            name = _name(host)
            yield "a link's host is below a registered one" if name.is_below else "a link's host is a registered one"
            yield from _made_of("a link's host", name, names)


def _made_of(whose: str, name: _Name, names: Iterable[str]) -> Iterator[str]:
    if hyphens := name.label.count("-"):
        yield f"{whose} has {_HYPHENS[min(hyphens, len(_HYPHENS) - 1)]}"
    for word in name.words:
        yield f'{whose} has the word "{word}"'
    known = [word for word in name.words if any(word in one or one in word for one in names)]
    if known and len(known) < len(name.words):
        yield f"{whose} has the sender's name and more"
    elif not name.words and any(len(one) >= _TELLING and one in name.label and one != name.label for one in names):
        yield f"{whose} has the sender's name in one word with more"


@lru_cache(maxsize=4096)
def _name(host: str) -> _Name:
    whole = registered(host)
    label = whole.partition(".")[0]
    words = [word for word in _BETWEEN_WORDS.split(label) if len(word) > 1][: limits.HOST_WORDS]
    return _Name(label, tuple(words) if len(words) > 1 else (), host not in (whole, f"www.{whole}"))
