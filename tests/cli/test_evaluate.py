from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from invented import corpora, mail, packed, random_bundle

from filter.assemble import build_judge, build_policy
from filter.cli import sievert
from filter.cli.evaluate import FACTS, LABELS
from filter.cli.figures import Report, document
from filter.config.file import load
from filter.errors import BundleError, CorpusError, UsageError
from filter.lab import corpora as lab
from filter.lab import labelled
from filter.lab.corpora import TEST, Sample, read
from filter.lab.evaluate import RATES, figures
from filter.lab.facts import Facts
from filter.lab.scored import score


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
    judge = build_judge(config)
    scored = tuple(score(judge, build_policy(config), held_back(folder), jobs=1))
    outcome = run(folder, "--format", "jsonl")
    assert outcome.exception is None
    assert json.loads(outcome.stdout) == json.loads(json.dumps(document(Report(judge.model.id, figures(scored), ()), None)))
    assert sum(kind["tagged_or_more"]["total"] for kind in json.loads(outcome.stdout)["kinds"]) == len(held_back(folder))


def test_what_the_site_taught_is_named(folder: Path, archives: dict[str, Path], tmp_path: Path) -> None:
    """The figures are of the model and the lessons on top of it, and so is the name."""
    taught = tmp_path / "taught.toml"
    taught.write_text((folder / "sievert.toml").read_text() + f'[store]\nlessons = "sqlite:///{tmp_path}/lessons.db"\n')
    CliRunner().invoke(sievert, ["learn", "--ham", str(archives["ham"]), "--config", str(taught)], catch_exceptions=False)
    words = ["evaluate", *map(str, options(archives)), "--format", "jsonl", "--config", str(taught)]
    told = json.loads(CliRunner().invoke(sievert, words, catch_exceptions=False).stdout)
    assert told["model"] == build_judge(load(taught)).name
    assert told["model"].startswith(f"{build_judge(load(folder / 'sievert.toml')).name}+")


def test_the_table_shows_every_pair_and_kind(folder: Path) -> None:
    """A row for each, with the same numbers."""
    told = json.loads(run(folder, "--format", "jsonl").stdout)
    table = run(folder).stdout
    for pair in (told["overall"], *told["pairs"]):
        assert f"{pair['title']} " in table
        assert f"{pair['roc_area']:.5f}" in table
    assert [line.split("│")[0].strip() for line in table.splitlines() if line.count("│") == 3][-len(told["kinds"]) :] == [
        kind["kind"] for kind in told["kinds"]
    ]


def test_rates_and_facts_are_those_asked_for(folder: Path) -> None:
    """Recall at each rate once, highest first, instead of the usual two; a slice for every value of each fact."""
    outcome = run(folder, "--rate", "0.1", "--rate", "0.25", "--rate", "0.1", "--by", "corpus", "--by", "kind", "--format", "jsonl")
    told = json.loads(outcome.stdout)
    assert list(told["overall"]["recall"]) == ["0.25", "0.1"]
    assert list(dict.fromkeys(one["by"] for one in told["by"])) == ["corpus", "kind"]
    corpora_told = {
        one["value"]: one["ham_acted_on"]["total"] + one["bad_acted_on"]["total"] for one in told["by"] if one["by"] == "corpus"
    }
    assert corpora_told == Counter(sample.corpus for sample in held_back(folder))
    assert list(json.loads(run(folder, "--format", "jsonl").stdout)["overall"]["recall"]) == [str(rate) for rate in RATES]


def test_the_facts_to_ask_for_are_those_there_are() -> None:
    """The options name every field of the lab's facts and every label, without loading the lab."""
    assert tuple(field.name for field in fields(Facts)) == FACTS
    assert set(LABELS) < set(lab.THREAT_OF)
    assert {lab.THREAT_OF[label] for label in LABELS} == set(LABELS)


