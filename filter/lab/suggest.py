"""What a site's past mail says of it, as proposals for a person to approve: own domains, trusted authserv-ids, VIPs, suppliers.

Everything here is a guess with its evidence. An attacker may have written some of that mail, so nothing is proposed for one mail alone:
a domain needs mail that a server took for it, an outside address or firm needs time and answers, and what looks like another is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

from filter.config.site import address, authserv_id, firm_domain, name, name_key
from filter.judge.domains import FREEMAIL, registered, same_owner, under
from filter.judge.likeness.domains import likeness
from filter.lab.sightings import sighting
from filter.lab.tallies import Firm, Received, Span, Tallies, Writer, domain_of

DOMAIN, AUTHSERV_ID, VIP, SUPPLIER = "domain", "authserv-id", "vip", "supplier"

MOST = {DOMAIN: 20, AUTHSERV_ID: 10, VIP: 100, SUPPLIER: 500}
"""Most proposals of a kind, the best supported first."""

OWN_SHARE = 0.1
"""Of all mail that must be for an own domain where no server says for whom it took it."""

SIGNED_SHARE = 0.2
"""Of the mail for the site that must bear an authserv-id."""

MAILS = 2
"""Mails that must tell of a domain, an authserv-id, or a supplier's trade."""

TRADE_SHARE = 0.1
"""Of a supplier's mail that must speak of trade."""

ASKS = 3
"""Mails to colleagues that speak of paying, from which somebody without a title is worth naming."""

DAYS = 7
"""From a supplier's first mail to its last, at least; an impostor's comes in a few days."""

PRIVATE_DAYS = 30
"""The same for a VIP's address outside the site."""

SENDERS = 3
"""Domains that must write to an own domain where no server says for whom it took mail."""


class Proposal(NamedTuple):
    """Something to put into the configuration. `values` are domains, an authserv-id or addresses; `name` is a VIP's or a supplier's, else
    "". `why` is the evidence in words, `mails` how many tell of it, from `first` to `last`; `example` names one of them."""

    kind: str
    name: str
    values: tuple[str, ...]
    why: str
    mails: int
    first: date | None
    last: date | None
    example: str


@dataclass(frozen=True, slots=True)
class _Site:
    """What is taken for the site's own while the rest is looked for."""

    domains: frozenset[str]
    answered: dict[str, int]

    def has(self, one: str) -> bool:
        return under(one, self.domains)


def suggest(mails: Iterable[tuple[str, bytes]]) -> tuple[Proposal, ...]:
    """Proposals from (name, content) pairs of past mail, by kind, the best supported first."""
    tallies = Tallies()
    for path, content in mails:
        if seen := sighting(content):
            tallies.add(path, seen)
    own = dict(_own(tallies))
    site = _Site(frozenset(own), _answered(tallies, frozenset(own)))
    kinds = (
        (_domain(one, row, tallies.mails) for one, row in own.items()),
        _authserv_ids(own),
        _vips(tallies, site),
        _suppliers(tallies, site),
    )
    return tuple(one for kind, found in zip(MOST, kinds, strict=True) for one in islice(found, MOST[kind]))


def _proposal(kind: str, shown: str, values: tuple[str, ...], why: str, span: Span) -> Proposal:
    return Proposal(kind, shown, values, why, span.count, span.first, span.last, span.example)


def _is(check: Callable[[str], str], value: str) -> bool:
    """Whether the configuration would take a value."""
    try:
        return check(value) == value
    except ValueError:
        return False


def _own(tallies: Tallies) -> Iterator[tuple[str, Received]]:
    """Domains that mail was taken for by one server, or by that server's neighbours; where no server says so, those most mail is for."""
    rows = [(one, row) for one, row in tallies.received.rows.items() if _is(firm_domain, one)]
    told = any(row.delivered for _, row in rows)
    found: set[str] = set()
    by: set[str] = set()
    for one, row in sorted(rows, key=lambda one: (-one[1].delivered, -one[1].span.count)):
        strangers = [sender for sender in row.senders if sender != one and sender not in found]
        if not under(one, frozenset(found)) and (_is_taken(row, strangers, by) if told else _is_most(row, strangers, tallies.mails)):
            found.add(one)
            by |= set(row.by)
            yield one, row


def _is_taken(row: Received, strangers: list[str], by: set[str]) -> bool:
    known = not by or any(same_owner(host, other) for host in row.by for other in by)
    return known and row.delivered >= MAILS and bool(strangers)


def _is_most(row: Received, strangers: list[str], mails: int) -> bool:
    return row.span.count >= max(MAILS, OWN_SHARE * mails) and row.inside > 0 and len(strangers) >= SENDERS


def _domain(one: str, row: Received, mails: int) -> Proposal:
    servers = " and ".join(host for host, _ in row.by.most_common(2)) or "a server"
    taken = f"{row.delivered} of them taken by {servers}, " if row.delivered else ""
    why = f"{row.span.count} of {mails} mails are for it, {taken}{row.inside} from it as well"
    return _proposal(DOMAIN, "", (one,), why, row.span)


