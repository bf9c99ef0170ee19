"""`sievert score`: mail from files, archives or standard input, judged as the relay would; nothing is changed or kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import click
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from filter.assemble import build_judge, build_policy
from filter.cli.output import config_option, console, damaged, escaped, format_option, json_line
from filter.config.file import load
from filter.errors import UsageError
from filter.judge.mail import Mail
from filter.judge.policy import Action, Disposition, decide
from filter.judge.verdict import THREATS, Verdict
from filter.store.archives import open_path
from filter.store.verdicts import reason_told, to_json

_COLOURS = {Action.DELIVER: "green", Action.TAG: "yellow", Action.QUARANTINE: "red", Action.REJECT: "bold red"}
_SHOWN_REASONS = 4

NARROW = 110
"""Columns below which a message has lines of its own in place of a row."""

_WIDTHS = {"score": 7, "spam": 6, "phish": 6, "bec": 6, "disposition": 11}
"""Columns whose width is known. The message has what the first one's name takes, and GROWTH, but at most half of the rest."""

GROWTH = 4
"""Digits by which names grow, of `inbox.mbox#1` and those that follow."""


@click.command(
    epilog="""\b
Examples:
  sievert score message.eml                             one message: verdict and reasons
  sievert score inbox.mbox Maildir/ archive.tar.gz      whole archives, a line each
  cat message.eml | sievert score -                     from standard input
  sievert score --format jsonl Maildir/ | jq -r 'select(.disposition != "deliver") | .path'
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@format_option
@config_option
def score(paths: tuple[str, ...], shape: str, config_file: Path | None) -> None:
    """Judge mail: an .eml file, an mbox, a Maildir, a folder or an archive of these, or - for standard input.

    The score is the log-odds that a message is unwanted; each threat has its own log-odds and probability. The disposition is what
    the configuration's thresholds would make of it.
    """
    config = load(config_file)
    judge, policy = build_judge(config), build_policy(config)
    screen = console()
    shown = _lines if screen.width < NARROW else _Rows(screen.width).row
    judged = 0
    for judged, (path, content) in enumerate(_messages(paths), 1):  # noqa: B007  (counted for what follows)
        started = perf_counter()
        verdict = judge.judge(Mail(content))
        taken = (perf_counter() - started) * 1000
        disposition = decide(verdict, policy)
        if shape == "jsonl":
            json_line(scored(path, verdict, disposition, taken))
        else:
            screen.print(shown(path, verdict, disposition))
    if not judged:
        raise UsageError("no message found there")


def scored(path: str, verdict: Verdict, disposition: Disposition, taken: float) -> dict[str, Any]:
    """One message's line: the fields that scripts rely on. `taken` is milliseconds."""
    whole = to_json(verdict)
    return {
        "path": path,
        "id": verdict.id,
        "score": whole["score"],
        "threats": whole["probability"],
        "log_odds": whole["log_odds"],
        "disposition": disposition.action.value,
        "cause": disposition.cause,
        "hits": whole["hits"],
        "reasons": whole["reasons"],
        "rest": whole["rest"],
        "defects": whole["defects"],
        "model": verdict.model,
        "rulebook": verdict.rulebook,
        "ms": round(taken, 3),
    }


def _messages(paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Every message of every path; what is damaged is said on standard error and passed over."""
    for path in paths:
        yield from open_path(path, damaged)


class _Rows:
    """A table that is shown row by row as they come, before anybody knows the next: its columns are as wide as at the first."""

    def __init__(self, width: int) -> None:
        self._spare = width - sum(_WIDTHS.values()) - len(" | ") * (len(_WIDTHS) + 1)
        self._names = 0

    def row(self, path: str, verdict: Verdict, disposition: Disposition) -> Table:
        """One row, the first with the heads above it."""
        heads = not self._names
        self._names = self._names or min(cell_len(escaped(path)) + GROWTH, self._spare // 2)
        table = Table(show_edge=False, pad_edge=False, show_header=heads)
        table.add_column("message", overflow="fold", width=self._names)
        for title, width in _WIDTHS.items():
            table.add_column(title, justify="left" if title == "disposition" else "right", overflow="fold", width=width)
        table.add_column("why (log-odds)", overflow="fold", width=self._spare - self._names)
        table.add_row(*_row(path, verdict, disposition))
        return table


def _row(path: str, verdict: Verdict, disposition: Disposition) -> tuple[str | Text, ...]:
    shares = (f"{share:.1%}" for share in verdict.probability)
    action = Text(disposition.action.value, style=_COLOURS[disposition.action])
    return (escaped(path), f"{verdict.score:.2f}", *shares, action, why(verdict))


def _lines(path: str, verdict: Verdict, disposition: Disposition) -> Text:
    """The same where there is no room for columns."""
    name, score, *shares, action, reasons = _row(path, verdict, disposition)
    threats = ", ".join(f"{threat} {share}" for threat, share in zip(THREATS, shares, strict=True))
    return Text.assemble(name, "\n  ", action, f", score {score}: {threats}\n  {reasons}")


def why(verdict: Verdict) -> str:
    """The leading threat and its strongest reasons, in one line safe for a terminal."""
    reasons = verdict.reasons_for(verdict.leading)[:_SHOWN_REASONS]
    return f"{verdict.leading}: {', '.join(escaped(reason_told(reason)) for reason in reasons)}"