@pytest.mark.parametrize("rate", ["1", "-0.1", "nan", "inf", "half"])
def test_what_is_no_rate_is_refused(folder: Path, rate: str) -> None:
    """Before any mail is read."""
    outcome = run(folder, "--rate", rate)
    assert outcome.exit_code == 2
    assert "--rate" in outcome.stderr


def test_a_campaign_that_was_learnt_is_not_counted(folder: Path, tmp_path: Path) -> None:
    """A held-back mail with a body of the training side says nothing of what the model can do."""
    kept = {"nazario", "spamassassin"}
    lab_only = [word for corpus in lab.CORPORA if corpus.name not in kept for word in ("--without", corpus.name)]
    files = {sample.path: sample.content for sample in read(folder, folder / "own") if sample.corpus in kept}
    packed(tmp_path, files, campaigns=dict.fromkeys((name for name in files if name.startswith("nazario")), "one"))
    config = ["--own", str(folder), "--config", str(folder / "sievert.toml"), "--format", "jsonl"]
    outcome = CliRunner().invoke(sievert, ["evaluate", "--corpora", str(tmp_path), *config, *lab_only])
    assert [kind["kind"] for kind in json.loads(outcome.stdout)["kinds"]] == ["spamassassin ham", "spamassassin spam"]


@pytest.fixture
def archives(tmp_path: Path) -> dict[str, Path]:
    """A folder of mail for each label."""
    for label in LABELS:
        (tmp_path / label).mkdir()
        for number in range(3):
            (tmp_path / label / f"{number}.eml").write_bytes(mail(label, number, f"201{number}-05-06"))
    return {label: tmp_path / label for label in LABELS}


