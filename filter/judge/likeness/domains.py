"""Domains that look like others: which one a domain could be taken for, and how it differs. Pure text; knows no mail, decides nothing.

`likeness` compares two. A `Lookout` keeps many and finds those worth comparing, so that thousands cost no more than one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from filter.judge import limits
from filter.judge.confusables import folded
from filter.judge.domains import registered
from filter.judge.likeness.distance import deletions, distance

LABEL_CHARS = 63  # RFC 1035 2.3.4
CANDIDATES = 64
"""Domains compared for each thing that a domain shares with those kept."""

_PARTS = 6  # words looked at of a label with hyphens
_ONE_EDIT, _ANY_ENDING, _TWO_EDITS = 5, 7, 10  # letters from which so much may differ
_ADDS = "adds "
_WORD_ADDED, _BAIT_ADDED = 6, 4  # letters from which a name is known beside another word
_RESERVED = frozenset({"example", "test", "invalid"})  # RFC 2606 2: below these, examples spell an ending out (shop.co.uk.example)
_SPELT_OUT = frozenset({"com", "co", "org", "net", "edu", "gov", "ac", "coop"})
_DIGITS = str.maketrans("01", "ol")
BAIT = frozenset(
    """
    accounting accounts admin alert alerts bank bill billing bills box ceo com co corp corporate de desk director email eu example
    executive exec finance finances global gmbh group hq help holding holdings hr inc info intl international invoice invoices
    invoicing law legal llc login ltd mail mailer mails management msg net noreply notice notify office online org pay payable payables
    payment payments payroll portal private procurement receivable receivables remit remittance secure secured security service services
    sign site staff supplier suppliers support team treasury uk update updates us usa vendor vendors verify web
    abrechnung bestellung buchhaltung gruppe kundenservice post rechnung rechnungen verwaltung zahlung zahlungen
    compta comptabilite direction facturation facture factures gestion groupe paiement paiements reglement
    administracion cobros contabilidad facturacion facturas grupo pagos tesoreria
    administracao cobranca contabilidade faturacao financeiro pagamento pagamentos
    amministrazione contabilita fatture fatturazione gruppo pagamenti pagamento servizi
    administratie betaling betalingen boekhouding debiteuren factuur facturen groep
    faktura faktury grupa ksiegowosc platnosci rozliczenia
    """.split()  # noqa: SIM905  (a wall of words reads better so)
)
_BAIT_ENDS = tuple(sorted(word for word in BAIT if len(word) > 2))


class Likeness(NamedTuple):
    """`domain` is the one that could be meant, `how` in what the other differs from it. A slip is a character added, left out,
    changed, or swapped with its neighbour."""

    domain: str
    how: str

    @property
    def adds(self) -> bool:
        """Whether all of the one meant stands in the other, beside words: so do sister companies call themselves."""
        return self.how.startswith(_ADDS)


@lru_cache(maxsize=4096)
def owner(domain: str) -> str:
    """The registrable domain; below a reserved ending, the one that a domain in an example stands for."""
    labels = domain.split(".")
    if labels[-1] not in _RESERVED:
        return registered(domain)
    taken = 2
    while taken < len(labels) and (labels[-taken] in _SPELT_OUT or len(labels[-taken]) == 2):
        taken += 1
    return ".".join(labels[-taken:])


def label_of(domain: str) -> str:
    """What its owner chose of a domain: `shop` of `mail.shop.co.uk`."""
    return owner(domain).partition(".")[0]


@lru_cache(maxsize=4096)
def written(domain: str) -> str:
    """A domain as a reader sees it, internationalised labels in their letters (RFC 5891 4.4)."""
    return ".".join(map(_written, domain.split("."))) if "xn--" in domain else domain


def _written(label: str) -> str:
    if not label.startswith("xn--") or len(label) > LABEL_CHARS:
        return label
    try:
        return label[4:].encode("ascii", "replace").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


@lru_cache(maxsize=4096)
def skeleton(label: str) -> str:
    """A label as a hurried eye takes it: accents, look-alikes, hyphens, rn for m, vv for w, 0 for o, 1 for l."""
    plain = folded(label).lower().translate(_DIGITS)
    return plain.replace("-", "").replace("rn", "m").replace("vv", "w")


@lru_cache(maxsize=4096)
def likeness(domain: str, true: str) -> str:
    """In what `domain` differs from `true`, where it could be taken for it; "" where it could not, or is of the same owner."""
    one, other = owner(domain), owner(true)
    if one == other or not (domain and true):
        return ""
    if f".{true}." in f".{domain}":
        return f"{true} stands before another domain"
    seen, meant = written(one).partition("."), written(other).partition(".")
    return _ending(seen, meant) or _words(seen[0], meant[0]) or _letters(seen, meant)


def _ending(seen: tuple[str, str, str], meant: tuple[str, str, str]) -> str:
    if seen[0] == meant[0] and len(seen[0]) >= _ONE_EDIT:
        return "another ending"
    return ""


def _letters(seen: tuple[str, str, str], meant: tuple[str, str, str]) -> str:
    """Shorter names have neighbours by chance: the fewer letters, the less may differ."""
    one, other = skeleton(seen[0]), skeleton(meant[0])
    if one == other:
        if seen[0] == meant[0] or len(other) < _BAIT_ADDED:
            return ""
        return "only a hyphen differs" if seen[0].replace("-", "") == meant[0].replace("-", "") else "look-alike letters"
    size = min(len(one), len(other))
    if size < _ONE_EDIT or (size < _ANY_ENDING and seen[2] != meant[2]):
        return ""
    if distance(one, other, 2 if size >= _TWO_EDITS else 1) is None:
        return ""
    edits = distance(seen[0], meant[0], 2)  # what a reader can count, look-alikes and hyphens with the rest
    return ("a few characters off", "one slip off", "two slips off")[edits or 0]


def _words(seen: str, meant: str) -> str:
    """Words put beside the name, or the name's words in another order."""
    if "-" in seen and "-" in meant and _ordered(seen) == _ordered(meant):
        return "the same words in another order"
    name = skeleton(meant)
    for run, rest in _runs(seen):
        if run == name and (len(name) >= _WORD_ADDED or (len(name) >= _BAIT_ADDED and BAIT.issuperset(rest))):
            return f"{_ADDS}{'-'.join(rest)}"
    for run, word in _without_bait(skeleton(seen)):
        if run == name and len(name) > _BAIT_ADDED:
            return f"{_ADDS}{word}"
    return ""


