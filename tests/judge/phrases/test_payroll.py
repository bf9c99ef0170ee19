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
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
