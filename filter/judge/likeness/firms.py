"""Known firms, by the words of their names: written out in a display name, or woven into an address. Pure; knows no mail."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from filter.judge.likeness.domains import BAIT, skeleton
from filter.judge.likeness.names import spellings, words_of
from filter.judge.likeness.people import kept
from filter.judge.site import Supplier

ADDRESS_CHARS = 128
"""Characters of a domain or a local part that are looked through."""

CANDIDATES = 64
"""Firms looked at for each part of an address."""

_ROW_LETTERS = 5  # letters that a firm's name of one word needs to be known by it
_PART_LETTERS, _ALONE_LETTERS = 4, 7  # letters of a word looked for inside an address: beside another of the name, and alone
_BETWEEN = re.compile(r"[\W_]+")
_DIGITS = "0123456789"
_LEGAL = frozenset(
    """
    gmbh ag kg ohg ug mbh ltd limited llc llp lp inc corp co company plc pty pte cpa cpas sa sas sarl sarlu eurl sci srl srls spa snc sl
    slu sc cv bv nv vof oy ab as asa aps sro kft doo sp zoo z o lda ltda eireli sroc me s l a r b v n p c e y i u and und et
    """.split()  # noqa: SIM905
)
_TRADES = frozenset(
    """
    abogados accountancy accountant accountants advies advisers advisors advocaten advocatuur advogados adwokaci agencia agency agents
    alquileres architectes armazem asesores asesoria assicurazioni assurance assurances attorneys audit auditores auditors audyt avocats
    avvocati bank benefits beratung biuro bouw brokers bufete builders building cabinet capital care catering cleaning coaches cold
    comercial comercio commercialista commercialisti compta comptable conseil construcciones construcoes construction consultants
    consulting contabilidade contractors costruzioni couriers crane dairy data dental design distribuciones distribution drilling druck
    drukarnia drukkerij edile edilizia electrical elektro energy engineering engineers equipment estate estates etude events expertise
    experts export farm farms fiduciaire finance foods freight fuel fuels garden gestoria glass global grounds group handel
    handelsonderneming haulage hire hosting hotel hurtownia imaging immobiliare immobilien imobiliaria impianti import imprenta imprimerie
    industrial industrie inmobiliaria instruments insurance international kancelaria kanzlei ksiegowe lawyers leasing legal legale linen
    lines logistics machine machinery mail maintenance makelaars marine maschinen media medical metal motors nieruchomosci notaio notaires
    notar notaria notariat notarissen odlewnia office okucia packaging papelaria paper park partner partners pharma plant plumbing post
    print printing products properties property przedsiebiorstwo publics rachunkowe rechtsanwalte recruitment reisen rental revisione
    roofing safety school schoonmaak security seguradora seguros service services serwis shipping software solicitors solutions sparkasse
    spedition spolka stadtwerke staffing steel steuerberater steuerberatung stiftung stone storage street studio suministros supplies
    supply systems technical techniek technik technologies technology textile timber tools trade traders trading training transport
    transportes transportowe transports trasporti travaux travel tyres ubezpieczenia uniforms universitat uslugi verhuur verlag
    versicherung versicherungen verwaltung verzekeringen viajes vidrios volksbank waste water wholesale wine wirtschaftsprufer
    wirtschaftsprufung works world wspolnicy zaklad
    """.split()  # noqa: SIM905
)

_BESIDE = frozenset(word for word in BAIT | _LEGAL if len(word) > 2)
"""What stands in an address beside a firm's own words; shorter ones end other words too."""


