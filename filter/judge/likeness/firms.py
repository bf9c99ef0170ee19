"""Known firms, by the words of their names: written out in a display name, or woven into an address. Pure; knows no mail."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from filter.judge.likeness.domains import skeleton
from filter.judge.likeness.names import spellings, words_of
from filter.judge.likeness.people import kept
from filter.judge.site import Supplier

ADDRESS_CHARS = 128
"""Characters of a domain or a local part that are looked through."""

_ROW_LETTERS = 5  # letters that a firm's name of one word needs to be known by it
_PART_LETTERS, _ALONE_LETTERS = 4, 7  # letters of a word looked for inside an address: beside another of the name, and alone
_BETWEEN = re.compile(r"[\W\d_]+")
_LEGAL = frozenset(
    """
    gmbh ag kg ohg ug mbh ltd limited llc llp lp inc corp co company plc pty pte cpa cpas sa sas sarl sarlu eurl sci srl srls spa snc sl
    slu sc cv bv nv vof oy ab as asa aps sro kft doo sp zoo z o lda ltda eireli sroc me s l a r b v n p c e y i u and und et
    """.split()  # noqa: SIM905
)
_TRADES = frozenset(
    """
    accountancy accountant accountants advisers advisors agency agents attorneys audit auditors benefits brokers builders building capital
    care catering cleaning coaches cold construction consultants consulting contractors couriers crane dairy data dental design drilling
    electrical energy engineering engineers equipment estate estates events export farm farms finance foods freight fuel fuels garden glass
    global grounds group haulage hire hosting hotel imaging import industrial instruments insurance international lawyers leasing legal
    linen lines logistics machine machinery maintenance marine media medical metal motors office packaging paper park partners pharma
    plant plumbing print printing products properties property recruitment rental roofing safety school security service services shipping
    software solicitors solutions staffing steel stone storage street studio supplies supply systems technical technologies technology
    textile timber tools trade traders trading training transport transports travel tyres uniforms waste water wholesale wine works world
    bank beratung druck elektro handel immobilien kanzlei maschinen notar notariat rechtsanwalte reisen spedition steuerberater
    steuerberatung stiftung technik verlag versicherung versicherungen verwaltung wirtschaftsprufer wirtschaftsprufung
    architectes assurance assurances avocats cabinet compta comptable conseil distribution etude expertise experts fiduciaire imprimerie
    industrie notaires publics travaux
    abogados agencia alquileres asesores asesoria auditores bufete comercial construcciones distribuciones gestoria imprenta inmobiliaria
    notaria seguros suministros transportes viajes vidrios
    advogados armazem comercio contabilidade construcoes imobiliaria papelaria seguradora
    assicurazioni avvocati commercialista commercialisti costruzioni edile edilizia immobiliare impianti legale notaio revisione trasporti
    advies advocaten advocatuur bouw drukkerij handelsonderneming makelaars notarissen schoonmaak techniek verhuur verzekeringen
    adwokaci audyt biuro drukarnia hurtownia kancelaria ksiegowe nieruchomosci odlewnia okucia przedsiebiorstwo rachunkowe serwis spolka
    transportowe ubezpieczenia uslugi wspolnicy zaklad
    """.split()  # noqa: SIM905
)


class Word(NamedTuple):
    """One word of a firm's name, as its accents fold."""

    supplier: Supplier
    word: str


@dataclass(frozen=True, slots=True, eq=False)
class Firms:
    """Known firms by their words in a row; `first` are the words that such rows begin with, `parts` each longer word by its skeleton."""

    by_words: dict[tuple[str, ...], Supplier]
    first: frozenset[str]
    parts: dict[str, tuple[Word, ...]]

    def named(self, name: str) -> Supplier | None:
        """The firm whose name stands in this one; one of a single word only where nothing stands beside it."""
        return _named(self, name) if self.first and name else None

    def inside(self, address: str) -> tuple[Supplier, tuple[str, ...]] | None:
        """The firm whose name is woven into a domain or a local part, and the words that show it: two of its words, one of which is more
        than what such firms do, or a long one by itself. Each begins or ends what dots, hyphens and digits part."""
        return _inside(self, address) if self.parts and address else None


def firm_words(name: str) -> tuple[str, ...]:
    """The words of a firm's name in its first spelling, less its legal form and what joins them."""
    return tuple(word for word in words_of(spellings(name)[0]) if word not in _LEGAL)


def firms(suppliers: Iterable[Supplier]) -> Firms:
    """Known firms, kept for finding."""
    named = [(words, supplier) for supplier in suppliers if (words := firm_words(supplier.name))]
    rows = {words: supplier for words, supplier in named if len("".join(words)) >= _ROW_LETTERS}
    parts = kept((skeleton(spelt), Word(supplier, word)) for _, supplier in named for word, spelt in _spelt(supplier.name))
    return Firms(rows, frozenset(words[0] for words in rows), parts)


def _spelt(name: str) -> list[tuple[str, str]]:
    """The longer words of a name, each with each way to spell it."""
    first = words_of(spellings(name)[0])
    pairs = [(word, spelt) for text in spellings(name) for word, spelt in zip(first, words_of(text), strict=False)]
    return [(word, spelt) for word, spelt in pairs if len(word) >= _PART_LETTERS and word not in _LEGAL]


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
    found: dict[Supplier, dict[str, None]] = defaultdict(dict)
    for part in map(skeleton, _BETWEEN.split(address[:ADDRESS_CHARS])):
        for size in range(_PART_LETTERS, len(part) + 1):
            for supplier, word in (*known.parts.get(part[:size], ()), *known.parts.get(part[-size:], ())):
                found[supplier][word] = None
    for supplier, words in found.items():
        longest = max((len(word) for word in words if word not in _TRADES), default=0)
        if longest >= (_PART_LETTERS if len(words) > 1 else _ALONE_LETTERS):
            return supplier, tuple(words)
    return None
