"""`sievert model`: what a bundle says of itself and whether it is whole; what two differ in; what a site taught, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from filter.assemble import DEFAULT_MODEL
from filter.cli.output import EXIT_FINDING, config_option, console, escaped, format_option, json_line
from filter.config.file import load
from filter.errors import BundleError, UsageError
from filter.store import bundle
from filter.store.database import shown
from filter.store.lessons import Noted, logged, opened
from filter.store.shipped import shipped

_PATH = click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)


@click.group(
    epilog="""\b
Examples:
  sievert model show                 the shipped model: corpora, terms, figures
  sievert model verify models/mine   hashes, schema and golden log-odds of another
  sievert model diff models/mine     what another differs in from the shipped one
  sievert model log                  what this site taught
  sievert model revert 17            take a lesson back
"""
)
def model() -> None:
    """Model bundles, and what a site taught on top of one."""


@model.command(epilog="\b\nExample:\n  sievert model show --format jsonl | jq .metrics")
@_PATH
@format_option
def show(folder: Path | None, shape: str) -> None:
    """The manifest of a bundle; without FOLDER, of the shipped one."""
    where = folder or shipped(DEFAULT_MODEL)
    manifest = bundle.read_manifest(where)
    with _sound(where):
        if shape == "jsonl":
            json_line(manifest)
        else:
            click.echo("\n".join(map(escaped, _lines(manifest))))


@contextmanager
def _sound(where: Path) -> Iterator[None]:
    """BundleError where a manifest does not say what a model's says."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BundleError(f"{where / bundle.MANIFEST}: not a model's manifest: {type(error).__name__}: {error}") from error


@model.command(epilog="\b\nExample:\n  sievert model verify && systemctl restart sievert")
@_PATH
def verify(folder: Path | None) -> None:
    """Check hashes, schema and golden log-odds; exit status 2 with the reason where one fails."""
    where = folder or shipped(DEFAULT_MODEL)
    with _sound(where):
        tuple(_lines(bundle.read_manifest(where)))
    click.echo(f"{where}: model {bundle.load(where).id} is whole and judges as it did when it was trained")


@model.command(epilog="\b\nExample:\n  sievert model diff models/mine models/default")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.argument("other", type=click.Path(path_type=Path, file_okay=False), required=False)
@format_option
def diff(folder: Path, other: Path | None, shape: str) -> None:
    """What FOLDER's model has otherwise than OTHER's (without it: the shipped one's): weights, corpora, figures.

    Exit status 1 where they differ. For the messages on which they differ: sievert evaluate --beside.
    """
    places = (folder, other or shipped(DEFAULT_MODEL))
    one, two = map(bundle.compared, places)
    rows = [(key, one.get(key), two.get(key)) for key in dict.fromkeys((*one, *two)) if one.get(key) != two.get(key)]
    if shape == "jsonl":
        try:
            for key, mine, theirs in rows:
                json_line({"what": key, "one": mine, "other": theirs})
        except ValueError as error:
            raise BundleError(f"{places[0]} or {places[1]}: {key} is no JSON: {error}") from error
    elif rows:
        table = Table("what", escaped(str(folder)), escaped(str(other or "shipped")), show_edge=False)
        for row in rows:
            table.add_row(*(escaped(str(cell)) for cell in row))
        console().print(table)
    if rows:
        raise click.exceptions.Exit(EXIT_FINDING)


@model.command(epilog="\b\nExamples:\n  sievert model log\n  sievert model log --format jsonl | jq 'select(.label == \"unwanted\")'")
@format_option
@config_option
def log(shape: str, config_file: Path | None) -> None:
    """Every lesson this site taught, newest first, those taken back or replaced included."""
    place = load(config_file).store.lessons
    noted = logged(place)
    if shape == "jsonl":
        for one in noted:
            json_line(_document(one))
    elif noted:
        console().print(_table(noted))
    else:
        click.echo(f"nothing was learnt yet: no lesson in {shown(place)}", err=True)


@model.command(epilog="\b\nExamples:\n  sievert model revert 17 18\n  sievert model revert --after 16    every lesson since")
@click.argument("lessons", metavar="LESSON...", type=int, nargs=-1)
@click.option("--after", type=int, metavar="LESSON", help="Also all that were learnt after this one.")
@config_option
def revert(lessons: tuple[int, ...], after: int | None, config_file: Path | None) -> None:
    """Take lessons back: their steps count no more.

    A lesson that one of them had replaced, for the same message learnt with another label, stays replaced: learn the message again.
    A running relay judges so after its next reload (SIGHUP).
    """
    with opened(load(config_file).store.lessons) as kept:
        later = tuple(one.number for one in kept.log() if after is not None and one.number > after and one.standing)
        if not (numbers := tuple(dict.fromkeys((*lessons, *later)))):
            raise UsageError("no lesson named, or none stands after that one; see sievert model log")
        kept.revert(numbers)
    click.echo(f"taken back: {', '.join(map(str, numbers))}")


def _document(noted: Noted) -> dict[str, Any]:
    """A lesson for programs, under the names that `sievert learn` gives it."""
    return {
        "lesson": noted.number,
        "path": noted.source,
        "label": _label(noted),
        "before": noted.before,
        "after": noted.after,
        "state": "replaced" if noted.replaced_by else _state(noted),
        "replaced_by": noted.replaced_by or None,
        "learnt": noted.learnt.isoformat(),
        "mail": noted.mail,
        "model": noted.model,
    }


def _table(noted: tuple[Noted, ...]) -> Table:
    table = Table("lesson", "learnt (UTC)", "label", "score before", "after", "state", "message", show_edge=False)
    for one in noted:
        scores = (f"{one.before:.2f}", f"{one.after:.2f}")
        table.add_row(str(one.number), f"{one.learnt:%Y-%m-%d %H:%M:%S}", _label(one), *scores, _state(one), escaped(one.source))
    if any(_state(one) == "idle" for one in noted):
        table.caption = "idle: learnt with other features than this version's, and not counted; learn the message again"
    return table


def _label(noted: Noted) -> str:
    return "unwanted" if noted.unwanted else "wanted"


def _state(noted: Noted) -> str:
    if noted.replaced_by:
        return f"replaced by {noted.replaced_by}"
    if not noted.standing:
        return "taken back"
    return "stands" if noted.usable else "idle"


def _lines(manifest: bundle.Manifest) -> Iterator[str]:
    """What a manifest says, for people."""
    yield f"model {manifest['id']}, features {manifest['schema']}"
    for corpus in manifest["corpora"]:
        yield f"  {corpus['name']}: {_counts(corpus['trained_on'])} ({corpus['terms']})"
    for pair in manifest["metrics"]["pairs"]:
        recalls = ", ".join(f"{share['rate']:.3f} at {float(rate):.1%}" for rate, share in pair["recall"].items())
        yield f"  {pair['title']}: recall {recalls}"


def _counts(trained_on: dict[str, Any]) -> str:
    return ", ".join(f"{count:,} {label}" for label, count in trained_on.items())
