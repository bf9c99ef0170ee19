"""How people write who pass a mail on because they doubt it, in eight languages: English, German, French, Spanish, Portuguese, Italian,
Dutch, Polish. They ask whether it is genuine, say what it looks like to them, or that they clicked on nothing of it.

Looked for in folded lower-case text: no accents (but "ł", which has no plain form).
"""

from __future__ import annotations

import re2

from filter.judge.rules.fields import RE2_OPTIONS, octets

_FALSE = (
    r"(?:scams?|fake|spam|phish\w*|fraud\w*|bogus|betrug\w*|falsch\w*|arnaques?|faux|fausse|frauduleu\w*|hameconnage|estafas?|timo|fraude"
    r"|engano|fals[oaei]|golpe|burla|truffa|nep|oplichting|vals|oszustwo|fałszyw\w*|wyłudzeni\w*)"
)
_TRUE = (
    r"(?:real|genuine|legit\w*|kosher|safe|echt|serios|vertrauenswurdig|vrai\w*|authentique|legitime|serieu\w*|verdad\w*|autentic[oa]"
    r"|legitim[oa]|fiable|fidedign[oa]|ver[oa]|affidabile|betrouwbaar|prawdziw\w*|prawda|wiarygodn\w*)"
)
_ODD = (
    r"(?:fishy|dodgy|suspicious|suspect\w*|strange|odd|weird|komisch|seltsam|verdachtig|merkwurdig|spanisch|louche|bizarre|etrange"
    r"|rar[oa]|sospechos[oa]|estranh[oa]|suspeit[oa]|stran[oa]|sospett[oa]|verdacht|vreemd|niet pluis|podejrzan\w*|dziwn\w*)"
)
_A = r"(?:(?:an?|eine?|une?|du|una?|um|uma|na|jak|like|nach|wie|zu|a) )?"
_IT = (
    r"(?:is (?:this|that|it|the one)|ist (?:das|die|der|es|diese\w*)|c'est|est-ce(?: que c'est| bien)?|es(?:to es)?|est[oae] es"
    r"|(?:isto|isso|est[ea]) e|(?:quest[oa]|quell[oa]) e|is (?:dit|dat|deze|die|het)|(?:czy )?to(?: jest)?)"
)
_LOOKS = (
    r"(?:looks|seems|smells|feels|sounds|sieht|wirkt|klingt|kommt|parait|semble|parece|suena|huele|cheira|soa|sembra|pare|puzza"
    r"|lijkt|klinkt|ruikt|wyglada|wydaje)"
)
_UNTOUCHED = (
    r"(?:(?:did ?n.?t|did not|have ?n.?t|have not) (?:\w+ )?(?:click(?:ed)?|touch(?:ed)?)|(?:i|we) (?:did ?n.?t|did not) (?:\w+ )?open"
    r"|(?:nicht|nichts|nirgends) (?:\w+ )?(?:dr?an|drauf|darauf)? ?(?:geklickt|angeklickt|draufgedruckt)|(?:pas|rien) clique"
    r"|no (?:he )?(?:pinch\w+|clique\w+|hecho clic|hice clic)|nao cliquei|non ho cliccato|prima di cliccare"
    r"|(?:niet|niks|niets|nergens) (?:op )?(?:geklikt|aangeklikt)|nie klik[^\s.,!?]+)"
)
_DOUBT = re2.compile(
    (
        rf"\b{_IT} (?:[^\s.!?]+ ){{0,3}}?{_A}(?:{_FALSE}|{_TRUE})\b[^.!?]{{0,60}}\?|\be {_A}(?:{_FALSE}|{_TRUE})\b[^.!?]{{0,60}}\?"
        rf"|\b{_LOOKS} (?:[^\s.!?]+ )??{_A}(?:{_FALSE}|{_ODD})\b|\b{_FALSE} ?\?|\b{_UNTOUCHED}\b"
    ).encode(),
    RE2_OPTIONS,
)


def doubt(plain: str) -> str:
    """The wording that doubts; "" where there is none."""
    found = _DOUBT.search(octets(plain))
    return found.group().decode("utf-8", "replace") if found else ""
