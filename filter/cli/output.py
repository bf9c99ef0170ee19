"""What commands share to print: the console, the two formats, text made safe for a terminal. Computes and reads nothing."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

EXIT_FINDING = 1
EXIT_USAGE = 2

PIPED_COLUMNS = 200
"""Width of a table that goes to no terminal: nothing that a pipe reads is cut to fit a screen."""

Command = TypeVar("Command", bound=Callable[..., Any])
Item = TypeVar("Item")


def format_option(command: Command) -> Command:
    """`--format table|jsonl`, given to the command as `shape`."""
    shapes = click.Choice(("table", "jsonl"))
    why = "A table to read, or a JSON document a line."
    return click.option("--format", "shape", type=shapes, default="table", show_default=True, help=why)(command)


def config_option(command: Command) -> Command:
    """`--config FILE`, given to the command as `config_file`: a path, or None where the defaults hold."""
    kind = click.Path(path_type=Path, dir_okay=False)
    why = "Configuration (TOML); without it the defaults hold."
    return click.option("--config", "config_file", type=kind, metavar="FILE", help=why)(command)


class Screen(Console):
    """A console whose reader may go away: that is the command's to end (`LazyCommands.invoke`); rich would give it a status of its own."""

    def on_broken_pipe(self) -> NoReturn:
        """As any other output that nobody reads."""
        raise BrokenPipeError


def console(*, err: bool = False) -> Console:
    """Standard output for tables, `err`: standard error; takes nothing in a text for markup."""
    out = Screen(highlight=False, markup=False, emoji=False, stderr=err)
    if not out.is_terminal:
        out.width = PIPED_COLUMNS
    return out


def json_line(document: Mapping[str, Any], *, err: bool = False) -> None:
    """One JSON document on one line, in ASCII, which no terminal mistakes for commands; `err`: on standard error."""
    click.echo(json.dumps(document, allow_nan=False), err=err)


def escaped(text: str) -> str:
    """Text of a message made safe for a terminal: one line, and whatever is not to be seen, or moves others, written out."""
    return "".join(char if char.isprintable() else _named(char) for char in text)


def _named(char: str) -> str:
    return " " if unicodedata.category(char) == "Zs" else char.encode("unicode_escape").decode("ascii")


def counted(items: Iterable[Item], what: str) -> Iterator[Item]:
    """The same items; on a terminal a line on standard error says how far it is, and goes when they end."""
    errors = Console(stderr=True)
    columns = (TextColumn(what, markup=False), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task = progress.add_task("", total=None)
        for item in items:
            progress.advance(task)
            yield item


def damaged(name: str, why: str) -> None:
    """Says on standard error what of an archive cannot be read, and is passed over."""
    # Not by click, which writes to the file behind sys.stderr: a bar stands in its place, and makes room for what comes that way.
    sys.stderr.write(f"sievert: {escaped(name)}: skipped: {escaped(why)}\n")
