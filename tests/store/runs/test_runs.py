"""`filter.store.runs`: three forms of file, the same rows."""

from __future__ import annotations

import gzip
import io
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ran import ROWS, row

from filter.errors import UsageError
from filter.store import runs
from filter.store.rows import Row
from filter.store.runs import jsonl, parquet

FORMS = ("run.jsonl", "run.csv", "run.parquet")


@pytest.mark.parametrize("name", FORMS)
@given(rows=st.lists(ROWS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_each_form_gives_back_every_row_to_the_last_bit(tmp_path_factory: pytest.TempPathFactory, name: str, rows: list[Row]) -> None:
    """Infinite scores, lone surrogates, NULs, formulas and line ends come back as they went in."""
    path = tmp_path_factory.mktemp("run") / name
    runs.write(path, rows)
    assert list(runs.read(path)) == rows


@pytest.mark.parametrize("name", FORMS)
def test_columns_are_those_of_the_rows(tmp_path: Path, name: str) -> None:
    """The arrays hold what the rows say, in their order, of all files together."""
    first, second = [row(0, -1.5, "ham"), replace(row(1, 2.5), date=None)], [row(2, float("inf"), "bec")]
    runs.write(tmp_path / name, first)
    runs.write(tmp_path / f"2{name}", second)
    found = runs.columns([tmp_path / name, tmp_path / f"2{name}"])
    assert len(found) == 3
    assert found.score.tolist() == [-1.5, 2.5, float("inf")]
    assert found.log_odds.tolist() == [[-1.5, -2.25, -3.0], [2.5, -2.25, -4.0], [float("inf"), -2.25, -5.0]]
    assert found.date[0] == np.datetime64("2024-01-01T12:00:00") and np.isnat(found.date[1])
    assert found.date.dtype == np.dtype("datetime64[s]")
    assert found.label.tolist() == ["ham", "", "bec"] and found.disposition.tolist() == ["tag"] * 3
    assert found.paths == ("a.mbox#1", "a.mbox#2", "a.mbox#3") and found.ids[2] == f"{2:064x}"
    assert found.senders == ("a@b.example",) * 3 and found.recipients == (("c@d.example",),) * 3
    assert found.lists == ("",) * 3 and (found.model, found.rulebook) == ("m1", "b1")


@pytest.mark.parametrize("name", FORMS)
def test_a_run_without_rows_has_columns_without_entries(tmp_path: Path, name: str) -> None:
    """Nothing in, nothing out, and the arrays keep their shape."""
    runs.write(tmp_path / name, [])
    found = runs.columns([tmp_path / name])
    assert len(found) == 0 and found.log_odds.shape == (0, 3) and found.model == ""


def test_a_name_that_says_no_form_is_refused_with_the_three() -> None:
    """An unknown ending names those that are known."""
    with pytest.raises(UsageError, match=r"run\.txt: .*\.jsonl, \.csv or \.parquet"):
        runs.form(Path("run.txt"))


def test_json_lines_are_read_packed_and_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A .jsonl.gz is unpacked; - is what is piped in."""
    packed = tmp_path / "run.jsonl.gz"
    packed.write_bytes(gzip.compress(jsonl.line(row())))
    assert list(runs.read(packed)) == [row()]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(jsonl.line(row()))))
    assert list(runs.read(Path("-"))) == [row()]


@pytest.mark.parametrize("read", [lambda path: list(runs.read(path)), lambda path: runs.columns([path])])
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jsonl", b"{\n", r"a\.jsonl:1: not a JSON document"),
        ("a.jsonl", b"[1]\n", r"a\.jsonl:1: not a row"),
        ("a.jsonl", b'\n{"path": "x"}\n', r"a\.jsonl:2: not a row of a run: it has no '\w+'; rows are what sievert replay --out writes$"),
        (
            "a.jsonl",
            b"\n" + jsonl.line(row(label="bogus")),
            r"a\.jsonl:2: (not a row of a run: )?'bogus' is no label; labels are ham, spam",
        ),
        ("a.jsonl", jsonl.line(row()).replace(b'"label":""', b'"label":null'), r"a\.jsonl:1: (not a row of a run: )?None is no label"),
        ("a.jsonl.gz", b"no gzip", r"a\.jsonl\.gz: "),
        ("a.csv", b"path,score\n", r"a\.csv: not the CSV of a run: .*no column id"),
        ("a.csv", b"\xff\xfe", r"a\.csv: not the CSV of a run"),
        ("a.parquet", b"nothing", r"a\.parquet: not the Parquet of a run"),
    ],
)
def test_what_is_no_run_is_named_by_file_and_line(tmp_path: Path, read: object, name: str, content: bytes, said: str) -> None:
    """The message says which file, and which line of it."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UsageError, match=said):
        read(tmp_path / name)  # type: ignore[operator]


@pytest.mark.parametrize("name", FORMS)
def test_a_file_that_is_not_there_is_one_line(tmp_path: Path, name: str) -> None:
    """The error names the file and what the system says."""
    with pytest.raises(UsageError, match=rf"{name}: No such file"):
        list(runs.read(tmp_path / name))


def test_runs_of_different_judges_are_not_mixed(tmp_path: Path) -> None:
    """Thresholds on scores of two models would be of neither."""
    other = row(1)
    runs.write(tmp_path / "a.jsonl", [row(0)])
    runs.write(tmp_path / "b.jsonl", [replace(other, verdict=replace(other.verdict, model="other"))])
    with pytest.raises(UsageError, match=r"different judges: .* and model other"):
        runs.columns([tmp_path / "a.jsonl", tmp_path / "b.jsonl"])


def _by(row: Row, model: str) -> Row:
    return replace(row, verdict=replace(row.verdict, model=model))


@pytest.mark.parametrize(("name", "place"), [("a.jsonl", "a.jsonl:3"), ("a.csv", "a.csv:4"), ("a.parquet", "a.parquet, row 3")])
@pytest.mark.parametrize("group", [2, 8192])
def test_nor_are_rows_of_different_judges_in_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: str, group: int
) -> None:
    """As files put together have them: the first row of another judge is named, in whatever part of a file it is."""
    monkeypatch.setattr(parquet, "GROUP_ROWS", group)
    runs.write(tmp_path / name, [row(0), row(1), _by(row(2), "other"), row(3)])
    with pytest.raises(UsageError, match=f"{place}: of another judge than the rows before it: model other, rulebook b1, not model m1"):
        runs.columns([tmp_path / name])


@pytest.mark.parametrize(("name", "place"), [("a.jsonl", "a.jsonl:2"), ("a.csv", "a.csv:3"), ("a.parquet", "a.parquet, row 2")])
@pytest.mark.parametrize("label", ["bogus", "phishing"])
def test_a_label_that_is_none_does_not_count_as_unlabelled(tmp_path: Path, name: str, place: str, label: str) -> None:
    """It is refused with its row; also one that begins as a label does."""
    runs.write(tmp_path / name, [row(0, label="ham"), row(1, label=label)])
    for read in (lambda: runs.columns([tmp_path / name]), lambda: list(runs.read(tmp_path / name))):
        with pytest.raises(UsageError, match=f"{place}: .*'{label}' is no label; labels are ham, spam, phish, bec"):
            read()
