from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from invented import corpora, packed, random_bundle

from filter.assemble import build_judge, build_policy
from filter.cli import sievert
from filter.config.file import load
from filter.errors import BundleError, CorpusError
from filter.lab import corpora as lab
from filter.lab.corpora import TEST, Sample, read
from filter.lab.evaluate import figures, score


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tiny corpora, a small model and a configuration that names it."""
    made = corpora(tmp_path_factory.mktemp("evaluate"), each=4)
    random_bundle(made / "model")
    (made / "sievert.toml").write_text(f'[model]\npath = "{made}/model"\n[policy.overall]\ntag = 0.0\nquarantine = 3.0\n')
    return made


@pytest.fixture(autouse=True)
def one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKY_MAX_CPU_COUNT", "1")


def run(folder: Path, *more: str) -> Result:
    words = ["evaluate", "--corpora", str(folder), "--own", str(folder / "own"), "--config", str(folder / "sievert.toml")]
    return CliRunner().invoke(sievert, [*words, *more])


def held_back(folder: Path) -> list[Sample]:
    return [sample for sample in read(folder, folder / "own") if sample.part == TEST]


def test_figures_are_of_the_configured_judge_on_held_back_mail(folder: Path) -> None:
    """As JSON they are what the lab counts for every held-back mail, with the configuration's model and thresholds."""
    config = load(folder / "sievert.toml")
    expected = figures(tuple(score(build_judge(config), build_policy(config), held_back(folder), jobs=1)))
    outcome = run(folder, "--format", "jsonl")
    assert outcome.exception is None
    assert json.loads(outcome.stdout) == json.loads(json.dumps(expected.as_dict()))
    assert sum(kind["tagged_or_more"]["total"] for kind in json.loads(outcome.stdout)["kinds"]) == len(held_back(folder))


def test_the_table_shows_every_pair_and_kind(folder: Path) -> None:
    """A row for each, with the same numbers."""
    told = json.loads(run(folder, "--format", "jsonl").stdout)
    table = run(folder).stdout
    for pair in told["pairs"]:
        assert f"{pair['title']} " in table
        assert f"{pair['roc_area']:.5f}" in table
    assert [line.split("│")[0].strip() for line in table.splitlines() if line.count("│") == 3][-len(told["kinds"]) :] == [
        kind["kind"] for kind in told["kinds"]
    ]


def test_a_campaign_that_was_learnt_is_not_counted(folder: Path, tmp_path: Path) -> None:
    """A held-back mail with a body of the training side says nothing of what the model can do."""
    lab_only = [word for corpus in lab.CORPORA if corpus.name != "nazario" for word in ("--without", corpus.name)]
    files = {sample.path: sample.content for sample in read(folder, folder / "own") if sample.corpus == "nazario"}
    packed(tmp_path, files, campaigns=dict.fromkeys(files, "one"))
    config = ["--own", str(folder), "--config", str(folder / "sievert.toml"), "--format", "jsonl"]
    outcome = CliRunner().invoke(sievert, ["evaluate", "--corpora", str(tmp_path), *config, *lab_only])
    assert json.loads(outcome.stdout)["kinds"] == []


def test_a_corpus_that_is_not_there_can_be_left_out(folder: Path, tmp_path: Path) -> None:
    """The error names the flag, and with the flag the others are judged."""
    for path in folder.glob("*.zst"):
        if path.name != "phishing_pot.tar.zst":
            (tmp_path / path.name).symlink_to(path)
    words = ["evaluate", "--corpora", str(tmp_path), "--own", str(folder / "own"), "--config", str(folder / "sievert.toml")]
    outcome = CliRunner().invoke(sievert, words)
    assert isinstance(outcome.exception, CorpusError)
    assert "--without phishing_pot" in str(outcome.exception)
    outcome = CliRunner().invoke(sievert, [*words, "--without", "phishing_pot"])
    assert outcome.exception is None
    assert "phishing_pot phish" not in outcome.stdout
    assert "nazario phish" in outcome.stdout


def test_a_wrong_model_is_told_before_any_mail_is_read(folder: Path, tmp_path: Path) -> None:
    """Reading the corpora takes minutes: what is wrong with the configuration is said first."""
    (tmp_path / "sievert.toml").write_text(f'[model]\npath = "{tmp_path}"\n')
    words = ["evaluate", "--corpora", str(tmp_path), "--own", str(folder / "own"), "--config", str(tmp_path / "sievert.toml")]
    assert isinstance(CliRunner().invoke(sievert, words).exception, BundleError)
