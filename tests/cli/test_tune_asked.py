from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tunable import mixed, run

from filter.cli.tune import tune
from filter.errors import UsageError


@pytest.mark.parametrize("option", ["--volume", "--confidence", "--verify-share"])
@pytest.mark.parametrize("number", ["nan", "inf", "1e308"])
def test_what_cannot_be_counted_with_is_told(option: str, number: str) -> None:
    """As the option's fault, before anything is read."""
    outcome = CliRunner().invoke(tune, ["run.jsonl", "--budget", "0.01", option, number])
    assert (outcome.exit_code, f"Invalid value for '{option}'" in outcome.stderr) == (2, True)


@pytest.mark.parametrize("name", ["run.jsonl", "sievert.toml"])
def test_a_report_does_not_overwrite_what_is_read(tmp_path: Path, name: str) -> None:
    """The verdicts and the configuration are as they were."""
    verdicts, config = run(tmp_path / "run.jsonl", *mixed(3, 3)), tmp_path / "sievert.toml"
    config.write_text("[model]\n")
    before = (tmp_path / name).read_bytes()
    words = (verdicts, "--budget", "0.01", "--config", config, "--report", tmp_path / name)
    outcome = CliRunner().invoke(tune, list(map(str, words)))
    assert isinstance(outcome.exception, UsageError)
    assert f"would overwrite {tmp_path / name}, which is read" in str(outcome.exception)
    assert (tmp_path / name).read_bytes() == before
