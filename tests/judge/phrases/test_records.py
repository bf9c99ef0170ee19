from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-tax-data", "Kindly send me the W-2 of all employees for a quick review."),
        ("ask-tax-data", "Bitte schick mir die Gehaltsliste aller Mitarbeiter."),
        ("ask-tax-data", "Merci de m'envoyer les fiches de paie de tous les salariés."),
        ("ask-tax-data", "Envíame las nóminas de todos los empleados."),
        ("ask-tax-data", "Envie-me os recibos de vencimento de todos os colaboradores."),
        ("ask-tax-data", "Mandami le certificazioni uniche di tutti i dipendenti."),
        ("ask-tax-data", "Stuur me de loonstroken van alle medewerkers."),
        ("ask-tax-data", "Proszę o przesłanie PIT-11 wszystkich pracowników."),
        ("ask-aging-report", "Please send me the latest accounts receivable aging report."),
        ("ask-aging-report", "Schick mir bitte die aktuelle OPOS-Liste."),
        ("ask-aging-report", "Peux-tu m'envoyer la balance âgée clients ?"),
        ("ask-aging-report", "Mándame el listado de clientes con facturas pendientes."),
        ("ask-aging-report", "Envie-me o mapa de antiguidade de saldos de clientes."),
        ("ask-aging-report", "Inviami lo scadenzario clienti aggiornato."),
        ("ask-aging-report", "Kun je mij de openstaande postenlijst sturen?"),
        ("ask-aging-report", "Prześlij mi zestawienie należności przeterminowanych."),
        ("ask-document", "Please send me a copy of your passport."),
        ("ask-document", "Bitte schick mir eine Kopie deines Personalausweises."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Records of staff, customers and persons are heard in each language."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-tax-data", "Your W-2 is on the desk."),
        ("ask-tax-data", "Do not send the W-2 by mail."),
        ("ask-aging-report", "The cheese is ageing well."),
        ("ask-document", "My passport has a blue cover."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
