"""The bar and the summary of a run: what they say agrees with its tally."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from filter.cli import tallied
from filter.cli.output import damaged
from filter.cli.tallied import Meter, document, show
from filter.lab.running import Extent, Tally

SEEN = Counter({("deliver", "ham"): 6, ("deliver", "spam"): 1, ("quarantine", "spam"): 2, ("tag", ""): 1})


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """A clock that stands until it is moved."""
    now = 100.0
    monkeypatch.setattr(tallied, "monotonic", lambda: now)

    def move(seconds: float) -> None:
        nonlocal now
        now += seconds

    return move


def measured(clock: Callable[[float], None], tally: Tally) -> Meter:
    """A meter after two seconds of that."""
    with Meter(tally, [Extent(1, 1000, None, packed=False)]) as meter:
        clock(2.0)
        meter.moved()
        meter.finishing()
    return meter


def test_the_document(clock: Callable[[float], None]) -> None:
    """Counts by disposition and by label, and the rate of what this start judged."""
    tally = Tally(Counter(SEEN), passed=4, octets=900, damaged=3)
    found = document(tally, measured(clock, tally), Path("run.csv"))
    assert found["messages"] == 10 and found["judged_before"] == 4 and found["damaged"] == 3
    assert found["dispositions"] == {"deliver": 7, "tag": 1, "quarantine": 2, "reject": 0}
    assert found["labels"]["spam"] == {"deliver": 1, "tag": 0, "quarantine": 2, "reject": 0}
    assert set(found["labels"]) == {"ham", "spam", "none"}
    assert (found["seconds"], found["messages_per_second"], found["out"]) == (2.0, 3.0, "run.csv")


def test_the_table(clock: Callable[[float], None], capsys: pytest.CaptureFixture[str]) -> None:
    """A line a disposition, a column a label, and what happened beside."""
    tally = Tally(Counter(SEEN), passed=4, damaged=3)
    show(tally, measured(clock, tally), None, "table", err=False)
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["disposition", "messages", "share", "no", "label", "ham", "spam"]
    assert lines[1] == ["deliver", "7", "70.00%", "0", "6", "1"]
    assert " ".join(lines[5]) == "10 messages in 2.0 s, 3 messages/s; 4 of them were judged before; 3 damaged and passed over"


def test_without_labels_there_are_no_columns_for_them(clock: Callable[[float], None], capsys: pytest.CaptureFixture[str]) -> None:
    """And rows on standard output leave it alone."""
    tally = Tally(Counter({("deliver", ""): 2}))
    meter = measured(clock, tally)
    show(tally, meter, Path("-"), "table", err=True)
    show(tally, meter, Path("-"), "jsonl", err=True)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[0].split() == ["disposition", "messages", "share"]
    assert json.loads(said.err.splitlines()[-1])["messages"] == 2


def test_what_is_skipped_stands_on_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Above the bar, where there is one; as it is where there is none."""
    out = io.StringIO()
    monkeypatch.setattr(tallied, "Console", lambda **_: Console(file=out, force_terminal=True, width=80))
    with Meter(Tally(), [Extent(1, 1000, None, packed=False)]):
        damaged("big.mbox#1", "empty, at octet 0")
    (at,) = (number for number, line in enumerate(out.getvalue().split("\n")) if "skipped" in line)
    line, below = out.getvalue().split("\n")[at : at + 2]
    assert line.rpartition("\x1b[2K")[2] == "sievert: big.mbox#1: skipped: empty, at octet 0"
    assert below.startswith("replay ")
    damaged("big.mbox#1", "empty, at octet 0")
    assert capsys.readouterr().err == "sievert: big.mbox#1: skipped: empty, at octet 0\n"


@pytest.mark.parametrize(("packed", "total"), [(False, 1000), (True, None)])
def test_the_end_is_known_where_the_mail_is_as_long_as_its_archive(packed: bool, total: int | None) -> None:
    """Of a packed one nobody knows how much mail is in it."""
    meter = Meter(Tally(), [Extent(1, 600, None, packed=False), Extent(1, 400, None, packed=packed)])
    assert meter._total == total
