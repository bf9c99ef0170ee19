from __future__ import annotations

import time

import pytest

from filter.judge.rules.operators import Member, Pattern, Present


def pieces(pattern: Pattern, value: str) -> list[str]:
    return list(pattern.within(value))


def test_a_pattern_gives_every_piece_that_matches() -> None:
    """All alternatives are searched for at once, whatever the case, and what was found comes as it stands in the value."""
    assert pieces(Pattern.of(["y.s", "no"]), "Yes, NO: yes") == ["Yes", "NO", "yes"]
    assert pieces(Pattern.of(["y.s"]), "") == []


def test_a_literal_pattern_means_what_it_says() -> None:
    """Plain texts are not read as patterns."""
    assert pieces(Pattern.of(["y.s", "(a"], literal=True), "yes y.S (A") == ["y.S", "(A"]


@pytest.mark.parametrize("pattern", ["(", "a(?=b)", r"(a)\1", "x*", "", "^"])
def test_pattern_that_cannot_run_or_matches_everything_is_refused(pattern: str) -> None:
    """What RE2 cannot compile, and what would match every message, is a ValueError."""
    with pytest.raises(ValueError, match=r".+"):
        Pattern.of([pattern])


@pytest.mark.parametrize(("text", "found"), [("p\u0430y", ["p\u0430y"]), ("pay", []), ("", [])])
def test_a_pattern_beyond_ascii_passes_plain_text_over(text: str, found: list[str]) -> None:
    """Where every match must hold more than ASCII, text in plain ASCII is not searched, whatever the pattern would find."""
    assert pieces(Pattern.of(["p.y"], beyond_ascii=True), text) == found


def test_lone_surrogates_do_not_break_a_pattern() -> None:
    """Text that has no UTF-8 form is searched all the same."""
    assert pieces(Pattern.of(["yes"]), "\udcff yes \ud800") == ["yes"]


def test_pattern_is_linear_in_time() -> None:
    """A pattern that backtracks for ever elsewhere ends at once."""
    started = time.perf_counter()
    assert pieces(Pattern.of(["(?:a+)+c"]), "a" * 16_384 + "b") == []
    assert time.perf_counter() - started < 0.5


def test_a_member_is_the_whole_value() -> None:
    """A value is on the list as it stands, whatever its case; a host also below an entry, where values are hosts."""
    assert list(Member(frozenset({"red"})).within("RED")) == ["RED"]
    assert list(Member(frozenset({"red"})).within("red one")) == []
    assert list(Member(frozenset({"shop.example"})).within("a.shop.example")) == []
    assert list(Member(frozenset({"shop.example"}), hosts=True).within("a.shop.example")) == ["a.shop.example"]


def test_presence_is_any_value_that_is_not_empty() -> None:
    """The value itself, or nothing."""
    assert [list(Present().within(value)) for value in ("x", "")] == [["x"], []]


@pytest.mark.parametrize(
    "operator", [Pattern.of(["y.s", "ä"]), Pattern.of(["ä"], beyond_ascii=True), Member(frozenset({"yes"})), Present()]
)
@pytest.mark.parametrize("value", ["yes, yes", "yes", "YES", "no", "ä", ""])
def test_the_first_piece_is_the_first_of_all(operator: Pattern | Member | Present, value: str) -> None:
    """Asking for one piece gives what asking for every piece gives first."""
    assert operator.first(value) == next(operator.within(value), None)


def test_a_pattern_that_takes_too_much_memory_is_refused() -> None:
    """Letters of all scripts, so many times over, fit into the bound of a pattern; twice as many do not."""
    assert pieces(Pattern.of([r"\pL{100}"]), "b" * 100) == ["b" * 100]
    with pytest.raises(ValueError, match="too large"):
        Pattern.of([r"\pL{200}"])
