from __future__ import annotations

import pytest

from filter.judge.likeness.names import (
    NAME_CHARS,
    NAME_PARTS,
    NAME_WORDS,
    is_personal,
    mixed_letters,
    own_words,
    readings,
    same_name,
    spellings,
    words_of,
)


def test_spellings() -> None:
    """Accents fold; an umlaut has its two spellings; plain text has one."""
    assert spellings("ANNA Weiss") == ("anna weiss",)
    assert spellings("J\u00fcrgen M\u00fcller") == ("jurgen muller", "juergen mueller")
    assert spellings("Ju\u0308rgen") == ("jurgen", "juergen")
    assert spellings("Wei\u00df Ma\u0142gorzata \u00d8stby") == ("weiss malgorzata ostby", "weiss malgorzata oestby")


@pytest.mark.parametrize(
    "name",
    [
        "Anna Weiss",
        "WEISS Anna",
        "Weiss, Anna",
        "Weiss, Dr. Anna",
        "Anna Weiss (CEO)",
        "Anna Weiss, CEO",
        "Anna Weiss | Harlow Vance",
        "Anna Weiss - Harlow Vance",
        "Frau Dr. Anna Weiss",
        "mgr in\u017c. Anna Weiss",
        "anna.weiss",
        "'Anna Weiss' via Desk",
        '"Anna Weiss (desk@harlowvance.example)"',
        "\u0410nn\u0430 Weiss",
        "Anna Wei\u00df",
        "Anna von Weiss",
    ],
)
def test_readings(name: str) -> None:
    """The words of a person's name are among the readings, however it is written and whatever stands beside it."""
    assert ("anna", "weiss") in {tuple(sorted(reading)) for reading in readings(name)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", ()),
        ("desk@harlowvance.example", ()),
        ("Herr Weiss", (("herr", "weiss"),)),
        ("Don Miller", (("don", "miller"),)),
        ("Karl Weiss, Anna Bell", (("karl", "weiss"), ("anna", "bell"))),
        ("A n n a W e i s s", (("annaweiss",),)),
        ("A. Weiss", (("a", "weiss"),)),
        ("Sheila O'Hara", (("sheila", "ohara"),)),
    ],
)
def test_readings_keep_apart(name: str, expected: tuple[tuple[str, ...], ...]) -> None:
    """Two persons stay two, a title stays where it would leave one word, and an address is no name."""
    assert readings(name) == expected


def test_bounds() -> None:
    """Of a hostile name no more characters, parts and words are read than the limits say."""
    assert len(readings("|".join(f"Anna Bell{'x' * number}" for number in range(99)))) == NAME_PARTS
    assert max(map(len, readings(" ".join(f"ab{number}" for number in range(99))))) == NAME_WORDS
    assert spellings("a" * 999) == ("a" * NAME_CHARS,)
    assert words_of("one two three", 2) == ["one", "two"]


def test_own_words() -> None:
    """Titles and particles are no words of the name itself."""
    assert own_words(["dr", "anna", "van", "weiss", "ceo"]) == ("anna", "weiss")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Weiss", "Weiss, Anna", True),
        ("Dr. Anna Weiss", "anna weiss", True),
        ("J\u00fcrgen Bell", "Jurgen Bell", True),
        ("Anna Weiss", "Anne Weiss", False),
        ("Anna Weiss", "Anna Maria Weiss", False),
        ("", "", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    """Two names are the same by their words, not by their order or title; no name is the same as none."""
    assert same_name(one, other) is same_name(other, one) is same


@pytest.mark.parametrize(
    ("name", "personal"),
    [("Anna Weiss", True), ("Anna Maria Weiss", True), ("Accounts", False), ("anna weiss", False), ("Team 24", False), ("A B C D", False)],
)
def test_is_personal(name: str, personal: bool) -> None:
    """A person's name has two or three capitalised words of letters."""
    assert is_personal(name) is personal


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("Ann\u0430 Weiss", True),
        ("\u0410nna Weiss", True),
        ("We\u026ass", True),
        ("Anna Wei\u00df", False),
        ("\u0410\u043d\u043d\u0430 Weiss", False),
        ("Anna Weiss", False),
    ],
)
def test_mixed_letters(text: str, mixed: bool) -> None:
    """Letters of two scripts in one word are told; a word of each script is not, nor are accents."""
    assert bool(mixed_letters(text)) is mixed
