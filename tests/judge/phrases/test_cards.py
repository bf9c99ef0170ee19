from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-gift-cards", "I need you to get some Apple gift cards for a client."),
        ("ask-gift-cards", "Kannst du mir Google Play Karten besorgen und die Codes schicken?"),
        ("ask-gift-cards", "Pourrais-tu acheter des cartes cadeaux Amazon ?"),
        ("ask-gift-cards", "Necesito que compres unas tarjetas regalo de Steam."),
        ("ask-gift-cards", "Preciso que compre uns cartões presente da Google Play."),
        ("ask-gift-cards", "Mi servono delle carte regalo Amazon per i clienti."),
        ("ask-gift-cards", "Kun je een paar cadeaubonnen kopen?"),
        ("ask-gift-cards", "Potrzebuję kart podarunkowych Steam, czy możesz kupić?"),
        ("ask-gift-cards", "Stop at the pharmacy and pick up four Vanilla cards, then scratch them and send me the numbers."),
        ("ask-gift-cards", "I want to treat the night shift to vouchers."),
        ("ask-gift-cards", "Twelve shop cards of £25 for the raffle, please."),
        ("ask-gift-cards", "Kannst du fünf Paysafecards zu 100 Euro mitnehmen und mir die PINs mailen?"),
        ("ask-gift-cards", "Die Azubis sollen Gutscheine bekommen."),
        ("ask-gift-cards", "Mail mir die Nummern unter dem Rubbelfeld."),
        ("ask-gift-cards", "Passe au tabac prendre cinq recharges Transcash de 150 € et envoie-moi les codes."),
        ("ask-gift-cards", "Je veux offrir des bons d'achat aux bénévoles."),
        ("ask-gift-cards", "Compra cinco tarjetas de Apple de 1000 pesos y me mandas los códigos."),
        ("ask-gift-cards", "Quiero sorprender al equipo con vales de despensa."),
        ("ask-gift-cards", "Queria oferecer uns cartões presente aos colaboradores."),
        ("ask-gift-cards", "Dovresti prendere cinque ricariche Paysafe e mandarmi i codici."),
        ("ask-gift-cards", "Per gli ospiti vorrei dei buoni digitali."),
        ("ask-gift-cards", "Haal zes bol.com-bonnen van 50 euro en app me de codes."),
        ("ask-gift-cards", "Voor de vrijwilligers dacht ik aan cadeaubonnen."),
        ("ask-gift-cards", "Proszę kupić pięć kart Google Play po 200 zł i przesłać kody."),
        ("ask-gift-cards", "Dla kierowców chcę bony świąteczne."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Gift cards are heard in each language, by brand or by name."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-gift-cards", "We will never ask you to buy gift cards."),
        ("ask-gift-cards", "Wir bitten Sie niemals, Gutscheinkarten zu kaufen."),
        ("ask-gift-cards", "Nunca te pediremos que compres tarjetas regalo."),
        ("ask-gift-cards", "Please bring your library card."),
        ("ask-gift-cards", "The serial number is on the back of the router."),
        ("ask-gift-cards", "Schreiben Sie die Nummer auf der Rückseite des Zählers auf."),
        ("ask-gift-cards", "Foto del DNI por delante y por detrás."),
        ("ask-gift-cards", "A fotografia vai no cartão de visita."),
        ("ask-gift-cards", "Numer partii jest na odwrocie."),
        ("ask-gift-cards", "Pay by credit card at the desk."),
        ("ask-gift-cards", "Le numéro est au dos du contrat."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Scrape the silver off, photograph the backs and send me photos.",
        "Email the claim codes of the cards to me.",
        "Could you order e-cards for the team, ten of them?",
        "Mail me the 16 digits of each.",
    ],
)
def test_put_otherwise(text: str) -> None:
    """The same in words that are nobody's stock phrases."""
    assert said("ask-gift-cards", text)


@pytest.mark.parametrize(
    "text",
    [
        "The code I posted to the mailing list works for me.",
        "I looked at the code; the mail from the list says it works for me.",
        "Snap the back of the fridge and send me a picture.",
    ],
)
def test_nothing_of_the_sort(text: str) -> None:
    """Everyday words that come close to these."""
    assert said("ask-gift-cards", text) == ""
