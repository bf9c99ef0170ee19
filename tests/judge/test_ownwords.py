from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge import ownwords, quotes
from filter.judge.hashing import TEXT_OCTETS
from filter.judge.mail import Link
from filter.judge.ownwords import (
    BANNER_LINES,
    BANNER_OCTETS,
    HEADER_OCTETS,
    LEAST,
    LINK_LETTERS,
    LINKS,
    NAME_LINES,
    NAME_OCTETS,
    SHORT,
    WRAPPED,
    above_copy,
    shows_link,
)
from filter.judge.parse import parse

SAID = (
    "please settle the open sum from the other account today, and tell nobody of it until the deal is signed: it is between us and the "
    "bank alone, as you know."
)
"""Not short."""
assert len(SAID) >= SHORT


def own(text: str) -> tuple[str, ...]:
    """The own words of a text."""
    return ownwords.read(text, quotes.read(text))


BELOW = [
    "Kind regards,\nAnn Weiss",
    "Best\nAnn",
    "Many thanks!\nAnn",
    "Yours sincerely\nAnn Weiss",
    "Mit freundlichen Gr\u00fc\u00dfen\nAnna Weiss",
    "Viele Gr\u00fc\u00dfe\nAnna",
    "Cordialement,\nAnne",
    "Bien \u00e0 vous\nAnne",
    "Un cordial saludo,\nAna",
    "Atentamente\nAna",
    "Com os melhores cumprimentos,\nAna",
    "Obrigada,\nAna",
    "Cordiali saluti\nAnna",
    "Met vriendelijke groet,\nAnna",
    "Z powa\u017caniem\nAnna",
    "Pozdrawiam serdecznie\nAnna",
    "-- \nAnn Weiss",
    "______________\nAnn Weiss",
    "Tel. +44 1632 960114",
    "Sent from my iPhone",
    "Von meinem iPhone gesendet",
    "Envoy\u00e9 de mon iPhone",
    "Enviado desde mi m\u00f3vil",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Wys\u0142ane z telefonu",
    "You are receiving this because you signed up.",
    "Unsubscribe | Preferences",
    "Registered in England No. 01234567",
    "Sie erhalten diese Nachricht, weil Sie Kunde sind.",
    "Vous recevez ce message car vous \u00eates client.",
    "Recibe este correo por ser cliente.",
    "Ricevi questa mail in quanto cliente.",
    "U ontvangt deze mail als klant.",
    "Otrzymujesz t\u0119 wiadomo\u015b\u0107 jako klient.",
    "This message is confidential and meant for nobody else.",
    "Diese E-Mail enth\u00e4lt vertrauliche Angaben.",
    "Ce message est confidentiel.",
    "Este mensaje es confidencial.",
    "Esta mensagem \u00e9 confidencial.",
    "Questo messaggio \u00e8 riservato.",
    "Dit bericht is vertrouwelijk.",
    "Niniejsza wiadomo\u015b\u0107 jest poufna.",
]
ABOVE = [
    "CAUTION: This email originated from outside of the organization.",
    "[EXTERNAL] You don't often get email from this address.",
    "ACHTUNG: Diese E-Mail stammt von einem externen Absender.",
    "ATTENTION : ce courriel provient de l'ext\u00e9rieur.",
    "PRECAUCI\u00d3N: este correo se ha originado fuera de la empresa.",
    "CUIDADO: este e-mail teve origem fora da empresa.",
    "ATTENZIONE: questa e-mail proviene dall'esterno.",
    "LET OP: deze e-mail is van buiten.",
    "UWAGA: wiadomo\u015b\u0107 pochodzi spoza firmy.",
]


