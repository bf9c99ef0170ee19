from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    "text",
    [
        "The bank details you hold are out of date.",
        "Please disregard the account printed on the invoice.",
        "These details supersede those you hold.",
        "There is a correction to make: the sort code was wrong.",
        "Anbei die Rechnung mit der richtigen IBAN.",
        "Merci de prendre le RIB à jour.",
        "La cuenta de la factura está mal.",
        "O IBAN da fatura está desatualizado.",
        "Le coordinate sulla conferma erano sbagliate, usate quelle nuove.",
        "Het juiste rekeningnummer staat op het blad.",
        "Numer konta na fakturze jest nieaktualny.",
    ],
)
def test_said(text: str) -> None:
    """Bank details that are said to be wrong are heard in each language."""
    assert said("ask-bank-change", text)


@pytest.mark.parametrize(
    "text",
    [
        "The address you hold is out of date.",
        "Please disregard my last message.",
        "We replaced the server and updated the page.",
        "Die richtige Antwort steht im Buch.",
        "La réponse est à jour.",
        "La factura está bien.",
    ],
)
def test_not_said(text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said("ask-bank-change", text) == ""
