"""`sievert learn`: labelled mail, or decisions on held mail, to lessons on top of the shipped model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.table import Table

from filter.assemble import build_base_judge
from filter.cli.output import config_option, console, escaped, format_option, json_line
from filter.config.file import load
from filter.config.schema import Config
from filter.errors import UsageError
from filter.lab.learn import Labelled, Learner, Learnt
from filter.store.archives import open_path
from filter.store.lessons import opened
from filter.store.quarantine import Held, Quarantine, State

_PATH = click.Path(exists=True, path_type=str)


@click.command(
    epilog="""\b
Examples:
  sievert learn --ham missed.eml                    it was wanted; do not hold its like again
  sievert learn --ham Maildir/ --spam junk.mbox     two folders of past mail
  sievert learn --from-quarantine                   every released message is a lesson: it was wanted
Then: sievert model log, and a reload of the relay (SIGHUP), which judges by it from then on.
"""
)
@click.option("--ham", "ham", multiple=True, type=_PATH, metavar="PATH", help="Wanted mail; may be given again.")
@click.option("--spam", "spam", multiple=True, type=_PATH, metavar="PATH", help="Unwanted mail of any kind; may be given again.")
@click.option("--from-quarantine", is_flag=True, help="Held messages that were released, as wanted.")
@format_option
@config_option
def learn(ham: tuple[str, ...], spam: tuple[str, ...], from_quarantine: bool, shape: str, config_file: Path | None) -> None:
    """Teach this site's layer, one message at a time.

    PATH is an .eml file, an mbox, a Maildir, a folder or an archive of these. A message that was learnt already is passed over; one with
    another label than before is learnt anew. The shipped model stays as it is: sievert model revert takes any lesson back.
    """
    config = load(config_file)
    if not (ham or spam or from_quarantine):
        raise UsageError("nothing to learn: give --ham PATH, --spam PATH or --from-quarantine")
    labelled = [*_read(ham, unwanted=False), *_read(spam, unwanted=True)]
    if from_quarantine:
        labelled += _released(config)
    _show(teach(config, _by_turns(labelled)), shape)


def teach(config: Config, labelled: Iterable[Labelled]) -> Iterator[Learnt]:
    """Learn each by the configuration's model and keep its lesson."""
    with opened(config.store.lessons, create=True) as lessons:
        yield from Learner(build_base_judge(config), lessons, lambda: datetime.now(UTC)).learn(labelled)


def held_as(message: Held, *, unwanted: bool) -> Labelled:
    """A held message as a lesson."""
    return Labelled(f"quarantine {message.id}", message.content or b"", unwanted)


def _read(paths: tuple[str, ...], *, unwanted: bool) -> Iterator[Labelled]:
    for path in paths:
        for name, content in open_path(path, _damaged):
            yield Labelled(name, content, unwanted)


def _released(config: Config) -> Iterator[Labelled]:
    quarantine = Quarantine(config.store.quarantine, create=False)
    for row in quarantine.list(State.RELEASED, limit=1_000_000):
        message = quarantine.show(row.id)
        if message.content is not None:
            yield held_as(message, unwanted=False)


def _by_turns(labelled: list[Labelled]) -> list[Labelled]:
    """Wanted and unwanted mail in even turns: a long row of one kind first would teach that kind alone."""
    sides = [[one for one in labelled if one.unwanted is side] for side in (False, True)]
    placed = [((place + 0.5) / len(side), one) for side in sides for place, one in enumerate(side)]
    return [one for _, one in sorted(placed, key=lambda pair: pair[0])]


def _damaged(name: str, why: str) -> None:
    click.echo(f"sievert: {escaped(name)}: skipped: {why}", err=True)


def _show(learnt: Iterable[Learnt], shape: str) -> None:
    table = Table("lesson", "message", "label", "score before", "after", show_edge=False)
    count = 0
    for count, one in enumerate(learnt, 1):  # noqa: B007  (counted for what follows)
        label = "unwanted" if one.labelled.unwanted else "wanted"
        if shape == "jsonl":
            known = {"lesson": one.number or None, "path": one.labelled.source, "label": label}
            json_line({**known, "before": one.before, "after": one.after})
        else:
            number = str(one.number) if one.number else "known"
            table.add_row(number, escaped(one.labelled.source), label, f"{one.before:.2f}", f"{one.after:.2f}")
    if not count:
        raise UsageError("no message found there")
    if shape != "jsonl":
        console().print(table)