def _authserv_ids(own: dict[str, Received]) -> Iterator[Proposal]:
    """Who signed the topmost results of mail for the site: names of its own or of the server that took it, or of nearly all mail."""
    servers = {host for row in own.values() for host in row.by}
    spans: dict[str, Span] = {}
    for row in own.values():
        for one, span in row.signed.items():
            spans[one] = spans.get(one, Span()).joined(span)
    total = sum(span.count for span in spans.values())
    for one, span in sorted(spans.items(), key=lambda one: -one[1].count):
        is_near = under(one, frozenset(own)) or any(same_owner(one, host) for host in servers)
        share = span.count / total
        if _is(authserv_id, one) and span.count >= MAILS and share >= (SIGNED_SHARE if is_near else 1 - SIGNED_SHARE):
            why = f"topmost in {span.count} of {total} mails for the site that bear one; make sure its server removes forged ones"
            yield _proposal(AUTHSERV_ID, "", (one,), why, span)


def _answered(tallies: Tallies, own: frozenset[str]) -> dict[str, int]:
    """How many mails the site wrote to each outside address, and to each outside domain."""
    found: dict[str, int] = {}
    for (sender, to), count in tallies.written.items():
        if under(sender, own):
            for one in (to, domain_of(to)):
                found[one] = found.get(one, 0) + count
    return found


def _vips(tallies: Tallies, site: _Site) -> Iterator[Proposal]:
    """The site's own people with a title, or who write of paying often; those with a title first."""
    people: dict[str, list[tuple[str, Writer]]] = {}
    for one, row in tallies.writers.rows.items():
        if row.names:
            people.setdefault(name_key(_commonest(row)), []).append((one, row))
    found = []
    for rows in people.values():
        inside = [(one, row) for one, row in rows if site.has(domain_of(one))]
        title = next(((row.title, row.title_at) for _, row in inside if row.title), ("", ""))
        asks = sum(row.asks.count for _, row in inside)
        if inside and (title[0] or asks >= ASKS) and (vip := _vip(inside, rows, title, asks, site)):
            found.append((not title[0], -asks, -vip.mails, vip))
    yield from (vip for *_, vip in sorted(found))


def _commonest(row: Writer) -> str:
    return row.names.most_common(1)[0][0]


def _vip(
    inside: list[tuple[str, Writer]], rows: list[tuple[str, Writer]], title: tuple[str, str], asks: int, site: _Site
) -> Proposal | None:
    shown = _commonest(max(inside, key=lambda one: one[1].span.count)[1])
    if not _is(name, shown) or len(shown.split()) < 2:
        return None
    outside = [(one, row) for one, row in rows if not site.has(domain_of(one))]
    private = [one for one, row in outside if row.span.count >= MAILS and row.span.days >= PRIVATE_DAYS and site.answered.get(one)]
    doubtful = [one for one, _ in outside if one not in private]
    span = Span()
    for one, row in rows:
        span = span.joined(row.span) if one not in doubtful else span
    why = [f"signs as {title[0]!r} in {title[1]}"] if title[0] else []
    why += [f"mails to colleagues that speak of paying: {asks}"] if asks else []
    why += [f"not taken, ask: the same name at {', '.join(doubtful[:3])}"] if doubtful else []
    values = tuple(one for one in (*(one for one, _ in inside), *private) if _is(address, one))
    return _proposal(VIP, shown, values, "; ".join(why), span) if values else None


def _suppliers(tallies: Tallies, site: _Site) -> Iterator[Proposal]:
    """Outside domains that wrote of trade, more than once and over time, and were answered."""
    found: list[str] = []
    names: set[str] = set()
    for one, row in sorted(tallies.firms.rows.items(), key=lambda one: -one[1].trade.count):
        if (
            row.trade.count >= max(MAILS, TRADE_SHARE * row.span.count)
            and row.span.days >= DAYS
            and not under(one, site.domains | FREEMAIL)
        ):
            answered = site.answered.get(one, 0) + sum(count for domain, count in row.answers.items() if site.has(domain))
            is_alike = any(likeness(one, other) for other in (*site.domains, *found))
            if answered and not is_alike and _is(firm_domain, one) and any(site.has(to) for to in row.to):
                found.append(one)
                yield _supplier(one, row, answered, names)


def _supplier(one: str, row: Firm, answered: int, names: set[str]) -> Proposal:
    label = registered(one).partition(".")[0].replace("-", " ").title()
    shown = next((found for found, _ in row.names.most_common() if _is(name, found)), label)
    shown = f"{shown} ({one})" if name_key(shown) in names else shown
    names.add(name_key(shown))
    words = ", ".join(word for word, _ in row.words.most_common(3))
    why = f"{row.trade.count} of its {row.span.count} mails speak of trade ({words}); answers to it: {answered}"
    return _proposal(SUPPLIER, shown, (one,), why, row.span)