def _ordered(label: str) -> str:
    return "-".join(sorted(label.split("-")))


def _runs(label: str) -> Iterator[tuple[str, list[str]]]:
    """Each run of a label's words as one skeleton, with the words outside it."""
    words = label.split("-")[:_PARTS] if "-" in label else []
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            yield skeleton("".join(words[start : start + size])), words[:start] + words[start + size :]


def _without_bait(name: str) -> Iterator[tuple[str, str]]:
    """A name without a hyphen, less a word that imitations like to add, at either end."""
    if name.endswith(_BAIT_ENDS):
        yield from ((name.removesuffix(word), word) for word in _BAIT_ENDS if name.endswith(word))
    if name.startswith(_BAIT_ENDS):
        yield from ((name.removeprefix(word), word) for word in _BAIT_ENDS if name.startswith(word))


@dataclass(frozen=True, slots=True, eq=False)
class Lookout:
    """Domains kept to find which of them another looks like.

    `names` has one domain by the skeleton of each name, `shared` the domains by each thing that one like them has in common.
    """

    domains: frozenset[str]
    names: dict[str, str]
    shared: dict[str, tuple[str, ...]]

    def find(self, domain: str) -> Likeness | None:
        """The first kept domain that this one could be taken for; None also for a kept domain and what stands below one."""
        return _found(self, domain) if self.domains and domain else None

    def holds(self, domain: str) -> bool:
        """Whether a domain is kept or stands below one that is."""
        labels = domain.split(".")[-limits.HOST_LABELS :]
        return any(".".join(labels[start:]) in self.domains for start in range(len(labels) - 1))


def lookout(domains: Iterable[str]) -> Lookout:
    """A lookout for these domains, in their order."""
    kept = tuple(dict.fromkeys(filter(None, domains)))
    names: dict[str, str] = {}
    shared: dict[str, dict[str, None]] = defaultdict(dict)
    for domain in kept:
        label = written(label_of(domain))
        names.setdefault(skeleton(label), domain)
        for key in _keys(label):
            shared[key][domain] = None
    return Lookout(frozenset(kept), names, {key: tuple(found) for key, found in shared.items()})


def _keys(label: str) -> Iterator[str]:
    """What is kept of a label: itself, less each one letter, its words in order, and its thirds: two edits leave one of them whole."""
    name = skeleton(label)
    yield name
    if "-" in label:
        yield f"- {_ordered(label)}"
    if len(name) >= _ONE_EDIT:
        yield from deletions(name)
    if len(name) >= _TWO_EDITS:
        third = len(name) // 3
        yield from (f"< {name[:third]}", f"> {name[-third:]}", f"= {name[third : 2 * third]}")


@lru_cache(maxsize=4096)
def _sought(label: str) -> tuple[str, ...]:
    """What another label is looked for by: the counterpart of `_keys`."""
    name = skeleton(label)
    found = [name, *deletions(name)]
    if "-" in label:
        found += [f"- {_ordered(label)}", *[run for run, _ in _runs(label)]]
    found += [run for run, _ in _without_bait(name)]
    if len(name) + 2 >= _TWO_EDITS:
        for third in range((len(name) - 2) // 3, (len(name) + 2) // 3 + 1):
            found += [f"< {name[:third]}", f"> {name[-third:]}"]
            found += [f"= {name[third + shift : 2 * third + shift]}" for shift in (-1, 0, 1)]
    return tuple(found)


@lru_cache(maxsize=4096)
def _found(kept: Lookout, domain: str) -> Likeness | None:
    if kept.holds(domain):
        return None
    labels = domain.split(".")[: limits.HOST_LABELS]
    for end in range(len(labels) - 1, 1, -1):
        for start in range(end - 1):
            if (whole := ".".join(labels[start:end])) in kept.domains and (how := likeness(domain, whole)):
                return Likeness(whole, how)
    for key in _sought(written(label_of(domain))[:LABEL_CHARS]):
        for true in kept.shared.get(key, ())[:CANDIDATES]:
            if how := likeness(domain, true):
                return Likeness(true, how)
    return None
