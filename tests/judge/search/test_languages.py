from __future__ import annotations

import pytest

from filter.judge.search.languages import LANGUAGES, languages_in


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "can you please send this to the office"),
        ("de", "kannst du mir das bitte schicken wenn du im haus bist"),
        ("fr", "pouvez vous envoyer cela avec les autres pour demain"),
        ("es", "necesito que me envies los datos y las cuentas hoy"),
        ("pt", "voce pode me enviar os dados com um recibo em anexo"),
        ("it", "mi serve il conto della ditta per questo bonifico grazie"),
        ("nl", "kun je dit even sturen naar het kantoor"),
        ("pl", "prosze o przelew dla tego klienta czy mozesz"),
    ],
)
def test_told(language: str, text: str) -> None:
    """A sentence of ordinary words tells its language."""
    assert language in languages_in(frozenset(text.encode().split()))


def test_only_these() -> None:
    """Languages that a text shows nothing of are left out."""
    assert languages_in(frozenset(b"can you please send this to the office".split())) == ("en",)


@pytest.mark.parametrize("text", ["kannst du mir das bitte schicken please", "kannst du mir das bitte schicken proszę"])
def test_both(text: str) -> None:
    """One small word of another language is enough beside a clear one: a short ask may stand there."""
    other = "en" if "please" in text else "pl"
    assert {"de", other} <= set(languages_in(frozenset(text.replace("ę", "e").encode().split())))


def test_english_always() -> None:
    """English is looked for in any text."""
    assert languages_in(frozenset(b"kannst du mir das bitte schicken".split())) == ("en", "de")


@pytest.mark.parametrize("text", ["iban", "os informamos"])
def test_too_short(text: str) -> None:
    """A text too short to tell may be in any, even if one of its words is a language's own."""
    assert languages_in(frozenset(text.encode().split())) == LANGUAGES
