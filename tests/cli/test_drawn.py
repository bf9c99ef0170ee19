from __future__ import annotations

from pathlib import Path

import pytest

from filter.cli.drawn import writing
from filter.errors import UsageError


@pytest.mark.parametrize("name", ["run.jsonl", "link.html", "again.html", "sievert.toml", "notes.txt"])
def test_a_report_overwrites_nothing_but_a_page(tmp_path: Path, name: str) -> None:
    """Neither the verdicts, by any name, nor the configuration, though these be pages, nor what is none."""
    read, config = tmp_path / "run.jsonl", tmp_path / "sievert.toml"
    for file in (read, config):
        file.write_text("<!doctype html>")
    (tmp_path / "link.html").symlink_to(read)
    (tmp_path / "again.html").hardlink_to(read)
    (tmp_path / "notes.txt").write_text("ours")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(UsageError, match=f"--report {tmp_path / name} would overwrite"):
        writing(tmp_path / name, (read, config))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("there", [None, "", "<!DOCTYPE html>\n<p>an earlier report"])
def test_a_report_may_take_an_earlier_ones_place(tmp_path: Path, there: str | None) -> None:
    """Or that of an empty file, whose mode was chosen; verdicts need not be a file."""
    file = tmp_path / "report.html"
    if there is not None:
        file.write_text(there)
    assert len(writing(file, (tmp_path / "run.jsonl", Path("-")))) == 1
