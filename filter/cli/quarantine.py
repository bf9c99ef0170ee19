"""`sievert quarantine`: what is held, and what becomes of it. The store keeps and the smtp room sends; this asks both."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from filter.cli.held import content_of, listing, printed, told
from filter.cli.output import EXIT_FINDING, config_option, console, escaped, format_option, json_line
from filter.config.file import load
from filter.config.schema import Config
from filter.store.quarantine import LISTED, Quarantine, State

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
  sievert quarantine list --state all --limit 1000
  sievert quarantine list --format jsonl | jq -r 'select(.cause == "bec") | .id'
""",
)
@click.option("--state", type=click.Choice(_STATES), default=State.HELD.value, show_default=True, help="Messages in this state.")
@click.option("--limit", type=click.IntRange(min=1), default=LISTED, show_default=True, help="At most so many, the newest.")
@format_option
@config_option
def list_held(state: str, limit: int, shape: str, config_file: Path | None) -> None:
    """One line a message, newest first."""
    with _opened(load(config_file)) as held:
        rows = held.list(None if state == "all" else state, limit)
    if shape == "jsonl":
        for row in rows:
            json_line(told(row))
    elif rows:
        console().print(listing(rows))
    else:
        click.echo("nothing here", err=True)


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
    it is held, and while it is on its way nobody else can release it. Exit status 1 if one was not released.
    """
    from filter.cli.release import release_one  # noqa: PLC0415  (only a release loads what talks to the next hop)

    config = load(config_file)
    asked_for = dict.fromkeys(ids)
    done = []
    with _opened(config) as held:
        for asked in asked_for:
            outcome = release_one(held, config, asked)
            done += [outcome.id] * outcome.released
            if shape == "jsonl":
                json_line({"id": outcome.id, "released": outcome.released, "reply": outcome.reply})
            else:
                verb = "released" if outcome.released else "not released"
                click.echo(f"{escaped(outcome.id)}: {verb}: {escaped(outcome.reply)}", err=not outcome.released)
        if learn and done:
            _learn(config, held, done, unwanted=False)
    if len(done) < len(asked_for):
        raise click.exceptions.Exit(EXIT_FINDING)


@quarantine.command(
    epilog="""\b
Examples:
  sievert quarantine delete 1k0yq2mq
  sievert quarantine list --format jsonl | jq -r .id | xargs sievert quarantine delete --yes
""",
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--learn", is_flag=True, help="And learn first that they were unwanted.")
@format_option
@config_option
def delete(ids: tuple[str, ...], yes: bool, learn: bool, shape: str, config_file: Path | None) -> None:
    """Remove messages for good.

    Envelope, subject and verdict stay.
    """
    config = load(config_file)
    with _opened(config) as held:
        messages = {message.id: replace(message, content=None) for message in map(held.show, ids)}
        if not yes:
            console().print(listing(tuple(messages.values())))
            click.confirm("Remove their content for good?", abort=True)
        if learn:
            _learn(config, held, messages, unwanted=True)
        for id_ in messages:
            held.delete(id_, datetime.now(UTC))
            if shape == "jsonl":
                json_line({"id": id_, "deleted": True})
            else:
                click.echo(f"{id_}: deleted")


def _learn(config: Config, held: Quarantine, ids: Iterable[str], *, unwanted: bool) -> None:
    from filter.cli.learn import learn_held  # noqa: PLC0415  (loads the model, which only learning needs)

    learn_held(config, held, ids, unwanted=unwanted)
