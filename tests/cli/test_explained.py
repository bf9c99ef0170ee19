from __future__ import annotations

import json
from dataclasses import replace

import pytest
from weights import random_judge

from filter.cli.explained import mail_lines, mail_told, rule_lines, rule_told, signal_lines, signal_told, strength
from filter.judge.mail import Mail
from filter.judge.past import Past
from filter.judge.rules.book import Rulebook
from filter.judge.rules.conditions import All, Condition, Holds, Not
from filter.judge.rules.operators import Present
from filter.judge.scene import Scene
from filter.judge.signals.catalogue import CATALOGUE
from filter.judge.signals.meanings import MEANINGS

BASE = next(rule for rule in random_judge().rulebook.rules if rule.id == "address-in-name")
MAIL = Mail(b'From: "Desk" <a@b.example>\r\nTo: c@own.example\r\nSubject: x\r\n\r\nyes\r\n', past=Past())
FLOOR = replace(BASE, weight=0.0, floor=6.0, match=Condition(("text",), Present()))


def test_a_rule_is_told_with_weight_or_floor() -> None:
    """What a hit does is plain in one word and in a sentence; on trial it says so."""
    assert (strength(BASE), strength(FLOOR)) == ("+2.5", ">=6.0")
    assert [strength(replace(BASE, weight=weight)) for weight in (0.25, 4.75, 3.0)] == ["+0.25", "+4.75", "+3.0"]
    assert strength(replace(FLOOR, floor=6.25)) == ">=6.25"
    merit = replace(BASE, weight=-2.0, rate=1.0)
    assert strength(merit) == "-2.0"
    assert {"  takes 2 off the log-odds of phish", "  speaks for a mail, and may match unwanted mail, such as:"} <= set(rule_lines(merit))
    assert "  adds 2.5 to the log-odds of phish" in rule_lines(BASE)
    assert "  raises to at least 6 the log-odds of phish" in rule_lines(FLOOR)
    assert "  adds 2.5 to the log-odds of phish once it is off trial; now its hits weigh nothing" in rule_lines(
        replace(BASE, status="trial")
    )


def test_a_rule_as_json_has_its_conditions_in_words() -> None:
    """Everything but its mails, as JSON has it."""
    told = json.loads(json.dumps(rule_told(FLOOR)))
    assert (told["id"], told["weight"], told["floor"], told["conditions"]) == ("address-in-name", 0.0, 6.0, ["text is there"])


def test_a_signal_names_the_rules_that_ask_for_it() -> None:
    """Wherever in their conditions it stands."""
    signal = CATALOGUE["known-sender"]
    asks, other = replace(BASE, id="asks", match=Not(Holds((signal,)))), replace(BASE, id="other")
    told = signal_told(signal, Rulebook((asks, other), "two"))
    meaning = MEANINGS["known-sender"]
    assert told == {"signal": "known-sender", "group": "relation", "meaning": meaning, "source": signal.source, "rules": ["asks"]}
    assert list(signal_lines(told))[-1] == "  asked for by asks"


def test_what_a_signal_means_is_told_first() -> None:
    """It stands on the line beneath the name."""
    told = signal_told(CATALOGUE["known-sender"], Rulebook((), "none"))
    assert list(signal_lines(told))[:2] == ["known-sender (relation)", f"  {MEANINGS['known-sender']}"]


def test_a_mail_is_told_as_the_judge_met_it() -> None:
    """Signals see the past that the mail came with, and a floor's hit has the weight that it really added."""
    judge = replace(random_judge(), rulebook=Rulebook((FLOOR,), "one"))
    told = mail_told("m", MAIL, judge)
    assert "first-time-sender" in {one["signal"] for one in told["signals"]}
    assert told["signals"] == [
        {"signal": name, "group": CATALOGUE[name].group, "evidence": evidence}
        for name, evidence in ((one["signal"], one["evidence"]) for one in told["signals"])
    ]
    (hit,) = judge.judge(MAIL).hits
    assert [one["weight"] for one in told["hits"]] == [hit.weight]


def test_a_mail_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The signals and the hits are of one scene."""
    scenes: list[Scene] = []
    of = Scene.of
    monkeypatch.setattr(Scene, "of", lambda mail, site: scenes.append(of(mail, site)) or scenes[-1])
    mail_told("m", MAIL, random_judge())
    assert len(scenes) == 1


def test_what_a_mail_says_is_safe_on_a_terminal() -> None:
    """Names and evidence from a mail cannot move the cursor."""
    told = {"path": "a\x1b[2J", "signals": [{"signal": "s", "group": "g", "evidence": "e\x1b"}], "hits": [], "nearly": []}
    lines = list(mail_lines(told))
    assert lines[0] == "a\\x1b[2J"
    assert all(line.isprintable() for line in lines)


def test_nearly_names_the_condition_in_words() -> None:
    """A signal that is missing is told by its name."""
    never = Holds((next(signal for signal in CATALOGUE.values() if signal.name == "known-sender"),))
    rule = replace(BASE, match=All.of((Condition(("text",), Present()), never, Not(Condition(("hidden",), Present())))))
    told = mail_told("m", MAIL, replace(random_judge(), rulebook=Rulebook((rule,), "one")))
    assert told["nearly"] == [{"rule": rule.id, "lacks": "signal known-sender"}]
