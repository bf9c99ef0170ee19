"""`sievert rules`: what the rulebook holds, what is wrong with it, whether each rule does what it says, and what it sees in a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from filter.assemble import RULES, build_judge, build_site
from filter.cli.explained import mail_lines, mail_told, rule_lines, rule_told, signal_lines, signal_told, strength
from filter.cli.output import EXIT_FINDING, Command, config_option, counted, damaged, escaped, format_option, json_line
from filter.config.file import load
from filter.config.schema import Config, RulesSection
from filter.errors import RulebookError, UsageError
from filter.judge.judge import Judge
from filter.judge.mail import Mail
from filter.judge.rules.book import Rulebook
from filter.judge.scene import Scene
from filter.judge.signals.catalogue import CATALOGUE
from filter.judge.verdict import THREATS
from filter.lab.rulerates import Matched, matched
from filter.store.archives import open_path
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped


@click.group(
    epilog="""\b
Examples:
  sievert rules list                             the shipped rules, a line each
  sievert rules check ./my-rules                 everything that is wrong with your own, by file, line and key
  sievert rules test --rules ./my-rules          run each over the mails that it carries
  sievert rules test --ham Maildir/              and all of them over wanted mail
  sievert rules explain gift-card-secrecy        what a rule looks for
  sievert rules explain message.eml              what the rules see in a message
"""
)
def rules() -> None:
    """Show, check, test and explain the rules that judge beside the model."""


def _options(command: Command) -> Command:
    folder = click.option(
        "--rules",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="A folder of rules; without it those of the configuration.",
    )
    return folder(format_option(config_option(command)))


@rules.command(
    "list",
    epilog="""\b
Examples:
  sievert rules list --threat bec
  sievert rules list --format jsonl | jq -r 'select(.status == "trial") | .id'
""",
)
@click.option("--threat", type=click.Choice(THREATS), help="Rules for this threat only.")
@_options
def list_rules(threat: str | None, folder: Path | None, shape: str, config_file: Path | None) -> None:
    """One line a rule: id, threat, what it adds to the log-odds (or raises them to), its rate, status, title."""
    book = _book(_configured(config_file, folder))
    shown = [rule for rule in book.rules if threat in (None, rule.threat)]
    width = max((len(rule.id) for rule in shown), default=0)
    for rule in shown:
        line = f"{rule.id:{width}}  {rule.threat:5}  {strength(rule):>6}  {rule.rate:7.3%}  {rule.status:6}  {rule.title}"
        json_line({**rule_told(rule), "rulebook": book.id}) if shape == "jsonl" else click.echo(line)
    if shape != "jsonl":
        click.echo(f"{_count(len(shown))}, rulebook {book.id}", err=True)


@rules.command(
    "check",
    epilog="""\b
Examples:
  sievert rules check ./my-rules
  sievert rules check ./my-rules --format jsonl | jq -r '.problems[]'
""",
)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@format_option
def check_rules(folder: Path, shape: str) -> None:
    """Read every rule in FOLDER; say all that is wrong, each with file, line and key. Exit status 1 if anything is."""
    book, problems = _read(folder)
    if shape == "jsonl":
        json_line({"ok": book is not None, "folder": str(folder), "rulebook": book and book.id, "problems": problems})
    else:
        fine = (f"{folder}: ok, {_count(len(book.rules))}, rulebook {book.id}",) if book else ()
        click.echo("\n".join(map(escaped, (*fine, *(f"{folder}/{line}" for line in problems)))))
    if problems:
        raise click.exceptions.Exit(EXIT_FINDING)


def _count(rules: int) -> str:
    return f"{rules} rule{'s' * (rules != 1)}"


def _read(folder: Path) -> tuple[Rulebook | None, tuple[str, ...]]:
    """The rulebook, or what is wrong with it."""
    try:
        return load_rulebook(folder), ()
    except RulebookError as error:
        return None, error.problems


@rules.command(
    "test",
    epilog="""\b
Examples:
  sievert rules test && echo every rule holds
  sievert rules test --ham Maildir/ --ham archive.mbox --config /etc/sievert.toml
