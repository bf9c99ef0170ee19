from __future__ import annotations

from typing import Any

import pytest

from filter.judge.mail import Address, Link, Message
from filter.judge.scene import Scene, Signal
from filter.judge.signals.catalogue import CATALOGUE
from filter.store.rulelint import NESTING, LintError, Place, match_of

PLACE = Place("theme/a.toml", "a", "match", {"match": 7, "match.all[1]": 12, "match.all[1].any[0].regex": 14})
LISTS = {"colours": frozenset({"red", "blue"}), "hosts": frozenset({"shop.example"})}
SCENE = Scene(
    Message(
        sender=Address("Red", "x", "bank.example"),
        reply_to=(Address("", "y", "other.test"),),
        text="Red. Red again.",
        links=(Link("u", "a.shop.example", ""),),
    )
)


@pytest.mark.parametrize(
    ("table", "evidence"),
    [
        ({"field": "text", "contains": "red."}, "Red."),
        ({"field": "text", "contains": ["blue", "again"]}, "again"),
        ({"field": "text", "regex": "r.d", "count_at_least": 2}, "Red"),
        ({"field": "text", "regex": "r.d", "count_at_least": 3}, None),
        ({"field": "text", "regex": "r.d", "beyond_ascii": False}, "Red"),
        ({"field": "text", "regex": "r.d", "beyond_ascii": True}, None),
        ({"field": ["subject", "sender.name"], "equals": "RED"}, "Red"),
        ({"field": "sender.name", "in": "colours"}, "Red"),
        ({"field": "link.host", "in": "hosts"}, "a.shop.example"),
        ({"field": "header.list-id", "count_at_least": 1}, None),
        ({"field": "reply_to.domain", "differs_from": "sender.domain"}, "other.test"),
        ({"not": {"field": "text", "contains": "blue"}}, ""),
        ({"all": [{"field": "text", "contains": "red"}, {"any": [{"field": "subject", "contains": "x"}]}]}, None),
        ({"any": [{"field": "subject", "contains": "x"}, {"field": "text", "contains": "red"}]}, "Red"),
    ],
)
def test_match_table_becomes_what_it_says(table: dict[str, Any], evidence: str | None) -> None:
    """Every operator and group of a match table does in the compiled match what it is named for."""
    assert match_of(PLACE, table, LISTS).find(SCENE) == evidence


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ({"feild": "text", "contains": "x"}, "match.feild is not known; the nearest is 'field'"),
        ({"field": "txt", "contains": "x"}, "match.field 'txt' is not known; the nearest is 'text'"),
        ({"contains": "x"}, "match.field is empty; known are"),
        ({"field": "text", "containing": "x"}, "the nearest is 'contains'"),
        ({"field": "text"}, "match needs one operator of"),
        ({"field": "text", "contains": "x", "regex": "x"}, "match needs one operator of"),
        ({"field": "text", "regex": "("}, "match.regex is not a usable RE2 pattern: missing )"),
        ({"field": "text", "regex": "a|"}, "matches the empty text"),
        ({"field": "text", "regex": "x", "beyond_ascii": 1}, "match.beyond_ascii must be true or false, beside a regex"),
        ({"field": "text", "contains": "x", "beyond_ascii": True}, "match.beyond_ascii must be true or false, beside a regex"),
        ({"field": "text", "contains": []}, "match.contains must be text or a list of texts"),
        ({"field": "text", "contains": ["a", 1]}, "match.contains must be text or a list of texts"),
        ({"field": "text", "in": "colors"}, "match.in 'colors' is not known; the nearest is 'colours'"),
        ({"field": "text", "contains": "x", "count_at_least": 0}, "match.count_at_least must be a whole number"),
        ({"field": "text", "contains": "x", "count_at_least": True}, "match.count_at_least must be a whole number"),
        ({"field": "text", "differs_from": "sender.domain"}, "match.field 'text' is not known; known are"),
        ({"field": "link.host", "differs_from": "sender.domian"}, "the nearest is 'sender.domain'"),
        ({"field": "link.host", "differs_from": "sender.domain", "count_at_least": 2}, "takes one field"),
        ({"al": [{"field": "text"}]}, "match.al is not known; the nearest is 'all'"),
        ({"all": []}, "match.all must be a list of conditions"),
        ({"all": [{"field": "text", "contains": "x"}], "any": []}, "match 'all' must stand alone"),
        ({"not": 3}, "match.not must be a table"),
    ],
)
def test_fault_names_its_place_and_the_nearest_name(table: dict[str, Any], line: str) -> None:
    """A fault in a match table names file, rule and key, and the nearest name that would do."""
    with pytest.raises(LintError) as caught:
        match_of(PLACE, table, LISTS)
    assert caught.value.lines[0].startswith("theme/a.toml:7: rule 'a': match")
    assert line in caught.value.lines[0]


