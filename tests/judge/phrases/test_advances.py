from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    "text",
    [
        "They want a performance bond of £12,500.00, held in escrow.",
        "Wir brauchen 30 % als Anzahlung.",
        "Es geht um 5.000 € Abschlag.",
        "Hace falta dejar una señal de 500€.",
        "Il faut 400 € pour lancer la série.",
    ],
)
def test_said(text: str) -> None:
    """Sums and shares that are wanted in advance, with the sign before or behind."""
    assert said("ask-advance", text)


@pytest.mark.parametrize("text", ["The choir sang well in advance.", "Kontakt: 30 % mehr Licht."])
def test_not_said(text: str) -> None:
    """What goes ahead without money is not taken for it."""
    assert said("ask-advance", text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Can you front us a third so I can buy the deck?",
        "They want half before they load, 40% up front.",
        "He wants paying beforehand.",
        "Take it off the bill at the finish, knock it off the final invoice.",
    ],
)
def test_put_otherwise(text: str) -> None:
    """The same in words that are nobody's stock phrases."""
    assert said("ask-advance", text)


@pytest.mark.parametrize(
    "text",
    [
        "I need it before Friday.",
        "Shares are 5% down this week.",
        "I cannot open the file, is the server down?",
        "The loop takes one element from the end.",
        "Revenue in the third quarter was down.",
    ],
)
def test_nothing_of_the_sort(text: str) -> None:
    """Everyday words that come close to these."""
    assert said("ask-advance", text) == ""
