from __future__ import annotations

import pytest

from filter.lab.language import language_of

TEXTS = {
    "en": "Please find the minutes of the meeting, and tell us if you have anything to add for next week.",
    "de": "Anbei das Protokoll der Sitzung; bitte sagen Sie uns, ob Sie für die nächste Woche noch etwas haben.",
    "fr": "Voici le compte rendu de la réunion; dites-nous si vous avez des choses à ajouter pour la semaine.",
    "es": "Adjunto el acta de la reunión; díganos si tiene algo que añadir para la próxima semana, por favor, con los datos.",
    "pt": "Segue a ata da reunião; diga se não tem mais nada a acrescentar ao texto do dia, e os dados da semana são seus.",
    "it": "Ecco il verbale della riunione; ci dica se non è completo, e anche gli appunti del giorno per la settimana.",
    "nl": "Hierbij het verslag van de vergadering; laat het weten als je voor de week iets aan de lijst wilt toevoegen.",
    "pl": "W załączniku protokół z zebrania; proszę dać znać, jeśli jest coś do dodania na przyszły tydzień i dla nas.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_told(language: str) -> None:
    """One sentence of ordinary mail is enough, however it is written."""
    assert language_of(TEXTS[language]) == language
    assert language_of(TEXTS[language].upper()) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12345 --- 67",
        "the and",
        "来週の会議の議事録をお送りします。ご確認ください。",
        "Mötet hålls nästa vecka; skicka era frågor före fredag.",
        TEXTS["en"] + " " + TEXTS["de"],
        "x " * 200 + "the and of you",
    ],
    ids=["empty", "numbers", "two words", "Japanese", "Swedish", "mixed", "few among many"],
)
def test_what_is_not_clear_is_not_guessed(text: str) -> None:
    """Too short, mixed, in another language, or mostly other words: none."""
    assert language_of(text) == ""


def test_the_beginning_of_a_long_text_decides() -> None:
    """What stands behind the words that are looked at changes nothing, and costs nothing."""
    assert language_of((TEXTS["en"] + " ") * 200 + (TEXTS["de"] + " ") * 9000) == "en"
