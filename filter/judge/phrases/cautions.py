"""How people write who warn of fraud, in eight languages: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish.

Looked for in plain text (`Scene.plain`): lower case, no accents (but "ł", which has no plain form). Words of one wording stand in one
sentence. That a mail warns is no proof of its goodness: whoever defrauds may warn as well.
"""

from __future__ import annotations

import re2

from filter.judge.rules.fields import RE2_OPTIONS, octets

QUOTED = 80
"""Characters quoted of what is found."""

_GAP = "[^.!?]*"

_FRAUD = (
    r"(?:phish\w*|hameconnage|suplantacion|social engineering|(?:payment|invoice|e-?mail|wire) (?:scam|fraud)s?|ceo[ -]fraud"
    r"|betrugsmails?|betrugsmasche\w*|falsch\w* (?:e-?)?mails?|faux (?:virements?|ordres?)|fraude au president|arnaques?"
    r"|correos? (?:falsos?|fraudulentos?)|estafas?|golpes?|e-?mails? (?:falsos?|fraudulentos?)|truff[ae]|frodi"
    r"|valse (?:e-?)?mails?|factuurfraude|oszust\w*|fałszyw\w* (?:mail|wiadomosc)\w*)"
)
_LESSON = (
    r"(?:training|awareness|course|session|workshop|webinar|quiz|drill|exercise|simulation|simulated"
    r"|schulung\w*|unterweisung|kurs|ubung|formation|sensibilisation|atelier|exercice"
    r"|formacion|curso|charla|platica|simulacro|formacao|palestra|treinamento|simulacao|formazione|corso|esercitazione|simulazione"
    r"|cursus|oefening|bewustwording|szkoleni\w*|cwiczeni\w*)"
)
_REPORT = (
    r"(?:report|forward|melde[nt]?|leite[nt]?|signale[rz]?|transfere[rz]|reporta\w*|reenvi\w*|avis[ae]\w*|denuncie\w*|encaminh\w*|segnala\w*"
    r"|inoltra\w*|meld|stuur|zgłos\w*|zgłaszaj\w*|przesl\w*|przekaz\w*)"
)
_DOUBTED = (
    r"(?:suspicious|suspected|suspect[es]?|dubious|verdachtig\w*|verdachte?|sospechos[oa]s?|suspeit[oa]s?|sospett[eaio]|podejrzan\w*)"
)
_POST = r"(?:e-?mails?|mails?|messages?|nachricht\w*|courriels?|correos?|mensajes?|mensage[mn]s?|messaggi\w*|bericht\w*|wiadomosc\w*)"
_SUSPECT = rf"(?:{_DOUBTED} {_POST}|{_POST} {_DOUBTED})"
_EXERCISE = (
    r"(?:this|that|it) was (?:only )?(?:a|an|our) (?:\w+ )?(?:drill|exercise|simulation|test)"
    r"|das war (?:nur )?eine? (?:\w+ )?(?:ubung|test)"
    r"|c'etait un (?:exercice|test)|(?:era|fue) un simulacro|foi um (?:teste|simulacro)|era un'esercitazione|dit was een (?:test|oefening)"
    r"|to był (?:test|cwiczenie)"
)
_TRAINING = re2.compile(
    (
        rf"\b{_FRAUD}\b{_GAP}\b{_LESSON}\b|\b{_LESSON}\b{_GAP}\b{_FRAUD}"
        rf"|\b{_REPORT}\b{_GAP}(?:phishing|{_SUSPECT})|(?:phishing|{_SUSPECT}){_GAP}\b{_REPORT}\b|\b(?:{_EXERCISE})\b"
    ).encode(),
    RE2_OPTIONS,
)

