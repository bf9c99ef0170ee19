from __future__ import annotations

import pytest

from filter.judge.phrases import safely
from filter.judge.search.wording import Wording, Wordings

_SAFELY = Wordings((Wording("safe-way", safely.SAFE_WAY, safely.SAFE_WAY_NEVER),))


def _said(text: str) -> str:
    return _SAFELY.find(_SAFELY.read(text), "safe-way")


@pytest.mark.parametrize(
    "text",
    [
        "please ring me on the number you have for us.",
        "phone our office before you change anything, and put it through the staff portal.",
        "we will never announce this by e-mail.",
        "do not change anything until we have spoken.",
        "it goes to the same account as last year.",
        "it needs two signatures as usual.",
        "i will bring the form over to the office tomorrow.",
        "bitte rufen sie mich unter der bekannten nummer an.",
        "die unterlagen liegen im kundenportal.",
        "per mail andern wir nie eine bankverbindung, bankdaten nicht per mail.",
        "merci de rappeler au standard pour verifier.",
        "ne modifiez rien avant de nous avoir eus au telephone.",
        "llameme al numero de siempre.",
        "nunca comunicamos cambios de cuenta por correo.",
        "ligue para o numero habitual.",
        "nunca alteramos o iban por e-mail.",
        "chiamami al solito numero.",
        "non cambiamo mai l'iban via mail, le coordinate non si mandano per mail.",
        "bel ons op het bekende nummer.",
        "wij wijzigen nooit iets via de mail, betaal niets voordat u ons gebeld heeft.",
        "prosze zadzwonic na znany numer.",
        "nigdy nie zmieniamy konta mailem.",
        "we never accept changes of bank details by e-mail.",
        "the number we have had for years.",
        "wir nehmen keine anderungen per e-mail entgegen.",
        "wir teilen nie per mail eine neue bankverbindung mit.",
        "nous ne changeons jamais de compte par mail.",
        "llame antes de pagar.",
        "non comunichiamo mai l'iban via mail.",
        "een nieuwe rekening geven wij nooit via mail door.",
        "zmian rachunku nie przyjmujemy mailem.",
    ],
)
def test_said(text: str) -> None:
    """The usual safe way is heard in all languages."""
    assert _said(text)


@pytest.mark.parametrize(
    "text",
    [
        "please call this number within two hours.",
        "i cannot get in, the portal is down.",
        "i could not change it on the portal.",
        "our account has changed.",
        "please do not reply to this e-mail.",
        "das portal ist gestort.",
        "unser bisheriges konto wird gepruft.",
        "notre ligne est en panne.",
        "il conto e cambiato.",
        "bitte antworten sie nicht auf diese e-mail.",
        "bitte nicht per e-mail antworten.",
        "niet reageren via mail.",
        "nie odbieramy jej w mailu.",
        "do not send it by email.",
        "ne repondez pas par mail.",
        "no envie su respuesta por correo.",
        "non rispondere via mail.",
    ],
)
def test_not_said(text: str) -> None:
    """Another number, another account, a portal that is down: not the usual way."""
    assert _said(text) == ""
