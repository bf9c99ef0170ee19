from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-gift-cards", "I need you to get some Apple gift cards for a client."),
        ("ask-gift-cards", "Kannst du mir Google Play Karten besorgen und die Codes schicken?"),
        ("ask-gift-cards", "Pourrais-tu acheter des cartes cadeaux Amazon ?"),
        ("ask-gift-cards", "Necesito que compres unas tarjetas regalo de Steam."),
        ("ask-gift-cards", "Preciso que compre uns cartões presente da Google Play."),
        ("ask-gift-cards", "Mi servono delle carte regalo Amazon per i clienti."),
        ("ask-gift-cards", "Kun je een paar cadeaubonnen kopen?"),
        ("ask-gift-cards", "Potrzebuję kart podarunkowych Steam, czy możesz kupić?"),
    ],
)
def test_said(name: str, text: str) -> None:
    """Gift cards are heard in each language, by brand or by name."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-gift-cards", "We will never ask you to buy gift cards."),
        ("ask-gift-cards", "Wir bitten Sie niemals, Gutscheinkarten zu kaufen."),
        ("ask-gift-cards", "Nunca te pediremos que compres tarjetas regalo."),
        ("ask-gift-cards", "Please bring your library card."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