class Firm(NamedTuple):
    """A firm and its longer words, each by each of its skeletons: a skeleton and the word it is of."""

    supplier: Supplier
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Firms:
    """Known firms by their words in a row; `first` are the words that rows begin with, `parts` has them by each longer word's skeleton."""

    by_words: dict[tuple[str, ...], Supplier]
    first: frozenset[str]
    parts: dict[str, tuple[Firm, ...]]

    def named(self, name: str) -> Supplier | None:
        """The firm whose name stands in this one; one of a single word only where nothing stands beside it."""
        return _named(self, name) if self.first and name else None

    def inside(self, address: str) -> tuple[Supplier, tuple[str, ...]] | None:
        """The firm whose name is woven into a domain or a local part, and its words there: two of its words, one of which is more than what
        such firms do; or its only word, if that is long. What dots and hyphens part is made of such words and of bait alone."""
        return _inside(self, address) if self.parts and address else None


def firm_words(name: str) -> tuple[str, ...]:
    """The words of a firm's name in its first spelling, less its legal form and what joins them."""
    return tuple(word for word in words_of(spellings(name)[0]) if word not in _LEGAL)


def firms(suppliers: Iterable[Supplier]) -> Firms:
    """Known firms, kept for finding."""
    named = [(words, supplier) for supplier in suppliers if (words := firm_words(supplier.name))]
    rows = {words: supplier for words, supplier in named if len("".join(words)) >= _ROW_LETTERS}
    known = [Firm(supplier, _spelt(supplier.name)) for _, supplier in named]
    return Firms(rows, frozenset(words[0] for words in rows), kept((spelt, firm) for firm in known for spelt, _ in firm.words))


def _spelt(name: str) -> tuple[tuple[str, str], ...]:
    first = words_of(spellings(name)[0])
    pairs = [(skeleton(spelt), word) for text in spellings(name) for word, spelt in zip(first, words_of(text), strict=False)]
    return tuple((spelt, word) for spelt, word in pairs if len(word) >= _PART_LETTERS and word not in _LEGAL)


@lru_cache(maxsize=1024)
def _named(known: Firms, name: str) -> Supplier | None:
    words = firm_words(name)
    for start, word in enumerate(words):
        if word not in known.first:
            continue
        for end in range(len(words), start, -1):
            if (end - start > 1 or len(words) == 1) and (found := known.by_words.get(words[start:end])):
                return found
    return None


@lru_cache(maxsize=1024)
def _inside(known: Firms, address: str) -> tuple[Supplier, tuple[str, ...]] | None:
    found: dict[Firm, dict[str, None]] = defaultdict(dict)
    for part in _BETWEEN.split(address[-ADDRESS_CHARS:]):
        part = skeleton(part.strip(_DIGITS))  # noqa: PLW2901  (the same, as a hurried eye takes it)
        for firm in _begun_or_ended(known, part):
            found[firm].update(dict.fromkeys(_made_of(part, firm.words) or ()))
    named = [(firm.supplier, tuple(words)) for firm, words in found.items() if _is_named(firm, words)]
    return max(named, key=lambda one: (len(one[1]), len("".join(one[1]))), default=None)


def _begun_or_ended(known: Firms, part: str) -> list[Firm]:
    """The firms of which a word begins or ends this part of an address."""
    pieces = [piece for size in range(1, len(part) + 1) for piece in (part[:size], part[-size:])]
    return list(dict.fromkeys(firm for piece in pieces for firm in known.parts.get(piece, ())))[:CANDIDATES]


def _made_of(part: str, words: tuple[tuple[str, str], ...]) -> tuple[str, ...] | None:
    """The firm's words that a part is made of, one behind another, bait left out; None where it holds anything else."""
    meant = dict(words)
    ways: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(part) + 1):
        for start, taken in list(ways.items()):
            piece = part[start:end]
            said = meant.get(piece)
            if said is not None or piece in _BESIDE:
                way = taken if said is None else (*taken, said)
                ways[end] = max(ways.get(end, ()), way, key=len)
    return ways.get(len(part))


def _is_named(firm: Firm, words: dict[str, None]) -> bool:
    telling = [word for word in words if word not in _TRADES]
    if len(words) > 1:
        return bool(telling)
    return bool(telling) and len(telling[0]) >= _ALONE_LETTERS and {word for _, word in firm.words} == set(telling)
