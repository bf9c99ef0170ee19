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
        ("ask-mobile-number", "What is the best cell to reach you on?"),
        ("ask-mobile-number", "Which number are you on nowadays?"),
        ("ask-mobile-number", "Could you let me have your personal mobile?"),
        ("ask-mobile-number", "I would rather WhatsApp, it is quicker."),
        ("ask-mobile-number", "Unter welcher Handynummer kann ich Sie erreichen?"),
        ("ask-mobile-number", "Machen wir lieber per WhatsApp weiter."),
        ("ask-mobile-number", "Sur quel numéro puis-je vous joindre ?"),
        ("ask-mobile-number", "Passons plutôt par WhatsApp."),
        ("ask-mobile-number", "¿A qué móvil te escribo?"),
        ("ask-mobile-number", "Mejor seguimos por WhatsApp."),
        ("ask-mobile-number", "Qual o teu telemóvel?"),
        ("ask-mobile-number", "Falamos melhor pelo WhatsApp."),
        ("ask-mobile-number", "Su quale numero ti trovo?"),
        ("ask-mobile-number", "Meglio sentirsi via WhatsApp."),
        ("ask-mobile-number", "Op welk nummer kan ik je appen?"),
        ("ask-mobile-number", "Liever via WhatsApp verder."),
        ("ask-mobile-number", "Na jaki numer mogę do pani pisać?"),
        ("ask-mobile-number", "Wolę przez WhatsApp."),
    ],
)
def test_said(name: str, text: str) -> None:
    """The reader's number is asked for in each language."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-mobile-number", "My cell phone fell into the lake."),
        ("ask-mobile-number", "The invoice number is 4711."),
        ("ask-mobile-number", "Brauche heute noch Ihre EORI-Nummer."),
        ("ask-mobile-number", "Troquei o celular e vendi o antigo."),
        ("ask-mobile-number", "He cambiado de móvil, el viejo se rompió."),
        ("ask-mobile-number", "The message you sent came back."),
        ("ask-mobile-number", "Il numero di rate è dodici."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
