from __future__ import annotations

import json
import shutil
from pathlib import Path

from click.testing import CliRunner

from filter.cli.rules import rules
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped


def run(*arguments: str) -> tuple[int, list[str]]:
    outcome = CliRunner().invoke(rules, arguments)
    return outcome.exit_code, outcome.stdout.splitlines()


def broken_copy(tmp_path: Path) -> str:
    """The shipped rules, one of them with its hit mail emptied of what it looks for."""
    folder = Path(shutil.copytree(shipped("rules"), tmp_path / "rules"))
    path = folder / "text" / "split-letters.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("&#8203;", ""), encoding="utf-8")
    return str(folder)


def test_list_shows_every_rule() -> None:
    """`list` prints a line a rule with its id, threat and weight."""
    status, lines = run("list")
    book = load_rulebook(shipped("rules"))
    assert status == 0
    assert [line.split()[:2] for line in lines] == [[rule.id, rule.threat] for rule in book.rules]


def test_list_as_json_lines_tells_everything() -> None:
    """`list --format jsonl` gives what each rule says of itself, false positives included, and the rulebook's id."""
    status, lines = run("list", "--format", "jsonl")
    told = [json.loads(line) for line in lines]
    assert status == 0
    assert all(rule["false_positives"] and rule["references"] and rule["weight"] > 0 for rule in told)
    assert {rule["rulebook"] for rule in told} == {load_rulebook(shipped("rules")).id}


def test_shipped_rules_hold() -> None:
    """`test` passes every shipped rule on its own two mails and ends with status 0."""
    status, lines = run("test")
    assert status == 0
    assert lines
    assert all(line.startswith("ok ") for line in lines)


def test_broken_rule_is_found(tmp_path: Path) -> None:
    """`test` names the rule that no longer matches its mail and ends with status 1."""
    folder = broken_copy(tmp_path)
    status, lines = run("test", "--rules", folder)
    assert status == 1
    assert [line for line in lines if not line.startswith("ok ")] == ["FAIL  split-letters: does not match its hit mail"]
    status, lines = run("test", "--rules", folder, "--format", "jsonl")
    assert status == 1
    assert {"id": "split-letters", "ok": False, "failures": ["does not match its hit mail"]} in map(json.loads, lines)


def test_help_gives_examples() -> None:
    """Each command shows how it is used."""
    for command in ((), ("list",), ("test",)):
        _, lines = run(*command, "--help")
        assert any("sievert rules" in line for line in lines)
