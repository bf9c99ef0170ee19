"""The command `sievert`: options in, tables or JSON lines out. One file a command, loaded when it is called.

Nothing is computed here that another room could compute; only this room prints. Exit status: 0 fine, 1 a finding the caller
asked about, 2 usage or configuration, 70 a bug.
"""

from __future__ import annotations

import importlib
import signal
import sys
from typing import Any, NoReturn

import click

from filter import __version__
from filter.cli import stdout
from filter.errors import SievertError

# Each command's module holds a click command of the same name; dashes are underscores there.
COMMANDS = (
    *("serve", "score", "quarantine", "replay", "tune", "train", "learn", "evaluate", "model", "rules", "site"),
    *("check-config", "demo"),
)
EXIT_BUG = 70


class LazyCommands(click.Group):
    """A group that imports a command's module only when that command is called: `serve` never loads what trains."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(importlib.import_module(f"filter.cli.{name}"), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """A reader that goes away before the end (`| head`) ends the command as the shell counts it: click would count a finding."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                stdout.flush()
        except BrokenPipeError:
            stdout.forget(sys.stdout.fileno())
            ctx.exit(128 + signal.SIGPIPE)


@click.command(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="sievert")
def sievert() -> None:
    """An email threat filter: judges mail for spam, phishing and business email compromise."""


def main() -> NoReturn:
    """Entry point: our own errors become one line and status 2, anything unforeseen status 70."""
    stdout.put()
    try:
        sys.exit(sievert(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Abort:
        sys.exit(130)
    except SievertError as error:
        click.echo(f"sievert: {error}", err=True)
        sys.exit(2)
    except Exception as error:
        click.echo(f"sievert: a bug: {type(error).__name__}: {error}", err=True)
        sys.exit(EXIT_BUG)
