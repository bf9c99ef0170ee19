"""Names: how they are spelt, the words they are made of, and whether two persons' are one. Pure text; knows no mail, decides nothing.

However it is written: order, titles, initials, case, accents and look-alike letters, a firm or a post beside it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from filter.judge.confusables import folded

NAME_CHARS = 200
"""Characters read of a display name."""

NAME_WORDS = 8
"""Words read of each part of a display name."""

NAME_PARTS = 6
"""Parts read of a display name: "Anna Weiss (CEO) | Harlow Vance" has three."""

_WORD = re.compile(r"[^\W_]+")
_APART = re.compile(r"[|()\[\]<>/;:\"\u00b7\u2022\u2013\u2014]|\s-\s|\bvia\b", re.IGNORECASE)
# Greek, Cyrillic, Armenian and Cherokee letters; and those that nobody writes a name in: phonetic and mathematical ones.
_FOREIGN = r"\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13f5"
_STYLED = r"\u0250-\u02af\u1d00-\u1d7f\U0001d400-\U0001d7ff"
_LATIN = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_MIXED = re.compile(rf"[{_LATIN}][{_FOREIGN}{_STYLED}]|[{_FOREIGN}{_STYLED}][{_LATIN}]")
_ADDRESS = re.compile(r"[^\s<>()\"]*@[^\s<>()\"]*")
_UNDECOMPOSED = str.maketrans(
    {"\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f0": "d", "\u00fe": "th"}
)
_SPELT_OUT = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00f8": "oe", "\u00e5": "aa"})
_UMLAUTS = frozenset(map(chr, _SPELT_OUT))
_BESIDE = frozenset(
    """
    mr mrs ms miss mx sir dame lord lady dr prof professor rev phd mba cpa esq jr sr ii iii
    herr frau hr fr dipl ing mag m mme mlle monsieur madame maitre me sr sra srta don dona lic arq dna
    sig sra signor signora signore dott dottssa dottore dottoressa avv geom rag cav dhr mevr mw drs ir mevrouw meneer
    pan pani mgr inz hab sen eng engo senhor senhora dra exmo
    ceo cfo coo cto cio chief executive financial operating officer president chairman chairwoman chair managing director md gm
    geschaftsfuhrer geschaftsfuhrerin vorstand leiter leiterin pdg dg daf directeur directrice general generale president presidente
    presidenta direttore direttrice amministratore delegato director directora gerente consejero delegado diretor diretora
    bestuurder directie prezes dyrektor zarzadu
    van von vom zu zum zur der den de des du da das do dos del della delle dei di la le les el al bin binti ter ten te of the
    """.split()  # noqa: SIM905  (a wall of words reads better so)
)


@lru_cache(maxsize=1024)
def spellings(text: str) -> tuple[str, ...]:
    """A text in small plain letters: as its accents fold, and with umlauts spelt out where it has any (`muller`, `mueller`)."""
    low = text[:NAME_CHARS].lower()
    if low.isascii():
        return (low,)
    low = unicodedata.normalize("NFC", low)
    plain = folded(low.translate(_UNDECOMPOSED))
    return (plain,) if _UMLAUTS.isdisjoint(low) else (plain, folded(low.translate(_SPELT_OUT).translate(_UNDECOMPOSED)))


def words_of(text: str, most: int = NAME_WORDS) -> list[str]:
    """The first words of a text that `spellings` gave; an apostrophe parts none."""
    words = _WORD.findall(text.replace("'", ""))
    if len(words) > 2 and all(len(word) == 1 for word in words):
        return ["".join(words)]  # written apart: "A n n a"
    return words[:most]


def own_words(words: list[str]) -> tuple[str, ...]:
    """The words of a name itself, less titles and particles."""
    return tuple(word for word in words if word not in _BESIDE)


@lru_cache(maxsize=1024)
def readings(name: str) -> tuple[tuple[str, ...], ...]:
    """The words that a name may consist of, for each of its parts and spellings: ("anna", "weiss") for "Weiss, Dr. Anna (CEO)"."""
    bare = _ADDRESS.sub(" ", name[:NAME_CHARS]) if "@" in name else name[:NAME_CHARS]
    found = [reading for text in spellings(bare) for part in _APART.split(text)[:NAME_PARTS] for reading in _read(part)]
    return tuple(filter(None, dict.fromkeys(found)))


def _read(part: str) -> list[tuple[str, ...]]:
    """A part as it stands, and turned round at its comma where a name may have one."""
    pieces = [words_of(piece) for piece in part.split(",")[:NAME_PARTS]]
    own = [own_words(words) for words in pieces]
    if len(own) == 1:
        # "Don Miller" and "Herr Weiss" look alike: what would leave one word of two is no title.
        return own if len(own[0]) > 1 or len(pieces[0]) < 2 else [tuple(pieces[0])]
    return [own[1] + own[0], *own] if 1 in (len(own[0]), len(own[1])) else own


def mixed_letters(text: str) -> str:
    """Two letters side by side of which one is Latin and one of another script or style, "" where there are none (UTS 39 5.1)."""
    found = None if text.isascii() else _MIXED.search(text)
    return found.group() if found else ""


def same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, in whatever order and spelling."""
    others = {tuple(sorted(words)) for words in readings(other)[:1]}
    return any(tuple(sorted(words)) in others for words in readings(one)[:1])


def is_personal(name: str) -> bool:
    """Whether a name has the form of a person's: two or three words of letters, each with a capital, and nothing beside them."""
    words = name[:NAME_CHARS].split()
    return 2 <= len(words) <= 3 and all(word.isalpha() and word[:1].isupper() and len(word) > 1 for word in words)
