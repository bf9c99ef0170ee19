from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-payment", "Can we still process a wire today?"),
        ("ask-payment", "Please pay the attached invoice."),
        ("ask-payment", "Bitte überweisen Sie heute noch 24.500 EUR."),
        ("ask-payment", "Pouvez-vous effectuer un virement aujourd'hui ?"),
        ("ask-payment", "¿Podemos hacer una transferencia hoy?"),
        ("ask-payment", "Preciso que faça um pagamento hoje."),
        ("ask-payment", "Dobbiamo fare un bonifico urgente."),
        ("ask-payment", "Kun je vandaag een betaling doen?"),
        ("ask-payment", "Proszę o pilny przelew."),
    ],
)
def test_said(name: str, text: str) -> None:
    """A payment to be made is heard in each language."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-payment", "No payment is due."),
        ("ask-payment", "You do not need to pay this invoice."),
        ("ask-payment", "The kettle in the kitchen is broken."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
