"""What two processes must agree on before one trusts the other's verdicts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from configured import loaded

from filter.config.schema import Config
from filter.errors import UsageError
from filter.lab.bench import bench, same_bench

ROOT = Path(__file__).parents[2]
SITE = """
[site]
domains = ["one.example", "two.example", "three.example"]
freemail = ["a.example", "b.example", "c.example"]
"""


def test_a_bench_is_built_once() -> None:
    """A process that judges batch after batch loads its model once."""
    assert bench(Config()) is bench(Config())


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ('[site]\ndomains = ["x.example"]', "site"),
        ("[policy.overall]\ntag = 1.0", "policy"),
        ('[relay]\nsubject_tag = "[X]"', "policy"),
    ],
)
def test_what_changes_a_verdict_or_a_disposition_is_told_apart(text: str, differs: str) -> None:
    """The makes differ in that and nothing else; what is no matter of judging makes no difference."""
    one, other = bench(Config()).makes._asdict(), bench(loaded(text)).makes._asdict()
    assert {name for name in one if one[name] != other[name]} == {differs}
    assert bench(loaded("[relay]\nworkers = 3")).makes == bench(Config()).makes


def test_it_is_the_same_in_every_process() -> None:
    """Whatever order sets have there."""
    program = f"import sys; sys.path[:0] = {str(ROOT)!r}, {str(ROOT / 'tests')!r}\n"
    program += f"from configured import loaded; from filter.lab.bench import bench; print(bench(loaded({SITE!r})).makes)"
    run = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == str(bench(loaded(SITE)).makes)


def test_another_bench_is_refused_with_what_differs() -> None:
    """The error names the machine and each thing that is otherwise."""
    expected = bench(Config()).makes._replace(model="m", rulebook="r")
    with pytest.raises(UsageError, match=r"the worker on \S+ would judge otherwise: it has model \w+ where the command has m; rulebook"):
        same_bench(Config(), expected)
