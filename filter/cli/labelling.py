"""`--labels`, as commands share it, and how conflicts between labels are told. Finds no label itself."""

from __future__ import annotations

from typing import Any

import click

from filter.cli.output import Command, escaped
from filter.store.labels import DEFAULT, SOURCES, Conflict, Conflicts, Label

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


def tell(conflicts: Conflicts) -> None:
    """Say on standard error how many messages are labelled in contradiction, and the first of them."""
    if not conflicts.count:
        return
    click.echo(
        f"sievert: {conflicts.count:,} messages are labelled in contradiction; the most trusted source holds, of equals none:", err=True
    )
    for found in conflicts.listed[:SHOWN]:
        click.echo(f"  {escaped(found.path)}: {'; '.join(map(_told, found.said))}", err=True)
    if conflicts.count > SHOWN:
        click.echo(f"  and {conflicts.count - SHOWN:,} more", err=True)


def document(conflicts: Conflicts) -> dict[str, Any]:
    """For JSON lines: the count, and those that were kept."""
    return {"count": conflicts.count, "listed": [_document(found) for found in conflicts.listed]}


def _document(found: Conflict) -> dict[str, Any]:
    return {"path": found.path, "id": found.id, "said": [label._asdict() for label in found.said]}


def _told(label: Label) -> str:
    return f"{label.value} by {label.source}" + (f" ({escaped(label.detail)})" if label.detail else "")
