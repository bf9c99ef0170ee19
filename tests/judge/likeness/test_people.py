from __future__ import annotations

import time

import pytest

from filter.judge.likeness.people import NEAR_WORDS, People, people
from filter.judge.site import Vip

NAMES = (
    "Anna Weiss",
    "Dr. Konrad Ehmling",
    "Tobias Gr\u00e4ssner",
    "Amparo Gisla Llorente",
    "Lim Wei Jian",
    "Liselotte van Heesen",
    "Prince",
)


@pytest.fixture(scope="module")
def known() -> People:
    """The persons of a site."""
    return people(Vip(name, ()) for name in NAMES)


def names(vips: tuple[Vip, ...]) -> list[str]:
    """The names of those found."""
    return [vip.name for vip in vips]


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Weiss, Anna (CEO)", "Anna Weiss"),
        ("Anna M. Weiss", "Anna Weiss"),
        ("Anna Maria Weiss", "Anna Weiss"),
        ("annaweiss", "Anna Weiss"),
        ("W e i s s A n n a", "Anna Weiss"),
        ("Konrad Ehmling | Harlow Vance", "Dr. Konrad Ehmling"),
        ("Graessner, Tobias", "Tobias Gr\u00e4ssner"),
        ("Tobias Grassner", "Tobias Gr\u00e4ssner"),
        ("Amparo Gisla", "Amparo Gisla Llorente"),
        ("Wei Jian LIM", "Lim Wei Jian"),
        ("Heesen, Liselotte van", "Liselotte van Heesen"),
        ("Prince", "Prince"),
    ],
)
def test_named(known: People, name: str, whose: str) -> None:
    """A name is a known person's where all the words of one are in the other, and then it does not merely resemble."""
    assert names(known.named(name)) == [whose]
    assert known.resembling(name) == ()


@pytest.mark.parametrize("name", ["", "Weiss", "Herr Weiss", "Karl Weiss, Anna Bell", "Tan Wei Jian", "Maria Gisla Llorente", "Karl Weiss"])
def test_not_named(known: People, name: str) -> None:
    """A surname, two persons and a namesake in part are nobody known."""
    assert known.named(name) == ()


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Ana Weiss", "Anna Weiss"),
        ("Anna Wiess", "Anna Weiss"),
        ("Anne Weis", "Anna Weiss"),
        ("Konrad Ehmlign", "Dr. Konrad Ehmling"),
        ("A. Weiss", "Anna Weiss"),
        ("Weiss A.", "Anna Weiss"),
        ("Liselote van Hesen", "Liselotte van Heesen"),
    ],
)
def test_resembling(known: People, name: str, whose: str) -> None:
    """A name resembles a known one by a letter or two, or by initials."""
    assert known.named(name) == ()
    assert names(known.resembling(name)) == [whose]


@pytest.mark.parametrize("name", ["", "Nina Weiss", "B. Weiss", "Anna Wolff", "Weiss", "Konrad Adler", "Tan Wei Jian", "Ann Weis"])
def test_not_resembling(known: People, name: str) -> None:
    """Another first name or surname, another initial and a name too short to tell resemble none."""
    assert known.resembling(name) == ()


def test_signed(known: People) -> None:
    """A line is signed with a name that stands alone or beside titles and what a comma parts; a sentence is not."""
    assert names(known.signed("Anna Weiss, CEO")) == names(known.signed("Dr. Anna Weiss | Harlow Vance")) == ["Anna Weiss"]
    assert known.signed("Dear Anna Weiss") == known.signed("Anna Weiss called today") == ()


def test_in_row(known: People) -> None:
    """A name stands in a row of words with its first word beside another, in either order."""
    assert names(known.in_row(["for", "weiss", "anna", "today"])) == ["Anna Weiss"]
    assert known.in_row(["anna", "for", "weiss"]) == known.in_row(["wei", "jian"]) == known.in_row([]) == ()
    assert known.knows_two(["for", "weiss", "anna"]) and not known.knows_two(["for", "anna"])


def test_namesakes() -> None:
    """Of two persons with one name both are told."""
    assert names(people([Vip("Anna Weiss", ("a@b.example",)), Vip("Weiss, Anna", ("c@b.example",))]).named("Anna Weiss")) == [
        "Anna Weiss",
        "Weiss, Anna",
    ]


def test_bounds() -> None:
    """A hostile name among thousands of near ones costs little, and a word has no more neighbours than the limit."""
    known = people(Vip(f"Anna Harlo{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}", ()) for number in range(2000))
    assert len(known.like("harlozz")) == NEAR_WORDS
    start = time.perf_counter()
    known.resembling(" ".join(["Anma Harlozz"] * 50))
    known.named("Anna " * 2000)
    assert time.perf_counter() - start < 0.5
