from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    "text",
    [
        "Payments now go through our parent company account.",
        "These invoices have been assigned to our factor.",
        "Please pay it into my brother's account.",
        "The rent is payable to the new owner from May.",
        "Could the July invoice be paid to Halden Logistics instead of us?",
        "Seit Montag laufen unsere Zahlungen über die Muttergesellschaft.",
        "Nos règlements passent par la société de gestion.",
        "Hemos cedido las facturas a un factor.",
        "Podem pagar esta fatura à nossa empresa do Porto?",
        "Abbiamo ceduto il credito, le fatture cedute vanno pagate a loro.",
        "Graag betalen aan onze zustermaatschappij, rekening volgt.",
        "Wierzytelność z faktury przejął w drodze cesji bank.",
        "Please pay it into our savings account.",
    ],
)
def test_said(text: str) -> None:
    """Money that is to go to somebody else is heard in each language."""
    assert said("ask-bank-change", text)


@pytest.mark.parametrize(
    "text",
    [
        "The parent company publishes its accounts in May.",
        "My brother opened the door.",
        "The new owner wants to paint the house.",
        "El propietario nuevo quiere pintar la fachada.",
        "O novo proprietário vai pintar a fachada.",
        "Die Muttergesellschaft feiert ihr Jubiläum.",
        "La filiale è aperta fino alle quattro.",
    ],
)
def test_not_said(text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said("ask-bank-change", text) == ""
