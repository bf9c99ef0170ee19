from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-callback", "If you did not place this order, call 0800 555 0100 to cancel it."),
        ("ask-callback", "Falls Sie dies nicht beauftragt haben, rufen Sie uns unter 030 5550 100 an."),
        ("ask-credentials", "Your password expires today, log in to keep your account."),
        ("ask-credentials", "Ihr Passwort läuft ab."),
    ],
)
def test_said(name: str, text: str) -> None:
    """A number to call and a place to sign in are heard."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-callback", "We had a call about the roof."),
        ("ask-credentials", "We will never ask for your password."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
