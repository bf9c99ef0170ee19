from __future__ import annotations

import time

import pytest

from filter.judge.mail import Message
from filter.judge.phrases import cautions
from filter.judge.scene import Scene


def plain(text: str) -> str:
    return Scene(Message(text=text)).plain


@pytest.mark.parametrize(
    "text",
    [
        "Thursday at noon: awareness session, how to spot phishing.",
        "Please report suspicious mails with the button in your mailbox.",
        "Do not worry, it was only a drill.",
        "Am Dienstag findet die Schulung gegen Phishing statt.",
        "Bitte meldet verdächtige Mails der IT.",
        "Das war eine Übung.",
        "Formation lundi : reconnaître les arnaques au virement.",
        "Signalez tout mail de phishing au service informatique.",
        "El viernes hay una charla sobre estafas por correo.",
        "Reenvíe los mensajes sospechosos a sistemas.",
        "Palestra na quinta: o golpe do falso diretor.",
        "Encaminhe toda mensagem de phishing para a TI.",
        "Corso sulle truffe via mail, aula 2.",
        "Segnalate ogni mail di phishing al reparto.",
        "Cursus op maandag: valse mails herkennen.",
        "Meld verdachte berichten bij de helpdesk.",
        "Szkolenie w piątek: jak rozpoznać oszustwo.",
        "Prosimy zgłosić podejrzany mail do działu IT.",
    ],
)
def test_training_is_told(text: str) -> None:
    """Invitations to training and calls to report are found in each of the eight languages."""
    assert cautions.training(plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "We will never ask you to change bank details by e-mail.",
        "Nobody here will ever ask you for card numbers.",
        "Please call me on the number you already have.",
        "Ring her, on the number on your old invoice.",
        "We accept no change of details by e-mail.",
        "Wir werden Sie niemals bitten, auf ein anderes Konto zu zahlen.",
        "Rufen Sie uns unter der bekannten Nummer an.",
        "Es gilt keine Änderung der Bankverbindung per Mail.",
        "Nous ne vous demanderons jamais votre RIB par téléphone.",
        "Appelez-nous au numéro que vous connaissez.",
        "Aucun changement de RIB sur simple mail.",
        "Nunca le pediremos datos de su cuenta.",
        "No le pediremos nunca los datos bancarios.",
        "Llámenos al teléfono de siempre.",
        "Nunca pedimos a senha da sua conta.",
        "Ligue para o número habitual.",
        "Non vi chiederemo mai le coordinate.",
        "Chiamateci al numero che avete.",
        "Wij zullen u nooit vragen om een andere rekening.",
        "Bel ons op het bekende nummer.",
        "Nigdy nie prosimy o zmianę rachunku.",
        "Proszę zadzwonić na znany Państwu numer.",
    ],
)
def test_a_warning_is_told(text: str) -> None:
    """Never asking, nothing by mail alone, a call on the known number: found in each of the eight languages."""
    assert cautions.warning(plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "Our bank has changed. Please use the new account from today.",
        "I never got the payment. Call me on 0171 555 0100.",
        "I cannot talk, do not call. Send me your number.",
        "Nie wieder Ärger mit der Bank: wir haben ein neues Konto.",
        "Je ne peux pas parler. Merci de changer le RIB aujourd'hui.",
        "No puedo hablar. Cambie la cuenta hoy.",
        "Please report on the new account by Friday.",
        "The course starts on Monday.",
        "",
    ],
)
def test_other_mail_warns_of_nothing(text: str) -> None:
    """Words of warning that do not stand together in a sentence are none."""
    assert cautions.warning(plain(text)) == cautions.training(plain(text)) == ""


def test_a_long_find_is_shortened() -> None:
    """What is quoted shows both ends of the find."""
    found = cautions.warning(plain(f"We never {'really ' * 40}ask for your bank"))
    assert found.startswith("never really")
    assert found.endswith("ask for your bank")
    assert len(found) <= cautions.QUOTED + 5


@pytest.mark.parametrize("fill", ["never ask ", "no change ", "call number you ", "phishing ", "report suspicious ", "a", "\udc80"])
def test_hostile_text_takes_no_time(fill: str) -> None:
    """Whatever fills a text, it is looked through in bounded time."""
    text = (fill * 16384)[:16384]
    began = time.perf_counter()
    cautions.warning(text)
    cautions.training(text)
    assert time.perf_counter() - began < 0.25
