from __future__ import annotations

import pytest

from filter.judge.confusables import folded
from filter.judge.rules.fields import octets
from filter.lab.bywords import FIRM, PAYING, TITLE, TRADE


def found(pattern: object, text: str) -> bool:
    return bool(pattern.search(octets(folded(text).lower())))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "title",
    [
        "Chief Financial Officer",
        "Geschäftsführerin",
        "Président-directeur général",
        "PDG",
        "Consejero delegado",
        "Diretora Financeira",
        "Amministratore unico",
        "Financieel directeur",
        "Prezes zarządu",
        "Główna księgowa",
    ],
)
def test_titles_are_known_in_eight_languages(title: str) -> None:
    """Who decides, or has the money, is told by the title, with accents and endings; the same letters within a word are none."""
    assert found(TITLE, f"Ann Example, {title}")
    assert not found(TITLE, f"Ann x{title.replace(' ', 'x')}")


@pytest.mark.parametrize("text", ["Ann Example", "Warehouse, early shift", "Lagerist", "Stagiaire", "Field engineer"])
def test_other_people_have_no_title(text: str) -> None:
    """A name alone and other work are no title."""
    assert not found(TITLE, text)


@pytest.mark.parametrize(
    "text",
    [
        "please pay it",
        "bitte überweisen",
        "faire le virement",
        "hay que pagar",
        "fazer o pagamento",
        "fai il bonifico",
        "graag overmaken",
        "proszę o przelew",
    ],
)
def test_paying_is_known_in_eight_languages(text: str) -> None:
    """Talk of money that is to go somewhere."""
    assert found(PAYING, text)
    assert not found(PAYING, "see you at lunch, the contact is in the shared folder")


@pytest.mark.parametrize(
    "text",
    [
        "our invoice 12",
        "unsere Rechnung",
        "votre commande",
        "su pedido",
        "a nossa fatura",
        "la nostra fattura",
        "uw bestelling",
        "nasza faktura",
    ],
)
def test_trade_is_known_in_eight_languages(text: str) -> None:
    """Bills, orders and deliveries; "in order to" and a coordinator are none."""
    assert found(TRADE, text)
    assert not found(TRADE, "in order to ask the co-ordinator")


def test_firms_are_known_by_their_form() -> None:
    """The legal form at the end of a name, or what such firms call themselves."""
    for firm in ("Paper Ltd", "Papier GmbH", "Papiers S.A.S.", "Papeles S.L.", "Carta S.r.l.", "Papier B.V.", "Papier Sp. z o.o."):
        assert found(FIRM, firm)
    assert not found(FIRM, "Ann Example")
