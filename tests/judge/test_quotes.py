from __future__ import annotations

import time

import pytest

from filter.judge import quotes
from filter.judge.mail import Address
from filter.judge.quotes import Quotes, read

ANNA = Address("Anna Weiss", "anna", "acme.example")
NAMED = Address("Anna Weiss", "", "")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("On Wed, Dec 4, 2024 at 3:57 PM Anna Weiss <anna@acme.example> wrote:", ANNA),
        ("On 14 Oct 2025, at 12:10, Anna Weiss <anna@acme.example> wrote:", ANNA),
        ("On 2025-06-20 17:44, Anna Weiss wrote:", NAMED),
        ("On Wed, 4 Dec 2024 at 15:57, Anna Weiss\n<anna@acme.example> wrote:", ANNA),
        ("Am 03.12.2025 um 14:12 schrieb Anna Weiss:", NAMED),
        ("Am 3.5.2025 um 9:10 schrieb Anna Weiss <anna@acme.example>:", ANNA),
        ("Am Mi., 3. Dez. 2025 um 14:12 Uhr schrieb Anna Weiss <\nanna@acme.example>:", ANNA),
        ("Anna Weiss schrieb am 03.12.2025 um 14:12:", NAMED),
        ("Le mar. 11 févr. 2025 à 13:56, Anna Weiss <anna@acme.example> a écrit :", ANNA),
        ("Le 13/01/2025 à 16:08, Anna Weiss a écrit :", NAMED),
        ("El mié, 5 nov 2025 a las 12:10, Anna Weiss (<anna@acme.example>) escribió:", ANNA),
        ("El 26/11/2025 a las 12:10 p. m., Anna Weiss escribió:", NAMED),
        ("Em 14 de mai. de 2025, à(s) 11:02, Anna Weiss <anna@acme.example> escreveu:", ANNA),
        ("Anna Weiss <anna@acme.example> escreveu no dia sexta, 3/05/2024 à(s) 12:00:", ANNA),
        ("Il 18/09/2025 14:25, Anna Weiss ha scritto:", NAMED),
        ("Il giorno ven 3 mag 2024 alle ore 12:00 Anna Weiss <anna@acme.example> ha scritto:", ANNA),
        ("Op di 3 mei 2024 om 12:00 schreef Anna Weiss <anna@acme.example>:", ANNA),
        ("Op 30 aug 2024 om 17:02 heeft Anna Weiss <anna@acme.example> het volgende geschreven:", ANNA),
        ("W dniu 3.05.2024 o 12:00, Anna Weiss pisze:", NAMED),
        ("pt., 3 maj 2024 o 12:00 Anna Weiss <anna@acme.example> napisał(a):", ANNA),
        ("Wiadomość napisana przez Anna Weiss <anna@acme.example> w dniu 3 maj 2024, o godz. 12:00:", ANNA),
    ],
)
def test_an_attribution_names_its_author(line: str, author: Address) -> None:
    """In each of the eight languages, and as each mailer puts it, the author is told and the new text ends there."""
    for mark in ("", "> "):
        found = read(f"Thanks, see below.\n\n{line}\n{mark}old words\n")
        assert (found.authors, found.attributions, found.blocks) == ((author,), 1, 0)
        assert found.new == "Thanks, see below."
        assert found.quoted.endswith("old words\n")


def test_an_attribution_within_a_line() -> None:
    """Markup read flat may leave what was a line of its own within one; a date in the text before is not taken for its start."""
    found = read("The letter of 5 May came on 7 May. Anna   On 7 Nov 2024, at 09:14, Tom Lund <tom@b.example> wrote:    Hello")
    assert found.authors == (Address("Tom Lund", "tom", "b.example"),)
    assert found.new == "The letter of 5 May came on 7 May. Anna"


@pytest.mark.parametrize(
    ("labels", "divider"),
    [
        (("From", "Sent", "To", "Subject"), "-----Original Message-----"),
        (("From", "Date", "Subject", "To"), "---------- Forwarded message ---------"),
        (("Von", "Gesendet", "An", "Betreff"), "-----Ursprüngliche Nachricht-----"),
        (("De ", "Envoyé ", "À ", "Objet "), "________________________________"),
        (("De", "Enviado el", "Para", "Asunto"), ""),
        (("De", "Enviada em", "Para", "Assunto"), ""),
        (("Da", "Inviato", "A", "Oggetto"), "----- Messaggio originale -----"),
        (("Van", "Verzonden", "Aan", "Onderwerp"), ""),
        (("Od", "Wysłano", "Do", "Temat"), ""),
        (("*From", "*Sent", "*To", "*Subject"), ""),
    ],
)
def test_a_block_names_both_ends(labels: tuple[str, ...], divider: str) -> None:
    """A block of header lines tells author and recipients in each language; the new text ends above its divider."""
    values = {
        0: "Anna Weiss <anna@acme.example>",
        labels.index(next(one for one in labels[1:] if one.strip(" *") in ("To", "An", "À", "Para", "A", "Aan", "Do"))): (
            "Tom Lund <tom@b.example>; Eva Sand"
        ),
    }
    block = "\n".join(f"{label}: {values.get(place, '4 May 2024 10:00')}" for place, label in enumerate(labels))
    found = read(f"New words.\n{divider}\n{block}\n\nold words")
    assert (found.authors, found.blocks, found.attributions) == ((ANNA,), 1, 0)
    assert found.named == (Address("Tom Lund", "tom", "b.example"), Address("Eva Sand", "", ""))
    assert found.new == "New words."