MORE = """
Best regards.|Warmly,|Cheers, Ann|With thanks|Thanks and best regards,|Very truly yours,|Yours faithfully|Sincerely,|All the best|rgds
Kind\u00a0regards|Kind  regards|> Kind regards|Mit freundlichem Gru\u00df|Gru\u0308\u00dfe|Besten Dank und freundliche Gr\u00fcsse
MfG|LG Anna|Hochachtungsvoll
Sch\u00f6nes Wochenende!|Tr\u00e8s cordialement|Salutations distingu\u00e9es|Bonne soir\u00e9e|Cdlt|Merci d\u2019avance
\u00c0 bient\u00f4t
Je vous prie d'agr\u00e9er, Madame, mes salutations distingu\u00e9es.|Reciba un cordial saludo,|Le saluda atentamente|Muchas gracias
Um abra\u00e7o|Att,|Grato
Con i migliori saluti|Distinti saluti|Buona giornata|A presto|Alvast bedankt|Fijne dag|Groetjes|Z pozdrowieniami
\u0141\u0105cz\u0119 wyrazy szacunku
Dzi\u0119kuj\u0119|Mi\u0142ego dnia|Virus-free. www.avast.com|Get Outlook for iOS|Sent via BlackBerry
Diese Nachricht wurde von meinem Handy gesendet
T\u00e9l\u00e9charger Outlook pour iOS|Obter o Outlook para Android|Outlook voor Android downloaden|P: (303) 555-0142
M\u00f3vil: +34 600 000 000|Gsm 0470 00 00 00
----|\u2014\u2014\u2014|\u2500\u2500\u2500|***|You\u2019re receiving this because|To unsubscribe, click here|View in browser
\u00a9 2024 Arden|Please do not reply to this mail.
Hier abmelden|Gesch\u00e4ftsf\u00fchrer: Jan Wei\u00df|Amtsgericht K\u00f6ln, HRB 1234|Impressum|Pour vous d\u00e9sabonner
Si\u00e8ge social : Lyon|Darse de baja|Descadastrar
Se n\u00e3o quiser receber|Annulla l\u2019iscrizione|Sede legale: Roma|Je ontvangt deze mail|Afmelden|Wypisz si\u0119
The information in this message is privileged.
Confidentiality notice: for the intended recipient alone.|Please consider the environment before printing.
If you have received this mail in error, delete it.
Cet e-mail est confidentiel.|Les informations contenues ici sont destin\u00e9es au seul destinataire.
Il contenuto di questa e-mail \u00e8 riservato.|Aviso legal: confidencial
"""
"""Farewells, devices, rules, footers and notices in other words, marks and letters."""


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("below", [*BELOW, *MORE.strip().replace("\n", "|").split("|")])
def test_what_stands_below_is_left_out(below: str, end: str) -> None:
    """A farewell with what follows it, what an application, a firm or bulk mail adds; after a blank line or not, indented or not."""
    for gap in ("\n", "\n\n", "\n\n  "):
        assert own(f"{SAID}{gap}{below}\nand more\n".replace("\n", end))[0] == SAID


@pytest.mark.parametrize("below", BELOW)
def test_it_is_left_out_of_a_page(below: str) -> None:
    """Whose source has no lines, or others."""
    lines = below.replace("\n", "<br>")
    for page in (f"<p>{SAID}</p><p>{lines}<br>and more</p>", f"<div>{SAID.replace(', ', chr(10))}<div>{lines}<br>and more"):
        message = parse(f"Content-Type: text/html; charset=utf-8\n\n{page}".encode())
        first = ownwords.read(message.text, quotes.read(message.text))[0]
        assert first.replace(",", "") == SAID.replace(", ", " " if "\n" in page else ", ").replace(",", "")


BANNERS = """
You don't often get email from a@b.example. Learn why this is important|EXTERNAL EMAIL|External Email - use caution
[External]|Some people who received this message don't often get email from a@b.example.|Externe E-Mail
Sie erhalten nicht oft Mails von a@b.example
Vous n\u2019obtenez pas souvent d'e-mail de a@b.example|No suele recibir mensajes de a@b.example|Mensaje externo
Este correo proviene de fuera de la empresa
Non si ricevono spesso messaggi da a@b.example|U ontvangt niet vaak e-mail van a@b.example
Nie otrzymujesz cz\u0119sto wiadomo\u015bci z a@b.example
Voc\u00ea n\u00e3o costuma receber e-mails de a@b.example|Ta wiadomo\u015b\u0107 pochodzi spoza firmy
Do not click links unless you recognize the sender
"""


@pytest.mark.parametrize("above", [*ABOVE, *BANNERS.strip().replace("\n", "|").split("|")])
def test_a_banner_is_left_out(above: str) -> None:
    """Above the words; as much of it as is taken for one."""
    assert own(f"{above}\n\n{SAID}") == (SAID,)
    assert own(f"{above}\n" * BANNER_LINES + SAID) == (SAID,)
    assert own(f"{above}\n" * (BANNER_LINES + 2) + SAID)[0].count("\n") == 2
    assert own(f"{above}{' ' + 'x' * BANNER_OCTETS}\n{SAID}") == ()


LONG_BANNER = (
    "CAUTION: This email originated from outside of the",
    "organization. Do not click links or open attachments unless",
    "you recognize the sender and know the content is safe.",
)


