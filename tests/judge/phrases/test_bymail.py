from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    "text",
    [
        "Please do not call, email only.",
        "Don't ring the office about this.",
        "E-mail is the best way today.",
        "My mobile was stolen on the train.",
        "Calls aren't allowed in here.",
        "Drop me a line here once it has gone.",
        "Write rather than ring.",
        "I can only text from the ward.",
        "Better not ring, I am with clients.",
        "I would prefer to settle this by e-mail.",
        "No contesto llamadas.",
        "Non posso parlare al telefono.",
        "Bitte nicht anrufen.",
        "Rufen Sie mich bitte nicht an.",
        "Antworten Sie bitte nur hier.",
        "Mein Handy ist leider kaputt.",
        "Am besten per Mail.",
        "Ne m'appelez pas, je suis avec des clients.",
        "Répondez-moi ici.",
        "Mon téléphone est en panne.",
        "Uniquement par courriel, merci.",
        "No me llames, estoy con clientes.",
        "Contéstame por aquí.",
        "Solo por correo, por favor.",
        "Não me ligue agora.",
        "Responda por aqui.",
        "O meu telemóvel está avariado.",
        "Non mi chiami oggi.",
        "Rispondimi qui.",
        "Solo via mail, grazie.",
        "Bel me niet.",
        "Liefst per mail.",
        "Mijn telefoon is kapot.",
        "Proszę nie dzwonić.",
        "Najlepiej mailem.",
        "Proszę odpisać tutaj.",
        "Please answer by mail.",
        "It is best to have it by email.",
        "Eine Mail ist für mich besser.",
        "Antworten Sie bitte hier.",
        "Répondez simplement ici.",
        "Por favor, responda por correo.",
        "Sentirci solo possibile via mail.",
    ],
)
def test_said(text: str) -> None:
    """By mail only, and a phone that does not work, are heard in all languages."""
    assert said("no-callback", text)


@pytest.mark.parametrize(
    "text",
    [
        "The goods left on Monday.",
        "Call me when you are in.",
        "Just reply to this email with your order number.",
        "The function does not call itself.",
        "The phone is on your desk.",
        "Die Telefonnummer steht auf der Rechnung.",
        "Rufen Sie mich bitte an.",
        "Appelez-moi demain.",
        "Cette région s'appelle la Bresse.",
        "Llámame cuando llegues.",
        "Ligue-me amanhã.",
        "Chiamami domani.",
        "Bel me morgen.",
        "Proszę zadzwonić jutro.",
        "Ne pas répondre à ce message.",
        "Please do not reply by email.",
        "Please do not answer by mail, call me.",
        "Bitte antworten Sie nicht auf diese E-Mail.",
        "No responda a este correo.",
        "Não responda a este e-mail.",
        "Proszę nie odpowiadać na ten mail.",
    ],
)
def test_not_said(text: str) -> None:
    """Who asks for a call, or speaks of phones, is not taken for it."""
    assert said("no-callback", text) == ""
