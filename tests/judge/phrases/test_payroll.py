from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-payroll-change", "I would like to update my direct deposit before the next payroll."),
        ("ask-payroll-change", "Ich möchte meine Bankverbindung für die Gehaltszahlung ändern."),
        ("ask-payroll-change", "Je souhaite changer le RIB pour le versement de mon salaire."),
        ("ask-payroll-change", "Quiero cambiar la cuenta donde me ingresáis la nómina."),
        ("ask-payroll-change", "Gostaria de alterar a conta onde recebo o meu ordenado."),
        ("ask-payroll-change", "Vorrei cambiare l'IBAN per l'accredito dello stipendio."),
        ("ask-payroll-change", "Kan mijn salaris voortaan op een andere rekening gestort worden?"),
        ("ask-payroll-change", "Chciałabym zmienić numer konta do wypłaty wynagrodzenia."),
        ("ask-payroll-change", "My bank froze my account. Can this month's pay go to the one below?"),
        ("ask-payroll-change", "What is the cutoff to change where my pay goes?"),
        ("ask-payroll-change", "Please use GB82 WEST 1234 5698 7654 32 for my salary."),
        ("ask-payroll-change", "Could my bonus be paid on a prepaid card?"),
        ("ask-payroll-change", "Who handles direct deposit? I need to make a change."),
        ("ask-payroll-change", "Mein Dezembergehalt soll auf mein neues Konto gehen."),
        ("ask-payroll-change", "Ich habe die Bank gewechselt. Was brauchen Sie für die Gehaltsabrechnung?"),
        ("ask-payroll-change", "Mon compte est bloqué. Que faut-il pour la paie ?"),
        ("ask-payroll-change", "He cambiado de banco, ¿qué necesitáis para la nómina?"),
        ("ask-payroll-change", "Mudei de banco, o que envio para o ordenado?"),
        ("ask-payroll-change", "A chi mando le nuove coordinate per lo stipendio?"),
        ("ask-payroll-change", "Tot wanneer kan ik de rekening voor mijn salaris wijzigen?"),
        ("ask-payroll-change", "Komu mam podać nowy rachunek do pensji?"),
    ],
)
def test_said(name: str, text: str) -> None:
    """Pay that is to go elsewhere is heard in each language."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-payroll-change", "The payroll calendar for March is on the noticeboard."),
        ("ask-payroll-change", "Mein Gehalt ist angekommen, danke."),
        ("ask-payroll-change", "I do not want to change my direct deposit."),
        ("ask-payroll-change", "She asked about her salary and the account team replied."),
        ("ask-payroll-change", "Das Gehalt kommt wie immer am Monatsende."),
        ("ask-payroll-change", "La fiche de paie est dans votre espace."),
        ("ask-payroll-change", "La nómina se paga el viernes."),
        ("ask-payroll-change", "Wypłata będzie w piątek."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