def test_a_banner_that_goes_on_below() -> None:
    """Where its line is long and ends no sentence, as gateways wrap it; a paragraph's end is its end, and it has so many lines at most."""
    assert own("\n".join((*LONG_BANNER, SAID))) == (SAID,)
    assert own("\n".join((*LONG_BANNER[:2], "", SAID))) == (SAID,)
    assert own(f"{LONG_BANNER[0]}\n" + f"{LONG_BANNER[1]}\n" * BANNER_LINES + SAID)[0].count("\n") == 1
    short = LONG_BANNER[0][: WRAPPED - 1]
    assert own(f"{short}\n{LONG_BANNER[1]}\n{SAID}")[0].count("\n") == 1


def test_what_is_quoted_is_left_out() -> None:
    """And what stands around the new words; it is looked at where these are few."""
    quoted = "On 3 May 2024 at 9:10, Ann Weiss <a@b.example> wrote:\n> See you then, and bring the minutes."
    assert own(f"{SAID}\n\nBest\nBen\n\n{quoted}") == (SAID,)
    assert own(f"All clear, thank you, see below.\n\n{quoted}") == (
        "all clear, thank you, see below.",
        "> see you then, and bring the minutes.",
    )


HEADERS = "From: Ann Weiss <a@b.example>\nSent: 3 May 2024\nTo: Office\nSubject: money"


@pytest.mark.parametrize("new", ["", "fyi\n", "Kind regards,\nAnn Weiss\nAcme Ltd, Leeds\n"], ids=["nothing", "a word", "a signature"])
@pytest.mark.parametrize(
    "headers", [HEADERS, HEADERS.replace("\n", "\r\n"), HEADERS.replace("\n", "\n\n"), f"> {HEADERS}".replace("\n", "\n> ")]
)
def test_what_is_passed_on_is_read(new: str, headers: str) -> None:
    """Where nothing, or little, stands above it; without its header lines."""
    assert own(f"{new}---------- Forwarded message ---------\n{headers}\n\n{SAID}\n\nThanks\nAnn")[-1].endswith(SAID)


def test_header_lines_far_below_are_text() -> None:
    """What looks like one deep in what is passed on takes nothing away."""
    deep = f"{SAID} {'and so on ' * (HEADER_OCTETS // 10)}\nFrom: me"
    assert own(f"{HEADERS}\n\n{deep}")[-1].startswith(SAID)


@pytest.mark.parametrize("false", ["-----", "Thanks!", "Best", "Sent from my desk:", "This message is confidential:", "Kind regards"])
def test_a_false_end_below_a_greeting_hides_little(false: str) -> None:
    """What stands below it is looked at too, and what stands below that is not."""
    assert own(f"Dear Ann, I hope you are well.\n{false}\n{SAID}\nKind regards\nBen")[-1].endswith(SAID)


def test_what_is_more_than_a_greeting_is_enough() -> None:
    """From so many octets on nothing below is looked at."""
    short, long = "x" * (SHORT - 1), "x" * SHORT
    assert own(f"{short}\nThanks\n{SAID}") == (short, SAID)
    assert own(f"{long}\nThanks\n{SAID}") == (long,)


WORDS = """
Thanks for the minutes of the last meeting, they were long and dull.|This went to all of us.
Best of all, it is free for the first month, and no card is asked.
Attention: the doors close at nine.|Beste klant,|Bestellung 4711|Bestseller of the week|Thanksgiving Sale!
Office 365 password expires today|Regardless
Mobile 5G plan for less|T 1000 is the sum you owe|This transaction must stay confidential, so wire 45,000 today
Diese Transaktion ist streng vertraulich
Questa operazione \u00e8 riservata|This error locks your account|If you do not want your account to be closed, verify now
U ontvangt de factuur
Von meinem Konto wurde Geld abgebucht|Gesendet von der Post|Gesch\u00e4ftsf\u00fchrer M\u00fcller bittet um eine \u00dcberweisung
Amtsgericht Hamburg: Vollstreckung
Obtener su premio|Otrzymujesz tysi\u0105c z\u0142otych|Recebe esta oferta hoje|Dankzij u|In federal tax matters|Mercier SA
"""


@pytest.mark.parametrize("line", WORDS.strip().replace("\n", "|").split("|"))
def test_nothing_stands_around(line: str) -> None:
    """Words that farewells, notices and banners share with sentences."""
    assert own(f"{SAID}\n{line}") == ()


@pytest.mark.parametrize("text", ["", SAID, "Thanks\nAnn", f"Warning: your organisation's mailbox is full.\n{SAID}"])
def test_nothing_is_left_out(text: str) -> None:
    """Of no text, of words alone, of none, of a sentence that begins as a banner does."""
    assert own(text) == ()


