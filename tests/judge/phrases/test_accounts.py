from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-bank-change", "Please note that our remittance details have changed."),
        ("ask-bank-change", "Bitte beachten Sie, dass sich unsere Bankverbindung geändert hat."),
        ("ask-bank-change", "Wir haben die Bank gewechselt, die alte Kontoverbindung ist nicht mehr gültig."),
        ("ask-bank-change", "Veuillez trouver ci-joint notre nouveau RIB."),
        ("ask-bank-change", "Os informamos que nuestra cuenta bancaria ha cambiado."),
        ("ask-bank-change", "Informamos que os nossos dados bancários foram alterados."),
        ("ask-bank-change", "Vi informiamo che le nostre coordinate bancarie sono cambiate."),
        ("ask-bank-change", "Ons rekeningnummer is gewijzigd, wilt u dit aanpassen?"),
        ("ask-bank-change", "Nasz numer konta uległ zmianie."),
        ("ask-bank-change", "Please do not use the old account for this one."),
        ("ask-bank-change", "The bank on the confirmation is not the one you have on file."),
        ("ask-bank-change", "Unser Geschäftskonto ist derzeit nicht erreichbar."),
        ("ask-bank-change", "Le RIB de la facture n'est plus le bon."),
        ("ask-bank-change", "No podemos recibir fondos en la cuenta habitual."),
        ("ask-bank-change", "Il conto indicato non è più operativo."),
        ("ask-bank-change", "Het rekeningnummer is niet meer in gebruik."),
        ("ask-bank-change", "We attach the form: bank change."),
        ("ask-bank-change", "Paga a la nueva, por favor."),
        ("ask-bank-change", "Nie wysyłajcie na stare."),
        ("ask-bank-change", "Please pay into our savings account."),
    ],
)
def test_said(name: str, text: str) -> None:
    """A changed account is heard in each language, formal and not."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-bank-change", "Our bank details have not changed."),
        ("ask-bank-change", "We will never change our bank details by mail."),
        ("ask-bank-change", "Wir haben unsere Bankverbindung nicht geändert."),
        ("ask-bank-change", "Nuestra cuenta no ha cambiado."),
        ("ask-bank-change", "Le nostre coordinate bancarie non sono cambiate."),
        ("ask-bank-change", "Ons rekeningnummer is niet gewijzigd."),
        ("ask-bank-change", "The river bank is muddy, change your boots."),
        ("ask-bank-change", "Nowy bank w parku."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
