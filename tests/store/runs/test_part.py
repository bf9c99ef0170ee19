"""A run that is not finished: whole lines survive whatever ends the process, and only the same run goes on."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ran import ROWS as strange_rows  # noqa: N811  (a strategy; here ROWS are five rows)
from ran import row

from filter.errors import StoreError, UsageError
from filter.store import runs
from filter.store.rows import Row
from filter.store.runs import jsonl, part
from filter.store.runs.part import Part, Seen, seen

FACTS = {"model": "m1", "archive a.mbox": "10 octets"}
ROWS = [row(number) for number in range(5)]
LINES = [jsonl.line(one) for one in ROWS]


def begun(out: Path, count: int = 3) -> bytes:
    """What is in the .part after so many rows."""
    with Part(out, FACTS) as it:
        for line in LINES[:count]:
            it.add(line)
        assert it.count() == count
    return it.path.read_bytes()


@pytest.mark.parametrize("name", ["run.jsonl", "run.csv", "run.parquet"])
def test_cut_at_any_octet_it_becomes_what_it_would_have_been(tmp_path: Path, name: str) -> None:
    """The whole lines stay, the torn one goes, and the end is that of a run never interrupted."""
    out, whole = tmp_path / name, tmp_path / f"whole-{name}"
    runs.write(whole, ROWS)
    left = begun(out)
    for cut in (*range(0, len(left), 97), len(left)):
        (tmp_path / f"{name}.part").write_bytes(left[:cut])
        with Part(out, FACTS, anew=False) as it:
            done = list(it.done(pytest.fail))
            assert len(done) == max(0, left[:cut].count(b"\n") - 1)
            assert [one.path for one in done] == [one.path for one in ROWS[: len(done)]]
            for line in LINES[len(done) :]:
                it.add(line)
            it.finish()
        assert out.read_bytes() == whole.read_bytes()
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, f"whole-{name}"])
        out.unlink()


def test_what_is_told_of_a_line(tmp_path: Path) -> None:
    """Path, id, label and disposition, though a path holds what looks like another field."""
    strange = row(label="phish", path='x","id":"00","label":"ham","disposition":"reject","cause":')
    assert seen(jsonl.line(strange)) == Seen(strange.path, "0" * 64, "phish", "tag")
    assert seen(b"{}\n") is None and seen(LINES[0][:-1]) is None


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({**FACTS, "model": "m2"}, "model was m1 and is m2"),
        ({"model": "m1"}, "archive a.mbox was 10 octets and is not there"),
        ({"model": "m2", "new": "x"}, "model was m1 and is m2, and 2 more differ"),
    ],
)
def test_another_run_is_not_gone_on_with(tmp_path: Path, facts: dict[str, str], said: str) -> None:
    """The error says what differs and how to start again; --anew does."""
    begun(tmp_path / "run.csv")
    with pytest.raises(UsageError, match=rf"run\.csv\.part: of another run: {said}; --anew"):
        Part(tmp_path / "run.csv", facts)
    with Part(tmp_path / "run.csv", facts, anew=True) as it:
        assert list(it.done(pytest.fail)) == []


def test_what_is_no_part_is_not_written_over(tmp_path: Path) -> None:
    """A file of that name that replay never wrote stays as it is."""
    other = tmp_path / "run.csv.part"
    other.write_bytes(b"mine\n")
    with pytest.raises(UsageError, match="not an unfinished run; --anew"):
        Part(tmp_path / "run.csv", FACTS)
    assert other.read_bytes() == b"mine\n"


def test_a_finished_run_is_not_replaced_unless_asked(tmp_path: Path) -> None:
    """What is there is named; with --anew it stays until the new run is done."""
    out = tmp_path / "run.jsonl"
    runs.write(out, ROWS[:1])
    with pytest.raises(UsageError, match=r"run\.jsonl is there already; --anew replaces it"):
        Part(out, FACTS)
    with Part(out, FACTS, anew=True) as it:
        it.add(LINES[1])
        assert list(runs.read(out)) == ROWS[:1]
        it.finish()
    assert list(runs.read(out)) == ROWS[1:2]
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(UsageError, match=r"folder\.csv is a folder"):
        Part(tmp_path / "folder.csv", FACTS, anew=True)


def test_two_do_not_write_the_same_run(tmp_path: Path) -> None:
    """The second is told that the first is at it."""
    with Part(tmp_path / "run.csv", FACTS), pytest.raises(UsageError, match="another replay is writing it"):
        Part(tmp_path / "run.csv", FACTS)


DAMAGES = [
    pytest.param(lambda line: b"\x00" * 100 + b"\n", "not a row of a run|Expecting value", id="a block of NULs"),
    pytest.param(lambda line: b"\n", "Expecting value", id="nothing"),
    pytest.param(lambda line: line.replace(b"a@b", b"\xff\xfeb"), "ascii", id="octets that are no text"),
    pytest.param(lambda line: line.replace(b"a@b", "äb".encode()), "ascii", id="text that is not ASCII"),
    pytest.param(lambda line: line.replace(b"a@b", b"\x00\x00\x00"), "Invalid control character", id="NULs in a text"),
    pytest.param(lambda line: line.replace(b'"score":1.5', b'"score":@@@'), "Expecting value", id="no JSON"),
    pytest.param(lambda line: line.replace(b'"score":1.5', b'"score":NaN'), "NaN is no number", id="a number that JSON lacks"),
    pytest.param(lambda line: line.replace(b'"score":1.5', b'"score":"x"'), "could not convert", id="no number"),
    pytest.param(lambda line: line.replace(b'"a@b.example"', b"1.234567890123"), "where a text should be", id="no text"),
    pytest.param(lambda line: line.replace(b'"rule":"r1"', b'"rule":null'), "where a text should be", id="no text in a hit"),
    pytest.param(lambda line: line.replace(b'"tag"', b'"gat"'), "'gat' is not a valid", id="no disposition"),
    pytest.param(lambda line: line.replace(b'"label":""', b'"label":"x"'), "'x' is no label", id="no label"),
    pytest.param(lambda line: line.replace(b"2024-01-02T", b"2024-41-02T"), "month", id="no date"),
    pytest.param(lambda line: line.replace(b'"hits":[', b'"hits":[' + b"[" * 100_000), "not a row of a run", id="too deep"),
    pytest.param(lambda line: b'{"path":"x"}\n', "it has no 'date'; rows are what sievert replay --out writes", id="fields missing"),
    pytest.param(lambda line: b" " + line, "not a row of a run", id="written otherwise"),
]


@pytest.mark.parametrize("name", ["run.jsonl", "run.csv", "run.parquet"])
@pytest.mark.parametrize(("damage", "why"), DAMAGES)
def test_a_damaged_line_is_named_and_done_anew(tmp_path: Path, name: str, damage: Callable[[bytes], bytes], why: str) -> None:
    """It and what is behind it are cut off; what is published in the end is what it would have been."""
    out, whole = tmp_path / name, tmp_path / f"whole-{name}"
    runs.write(whole, ROWS)
    left = begun(out, 4)
    assert damage(LINES[1]) != LINES[1]
    (tmp_path / f"{name}.part").write_bytes(left.replace(LINES[1], damage(LINES[1])))
    said: list[str] = []
    with Part(out, FACTS) as it:
        assert [one.path for one in it.done(said.append)] == [ROWS[0].path]
        assert it.count() == 1
        for line in LINES[1:]:
            it.add(line)
        it.finish()
    (told,) = said
    assert re.search(rf"{re.escape(name)}\.part:3: damaged \(.*(?:{why}).*\); it and the 2 rows after it are judged anew$", told)
    assert out.read_bytes() == whole.read_bytes()


def test_rows_as_strange_as_they_come_are_sound(tmp_path: Path) -> None:
    """What a replay writes is never taken for damaged, whatever is in its texts and numbers."""

    @given(st.lists(strange_rows, max_size=3))
    def sound(rows: list[Row]) -> None:
        with Part(tmp_path / "run.jsonl", FACTS, anew=True) as it:
            for one in rows:
                it.add(jsonl.line(replace(one, verdict=replace(one.verdict, id="a0" * 32))))
            it.count()
            assert [seen.path for seen in it.done(pytest.fail)] == [one.path for one in rows]

    sound()


def test_a_full_disk_is_said_and_keeps_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is temporary; the same command goes on once there is room."""

    class Full:
        def write(self, _: bytes) -> int:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            raise OSError(28, "No space left on device")

    it = Part(tmp_path / "run.csv", FACTS)
    it.add(LINES[0])
    it._file.close()
    with pytest.raises(StoreError, match=r"run\.csv\.part: No space left"), it:
        monkeypatch.setattr(it, "_file", Full())
        it.add(LINES[1])
    with Part(tmp_path / "run.csv", FACTS) as again:
        assert len(list(again.done(pytest.fail))) == 1


def test_the_first_line_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without line ends is not read whole to see that it is no run."""
    monkeypatch.setattr(part, "HEAD_OCTETS", 10)
    (tmp_path / "run.csv.part").write_bytes(b"x" * 1000)
    with pytest.raises(UsageError, match="not an unfinished run"):
        Part(tmp_path / "run.csv", FACTS)


def test_the_first_line_says_what_the_run_is_of(tmp_path: Path) -> None:
    """As JSON that a person can look at."""
    assert json.loads(begun(tmp_path / "run.csv").splitlines()[0]) == {"sievert-run": FACTS}


def test_a_run_is_its_owners_alone(tmp_path: Path) -> None:
    """While it goes on and when it is done, whatever the umask; a file of a like name stays."""
    (tmp_path / "run.jsonl.new").write_text("precious")
    before = os.umask(0)
    try:
        begun(tmp_path / "run.jsonl")
        with Part(tmp_path / "run.jsonl", FACTS) as it:
            assert it.path.stat().st_mode & 0o777 == 0o600
            it.finish()
    finally:
        os.umask(before)
    assert (tmp_path / "run.jsonl").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "run.jsonl.new").read_text() == "precious"