def test_few_words_are_not_worth_a_look() -> None:
    """One octet more is."""
    assert own(f"{'x' * (LEAST - 1)}\nKind regards") == ()
    assert own(f"{'x' * LEAST}\nKind regards") == ("x" * LEAST,)


def test_no_more_is_read_than_is_hashed() -> None:
    """A farewell further down ends nothing."""
    fits, over = "x" * (TEXT_OCTETS - 20), "x" * TEXT_OCTETS
    assert own(f"{fits}\nKind regards\nAnn") == (fits,)
    assert own(f"{over}\nKind regards\nAnn") == ()


def test_a_link_that_own_words_show() -> None:
    """One of the first so many, by its text, in other letters and lines, or by its URL; not by two letters of it."""
    pay = Link("https://a.test/pay", "a.test", "Pay \u0430 bill")
    other, none = Link("https://b.test", "b.test", "elsewhere"), Link("mailto:a@b.test", "", "pay")
    assert shows_link("please pay\na bill today", [other, pay])
    assert shows_link("see https://a.test/pay today", [pay])
    assert not shows_link("please pay", [pay, none])
    assert shows_link("pay " * 5, [pay._replace(text="pay " * 5)])
    short = "x" * LINK_LETTERS
    assert [shows_link(f"a {short} b", [pay._replace(text=text)]) for text in (short, short[1:], "")] == [True, False, False]
    assert [shows_link("pay a bill", [*[other] * before, pay]) for before in (LINKS - 1, LINKS)] == [True, False]


@given(st.text(max_size=300), st.sampled_from([*BELOW, *ABOVE, "> ", f"{HEADERS}\n\n"]), st.text(max_size=300))
def test_own_words_stand_in_the_text(one: str, mark: str, other: str) -> None:
    """Whatever is sent: a run of its lines, none that is not there, and never all of it."""
    text = f"{one}\n{mark}\n{other}"
    whole = ownwords._lines(text).decode()
    for found in own(text):
        assert LEAST <= len(found.encode()) < len(whole.encode())
        assert found in whole or all(line in whole for line in found.split("\n"))


COPIES = """
--- Below this line is a copy of the message.|------ This is a copy of the message, including all the headers. ------
------ This is a copy of your message ------|--- Enclosed are the original headers of the message.
--- The header of the original message is following. ---
   ----- Original message follows -----|----- Unsent message follows -----|   ----- Message header follows -----
--- Beginning of the returned message ---|---- Es folgt eine Kopie Ihrer E-Mail ----|--- Une copie du message figure ci-dessous.
------ Copia del mensaje ------|------ Kopie van het bericht ------|------ Copia del messaggio ------
------ C\u00f3pia da mensagem ------|--- Kopia wiadomo\u015bci ---
"""


@pytest.mark.parametrize("line", [line.rstrip("\n") for line in COPIES.strip("\n").replace("\n", "|").split("|")])
def test_the_mail_that_a_report_returns(line: str) -> None:
    """It begins at the line that announces it."""
    assert above_copy(f"could not deliver\n\n{line}\n\nbuy pills") == "could not deliver\n\n"


@pytest.mark.parametrize(
    "line", ["-- ", "--- copy ---", "below this line is a copy", "-----Original Message-----", "- a copy of the message"]
)
def test_no_mail_is_returned(line: str) -> None:
    """What answers, forwards and people write between their words announces none."""
    assert above_copy(text := f"could not deliver\n{line}\nbuy pills") == text


@pytest.mark.parametrize(
    ("above", "left"),
    [
        ("Please send the list today.\n\nKim Arden\nHead of Operations\nArden Lowe Ltd\n", "please send the list today."),
        ("Please send the list today.\nKim\n", "please send the list today."),
        ("Please send the list\nof today\n" + "Kim Arden\n" * NAME_LINES, "please send the list\nof today"),
        ("Please send the list today,\nand the totals.\n", "please send the list today,\nand the totals."),
        (f"Please send the list today.\n{'x' * (NAME_OCTETS + 1)}\n", f"please send the list today.\n{'x' * (NAME_OCTETS + 1)}"),
        ("Please send us the list of today\n", "please send us the list of today"),
    ],
)
def test_a_name_above_a_telephone_is_no_own_word(above: str, left: str) -> None:
    """Three short lines at most that end no sentence, and never all there is."""
    assert own(f"{above}T 01632 960114\nwww.ardenlowe.example")[0] == left