def test_all_faults_of_a_group_come_together() -> None:
    """Each faulty condition of a group is reported, with its number."""
    with pytest.raises(LintError) as caught:
        match_of(PLACE, {"all": [{"field": "txt", "contains": "x"}, {"any": [{"field": "text", "regex": "("}]}]}, LISTS)
    first, second = caught.value.lines
    assert first.startswith("theme/a.toml:7: rule 'a': match.all[0].field 'txt'")
    assert second.startswith("theme/a.toml:14: rule 'a': match.all[1].any[0].regex is")


def nested(levels: int) -> dict[str, Any]:
    return {"not": nested(levels - 1)} if levels else {"field": "text", "contains": "red"}


def test_nesting_is_bounded() -> None:
    """A rule may nest so many levels and not one more."""
    assert match_of(PLACE, nested(NESTING), LISTS).find(SCENE) is not None
    with pytest.raises(LintError, match=f"nested over {NESTING} levels"):
        match_of(PLACE, nested(NESTING + 1), LISTS)


@pytest.fixture
def signals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three signals beside the real ones: two of them true."""
    for name, said in (("test-first", "is first"), ("test-second", "is second"), ("test-never", "")):
        monkeypatch.setitem(CATALOGUE, name, Signal(name, "identity", "nowhere", lambda scene, said=said: said))


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize(
    ("table", "evidence"),
    [
        ({"signal": "test-first"}, "is first"),
        ({"signal": "test-never"}, None),
        ({"signal": ["test-never", "test-second"]}, "is second"),
        ({"signal": ["test-second", "test-never", "test-first"], "count_at_least": 2}, "is second; is first"),
        ({"signal": ["test-second", "test-never"], "count_at_least": 2}, None),
        ({"all": [{"signal": "test-second"}, {"field": "text", "contains": "red"}, {"signal": "test-first"}]}, "is second; is first"),
        ({"all": [{"signal": "test-second"}, {"not": {"signal": "test-first"}}]}, None),
    ],
)
def test_signals_stand_beside_fields(table: dict[str, Any], evidence: str | None) -> None:
    """A condition names a signal, or several of which one or so many must be true."""
    assert match_of(PLACE, table, LISTS).find(SCENE) == evidence


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize(
    ("table", "line"),
    [
        ({"signal": "test-frist"}, "match.signal 'test-frist' is not known; the nearest is 'test-first'"),
        ({"signal": ["test-first", "test-secnd"]}, "match.signal[1] 'test-secnd' is not known; the nearest is 'test-second'"),
        ({"signal": []}, "match.signal is empty; known are"),
        ({"signal": ["test-first", 3]}, "match.signal[1] 3 is not known"),
        ({"signal": "test-first", "field": "text"}, "match.field cannot stand beside 'signal'"),
        ({"signal": "test-first", "regex": "x"}, "match.regex cannot stand beside 'signal'"),
        ({"signal": "test-first", "count_at_least": 2}, "match.count_at_least is more than the 1 signal(s) listed"),
        ({"signal": ["test-first", "test-first"], "count_at_least": 2}, "match.signal[1] stands there twice"),
        ({"signal": "test-first", "count_at_least": 0}, "match.count_at_least must be a whole number"),
        ({"signla": "test-first"}, "match.signla is not known; the nearest is 'signal'"),
    ],
)
def test_fault_in_signals_names_its_place_and_the_nearest_name(table: dict[str, Any], line: str) -> None:
    """An unknown signal comes with the nearest that exists, a key that does not go with signals with those that do."""
    with pytest.raises(LintError) as caught:
        match_of(PLACE, table, LISTS)
    assert line in caught.value.lines[0]
