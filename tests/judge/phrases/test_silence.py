from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("secrecy", "Keep this between us."),
        ("secrecy", "Bitte mit niemandem besprechen."),
        ("secrecy", "Cela doit rester entre nous."),
        ("secrecy", "No lo comentes con nadie."),
        ("ask-confidential-deal", "The acquisition is confidential, our lawyer will contact you."),
        ("ask-confidential-deal", "Die Übernahme ist vertraulich, die Kanzlei meldet sich."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Silence and the deal nobody may know of are heard."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("secrecy", "The lid sits on the pot."),
        ("ask-confidential-deal", "The shop on the corner has new owners."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
