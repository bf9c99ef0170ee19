"""Covers filter/cli/site.py and, by what it prints, filter/cli/suggested.py."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from filter.assemble import build_site
from filter.cli import sievert
from filter.cli import site as command
from filter.config.file import load
from filter.errors import UsageError
from filter.judge.site import Site, Vip

TOP = "Received: from x by mx.firm.example for <ann@firm.example>; 1 Mar 2025 10:00:00 +0000\nAuthentication-Results: mx.firm.example; x\n"
SITE = Site(
    domains=frozenset({"firm.example"}), vips=(Vip("Bo Example", ("bo@firm.example",)),), authserv_ids=frozenset({"mx.firm.example"})
)


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    """A folder of mails of which one has a name that would break a line."""
    folder = tmp_path / "mails"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.eml").write_text(f"{TOP}From: a@one{number}.example\nTo: ann@firm.example\n\nx")
    (folder / "3\n[site].eml").write_text(
        f"{TOP}From: Bo Example <bo@firm.example>\nTo: ann@firm.example\n\nHi\n\nBo Example\nCEO \x1b[31m\n"
    )
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(sievert, ["site", "suggest", *map(str, words)])


def test_toml_loads_as_the_site_it_proposes(mails: Path, tmp_path: Path) -> None:
    """What is printed where no terminal is can be appended to a configuration as it stands, with the evidence in its comments."""
    told = run(mails).stdout
    (tmp_path / "sievert.toml").write_text("[relay]\nobserve = true\n" + told)
    assert build_site(load(tmp_path / "sievert.toml")) == SITE
    assert all("  # " in line for line in told.splitlines() if line.startswith(("  ", "[[")))
    assert "4 of 4 mails are for it, 4 of them taken by mx.firm.example, 1 from it as well (4 mails, 2025-03-01, such as " in told
    assert "\x1b" not in told
    assert "3\\n[site].eml" in told


def test_lists_load_as_the_site_they_propose(mails: Path, tmp_path: Path) -> None:
    """With --out the same is written as a folder of lists, of those kinds that there are, and nothing is printed; nor written over."""
    out = tmp_path / "lists"
    outcome = run(mails, "--out", out)
    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert f"3 proposals written to {out}" in outcome.stderr
    assert sorted(path.name for path in out.iterdir()) == ["authserv_ids.txt", "domains.txt", "vips.csv"]
    (tmp_path / "sievert.toml").write_text(f'site.folder = "{out}"')
    assert build_site(load(tmp_path / "sievert.toml")) == SITE
    assert isinstance(run(mails, "--out", out).exception, UsageError)


def test_programs_get_a_line_for_each(mails: Path) -> None:
    """With --format jsonl each proposal is one object, days written out."""
    told = [json.loads(line) for line in run(mails, "--format", "jsonl").stdout.splitlines()]
    assert [(one["kind"], one["name"], one["values"]) for one in told] == [
        ("domain", "", ["firm.example"]),
        ("authserv-id", "", ["mx.firm.example"]),
        ("vip", "Bo Example", ["bo@firm.example"]),
    ]
    assert (told[0]["mails"], told[0]["first"], told[0]["last"]) == (4, "2025-03-01", "2025-03-01")


def test_a_terminal_gets_a_table(mails: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a format there; elsewhere it can be asked for."""
    asked = run(mails, "--format", "table").stdout
    assert "bo@firm.example" in asked and "evidence" in asked
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(asked)
    monkeypatch.setattr(command, "console", lambda: Console(force_terminal=True, width=200))
    assert "evidence" in run(mails).stdout


def test_nothing_found_is_told(tmp_path: Path) -> None:
    """Mail that shows no domain leaves an empty section and says so; no mail at all is an error."""
    (tmp_path / "a.eml").write_text("From: a@b.example\n\nx")
    outcome = run(tmp_path / "a.eml")
    assert tomllib.loads(outcome.stdout) == {"site": {"domains": [], "authserv_ids": []}}
    assert "no own domain found" in outcome.stderr
    assert "written" not in run(tmp_path / "a.eml", "--out", tmp_path / "lists").stderr
    assert not (tmp_path / "lists").exists()
    (tmp_path / "none").mkdir()
    assert "no message found" in str(run(tmp_path / "none").exception)


def test_damage_is_told_and_passed_over(mails: Path, tmp_path: Path) -> None:
    """A broken archive beside whole mail is named on standard error."""
    (tmp_path / "b.zip").write_bytes(b"PK no zip")
    outcome = run(mails, tmp_path / "b.zip")
    assert "b.zip: skipped" in outcome.stderr
    assert "firm.example" in outcome.stdout
