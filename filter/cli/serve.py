"""`sievert serve`: the rooms wired together, and the relay run until it is told to stop. No mail is touched here."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from contextlib import ExitStack, closing
from pathlib import Path

import click
import structlog

from filter.assemble import build_judge, build_policy
from filter.config import Config, NextHop, load
from filter.smtp.server import Relay
from filter.store.journal import Journal
from filter.store.quarantine import Quarantine


@click.command(
    epilog="""\b
Examples:
  sievert serve                               listen on 127.0.0.1:10025, deliver to a Maildir under sievert-state
  sievert serve --config /etc/sievert.toml    as the file says; docs/postfix.md puts it in front of Postfix
""",
)
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Configuration (TOML); without it the defaults hold.",
)
def serve(config_file: Path | None) -> None:
    """Relay mail: judge each message, then deliver, tag, hold or refuse it before its sender gets an answer.

    Ends on SIGTERM or SIGINT, once the transactions under way are finished.
    """
    config = load(config_file)
    _log_to_stderr()
    asyncio.run(_relay(config))


async def _relay(config: Config) -> None:
    stop = asyncio.Event()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(wanted, stop.set)
    with ExitStack() as stores:
        quarantine = stores.enter_context(closing(Quarantine(config.store.quarantine)))
        journal = stores.enter_context(closing(Journal(config.store.journal)))
        async with Relay(config, build_judge(config), build_policy(config), quarantine, journal) as relay:
            click.echo(f"sievert: listening on {config.listen.host} port {relay.port}, mail goes to {_where(config.next_hop)}")
            await stop.wait()
            click.echo("sievert: finishing what is under way")


def _where(next_hop: NextHop) -> str:
    if next_hop.kind == "maildir":
        return f"the Maildir {next_hop.path}"
    return f"{next_hop.host} port {next_hop.port}"


def _log_to_stderr() -> None:
    """One line an event: for people on a terminal, JSON everywhere else."""
    terminal = sys.stderr.isatty()
    # The plain formatter: the others print local variables, and with them mail.
    for_people = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    shape = for_people if terminal else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *(() if terminal else (structlog.processors.format_exc_info,)),
            shape,
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    # aiosmtpd's own log repeats every command line; ours has what matters.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
