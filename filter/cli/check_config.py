"""`sievert check-config`: a configuration in plain sentences, or everything that is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import click

from filter.cli.output import EXIT_USAGE, format_option, json_line
from filter.config import Config, ThresholdRow, load
from filter.errors import ConfigError, StoreError
from filter.store.database import shown

_VERBS = {"tag": "tags", "quarantine": "holds", "reject": "refuses"}


@click.command(
    "check-config",
    epilog="""\b
Examples:
  sievert check-config                           what Sievert does without a configuration
  sievert check-config /etc/sievert.toml         what it does with this one, or what is wrong with it
  sievert check-config --format jsonl FILE | jq .ok
""",
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@format_option
def check_config(file: Path | None, shape: str) -> None:
    """Check a configuration FILE without starting anything.

    Says in plain sentences what Sievert will do with it, or every problem at once. Exit status 2 if there is one.
    """
    try:
        sentences = _checked(load(file), file)
    except ConfigError as error:
        if shape != "jsonl":
            raise
        json_line({"ok": False, "file": error.source, "problems": error.problems})
        raise click.exceptions.Exit(EXIT_USAGE) from None
    if shape == "jsonl":
        json_line({"ok": True, "file": _name(file), "sentences": sentences})
    else:
        click.echo("\n".join((f"{_name(file)}: ok", *(f"  {sentence}" for sentence in sentences))))


def _name(file: Path | None) -> str:
    return "the defaults" if file is None else str(file)


def _checked(config: Config, file: Path | None) -> tuple[str, ...]:
    """The sentences; ConfigError where what the file names is not there."""
    problems = tuple(_missing(config))
    if problems:
        raise ConfigError(_name(file), problems)
    return tuple(_sentences(config))


def _missing(config: Config) -> Iterator[str]:
    for key, folder in (("model.path", config.model.path), ("rules.path", config.rules.path)):
        if folder is not None and not folder.is_dir():
            yield f"{key}: no folder {folder}"
    for key, url in (("store.quarantine", config.store.quarantine), ("store.journal", config.store.journal)):
        try:
            shown(url)
        except StoreError as error:
            yield f"{key}: {error}"


def _sentences(config: Config) -> Iterator[str]:
    listen, store = config.listen, config.store
    networks = ", ".join(map(str, listen.allowed_networks)) or "nowhere"
    yield f"Listens on {listen.host}, {f'port {listen.port}' if listen.port else 'a free port'}; takes mail from {networks}."
    yield f"{_next_hop(config)}."
    yield from (f"{_row(name, row)}." for name, row in config.policy)
    yield f"Judges with {_where('model', config.model.path)} and {_where('rules', config.rules.path)}."
    yield f"Keeps held messages in {shown(store.quarantine)} and its journal in {shown(store.journal)}."


def _next_hop(config: Config) -> str:
    hop = config.next_hop
    if hop.kind == "maildir":
        return f"Delivers into the Maildir {hop.path.absolute()}"
    return f"Hands mail on to {hop.host}, port {hop.port}, waiting at most {hop.reply_seconds:g} s for a reply"


def _row(name: str, row: ThresholdRow) -> str:
    about = "the overall score" if name == "overall" else f"the {name} log-odds"
    steps = [f"{verb} from {getattr(row, action):g}" for action, verb in _VERBS.items() if getattr(row, action) != math.inf]
    return f"On {about}: {', '.join(steps) or 'never acts'}"


def _where(what: str, folder: Path | None) -> str:
    return f"the {what} in {folder.absolute()}" if folder else f"the shipped {what}"
