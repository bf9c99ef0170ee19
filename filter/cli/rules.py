"""`sievert rules`: what the rulebook holds, and whether each rule still does what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from filter.cli.output import EXIT_FINDING, format_option, json_line
from filter.judge.rules import Rule, Rulebook
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped


@click.group(
    epilog="""\b
Examples:
  sievert rules list                        the shipped rules, a line each
  sievert rules list --format jsonl         the same with everything a rule says of itself
  sievert rules test --rules ./my-rules     check your own rules against the mails they carry
"""
)
def rules() -> None:
    """Show and test the rules that judge beside the model."""


def _options(command: Callable[..., None]) -> Callable[..., None]:
    folder = click.option(
        "--rules",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="A folder of rules; without it the shipped ones.",
    )
    return folder(format_option(command))


@rules.command(
    "list",
    epilog="""\b
Example:
  sievert rules list --format jsonl | jq -r 'select(.threat == "bec") | .id'
""",
)
@_options
def list_rules(folder: Path | None, shape: str) -> None:
    """One line a rule: id, threat, weight in log-odds, status, title."""
    book = _load(folder)
    width = max(len(rule.id) for rule in book.rules)
    for rule in book.rules:
        line = f"{rule.id:{width}}  {rule.threat:5}  {rule.weight:4.1f}  {rule.status:6}  {rule.title}"
        json_line(_told(rule, book)) if shape == "jsonl" else click.echo(line)
    if shape != "jsonl":
        click.echo(f"{len(book.rules)} rules, rulebook {book.id}", err=True)


@rules.command(
    "test",
    epilog="""\b
Example:
  sievert rules test && echo every rule holds
""",
)
@_options
def test_rules(folder: Path | None, shape: str) -> None:
    """Run every rule over the mail it must match and the mail it must not. Exit status 1 if one fails."""
    book = _load(folder)
    failures = {rule.id: rule.failures() for rule in book.rules}
    for rule, wrong in failures.items():
        line = f"FAIL  {rule}: {', '.join(wrong)}" if wrong else f"ok    {rule}"
        json_line({"id": rule, "ok": not wrong, "failures": wrong}) if shape == "jsonl" else click.echo(line)
    if any(failures.values()):
        raise click.exceptions.Exit(EXIT_FINDING)


def _load(folder: Path | None) -> Rulebook:
    return load_rulebook(folder or shipped("rules"))


def _told(rule: Rule, book: Rulebook) -> dict[str, Any]:
    keys = ("id", "title", "description", "threat", "weight", "status", "references", "false_positives")
    return {key: getattr(rule, key) for key in keys} | {"rulebook": book.id}
