from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-are-you-there", "Are you available?"),
        ("ask-are-you-there", "Sind Sie im Büro?"),
        ("ask-are-you-there", "Êtes-vous disponible ?"),
        ("ask-are-you-there", "¿Estás disponible?"),
        ("ask-are-you-there", "Você está no escritório?"),
        ("ask-are-you-there", "Hai un minuto?"),
        ("ask-are-you-there", "Ben je op kantoor?"),
        ("ask-are-you-there", "Czy jesteś dostępny?"),
        ("ask-are-you-there", "Got a sec?"),
        ("ask-are-you-there", "Are you near your laptop?"),
        ("ask-are-you-there", "You at your seat?"),
        ("ask-are-you-there", "Something small for you, are you in?"),
        ("ask-are-you-there", "How full is your morning?"),
        ("ask-are-you-there", "Are you the right person to ask about the bank?"),
        ("ask-are-you-there", "Who handles transfers while you are away?"),
        ("ask-are-you-there", "Free for a task?"),
        ("ask-are-you-there", "Sitzen Sie gerade am Rechner?"),
        ("ask-are-you-there", "Hätten Sie kurz Luft?"),
        ("ask-are-you-there", "Können Sie mir bei etwas behilflich sein?"),
        ("ask-are-you-there", "Wie eingespannt sind Sie heute?"),
        ("ask-are-you-there", "Vous auriez un petit moment ?"),
        ("ask-are-you-there", "Êtes-vous à votre bureau ?"),
        ("ask-are-you-there", "Tu peux me rendre un service ?"),
        ("ask-are-you-there", "¿Te pillo en buen momento?"),
        ("ask-are-you-there", "¿Me echas una mano?"),
        ("ask-are-you-there", "¿Cómo andas de tiempo?"),
        ("ask-are-you-there", "Consegues fazer-me um favor?"),
        ("ask-are-you-there", "Está na fábrica agora?"),
        ("ask-are-you-there", "Já saiu para almoço?"),
        ("ask-are-you-there", "Puoi darmi una mano con una cosa?"),
        ("ask-are-you-there", "Come sei messa stamattina?"),
        ("ask-are-you-there", "Kun je iets voor me regelen?"),
        ("ask-are-you-there", "Hoe druk heb je het vandaag?"),
        ("ask-are-you-there", "Czy może mi pani w czymś pomóc?"),
        ("ask-are-you-there", "Jak wygląda pani dzień?"),
        ("ask-are-you-there", "Heb je even iets nodig?"),
        ("ask-are-you-there", "Ik heb je dringend nodig."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Whether the reader is there, and has a moment, is asked in each language."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-are-you-there", "The report is done."),
        ("ask-are-you-there", "Hast du eine Ahnung, wo der Ordner liegt?"),
        ("ask-are-you-there", "Kannst du nachsehen, wo es einen Stecker gibt?"),
        ("ask-are-you-there", "J'ai besoin du dossier rouge."),
        ("ask-are-you-there", "Hay algo que no cuadra en la hoja."),
        ("ask-are-you-there", "Preciso de um cabo novo."),
        ("ask-are-you-there", "Czy muszę coś jeszcze podpisać?"),
        ("ask-are-you-there", "The office was closed, she was out at lunch."),
        ("ask-are-you-there", "Wie schaut's heute aus mit dem Wetter?"),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
