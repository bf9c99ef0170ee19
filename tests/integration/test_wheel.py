"""The wheel, built from the sdist and installed away from the checkout: what it needs travels inside, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from invented import ROOT, mail

from filter import __version__
from filter.demo import mails
from filter.store.bundle import MANIFEST, read_manifest

SECONDS = 120


def done(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What a program that ends with status 0 said; nothing of this checkout is on its path."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    words = [str(word) for word in command]
    told = subprocess.run(words, capture_output=True, text=True, cwd=cwd, env=environment, check=False, timeout=SECONDS)
    assert told.returncode == 0, f"{words}: {told.stdout}{told.stderr}"
    return told


def built(kind: str, source: Path, out: Path) -> Path:
    """The one distribution that `python -m build` makes of a source."""
    done(sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", out, source, cwd=out.parent)
    (made,) = out.iterdir()
    return made


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("sdist", ROOT, tmp_path_factory.mktemp("sdist") / "out")


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the unpacked sdist, as a distributor would."""
    folder = tmp_path_factory.mktemp("wheel")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "source", filter="data")
    (source,) = (folder / "source").iterdir()
    return built("wheel", source, folder / "out")


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it, which finds the packages it depends on where this interpreter has them."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python, "install", "--no-deps", "--no-index")
    done(*pip, wheel, cwd=folder)
    # A path in a .pth file comes after the environment's own, and the .pth files in it are not read: an editable install of the
    # checkout, should there be one, stays out of sight.
    (own,) = folder.glob("lib/python*/site-packages")
    (own / "dependencies.pth").write_text("".join(f"{path}\n" for path in sys.path if path.endswith("-packages")))
    return folder


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """An empty folder to run in."""
    return tmp_path


def test_the_package_is_the_wheels(environment: Path, nowhere: Path) -> None:
    """What is imported lies in the new environment and not in the checkout, whose path is nowhere."""
    print_paths = "from filter.store.shipped import shipped; print(filter.__file__, shipped('rules'), *sys.path, sep='\\n')"
    script = "import filter, sys; " + print_paths
    package, rules, *path = done(environment / "bin" / "python", "-c", script, cwd=nowhere).stdout.splitlines()
    assert Path(package).is_relative_to(environment)
    assert Path(rules).is_relative_to(environment)
    assert str(ROOT) not in path


def test_the_demo_runs(environment: Path, nowhere: Path) -> None:
    """From an empty folder every mail goes where it should, and the folder stays empty."""
    told = done(environment / "bin" / "sievert", "demo", "--once", "--format", "jsonl", cwd=nowhere)
    assert [json.loads(line)["ok"] for line in told.stdout.splitlines()] == [True] * len(mails())
    assert list(nowhere.iterdir()) == []


def test_the_commands_run(environment: Path, nowhere: Path) -> None:
    """The installed command judges, tests its rules, verifies its model and checks the configuration with what it brought."""
    sievert = environment / "bin" / "sievert"
    (nowhere / "a.eml").write_bytes(mail("ham", 1))
    (line,) = done(sievert, "score", "--format", "jsonl", "a.eml", cwd=nowhere).stdout.splitlines()
    assert json.loads(line)["model"] == read_manifest(ROOT / "models" / "default")["id"]
    assert "is whole" in done(sievert, "model", "verify", cwd=nowhere).stdout
    assert done(sievert, "rules", "test", cwd=nowhere).stdout
    assert "the defaults: ok" in done(sievert, "check-config", cwd=nowhere).stdout
    assert done(sievert, "--version", cwd=nowhere).stdout == f"sievert, version {__version__}\n"


def test_the_wheel_has_what_it_needs_and_nothing_else(wheel: Path) -> None:
    """Model, rules, example configuration, demo mails, what the report is made of, what training puts around mail, the mark of typed
    packages, the licence; no test, no training mail."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    inside = {name for name in names if not name.endswith("/")}
    model = {f"filter/_shipped/models/default/{path.name}" for path in (ROOT / "models" / "default").iterdir()}
    assert f"filter/_shipped/models/default/{MANIFEST}" in model
    rules = {f"filter/_shipped/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "rules").rglob("*.t*") if path.is_file()}
    demo = {path.relative_to(ROOT).as_posix() for path in (ROOT / "filter" / "demo").rglob("*.eml")}
    assert len(demo) == len(mails())
    needed = {"filter/py.typed", "filter/_shipped/config.example.toml", f"sievert-{__version__}.dist-info/licenses/LICENSE"}
    needed |= {"filter/lab/page/page.css", "filter/lab/page/page.js", "filter/lab/trimmings.toml"}
    assert model | rules | demo | needed <= inside
    metadata = {name for name in inside if name.startswith(f"sievert-{__version__}.dist-info/")}
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "filter").rglob("*.py")}
    extra = inside - model - rules - demo - needed - metadata - code
    assert {name for name in extra if not name.startswith("filter/_shipped/rules/")} == set()
    assert not any("corpus" in name or name.startswith("tests") for name in inside)


def test_the_wheel_declares_itself(wheel: Path) -> None:
    """Its name, version, licence and command, and dependencies without those of training."""
    with zipfile.ZipFile(wheel) as archive:
        about = f"sievert-{__version__}.dist-info"
        metadata, commands = (archive.read(f"{about}/{name}").decode() for name in ("METADATA", "entry_points.txt"))
    lines = metadata.splitlines()
    assert {"Name: sievert", f"Version: {__version__}", "License-Expression: Apache-2.0"} <= set(lines)
    assert "sievert = filter.cli:main" in commands
    plain = [line for line in lines if line.startswith("Requires-Dist: ") and "extra ==" not in line]
    assert any("aiosmtpd" in line for line in plain)
    assert not any(name in line for line in plain for name in ("scikit-learn", "scipy", "joblib", "zstandard"))


def test_the_sdist_can_be_tested_and_rebuilt(sdist: Path) -> None:
    """It has the tests, the rules, the model, our own training mail and what builds them."""
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "Makefile", "LICENSE", "README.md", "tests/conftest.py", f"models/default/{MANIFEST}"} <= names
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "models" / "corpus").rglob("*.eml")} <= names
    assert not any(part in name for name in names for part in ("__pycache__", ".hypothesis", ".git/"))
