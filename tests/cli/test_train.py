from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from invented import ROOT, corpora, random_bundle
from invented import sievert as program

from filter.cli import sievert
from filter.errors import UsageError
from filter.lab.corpora import BY_NAME, CORPORA
from filter.store.bundle import CARD, GOLDEN, MANIFEST, WEIGHTS, load, read_manifest

SOME = ("trec07p", "lists", "phishing_pot", "own")
OTHERS = [word for corpus in CORPORA if corpus.name not in SOME for word in ("--without", corpus.name)]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four corpora; the others are left out."""
    return corpora(tmp_path_factory.mktemp("tiny"), only=SOME)


def trained(tiny: Path, out: Path, *more: str) -> Path:
    told = program("train", "--corpora", tiny, "--own", tiny / "own", "--out", out, *OTHERS, *more)
    assert told.returncode == 0, told.stderr.decode()
    assert told.stdout.decode() == f"{out}: model {read_manifest(out)['id']}\n"
    return out


@pytest.fixture(scope="module")
def both(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle with another model's figures beside its own, in a folder whose parents were missing."""
    return trained(tiny, tmp_path_factory.mktemp("both") / "new" / "model", "--beside", "phishing_pot")


def test_a_trained_bundle_is_whole(both: Path) -> None:
    """`sievert model verify` accepts it, its golden mails are the demo's but the quiet ones, and nothing else is left."""
    told = program("model", "verify", both)
    assert (told.returncode, told.stderr) == (0, b"")
    assert load(both).id.encode() in told.stdout
    golden = [json.loads(line)["mail"] for line in (both / GOLDEN).read_text().splitlines()]
    assert golden == [path.read_text(encoding="utf-8") for path in sorted((ROOT / "filter" / "demo").glob("*.eml"))]
    assert {path.name for path in both.iterdir()} == {MANIFEST, WEIGHTS, GOLDEN, CARD}
    assert [path.name for path in both.parent.iterdir()] == ["model"]


def test_the_same_input_gives_the_same_bundle(tiny: Path, both: Path, tmp_path: Path) -> None:
    """Weights, manifest and golden verdicts are the same octets; what was trained beside shows in the card alone."""
    again = trained(tiny, tmp_path / "model")
    for name in (WEIGHTS, MANIFEST, GOLDEN):
        assert (again / name).read_bytes() == (both / name).read_bytes()
    card = (again / CARD).read_text()
    assert (both / CARD).read_text().startswith(card)
    assert "The same without" not in card


def test_the_card_shows_both_models(both: Path) -> None:
    """The figures of the model without phishing_pot stand below the model's own, on the same held-back mail."""
    first, second = (both / CARD).read_text().split("## The same without phishing_pot")
    assert first.count("| phishing_pot phish |") == second.count("| phishing_pot phish |") == 1
    assert "| `phishing_pot` | CC BY-NC 4.0 |" in first


def test_the_manifest_names_corpora_and_terms(both: Path) -> None:
    """What was learnt from, on what terms, how much of it, and what was left out."""
    manifest = read_manifest(both)
    assert {one["name"]: one["terms"] for one in manifest["corpora"]} == {name: BY_NAME[name].terms for name in SOME}
    assert all(sum(one["trained_on"].values()) for one in manifest["corpora"])
    assert manifest["without"] == OTHERS[1::2]


def test_a_corpus_can_be_left_out(tiny: Path, both: Path, tmp_path: Path) -> None:
    """Then neither manifest nor card names it as learnt from, and the weights are others."""
    without = trained(tiny, tmp_path / "model", "--without", "phishing_pot")
    assert "phishing_pot" not in {one["name"] for one in read_manifest(without)["corpora"]}
    assert "CC BY-NC" not in (without / CARD).read_text()
    assert (without / WEIGHTS).read_bytes() != (both / WEIGHTS).read_bytes()


@pytest.mark.parametrize("option", ["--without", "--beside"])
def test_a_misspelt_corpus_is_told_at_once(tiny: Path, tmp_path: Path, option: str) -> None:
    """What it meant would else be trained on in silence: status 2 with the names there are, and nothing written."""
    words = ["train", "--corpora", str(tiny), "--own", str(tiny / "own"), "--out", str(tmp_path / "x"), option, "phising_pot"]
    outcome = CliRunner().invoke(sievert, words)
    assert outcome.exit_code == 2
    assert "no corpus is called phising_pot; there are " in " ".join(outcome.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_fails_leaves_the_old_bundle(tiny: Path, tmp_path: Path) -> None:
    """With a corpus missing the status is 2 with one line, and the bundle that was there is as it was."""
    random_bundle(tmp_path / "model")
    before = {path: path.read_bytes() for path in (tmp_path / "model").iterdir()}
    told = program("train", "--corpora", tiny, "--own", tiny / "own", "--out", tmp_path / "model")
    assert told.returncode == 2
    assert told.stderr.decode().splitlines()[-1].startswith("sievert: ")
    assert "--without spamassassin" in told.stderr.decode()
    assert {path: path.read_bytes() for path in (tmp_path / "model").iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_what_is_no_bundle_is_not_replaced(tiny: Path, tmp_path: Path) -> None:
    """It is said before anything is trained, with status 2; what was there is there."""
    (tmp_path / "models" / "corpus").mkdir(parents=True)
    told = program("train", "--corpora", tiny, "--own", tiny / "own", "--out", tmp_path / "models", *OTHERS)
    why = "holds corpus, which is no file of a bundle; name a folder that is new, empty or a bundle's"
    assert (told.returncode, told.stderr.decode()) == (2, f"sievert: {tmp_path}/models: {why}\n")
    assert [path.name for path in (tmp_path / "models").iterdir()] == ["corpus"]


def test_without_the_extra_it_says_what_to_install(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where zstandard is missing the error names the extra and is no bug."""
    monkeypatch.setitem(sys.modules, "zstandard", None)
    monkeypatch.delitem(sys.modules, "filter.lab.corpora")
    outcome = CliRunner().invoke(sievert, ["train", "--corpora", str(tiny), "--own", str(tiny / "own")])
    assert isinstance(outcome.exception, UsageError)
    assert "sievert[train]" in str(outcome.exception)
