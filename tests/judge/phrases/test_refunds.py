from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-refund-overpaid", "We paid you twice, please refund the difference."),
        ("ask-refund-overpaid", "Wir haben versehentlich doppelt überwiesen, bitte um Rückzahlung des Betrags."),
        ("ask-advance", "We need a deposit before we start work on the project."),
        ("ask-advance", "Für den Auftrag brauchen wir eine Anzahlung."),
        ("ask-crypto", "Send bitcoin to this wallet."),
        ("ask-purchase-reimbursed", "Buy them on your card and I will reimburse you."),
        (
            "ask-refund-overpaid",
            "It looks like our bookkeeper sent the transfer to you by mistake, would you kindly return it to this account?",
        ),
        ("ask-refund-overpaid", "The event is off, so we would like our deposit back, here are the bank details."),
        ("ask-refund-overpaid", "We were charged for two nights more than we stayed, please refund 310 pounds to this IBAN."),
        ("ask-refund-overpaid", "Unser Buchhalter hat euch die Rechnung ein zweites Mal bezahlt."),
        ("ask-refund-overpaid", "Die Veranstaltung fällt aus, bitte überweisen Sie unsere Anzahlung zurück."),
        ("ask-refund-overpaid", "Notre comptable vous a payés une seconde fois, merci de nous rendre la somme."),
        ("ask-refund-overpaid", "L'événement est annulé, pourriez-vous nous rendre l'acompte ?"),
        ("ask-refund-overpaid", "Nuestro contable les ha pagado la factura otra vez, les ruego que nos devuelvan el importe."),
        ("ask-refund-overpaid", "Se ha cancelado el evento, necesitamos que nos devolváis la señal."),
        ("ask-refund-overpaid", "O nosso contabilista pagou a fatura outra vez, agradeço que nos devolvam o valor."),
        ("ask-refund-overpaid", "Il nostro contabile vi ha pagato la fattura una seconda volta, vi prego di restituirci la somma."),
        ("ask-refund-overpaid", "Onze boekhouder heeft de factuur nog een keer betaald, kunt u het bedrag terugstorten?"),
        ("ask-refund-overpaid", "Nasza księgowa zapłaciła fakturę drugi raz, prosimy o zwrot kwoty."),
        ("ask-advance", "They want 40 per cent before they cut any steel."),
        ("ask-advance", "Could we draw our first instalment early so we can buy the tiles?"),
        ("ask-advance", "Der Zimmermann fängt erst an, wenn die Hälfte da ist."),
        ("ask-advance", "Wir bräuchten vorweg 6.000 Euro für das Holz."),
        ("ask-advance", "Il nous faudrait 4 000 euros avant de commander le bois."),
        ("ask-advance", "El carpintero no empieza sin la mitad del presupuesto."),
        ("ask-advance", "Nos haría falta el primer pago para comprar la madera."),
        ("ask-advance", "O carpinteiro só começa com metade paga."),
        ("ask-advance", "The foundry wants it prepaid this time."),
        ("ask-advance", "The hall is held for us against a deposit of 900 euros."),
        ("ask-advance", "Der Fliesenleger braucht einen Vorschuss."),
        ("ask-advance", "Il demande 40 % à la commande."),
        ("ask-advance", "Quiere 2.000 por adelantado."),
        ("ask-advance", "Ele quer metade adiantada."),
        ("ask-advance", "Chiede un anticipo per la produzione."),
        ("ask-advance", "Hij wil een aanbetaling."),
        ("ask-advance", "Stolarz chce zaliczki."),
        ("ask-refund-overpaid", "I keyed 4,300 and meant 3,400, please send the difference back."),
        ("ask-refund-overpaid", "Die Rechnung wurde zweimal bezahlt."),
        ("ask-purchase-reimbursed", "Keep the receipt and the office will refund you."),
        ("ask-advance", "The printer asks for a booking amount."),
        ("ask-refund-overpaid", "The order was charged twice."),
        ("ask-refund-overpaid", "We mistyped it as £1,450.00, sorry."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Money asked for in other ways is heard."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-refund-overpaid", "The goods came back from the fair."),
        ("ask-advance", "Thanks in advance."),
        ("ask-crypto", "The crypt of the church is open."),
        ("ask-purchase-reimbursed", "I bought a hat."),
        ("ask-refund-overpaid", "The parcel came back on Monday."),
        ("ask-refund-overpaid", "The function returns it to the caller."),
        ("ask-refund-overpaid", "He made a mistake in the second chapter."),
        ("ask-refund-overpaid", "La función se repite dos veces en el bucle."),
        ("ask-refund-overpaid", "Wir fahren am Sonntag zurück."),
        ("ask-advance", "The army began to advance."),
        ("ask-advance", "Half of the class was late."),
        ("ask-advance", "Der Zug kommt im Voraus nie an."),
        ("ask-advance", "Nous partons en avance ce matin."),
        ("ask-purchase-reimbursed", "Keep the receipt in the drawer."),
        ("ask-refund-overpaid", "We would be grateful for the return of the keys."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
