from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("unavailable", "I'm in a meeting and can't talk."),
        ("unavailable", "Ich bin in einer Besprechung."),
        ("unavailable", "Je suis en réunion."),
        ("unavailable", "Estoy en una reunión."),
        ("unavailable", "The reception out here is terrible."),
        ("unavailable", "I can't hear the phone in the hall."),
        ("unavailable", "I'm with the auditors until four."),
        ("mobile-signature", "Sent from my iPhone"),
        ("mobile-signature", "Von meinem iPhone gesendet"),
        ("mobile-signature", "Envoyé de mon iPhone"),
        ("mobile-signature", "Verstuurd vanaf mijn iPhone"),
        ("mobile-signature", "Inviato da iPhone"),
        ("mobile-signature", "Wysłano z iPhone"),
        ("unavailable", "I can't really talk."),
        ("unavailable", "Je ne peux pas répondre."),
        ("unavailable", "Je ne suis pas joignable."),
        ("unavailable", "Nie mogę rozmawiać."),
        ("mobile-signature", "Von meinem iPhone"),
    ],
)
def test_said(name: str, text: str) -> None:
    """A writer who cannot be reached, and what says so, are heard."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("unavailable", "Our overseas receivables are handled by the branch in Hong Kong."),
        ("unavailable", "The bond will be lodged with the Copenhagen notary."),
        ("unavailable", "Are you going to visit the new hall? There is no angle to speak of."),
        ("unavailable", "The shelf is full."),
        ("unavailable", "We are going to launch a site."),
        ("unavailable", "I'm trying to follow the workshop."),
        ("unavailable", "Kan je bellen?"),
        ("mobile-signature", "I bought an iPhone."),
        ("unavailable", "Ne pas répondre à ce message."),
        ("unavailable", "Nie mogę znaleźć faktury."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
