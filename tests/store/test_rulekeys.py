from __future__ import annotations

from typing import Any

import pytest

from filter.judge.mail import Envelope
from filter.judge.past import Past
from filter.store.rulekeys import FLOOR_MAX, MERIT_MAX, RATE_MAX, WEIGHT_MAX, rule_of
from filter.store.rulelint import LintError, Place

PLACE = Place("theme/a.toml", "a")
TABLE: dict[str, Any] = {
    "id": "a",
    "title": "Says a",
    "description": "The text says it.",
    "threat": "spam",
    "weight": 2,
    "rate": 0.001,
    "status": "stable",
    "references": ["https://example.org/"],
    "false_positives": ["Mail about it"],
    "hit": "Subject: x\n\na\n",
    "miss": "Subject: x\n\nnothing\n",
    "match": {"field": "text", "contains": "a"},
}


def without(*keys: str, **others: Any) -> dict[str, Any]:
    return {key: value for key, value in TABLE.items() if key not in keys} | others


def faults(table: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(LintError) as caught:
        rule_of(PLACE, table, {})
    return caught.value.lines


def test_a_table_becomes_its_rule() -> None:
    """Every key is in the rule, the mails as they would come over the wire."""
    rule = rule_of(PLACE, TABLE, {})
    assert (rule.id, rule.title, rule.threat, rule.weight, rule.floor, rule.rate) == ("a", "Says a", "spam", 2.0, None, 0.001)
    assert (rule.references, rule.false_positives) == (("https://example.org/",), ("Mail about it",))
    assert (rule.hit.content, rule.hit.envelope, rule.hit.past) == (b"Subject: x\r\n\r\na\r\n", None, None)
    assert rule.failures() == ()


def test_a_rule_may_have_a_floor_in_the_place_of_a_weight() -> None:
    """Then it adds no weight of its own."""
    rule = rule_of(PLACE, without("weight", floor=6), {})
    assert (rule.weight, rule.floor) == (0.0, 6.0)


def test_a_mail_may_come_with_an_envelope_and_a_past() -> None:
    """Each of the two mails has its own, where the rule gives it."""
    table = without(hit_sender="", hit_past={"between": 3, "replied_to_us": True}, miss_sender="a@b.example", miss_past={})
    rule = rule_of(PLACE, table, {})
    assert (rule.hit.envelope, rule.hit.past) == (Envelope(sender=""), Past(between=3, replied_to_us=True))
    assert (rule.miss.envelope, rule.miss.past) == (Envelope(sender="a@b.example"), Past())


@pytest.mark.parametrize("key", [key for key in TABLE if key != "weight"])
def test_a_key_that_is_missing_is_told(key: str) -> None:
    """None of them has a default."""
    assert faults(without(key)) == (f"theme/a.toml:1: rule 'a': {key} is missing",)


@pytest.mark.parametrize(
    ("others", "line"),
    [
        ({"title": " "}, "title must be text"),
        ({"weight": True}, "weight must be a number"),
        ({"weight": 0}, "weight must be a number"),
        ({"weight": float("nan")}, "weight must be a number"),
        ({"weight": WEIGHT_MAX + 0.1}, "weight must be a number from -3 to 10, and not 0"),
        ({"weight": -MERIT_MAX - 0.1, "rate": 1}, "weight must be a number from -3 to 10, and not 0"),
        ({"floor": 3}, "floor cannot stand beside weight"),
        ({"rate": 0}, "rate must be a number above 0 and at most 1"),
        ({"rate": RATE_MAX + 0.001}, "rate must be a number above 0 and at most 0.05 of a rule that speaks against mail"),
        ({"weight": -1, "rate": 1.1}, "rate must be a number above 0 and at most 1"),
        ({"rate": "0.001"}, "rate must be a number"),
        ({"status": "stabel"}, "the nearest is 'stable'"),
        ({"threat": "spm"}, "the nearest is 'spam'"),
        ({"references": []}, "references must be a list of texts"),
        ({"false_positives": ["x", 3]}, "false_positives[1] must be text"),
        ({"hit": 3}, "hit must be text"),
        ({"hit_past": 3}, "hit_past must be a table"),
        ({"hit_past": {"form_address": 1}}, "hit_past.form_address is not known; the nearest is 'from_address'"),
        ({"miss_past": {"from_address": -1}}, "miss_past.from_address must be a whole number"),
        ({"miss_past": {"from_address": True}}, "miss_past.from_address must be a whole number"),
        ({"miss_past": {"replied_to_us": 1}}, "miss_past.replied_to_us must be true or false"),
        ({"hit_sender": 3}, "hit_sender must be an address"),
        ({"hit_pats": {}}, "hit_pats is not known; the nearest is 'hit_past'"),
        ({"match": {"feild": "text"}}, "match.feild is not known; the nearest is 'field'"),
    ],
)
def test_a_value_that_will_not_do_is_told(others: dict[str, Any], line: str) -> None:
    """A key whose value is out of bounds is named with what would do."""
    (told,) = faults(without(**others))
    assert line in told


def test_a_floor_has_its_bound() -> None:
    """At the bound it is taken, past it refused; and a rule needs one of floor and weight."""
    assert rule_of(PLACE, without("weight", floor=FLOOR_MAX), {}).floor == FLOOR_MAX
    (told,) = faults(without("weight", floor=FLOOR_MAX + 0.1))
    assert "floor must be a number above 0 and at most 10" in told
    (told,) = faults(without("weight"))
    assert told.endswith("weight is missing, or floor in its place")


def test_a_rule_may_speak_for_mail() -> None:
    """Then it takes off what it weighs, and may match all wanted mail; one that raises to a floor speaks against it."""
    rule = rule_of(PLACE, without(weight=-MERIT_MAX, rate=1), {})
    assert (rule.weight, rule.rate) == (-MERIT_MAX, 1.0)
    (told,) = faults(without("weight", floor=6, rate=1))
    assert "rate must be a number above 0 and at most 0.05" in told


def test_all_faults_come_together() -> None:
    """Those of every key, and of the checks that the caller adds."""

    def check() -> None:
        raise PLACE.fault("is odd")

    with pytest.raises(LintError) as caught:
        rule_of(PLACE, without("title", rate=0, colour="red"), {}, check)
    assert len(caught.value.lines) == 4
