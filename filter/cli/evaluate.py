"""`sievert evaluate`: a model's figures on mail it never learnt, alone or beside another's, through the whole judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from filter.assemble import build_judge, build_policy
from filter.cli.output import Command, config_option, console, counted, damaged, format_option, json_line
from filter.cli.train import known
from filter.config.file import load
from filter.errors import UsageError
from filter.store import bundle

if TYPE_CHECKING:  # SciPy and joblib: loaded only where the command runs
    from filter.cli.figures import Beside, Report
    from filter.lab.corpora import Sample
    from filter.lab.scored import Scored

LABELS = {"ham": "Wanted mail", "spam": "Spam", "phish": "Phishing", "bec": "Business email compromise"}
FACTS = ("corpus", "year", "language", "kind", "markup", "link", "attachment", "length")
OWN = Path("models/corpus")

Archives = tuple[tuple[str, str], ...]
"""(label, path) pairs."""

_FOLDER = click.Path(path_type=Path, file_okay=False)


def sources(command: Command) -> Command:
    """Where the mail comes from: `--corpora`, `--own`, `--without`, or labelled archives, given to the command as `archives`."""
    for label, what in reversed(LABELS.items()):
        path = click.Path(exists=True, allow_dash=True, path_type=str)
        command = click.option(f"--{label}", multiple=True, type=path, metavar="PATH", help=f"{what}; may be given again.")(command)
    options = (
        click.option(
            "--corpora",
            type=click.Path(path_type=Path, exists=True, file_okay=False),
            help="Folder of <corpus>.tar.zst: their held-back mail.",
        ),
        click.option("--own", type=_FOLDER, help=f"Folder of our own mail, with --corpora.  [default: {OWN}]"),
        click.option("--without", multiple=True, callback=known, metavar="CORPUS", help="Leave a corpus out; may be given again."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def fractions(_context: click.Context, _option: click.Parameter, rates: tuple[float, ...]) -> tuple[float, ...]:
    """The rates, each once, the highest first; BadParameter for what is no rate."""
    if wrong := [rate for rate in rates if not 0 <= rate < 1]:
        raise click.BadParameter(f"{wrong[0]} is not from 0 to less than 1; 0.001 is one wanted mail in a thousand")
    return tuple(sorted(set(rates), reverse=True))


@click.command(
    epilog="""\b
Examples:
  sievert evaluate --corpora corpora
  sievert evaluate --ham Maildir/ --spam junk.mbox --phish reported.zip --by year --by language
  sievert evaluate --corpora corpora --beside models/mine --plots pictures
  sievert evaluate --corpora corpora --format jsonl | jq '.pairs[0].recall'
