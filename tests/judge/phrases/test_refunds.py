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
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
