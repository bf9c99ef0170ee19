"""`sievert replay --learn-history`: past mail remembered as the relay remembers what it delivers. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from filter.assemble import build_site
from filter.cli.output import console, damaged, escaped, json_line
from filter.config.schema import Config
from filter.errors import UsageError
from filter.store.archives import open_path
from filter.store.backfill import Replayed, learn
from filter.store.history import opened

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


def backfill(paths: tuple[str, ...], config: Config, shape: str) -> None:
    """Have the mail at these paths remembered, and show how much there was. UsageError where no history is kept or nothing is there."""
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
        for _, content in open_path(path, damaged):
            yield content
            progress.advance(task)
        progress.update(task, total=progress.tasks[task].completed)


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
