from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from tunable import POLICY, rows, run

from filter.lab.tune.nearest import NEAREST, nearest
from filter.lab.tune.parts import part
from filter.store.runs import columns, write

COUNT = 40


def test_the_nearest_of_both_sides_of_both_lines_are_told(tmp_path: Path) -> None:
    """Highest first, no more of a side than the limit, with what speaks most for the threat; of two files as of one."""
    label, score = ["ham", "spam"] * (COUNT // 2), [place / 4 for place in range(COUNT)]
    first = run(tmp_path / "a.jsonl", label[:10], score[:10])
    second = tmp_path / "b.jsonl"
    write(second, rows(label, score)[10:])
    both = columns([first, second])
    found = nearest(both, part(both, np.arange(COUNT), POLICY), (0.0, 1.5, math.inf), [first, second])
    assert [near.action for near in found] == ["tag"] * 2 * NEAREST + ["quarantine"] * 2 * NEAREST
    tag = found[: 2 * NEAREST]
    assert [near.distance for near in tag] == sorted((near.distance for near in tag), reverse=True)
    assert sum(near.distance >= 0 for near in tag) == NEAREST
    assert max(abs(near.distance) for near in tag) <= NEAREST / 4
    assert {near.path for near in tag} == {f"box/{place}.eml" for place in range(10, 20)}
    assert {near.why for near in found} == {'spam: text "act \x1b[1mnow" +1.20'}
    assert {near.label for near in found} == {"ham", "spam"}


def test_a_line_that_is_never_reached_has_none(tmp_path: Path) -> None:
    """And no file is read again for none."""
    label, score = ["ham"] * 3, [1.0, 2.0, 3.0]
    one = columns([run(tmp_path / "a.jsonl", label, score)])
    (tmp_path / "a.jsonl").unlink()
    assert nearest(one, part(one, np.arange(3), POLICY), (math.inf, math.inf, 1.0), [tmp_path / "a.jsonl"]) == ()


def test_a_run_from_a_pipe_is_told_without_reasons(tmp_path: Path) -> None:
    """It can be read once only."""
    one = columns([run(tmp_path / "a.jsonl", ["ham", "spam"], [1.0, 9.0])])
    found = nearest(one, part(one, np.arange(2), POLICY), (0.0, math.inf, math.inf), [Path("-")])
    assert [(near.path, near.why) for near in found] == [("box/1.eml", ""), ("box/0.eml", "")]
