from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-aging-report", "Please send me the latest accounts receivable aging report."),
        ("ask-aging-report", "Schick mir bitte die aktuelle OPOS-Liste."),
        ("ask-aging-report", "Peux-tu m'envoyer la balance âgée clients ?"),
        ("ask-aging-report", "Mándame el listado de clientes con facturas pendientes."),
        ("ask-aging-report", "Envie-me o mapa de antiguidade de saldos de clientes."),
        ("ask-aging-report", "Inviami lo scadenzario clienti aggiornato."),
        ("ask-aging-report", "Kun je mij de openstaande postenlijst sturen?"),
        ("ask-aging-report", "Prześlij mi zestawienie należności przeterminowanych."),
        ("ask-aging-report", "Who still owes us money? Send me a list with contacts."),
        ("ask-aging-report", "Would you run off unpaid fees by client?"),
        ("ask-aging-report", "I want an overview of outstanding invoices."),
        ("ask-aging-report", "Please pull what the members owe the club."),
        ("ask-aging-report", "Welche Kunden sind im Verzug?"),
        ("ask-aging-report", "Schicken Sie mir eine Liste aller Kunden mit offenen Rechnungen."),
        ("ask-aging-report", "Envoyez-moi la liste des clients en retard."),
        ("ask-aging-report", "Peux-tu sortir les impayés par locataire ?"),
        ("ask-aging-report", "Mándame quién nos debe y desde cuándo."),
        ("ask-aging-report", "Necesito las facturas vencidas por cliente."),
        ("ask-aging-report", "Manda-me os clientes com faturas por pagar."),
        ("ask-aging-report", "Quero um mapa dos condóminos em atraso."),
        ("ask-aging-report", "Mandami l'elenco dei clienti che devono ancora pagare."),
        ("ask-aging-report", "Mi serve lo scaduto per cliente."),
        ("ask-aging-report", "Stuur me een lijst van klanten die nog moeten betalen."),
        ("ask-aging-report", "Graag een uitdraai van alle onbetaalde facturen."),
        ("ask-aging-report", "Send me a list of customers who have not paid."),
        ("ask-aging-report", "Bitte eine Übersicht, welche Kunden noch nicht bezahlt haben."),
        ("ask-aging-report", "Fais-moi suivre la liste des factures non réglées."),
        ("ask-aging-report", "Mandami l'elenco dei clienti che non hanno pagato."),
        ("ask-aging-report", "Proszę o listę klientów, którzy zalegają z płatnościami."),
        ("ask-aging-report", "Potrzebuję zestawienie nieopłaconych faktur."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Lists of what customers owe are heard in each language, by their names or by what is on them."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-aging-report", "I have not paid the taxi, sorry."),
        ("ask-aging-report", "The cheese is ageing well."),
        ("ask-aging-report", "Chi deve ancora portarci le fatture di maggio?"),
        ("ask-aging-report", "¿Quién debe presentar la factura del taxi?"),
        ("ask-aging-report", "Download a complete listing of our flights."),
        ("ask-aging-report", "Die Rechnung für Juni lege ich bei."),
        ("ask-aging-report", "The list of guests is open until Friday."),
        ("ask-aging-report", "Lista obecności wisi w kuchni."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Send me the open A/R by client with the billing contact's email in a column.",
        "Please send receivables with contacts by noon.",
    ],
)
def test_put_otherwise(text: str) -> None:
    """The same in words that are nobody's stock phrases."""
    assert said("ask-aging-report", text)


@pytest.mark.parametrize(
    "text",
    [
        "Rent is past due; write to my email address.",
        "Creditors of the late John Smith should write to this address.",
        "Our anti-aging cream: email us.",
    ],
)
def test_nothing_of_the_sort(text: str) -> None:
    """Everyday words that come close to these."""
    assert said("ask-aging-report", text) == ""
