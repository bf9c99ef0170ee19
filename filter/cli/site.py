"""`sievert site`: what past mail says of the site itself, for a person to approve. Nothing is applied by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from filter.cli.output import console, counted, damaged, json_line
from filter.cli.suggested import lists, table, told, toml
from filter.errors import UsageError
from filter.lab.suggest import DOMAIN, suggest
from filter.store.archives import open_path
from filter.store.sitelists import write_lists


@click.group(
    epilog="""\b
Examples:
  sievert site suggest Maildir/ sent.mbox        own domains, VIPs and suppliers that past mail speaks for
"""
)
def site() -> None:
    """Find out what the site is: its domains, VIPs and suppliers, whose names impostors borrow."""


@site.command(
    "suggest",
    epilog="""\b
Examples:
  sievert site suggest Maildir/                          a table with the evidence, on a terminal
  sievert site suggest Maildir/ sent.mbox >> sievert.toml
                                                         the same as [site] tables, to read and correct there
  sievert site suggest --out site-lists archive.tar.gz   the same as a folder of lists, for site.folder
  sievert site suggest --format jsonl Maildir/ | jq -r 'select(.kind == "vip") | .name'
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="ARCHIVE...")
@click.option(
    "--format",
    "shape",
    type=click.Choice(("table", "toml", "jsonl")),
    help="A table (the default on a terminal), TOML to paste (the default elsewhere), or a JSON document a line.",
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Write lists into FOLDER instead.")
def suggest_site(paths: tuple[str, ...], shape: str | None, out: Path | None) -> None:
    """Propose the [site] part of a configuration from past mail.

    ARCHIVE is an .eml file, an mbox, a Maildir, a folder or an archive of these, or - for standard input: mail that the site received,
    and better also what it sent. Each proposal says what speaks for it. Read them: an impostor may have written some of that mail.
    """
    screen = console()
    proposals = suggest(_mails(paths))
    if not any(one.kind == DOMAIN for one in proposals):
        why = "without which nothing else is: Received and Delivered-To of mail that the site received show it"
        click.echo(f"sievert: no own domain found, {why}", err=True)
    if out is not None:
        if proposals:  # a folder of nothing would be refused as site.folder
            write_lists(out, lists(proposals))
            click.echo(f"{len(proposals)} proposals written to {out}; read them, then set site.folder", err=True)
    elif shape == "jsonl":
        for one in proposals:
            json_line(told(one))
    elif shape == "toml" or (shape is None and not screen.is_terminal):
        click.echo(toml(proposals), nl=False)
    else:
        screen.print(table(proposals))


def _mails(paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Every mail at every path."""
    read = 0
    for read, mail in enumerate(counted(chain.from_iterable(open_path(path, damaged) for path in paths), "mails read"), 1):  # noqa: B007
        yield mail
    if not read:
        raise UsageError("no message found there")
