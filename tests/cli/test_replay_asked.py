from __future__ import annotations

import pytest
from click.testing import CliRunner

from filter.cli.replay import replay


@pytest.mark.parametrize("number", ["0", "1000000", "99999999999999999999999"])
def test_as_many_processes_as_no_machine_has_are_refused(number: str) -> None:
    """As the option's fault, before anything is read."""
    outcome = CliRunner().invoke(replay, ["--jobs", number, "mail"])
    assert (outcome.exit_code, "Invalid value for '--jobs'" in outcome.stderr) == (2, True)
