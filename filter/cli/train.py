"""`sievert train`: labelled corpora in, a model bundle out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from filter.assemble import DEFAULT_MODEL, build_policy
from filter.cli.output import Command
from filter.config.schema import Config
from filter.errors import UsageError
from filter.store import bundle
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped

Item = TypeVar("Item")
GOLDEN = Path(__file__).parent.parent / "demo"


def known(_context: click.Context, _option: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, if all are corpora's: a misspelt one would be trained on after all."""
    try:
        from filter.lab.corpora import BY_NAME  # noqa: PLC0415  (zstandard: of the extra)
    except ImportError as error:
        raise UsageError(f"needs {error.name} (pip install 'sievert[train]')") from None
    if unknown := [name for name in names if name not in BY_NAME]:
        raise click.BadParameter(f"no corpus is called {', '.join(unknown)}; there are {', '.join(BY_NAME)}")
    return names


def corpora_options(command: Command) -> Command:
    """`--corpora FOLDER`, `--own FOLDER`, `--without CORPUS`: which mail to learn from or to try a model on."""
    folder = click.Path(path_type=Path, exists=True, file_okay=False)
    why = "Folder of our own mail."
    command = click.option("--without", multiple=True, callback=known, metavar="CORPUS", help="Leave a corpus out; may be given again.")(
        command
    )
    command = click.option("--own", type=folder, default=Path("models/corpus"), show_default=True, help=why)(command)
    return click.option("--corpora", type=folder, required=True, help="Folder of <corpus>.tar.zst.")(command)


def _progress(console: Console) -> Progress:
    """Bars with what is counted, and the time that is left. On no terminal they show when each is done."""
    return Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console)


@click.command(
    epilog="""\b
Examples:
  sievert train --corpora corpora --out models/mine
  sievert train --corpora corpora --without phishing_pot --out models/free
""",
)
@corpora_options
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(DEFAULT_MODEL),
    show_default=True,
    help="Folder to write the bundle to.",
)
@click.option(
    "--beside",
    multiple=True,
    callback=known,
    metavar="CORPUS",
    help="Also train without this corpus, to show both models' figures in the card.",
)
def train(corpora: Path, own: Path, out: Path, without: tuple[str, ...], beside: tuple[str, ...]) -> None:
    """Train a model from a folder of corpora, prove it on mail held back, and write it as a bundle with its card.

    What --out names is new, empty, or holds a bundle, which is replaced. Needs the extra `train`. Splits are by time, application and
    author; the same input gives the same bundle.
    """
    from filter.lab import train as lab  # noqa: PLC0415  (scikit-learn: loaded only to train)
    from filter.lab.card import card  # noqa: PLC0415

    console = Console(stderr=True)
    bundle.check_place(out)  # before hours of training
    judged_by = (load_rulebook(shipped("rules")), build_policy(Config()))

    def say(what: str) -> None:
        console.print(f"[dim]{what}[/dim]")

    with _progress(console) as progress:

        def watch(items: Iterable[Item], what: str, total: int) -> Iterable[Item]:
            return progress.track(items, total, description=what)

        model, manifest, proof = lab.train(corpora, own, judged_by, without, say=say, watch=watch)
        other = None
        if beside:
            say(f"the same without {', '.join(beside)}")
            other = (", ".join(beside), lab.train(corpora, own, judged_by, without, say=say, watch=watch, beside=beside)[2].figures)
    golden = tuple(path.read_text(encoding="utf-8") for path in sorted(GOLDEN.glob("*.eml")))
    # Written beside and moved into place: a run that breaks off leaves the old bundle whole.
    with tempfile.TemporaryDirectory(dir=out.resolve().parent) as beside_out:
        saved = bundle.write(Path(beside_out) / "bundle", model.weights, manifest, golden, card(proof, without, other))
        bundle.put(Path(beside_out) / "bundle", out)
    click.echo(f"{out}: model {saved.id}")
