"""What a site knows of itself: its domains, the people worth imitating, its suppliers, and whose authentication results it trusts.

Values only; `config.site` reads them. Empty facts are a site that configured nothing: every signal that needs them is silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Vip(NamedTuple):
    """Somebody whose name is worth borrowing: `addresses` are the ones that are truly theirs, lower case."""

    name: str
    addresses: tuple[str, ...]


class Supplier(NamedTuple):
    """A firm that sends the site invoices: `domains` are the ones it truly writes from, lower case."""

    name: str
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The facts of one site. Domains and hosts are lower case; `freemail` are providers beyond those that `domains` knows."""

    domains: frozenset[str] = frozenset()
    vips: tuple[Vip, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    authserv_ids: frozenset[str] = frozenset()
    freemail: frozenset[str] = frozenset()


NOWHERE = Site()
"""A site that configured nothing."""