""",
)
@click.option(
    "--ham", multiple=True, type=click.Path(exists=True, allow_dash=True), metavar="PATH", help="Wanted mail; may be given again."
)
@_options
def test_rules(ham: tuple[str, ...], folder: Path | None, shape: str, config_file: Path | None) -> None:
    """Run every rule over the mail it must match and the mail it must not, and over wanted mail. Exit status 1 if one fails.

    On wanted mail a rule fails when it matches more of it than its rate explains: when so many hits or more would come about less than
    once in a hundred times if it kept to its rate (exact, one-sided binomial). PATH is an .eml file, an mbox, a Maildir, a folder or
    an archive of these, or -. Site facts are those of the configuration.
    """
    config = _configured(config_file, folder)
    book = _book(config)
    tried = {one.rule.id: one for one in matched(book, _scenes(ham, config))} if ham else {}
    if ham and not next(iter(tried.values())).total:
        raise UsageError("no message found there")
    failed = 0
    for rule in book.rules:
        one = tried.get(rule.id)
        wrong = (*rule.failures(book.samples), *((_too_often(one),) if one and one.exceeds else ()))
        failed += bool(wrong)
        _say_tested(rule.id, wrong, one, shape)
    if shape == "table":
        on = f" and on {next(iter(tried.values())).total:,} wanted mails" if tried else ""
        click.echo(f"{_count(len(book.rules))} tried on their own mails{on}: {f'{failed} failed' if failed else 'all hold'}")
    if failed:
        raise click.exceptions.Exit(EXIT_FINDING)


def _too_often(one: Matched) -> str:
    examples = f" ({', '.join(map(escaped, one.examples))}{', ...' if one.count > len(one.examples) else ''})"
    return f"matches {one.count} of {one.total} wanted mails{examples}, its rate is {one.rule.rate:.3%}"


def _say_tested(rule: str, wrong: tuple[str, ...], one: Matched | None, shape: str) -> None:
    if shape == "jsonl":
        told: dict[str, Any] = {"id": rule, "ok": not wrong, "failures": wrong}
        if one:
            told |= {"matched": one.count, "wanted": one.total, "rate": one.rule.rate, "examples": one.examples}
        json_line(told)
        return
    count = f": {one.count} of {one.total} wanted mails, its rate is {one.rule.rate:.3%}" if one and one.count else ""
    click.echo(f"FAIL  {rule}: {'; '.join(wrong)}" if wrong else f"ok    {rule}{count}")


@rules.command(
    "explain",
    epilog="""\b
Examples:
  sievert rules explain gift-card-secrecy
  sievert rules explain fake-reply
  sievert rules explain --config /etc/sievert.toml message.eml
  sievert rules explain --format jsonl Maildir/ | jq -r '.signals[].signal' | sort | uniq -c
""",
)
@click.argument("what", nargs=-1, required=True, metavar="RULE|SIGNAL|MAIL...")
@_options
def explain(what: tuple[str, ...], folder: Path | None, shape: str, config_file: Path | None) -> None:
    """What a RULE looks for, what a SIGNAL means; or what is true of a MAIL, which rules it hits, and which it misses by one condition.

    MAIL is an .eml file, an mbox, a Maildir, a folder or an archive of these, or - for standard input.
    """
    config = _configured(config_file, folder)
    book = _book(config)
    by_id = {rule.id: rule for rule in book.rules}
    paths = [one for one in what if one not in by_id and one not in CATALOGUE]
    _check_paths(paths, (*by_id, *CATALOGUE))
    for one in what:
        if one in by_id:
            _say(rule_told(by_id[one]), rule_lines(by_id[one]), shape)
        elif one in CATALOGUE:
            signal = signal_told(CATALOGUE[one], book)
            _say(signal, signal_lines(signal), shape)
    if paths:
        _explain_mails(paths, build_judge(config), shape)


def _explain_mails(paths: Iterable[str], judge: Judge, shape: str) -> None:
    for name, content in _messages(paths):
        mail = mail_told(name, Mail(content), judge)
        _say(mail, mail_lines(mail), shape)


def _check_paths(paths: Iterable[str], names: Iterable[str]) -> None:
    """UsageError, with the nearest name, for what is no file."""
    for path in paths:
        if path != "-" and not Path(path).exists():
            near = get_close_matches(path, names, 1, 0.5)
            raise UsageError(f"{escaped(path)} is no rule, no signal and no file{f'; the nearest name is {near[0]}' if near else ''}")


def _say(document: dict[str, Any], lines: Iterable[str], shape: str) -> None:
    json_line(document) if shape == "jsonl" else click.echo("\n".join(lines))


def _configured(config_file: Path | None, folder: Path | None) -> Config:
    """The configuration, with the rules of that folder if one is given."""
    config = load(config_file)
    return config.model_copy(update={"rules": RulesSection(path=folder)}) if folder else config


def _book(config: Config) -> Rulebook:
    return load_rulebook(config.rules.path or shipped(RULES))


def _scenes(paths: tuple[str, ...], config: Config) -> Iterator[tuple[str, Scene]]:
    """Every mail at every path as the site would meet it."""
    site = build_site(config)
    for name, content in counted(_messages(paths), "wanted mails tried"):
        yield name, Scene.of(Mail(content), site)


def _messages(paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Every message of every path; what is damaged is said on standard error and passed over."""
    for path in paths:
        yield from open_path(path, damaged)
