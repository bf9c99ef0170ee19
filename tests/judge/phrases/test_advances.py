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
