from __future__ import annotations

import json
from dataclasses import replace

from judged import PLAIN, scored
from rich.console import Console
from rich.table import Table

from filter.cli.figures import SHOWN_DIFFERING, Beside, Report, document, tables
from filter.judge.policy import Action
from filter.judge.verdict import THREATS
from filter.lab.breakdown import by, differing, outcomes
from filter.lab.evaluate import figures
from filter.lab.scored import Scored

RATES = (0.5, 0.0)
UNKNOWN = replace(PLAIN, language="")
MINE = (*scored("trec07p", "ham", 0.0, 1.0), *scored("trec07p", "spam", 2.0, 3.0, action=Action.TAG, facts=UNKNOWN))
THEIRS = (*scored("trec07p", "ham", 0.0, 2.5), *scored("trec07p", "spam", 2.0, 3.0, facts=UNKNOWN))


def report(model: str, told: tuple[Scored, ...], *facts: str) -> Report:
    return Report(model, figures(told, RATES), tuple(one for fact in facts for one in by(fact, told)))


def beside(mine: tuple[Scored, ...], theirs: tuple[Scored, ...], *facts: str) -> tuple[Report, Beside]:
    """The first model's report, and the second beside it."""
    one, other = report("aaa", mine, *facts), report("bbb", theirs, *facts)
    return one, Beside(other, outcomes(one.figures, other.figures), differing(mine, theirs))


def test_too_little_ham_is_told() -> None:
    """A rate of less than one of the wanted mails is marked, and nobody has won there."""
    one = report("aaa", MINE)
    sparse = replace(one, figures=figures(MINE, (0.5, 0.01)))
    first = next(tables(sparse, None))
    assert first.caption == "* above all of the ham, which is too little to show that rate: 1 % takes 100"
    assert [str(cell).endswith(" *") for column in first.columns[-2:] for cell in column.cells] == [False, False, True, True]
    assert next(tables(one, None)).caption is None
    assert {outcome.at[1] for outcome in outcomes(sparse.figures, sparse.figures)} == {"too little ham"}


def cells(table: Table) -> list[list[str]]:
    """A table's head and rows as they are shown."""
    console = Console(width=400, markup=False)
    columns = [[str(column.header), *map(str, column.cells)] for column in table.columns]
    with console.capture() as shown:
        console.print(table)
    assert all(cell in shown.get() for column in columns for cell in column[1:])
    return [list(row) for row in zip(*columns, strict=True)]


def test_one_model_is_told_in_a_row_for_each_pair() -> None:
    """With area, 1-ROCA, lam and the recall at each rate, overall first; then calibration, and the share acted on."""
    mine = report("aaa", MINE)
    rows, errors, kinds = map(cells, tables(mine, None))
    assert rows[0] == ["bad mail against wanted mail", "ROC area", "1-ROCA %", "lam %", "recall at 50 %", "recall at 0 %"]
    for row, told in zip(rows[1:], mine.figures.rows, strict=True):
        assert row == [told.title, "1.00000", "0.0000", f"{told.lam * 100:.3f}", *map(str, told.recall)]
    assert [row[0] for row in errors] == ["expected calibration error", *THREATS]
    assert mine.figures.calibration_error is not None
    assert errors[1][1] == f"{mine.figures.calibration_error.spam:.4f}"
    assert [row[:2] for row in kinds] == [["corpus, label", "mails"], ["trec07p ham", "2"], ["trec07p spam", "2"]]
    assert kinds[2][2:] == ["1.0000 [0.1581, 1.0000]", "0.0000 [0.0000, 0.8419]"]


def test_facts_have_a_table_each() -> None:
    """A value that is not known says so, and a share of nothing is not told."""
    mine = report("aaa", MINE, "language", "corpus")
    *_, languages, by_corpus = map(cells, tables(mine, None))
    assert languages[0] == ["language", "ham", "bad", "ham acted on", "bad acted on"]
    assert languages[1] == ["unknown", "0", "2", "", "1.0000 [0.1581, 1.0000]"]
    assert languages[2] == ["en", "2", "0", "0.0000 [0.0000, 0.8419]", ""]
    assert by_corpus[1][:3] == [PLAIN.corpus, "2", "2"]


def test_two_models_stand_side_by_side() -> None:
    """A column for each, a line for each figure, and the outcome where there is one; the messages judged otherwise last."""
    mine, other = beside(MINE, THEIRS, "language")
    rows, errors, kinds, languages, messages = map(cells, tables(mine, other))
    assert rows[0] == ["bad mail against wanted mail", "figure", "model aaa", "model bbb", "outcome"]
    assert [row[1] for row in rows[1:6]] == ["ROC area", "1-ROCA %", "lam %", "recall at 50 %", "recall at 0 %"]
    assert [row[0] for row in rows[1:6]] == [mine.figures.rows[0].title, "", "", "", ""]
    assert rows[1][2:] == ["1.00000", "0.75000", ""]
    assert rows[5][2:] == ["1.0000 [0.1581, 1.0000]", "0.5000 [0.0126, 0.9874]", "tied"]
    assert errors[0] == ["expected calibration error", "model aaa", "model bbb"]
    assert kinds[0][2:] == [f"{title}\nmodel {name}" for name in ("aaa", "bbb") for title in ("tagged or more", "held or refused")]
    assert (kinds[2][2], kinds[2][4]) == ("1.0000 [0.1581, 1.0000]", "0.0000 [0.0000, 0.8419]")
    assert (languages[1][4], languages[1][6]) == ("1.0000 [0.1581, 1.0000]", "0.0000 [0.0000, 0.8419]")
    assert messages[1:] == [[f"trec07p/spam/{n}", "spam", f"{n + 2}.00", "tag", f"{n + 2}.00", "deliver"] for n in (0, 1)]


def test_a_table_shows_the_messages_that_differ_most() -> None:
    """At most SHOWN_DIFFERING of them, with how many there are; a name in them moves no terminal."""
    many = SHOWN_DIFFERING + 5
    mine = (*scored("a\x1b[2J", "spam", *map(float, range(many)), action=Action.TAG), *scored("a", "ham", 0.0))
    theirs = (*scored("a\x1b[2J", "spam", *([0.0] * many)), *scored("a", "ham", 0.0))
    one, other = beside(mine, theirs)
    *_, messages = tables(one, other)
    shown = cells(messages)
    assert len(shown) == SHOWN_DIFFERING + 1
    assert shown[1][0] == rf"a\x1b[2J/spam/{many - 1}"
    assert f"{many} messages judged otherwise; {SHOWN_DIFFERING} shown" in str(messages.caption)
    assert len(document(one, other)["differing"]) == many


def test_the_document_has_it_all() -> None:
    """The figures' own keys, the slices, and the other model with the outcomes; without one null and nothing."""
    mine, other = beside(MINE, THEIRS, "language")
    told = json.loads(json.dumps(document(mine, other)))
    assert told.items() >= json.loads(json.dumps(mine.figures.as_dict())).items()
    assert told["model"] == "aaa"
    assert [one["value"] for one in told["by"]] == ["", "en"]
    assert told["beside"]["model"] == "bbb"
    assert told["beside"]["overall"] == json.loads(json.dumps(other.report.figures.as_dict()))["overall"]
    assert told["beside"]["outcomes"][0] == {"title": mine.figures.rows[0].title, "recall": {"0.5": "tied", "0.0": "tied"}}
    assert [one["path"] for one in told["differing"]] == ["trec07p/spam/0", "trec07p/spam/1"]
    alone = document(mine, None)
    assert (alone["beside"], alone["differing"]) == (None, [])
    assert set(alone) == set(told)
