from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("urgency", "This is urgent."),
        ("urgency", "Es ist dringend."),
        ("urgency", "C'est urgent."),
        ("urgency", "To bardzo pilne."),
        ("deadline", "I need it by noon."),
        ("deadline", "Bitte bis heute Mittag."),
        ("authority", "The board has approved this."),
        ("authority", "Der Vorstand hat das genehmigt."),
        ("authority", "I have cleared this with the auditors."),
        ("authority", "The chairman wants it done."),
        ("authority", "I'll sign it when I'm back."),
        ("authority", "Frau Rall weiß Bescheid."),
        ("authority", "Das ist mit mir so abgestimmt."),
        ("authority", "La direction exige ce paiement."),
        ("authority", "Madame Roy est au courant."),
        ("authority", "El director quiere que salga."),
        ("authority", "Ya lo he hablado con Marta, está al tanto."),
        ("authority", "O diretor já autorizou."),
        ("authority", "Já falei com o sócio."),
        ("authority", "Il titolare ha autorizzato."),
        ("authority", "La dottoressa è già informata."),
        ("authority", "De directeur heeft dit goedgekeurd."),
        ("authority", "Prezes już zatwierdził."),
        ("urgency", "Ça presse."),
        ("authority", "Ho già parlato con l'avvocato."),
        ("urgency", "Zo snel als het kan."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Haste, an hour and a superior are heard."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("urgency", "This is not urgent."),
        ("deadline", "The house by the lake."),
        ("authority", "The board is made of oak."),
        ("authority", "The group will be hosting a dinner, given the weather."),
        ("authority", "The owner of the file is given below."),
        ("authority", "Der Chef ist krank."),
        ("authority", "La sede chiude alle sei."),
        ("urgency", "La presse locale en parle."),
        ("urgency", "Keep pressing the button."),
        ("urgency", "De trein gaat direct naar Utrecht."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
