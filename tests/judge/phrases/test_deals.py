from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    "text",
    [
        "The acquisition is confidential, our lawyer will contact you.",
        "The earnest money must be with the sellers tonight.",
        "Heads of terms are signed. Nobody here knows of it.",
        "The sum goes into escrow before signing.",
        "Die Übernahme ist vertraulich, die Kanzlei meldet sich.",
        "Die Verkäuferseite verlangt eine Zahlung auf das Anderkonto.",
        "Le séquestre attend les fonds des acquéreurs, le notaire confirme.",
        "Las arras se entregan en el despacho del abogado.",
        "O sinal fica no cartório até à escritura.",
        "La caparra va al notaio prima del rogito.",
        "De dading is rond, het bedrag gaat naar de derdenrekening van de advocaat.",
        "Depozyt trafia na rachunek kancelarii adwokata.",
        "The seller wants the NDA back.",
    ],
)
def test_said(text: str) -> None:
    """The deal nobody may know of and its lawyers are heard."""
    assert said("ask-confidential-deal", text)


@pytest.mark.parametrize(
    "text",
    [
        "The shop on the corner has new owners.",
        "There is a discrepancy in the deal we booked.",
        "The lawyers will file next week.",
        "The library settled its electricity account.",
        "Der Verkäufer zeigt uns die Halle.",
        "La señal del móvil es mala.",
        "The NDA is in the drawer.",
    ],
)
def test_not_said(text: str) -> None:
    """Other deals and other lawyers' work are not taken for it."""
    assert said("ask-confidential-deal", text) == ""
