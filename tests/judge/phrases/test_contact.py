from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-mobile-number", "Drop your cell number, I need to text you"),
        ("ask-mobile-number", "Schick mir bitte deine Handynummer"),
        ("ask-mobile-number", "Envoyez-moi votre numéro de portable"),
        ("ask-mobile-number", "Pásame tu número de WhatsApp"),
        ("ask-mobile-number", "Me manda seu número de celular"),
        ("ask-mobile-number", "Mandami il tuo numero di cellulare"),
        ("ask-mobile-number", "Stuur me je 06-nummer"),
        ("ask-mobile-number", "Podaj mi swój numer telefonu"),
        ("ask-are-you-there", "Are you available?"),
        ("ask-are-you-there", "Sind Sie im Büro?"),
        ("ask-are-you-there", "Êtes-vous disponible ?"),
        ("ask-are-you-there", "¿Estás disponible?"),
        ("ask-are-you-there", "Você está no escritório?"),
        ("ask-are-you-there", "Hai un minuto?"),
        ("ask-are-you-there", "Ben je op kantoor?"),
        ("ask-are-you-there", "Czy jesteś dostępny?"),
    ],
)
def test_said(name: str, text: str) -> None:
    """The reader's number, and whether the reader is there, are asked for in each language."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-mobile-number", "My cell phone fell into the lake."),
        ("ask-mobile-number", "The invoice number is 4711."),
        ("ask-are-you-there", "The report is done."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
