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
        ("ask-callback", "We have charged 499.99 for your antivirus renewal; to stop it ring 0808 189 3321."),
        ("ask-callback", "Your account was used in another city. Speak to our fraud desk on 020 7946 0991 now."),
        ("ask-callback", "Ihr Konto wurde vorsorglich gesperrt, erreichen Sie unsere Sicherheitsabteilung unter 069 4455 1200."),
        ("ask-callback", "Votre carte a été débitée de 389 euros, contactez sans attendre le 01 84 88 22 10."),
        ("ask-callback", "Se ha realizado un cargo de 389 euros, si no lo reconoce llámenos al 911 22 33 44."),
        ("ask-callback", "Foi efetuado um débito de 389 euros; se não reconhece ligue já para o 211 445 667."),
        ("ask-callback", "È stato addebitato un importo di 389 euro, se non lo riconosce chiami subito lo 02 4455 667."),
        ("ask-callback", "Er is 389 euro afgeschreven, klopt dit niet, bel dan direct 085 444 5566."),
        ("ask-callback", "Pobrano 389 zł z karty, jeśli to nie Ty, zadzwoń natychmiast pod 22 444 55 66."),
        ("ask-callback", "Please ring our release desk on 01632 960 411 and have your token ready."),
        ("ask-callback", "Votre colis est bloqué, appelez notre agent au 01 99 00 22 33."),
        ("ask-callback", "Uw pakket wordt vastgehouden, bel onze afdeling op 020 555 0101."),
        ("ask-callback", "Our refunds team can be reached on 01632 960 222."),
        ("ask-callback", "Rückruf bitte unter der Nummer 0800 111 222."),
        ("ask-callback", "Your subscription has been renewed for £499.99."),
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
        ("ask-callback", "Any questions, call me at 5 7094."),
        ("ask-callback", "This adds support for 16bpp surfaces."),
        ("ask-callback", "Call the function 300 times."),
        ("ask-callback", "The team held a call on Monday."),
        ("ask-callback", "Wir rufen morgen zurück."),
        ("ask-callback", "The team reached the top at noon."),
        ("ask-callback", "Conférence téléphonique le 19 mars."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Our people are on 020 7946 0172 until six.",
        "Not yours? Payments team: 020 7946 0733.",
        "Ring Darla at (612) 555-0119 with the policy number and a checking account.",
        "The mandate desk is on 01632 960733, and please have your card reader ready.",
        "Call me on 07700 900342, I have the shop's banking login here.",
        "An amount can be taken over the phone, the intake line is 959 555 0104.",
    ],
)
def test_put_otherwise(text: str) -> None:
    """The same in words that are nobody's stock phrases."""
    assert said("ask-callback", text)


@pytest.mark.parametrize(
    "text",
    [
        "If this was not you, change your password within 24 hours.",
        "Our team is on 24/7.",
        "The team is at 12 people now.",
        "Parking at bay 14 can be paid by phone.",
        "Please have your library card with you.",
        "It was not you, then? The parcel weighs 12 kg.",
    ],
)
def test_nothing_of_the_sort(text: str) -> None:
    """Everyday words that come close to these."""
    assert said("ask-callback", text) == ""
