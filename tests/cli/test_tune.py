from __future__ import annotations

import json
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tunable import mixed, rows, run

from filter.assemble import build_policies
from filter.cli import live
from filter.cli.tune import tune
from filter.config.file import load
from filter.config.schema import Config
from filter.errors import UsageError
from filter.lab import report
from filter.lab.tune import pictures
from filter.store import runs

CONFIG = '# ours\n[policy.overall]\ntag = 5.4  # tag\n[[policy.group]]\nname = "pay"\nrecipients = ["pay@example.com"]\nbec.tag = 4.0\n'


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of 3,000 ham and 600 spam."""
    return run(tmp_path_factory.mktemp("tune") / "run.jsonl", *mixed(3_000, 600))


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "sievert.toml"
    file.write_text(CONFIG)
    return file


def called(*words: object, answer: str | None = None) -> Result:
    return CliRunner().invoke(tune, [str(word) for word in words], input=answer)


def found(*words: object) -> dict[str, object]:
    outcome = called(*words, "--format", "jsonl")
    document: dict[str, object] = json.loads(outcome.stdout)
    return document


def told(*words: object) -> str:
    """The error that is the answer."""
    error = called(*words).exception
    assert isinstance(error, UsageError)
    return str(error)


def test_thresholds_are_shown_with_their_proof_and_a_block_to_paste(verdicts: Path, tmp_path: Path) -> None:
    """The tables first, the block last; the block is what a configuration takes."""
    outcome = called(verdicts, "--budget", "0.01", "--verify-share", "0.2")
    assert outcome.exit_code == 0
    for text in (
        "Tuned on 2,880 messages",
        "checked on 720 later ones",
        "proven at 95 %: at most",
        "on later mail",
        "nearest to the line of",
    ):
        assert text in outcome.stdout
    block = outcome.stdout[outcome.stdout.index("[policy.overall]") :]
    assert list(tomllib.loads(block)["policy"]) == ["overall", "spam", "phish", "bec"]
    (tmp_path / "new.toml").write_text(block)
    load(tmp_path / "new.toml")


def test_as_json_it_is_one_document(verdicts: Path, tmp_path: Path) -> None:
    """With the same block in it."""
    document = found(verdicts, "--budget", "0.01", "--cost", "miss=10,alarm=200,review=2")
    assert called(verdicts, "--budget", "0.01", "--cost", "miss=10,alarm=200,review=2").stdout.endswith(str(document["policy"]))
    assert document["tuned_on"] == 2520
    assert document["costing"] is not None


def test_a_named_budget_that_is_not_proven_ends_with_status_1(verdicts: Path) -> None:
    """It is told; one that follows from another is what the ham proves."""
    named = called(verdicts, "--budget", "0.01", "--budget", "quarantine=0.0001")
    implied = called(verdicts, "--budget", "0.01", "--verify-share", "0")
    assert (named.exit_code, implied.exit_code) == (1, 0)
    assert "0.01 % needs 29,956 ham, 27," in named.stdout
    assert "Caution: mail is refused now, and would no longer be" in named.stdout
    assert "never" not in implied.stdout.partition("ham that is")[2]


def test_verdicts_of_another_judge_are_told(verdicts: Path, config: Path) -> None:
    """Thresholds are for the judge that the configuration has."""
    outcome = called(verdicts, "--budget", "0.01", "--config", config)
    assert "caution: the verdicts are of model" in outcome.stderr


def test_a_report_that_is_a_folder_is_told_first(verdicts: Path, tmp_path: Path) -> None:
    """Before anything is worked out."""
    assert told(verdicts, "--budget", "0.01", "--report", tmp_path).endswith("is a folder; --report names a file")


def test_later_mail_that_refutes_a_budget_ends_with_status_1(tmp_path: Path) -> None:
    """And says so."""
    outcome = called(run(tmp_path / "run.jsonl", *mixed(3_000, 600, shift=8.0)), "--budget", "0.01", "--verify-share", "0.5")
    assert outcome.exit_code == 1
    assert "tagged or worse: LATER MAIL REFUTES the budget of 1 %" in outcome.stdout


def test_the_configurations_thresholds_are_where_it_starts(verdicts: Path, config: Path) -> None:
    """Its rows and its groups."""
    document = found(verdicts, "--budget", "0.01", "--config", config)
    assert [group["name"] for group in document["groups"]] == ["pay"]  # type: ignore[attr-defined, index]  (a list of objects)
    assert tomllib.loads(str(document["policy"]))["policy"]["group"] == [{"name": "pay", "recipients": ["pay@example.com"]}]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "give VERDICTS"),
        (("run.jsonl",), "give --budget, such as --budget 0.001, or --cost"),
        (("run.jsonl", "--budget", "2"), "expected a rate"),
        (("run.jsonl", "--cost", "miss=1"), "says nothing of alarm, review"),
        (("run.jsonl", "--budget", "0.1", "--yes"), "--yes goes with --apply"),
        (("run.jsonl", "--budget", "0.1", "--apply"), "say which with --config FILE"),
        (("run.jsonl", "--budget", "0.1", "--apply", "--config", "x.toml"), "give --yes"),
        (("run.jsonl", "--budget", "0.1", "--report", "nowhere/report.html"), "there is no folder nowhere"),
        (("run.txt", "--budget", "0.1"), "run.txt"),
        (("--live", "--budget", "0.1"), "--budget does not go with --live"),
        (("--live", "run.jsonl"), "VERDICTS... does not go with --live"),
        (("--live", "--verify-share", "0.3"), "--verify-share does not go with --live"),
    ],
)
def test_what_cannot_be_done_is_told(words: tuple[str, ...], says: str) -> None:
    """Before anything is read."""
    assert says in told(*words)


def test_applied_thresholds_are_in_the_file(verdicts: Path, config: Path) -> None:
    """With its comments; the difference goes to standard error, so that what is found can be piped."""
    words = ("--budget", "0.01", "--budget", "reject=0.001", "--verify-share", "0")
    document = found(verdicts, *words, "--config", config)
    outcome = called(verdicts, *words, "--config", config, "--apply", "--yes", "--format", "jsonl")
    assert json.loads(outcome.stdout) == document
    assert "-tag = 5.4  # tag\n+tag = " in outcome.stderr
    assert "takes it up on SIGHUP" in outcome.stderr
    text = config.read_text()
    assert text.startswith("# ours\n")
    assert "# tag" in text
    policies = build_policies(load(config))
    assert policies.site.overall.tag == document["site"]["proposed"]["overall"]["tag"]  # type: ignore[index]  (an object)
    assert policies.groups[0][1].bec.tag == policies.site.bec.tag


def test_thresholds_that_are_there_already_are_not_written_again(verdicts: Path, config: Path) -> None:
    """Tuned from themselves with the same mail they come out the same; the file is not touched."""
    words = (verdicts, "--budget", "0.01", "--budget", "reject=0.001", "--verify-share", "0", "--config", config, "--apply", "--yes")
    called(*words)
    before = config.stat()
    again = called(*words)
    assert "has these thresholds already" in again.stderr
    assert (again.exit_code, config.stat().st_ino) == (0, before.st_ino)


@pytest.mark.parametrize(("answer", "changes"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_it_asks_before_it_changes_anything(
    verdicts: Path, config: Path, monkeypatch: pytest.MonkeyPatch, answer: str, changes: bool
) -> None:
    """No is the answer unless it is yes."""
    monkeypatch.setattr("filter.cli.tune._to_change", lambda file, _apply_it, _yes: file)  # a test has no terminal
    outcome = called(verdicts, "--budget", "0.01", "--config", config, "--apply", answer=answer)
    assert "Change it? [y/N]" in outcome.stderr
    assert (config.read_text() != CONFIG) is changes
    assert ("Nothing was changed" in outcome.stderr) is not changes
    assert ("Aborted" in outcome.stderr) is not changes  # click's word for what `main` makes status 130


def test_what_is_not_proven_is_not_applied(verdicts: Path, config: Path) -> None:
    """The file stays as it was."""
    words = ("--budget", "0.01", "--budget", "quarantine=0.0001", "--config", config, "--apply", "--yes")
    outcome = called(verdicts, *words)
    assert (outcome.exit_code, config.read_text()) == (1, CONFIG)
    assert "is as it was: a budget that was asked for is not proven" in outcome.stderr


def test_what_later_mail_refutes_is_not_applied(tmp_path: Path, config: Path) -> None:
    """Nor that."""
    later = run(tmp_path / "run.jsonl", *mixed(3_000, 600, shift=8.0))
    outcome = called(later, "--budget", "0.01", "--verify-share", "0.5", "--config", config, "--apply", "--yes")
    assert (outcome.exit_code, config.read_text()) == (1, CONFIG)
    assert "is as it was: later mail refutes a budget of the site" in outcome.stderr


def test_what_later_mail_of_a_group_refutes_is_not_applied(tmp_path: Path, config: Path) -> None:
    """Though the site's budget is kept; the group is named."""
    quiet = rows(*mixed(3_000, 600))
    loud = rows(*mixed(3_000, 600, shift=8.0), "pay@example.com")[::40]
    loud = [replace(row, path=f"pay/{place}", verdict=replace(row.verdict, id=f"{place:065x}")) for place, row in enumerate(loud)]
    runs.write(tmp_path / "run.jsonl", [*quiet, *loud])
    budgets = ("--budget", "0.1", "--budget", "quarantine=0.1", "--budget", "reject=0.1")
    words = (*budgets, "--verify-share", "0.5", "--config", config, "--apply", "--yes")
    outcome = called(tmp_path / "run.jsonl", *words)
    assert (outcome.exit_code, config.read_text()) == (1, CONFIG)
    assert "is as it was: later mail refutes a budget of group pay\n" in outcome.stderr


