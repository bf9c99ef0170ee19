"""`--labels`, as commands share it, and how is told what is wrong with labels. Finds no label itself."""

from __future__ import annotations

from typing import Any

import click

from filter.cli.output import Command, escaped
from filter.store.labels import DEFAULT, SOURCES, Conflict, Conflicts, Label, Matched

SHOWN = 10
"""Conflicts told on a terminal; JSON has all that were kept."""


def labels_option(command: Command) -> Command:
    """`--labels SOURCE`, given to the command as `labels`: what `filter.store.labels.collect` takes."""
    why = (
        f"Where labels come from: {', '.join(SOURCES)}, or a CSV file with columns label and id, message_id or path; "
        "may be given again. What is given takes the place of the default; x-spam is the opinion of other filters."
    )
    option = click.option("--labels", multiple=True, default=DEFAULT, show_default=True, metavar="SOURCE|FILE.csv", help=why)
    return option(command)


def tell(conflicts: Conflicts, matched: Matched) -> None:
    """Say on standard error what is wrong with the labels of a run."""
    _tell_conflicts(conflicts)
    tell_unmatched(matched)


def _tell_conflicts(conflicts: Conflicts) -> None:
    """How many messages are labelled in contradiction, and the first of them."""
    if not conflicts.count:
        return
    click.echo(
        f"sievert: {conflicts.count:,} messages are labelled in contradiction; the most trusted source holds, of equals none:", err=True
    )
    for found in conflicts.listed[:SHOWN]:
        click.echo(f"  {escaped(found.path)}: {'; '.join(map(_told, found.said))}", err=True)
    if conflicts.count > SHOWN:
        click.echo(f"  and {conflicts.count - SHOWN:,} more", err=True)
    if conflicts.places:
        kept = "each row keeps the label of its place, and sievert tune leaves the message out"
        click.echo(f"  {conflicts.places:,} of these stand at several places under different labels: {kept}", err=True)


def tell_unmatched(matched: Matched) -> None:
    """Say on standard error which files have labels that found no message."""
    for file in matched.unmatched():
        where = f"the first that did not is in line {file.line}; a path must be as replay writes it"
        click.echo(f"sievert: {file.found:,} of {file.labels:,} labels in {escaped(file.file)} found a message; {where}", err=True)


def document(conflicts: Conflicts) -> dict[str, Any]:
    """For JSON lines: the count, and those that were kept."""
    return {"count": conflicts.count, "listed": [_document(found) for found in conflicts.listed]}


def _document(found: Conflict) -> dict[str, Any]:
    return {"path": found.path, "id": found.id, "said": [label._asdict() for label in found.said]}


def _told(label: Label) -> str:
    return f"{label.value} by {label.source}" + (f" ({escaped(label.detail)})" if label.detail else "")
