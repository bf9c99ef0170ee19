"""`sievert serve`: the rooms wired together, and the relay run until it is told to stop. No mail is touched here."""

from __future__ import annotations

import asyncio
import logging
import os
import select
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TextIO, cast

import click
import structlog

from filter.assemble import Trial, build_judge, build_policies, build_site, build_trial
from filter.config.file import load
from filter.config.relay import NextHop
from filter.config.schema import Config
from filter.errors import StoreError
from filter.judge.judge import Judge
from filter.judge.policy import Policies
from filter.judge.site import Site
from filter.smtp.apart import Apart
from filter.smtp.intake import Budget
from filter.smtp.ports import Sockets
from filter.smtp.recall import Recall
from filter.smtp.relay import Relay
from filter.smtp.shadow import Shadow
from filter.smtp.supervisor import Supervisor
from filter.smtp.worker import Heart, live
from filter.store.differences import Differences
from filter.store.history import History
from filter.store.journal import Journal
from filter.store.quarantine import Quarantine


@dataclass(frozen=True, slots=True)
class Setup:
    """What a generation of workers shares: configuration, model and rules, the thresholds, what the site says of itself, what is tried."""

    config: Config
    judge: Judge
    policies: Policies
    site: Site
    trial: Trial | None


@click.command(
    epilog="""\b
Examples:
  sievert serve                               listen on 127.0.0.1:10025, deliver to a Maildir under sievert-state
  sievert serve --config /etc/sievert.toml    as the file says; docs/postfix.md puts it in front of Postfix
  kill -HUP $PID                              load configuration, model and rules anew, without losing a session
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

    SIGHUP loads everything anew. SIGTERM or SIGINT ends it, once the transactions under way are finished.
    """
    _log_to_stderr()
    supervisor = Supervisor(lambda: _setup(load(config_file)), _work)
    raise click.exceptions.Exit(supervisor.run(_announce))


def _setup(config: Config) -> Setup:
    # Made here once: several workers that made a database at the same time would lock each other out.
    hostname = config.relay.hostname or socket.getfqdn()  # once: a slow resolver would keep every worker from starting
    config = config.model_copy(update={"relay": config.relay.model_copy(update={"hostname": hostname})})
    Quarantine(config.store.quarantine).close()
    Journal(config.store.journal).close()
    if config.history.days:
        try:
            History(config.history.url, config.history.days).close()
        except StoreError as error:
            structlog.get_logger("filter.smtp").error("no history: mail is judged without its past", cause=str(error))
    judge = build_judge(config)
    trial = build_trial(config, judge)
    if trial:
        with closing(Differences(config.store.journal)) as differences:
            differences.begin(trial.id, datetime.now(UTC))
        _tell_sides(config, judge, trial)
    return Setup(config, judge, build_policies(config), build_site(config), trial)


def _tell_sides(config: Config, judge: Judge, trial: Trial) -> None:
    """To the log: who judges, and who does in its shadow."""
    other = trial.judge or judge
    facts: dict[str, object] = {
        "model": judge.model.id,
        "rulebook": judge.rulebook.id,
        "trial": trial.id,
        "tried": str(config.shadow.config),
    }
    facts |= {"shadow_model": other.model.id, "shadow_rulebook": other.rulebook.id, "judged_again": trial.judge is not None}
    structlog.get_logger("filter.smtp").info("judging in shadow", **facts)


def _work(setup: Setup, sockets: Sockets, heart: Heart, lifeline: int, ready: Callable[[], None]) -> None:
    """A worker's life. It opens the stores itself: a database connection does not survive a fork."""
    store = setup.config.store
    with (
        _shadow(setup) as shadow,
        closing(Quarantine(store.quarantine)) as quarantine,
        closing(Journal(store.journal)) as journal,
        _recall(setup) as recall,
    ):
        relay = Relay(setup.config, setup.judge, setup.policies, quarantine, journal, recall=recall, shadow=shadow).on(sockets)
        asyncio.run(live(relay, heart, lifeline, ready))


@contextmanager
def _shadow(setup: Setup) -> Iterator[Callable[[Budget], Shadow] | None]:
    """What makes the shadow; None where nothing is tried. First of all, since it may fork."""
    if setup.trial is None:
        yield None
        return
    made = None
    with ExitStack() as stack:
        try:
            other = setup.trial.judge
            judge = stack.enter_context(closing(Apart(other.judge, setup.config.relay.judge_seconds))) if other else None
            differences = stack.enter_context(closing(Differences(setup.config.store.journal)))
            made = partial(Shadow, setup.trial, setup.policies, differences, judge)
        except (OSError, StoreError) as error:  # mail goes on without
            structlog.get_logger("filter.smtp").error("nothing is judged in shadow by this worker", cause=str(error))
        yield made


@contextmanager
def _recall(setup: Setup) -> Iterator[Recall | None]:
    """What remembers correspondents; None where none is kept."""
    section = setup.config.history
    if not section.days:
        yield None
        return
    with closing(Recall(lambda: History(section.url, section.days), setup.site.domains, setup.site.authserv_ids)) as recall:
        yield recall


def _announce(config: Config, ports: tuple[int, ...]) -> None:
    for listen, port in zip(config.listen, ports, strict=True):
        click.echo(f"sievert: listening on {listen.host} port {port}, mail goes to {_where(config.next_hop)}")
    sys.stdout.flush()


def _where(next_hop: NextHop) -> str:
    if next_hop.kind == "maildir":
        return f"the Maildir {next_hop.path}"
    return ", else ".join(map(str, next_hop.servers))


class _StandardError:
    """Where the log goes. A line is one write, because workers share the file. One that fails, as on a full disk, or would have to
    wait, as for a pipe that nobody reads, is lost: a log must not stop the mail."""

    def __init__(self) -> None:
        self._poll = select.poll()
        self._poll.register(2, select.POLLOUT)

    def write(self, text: str) -> None:
        with suppress(OSError):
            if self._poll.poll(0):
                os.write(2, text.encode(errors="backslashreplace"))

    def flush(self) -> None:
        """Nothing waits."""


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
        logger_factory=structlog.WriteLoggerFactory(cast("TextIO", _StandardError())),
        cache_logger_on_first_use=True,
    )
    # aiosmtpd's own log repeats every command line; ours has what matters.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
