from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    "text",
    [
        "We have a new account, please send the rent there.",
        "Wir haben ein neues Konto, bitte überweisen Sie dorthin.",
        "Nous avons un nouveau compte pour le virement.",
        "Tenemos una nueva cuenta para el pago.",
        "Temos uma nova conta para o pagamento.",
        "Abbiamo una nuova banca per il bonifico.",
        "Onze nieuwe bank, graag betalen op dit nummer.",
        "Mamy nowe konto, proszę tam kierować przelew.",
    ],
)
def test_said(text: str) -> None:
    """A new account that money goes to is heard in each language."""
    assert said("ask-bank-change", text)


@pytest.mark.parametrize(
    "text",
    [
        "Dein neues Konto ist bereit.",
        "Active su nueva cuenta de usuario.",
        "Your new account has been created.",
        "Nowy bank w parku.",
        "De nieuwe bank staat in de tuin.",
    ],
)
def test_not_said(text: str) -> None:
    """A user's account is no bank's, nor is a bench a bank."""
    assert said("ask-bank-change", text) == ""
