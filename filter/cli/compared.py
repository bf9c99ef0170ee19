"""`sievert replay --compare`: what another model, rulebook or configuration makes of the same mail, or what an earlier run made of it.

Says what OTHER is and prints the difference; judging is `lab.replay`'s, counting `lab.compare`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import click

from filter.cli.differing import difference_document, summary_document, tables
from filter.cli.labelling import tell
from filter.cli.output import EXIT_FINDING, console, damaged, escaped, json_line
from filter.cli.tallied import Meter
from filter.config.file import load
from filter.config.schema import Config
from filter.errors import UsageError
from filter.lab.bench import bench
from filter.lab.compare import Comparison, compared
from filter.lab.paired import Pair, paired
from filter.lab.running import Extent, Order, Run
from filter.store import runs
from filter.store.bundle import MANIFEST
from filter.store.rows import Row, row_from_json

RUNS = (".jsonl", ".jsonl.gz", ".csv", ".parquet")


class Limit(NamedTuple):
    """How much may turn: a share of the messages, or a count of them."""

    asked: str
    share: float | None
    messages: int

    def is_passed(self, comparison: Comparison) -> bool:
        """Whether more than that is disposed of otherwise."""
        most = self.messages if self.share is None else self.share * comparison.messages
        return comparison.turned > most


def limit(_context: click.Context, _option: click.Parameter, asked: str | None) -> Limit | None:
    """`0.5%` and `0.005` are shares, `20` is a count. BadParameter for what is neither."""
    if asked is None:
        return None
    try:
        number = float(asked.removesuffix("%"))
    except ValueError:
        number = -1.0
    if asked.endswith("%") and 0 <= number <= 100:
        return Limit(asked, number / 100, 0)
    if 0 < number < 1:
        return Limit(asked, number, 0)
    if number >= 0 and number.is_integer() and not asked.endswith("%"):
        return Limit(asked, None, int(number))
    raise click.BadParameter(f"{asked!r} is neither a share, such as 0.5% or 0.005, nor a count, such as 20")


def second(other: Path, config: Config) -> Config | None:
    """The configuration that OTHER stands for; None where it is an earlier run. UsageError where it is nothing of the kind."""
    if not other.exists():
        near = get_close_matches(other.name, [path.name for path in other.parent.glob("*")], 1)
        raise UsageError(f"{other}: no such file or folder" + (f"; did you mean {other.parent / near[0]}?" if near else ""))
    if other.is_dir():
        return _of_folder(other, config)
    if other.name.lower().endswith(RUNS):
        return None
    if other.suffix.lower() == ".toml":
        return load(other)
    raise UsageError(f"{other}: neither a configuration (.toml) nor an earlier run ({', '.join(RUNS)})")


def _of_folder(folder: Path, config: Config) -> Config:
    if (folder / MANIFEST).is_file():
        return config.model_copy(update={"model": config.model.model_copy(update={"path": folder})})
    if any(folder.glob("*/*.toml")):
        return config.model_copy(update={"rules": config.rules.model_copy(update={"path": folder})})
    if inner := sorted(folder.glob(f"*/{MANIFEST}")):
        hint = f"did you mean {inner[0].parent}?"
    elif any(folder.glob("*.toml")):
        hint = f"a rule lies in a folder of its theme: did you mean {folder.parent}?"
    else:
        hint = "give a model, rules, a configuration (.toml) or an earlier run (.jsonl, .csv, .parquet)"
    raise UsageError(f"{folder}: neither a model ({MANIFEST}) nor rules (<theme>/<id>.toml); {hint}")


def backtest(order: Order, extents: tuple[Extent, ...], other: Path, most: Limit | None, shape: str) -> None:
    """Judge, compare and print. Exit status 1 where more turned than `most`."""
    another = second(other, order.config)
    if another and bench(another).makes == bench(order.config).makes:
        raise UsageError(f"{other} judges all mail as this configuration does: there is nothing to compare")
    run = Run(order, damaged)
    with Meter(run.tally, extents) as meter:
        pairs = _both(run, another, meter) if another else paired(runs.read(other), _rows(run, meter))
        comparison = compared(pairs, lambda found: json_line(difference_document(found)) if shape == "jsonl" else None)
    _check(comparison, other, run.tally.messages)
    passed = most is not None and most.is_passed(comparison)
    if shape == "jsonl":
        names = ("this configuration", str(other)) if another else (str(other), "this configuration")
        json_line({"summary": {**summary_document(comparison, names), "limit": most and most.asked, "limit_passed": passed}})
    else:
        _print(comparison, other, another is None)
    tell(run.tally.conflicts, run.tally.matched)
    if most and passed:
        share = comparison.turned / comparison.messages
        told = f"{comparison.turned:,} of {comparison.messages:,} messages ({share:.3%}) are disposed of otherwise"
        click.echo(f"sievert: {told}: over the limit of {most.asked}", err=True)
        raise click.exceptions.Exit(EXIT_FINDING)


def _both(run: Run, other: Config, meter: Meter) -> Iterator[Pair]:
    for line, another in run.lines_of_both(other):
        meter.moved()
        yield _row(line), _row(another)


def _rows(run: Run, meter: Meter) -> Iterator[Row]:
    for line in run.lines():
        meter.moved()
        yield _row(line)


def _row(line: bytes) -> Row:
    return row_from_json(json.loads(line))


def _check(comparison: Comparison, other: Path, here: int) -> None:
    if not here:
        raise UsageError("no message found there")
    if not comparison.messages:
        first = next((escaped(row.path) for row in _first(runs.read(other))), "")
        names = f"; write the archives as it has them: its first message is {first}" if first else ": it is empty"
        raise UsageError(f"{other} has none of these messages{names}")


def _first(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield row
        return


def _print(comparison: Comparison, other: Path, is_run: bool) -> None:
    names = (str(other), "this configuration") if is_run else ("this configuration", str(other))
    for table in tables(comparison, names):
        console().print(table, "")