def on(folder: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(sievert, ["evaluate", "--config", str(folder / "sievert.toml"), *map(str, words)])


def options(archives: dict[str, Path]) -> list[str]:
    return [word for label, path in archives.items() for word in (f"--{label}", str(path))]


def test_archives_are_judged_under_their_labels(folder: Path, archives: dict[str, Path]) -> None:
    """Every message of each, as the corpus that its path names, of the year it was sent in; none of it has a pair."""
    outcome = on(folder, *options(archives), "--by", "year", "--format", "jsonl")
    told = json.loads(outcome.stdout)
    assert [(kind["kind"], kind["tagged_or_more"]["total"]) for kind in told["kinds"]] == [(label, 3) for label in sorted(LABELS)]
    assert [(one["value"], one["ham_acted_on"]["total"], one["bad_acted_on"]["total"]) for one in told["by"]] == [
        (f"201{number}", 1, 3) for number in range(3)
    ]
    assert told["pairs"] == []
    config = load(folder / "sievert.toml")
    samples = labelled.read((label, str(path)) for label, path in archives.items())
    expected = figures(tuple(score(build_judge(config), build_policy(config), samples, jobs=1)))
    assert told["overall"] == json.loads(json.dumps(expected.as_dict()))["overall"]


def test_one_side_can_come_from_standard_input(folder: Path, archives: dict[str, Path]) -> None:
    """As the path -, which names the corpus."""
    words = ["evaluate", "--config", str(folder / "sievert.toml"), "--ham", str(archives["ham"]), "--bec", "-", "--format", "jsonl"]
    outcome = CliRunner().invoke(sievert, words, input=mail("bec", 7))
    assert [kind["kind"] for kind in json.loads(outcome.stdout)["kinds"]] == ["- bec", "ham"]


def test_damage_is_told_and_passed_over(folder: Path, archives: dict[str, Path]) -> None:
    """On standard error, safe for a terminal; the rest is judged."""
    (archives["ham"] / "x\x1b.eml").touch()
    outcome = on(folder, *options(archives), "--format", "jsonl")
    assert outcome.exception is None
    assert r"x\x1b.eml: skipped: empty" in outcome.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "give either --corpora FOLDER, or archives"),
        (("--corpora", "{folder}", "--ham", "{ham}", "--spam", "{spam}"), "give either --corpora FOLDER, or archives"),
        (("--ham", "{ham}"), "no unwanted mail to find: give --spam, --phish or --bec"),
        (("--spam", "{spam}", "--bec", "{bec}"), "no wanted mail to compare with: give --ham"),
        (("--ham", "{ham}", "--spam", "{spam}", "--own", "{folder}"), "--own and --without go with --corpora"),
        (("--ham", "{ham}", "--spam", "{spam}", "--without", "own"), "--own and --without go with --corpora"),
        (("--ham", "{ham}", "--spam", "{empty}"), "3 messages judged, none of them unwanted"),
        (("--ham", "{empty}", "--spam", "{spam}"), "3 messages judged, none of them wanted"),
        (("--ham", "{ham}", "--spam", "{ham}"), "/ham is given twice: a message has one label"),
        (("--ham", "{ham}", "--spam", "{spam}", "--plots", "{ham}/0.eml/x"), "0.eml/x: Not a directory"),
    ],
)
def test_mail_that_gives_no_figures_is_told(
    folder: Path, archives: dict[str, Path], tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    """As a UsageError that says what to give: both sources, none, one side alone, an archive with nothing in it."""
    (tmp_path / "empty").mkdir()
    places = {**{label: str(path) for label, path in archives.items()}, "folder": str(folder), "empty": f"{tmp_path}/empty"}
    error = on(folder, *(word.format(**places) for word in words)).exception
    assert isinstance(error, UsageError)
    assert why in str(error)


def test_another_model_judges_the_same_mail(folder: Path, archives: dict[str, Path], tmp_path: Path) -> None:
    """Its figures are those it has alone, and the messages that differ are those whose dispositions do; the first is the configured one."""
    other = random_bundle(tmp_path / "other", seed=2)
    told = json.loads(on(folder, *options(archives), "--beside", tmp_path / "other", "--by", "kind", "--format", "jsonl").stdout)
    (tmp_path / "sievert.toml").write_text((folder / "sievert.toml").read_text().replace(f"{folder}/model", f"{tmp_path}/other"))
    alone = json.loads(on(tmp_path, *options(archives), "--by", "kind", "--format", "jsonl").stdout)
    assert told["beside"]["model"] == alone["model"] == other.id != told["model"]
    assert {key: told["beside"][key] for key in ("overall", "kinds", "by")} == {key: alone[key] for key in ("overall", "kinds", "by")}
    assert told["beside"]["outcomes"][0]["title"] == told["overall"]["title"]
    config = load(folder / "sievert.toml")
    samples = list(labelled.read((label, str(path)) for label, path in archives.items()))
    mine, theirs = (score(build_judge(one), build_policy(one), samples, jobs=1) for one in (config, load(tmp_path / "sievert.toml")))
    expected = {one.sample.path for one, two in zip(mine, theirs, strict=True) if one.action is not two.action}
    assert {one["path"] for one in told["differing"]} == expected != set()


def test_a_wrong_model_beside_is_told(folder: Path, archives: dict[str, Path]) -> None:
    """Before anything is judged."""
    assert isinstance(on(folder, *options(archives), "--beside", archives["ham"]).exception, BundleError)


def test_pictures_are_drawn_where_asked(folder: Path, archives: dict[str, Path], tmp_path: Path) -> None:
    """Both, into a folder that is made for them."""
    outcome = on(folder, *options(archives), "--plots", tmp_path / "new" / "pictures")
    assert outcome.exception is None
    assert sorted(path.name for path in (tmp_path / "new" / "pictures").iterdir()) == ["calibration.png", "det.png"]


def test_without_what_draws_plots_are_refused(
    folder: Path, archives: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the extra to install; figures alone do not need it."""
    monkeypatch.delitem(sys.modules, "filter.lab.plots", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib.axes", None)
    error = on(folder, *options(archives), "--plots", tmp_path).exception
    assert isinstance(error, UsageError)
    assert "--plots needs matplotlib.axes (pip install 'sievert[train]')" in str(error)
    assert on(folder, *options(archives)).exception is None


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
