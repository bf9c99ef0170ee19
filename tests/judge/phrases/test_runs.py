from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    "text",
    [
        "Has the run gone to the bank yet?",
        "Is there still room on it?",
        "Has tomorrow's batch been authorised?",
        "Could you still squeeze another in the batch?",
        "Please ring before you release today's payments.",
        "What is the bank's cutoff?",
        "What time does the bank close its window?",
        "Who else has the token this week?",
        "Do you do payments on a Monday?",
        "Which account would you draw on?",
        "Have you the online bank open?",
        "Could we pay him outside the monthly run?",
        "Ist der Zahllauf schon bei der Bank?",
        "Kann man an den Lauf noch etwas anhängen?",
        "Bis wann nimmt die Bank heute Eilaufträge an?",
        "Qui fait les virements aujourd'hui ?",
        "Wer hat den zweiten Token?",
        "Les virements sont-ils partis ?",
        "Jusqu'à quelle heure passent les virements ?",
        "Quel est notre plafond de virement ?",
        "¿Ya está enviada la remesa? ¿La remesa salió?",
        "¿A qué hora cierras hoy la remesa?",
        "¿Quién tiene el token?",
        "Os pagamentos já saíram?",
        "A que horas fecha o banco?",
        "I bonifici sono già partiti?",
        "Entro che ora la banca chiude oggi?",
        "Is de betaalrun al weg?",
        "Tot hoe laat gaan de spoedbetalingen?",
        "Czy przelewy już poszły?",
        "Do której bank przyjmuje przelewy?",
        "Mogę coś dorzucić do paczki, kto dziś trzyma bank?",
    ],
)
def test_said(text: str) -> None:
    """Whether payments are out, until when they go and who makes them is asked in each language."""
    assert said("ask-payment-run", text)


@pytest.mark.parametrize(
    "text",
    [
        "The morning run was cold.",
        "Who runs the stall?",
        "Is there still room at the table?",
        "What time does the shop close?",
        "Der Lauf durch den Park war schön.",
        "A qué hora cierra el museo.",
        "Wie heeft de sleutel?",
        "Paczka leży u sąsiada.",
        "Is your payment method out of date?",
        "There is a payment due; please find out how to pay.",
        "I have some money left over from the trip.",
        "Did the batch job that you left running on Friday finish?",
        "Still room for one at the workshop.",
        "Wann können wir mit Ihrer Überweisung rechnen?",
        "Do kiedy mam zrobić przelew?",
        "Umowa, o której mówi bank, jest podpisana.",
        "Le client qui a fait deux virements a téléphoné.",
        "Er zijn twee betalingen binnengekomen bij ons.",
        "Los pagos se hacen a la hora indicada.",
        "I pagamenti sono autorizzati.",
        "My pen has run out.",
    ],
)
def test_not_said(text: str) -> None:
    """Other runs, rooms, hours and keys are none of it."""
    assert said("ask-payment-run", text) == ""
