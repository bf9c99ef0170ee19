"""`sievert model`: what a model bundle says of itself, and whether it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from filter.assemble import DEFAULT_MODEL
from filter.cli.output import escaped, format_option, json_line
from filter.errors import BundleError
from filter.store import bundle
from filter.store.shipped import shipped

_PATH = click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)


@click.group(
    epilog="""\b
Examples:
  sievert model show                 the shipped model: corpora, terms, figures
  sievert model verify models/mine   hashes, schema and golden verdicts of another
"""
)
def model() -> None:
    """Show and verify model bundles."""


@model.command(epilog="\b\nExample:\n  sievert model show --format jsonl | jq .metrics")
@_PATH
@format_option
def show(folder: Path | None, shape: str) -> None:
    """The manifest of a bundle; without FOLDER, of the shipped one."""
    where = folder or shipped(DEFAULT_MODEL)
    manifest = bundle.read_manifest(where)
    if shape == "jsonl":
        json_line(manifest)
        return
    try:
        lines = tuple(_lines(manifest))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BundleError(f"{where / bundle.MANIFEST}: not a model's manifest: {type(error).__name__}: {error}") from error
    click.echo("\n".join(map(escaped, lines)))


@model.command(epilog="\b\nExample:\n  sievert model verify && systemctl restart sievert")
@_PATH
def verify(folder: Path | None) -> None:
    """Check hashes, schema and golden verdicts; exit status 2 with the reason where one fails."""
    where = folder or shipped(DEFAULT_MODEL)
    click.echo(f"{where}: model {bundle.load(where).id} is whole and judges as it did when it was trained")


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
