"""The CSV of a run: flat, exact, and no formula for a spreadsheet."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from ran import ROWS, row

from filter.judge.verdict import Hit
from filter.store import runs
from filter.store.rows import Row
from filter.store.runs.columns import COLUMNS

_DANGEROUS = re.compile(r"""(?:^|[;,|\t"'])\s*[=+\-@\uff1d\uff0b\uff0d\uff20]""")
_NUMBERS = ("score", "spam", "phish", "bec", "p_spam", "p_phish", "p_bec")


def written(path: Path, *rows: Row) -> list[dict[str, str]]:
    runs.write(path, rows)
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_columns_and_their_cells(tmp_path: Path) -> None:
    """One flat line a row, under the names that are promised; what is nested is JSON in its cell."""
    (cells,) = written(tmp_path / "a.csv", row(score=0.1 + 0.2))
    assert tuple(cells) == COLUMNS
    assert cells["path"] == "a.mbox#1" and cells["date"] == "2024-01-01T12:00:00+00:00"
    assert cells["score"] == cells["spam"] == "0.30000000000000004"
    assert cells["recipients"] == '["c@d.example"]'
    assert cells["hits"] == '[{"rule":"r1","threat":"spam","weight":0.5,"title":"a rule","evidence":"evidence"}]'


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_no_cell_is_a_formula_and_no_row_has_two_lines(tmp_path_factory: pytest.TempPathFactory, one: Row) -> None:
    """Whatever a sender wrote: nothing begins with what begins a formula, at any mark that some country's lists are parted by."""
    path = tmp_path_factory.mktemp("run") / "a.csv"
    (cells,) = written(path, one)
    assert not [cell for name, cell in cells.items() if name not in _NUMBERS and _DANGEROUS.search(cell)]
    assert len(path.read_bytes().splitlines()) == 2


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "a;=1", "\uff1d1", '"=1', "a\n=1", "\\u003d1", "-"]
)
def test_a_formula_in_a_mail_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    """Made harmless in the file, and the same text again once it is read."""
    hit = Hit("r", "spam", -1.0, text, text)
    strange = replace(row(path=text), sender=text, recipients=(text,), verdict=replace(row().verdict, hits=(hit,)))
    (cells,) = written(tmp_path / "a.csv", strange)
    assert not _DANGEROUS.search(cells["path"]) and not _DANGEROUS.search(cells["hits"].replace('"weight":-1', ""))
    assert list(runs.read(tmp_path / "a.csv")) == [strange]


def test_columns_may_stand_in_another_order_and_among_others(tmp_path: Path) -> None:
    """A file that a person sorted or added to is read all the same; a cell that is cut is named by its line."""
    (cells,) = written(tmp_path / "a.csv", row())
    with (tmp_path / "b.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["note", *reversed(COLUMNS)])
        writer.writeheader()
        writer.writerow({**cells, "note": "mine"})
    assert list(runs.read(tmp_path / "b.csv")) == [row()]
