"""`sievert quarantine`: what is held, and what becomes of it. The store keeps and the smtp room sends; this asks both."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
import structlog

from filter.cli.deleted import Deletion, deleting, found
from filter.cli.held import content_of, listing, printed, told
from filter.cli.output import EXIT_FINDING, config_option, console, escaped, format_option, json_line
from filter.config.file import load
from filter.config.schema import Config
from filter.errors import StoreError
from filter.store.quarantine import LISTED, Quarantine, State, in_state
from filter.store.sought import Sought

if TYPE_CHECKING:
    from filter.cli.release import Outcome

_STATES = (*(state.value for state in State), "all")


@click.group(
    epilog="""\b
Examples:
  sievert quarantine list                         what is held, newest first
  sievert quarantine show 1k0yq2mq                one message: verdict, reasons, headers, first lines
  sievert quarantine release 1k0yq2mq             send it to the next hop after all
  sievert quarantine delete 1k0yq2mq --yes        remove its content
Any beginning of an id will do that names one message only.
"""
)
def quarantine() -> None:
    """List, show, release and delete held messages."""


@contextmanager
def _opened(config: Config) -> Iterator[Quarantine]:
    # A look into an empty place must not create it, perhaps for the wrong user.
    with closing(Quarantine(config.store.quarantine, create=False)) as opened:
        yield opened


@quarantine.command(
    "list",
    epilog="""\b
Examples:
  sievert quarantine list --recipient ann@example.org --sender @example.net
  sievert quarantine list --format jsonl | jq -r 'select(.cause == "bec") | .id'
Nothing is deleted by itself. All that was held, or released, for over 30 days:
  sievert quarantine list --older-than 30 --format jsonl | jq -r .id | xargs -r sievert quarantine delete --yes
  sievert quarantine list --older-than 30 --state released --format jsonl | jq -r .id | xargs -r sievert quarantine delete --yes
""",
)
@click.option("--state", type=click.Choice(_STATES), default=State.HELD.value, show_default=True, help="Messages in this state.")
@click.option("--recipient", metavar="ADDRESS", help="Only to this address; @example.org: to anybody there.")
@click.option("--sender", metavar="ADDRESS", help='Only from this envelope sender, or @domain; "" is the null sender.')
@click.option("--older-than", "days", type=click.IntRange(min=0, max=36500), metavar="DAYS", help="Only received longer ago.")
@click.option("--limit", type=click.IntRange(min=1), help=f"At most so many, the newest.  [default: {LISTED} in a table, all as jsonl]")
@format_option
@config_option
def list_held(
    *, state: str, recipient: str | None, sender: str | None, days: int | None, limit: int | None, shape: str, config_file: Path | None
) -> None:
    """One line a message, newest first."""
    before = None if days is None else datetime.now(UTC) - timedelta(days=days)
    sought = Sought(in_state(None if state == "all" else state), recipient, sender, before)
    with _opened(load(config_file)) as held:
        if shape == "jsonl":
            for row in held.each(sought, limit):
                json_line(told(row))
        else:
            _print_table(held, sought, limit or LISTED)


def _print_table(held: Quarantine, sought: Sought, limit: int) -> None:
    rows = tuple(held.each(sought, limit))
    if rows:
        console().print(listing(rows))
    else:
        click.echo("nothing here", err=True)
    if len(rows) == limit and (count := held.count(sought)) > limit:
        click.echo(f"{limit:,} of {count:,}; --limit or --format jsonl lists more", err=True)


@quarantine.command(
    epilog="""\b
Examples:
  sievert quarantine show 1k0yq2mq
  sievert quarantine show 1k0yq2mq --raw > message.eml
""",
)
@click.argument("id_", metavar="ID")
@click.option("--raw", is_flag=True, help="The message's octets and nothing else, exactly as they came.")
@format_option
@config_option
def show(id_: str, raw: bool, shape: str, config_file: Path | None) -> None:
    """One message: verdict, reasons, first lines."""
    with _opened(load(config_file)) as held:
        message = held.show(id_)
    if raw:
        sys.stdout.buffer.write(content_of(message))
    elif shape == "jsonl":
        json_line(told(message, whole=True))
    else:
        out = console()
        for part in printed(message):
            out.print(part)


@quarantine.command(
    epilog="""\b
Examples:
  sievert quarantine release 1k0yq2mq
  sievert quarantine release 1k0yq2mq 1k0yq3aa --config /etc/sievert.toml
