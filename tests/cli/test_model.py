from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from invented import random_bundle

from filter.cli import model as module
from filter.cli import sievert
from filter.errors import BundleError
from filter.lab.evaluate import RATES
from filter.lab.metrics import Share
from filter.store.bundle import MANIFEST, WEIGHTS, read_manifest

PAIR = {"title": "spam against ham", "roc_area": 0.98, "recall": {str(rate): Share(9, 10).as_dict() for rate in RATES}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small bundle with a figure in its manifest."""
    random_bundle(tmp_path / "model")
    changed(tmp_path / "model", metrics={"pairs": [PAIR], "kinds": []})
    return tmp_path / "model"


def changed(folder: Path, **values: object) -> None:
    """Other values in the manifest."""
    (folder / MANIFEST).write_text(json.dumps({**read_manifest(folder), **values}))


def run(*words: object) -> Result:
    return CliRunner().invoke(sievert, ["model", *map(str, words)])


def test_show_tells_corpora_terms_and_figures(folder: Path) -> None:
    """The id, a line for each corpus with counts and terms, and each pair's recall at its rates."""
    manifest = read_manifest(folder)
    first, corpus, pair = run("show", folder).stdout.splitlines()
    assert first == f"model {manifest['id']}, features {manifest['schema']}"
    assert corpus == "  own: 1,200 ham (Apache-2.0)"
    assert pair == "  spam against ham: recall 0.900 at 1.0%, 0.900 at 0.1%"


def test_show_gives_the_manifest_to_programs(folder: Path) -> None:
    """As JSON it is the whole manifest on one line."""
    outcome = run("show", folder, "--format", "jsonl")
    assert json.loads(outcome.stdout) == read_manifest(folder)
    assert outcome.stdout.count("\n") == 1


def test_a_foreign_manifest_cannot_move_the_terminal(folder: Path) -> None:
    """What somebody else wrote into a manifest is written out."""
    changed(folder, corpora=[{"name": "\x1b[2J", "terms": "\u202e\r\n\x07", "trained_on": {"ham": 1}}])
    assert all(char.isprintable() or char == "\n" for char in run("show", folder).stdout)


@pytest.mark.parametrize("values", [{"corpora": None}, {"corpora": [{}]}, {"metrics": {}}, {"corpora": "x"}])
def test_a_manifest_that_lacks_something_is_told(folder: Path, values: dict[str, object]) -> None:
    """It is a BundleError naming the file, not a bug."""
    changed(folder, **values)
    assert isinstance(error := run("show", folder).exception, BundleError)
    assert MANIFEST in str(error)


def test_verify_accepts_a_whole_bundle(folder: Path) -> None:
    """It names the model and ends with status 0."""
    outcome = run("verify", folder)
    assert outcome.exit_code == 0
    assert outcome.stdout == f"{folder}: model {read_manifest(folder)['id']} is whole and judges as it did when it was trained\n"


def test_verify_refuses_a_changed_bundle(folder: Path) -> None:
    """One octet of the weights changed, and it is a BundleError that names the file; nothing says it is whole."""
    octets = bytearray((folder / WEIGHTS).read_bytes())
    octets[-1] ^= 1
    (folder / WEIGHTS).write_bytes(octets)
    outcome = run("verify", folder)
    assert isinstance(outcome.exception, BundleError)
    assert WEIGHTS in str(outcome.exception)
    assert outcome.stdout == ""


def test_without_a_folder_it_is_the_shipped_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both commands look at the model that ships with Sievert."""
    asked: list[str] = []
    monkeypatch.setattr(module, "shipped", lambda name: asked.append(name) or folder)
    assert run("show").exit_code == run("verify").exit_code == 0
    assert asked == ["models/default"] * 2


def test_a_model_does_not_differ_from_itself(folder: Path) -> None:
    """Nothing is printed, and the status is 0."""
    outcome = run("diff", folder, folder)
    assert (outcome.exit_code, outcome.stdout) == (0, "")


def test_diff_tells_what_differs_and_no_more(folder: Path, tmp_path: Path) -> None:
    """Weights by their hash, the id, and a figure that one of them lacks; status 1."""
    random_bundle(tmp_path / "other", seed=2)
    outcome = run("diff", folder, tmp_path / "other", "--format", "jsonl")
    assert outcome.exit_code == 1
    rows = {one["what"]: (one["one"], one["other"]) for one in map(json.loads, outcome.stdout.splitlines())}
    one, other = read_manifest(folder), read_manifest(tmp_path / "other")
    assert rows["id"] == (one["id"], other["id"])
    assert rows[f"sha256.{WEIGHTS}"] == (one["sha256"][WEIGHTS], other["sha256"][WEIGHTS])
    assert rows["metrics.pairs.spam against ham.roc_area"] == (0.98, None)
    assert not {"schema", "scales.spam", "biases.bec"} & rows.keys()


def test_diff_is_a_table_for_people(folder: Path, tmp_path: Path) -> None:
    """A row for each, under the two folders' names; what a manifest brings cannot move the terminal."""
    random_bundle(tmp_path / "other")
    changed(tmp_path / "other", metrics={"pairs": [PAIR], "kinds": []}, note="\x1b[2J")
    outcome = run("diff", folder, tmp_path / "other")
    assert outcome.exit_code == 1
    head, _, row = outcome.stdout.splitlines()
    assert [cell.strip() for cell in head.split("┃")] == ["what", str(folder), str(tmp_path / "other")]
    assert [cell.strip() for cell in row.split("│")] == ["note", "None", r"\x1b[2J"]


def test_diff_with_one_folder_is_with_the_shipped_model(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its column is called so."""
    random_bundle(tmp_path / "other", seed=2)
    monkeypatch.setattr(module, "shipped", lambda _: folder)
    outcome = run("diff", tmp_path / "other")
    assert outcome.exit_code == 1
    assert "shipped" in outcome.stdout.splitlines()[0]


def test_a_number_that_json_lacks_is_told(folder: Path, tmp_path: Path) -> None:
    """A foreign manifest with NaN in it is a BundleError, not a bug."""
    random_bundle(tmp_path / "other")
    changed(tmp_path / "other", metrics={"pairs": [{**PAIR, "roc_area": float("nan")}], "kinds": []})
    for words in (("diff", folder, tmp_path / "other"), ("show", tmp_path / "other")):
        assert isinstance(run(*words, "--format", "jsonl").exception, BundleError)


@pytest.mark.parametrize("values", [{"corpora": None}, {"metrics": {}}])
def test_what_cannot_be_shown_is_not_whole(folder: Path, values: dict[str, object]) -> None:
    """Terms and figures are under no hash, but there they must be."""
    changed(folder, **values)
    assert isinstance(run("verify", folder).exception, BundleError)


@pytest.mark.parametrize("command", ["show", "verify", "diff"])
def test_no_model_is_told(tmp_path: Path, command: str) -> None:
    """A folder without a model is a BundleError."""
    assert isinstance(run(command, tmp_path).exception, BundleError)
