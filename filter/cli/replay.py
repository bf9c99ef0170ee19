"""`sievert replay`: archives of past mail, message by message in their order. So far they are learnt, not judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from filter.assemble import build_site
from filter.cli.output import config_option, console, escaped, format_option, json_line
from filter.config.file import load
from filter.errors import UsageError
from filter.store.archives import open_path
from filter.store.history import opened
from filter.store.replay import Replayed, learn

_MEANS = {
    "read": "messages",
    "incoming": "from outside, or from one of the site to another",
    "outgoing": "from the site to somebody outside",
    "learnt": "of these told something new",
    "known": "of these were known already",
    "unwanted": "passed over: stamped as unwanted or unjudged",
    "undated": "passed over: no date",
    "old": "passed over: older than history.days",
    "silent": "passed over: no sender, or an automatic answer",
}


@click.command(
    epilog="""\b
Examples:
  sievert replay --learn-history Maildir/ archive.mbox           past mail, before the relay first starts
  sievert replay --learn-history Sent/ --config /etc/sievert.toml
Give it wanted mail, and what the site sent; leave folders of junk out.
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="ARCHIVE...")
@click.option("--learn-history", is_flag=True, help="Remember who wrote to whom and when, as the relay does of what it delivers.")
@format_option
@config_option
def replay(paths: tuple[str, ...], learn_history: bool, shape: str, config_file: Path | None) -> None:
    """Go through past mail: an .eml file, an mbox, a Maildir, a folder or an archive of these, or - for standard input.

    Messages count by the date of their topmost Received, else of their Date, and as incoming or outgoing by [site] domains. The same
    message is learnt once, however often it is given and though the relay delivered it.
    """
    if not learn_history:
        raise UsageError("nothing to do: give --learn-history, which is all that replay can do so far")
    config = load(config_file)
    if not config.history.days:
        raise UsageError("history.days is 0: no history is kept")
    own = build_site(config).domains
    if not own:
        raise UsageError('the mail that the site sent would count as incoming: set [site] domains, such as domains = ["example.com"]')
    with opened(config.history.url, config.history.days, create=True) as history, _progress() as progress:
        replayed = learn(history, _contents(paths, progress), own, datetime.now(UTC))
    if not replayed.read:
        raise UsageError("no message found there")
    _show(replayed, shape)


def _contents(paths: tuple[str, ...], progress: Progress) -> Iterator[bytes]:
    """Every message of every path; what is damaged is said on standard error and passed over."""
    for path in paths:
        task = progress.add_task(escaped(path), total=None)  # nobody knows how many there are without reading them all
        for _, content in open_path(path, _damaged):
            yield content
            progress.advance(task)
        progress.update(task, total=progress.tasks[task].completed)


def _damaged(name: str, why: str) -> None:
    click.echo(f"sievert: {escaped(name)}: skipped: {why}", err=True)


def _progress() -> Progress:
    """A bar for each archive, on standard error."""
    counted = TextColumn("{task.completed:.0f} messages")
    return Progress(TextColumn("{task.description}", markup=False), BarColumn(), counted, TimeElapsedColumn(), console=Console(stderr=True))


def _show(replayed: Replayed, shape: str) -> None:
    counts = {kind: int(getattr(replayed, kind)) for kind in _MEANS}
    if shape == "jsonl":
        json_line(counts)
        return
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column("count", justify="right")
    for kind, count in counts.items():
        if count or kind in ("read", "learnt"):
            table.add_row(str(count), kind, _MEANS[kind])
    console().print(table)
