from __future__ import annotations

import zlib

import pytest

from filter.errors import UsageError
from filter.store.archives.damage import BROKEN, DamageError, refuse, reporting, said, shown, too_large


def test_what_breaks_is_told_by_its_name_and_ends_there() -> None:
    """Every error that a broken archive raises becomes one call."""
    told: list[tuple[str, str]] = []
    for kind in BROKEN:
        with reporting("a.zip", lambda name, why: told.append((name, why))):
            raise kind("broken")
    assert told == [("a.zip", "broken")] * len(BROKEN)


def test_a_bug_is_no_damage() -> None:
    """What no archive raises is not taken for damage, and neither is an end that somebody asked for."""
    for kind in (TypeError, UsageError, KeyboardInterrupt):
        with pytest.raises(kind), reporting("a.zip", lambda name, why: None):
            raise kind("stop")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "No such file"), "No such file"),
        (zlib.error("bad"), "bad"),
        (EOFError(), "EOFError"),
        (DamageError("cut"), "cut"),
    ],
)
def test_an_error_says_something(error: Exception, words: str) -> None:
    """The system's words, its own text, or its name."""
    assert said(error) == words


def test_refusing_names_the_place() -> None:
    """Whoever listens to no damage is stopped by it."""
    with pytest.raises(UsageError, match=r"^a\.mbox#3: larger than 52428800 octets, at octet 7$"):
        refuse("a.mbox#3", too_large(", at octet 7"))


def test_what_is_shown_moves_no_terminal() -> None:
    """A name that comes from an archive is written out, a plain one stays as it is."""
    assert shown("a b.eml") == "a b.eml"
    assert shown("\x1b[2J\n\u202e\udcff'") == r"\x1b[2J\n\u202e\udcff'"
