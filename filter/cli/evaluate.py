"""`sievert evaluate`: a model's figures on the corpora's held-back mail, through the whole judge."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table

from filter.assemble import build_judge, build_policy
from filter.cli.output import config_option, console, format_option, json_line
from filter.cli.train import corpora_options
from filter.config.file import load


@click.command(
    epilog="""\b
Examples:
  sievert evaluate --corpora corpora
  sievert evaluate --corpora corpora --format jsonl | jq '.pairs[0].recall'
""",
)
@corpora_options
@format_option
@config_option
def evaluate(corpora: Path, own: Path, without: tuple[str, ...], shape: str, config_file: Path | None) -> None:
    """Judge the mail that training holds back, and show recall at fixed false-positive rates and the share acted on.

    Needs the extra `train`. What is held back is fixed by time, application and author; see the model's card.
    """
    from filter.lab.corpora import TRAIN, read  # noqa: PLC0415  (SciPy and joblib: loaded only here)
    from filter.lab.evaluate import Figures, figures, held_back, score  # noqa: PLC0415

    config = load(config_file)
    judge, policy = build_judge(config), build_policy(config)
    trained = frozenset(sample.campaign for sample in read(corpora, own, without) if sample.part == TRAIN)
    proof: Figures = figures(tuple(score(judge, policy, held_back(read(corpora, own, without), trained))))
    if shape == "jsonl":
        json_line(proof.as_dict())
        return
    pairs, kinds = Table(show_edge=False), Table(show_edge=False)
    for title in ("bad mail against wanted mail", "ROC area", "recall at 1 %", "recall at 0.1 %"):
        pairs.add_column(title)
    for title in ("corpus, label", "mails", "tagged or more", "held or refused"):
        kinds.add_column(title)
    for pair in proof.pairs:
        pairs.add_row(pair.title, f"{pair.area:.5f}", *map(str, pair.recall))
    for kind in proof.kinds:
        kinds.add_row(kind.kind, str(kind.tagged.total), str(kind.tagged), str(kind.stopped))
    console().print(pairs, "", kinds)
