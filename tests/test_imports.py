"""Who may import whom, read from the source; and what the relay loads, seen in a process of its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "filter"
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "_shipped" not in path.parts)

# Each room may import itself and the rooms before it; those of one step never import each other.
STEPS = (("errors",), ("judge",), ("config",), ("store", "authentication"), ("assemble",), ("smtp", "lab", "console"), ("demo",), ("cli",))
STEP = {room: step for step, rooms in enumerate(STEPS) for room in rooms}
UNPLACED = {"", "__init__", "__main__"}

CLOCK_AND_CHANCE = {"time", "datetime", "random", "secrets"}
DISK = {"os", "pathlib", "io", "tempfile", "shutil", "logging", "pickle", "sqlite3"}
REST = {"asyncio", "socket", "ssl", "http", "urllib", "subprocess", "threading", "multiprocessing", "concurrent"}
IMPURE = CLOCK_AND_CHANCE | DISK | REST
TRAINING = {"sklearn", "scipy", "joblib"}
IN_MEMORY = {"io", "io.BytesIO"}  # `from io import BytesIO`: octets that a decoder reads as it would a file


def room_of(path: Path) -> str:
    """The room a file is in: the name under `filter/`."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rooms_imported(path: Path) -> set[str]:
    """The rooms of ours that a file imports from."""
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("filter.")}
    return ours & set(STEP)


def outside(path: Path) -> set[str]:
    """The top names of everything else that it imports."""
    return {name.split(".")[0] for name in imports(path)} - {"filter"}


def test_every_room_has_its_place() -> None:
    """No room is missing from the order that is tested here."""
    assert {room_of(path) for path in FILES} - UNPLACED <= set(STEP)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    """A file imports from its own room and from rooms of an earlier step, never from a neighbour or a later one."""
    room = room_of(path)
    if room in UNPLACED:
        return
    wrong = {other for other in rooms_imported(path) if other != room and STEP[other] >= STEP[room]}
    assert wrong == set()


@pytest.mark.parametrize("path", [path for path in FILES if room_of(path) == "judge"], ids=lambda path: path.name)
def test_the_judge_is_pure(path: Path) -> None:
    """The judge imports nothing that knows the time, the disk, the network or chance."""
    allowed = {"io"} if {name for name in imports(path) if name.split(".")[0] == "io"} == IN_MEMORY else set()
    assert outside(path) & IMPURE <= allowed
    assert rooms_imported(path) <= {"judge", "errors"}
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert calls & {"open", "print", "input", "exec", "eval", "__import__"} == set()


@pytest.mark.parametrize("path", [path for path in FILES if room_of(path) != "lab"], ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_lab_trains(path: Path) -> None:
    """What trains a model is imported in the lab alone."""
    assert outside(path) & TRAINING == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_commands_know_the_lab_and_the_demo(path: Path) -> None:
    """The lab and the demo's mails are used by commands, and by nothing that the relay is made of."""
    if room_of(path) not in {"cli", "lab", "demo"}:
        assert rooms_imported(path) & {"lab", "demo"} == set()


def test_aiosmtpd_is_imported_in_one_file() -> None:
    """The SMTP library is the wire's business."""
    assert {str(path.relative_to(PACKAGE)) for path in FILES if "aiosmtpd" in outside(path)} == {"smtp/server.py"}


def loaded(*arguments: str) -> set[str]:
    """The top names of all modules that a process of these arguments imports."""
    command = [sys.executable, "-X", "importtime", *arguments]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr
    return {line.rpartition("|")[2].strip().split(".")[0] for line in told.splitlines() if line.startswith("import time:")}


@pytest.mark.parametrize(
    "arguments",
    [
        ("-m", "filter", "serve", "--help"),
        ("-m", "filter", "score", "--help"),
        ("-m", "filter", "check-config"),
        ("-c", "import filter.cli.score, filter.cli.serve"),
    ],
)
def test_the_relay_loads_nothing_that_trains(arguments: tuple[str, ...]) -> None:
    """Neither serving nor scoring loads scikit-learn and its kin: seconds and a hundred megabytes a process."""
    names = loaded(*arguments)
    assert {"filter", "click"} <= names
    assert names & (TRAINING | {"pandas", "hypothesis", "pytest"}) == set()
