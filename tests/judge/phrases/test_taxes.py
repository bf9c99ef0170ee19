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
        ("ask-tax-data", "Can you put everyone's wages and NI numbers in one sheet?"),
        ("ask-tax-data", "Share the form 16 for all staff."),
        ("ask-tax-data", "Could you export a list of employees with date of birth and salary?"),
        ("ask-tax-data", "Ich bräuchte eine Liste der Mitarbeiter mit Gehältern und Geburtsdaten."),
        ("ask-tax-data", "Il me faudrait les bulletins de salaire de tout l'effectif."),
        ("ask-tax-data", "Pourrais-tu sortir le livre de paie ?"),
        ("ask-tax-data", "Necesito una relación de trabajadores con sueldo y DNI."),
        ("ask-tax-data", "Manda-me a lista de funcionários com NIF e salários."),
        ("ask-tax-data", "Mi servono i cedolini di tutti."),
        ("ask-tax-data", "Kun je een lijst maken van alle medewerkers met bsn en salaris?"),
        ("ask-tax-data", "Potrzebuję listy pracowników z adresami."),
        ("ask-tax-data", "Muszę mieć listę płac za kwiecień."),
        ("ask-tax-data", "Mandami CU 2024."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Tax forms and pay records of the staff are heard in each language."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-tax-data", "Your W-2 is on the desk."),
        ("ask-tax-data", "Do not send the W-2 by mail."),
        ("ask-tax-data", "The sign was printed for my sins."),
        ("ask-tax-data", "Zeugnisse werden im Mai übergeben."),
        ("ask-tax-data", "Die Lohnbuchhaltung zieht um."),
        ("ask-tax-data", "In busta paga manca una giornata."),
        ("ask-tax-data", "She passed 940 metres in the sprint."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