_NEVER = (
    r"(?:never|nobody|no one|will not|won't|niemals|nie|niemand|jamais|personne|nunca|jamas|nadie|ninguem|mai|nessuno|nooit|nigdy|nikt)"
)
_ASK = (
    r"(?:ask|request|invite|send you|bitten|fragen|verlangen|fordern|auffordern|demand\w*|pedi\w*|solicit\w*|chied\w*|richied\w*"
    r"|vragen|vraagt|pros\w*|popros\w*)"
)
_MONEY = (
    r"(?:bank\w*|account|payment|card|password|iban|konto\w*|zahlung\w*|karte\w*|passwort\w*|rib|coordonnees|virement|mot de passe|cartes?"
    r"|cuenta|contrasena|tarjetas?|datos bancarios|conta|dados bancarios|senha|cartoes|coordinate|bonific\w*|carte|rekening\w*|betaling"
    r"|wachtwoord|rachun\w*|kont[aou]\w*|przelew\w*|hasł\w*)"
)
_ASK_NEVER = rf"(?:ne|non|no|nao)\b{_GAP}\b(?:demand|chied|richied|pedi|solicit)\w*{_GAP}\b(?:jamais|mai|nunca|jamas)"
_NONE = r"(?:no|not|never|keine?|nicht|aucune?|jamais|ne|ningun\w*|no|nenhum\w*|nao|nessun\w*|non|geen|niet|nooit|zadn\w*|nigdy|nie)"
_CHANGE = r"(?:chang\w*|updat\w*|\w*ander\w*|modif\w*|cambi\w*|alter\w*|mudanca\w*|variazion\w*|wijzig\w*|zmian\w*|zmienia\w*)"
_BY_MAIL = (
    r"(?:by|via|over|from|through|per|auf|par|sur|por|solo por|um|via|tramite|con|op|na podstawie|przez)"
    r" (?:(?:a|an|eine|bloße|un|simple|une|een|single|einfache|semplice|simples) ){0,2}(?:e-?mails?|mail\w*|courriels?|correo\w*)"
)
_CALL = (
    r"(?:call\w*|phone|ring|rufe?n?|anruf\w*|zuruckruf\w*|telefonieren|appele[rz]|telephone[rz]?|llam\w*|ligue\w*|ligar|telefon[ae]\w*|chiam\w*"
    r"|bel|bellen|belt|zadzwon\w*|dzwon\w*)"
)
_KNOWN = (
    r"(?:numbers? you(?:'ve| have)? ?(?:already |always )?(?:know|had|have|got|use)"
    r"|numbers? (?:that's |that is )?(?:on file|on record|off the web|on (?:the|our) web|on (?:any|an|your) old|in (?:the|your) \w+ file)"
    r"|(?:known|usual|verified|trusted) (?:phone |telephone )?number|not the (?:one|number) in (?:the|this)"
    r"|nummer,? (?:an,? )?die (?:sie|ihr|du|euch|ihnen)\b|(?:bekannte|gewohnte|hinterlegte|gespeicherte)n? \w*nummer"
    r"|numero (?:que vous (?:avez|connaissez|utilisez)|(?:deja )?connu|habituel|inscrit sur|figurant sur)"
    r"|(?:numero|telefono) (?:que (?:ya )?(?:tien\w+|teneis|conoc\w+)|habitual|conocido|de siempre)"
    r"|(?:numero|telefone) (?:que (?:ja )?(?:tem|tens|conhece)\w*|habitual|conhecido|de sempre)"
    r"|(?:numero|telefono) (?:che (?:gia )?(?:avete|ha|hai|conosc\w+)|noto|conosciuto|abituale|solito)"
    r"|nummer dat (?:u|je|jullie)\b|(?:bekende|vertrouwde) \w*nummer"
    r"|numer\w*(?: telefonu)?,? (?:ktory|znany)|znan\w+ (?:\w+ )?numer\w*)"
)
_WARNING = re2.compile(
    (
        rf"\b(?:{_NEVER}\b{_GAP}\b{_ASK}|{_ASK_NEVER})\b{_GAP}\b{_MONEY}\b|\b{_NONE}\b{_GAP}\b{_CHANGE}{_GAP}\b{_BY_MAIL}\b"
        rf"|\b{_CALL}\b{_GAP}\b{_KNOWN}|\b{_KNOWN}{_GAP}\b{_CALL}\b"
    ).encode(),
    RE2_OPTIONS,
)


def training(plain: str) -> str:
    """The wording that speaks of training against phishing or says how to report it; "" where there is none."""
    return _found(_TRAINING, plain)


def warning(plain: str) -> str:
    """The wording that warns of fraud: nobody will ask so, nothing changes by mail alone, call on the number you know."""
    return _found(_WARNING, plain)


def _found(pattern: re2._Regexp[bytes], plain: str) -> str:
    match = pattern.search(octets(plain))
    if match is None:
        return ""
    found = match.group().decode("utf-8", "replace")
    return found if len(found) <= QUOTED else f"{found[: QUOTED // 2]} ... {found[-QUOTED // 2 :]}"
