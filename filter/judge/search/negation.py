"""Whether a find is undone by a word before it or within it, in the eight languages of the phrases."""

from __future__ import annotations

import re2

from filter.judge.limits import PHRASE_OCTETS

STOPS = b".,;:!?"
"""What ends a clause; it stays with the word before it."""

_NEVER = re2.compile(rb"\b(?:never|niemals|jamais|nunca|jamas|nooit|nigdy)\b")
_NOT = re2.compile(
    rb"\b(?:not|(?:don|doesn|didn|won|haven|hasn|isn|aren|wasn|weren|wouldn|shouldn) t|nobody|nie|nicht|keine?[rmns]?"
    rb"|aucune?|pas|ningun[ao]?|nao|nenhuma?|mai|non|nessun[ao]?|niet|geen|zadn\w*"
    rb"|no (?:changes?|one|need|payments?|action|se|ha|han|hemos|pedi\w*|solicit\w*|cambi\w*|compr\w*|pag\w*|env\w*|facilit\w*))\b"
)
_BUT = re2.compile(
    rb"\b(?:(?:not|nicht|pas|no|non|niet|nie) (?:only|nur|seulement|solo|soltanto|alleen|tylko)|(?:if|why|whether or|or) not"
    rb"|no subject|kein betreff|nessun oggetto|geen onderwerp"
    rb"|(?:can|couldn?|don?|didn?|haven?|hasn?|isn?|aren?|am|wasn?|will|won|wouldn?)(?: t| not) "
    rb"(?:be|been|have|had|able|yet|get|got|receive\w*|hesitate|forget|worry|call|talk|take|tell|discuss|mention|speak|answer|place"
    rb"|order|reach|pick|see)|n hesite\w* pas|n oubli\w* pas"
    rb"|pourquoi pas|nicht (?:zogern|vergessen|mehr|erreichbar|telefonieren|zu erreichen)"
    rb"|non esit\w*|non dimentic\w*|no (?:dude\w*|olvid\w*)|nao (?:hesite\w*|esquec\w*)|niet (?:vergeten|aarzelen|meer|bereikbaar|bellen)"
    rb"|nie (?:zapomnij\w*|wahaj\w*))\b"
)


def negated(octets: bytes, start: int, end: int) -> bool:
    """Whether a negation stands in the clause that leads up to a find, or within it; "never", in the whole sentence before it."""
    before = octets[max(start - PHRASE_OCTETS // 2, 0) : start]
    said = before[max([before.rfind(stop) for stop in STOPS]) + 1 :] + octets[start:end]
    if _NEVER.search(before[max([before.rfind(stop) for stop in b".!?"]) + 1 :] + said):
        return True
    return bool(_NOT.search(said) and _NOT.search(_BUT.sub(b" ", said)))