def test_pictures_and_report_are_made_of_what_was_found(verdicts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both get the findings, the report the block too; the folder is made."""
    made: list[tuple[object, ...]] = []
    monkeypatch.setattr(pictures, "draw", lambda *given: made.append(("draw", *given)))
    monkeypatch.setattr(report, "write", lambda *given: made.append(("write", *given)))
    outcome = called(verdicts, "--budget", "0.01", "--plots", tmp_path / "a/b", "--report", tmp_path / "r.html")
    assert outcome.exception is None
    assert (tmp_path / "a/b").is_dir()
    (_, folder, tuned), (_, file, same, block) = made
    assert (folder, file, same is tuned) == (tmp_path / "a/b", tmp_path / "r.html", True)
    assert outcome.stdout.endswith(str(block))


def test_a_folder_that_cannot_be_made_is_told(verdicts: Path) -> None:
    """By its name, before the rows are read."""
    assert told(verdicts, "--budget", "0.01", "--plots", verdicts / "plots").startswith(str(verdicts / "plots"))


def test_live_shows_the_shadow(monkeypatch: pytest.MonkeyPatch, config: Path) -> None:
    """Of the configuration, in the form asked for."""
    shown: list[tuple[Config, str]] = []
    monkeypatch.setattr(live, "show", lambda config, shape: shown.append((config, shape)))
    assert called("--live", "--config", config, "--format", "jsonl").exception is None
    assert [(one.policy.group[0].name, shape) for one, shape in shown] == [("pay", "jsonl")]


@pytest.mark.parametrize("module", ["scipy.stats", "tomlkit"])
def test_what_is_not_installed_is_told(verdicts: Path, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    """With how to get it."""
    for name in [name for name in sys.modules if name.startswith("filter.lab.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("filter.lab.tune", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    assert told(verdicts, "--budget", "0.01") == f"tune needs {module} (pip install 'sievert[tune]')"


def test_help_has_examples() -> None:
    """To copy."""
    assert "sievert tune run.parquet --budget 0.001" in called("--help").stdout
