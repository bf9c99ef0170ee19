"""`sievert replay`: archives of past mail, judged as the relay would have judged them, on all cores; or learnt as history."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import NoReturn

import click

from filter.cli.backfilled import backfill
from filter.cli.compared import Limit, backtest, limit
from filter.cli.labelling import labels_option, tell
from filter.cli.output import config_option, damaged, escaped, format_option
from filter.cli.tallied import Meter, show
from filter.config.file import load
from filter.errors import UsageError
from filter.lab.running import Order, Run, extent, facts
from filter.lab.workforce import Workforce
from filter.store.labels import collect
from filter.store.runs.part import Part, files_of


@click.command(
    epilog="""\b
Examples:
  sievert replay Maildir/ 2023.mbox archive.tar.zst              what the thresholds would have made of it
  sievert replay --out run.parquet archives/                     a row a message, to tune thresholds on
  sievert replay --out run.jsonl --labels folders archives/      with the folders' names for labels
  sievert replay --out run.jsonl --cluster tcp://192.0.2.1:8786 archives/
  sievert replay --compare models/new archives/                  what another model, rules or .toml would do otherwise
  sievert replay --compare run.jsonl --limit 0.1% archives/      what is judged otherwise than in an earlier run
  sievert replay --learn-history Sent/ Maildir/                  past mail remembered, before the relay first starts
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="ARCHIVE...")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where rows go: .jsonl, .csv or .parquet; - for JSON lines.")
@click.option("--anew", is_flag=True, help="Begin again: forget what an interrupted run left, replace what is at --out.")
@click.option("--jobs", type=click.IntRange(1, 1_000), metavar="N", help="Processes that judge.  [default: one a core]")
@click.option("--cluster", default="", metavar="tcp://HOST:PORT", help="Judge on the workers of this Dask scheduler.")
@click.option(
    "--compare",
    type=click.Path(path_type=Path),
    metavar="OTHER",
    help="Tell which messages differ and why: from an earlier run, or if this model, these rules or this configuration took over.",
)
@click.option(
    "--limit", callback=limit, metavar="RATE|COUNT", help="With --compare: exit status 1 if the disposition of more than that changes."
)
@click.option("--learn-history", is_flag=True, help="Judge nothing; remember who wrote to whom and when, as the relay does.")
@labels_option
@format_option
@config_option
def replay(
    *,
    paths: tuple[str, ...],
    out: Path | None,
    anew: bool,
    jobs: int | None,
    cluster: str,
    compare: Path | None,
    limit: Limit | None,
    learn_history: bool,
    labels: tuple[str, ...],
    shape: str,
    config_file: Path | None,
) -> None:
    """Judge past mail: an .eml file, an mbox, a Maildir, a folder or an archive of these, or - for standard input.

    Without --out only the summary is told. What is damaged is said and passed over. An interrupted run is taken up by the same command.
    With --learn-history, messages count by the date of their topmost Received, else of their Date, and as incoming or outgoing by
    [site] domains; the same message is learnt once, however often it is given; what a label calls unwanted is not learnt.
    """
    config = load(config_file)
    if learn_history:
        _alone(out=out, anew=anew, jobs=jobs, cluster=cluster, compare=compare, limit=limit)
        backfill(paths, config, collect(labels, config), shape)
        return
    _together(out=out, anew=anew, jobs=jobs, cluster=cluster, compare=compare, limit=limit)
    with _interruptible():
        order = Order(config, paths, collect(labels, config), Workforce(jobs or -1, cluster))
        streamed = out is not None and str(out) == "-"
        own = files_of(out) if out and not streamed else ()
        extents = tuple(extent(path, own) for path in paths)
        if compare:
            backtest(order, extents, compare, limit, shape)
            return
        run = Run(order, damaged, own)
        part = Part(out, facts(order, extents, labels), anew=anew) if out and not streamed else None
        with Meter(run.tally, extents) as meter, part or nullcontext():
            _carry_out(run, meter, part, streamed)
    show(run.tally, meter, out, shape, err=streamed)
    tell(run.tally.conflicts, run.tally.matched)


def _carry_out(run: Run, meter: Meter, part: Part | None, streamed: bool) -> None:
    """All of it: judged, kept, and made a file of its kind."""
    try:
        for line in run.lines(part.done(_say) if part else ()):
            if part:
                part.add(line)
            elif streamed:
                sys.stdout.buffer.write(line)
            meter.moved()
        if not run.tally.messages:
            if part:
                part.discard()
            raise UsageError("no message found there")
        if part:
            meter.finishing()
            part.finish()
    except KeyboardInterrupt:
        if part:
            raise KeyboardInterrupt(f"{part.count():,} messages are done, in {part.path}; the same command goes on from there") from None
        raise


def _say(line: str) -> None:
    click.echo(f"sievert: {escaped(line)}", err=True)


@contextmanager
def _interruptible() -> Iterator[None]:
    """An interrupt (Ctrl-C, or SIGTERM) ends the command with one line and the shell's status for it; a second one waits for nothing,
    for a thread that reads a pipe where nothing comes would keep the first from its end."""
    ends = [signal.SIGINT]

    def stop(number: int, _frame: object) -> NoReturn:
        if len(ends) > 1:
            os.write(2, b"sievert: stopped at once\n")
            os._exit(128 + number)
        ends.append(signal.Signals(number))
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except KeyboardInterrupt as stopped:
        click.echo(f"sievert: stopped: {str(stopped) or 'nothing is kept'}", err=True)
        sys.exit(128 + ends[-1])
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _together(*, out: Path | None, anew: bool, jobs: int | None, cluster: str, compare: Path | None, limit: Limit | None) -> None:
    """UsageError for options that say nothing together."""
    if jobs and cluster:
        raise UsageError("--jobs is for this machine; a cluster has the workers that it has")
    if anew and not out:
        raise UsageError("--anew is for --out: without it nothing is kept, so every run begins anew")
    if compare and out:
        raise UsageError("--out keeps one run, --compare tells of two: write both with --out, or give the first to --compare")
    if limit and not compare:
        raise UsageError("--limit is for --compare: it bounds what differs")


def _alone(**options: object) -> None:
    """--learn-history writes no rows: an option that is about them was meant for something else."""
    for name, value in options.items():
        if value:
            raise UsageError(f"--{name} is about rows, and --learn-history writes none")
