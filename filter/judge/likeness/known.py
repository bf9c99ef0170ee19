"""What signals ask of a site, worked out once for each: whose name this is, whose address, what a domain looks like.

Pure, and bound to the `Site` object itself: whoever judges keeps one and hands it on, as comparing thousands of facts for each mail
would cost more than judging it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from filter.judge.domains import FREEMAIL, registered, under
from filter.judge.likeness.domains import Lookout, lookout
from filter.judge.likeness.firms import Firms, firms
from filter.judge.likeness.people import People, people
from filter.judge.site import Site, Vip

SITES = 64
"""Sites whose facts are kept worked out."""

INFIX_CHARS = 7
"""The shortest name of a domain that counts wherever it stands in a host."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A site's facts, kept for finding. `addresses` has the VIPs by their true addresses; `owned` the registrable domains of the site
    and its suppliers, `labels` these domains by what is registered of them, `infixes` the longer of these labels by how they open."""

    people: People
    firms: Firms
    own: Lookout
    suppliers: Lookout
    addresses: dict[str, tuple[Vip, ...]]
    owned: frozenset[str]
    labels: dict[str, str]
    infixes: dict[str, tuple[str, ...]]

    def infix(self, host: str) -> str:
        """The first long label that stands anywhere in a host; "" where none does. Takes no longer for more suppliers."""
        for start in range(len(host) - INFIX_CHARS + 1):
            for label in self.infixes.get(host[start : start + INFIX_CHARS], ()):
                if host.startswith(label, start):
                    return label
        return ""


class _Held:
    """A site by identity: the same object, whatever it holds."""

    __slots__ = ("site",)

    def __init__(self, site: Site) -> None:
        self.site = site

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.site is self.site

    def __hash__(self) -> int:
        return id(self.site)


def known(site: Site) -> Known:
    """What is known of a site."""
    return _known(_Held(site))


@lru_cache(maxsize=SITES)
def _known(held: _Held) -> Known:
    site = held.site
    addresses: dict[str, tuple[Vip, ...]] = {}
    for vip in site.vips:
        for address in vip.addresses:
            addresses[address] = (*addresses.get(address, ()), vip)
    named = (*sorted(site.domains), *(domain for supplier in site.suppliers for domain in supplier.domains))
    labels = {registered(domain).partition(".")[0]: domain for domain in reversed(named)}
    infixes: dict[str, tuple[str, ...]] = {}
    for label in filter(lambda label: len(label) >= INFIX_CHARS, labels):
        infixes[label[:INFIX_CHARS]] = (*infixes.get(label[:INFIX_CHARS], ()), label)
    return Known(
        people=people(site.vips),
        firms=firms(site.suppliers),
        own=lookout(sorted(site.domains)),
        suppliers=lookout(domain for supplier in site.suppliers for domain in supplier.domains),
        addresses=addresses,
        owned=frozenset(map(registered, named)),
        labels=labels,
        infixes=infixes,
    )


def is_own(domain: str, site: Site) -> bool:
    """Whether a domain is one of the site's or stands below one."""
    return bool(domain) and bool(site.domains) and _is_own(domain, site.domains)


@lru_cache(maxsize=4096)
def _is_own(domain: str, domains: frozenset[str]) -> bool:
    return domain in domains or under(domain, domains)


def is_freemail(domain: str, site: Site) -> bool:
    """Whether anybody gets an address of this domain."""
    return domain in FREEMAIL or domain in site.freemail
