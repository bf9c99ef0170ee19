"""Imports run one way, the judge touches nothing outside, and the relay loads nothing that only trains."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "filter"
RANKS = {
    "errors": 0,
    "judge": 1,
    "config": 2,
    "config_example": 3,
    "demo": 3,
    "store": 4,
    "assemble": 5,
    "smtp": 6,
    "lab": 6,
    "cli": 7,
}
TOP = {"smtp", "lab"}
IMPURE = {"asyncio", "socket", "time", "random", "os", "pathlib", "io", "subprocess", "threading", "datetime", "sqlite3", "logging"}
TRAINING_ONLY = ("sklearn", "scipy", "joblib")
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(module: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def room(module: Path) -> str:
    """The room a file is in."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(module: Path) -> None:
    """A room imports only rooms below it, and the rooms at the top not each other."""
    own = room(module)
    if own in {"__init__", "__main__"}:
        return
    for name in imports(module):
        other = name.split(".")[1] if name.startswith("filter.") else own
        if other in RANKS and other != own:
            assert RANKS[other] < RANKS[own], f"{module.name} imports {name}"
            assert not (own in TOP and other in TOP)


@pytest.mark.parametrize("module", sorted((PACKAGE / "judge").glob("*.py")), ids=lambda path: path.name)
def test_the_judge_is_pure(module: Path) -> None:
    """Nothing in judge/ can reach a clock, a socket, a disk or chance."""
    assert not {name.split(".")[0] for name in imports(module)} & IMPURE


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_lab_imports_what_trains(module: Path) -> None:
    """scikit-learn, SciPy and joblib stand in lab/ alone."""
    if room(module) != "lab":
        assert not {name.split(".")[0] for name in imports(module)} & set(TRAINING_ONLY)


@pytest.mark.parametrize("arguments", [("serve", "--help"), ("score", "--help"), ("check-config",)], ids=" ".join)
def test_commands_that_serve_load_nothing_that_trains(arguments: tuple[str, ...]) -> None:
    """`python -X importtime` of a serving command shows no scikit-learn, SciPy or joblib."""
    run = subprocess.run([sys.executable, "-X", "importtime", "-m", "filter", *arguments], capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in run.stderr.splitlines() if line.startswith("import time:")}
    assert "filter" in loaded
    assert not loaded & set(TRAINING_ONLY)
