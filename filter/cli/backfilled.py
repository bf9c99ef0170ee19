"""`sievert replay --learn-history`: past mail remembered as the relay remembers what it delivers. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from filter.assemble import build_site
from filter.cli.labelling import tell_unmatched
from filter.cli.output import console, damaged, escaped, json_line
from filter.config.schema import Config
from filter.errors import UsageError
from filter.store.archives import open_path
from filter.store.backfill import Labelled, Replayed, learn
from filter.store.history import opened
from filter.store.labels import Labels, Matched
from filter.store.unstamped import mail_id

_MEANS = {
    "read": "messages",
    "incoming": "from outside, or from one of the site to another",
    "outgoing": "from the site to somebody outside",
    "learnt": "of these told something new",
    "known": "of these were known already",
    "unwanted": "passed over: stamped as unwanted or unjudged",
    "junk": "passed over: called spam, phish or bec by a label (--labels), or labelled in contradiction",
    "undated": "passed over: no date",
    "old": "passed over: older than history.days",
    "silent": "passed over: no sender, or an automatic answer",
}


def backfill(paths: tuple[str, ...], config: Config, labels: Labels, shape: str) -> None:
    """Have the mail at these paths remembered, and show how much there was. UsageError where no history is kept or nothing is there."""
    if not config.history.days:
        raise UsageError("history.days is 0: no history is kept")
    own = build_site(config).domains
    if not own:
        raise UsageError('the mail that the site sent would count as incoming: set [site] domains, such as domains = ["example.com"]')
    matched = Matched(labels.files)
    with opened(config.history.url, config.history.days, create=True) as history, _progress() as progress:
        messages = _labelled(_messages(paths, progress), labels, matched, config.relay.subject_tag)
        replayed = learn(history, messages, own, datetime.now(UTC))
    if not replayed.read:
        raise UsageError("no message found there")
    _show(replayed, shape)
    tell_unmatched(matched)


def _labelled(messages: Iterable[tuple[str, bytes]], labels: Labels, matched: Matched, tag: str) -> Iterator[Labelled]:
    """Each message with what is said of it."""
    for path, content in messages:
        said = labels.said(path, content, mail_id(content, tag))
        matched.seen(said)
        yield content, said


def _messages(paths: tuple[str, ...], progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Every message of every path; what is damaged is said on standard error and passed over."""
    for path in paths:
        task = progress.add_task(escaped(path), total=None)  # nobody knows how many there are without reading them all
        for message in open_path(path, damaged):
            yield message
            progress.advance(task)
        progress.update(task, total=progress.tasks[task].completed)


def _progress() -> Progress:
    """A bar for each archive, on standard error where that is a terminal."""
    errors, counted = Console(stderr=True), TextColumn("{task.completed:.0f} messages")
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), counted, TimeElapsedColumn())
    return Progress(*columns, console=errors, disable=not errors.is_terminal)


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