def test_a_forward_that_keeps_only_the_subject() -> None:
    """An address and one line more are a block; a name and one line more are not, and no more is an address by itself."""
    found = read("See below.\n\nFrom: Anna Weiss <anna@acme.example>\nSubject: Steel\n\nold words")
    assert (found.authors, found.blocks, found.new) == ((ANNA,), 1, "See below.")
    assert read("See below.\n\nFrom: Anna Weiss\nSubject: Steel\n\nold words").blocks == 0
    assert read("See below.\n\nFrom: Anna Weiss <anna@acme.example>\n\nold words").blocks == 0


def test_other_forms_of_mailboxes() -> None:
    """A value below its label, square brackets, quotes and bare addresses are read."""
    found = read('x\nFrom:\n"Anna Weiss" [mailto:anna@acme.example]\nSent: today\nTo: tom@b.example\nCc: <eva@c.example>\n')
    assert found.authors == (ANNA,)
    assert found.named == (Address("", "tom", "b.example"), Address("", "eva", "c.example"))


def test_a_thread_of_several() -> None:
    """The latest author comes first, and a block ends where the next one begins."""
    block = "From: {} <{}@a.example>\nSent: x\nTo: {}@b.example\nSubject: y\n\nwords\n"
    found = read("new\n" + block.format("Eva Sand", "eva", "one") + block.format("Tom Lund", "tom", "two"))
    assert [one.name for one in found.authors] == ["Eva Sand", "Tom Lund"]
    assert [one.local for one in found.named] == ["one", "two"]
    assert found.blocks == 2


def test_answers_below_and_between_are_new() -> None:
    """Where quoted lines bear their mark, what stands between and below them is the sender's own."""
    found = read("On 3/5/2024 10:00, Anna Weiss wrote:\n> When?\nOn Monday.\n> Where?\nHere.\n")
    assert found.new == "On Monday.\nHere."
    assert read("Yes.\n> no name\n> at all\n").new == "Yes."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He wrote: nothing.",
        "On Monday she wrote:\nall is well",
        "I wrote this on 3 May 2024.",
        "From: Hamburg to Bremen\nby train",
        "From: Anna\n\nand no other line",
        "Fahrt\nVon: Hamburg\nNach: Bremen\n",
        "El precio es 40.\nDe: nada",
    ],
)
def test_ordinary_words_are_no_quote(text: str) -> None:
    """Verbs of writing and words such as From are no quote by themselves."""
    assert read(text) == Quotes(text)


@pytest.mark.parametrize(
    "fill",
    [
        "wrote: ",
        "On 1 ",
        "-",
        "From: a@b.example\n",
        ">\n",
        "a",
        "le 5 a écrit :\n",
        "From: A <a@b.example>\nTo: a;\nDate: x\n",
        "<",
        "\udc80",
        "é",
    ],
)
def test_hostile_text_takes_no_time(fill: str) -> None:
    """Whatever fills a text, it is read in bounded time and nothing raises."""
    text = (fill * 16384)[:16384]
    began = time.perf_counter()
    found = read(text + "\nFrom: a\nSent: b\nTo: c\n")
    assert time.perf_counter() - began < 0.25
    assert len(found.authors) <= quotes.MARKS


def test_past_the_bounds() -> None:
    """Quotes, lines and mailboxes beyond their limits are not read."""
    many = "".join(f"On 3/5/2024 10:00, Person No{chr(97 + n)} wrote:\nwords\n" for n in range(quotes.MARKS + 5))
    assert len(read(many).authors) == quotes.MARKS
    assert read(f"From: {'a' * quotes.LINE}\nSent: x\nTo: y\n").blocks == 0
    to = "; ".join(f"p{n}@b.example" for n in range(quotes.NAMED + 5))
    assert len(read(f"From: Anna\nSent: x\nTo: {to}\n").named) == quotes.NAMED
    assert read("From: Anna\n" + "\n" * quotes.BLOCK_LINES + "Sent: x\nTo: y\n").blocks == 0
    long = " ".join(["Anna"] * (quotes.NAME_WORDS + 3))
    assert read(f"On 3/5/2024 10:00, {long} wrote:\n").authors[0].name.count("Anna") == quotes.NAME_WORDS


def test_a_character_cut_in_two_moves_nothing_out_of_the_text() -> None:
    """Where the look back begins within a character, the quote still begins within the text."""
    for padding in range(4):
        before = "\u672c" * ((quotes.LINE - 34) // 3) + "x" * padding
        found = read(f"{before} anna@acme.example 3/5/2024 10:00 wrote:\nold words")
        assert found.quoted.endswith("wrote:\nold words")