""",
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--learn", is_flag=True, help="And learn that they were wanted, once they are released.")
@format_option
@config_option
def release(ids: tuple[str, ...], learn: bool, shape: str, config_file: Path | None) -> None:
    """Send held messages to the next hop.

    A line X-Sievert-Released goes in front. A message counts as released once the next hop said 250. Until then
    it is held, and while it is on its way nobody else can release it. One that was sent and got no answer may have
    arrived: it says so, and is on its way for 15 minutes. Exit status 1 if one was not released.
    """
    # What is logged of the next hop is nothing that was asked for.
    structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))
    from filter.cli.release import release_one  # noqa: PLC0415  (only a release loads what talks to the next hop)

    config = load(config_file)
    asked_for = dict.fromkeys(ids)
    done = []
    with _opened(config) as held:
        try:
            for asked in asked_for:
                outcome = release_one(held, config, asked)
                done += [outcome.id] * bool(outcome.released)
                _tell_released(shape, outcome)
        except KeyboardInterrupt as stopped:
            for note in getattr(stopped, "__notes__", ()):
                click.echo(note, err=True)
            raise
        if learn and done:
            _learn_released(config, held, done)
    if len(done) < len(asked_for):
        raise click.exceptions.Exit(EXIT_FINDING)


def _tell_released(shape: str, outcome: Outcome) -> None:
    if shape == "jsonl":
        json_line({"id": outcome.id, "released": outcome.released, "reply": outcome.reply})
    else:
        verb = {True: "released", False: "not released", None: "not noted as released"}[outcome.released]
        click.echo(f"{escaped(outcome.id)}: {verb}: {escaped(outcome.reply)}", err=not outcome.released)


@quarantine.command(
    epilog="""\b
Examples:
  sievert quarantine delete 1k0yq2mq
  sievert quarantine list --older-than 30 --format jsonl | jq -r .id | xargs -r sievert quarantine delete --yes
""",
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--learn", is_flag=True, help="And learn of each that is deleted that it was unwanted.")
@format_option
@config_option
def delete(ids: tuple[str, ...], yes: bool, learn: bool, shape: str, config_file: Path | None) -> None:
    """Remove messages for good.

    Envelope, subject and verdict stay, and when it was released. What was removed leaves the quarantine's files, which grow
    smaller. One that cannot be deleted stops no other. Exit status 1 if one was not deleted, or if what was removed could
    not leave the files yet.
    """
    config = load(config_file)
    told_of: list[Deletion] = []
    tell = partial(_tell_deleted, shape, told_of)
    with _opened(config) as held:
        messages = found(held, dict.fromkeys(ids), tell)
        if messages and not yes:
            console(err=True).print(listing(tuple(messages.values())))
            click.confirm("Remove their content for good?", abort=True, err=True)
        deleted = deleting(held, messages, tell)
        try:
            if learn:
                _learn_deleted(config, deleted)
            else:
                for _ in deleted:
                    pass
        finally:
            left = any(not one.reason for one in told_of) and _left_in_files(held)
    if left or any(one.reason for one in told_of):
        raise click.exceptions.Exit(EXIT_FINDING)


def _tell_deleted(shape: str, told_of: list[Deletion], one: Deletion) -> None:
    told_of.append(one)
    if shape == "jsonl":
        json_line({"id": one.id, "deleted": not one.reason, "reason": one.reason or None})
    elif one.reason:
        click.echo(f"{escaped(one.id)}: not deleted: {escaped(one.reason)}", err=True)
    else:
        click.echo(f"{one.id}: deleted")


def _left_in_files(held: Quarantine) -> bool:
    """Whether something of what was deleted is left in the files, which is said."""
    try:
        held.shrink()
    except StoreError as error:
        click.echo(f"what was deleted is still in the quarantine's files, until something else is deleted: {error}", err=True)
        return True
    return False


def _learn_released(config: Config, held: Quarantine, ids: list[str]) -> None:
    from filter.cli.learn import learn_released  # noqa: PLC0415  (loads the model, which only learning needs)

    learn_released(config, held, ids)


def _learn_deleted(config: Config, deleted: Iterator[tuple[str, bytes]]) -> None:
    from filter.cli.learn import learn_deleted  # noqa: PLC0415  (as above)

    learn_deleted(config, deleted)