""",
)
@sources
@click.option(
    "--rate",
    "rates",
    type=float,
    multiple=True,
    default=(0.01, 0.001),
    show_default=True,
    callback=fractions,
    help="False-positive rate at which to tell recall; may be given again.",
)
@click.option("--by", type=click.Choice(FACTS), multiple=True, help="Also tell the share acted on by this; may be given again.")
@click.option("--plots", type=_FOLDER, help="Folder for det.png and calibration.png; of both models with --beside.")
@click.option("--beside", type=_FOLDER, help="Another bundle, judged on the same mail under the same rules and thresholds.")
@format_option
@config_option
def evaluate(
    *,
    corpora: Path | None,
    own: Path | None,
    without: tuple[str, ...],
    rates: tuple[float, ...],
    by: tuple[str, ...],
    plots: Path | None,
    beside: Path | None,
    shape: str,
    config_file: Path | None,
    **labelled: tuple[str, ...],
) -> None:
    """Judge mail whose labels are known: what training holds back of the corpora, or archives of your own.

    Shows the area under the ROC curve, 1-ROCA %, lam % (tagged or more counts as called bad), recall at chosen false-positive rates
    with exact 95 % intervals, the calibration error, and the share acted on. PATH is an .eml file, an mbox, a Maildir, a folder or an
    archive of these, or -. Needs the extra `train`. What is held back is fixed by time, application and author; see the model's card.
    """
    archives = tuple((label, path) for label in LABELS for path in labelled[label])
    _check(corpora, own is not None or bool(without), archives)
    from filter.cli.figures import document, tables  # noqa: PLC0415  (SciPy and joblib: loaded only here)
    from filter.lab.scored import score_each  # noqa: PLC0415

    config = load(config_file)
    judge, policy = build_judge(config), build_policy(config)
    judges = (judge, replace(judge, model=bundle.load(beside))) if beside else (judge,)
    draw = _drawing(plots) if plots else None
    samples = _held_back(corpora, own or OWN, without) if corpora else _archived(archives)
    judged = _both_sides(tuple(counted(score_each(judges, policy, samples), "mails judged")))
    by_model = tuple(zip(*judged, strict=True))
    reports = tuple(_report(judge.name, scored, rates, by) for judge, scored in zip(judges, by_model, strict=True))
    other = _beside(reports, by_model) if beside else None
    if plots and draw:
        draw(plots, dict(zip((judge.name for judge in judges), by_model, strict=True)), rates)
    if shape == "jsonl":
        json_line(document(reports[0], other))
        return
    for table in tables(reports[0], other):
        console().print(table, "")


def _check(corpora: Path | None, of_corpora: bool, archives: Archives) -> None:
    """Whether the mail asked for can be had at all: said before anything is read."""
    if bool(corpora) is bool(archives):
        raise UsageError("give either --corpora FOLDER, or archives: --ham PATH and at least one of --spam, --phish and --bec")
    if archives and of_corpora:
        raise UsageError("--own and --without go with --corpora, not with archives")
    labels = {label for label, _ in archives}
    if labels and "ham" not in labels:
        raise UsageError("no wanted mail to compare with: give --ham PATH")
    given = [path for _, path in archives]
    if twice := [path for path in given if given.count(path) > 1]:
        raise UsageError(f"{twice[0]} is given twice: a message has one label")
    if labels == {"ham"}:
        raise UsageError("no unwanted mail to find: give --spam, --phish or --bec PATH")


def _held_back(corpora: Path, own: Path, without: tuple[str, ...]) -> Iterator[Sample]:
    from filter.lab.corpora import TRAIN, read  # noqa: PLC0415
    from filter.lab.scored import held_back  # noqa: PLC0415

    trained = frozenset(sample.campaign for sample in read(corpora, own, without) if sample.part == TRAIN)
    return held_back(read(corpora, own, without), trained)


def _archived(archives: Archives) -> Iterator[Sample]:
    from filter.lab.labelled import read  # noqa: PLC0415

    return read(archives, damaged)


def _drawing(folder: Path) -> Callable[..., object]:
    """What draws, and the folder to draw into: had before minutes of judging rather than missed after them."""
    try:
        from filter.lab.plots import draw  # noqa: PLC0415  (matplotlib: loaded only to draw)
    except ImportError as error:
        raise UsageError(f"--plots needs {error.name} (pip install 'sievert[train]')") from None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror}") from None
    return draw


def _both_sides(judged: tuple[tuple[Scored, ...], ...]) -> tuple[tuple[Scored, ...], ...]:
    """What was judged, if there is ham and bad mail among it."""
    bad = sum(scored[0].is_bad for scored in judged)
    if bad in {0, len(judged)}:
        lacking = "unwanted" if judged and not bad else "wanted"
        raise UsageError(f"{len(judged):,} messages judged, none of them {lacking}: figures need both")
    return judged


def _report(model: str, scored: tuple[Scored, ...], rates: tuple[float, ...], facts: tuple[str, ...]) -> Report:
    from filter.cli.figures import Report  # noqa: PLC0415
    from filter.lab.breakdown import by  # noqa: PLC0415
    from filter.lab.evaluate import figures  # noqa: PLC0415

    return Report(model, figures(scored, rates), tuple(one for fact in dict.fromkeys(facts) for one in by(fact, scored)))


def _beside(reports: tuple[Report, ...], by_model: tuple[tuple[Scored, ...], ...]) -> Beside:
    from filter.cli.figures import Beside  # noqa: PLC0415
    from filter.lab.breakdown import differing, outcomes  # noqa: PLC0415

    return Beside(reports[1], outcomes(reports[0].figures, reports[1].figures), differing(*by_model))
