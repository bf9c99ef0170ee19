from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from ran import row
from rich.console import Console

from filter.cli import differing
from filter.cli.differing import difference_document, summary_document, tables
from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Hit, Reason
from filter.lab.compare import compare
from filter.lab.difference import Difference, Kind
from filter.store.rows import REASONS, Row, row_to_json


def judged(number: int, action: str, label: str = "", hits: tuple[Hit, ...] = ()) -> Row:
    plain = row(number, 1.0 if action == "deliver" else 4.0, label, f"mail/\x1b{number}.eml")
    cause = "" if action == "deliver" else "bec"
    return replace(plain, verdict=replace(plain.verdict, hits=hits), disposition=Disposition(Action(action), cause))


def shown(before: list[Row], after: list[Row]) -> str:
    out = io.StringIO()
    for table in tables(compare(before, after), ("one.jsonl", "this configuration")):
        Console(file=out, width=200, markup=False).print(table)
    return out.getvalue()


BEFORE = [judged(0, "deliver"), judged(1, "tag"), judged(2, "tag"), judged(3, "tag")]
AFTER = [judged(0, "tag", "ham", (Hit("bank", "bec", 2.5, "t", "e"),)), judged(1, "deliver"), judged(2, "reject"), judged(4, "tag")]


def test_tables_tell_what_came_before_and_after() -> None:
    """The two judges, the counts, each message with why, and by sender and week; nothing of a message reaches the terminal raw."""
    told = shown(BEFORE, AFTER)
    assert "before: one.jsonl (model m1, rulebook b1)\n" in told
    assert "after:  this configuration (model m1, rulebook b1)\n" in told
    assert "3 messages compared; 1 only before and 1 only after" in told
    counts = [line.split("│")[0].strip() + "|" + "|".join(part.strip() for part in line.split("│")[1:]) for line in told.splitlines()]
    assert "newly caught|1|33.333%|1|0" in counts
    assert "newly freed|1|33.333%|0|0" in counts
    assert "other disposition|1|33.333%|0|0" in counts
    line = next(line for line in told.splitlines() if line.startswith("mail/\\x1b0.eml"))
    assert [part.strip() for part in line.split("│")][1:4] == ["ham!", "deliver > tag (bec)", "1.00 > 4.00"]
    assert 'bec rule "bank" +0.00 > +2.50' in line
    assert "by sender: 1" in told and "a@b.example" in told and "by week: 1" in told
    assert "\x1b" not in told


def test_no_table_of_nothing() -> None:
    """Two runs that agree have their counts and no more."""
    told = shown(BEFORE, BEFORE)
    assert "newly caught" in told and "by sender" not in told and "what changed" not in told


def test_a_cut_list_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many of how many are told, of messages and of changes."""
    from filter.lab import compare as lab

    monkeypatch.setattr(lab, "LISTED", 1)
    monkeypatch.setattr(differing, "LISTED", 1)
    monkeypatch.setattr(differing, "SHOWN_CHANGES", 1)
    hits = (Hit("bank", "bec", 2.5, "t", "e"), Hit("wire", "bec", 1.5, "t", "e"))
    told = shown([judged(n, "deliver") for n in range(3)], [judged(n, "tag", "", hits) for n in range(3)])
    assert "newly caught: 3, of which 1 are told" in told
    assert '"bank"' in told and "'wire'" not in told


def test_scores_that_moved_are_listed() -> None:
    """Each with why, as those that are disposed of otherwise."""
    before = judged(0, "tag", hits=(Hit("pills", "spam", 3.0, "t", "e"),))
    after = replace(judged(0, "tag"), verdict=replace(judged(0, "tag").verdict, score=1.0))
    told = shown([before], [after])
    assert "score moved by over 0.5: 1 " in told
    line = next(line for line in told.splitlines() if line.startswith("mail/\\x1b0.eml"))
    assert "4.00 > 1.00" in line and 'spam rule "pills" +3.00 > +0.00' in line
    assert "by sender" not in told


def test_a_weight_that_is_not_known_is_no_number() -> None:
    """A reason that is lighter than all that are kept has none."""
    heavy = tuple(Reason("spam", "text", f"word{number}", 2.0) for number in range(REASONS))
    rows = [replace(one, verdict=replace(one.verdict, reasons=heavy)) for one in (judged(0, "deliver"), judged(0, "tag"))]
    rows[1] = replace(rows[1], verdict=replace(rows[1].verdict, reasons=(Reason("spam", "text", "pills", 2.5), *heavy[1:])))
    assert 'spam text "pills" unnamed > +2.50' in shown(rows[:1], rows[1:])
    (change,) = difference_document(Difference(Kind.CAUGHT, *rows))["changes"]
    assert change == {"threat": "spam", "kind": "text", "evidence": "pills", "before": None, "after": 2.5}


def test_reasons_that_hardly_changed_are_not_told() -> None:
    """A rule is, though it added nothing; JSON has all of them."""
    hits, reasons = (Hit("floor", "bec", 0.0, "t", "e"),), (Reason("spam", "text", "tiny", 0.004),)
    caught = judged(0, "tag", hits=hits)
    after = replace(caught, verdict=replace(caught.verdict, reasons=reasons))
    told = shown([judged(0, "deliver")], [after])
    assert 'bec rule "floor" +0.00 > +0.00' in told and "tiny" not in told
    changes = difference_document(Difference(Kind.CAUGHT, judged(0, "deliver"), after))["changes"]
    assert "tiny" in [change["evidence"] for change in changes]


def test_json_has_both_sides_whole() -> None:
    """What a message is, what either made of it with all hits and reasons kept, and every change."""
    found = Difference(
        Kind.CAUGHT, BEFORE[0], replace(AFTER[0], verdict=replace(AFTER[0].verdict, reasons=(Reason("bec", "text", "wire", 1.0),)))
    )
    told = json.loads(json.dumps(difference_document(found), allow_nan=False))
    after = json.loads(json.dumps(row_to_json(found.after)))
    assert (told["path"], told["label"], told["kind"]) == (after["path"], "ham", "caught")
    for name in ("score", "log_odds", "threats", "disposition", "cause", "hits", "reasons", "model", "rulebook"):
        assert told["after"][name] == after[name]
    assert told["before"]["disposition"] == "deliver"
    assert {"threat": "bec", "kind": "rule", "evidence": "bank", "before": 0.0, "after": 2.5} in told["changes"]
    assert set(told) | {"score", "threats", "log_odds", "disposition", "cause", "hits", "reasons", "model", "rulebook"} >= set(after)


def test_the_summary_has_every_count() -> None:
    """By kind and label, by sender, list and week, and what the sides are."""
    told = json.loads(json.dumps(summary_document(compare(BEFORE, AFTER), ("a", "b"))))
    assert told["before"] == {"name": "a", "model": "m1", "rulebook": "b1"} and told["after"]["name"] == "b"
    assert (told["messages"], told["only_before"], told["only_after"]) == (3, 1, 1)
    assert told["caught"] == {"messages": 1, "ham": 1, "bad": 0} and told["scored"]["messages"] == 0
    assert told["by"]["sender"]["top"] == [
        {"value": "a@b.example", "caught": {"messages": 1, "ham": 1, "bad": 0}, "freed": {"messages": 1, "ham": 0, "bad": 0}}
    ]
