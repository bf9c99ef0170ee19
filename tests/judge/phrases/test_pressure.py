from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("urgency", "This is urgent."),
        ("urgency", "Es ist dringend."),
        ("urgency", "C'est urgent."),
        ("urgency", "To bardzo pilne."),
        ("deadline", "I need it by noon."),
        ("deadline", "Bitte bis heute Mittag."),
        ("authority", "The board has approved this."),
        ("authority", "Der Vorstand hat das genehmigt."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Haste, an hour and a superior are heard."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("urgency", "This is not urgent."),
        ("deadline", "The house by the lake."),
        ("authority", "The board is made of oak."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
