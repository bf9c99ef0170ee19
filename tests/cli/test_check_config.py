from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from filter.cli import sievert
from filter.errors import ConfigError


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(sievert, ["check-config", *map(str, words)])


def written(folder: Path, text: str) -> Path:
    file = folder / "sievert.toml"
    file.write_text(text)
    return file


def test_a_good_file_is_told_in_sentences(tmp_path: Path) -> None:
    """Where it listens, for whom, where mail goes, what each threshold does and what is kept: nothing is left to guess."""
    file = written(
        tmp_path,
        '[listen]\nport = 0\nallowed_networks = ["192.0.2.0/24"]\n[next_hop]\nkind = "smtp"\nhost = "mx.test"\nport = 2525\n'
        '[policy.overall]\ntag = 1.5\nquarantine = inf\n[policy.bec]\nquarantine = 3\n[store]\njournal = "sqlite:////srv/j.db"\n'
        f'[model]\npath = "{tmp_path}"\n',
    )
    outcome = run(file)
    assert outcome.exit_code == 0
    assert outcome.stdout.splitlines() == [
        f"{file}: ok",
        "  Listens on 127.0.0.1, a free port; takes mail from 192.0.2.0/24.",
        "  Hands mail on to mx.test, port 2525, waiting at most 60 s for a reply.",
        "  On the overall score: tags from 1.5, refuses from 12.",
        "  On the spam log-odds: never acts.",
        "  On the phish log-odds: never acts.",
        "  On the bec log-odds: holds from 3.",
        f"  Judges with the model in {tmp_path} and the shipped rules.",
        f"  Keeps held messages in sqlite:///{Path.cwd()}/sievert-state/quarantine.db and its journal in sqlite:////srv/j.db.",
    ]


def test_without_a_file_the_defaults_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The defaults are a configuration too, and telling them makes no file."""
    monkeypatch.chdir(tmp_path)
    outcome = run()
    assert outcome.stdout.startswith("the defaults: ok\n  Listens on 127.0.0.1, port 10025;")
    assert f"Delivers into the Maildir {tmp_path}/sievert-state/maildir." in outcome.stdout
    assert list(tmp_path.iterdir()) == []


def test_problems_end_in_status_2_with_a_line_each(tmp_path: Path) -> None:
    """As a program, a wrong file prints every problem on stderr, nothing on stdout, and exits with 2."""
    file = written(tmp_path, "[listen]\nprot = 1\n[lisen]\n")
    command = [sys.executable, "-m", "filter", "check-config", str(file)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "  listen.prot: unknown key; did you mean listen.port?\n  lisen: unknown key" in ended.stderr


def test_programs_get_one_document(tmp_path: Path) -> None:
    """With --format jsonl there is one JSON document, right or wrong, and the same status."""
    wrong = run(written(tmp_path, "listen.prot = 1"), "--format", "jsonl")
    assert wrong.exit_code == 2
    assert json.loads(wrong.stdout) == {
        "ok": False,
        "file": str(tmp_path / "sievert.toml"),
        "problems": ["listen.prot: unknown key; did you mean listen.port?"],
    }
    right = run(written(tmp_path, ""), "--format", "jsonl")
    assert right.exit_code == 0
    assert json.loads(right.stdout)["ok"] is True
    assert len(json.loads(right.stdout)["sentences"]) == 8


def test_folders_and_databases_that_are_not_there_are_problems(tmp_path: Path) -> None:
    """A file right in itself is wrong where it names a missing folder or a database nobody can open."""
    file = written(tmp_path, '[model]\npath = "/none"\n[rules]\npath = "/none/either"\n[store]\njournal = "sevenql://u:secret@h/d"\n')
    outcome = run(file)
    assert isinstance(outcome.exception, ConfigError)
    first, second, third = outcome.exception.problems
    assert (first, second) == ("model.path: no folder /none", "rules.path: no folder /none/either")
    assert third.startswith("store.journal: ") and "sevenql" in third and "secret" not in third


def test_a_password_is_not_printed(tmp_path: Path) -> None:
    """A database's password stays out of the sentences."""
    outcome = run(written(tmp_path, '[store]\njournal = "sqlite://u:secret@/j.db"'))
    assert "secret" not in outcome.stdout
