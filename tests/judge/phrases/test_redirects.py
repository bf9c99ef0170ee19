from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    "text",
    [
        "For this invoice please use our account at Harrow Bank.",
        "Could you redirect the payment to the account below?",
        "Our bank has withdrawn from the island, so we bank elsewhere.",
        "The wire bounced. Please try the second account.",
        "Please wire to GB82 WEST 1234 5698 7654 32 from now on.",
        "Bitte nehmen Sie ausnahmsweise das Konto bei der Sparkasse.",
        "Wir wechseln zum Monatsende die Hausbank.",
        "Pouvez-vous rediriger le virement vers le compte indiqué ?",
        "Para esta factura usen la cuenta del banco de la plaza.",
        "A transferência foi devolvida, tentem na outra conta.",
        "Per questa fattura vi chiedo il bonifico su un conto diverso.",
        "Voor deze factuur graag de rekening bij de andere bank.",
        "Przelew wrócił, proszę na drugie konto.",
        "Please deposit it, ACH rather than mail us a cheque.",
    ],
)
def test_said(text: str) -> None:
    """Money that is to go to another account is heard in each language, with a number and without."""
    assert said("ask-bank-change", text)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, the payment reached our account this morning.",
        "The wire is loose, please use the other socket.",
        "Instead of the blue cable use the red one, part 20 11.",
        "We moved to a new office in Leeds.",
        "Die Tochter hat die Schule gewechselt.",
        "Nous avons bien reçu le virement sur notre compte.",
        "Hemos recibido el pago en nuestra cuenta, gracias.",
        "Wij hebben uw betaling op onze rekening ontvangen.",
    ],
)
def test_not_said(text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said("ask-bank-change", text) == ""
